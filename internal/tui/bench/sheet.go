package bench

import (
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
	cursor
	brush   brush
	trouble string // why the last change was refused
	all     bool   // the plane can be drawn, too
}

// NewSheet is an editor of a sheet.
func NewSheet(s *session.Session, sheet *workbench.Sheet) *SheetEditor {
	return &SheetEditor{session: s, sheet: sheet}
}

// Drawn opens the plane to be drawn, too.
func (e *SheetEditor) Drawn() { e.all = true }

// Drawing says that the brush is taken up.
func (e *SheetEditor) Drawing() bool { return e.brush.on }

// Escape puts the brush down; false where it was not up.
func (e *SheetEditor) Escape() bool { return e.brush.down() }

// Sheet is what is being changed.
func (e *SheetEditor) Sheet() *workbench.Sheet { return e.sheet }

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
	if e.brush.on {
		return append(brushKeys(), ChoiceKeys(e.sheet)...)
	}
	number := keyNumber
	number.SetKeys("0")
	keys := append([]key.Binding{KeyMove, number}, ChoiceKeys(e.sheet)...)
	if e.all {
		keys = append(keys, KeyDraw)
	}
	return append(keys, keyUndo, keyReset)
}

// PressUndo takes the last change back, or all of them, where the key for it
// was pressed.
func PressUndo(sheet *workbench.Sheet, msg tea.Msg) (pressed bool, err error) {
	switch {
	case tui.Is(msg, keyUndo):
		sheet.Undo()
		return true, nil
	case tui.Is(msg, keyReset):
		return true, sheet.Reset()
	}
	return false, nil
}

// UndoKeys are the keys of PressUndo.
func UndoKeys() []key.Binding { return []key.Binding{keyUndo, keyReset} }

// Update takes a key or a click.
func (e *SheetEditor) Update(msg tea.Msg) {
	if c, ok := msg.(sheetClick); ok {
		e.click(c)
		return
	}
	e.keep(e.press(msg))
}

func (e *SheetEditor) press(msg tea.Msg) error {
	if e.brush.on {
		if taken, err := e.brush.press(msg, &e.cursor, e.sheet); taken {
			return err
		}
	}
	if pressed, err := PressChoice(e.sheet, msg); pressed {
		e.settle()
		return err
	}
	if pressed, err := PressUndo(e.sheet, msg); pressed {
		e.settle()
		return err
	}
	if e.all && tui.Is(msg, KeyDraw) {
		e.settle()
		e.brush.begin()
		return nil
	}
	return e.cursor.press(msg, e.sheet)
}

func (e *SheetEditor) click(c sheetClick) {
	switch {
	case c.owner != e || c.drag && !e.brush.on:
	case e.brush.on:
		e.keep(e.brush.paintAt(c.at, c.drag, &e.cursor, e.sheet))
	default:
		e.typed, e.at = "", c.at
	}
}

func (e *SheetEditor) keep(err error) {
	e.trouble = ""
	if err != nil {
		e.trouble = e.session.Explain(err)
	}
	e.stay(e.sheet)
}

// sheetClick is a click on a cell.
type sheetClick struct {
	owner *SheetEditor
	at    nn.Point
	drag  bool // the button was held
}

// Shown is the part of an area in which the animation is drawn: below it are
// news, and the choices.
func (e *SheetEditor) Shown(area canvas.Rect) canvas.Rect {
	area.H -= len(e.newsLines(area.W-1)) + len(e.choiceLines(area.W-1))
	return area
}

// Draw draws the plane with its open cell, and the choices in the last row.
func (e *SheetEditor) Draw(f tui.Frame) {
	area := e.Shown(f.Area)
	if opened, ok := e.sheet.Animation().(viz.Opened); ok {
		open := viz.OpenCell{Plane: viz.PlaneInput, At: e.at, Typed: e.typed}
		opened.DrawOpen(viz.Frame{Grid: f.Grid, Area: area, Say: e.session.Say}, open)
		at := func(drag bool) func(x, y int) tea.Msg {
			return func(x, y int) tea.Msg {
				if plane, at := opened.CellAt(area, x, y); plane != viz.PlaneNone {
					return sheetClick{e, at, drag}
				}
				return nil
			}
		}
		f.DragZone(area, at(false), at(true))
	}
	part := f.Grid.Part(canvas.Rect{X: f.Area.X, Y: f.Area.Y + area.H, W: f.Area.W, H: f.Area.H - area.H})
	part.Lines(1, part.Lines(1, 0, e.newsLines(f.Area.W-1)), e.choiceLines(f.Area.W-1))
}

// newsLines say why a change was refused, or what the brush paints; there is
// always one at least, so that nothing jumps.
func (e *SheetEditor) newsLines(width int) []canvas.Line {
	switch {
	case e.trouble != "":
		return canvas.Wrap(canvas.Line{{Text: e.trouble, Role: canvas.RoleBad}}, width)
	case e.brush.on:
		words := viz.Words{Key: "bench.drawing", Args: viz.Args{"pen": e.brush.pen}}
		return canvas.Wrap(canvas.Line{{Text: e.session.Say(words), Role: canvas.RoleDim}}, width)
	}
	return []canvas.Line{nil}
}

// choiceLines say what is set, each with its key, in as many lines as they need.
func (e *SheetEditor) choiceLines(width int) []canvas.Line {
	var list []canvas.Line
	for _, c := range e.sheet.Model().Choices() {
		value := c.Text
		if c.Value.Key != "" {
			value = e.session.Say(c.Value)
		}
		list = append(list, canvas.Line{
			{Text: c.Key, Role: canvas.RoleKey},
			{Text: " " + e.session.Text("sheet."+c.ID) + " ", Role: canvas.RoleDim},
			{Text: value + "   ", Role: canvas.RoleText},
		})
	}
	return packed(list, width)
}
