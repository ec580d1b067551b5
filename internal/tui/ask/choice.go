package ask

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz/canvas"
)

// choice is a list of options of which one is taken.
type choice struct {
	question quiz.Question
	at       int
	wrong    map[int]bool // what was tried
}

func (c *choice) value() string           { return letter(c.at) }
func (c *choice) bindings() []key.Binding { return []key.Binding{keyUp} }
func (c *choice) typing() bool            { return false }
func (c *choice) rows() int               { return len(c.question.Options) }

// graded keeps what was wrong, so that nobody tries it twice.
func (c *choice) graded(v quiz.Verdict) {
	if v.Status != quiz.Wrong {
		return
	}
	if c.wrong == nil {
		c.wrong = map[int]bool{}
	}
	c.wrong[c.at] = true
}

func (c *choice) set(typed string) {
	if i, err := quiz.ReadChoice(c.question.Options, typed); err == nil {
		c.at = i
	}
}

func (c *choice) click(at int) bool {
	c.at = at
	return true
}

// update moves through the options, or takes one by its letter.
func (c *choice) update(msg tea.Msg) bool {
	if tui.Is(msg, KeyAnswer) {
		return true
	}
	if by := upDown(msg); by != 0 {
		c.at = max(0, min(c.at+by, c.rows()-1))
		return false
	}
	press, ok := msg.(tea.KeyMsg)
	if !ok || len(press.Runes) != 1 {
		return false
	}
	at := quiz.Letters(string(press.Runes))
	if len(at) != 1 || at[0] >= c.rows() {
		return false
	}
	c.at = at[0]
	return true
}

// upDown is -1 or 1 for a key that goes up or down a list.
func upDown(msg tea.Msg) int {
	switch {
	case tui.Is(msg, keyUp, tui.KeyUp):
		return -1
	case tui.Is(msg, keyDown, tui.KeyDown):
		return 1
	}
	return 0
}

func (c *choice) draw(d drawing, y int, s standing) {
	part := d.Grid.Part(d.Area)
	for i, o := range c.question.Options {
		role, mark := canvas.RoleText, " "
		switch {
		case s.done && o.Slip == "":
			role, mark = canvas.RoleGood, "✓"
		case i == c.at && !s.done:
			role, mark = canvas.RoleSelected, "▸"
		case c.wrong[i]:
			role, mark = canvas.RoleDim, "✗"
		}
		x := part.Text(0, y+i, role, mark+" "+letter(i)+")  "+o.Text(d.session.Say)+" ")
		if c.wrong[i] && i == c.at && !s.done {
			part.Text(x+1, y+i, canvas.RoleBad, "✗")
		}
		d.zone(0, y+i, d.Area.W, i)
	}
}
