package lesson

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/scene"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz"
)

// dialled is a stage with a picture whose numbers are turned.
type dialled struct {
	session *session.Session
	scene   scene.Scene
	at      int // the dial at hand, none of those that the arrows turn
}

// Keys of a picture with dials.
var (
	keyMoveIn  = tui.Bind("← ↑ ↓ →", "key.move", "left", "right", "up", "down", "h", "j", "k", "l")
	keyDial    = tui.Bind("← →", "key.choose", "left", "right", "h", "l")
	keyTurn    = tui.Bind("↑ ↓", "key.change", "up", "down", "k", "j", "+", "=", "-", "_")
	keySwitch  = tui.Bind("tab", "key.change", "tab")
	keyTurnUp  = tui.Bind("↑", "key.change", "up", "k", "+", "=")
	keyTurnOff = tui.Bind("↓", "key.change", "down", "j", "-", "_")
)

func newDialled(s *session.Session, step course.Step) (stage, error) {
	d := &dialled{session: s, scene: step.Scene}
	d.at = d.next(-1, 1)
	return d, nil
}

// axis is the dial that moves along an axis; -1 for none.
func (d *dialled) axis(a scene.Axis) int {
	return slices.IndexFunc(d.scene.Dials(), func(dial scene.Dial) bool { return dial.Axis == a })
}

// moves says that the arrows move through the picture.
func (d *dialled) moves() bool { return d.axis(scene.AxisDown) >= 0 || d.axis(scene.AxisAcross) >= 0 }

// next is the dial before or after one, those of the arrows left out; the same
// where there is none.
func (d *dialled) next(at, by int) int {
	dials := d.scene.Dials()
	for i := at + by; i >= 0 && i < len(dials); i += by {
		if dials[i].Axis == scene.AxisNone {
			return i
		}
	}
	return at
}

// turn turns a dial by so many; a switch begins again behind its last value.
func (d *dialled) turn(dial, by int) {
	dials := d.scene.Dials()
	if dial < 0 || dial >= len(dials) {
		return
	}
	to := dials[dial].Value + by
	if dials[dial].Names != nil && to > dials[dial].Most {
		to = dials[dial].Least
	}
	d.scene.Turn(dial, to)
}

// Update implements stage.
func (d *dialled) Update(msg tea.Msg) tea.Cmd {
	if d.moves() {
		d.move(msg)
		return nil
	}
	switch {
	case tui.Is(msg, tui.KeyLeft):
		d.at = d.next(d.at, -1)
	case tui.Is(msg, tui.KeyRight):
		d.at = d.next(d.at, 1)
	case tui.Is(msg, keyTurnUp):
		d.turn(d.at, 1)
	case tui.Is(msg, keyTurnOff):
		d.turn(d.at, -1)
	}
	return nil
}

// move takes the keys of a picture through which the arrows move.
func (d *dialled) move(msg tea.Msg) {
	switch {
	case tui.Is(msg, tui.KeyLeft):
		d.turn(d.axis(scene.AxisAcross), -1)
	case tui.Is(msg, tui.KeyRight):
		d.turn(d.axis(scene.AxisAcross), 1)
	case tui.Is(msg, tui.KeyUp):
		d.turn(d.axis(scene.AxisDown), -1)
	case tui.Is(msg, tui.KeyDown):
		d.turn(d.axis(scene.AxisDown), 1)
	case tui.Is(msg, keySwitch):
		d.turn(d.at, 1)
	}
}

// Draw implements stage.
func (d *dialled) Draw(f tui.Frame, hide bool) {
	d.scene.Draw(viz.Frame{Grid: f.Grid, Area: f.Area, Say: d.session.Say, Hide: hide}, d.at)
}

// Bindings implements stage.
func (d *dialled) Bindings() []key.Binding {
	switch {
	case d.moves() && d.at >= 0:
		return []key.Binding{keyMoveIn, keySwitch}
	case d.moves():
		return []key.Binding{keyMoveIn}
	}
	return []key.Binding{keyDial, keyTurn}
}

// Typing implements stage.
func (d *dialled) Typing() bool { return false }

// Done implements stage.
func (d *dialled) Done() bool { return true }
