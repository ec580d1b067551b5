package exam

import (
	"time"

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
// runs but that of an exam that was begun before.
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

// Keys of the page before an exam.
var (
	keyBegin = tui.Bind("enter", "key.begin", "enter")
	keyGoOn  = tui.Bind("enter", "key.resume", "enter")
)

// doorMsg says that a second has gone by before the page of an exam.
type doorMsg struct{ owner *door }

// Init implements tui.Screen.
func (d *door) Init() tea.Cmd { return d.tick() }

// tick follows the time that is told, where there is some.
func (d *door) tick() tea.Cmd {
	if _, limited := d.entrance.Remaining(d.session.Now()); !limited {
		return nil
	}
	return tea.Tick(second, func(time.Time) tea.Msg { return doorMsg{d} })
}

// Update implements tui.Screen: the exam begins, and with it its clock, only at
// the student's word.
func (d *door) Update(msg tea.Msg) tea.Cmd {
	if tick, ok := msg.(doorMsg); ok {
		return d.ticked(tick)
	}
	if tui.Is(msg, keyBegin) {
		return d.enter()
	}
	return nil
}

// ticked hands an exam in whose time runs out before this page.
func (d *door) ticked(msg doorMsg) tea.Cmd {
	if msg.owner != d || d.entrance.Sitting() != nil {
		return nil
	}
	if left, limited := d.entrance.Remaining(d.session.Now()); limited && left == 0 && d.entrance.Standing.Begun && d.trouble == nil {
		return d.enter()
	}
	return d.tick()
}

// enter begins the exam, or goes on with it.
func (d *door) enter() tea.Cmd {
	if _, d.trouble = d.entrance.Enter(d.session.Now()); d.trouble != nil {
		return nil
	}
	return tui.Replace(Route)
}

// pageHigh is how many rows the page takes, about.
const pageHigh = 15

// Draw implements tui.Screen.
func (d *door) Draw(f tui.Frame) {
	wide := min(f.Area.W, tui.ProseWidth)
	area := canvas.Rect{X: f.Area.X + (f.Area.W-wide)/2, Y: f.Area.Y, W: wide, H: f.Area.H}
	if free := f.Area.H - pageHigh; free > 0 { // in the middle of a larger window, a little above
		area.Y, area.H = area.Y+free/3, area.H-free/3
	}
	part := f.Grid.Part(area)
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
	note := "exam.terms.not_begun"
	if d.entrance.Standing.Begun {
		note = "exam.terms.begun"
	}
	part.Lines(0, y+1, tui.Wrapped(d.session, []viz.Words{{Key: note}}, canvas.RoleNote, wide))
}

func (d *door) title() string { return d.entrance.Exam().Title.In(d.session.Language()) }

// Crumbs implements tui.Screen.
func (d *door) Crumbs() []string { return []string{d.title(), d.entrance.Student()} }

// Bindings implements tui.Screen.
func (d *door) Bindings() []key.Binding {
	if d.entrance.Standing.Begun {
		return []key.Binding{keyGoOn, keyLeave}
	}
	return []key.Binding{keyBegin, keyLeave}
}

// Typing implements tui.Screen.
func (d *door) Typing() bool { return false }

// Route implements tui.Screen.
func (d *door) Route() tui.Route { return DoorRoute }
