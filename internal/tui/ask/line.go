package ask

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// maxAnswer and maxWords bound what can be typed, in runes, as a number and in
// words; fieldWidth is how wide a place to type is, in columns.
const (
	maxAnswer  = 60
	maxWords   = 500
	fieldWidth = 22
)

// line is a field for a number, a shape, or words.
type line struct {
	question quiz.Question
	field    tui.Field
	typed    string // the last answer
	wide     bool   // as wide as there is room
}

func (l *line) value() string           { return strings.TrimSpace(l.field.Value()) }
func (l *line) set(typed string)        { l.typed = typed }
func (l *line) click(int) bool          { return false }
func (l *line) bindings() []key.Binding { return nil }
func (l *line) typing() bool            { return true }

// rows is a row of its own for words, none for numbers.
func (l *line) rows() int {
	if l.wide {
		return 1
	}
	return 0
}

func (l *line) update(msg tea.Msg) bool {
	if tui.Is(msg, KeyAnswer) {
		return true
	}
	l.field.Update(msg)
	return false
}

// graded empties the field for another try.
func (l *line) graded(v quiz.Verdict) {
	if v.Status == quiz.NotYet {
		return
	}
	l.typed = l.value()
	if v.Status == quiz.Wrong {
		l.field.SetValue("")
	}
}

// draw draws the place to type, or what was typed once it is done.
func (l *line) draw(d drawing, y int, s standing) {
	part := d.Grid.Part(d.Area)
	x := part.Text(d.x, y, canvas.RoleKey, "▸") + 1
	if !s.done {
		w := fieldWidth - 2
		if l.wide {
			w = d.Area.W - x
		}
		l.field.Draw(d.Grid, d.Area.X+x, d.Area.Y+y, w)
		return
	}
	part.Runs(x, y, typedLine(d.session, l.typed, l.question, s))
}

// typedLine is what was typed, and what is right where it is not that.
func typedLine(session *session.Session, typed string, q quiz.Question, s standing) canvas.Line {
	var runs canvas.Line
	if typed != "" {
		role, mark := canvas.RoleGood, "✓"
		if !s.solved {
			role, mark = canvas.RoleBad, "✗"
		}
		runs = append(runs, canvas.Run{Text: typed + " " + mark, Role: role})
	}
	if !s.solved {
		right := session.Say(viz.Words{Key: "ask.right_is", Args: viz.Args{"answer": q.AnswerText(session.Say)}})
		if runs != nil {
			runs = append(runs, canvas.Run{Text: "   ", Role: canvas.RoleText})
		}
		runs = append(runs, canvas.Run{Text: right, Role: canvas.RoleStrong})
	}
	return runs
}
