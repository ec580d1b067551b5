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

// SheetEditor is a sheet on screen: one plane to type into, choices by letters.
type SheetEditor struct {
	session *session.Session
	sheet   *workbench.Sheet
	at      nn.Point
	typed   string
	trouble string // why the last change was refused
}

// NewSheet is an editor of a sheet.
func NewSheet(s *session.Session, sheet *workbench.Sheet) *SheetEditor {
	return &SheetEditor{session: s, sheet: sheet}
}

// ChoiceKeys are the keys of a sheet's choices.
func ChoiceKeys(sheet *workbench.Sheet) []key.Binding {
	var keys []key.Binding
	for _, c := range sheet.Model().Choices() {
		keys = append(keys, tui.Bind(c.Key, "sheet."+c.ID, c.Key))
	}
	return keys
}

// PressChoice moves the choice on whose key was pressed; pressed is false where
// it was none.
func PressChoice(sheet *workbench.Sheet, msg tea.Msg) (pressed bool, err error) {
	for i, k := range ChoiceKeys(sheet) {
		if tui.Is(msg, k) {
			return true, sheet.Choose(sheet.Model().Choices()[i].ID, 1)
		}
	}
	return false, nil
}

// Bindings are the keys that work now.
func (e *SheetEditor) Bindings() []key.Binding {
	number := keyNumber
	number.SetKeys("0")
	return append([]key.Binding{KeyMove, number}, append(ChoiceKeys(e.sheet), keyUndo, keyReset)...)
}

// Update takes a key or a click.
func (e *SheetEditor) Update(msg tea.Msg) {
	if c, ok := msg.(sheetClick); ok {
		if c.owner == e {
			e.typed, e.at = "", c.at
		}
		return
	}
	if pressed, err := PressChoice(e.sheet, msg); pressed {
		e.typed = ""
		e.keep(err)
		return
	}
	switch {
	case tui.Is(msg, keyUndo):
		e.typed = ""
		e.sheet.Undo()
	case tui.Is(msg, keyReset):
		e.typed = ""
		e.keep(e.sheet.Reset())
	case tui.Is(msg, keyRubout):
		e.rubOut()
	case tui.Is(msg, tui.KeyOpen):
		e.typed = ""
	default:
		if !e.move(msg) {
			e.typeKey(msg)
		}
	}
	size := e.sheet.Size()
	e.at.Y, e.at.X = min(e.at.Y, size.H-1), min(e.at.X, size.W-1)
}

// move moves the cursor.
func (e *SheetEditor) move(msg tea.Msg) bool {
	size, to := e.sheet.Size(), e.at
	switch {
	case tui.Is(msg, tui.KeyLeft):
		to.X = max(to.X-1, 0)
	case tui.Is(msg, tui.KeyRight):
		to.X = min(to.X+1, size.W-1)
	case tui.Is(msg, tui.KeyUp):
		to.Y = max(to.Y-1, 0)
	case tui.Is(msg, tui.KeyDown):
		to.Y = min(to.Y+1, size.H-1)
	default:
		return false
	}
	e.at, e.typed = to, ""
	return true
}

// typeKey appends a figure, a point or a sign.
func (e *SheetEditor) typeKey(msg tea.Msg) {
	press, ok := msg.(tea.KeyMsg)
	if !ok || len(press.Runes) != 1 || len(e.typed) >= 5 {
		return
	}
	r := press.Runes[0]
	if r == '-' && e.typed == "" || r == '.' || r >= '0' && r <= '9' {
		e.typed += string(r)
		e.apply()
	}
}

func (e *SheetEditor) rubOut() {
	if e.typed == "" {
		e.keep(e.sheet.SetCell(e.at, 0))
		return
	}
	e.typed = e.typed[:len(e.typed)-1]
	e.apply()
}

func (e *SheetEditor) apply() {
	v, err := strconv.ParseFloat(e.typed, 64)
	if err != nil {
		return // "-" or "." so far
	}
	e.keep(e.sheet.SetCell(e.at, v))
}

func (e *SheetEditor) keep(err error) {
	e.trouble = ""
	if err != nil {
		e.trouble = canvas.Clean(err.Error())
	}
}

// sheetClick is a click on a cell.
type sheetClick struct {
	owner *SheetEditor
	at    nn.Point
}

// Shown is the part of an area in which the animation is drawn.
func (e *SheetEditor) Shown(area canvas.Rect) canvas.Rect {
	area.H -= 2
	return area
}

// Draw draws the plane with its open cell, and the choices in the last row.
func (e *SheetEditor) Draw(f tui.Frame) {
	area := e.Shown(f.Area)
	if opened, ok := e.sheet.Animation().(viz.Opened); ok {
		open := viz.OpenCell{Plane: viz.PlaneInput, At: e.at, Typed: e.typed}
		opened.DrawOpen(viz.Frame{Grid: f.Grid, Area: area, Say: e.session.Say}, open)
		f.Zone(area, func(x, y int) tea.Msg {
			if plane, at := opened.CellAt(area, x, y); plane != viz.PlaneNone {
				return sheetClick{e, at}
			}
			return nil
		})
	}
	part := f.Grid.Part(canvas.Rect{X: f.Area.X, Y: f.Area.Y + area.H, W: f.Area.W, H: 2})
	if e.trouble != "" {
		part.Text(0, 0, canvas.RoleBad, canvas.Cut(e.trouble, f.Area.W))
	}
	DrawChoices(e.session, e.sheet, part, 1)
}

// DrawChoices writes what is set into a row, each with its key.
func DrawChoices(s *session.Session, sheet *workbench.Sheet, part canvas.Part, y int) {
	x := 0
	for _, c := range sheet.Model().Choices() {
		value := c.Text
		if c.Value.Key != "" {
			value = s.Say(c.Value)
		}
		x = part.Text(x, y, canvas.RoleKey, c.Key) + 1
		x = part.Text(x, y, canvas.RoleDim, s.Text("sheet."+c.ID)+" ")
		x = part.Text(x, y, canvas.RoleText, value) + 3
	}
}
