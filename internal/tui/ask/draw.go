package ask

import (
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// fieldWidth is how wide a place to answer is, in columns.
const fieldWidth = 22

// Draw draws the question from the top of the frame and gives the rows used.
// The place to answer stands behind the last line of the question where there
// is room, else below it.
//
// What is higher than the frame is shown in part, from its scroll position on.
func (b *Box) Draw(f tui.Frame) int {
	if b.height = b.draw(f, -b.scroll) + b.scroll; b.height-b.scroll < f.Area.H && b.scroll > 0 {
		b.scroll = max(b.height-f.Area.H, 0)
		f.Grid.Fill(f.Area, canvas.RoleNone)
		b.draw(f, -b.scroll)
	}
	return min(b.height, f.Area.H)
}

// draw draws everything from row y on, and gives the row below.
func (b *Box) draw(f tui.Frame, y int) int {
	part := f.Grid.Part(f.Area)
	y = b.drawSetting(f, y)
	lines := b.askLines(f.Area.W)
	y = part.Lines(0, y, lines)
	switch {
	case b.question.Type == quiz.TypeChoice:
		y = b.drawOptions(f, y)
	case lastWidth(lines)+3+fieldWidth <= f.Area.W:
		b.drawField(f, lastWidth(lines)+2, y-1)
	default:
		b.drawField(f, 0, y)
		y++
	}
	if lines := b.feedback(f.Area.W); len(lines) > 0 {
		y = part.Lines(0, y, lines)
	}
	if b.worked {
		y = b.drawWorked(f, y)
	}
	return y
}

// drawSetting draws what the question is about: its sentences but the last,
// and the numbers given. It gives the row below.
func (b *Box) drawSetting(f tui.Frame, y int) int {
	if b.plain != "" {
		return y
	}
	prompt := b.question.Prompt
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
	prompt := b.question.Prompt
	return tui.Wrapped(b.session, prompt[len(prompt)-1:], canvas.RoleStrong, width)
}

// drawField draws the place to type, or what was typed once it is done.
func (b *Box) drawField(f tui.Frame, x, y int) {
	part := f.Grid.Part(f.Area)
	x = part.Text(x, y, canvas.RoleKey, "▸") + 1
	if !b.Done() {
		b.field.Draw(f.Grid, f.Area.X+x, f.Area.Y+y, fieldWidth-2)
		return
	}
	if b.tries > 0 {
		role, mark := canvas.RoleGood, "✓"
		if !b.Solved() {
			role, mark = canvas.RoleBad, "✗"
		}
		x = part.Text(x, y, role, b.typed+" "+mark) + 3
	}
	if !b.Solved() {
		part.Text(x, y, canvas.RoleStrong, b.session.Say(viz.Words{
			Key: "ask.right_is", Args: viz.Args{"answer": b.question.Answer},
		}))
	}
}

func (b *Box) drawOptions(f tui.Frame, y int) int {
	part := f.Grid.Part(f.Area)
	for i, o := range b.question.Options {
		role, mark := canvas.RoleText, " "
		switch {
		case b.Done() && o.Slip == "":
			role, mark = canvas.RoleGood, "✓"
		case i == b.choice:
			role, mark = canvas.RoleSelected, "▸"
		}
		part.Text(0, y, role, mark+" "+letter(i)+")  "+o.Text(b.session.Say)+" ")
		row := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y, W: f.Area.W, H: 1}
		f.Zone(row, func(int, int) tea.Msg { return pick{b, i} })
		y++
	}
	return y
}

// feedback is what to say to the last answer, marked by a sign and by words,
// not by colour alone.
func (b *Box) feedback(width int) []canvas.Line {
	if len(b.verdict.Feedback) == 0 {
		return nil
	}
	return tui.Wrapped(b.session, b.verdict.Feedback, b.feedbackRole(), width)
}

func (b *Box) drawWorked(f tui.Frame, y int) int {
	part := f.Grid.Part(f.Area)
	for _, w := range b.question.Worked {
		lines := tui.Wrapped(b.session, []viz.Words{w}, canvas.RoleText, f.Area.W-2)
		part.Text(0, y, canvas.RoleKey, "·")
		y = part.Lines(2, y, lines)
	}
	return y
}

// DrawAnswer draws the question with what was answered in one line, for when
// it is done, and gives the rows used.
func (b *Box) DrawAnswer(f tui.Frame) int {
	lines := b.askLines(f.Area.W)
	y := f.Grid.Part(f.Area).Lines(0, 0, lines)
	b.drawField(f, lastWidth(lines)+2, y-1)
	return y
}

// lastWidth is the width of the last of some lines; a question has one at least.
func lastWidth(lines []canvas.Line) int { return lines[len(lines)-1].Width() }
