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
func (b *Box) Draw(f tui.Frame) int {
	part := f.Grid.Part(f.Area)
	lines := b.promptLines(f.Area.W)
	y := part.Lines(0, 0, lines)
	switch {
	case b.question.Type == quiz.TypeChoice:
		y = b.drawOptions(f, y)
	case y > 0 && lines[y-1].Width()+3+fieldWidth <= f.Area.W:
		b.drawField(f, lines[y-1].Width()+2, y-1)
	default:
		b.drawField(f, 0, y)
		y++
	}
	if lines := b.feedback(f.Area.W); len(lines) > 0 {
		y += part.Lines(0, y, lines)
	}
	if b.worked {
		y = b.drawWorked(f, y)
	}
	return y
}

func (b *Box) promptLines(width int) []canvas.Line {
	if b.plain != "" {
		return canvas.Wrap(canvas.Markup(b.plain, canvas.RoleStrong), min(width, tui.ProseWidth))
	}
	prompt := b.question.Prompt
	if len(prompt) == 0 {
		return nil
	}
	lines := tui.Wrapped(b.session, prompt[:len(prompt)-1], canvas.RoleText, width)
	return append(lines, tui.Wrapped(b.session, prompt[len(prompt)-1:], canvas.RoleStrong, width)...)
}

// drawField draws the place to type, or what was typed once it is done.
func (b *Box) drawField(f tui.Frame, x, y int) {
	part := f.Grid.Part(f.Area)
	x += part.Text(x, y, canvas.RoleKey, "▸") + 1
	if !b.Done() {
		b.field.Draw(f.Grid, f.Area.X+x, f.Area.Y+y, fieldWidth-2)
		return
	}
	if b.tries > 0 {
		role, mark := canvas.RoleGood, "✓"
		if !b.Solved() {
			role, mark = canvas.RoleBad, "✗"
		}
		x += part.Text(x, y, role, b.typed+" "+mark) + 3
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
		part.Text(0, y, role, mark+" "+letter(i)+")  "+o.Answer+" ")
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
		y += part.Lines(2, y, lines)
	}
	return y
}

// DrawAnswer draws the question with what was answered in one line, for when
// it is done, and gives the rows used.
func (b *Box) DrawAnswer(f tui.Frame) int {
	lines := b.promptLines(f.Area.W)
	if len(lines) == 0 {
		b.drawField(f, 0, 0)
		return 1
	}
	y := f.Grid.Part(f.Area).Lines(0, 0, lines)
	b.drawField(f, lines[y-1].Width()+2, y-1)
	return y
}
