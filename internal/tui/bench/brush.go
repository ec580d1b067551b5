package bench

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/nn"
	"convtutor/internal/tui"
)

// brush draws a plane cell by cell.
type brush struct {
	on  bool
	pen float64 // what it paints
	// begun says that the stroke at hand has painted: what it paints now is
	// undone with that.
	begun bool
}

// begin takes the brush up; the first time it paints ones.
func (b *brush) begin() {
	b.on = true
	if b.pen == 0 {
		b.pen = 1
	}
}

// down puts the brush down; false where it was not up.
func (b *brush) down() bool {
	was := b.on
	b.on = false
	return was
}

// brushKeys are the keys that work while drawing.
func brushKeys() []key.Binding {
	return []key.Binding{KeyMove, keyPaint, keyPen, keyStroke, keyWipe, keySign, keyUndo, keyDone}
}

// press takes a key while drawing; all others are those of always.
func (b *brush) press(msg tea.Msg, c *cursor, on board) (taken bool, err error) {
	b.begun = false
	switch {
	case tui.Is(msg, keyDone), tui.Is(msg, KeyField, keyFieldB):
		b.on = false
	case tui.Is(msg, keyPaint):
		err = b.toggle(c, on)
	case tui.Is(msg, keyPen):
		b.pen = float64(msg.(tea.KeyMsg).Runes[0] - '0')
		err = b.put(c, on, b.pen)
	case tui.Is(msg, keySign):
		b.pen = 0 - b.pen // no -0
	case tui.Is(msg, keyWipe):
		err = on.Clear()
	case tui.Is(msg, keyStroke):
		err = b.stroke(msg, c, on)
	default:
		return false, nil
	}
	return true, err
}

// toggle paints the cell under the cursor, or makes it zero where it is painted
// already.
func (b *brush) toggle(c *cursor, on board) error {
	value := b.pen
	if on.Cell(c.at) == value {
		value = 0
	}
	return b.put(c, on, value)
}

// put paints the cell under the cursor, unless it has the value already.
func (b *brush) put(c *cursor, on board, value float64) error {
	if on.Cell(c.at) == value {
		return nil
	}
	return on.SetCell(c.at, value)
}

// stroke paints while it moves.
func (b *brush) stroke(msg tea.Msg, c *cursor, on board) error {
	if err := b.put(c, on, b.pen); err != nil {
		return err
	}
	size := on.Size()
	switch {
	case tui.Is(msg, keyStrokeL):
		c.at.X = max(c.at.X-1, 0)
	case tui.Is(msg, keyStrokeR):
		c.at.X = min(c.at.X+1, size.W-1)
	case tui.Is(msg, keyStrokeU):
		c.at.Y = max(c.at.Y-1, 0)
	default:
		c.at.Y = min(c.at.Y+1, size.H-1)
	}
	return b.put(c, on, b.pen)
}

// paintAt takes a click, which begins a stroke, or a cell that the pointer was
// drawn over, which goes on with it: a stroke is undone as a whole.
func (b *brush) paintAt(at nn.Point, drag bool, c *cursor, on board) error {
	c.at = at
	was := on.Cell(at)
	if !drag {
		b.begun = false
		err := b.toggle(c, on)
		b.begun = on.Cell(at) != was
		return err
	}
	if err := b.put(c, on, b.pen); err != nil || on.Cell(at) == was {
		return err
	}
	if b.begun {
		on.Join()
	}
	b.begun = true
	return nil
}
