// Package bench lets a learner change the numbers of a convolution in place:
// the output follows at once. Its one rule: what can be set and what it makes
// is the workbench's business; here are keys, cursor and rows.
package bench

import (
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/nn"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/workbench"
	"convtutor/viz"
	"convtutor/viz/canvas"
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
	at      nn.Point
	setting workbench.Setting
	typed   string
	trouble string // why the last change was refused
}

// Keys of the workbench.
var (
	KeyMove   = tui.Bind("← ↑ ↓ →", "key.move", "left", "right", "up", "down", "h", "j", "k", "l")
	keyNumber = tui.Bind("0–9 -", "key.number")
	KeyField  = tui.Bind("tab", "key.field", "tab")
	keyFieldB = tui.Bind("shift+tab", "key.field", "shift+tab")
	keyUndo   = tui.Bind("u", "key.undo", "u")
	keyReset  = tui.Bind("x", "key.reset", "x")
	keyFlip   = tui.Bind("f", "key.flip", "f")
	keyRule   = tui.Bind("r", "key.rule", "r")
	keyChange = tui.Bind("↑ ↓", "key.change", "up", "down", "+", "-")
	keySide   = tui.Bind("← →", "key.choose", "left", "right")
	keyMore   = tui.Bind("+", "key.change", "up", "k", "+", "=")
	keyLess   = tui.Bind("-", "key.change", "down", "j", "-", "_")
	keyRubout = tui.Bind("⌫", "key.undo", "backspace", "delete")
)

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

// Bench is what is being changed.
func (e *Editor) Bench() *workbench.Bench { return e.bench }

// Bindings are the keys that work now.
func (e *Editor) Bindings() []key.Binding {
	if e.focus == inSettings {
		return []key.Binding{keySide, keyChange, KeyField, keyUndo, keyReset}
	}
	number := keyNumber
	number.SetKeys("0")
	return []key.Binding{KeyMove, number, KeyField, keyUndo, keyFlip, keyRule, keyReset}
}

// Update takes a key or a click.
func (e *Editor) Update(msg tea.Msg) {
	if click, ok := msg.(clickMsg); ok {
		e.click(click)
		return
	}
	if e.command(msg) {
		return
	}
	if e.focus == inSettings {
		e.pressSettings(msg)
		return
	}
	e.pressCell(msg)
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
	case tui.Is(msg, keyFlip):
		e.keep(e.bench.Adjust(workbench.SettingFlip, 1))
	case tui.Is(msg, keyRule):
		e.keep(e.bench.Adjust(workbench.SettingRule, 1))
	default:
		return false
	}
	return true
}

// keep remembers why a change was refused, until the next one works.
func (e *Editor) keep(err error) {
	e.trouble = ""
	if err != nil {
		e.trouble = canvas.Clean(err.Error())
	}
	e.clamp()
}

func (e *Editor) goTo(f focus) {
	e.focus, e.trouble = f, ""
	e.clamp()
}

// clamp keeps the cursor inside its plane.
func (e *Editor) clamp() {
	size := e.bench.Size(e.plane())
	e.at.Y, e.at.X = min(e.at.Y, size.H-1), min(e.at.X, size.W-1)
}

// plane is the plane that the cursor is in.
func (e *Editor) plane() viz.Plane {
	if e.focus == inFilter {
		return viz.PlaneFilter
	}
	return viz.PlaneInput
}

// pressSettings chooses a setting and changes it.
func (e *Editor) pressSettings(msg tea.Msg) {
	switch {
	case tui.Is(msg, tui.KeyLeft):
		e.setting = max(e.setting-1, 0)
	case tui.Is(msg, tui.KeyRight):
		e.setting = min(e.setting+1, workbench.SettingCount-1)
	case tui.Is(msg, keyMore):
		e.keep(e.bench.Adjust(e.setting, 1))
	case tui.Is(msg, keyLess):
		e.keep(e.bench.Adjust(e.setting, -1))
	}
}

// pressCell moves the cursor or types into the cell under it.
func (e *Editor) pressCell(msg tea.Msg) {
	size := e.bench.Size(e.plane())
	switch {
	case tui.Is(msg, tui.KeyLeft):
		e.settle()
		e.at.X = max(e.at.X-1, 0)
	case tui.Is(msg, tui.KeyRight):
		e.settle()
		e.at.X = min(e.at.X+1, size.W-1)
	case tui.Is(msg, tui.KeyUp):
		e.settle()
		e.at.Y = max(e.at.Y-1, 0)
	case tui.Is(msg, tui.KeyDown):
		e.settle()
		e.at.Y = min(e.at.Y+1, size.H-1)
	case tui.Is(msg, tui.KeyOpen):
		e.settle()
	case tui.Is(msg, keyRubout):
		e.rubOut()
	default:
		e.typeKey(msg)
	}
}

// typeKey appends a figure, a point or a sign; the cell follows as far as what
// stands there is a number.
func (e *Editor) typeKey(msg tea.Msg) {
	press, ok := msg.(tea.KeyMsg)
	if !ok || len(press.Runes) != 1 {
		return
	}
	r := press.Runes[0]
	switch {
	case r == '-' && e.typed == "", r == '.', r >= '0' && r <= '9':
		if len(e.typed) < 5 {
			e.typed += string(r)
			e.apply()
		}
	}
}

func (e *Editor) rubOut() {
	if e.typed == "" {
		e.keep(e.bench.SetCell(e.plane(), e.at, 0))
		return
	}
	e.typed = e.typed[:len(e.typed)-1]
	e.apply()
}

func (e *Editor) apply() {
	v, err := strconv.ParseFloat(e.typed, 64)
	if err != nil {
		return // "-" or "." so far
	}
	e.keep(e.bench.SetCell(e.plane(), e.at, v))
}

// settle ends what is being typed.
func (e *Editor) settle() { e.typed = "" }

// clickMsg is a click on a place of the picture.
type clickMsg struct {
	owner *Editor
	plane viz.Plane
	at    nn.Point
}

func (e *Editor) click(c clickMsg) {
	if c.owner != e || c.plane == viz.PlaneNone {
		return
	}
	e.settle()
	e.focus = inInput
	if c.plane == viz.PlaneFilter {
		e.focus = inFilter
	}
	e.at = c.at
}
