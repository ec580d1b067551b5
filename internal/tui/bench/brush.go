package bench

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/viz"
)

// brush draws the input cell by cell.
type brush struct {
	on  bool
	pen float64 // what it paints
}

// Keys of drawing.
var (
	KeyDraw    = tui.Bind("d", "key.draw", "d")
	keyDone    = tui.Bind("d", "key.edit_done", "d")
	keyPaint   = tui.Bind("space", "key.paint", " ")
	keyPen     = tui.Bind("0–9", "key.pen", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	keyStroke  = tui.Bind("shift ←→", "key.stroke", "shift+left", "shift+right", "shift+up", "shift+down", "H", "J", "K", "L")
	keyStrokeL = tui.Bind("", "key.stroke", "shift+left", "H")
	keyStrokeR = tui.Bind("", "key.stroke", "shift+right", "L")
	keyStrokeU = tui.Bind("", "key.stroke", "shift+up", "K")
	keyWipe    = tui.Bind("w", "key.wipe", "w")
)

// begin takes the brush up; the first time it paints ones.
func (b *brush) begin() {
	b.on = true
	if b.pen == 0 {
		b.pen = 1
	}
}

// bindings are the keys that work while drawing.
func (b *brush) bindings() []key.Binding {
	return []key.Binding{KeyMove, keyPaint, keyPen, keyStroke, keyWipe, keyUndo, keyDone}
}

// Drawing says that the brush is taken up.
func (e *Editor) Drawing() bool { return e.brush.on }

// Escape puts the brush down; false where it was not up.
func (e *Editor) Escape() bool {
	was := e.brush.on
	e.brush.on = false
	return was
}

// paint takes a key while drawing; all others are those of always.
func (e *Editor) paint(msg tea.Msg) bool {
	switch {
	case tui.Is(msg, keyDone), tui.Is(msg, KeyField, keyFieldB):
		e.brush.on = false
	case tui.Is(msg, keyPaint):
		e.toggle()
	case tui.Is(msg, keyPen):
		press := msg.(tea.KeyMsg)
		e.brush.pen = float64(press.Runes[0] - '0')
		e.put(e.brush.pen)
	case tui.Is(msg, keyWipe):
		e.keep(e.bench.Clear())
	case tui.Is(msg, keyStroke):
		e.stroke(msg)
	default:
		return false
	}
	return true
}

// toggle paints the cell under the cursor, or makes it zero where it is painted
// already.
func (e *Editor) toggle() {
	value := e.brush.pen
	if e.bench.Cell(viz.PlaneInput, e.at) == value {
		value = 0
	}
	e.put(value)
}

// put paints the cell under the cursor, unless it has the value already.
func (e *Editor) put(value float64) {
	if e.bench.Cell(viz.PlaneInput, e.at) != value {
		e.keep(e.bench.SetCell(viz.PlaneInput, e.at, value))
	}
}

// stroke paints while it moves.
func (e *Editor) stroke(msg tea.Msg) {
	e.put(e.brush.pen)
	size := e.bench.Size(viz.PlaneInput)
	switch {
	case tui.Is(msg, keyStrokeL):
		e.at.X = max(e.at.X-1, 0)
	case tui.Is(msg, keyStrokeR):
		e.at.X = min(e.at.X+1, size.W-1)
	case tui.Is(msg, keyStrokeU):
		e.at.Y = max(e.at.Y-1, 0)
	default:
		e.at.Y = min(e.at.Y+1, size.H-1)
	}
	e.put(e.brush.pen)
}

// paintAt takes a click, or a cell that the pointer was drawn over.
func (e *Editor) paintAt(c clickMsg) {
	if c.plane != viz.PlaneInput {
		return
	}
	e.at = c.at
	if c.drag {
		e.put(e.brush.pen)
		return
	}
	e.toggle()
}
