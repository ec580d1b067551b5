package ask

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/review"
	"convtutor/internal/tui"
	"convtutor/internal/tui/play"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// keySteps and keyInWords change between the solution's two forms.
var (
	keySteps   = tui.Bind("e", "key.in_steps", "e", "ctrl+e")
	keyInWords = tui.Bind("e", "key.in_words", "e", "ctrl+e")
	keyExplain = tui.Bind("tab", "key.explain", "tab", "ctrl+e")
	// In an exam no letter is a key.
	keyExamSteps   = tui.Bind("ctrl+e", "key.in_steps", "ctrl+e")
	keyExamInWords = tui.Bind("ctrl+e", "key.in_words", "ctrl+e")
)

// explained says that there is a solution to open: none of a question that the
// instructor wrote.
func (b *Box) explained() bool { return len(b.question.Worked) > 0 }

// formKeys change between the solution's two forms.
func (b *Box) formKeys() (steps, words key.Binding) {
	if b.judge != nil {
		return keyExamSteps, keyExamInWords
	}
	return keySteps, keyInWords
}

// Show opens the worked solution: as an animation of the question's numbers
// where there is one, else in words, from their end where they do not fit.
func (b *Box) Show() {
	if b.counting && b.tries == 0 && !b.worked {
		b.session.Progress.Apply(review.Shown(b.question, b.session.Now())...)
	}
	b.worked, b.scroll = true, 1<<10
	if b.verdict.Status == quiz.NotYet {
		b.verdict.Feedback = nil // how an answer is written is no matter any more
	}
	if walk, ok := b.question.Walk(); ok && b.walk == nil {
		b.walk = play.New(b.session, walk.Animation, walk.Start, walk.Level)
	}
}

// walking says that the animation is seen.
func (b *Box) walking() bool { return b.worked && b.walk != nil && !b.inWords && !b.cramped }

// explainKeys are the keys of the solution.
func (b *Box) explainKeys() []key.Binding {
	steps, words := b.formKeys()
	switch {
	case !b.explained():
		return nil
	case !b.worked:
		return []key.Binding{keyExplain}
	case b.walking():
		return b.walk.Bindings(words)
	}
	var keys []key.Binding
	if b.walk != nil && !b.cramped {
		keys = append(keys, steps)
	}
	if b.scroll > 0 {
		keys = append(keys, keyScroll)
	}
	return keys
}

// Explain takes what the solution has a use for, once the question is done:
// keys that open it and walk through it, and the ticks of its clock. taken is
// false for another message.
func (b *Box) Explain(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	switch {
	case !b.Done():
		return nil, false
	case b.walked(msg):
		return b.walk.Update(msg), true
	}
	return nil, b.read(msg)
}

// walked says whether a message is the animation's. Its clock goes on while
// words are read; its keys do not.
func (b *Box) walked(msg tea.Msg) bool {
	return b.walk != nil && (b.walking() || !isKey(msg)) && b.walk.Takes(msg)
}

// read opens the solution, changes its form or moves its words.
func (b *Box) read(msg tea.Msg) (taken bool) {
	switch {
	case !b.worked && b.explained() && tui.Is(msg, keyExplain):
		b.Show()
	case b.worked && b.walk != nil && tui.Is(msg, keySteps):
		b.inWords = !b.inWords
	case b.Scrolls() && tui.Is(msg, keyScroll):
		b.scrollBy(msg)
	default:
		return false
	}
	return true
}

func isKey(msg tea.Msg) bool {
	_, ok := msg.(tea.KeyMsg)
	return ok
}

// Scrolls says that more was drawn than fits.
func (b *Box) Scrolls() bool { return b.Done() && b.scroll > 0 && !b.walking() }

// scrollBy moves what does not fit into the frame.
func (b *Box) scrollBy(msg tea.Msg) {
	switch {
	case tui.Is(msg, tui.KeyUp):
		b.scroll = max(b.scroll-1, 0)
	case tui.Is(msg, tui.KeyDown):
		b.scroll++ // Draw knows where it ends
	}
}

// drawWalk draws what was asked and answered, and the animation below; it is
// false where there is no room for that.
func (b *Box) drawWalk(f tui.Frame) bool {
	w, h := b.walk.Animation().MinSize()
	y := b.drawTold(f, h)
	y += b.DrawAnswer(f.Within(canvas.Rect{X: f.Area.X, Y: f.Area.Y + y, W: f.Area.W, H: f.Area.H - y}))
	if lines := b.feedback(f.Area.W); len(lines) > 0 && !b.Solved() && y+len(lines)+2+h <= f.Area.H {
		y = f.Grid.Part(f.Area).Lines(0, y, lines)
	}
	y++
	area := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y, W: f.Area.W, H: f.Area.H - y}
	if area.W < w || area.H < h {
		f.Grid.Fill(f.Area, canvas.RoleNone)
		return false
	}
	area = b.walk.Middle(area)
	b.walk.Status(f.Grid, f.Area.X+f.Area.W, area.Y-1)
	b.walk.Draw(f.Within(area), false)
	return true
}

// drawTold draws what the question gives above a solution that has no picture
// of it, where there is room for both, and gives the rows used.
func (b *Box) drawTold(f tui.Frame, least int) int {
	if _, told := b.walk.Animation().(*viz.Told); !told {
		return 0
	}
	y := b.drawSetting(f, 0)
	if y+len(b.askLines(f.Area.W))+2+least <= f.Area.H {
		return y
	}
	f.Grid.Fill(f.Area, canvas.RoleNone)
	return 0
}

// drawWorked writes the solution, a point a sentence.
func (b *Box) drawWorked(f tui.Frame, y int) int {
	part := f.Grid.Part(f.Area)
	for _, w := range b.question.Worked {
		lines := tui.Wrapped(b.session, []viz.Words{w}, canvas.RoleText, f.Area.W-2)
		part.Text(0, y, canvas.RoleKey, "·")
		y = part.Lines(2, y, lines)
	}
	return y
}
