// Package bench lets a learner change the numbers of a convolution in place:
// the output follows at once. Its one rule: what can be set and what it makes
// is the workbench's business; here are keys, cursor and rows.
package bench

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/nn"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// focus is what the cursor is in.
type focus int

const (
	inInput focus = iota
	inFilter
	inSettings
	focusCount
)

// Editor is a workbench on screen.
type Editor struct {
	session *session.Session
	bench   *workbench.Bench
	focus   focus
	cursor
	setting int    // in the list of settings
	trouble string // why the last change was refused
	all     bool   // everything can be changed, not the sizes and rules alone
	brush   brush
}

// New is an editor of a state; the error says why it makes no convolution.
func New(s *session.Session, state workbench.State) (*Editor, error) {
	b, err := workbench.New(state)
	if err != nil {
		return nil, err
	}
	return Over(s, b), nil
}

// Over is an editor of a workbench that is there already.
func Over(s *session.Session, b *workbench.Bench) *Editor { return &Editor{session: s, bench: b} }

// Everything opens all that can be changed, and drawing.
func (e *Editor) Everything() { e.all = true }

// settings are those that stand below the picture.
func (e *Editor) settings() []workbench.Setting {
	if e.all {
		return e.bench.State().AllSettings()
	}
	return workbench.Settings()
}

// Bench is what is being changed.
func (e *Editor) Bench() *workbench.Bench { return e.bench }

// Bindings are the keys that work now.
func (e *Editor) Bindings() []key.Binding {
	switch {
	case e.brush.on:
		return brushKeys()
	case e.focus == inSettings:
		return append([]key.Binding{keySide, keyChange, KeyField, keyUndo}, append(e.more(), keyReset)...)
	}
	number := keyNumber
	number.SetKeys("0")
	keys := append([]key.Binding{KeyMove, number, KeyField, keyUndo}, e.more()...)
	if !e.bench.State().Transposed {
		keys = append(keys, keyFlip, keyRule)
	}
	return append(keys, keyReset)
}

// more are the keys that work where everything is open.
func (e *Editor) more() []key.Binding {
	if !e.all {
		return nil
	}
	keys := []key.Binding{KeyDraw}
	s := e.bench.State()
	if len(s.Filters) > 1 {
		keys = append(keys, keyFilter)
	}
	if len(s.Filters[s.Filter]) > 1 {
		keys = append(keys, keyChannel)
	}
	return keys
}

// Update takes a key or a click.
func (e *Editor) Update(msg tea.Msg) {
	if click, ok := msg.(clickMsg); ok {
		e.click(click)
		return
	}
	if e.brush.on {
		if taken, err := e.brush.press(msg, &e.cursor, planeOf{e.bench, viz.PlaneInput}); taken {
			e.keep(err)
			return
		}
	}
	if e.command(msg) || e.all && e.look(msg) {
		return
	}
	if e.focus == inSettings {
		e.pressSettings(msg)
		return
	}
	e.keep(e.cursor.press(msg, e.board()))
}

// command takes the keys that work in every focus.
func (e *Editor) command(msg tea.Msg) bool {
	switch {
	case tui.Is(msg, KeyField):
		e.settle()
		e.goTo((e.focus + 1) % focusCount)
	case tui.Is(msg, keyFieldB):
		e.settle()
		e.goTo((e.focus + focusCount - 1) % focusCount)
	case tui.Is(msg, keyUndo):
		e.typed = ""
		e.bench.Undo()
		e.clamp()
	case tui.Is(msg, keyReset):
		e.typed = ""
		e.keep(e.bench.Reset())
	case e.bench.State().Transposed && tui.Is(msg, keyFlip, keyRule):
	case tui.Is(msg, keyFlip):
		e.keep(e.bench.Adjust(workbench.SettingFlip, 1))
	case tui.Is(msg, keyRule):
		e.keep(e.bench.Adjust(workbench.SettingRule, 1))
	default:
		return false
	}
	return true
}

// look takes the keys that look at another filter or channel, or begin to draw.
func (e *Editor) look(msg tea.Msg) bool {
	switch {
	case tui.Is(msg, KeyDraw):
		e.settle()
		e.goTo(inInput)
		e.brush.begin()
	case tui.Is(msg, keyFilter):
		e.settle()
		e.bench.LookAt(1, 0)
	case tui.Is(msg, keyChannel):
		e.settle()
		e.bench.LookAt(0, 1)
	default:
		return false
	}
	return true
}

// keep remembers why a change was refused, until the next one works.
func (e *Editor) keep(err error) {
	e.trouble = ""
	if err != nil {
		e.trouble = e.session.Explain(err)
	}
	e.clamp()
}

func (e *Editor) goTo(f focus) {
	e.focus, e.trouble = f, ""
	e.clamp()
}

// clamp keeps the cursor inside its plane.
func (e *Editor) clamp() { e.cursor.stay(e.board()) }

// board is the plane that the cursor is in, to be typed into.
func (e *Editor) board() board { return planeOf{e.bench, e.plane()} }

// plane is the plane that the cursor is in.
func (e *Editor) plane() viz.Plane {
	if e.focus == inFilter {
		return viz.PlaneFilter
	}
	return viz.PlaneInput
}

// clickMsg is a click on a place of the picture.
type clickMsg struct {
	owner *Editor
	plane viz.Plane
	at    nn.Point
	drag  bool // the button was held
}

func (e *Editor) click(c clickMsg) {
	if c.owner != e || c.plane == viz.PlaneNone || c.drag && !e.brush.on {
		return
	}
	e.settle()
	if e.brush.on {
		if c.plane == viz.PlaneInput {
			e.keep(e.brush.paintAt(c.at, c.drag, &e.cursor, planeOf{e.bench, viz.PlaneInput}))
		}
		return
	}
	e.focus = inInput
	if c.plane == viz.PlaneFilter {
		e.focus = inFilter
	}
	e.at = c.at
}

// Drawing says that the brush is taken up.
func (e *Editor) Drawing() bool { return e.brush.on }

// Escape puts the brush down; false where it was not up.
func (e *Editor) Escape() bool { return e.brush.down() }
