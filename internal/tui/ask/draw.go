package ask

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz/canvas"
)

// Draw draws the question from the top of the frame and gives the rows used.
// The place to type stands behind the last line of the question where there is
// room, else below it.
//
// What is higher than the frame is shown in part, from its scroll position on.
func (b *Box) Draw(f tui.Frame) int {
	if b.worked && b.walk != nil && !b.inWords {
		if b.cramped = !b.drawWalk(f); !b.cramped {
			return f.Area.H
		}
	}
	airy := b.plain == "" && b.measure(f, true) <= f.Area.H
	height := b.measure(f, airy)
	b.scroll = max(min(b.scroll, height-f.Area.H), 0)
	b.draw(f, -b.scroll, airy)
	return min(height, f.Area.H)
}

// measure gives the rows that everything takes, and leaves nothing drawn.
func (b *Box) measure(f tui.Frame, airy bool) int {
	height := b.draw(tui.NewFrame(f.Grid, f.Area, nil, nil), 0, airy)
	f.Grid.Fill(f.Area, canvas.RoleNone)
	return height
}

// draw draws everything from row y on, and gives the row below; airy leaves
// rows free where one thing ends and another begins.
func (b *Box) draw(f tui.Frame, y int, airy bool) int {
	part := f.Grid.Part(f.Area)
	y = b.drawSetting(f, y)
	lines := b.askLines(f.Area.W)
	y = part.Lines(0, y, lines)
	if airy && b.entry.rows() > 0 {
		y++
	}
	y = b.drawEntry(f, y, lines)
	if lines := b.feedback(f.Area.W); len(lines) > 0 {
		if airy {
			y++
		}
		y = part.Lines(0, y, lines)
	}
	y = b.drawCredit(f, y)
	if b.worked {
		if airy && len(b.verdict.Feedback) > 0 {
			y++
		}
		y = b.drawWorked(f, y)
	}
	return y
}

// drawCredit says of a wrong shape which of its numbers are right, and gives the
// row below. Where a lesson asks there is no row for it.
func (b *Box) drawCredit(f tui.Frame, y int) int {
	parts := b.verdict.Parts
	if b.plain != "" || b.verdict.Status != quiz.Wrong || len(parts) == 0 {
		return y
	}
	part := f.Grid.Part(f.Area)
	x := 0
	for _, p := range parts {
		role, mark := canvas.RoleBad, "✗"
		if p.Right {
			role, mark = canvas.RoleGood, "✓"
		}
		x = part.Text(x, y, canvas.RoleDim, b.session.Text("quiz.part."+p.Name))
		x = part.Text(x+1, y, role, strconv.Itoa(p.Typed)+" "+mark) + 3
	}
	return y + 1
}

// drawEntry draws the place to answer below the question's last line, or behind
// it; it gives the row below.
func (b *Box) drawEntry(f tui.Frame, y int, lines []canvas.Line) int {
	d := drawing{Frame: f, session: b.session, place: func(at int) func(x, y int) tea.Msg {
		return func(int, int) tea.Msg { return pick{b, at} }
	}}
	if rows := b.entry.rows(); rows > 0 {
		b.entry.draw(d, y, b.standing())
		return y + rows
	}
	if behind := lastWidth(lines) + 2; behind+1+fieldWidth <= f.Area.W {
		d.x = behind
		y--
	}
	b.entry.draw(d, y, b.standing())
	return y + 1
}

func (b *Box) standing() standing {
	return standing{done: b.Done(), solved: b.Solved(), verdict: b.verdict}
}

// drawSetting draws what the question is about: its sentences but the last,
// and the numbers given. It gives the row below.
func (b *Box) drawSetting(f tui.Frame, y int) int {
	if b.plain != "" {
		return y
	}
	prompt := b.question.OnScreen()
	lines := tui.Wrapped(b.session, prompt[:len(prompt)-1], canvas.RoleText, f.Area.W)
	if len(lines) > 0 {
		y = f.Grid.Part(f.Area).Lines(0, y, lines) + 1
	}
	return b.drawGiven(f, y)
}

// askLines is the sentence that asks.
func (b *Box) askLines(width int) []canvas.Line {
	if b.plain != "" {
		return canvas.Wrap(canvas.Markup(b.plain, canvas.RoleStrong), min(width, tui.ProseWidth))
	}
	prompt := b.question.OnScreen()
	return tui.Wrapped(b.session, prompt[len(prompt)-1:], canvas.RoleStrong, width)
}

// feedback is what to say to the last answer, marked by a sign and by words,
// not by colour alone.
func (b *Box) feedback(width int) []canvas.Line {
	if len(b.verdict.Feedback) == 0 {
		return nil
	}
	return tui.Wrapped(b.session, b.verdict.Feedback, b.feedbackRole(), width)
}

// DrawAnswer draws the question with what was answered in one line, for when
// it is done, and gives the rows used.
func (b *Box) DrawAnswer(f tui.Frame) int {
	lines, x, answer := b.answerLines(f.Area.W)
	part := f.Grid.Part(f.Area)
	y := part.Lines(0, 0, lines)
	if x > 0 {
		y-- // behind the question's last word
	}
	x = part.Text(x, y, canvas.RoleKey, "▸") + 1
	return part.Lines(x, y, answer)
}

// AnswerRows is how many rows DrawAnswer takes in so many columns.
func (b *Box) AnswerRows(width int) int {
	lines, x, answer := b.answerLines(width)
	if x > 0 {
		return len(lines) + len(answer) - 1
	}
	return len(lines) + len(answer)
}

// answerLines are the question, the column where the answer's mark stands (0
// for a row of its own), and the answer.
func (b *Box) answerLines(width int) (lines []canvas.Line, x int, answer []canvas.Line) {
	lines = b.askLines(width)
	typed := typedLine(b.session, b.typed, b.question, b.standing())
	x = lastWidth(lines) + 2
	if x+1+typed.Width() > width {
		x = 0
	}
	return lines, x, canvas.Wrap(typed, width-x-2)
}

// lastWidth is the width of the last of some lines; a question has one at least.
func lastWidth(lines []canvas.Line) int { return lines[len(lines)-1].Width() }
