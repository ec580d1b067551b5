package exam

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/quiz/exam"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// DoorRoute is where a student reads the terms before an exam begins.
var DoorRoute = tui.Route{Screen: "exam-door"}

// door is the page before an exam: what there is to know, and no clock that
// runs.
type door struct {
	session  *session.Session
	entrance *exam.Entrance
	trouble  error // it cannot be begun
}

// DoorMaker makes the page before an exam.
func DoorMaker(entrance *exam.Entrance) tui.Maker {
	return func(s *session.Session, _ tui.Route) (tui.Screen, error) {
		return &door{session: s, entrance: entrance}, nil
	}
}

var keyBegin = tui.Bind("enter", "key.begin", "enter")

// Init implements tui.Screen.
func (d *door) Init() tea.Cmd { return nil }

// Update implements tui.Screen: the exam begins, and with it its clock, only at
// the student's word.
func (d *door) Update(msg tea.Msg) tea.Cmd {
	if !tui.Is(msg, keyBegin) {
		return nil
	}
	if _, d.trouble = d.entrance.Enter(d.session.Now()); d.trouble != nil {
		return nil
	}
	return tui.Replace(Route)
}

// Draw implements tui.Screen.
func (d *door) Draw(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	wide := min(f.Area.W, tui.ProseWidth)
	y := 0
	for _, line := range canvas.WrapText(d.title(), wide) {
		part.Text(0, y, canvas.RoleStrong, line)
		y++
	}
	student := d.session.Say(viz.Words{Key: "exam.terms.student", Args: viz.Args{"student": d.entrance.Student()}})
	part.Text(0, y, canvas.RoleDim, canvas.Cut(student, wide))
	y += 2
	for _, w := range d.entrance.Terms(d.session.Now()) {
		part.Text(0, y, canvas.RoleRule, "·")
		y = part.Lines(2, y, tui.Wrapped(d.session, []viz.Words{w}, canvas.RoleText, wide-2))
	}
	if d.trouble != nil {
		part.Lines(0, y+1, canvas.Wrap(canvas.Markup(d.session.Explain(d.trouble), canvas.RoleBad), wide))
		return
	}
	part.Text(0, y+1, canvas.RoleNote, d.session.Text("exam.terms.not_begun"))
}

func (d *door) title() string { return d.entrance.Exam().Title.In(d.session.Language()) }

// Crumbs implements tui.Screen.
func (d *door) Crumbs() []string { return []string{d.title(), d.entrance.Student()} }

// Bindings implements tui.Screen.
func (d *door) Bindings() []key.Binding { return []key.Binding{keyBegin, keyLeave} }

// Typing implements tui.Screen.
func (d *door) Typing() bool { return false }

// Route implements tui.Screen.
func (d *door) Route() tui.Route { return DoorRoute }
