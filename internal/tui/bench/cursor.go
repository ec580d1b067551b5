package bench

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/nn"
	"convtutor/internal/tui"
	"convtutor/internal/workbench"
	"convtutor/viz"
)

// board is a plane of numbers that can be typed into.
type board interface {
	Size() nn.Size
	Cell(at nn.Point) float64
	SetCell(at nn.Point, v float64) error
	Clear() error
	// Join makes the last change one with the change before it.
	Join()
}

// planeOf is a plane of a workbench as a board.
type planeOf struct {
	bench *workbench.Bench
	plane viz.Plane
}

func (p planeOf) Size() nn.Size                        { return p.bench.Size(p.plane) }
func (p planeOf) Cell(at nn.Point) float64             { return p.bench.Cell(p.plane, at) }
func (p planeOf) SetCell(at nn.Point, v float64) error { return p.bench.SetCell(p.plane, at, v) }
func (p planeOf) Clear() error                         { return p.bench.Clear() }
func (p planeOf) Join()                                { p.bench.Join() }

// cursor is the cell at hand, and what has been typed into it so far.
type cursor struct {
	at    nn.Point
	typed string
}

// maxTyped bounds what is typed into a cell: as much as can be shown in one.
const maxTyped = 5

// press moves the cursor or types into the cell under it; the error says why a
// number was refused.
func (c *cursor) press(msg tea.Msg, b board) error {
	if c.move(msg, b.Size()) {
		return nil
	}
	switch {
	case tui.Is(msg, tui.KeyOpen):
		c.settle()
	case tui.Is(msg, keyRubout):
		return c.rubOut(b)
	default:
		return c.typeKey(msg, b)
	}
	return nil
}

// move moves the cursor; false where the key is none of those that do.
func (c *cursor) move(msg tea.Msg, size nn.Size) bool {
	to := c.at
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
	c.at, c.typed = to, ""
	return true
}

// typeKey appends a figure, a point or a sign; the cell follows as far as what
// stands there is a number.
func (c *cursor) typeKey(msg tea.Msg, b board) error {
	press, ok := msg.(tea.KeyMsg)
	if !ok || len(press.Runes) != 1 || len(c.typed) >= maxTyped {
		return nil
	}
	r := press.Runes[0]
	if r == '-' && c.typed == "" || r == '.' || r >= '0' && r <= '9' {
		c.typed += string(r)
		return c.apply(b)
	}
	return nil
}

// rubOut takes back a figure, or makes the cell zero where none was typed.
func (c *cursor) rubOut(b board) error {
	if c.typed == "" {
		return b.SetCell(c.at, 0)
	}
	c.typed = c.typed[:len(c.typed)-1]
	return c.apply(b)
}

func (c *cursor) apply(b board) error {
	if v, err := strconv.ParseFloat(c.typed, 64); err == nil {
		return b.SetCell(c.at, v)
	}
	return nil // "-" or "." so far
}

// settle ends what is being typed.
func (c *cursor) settle() { c.typed = "" }

// stay keeps the cursor inside the plane.
func (c *cursor) stay(b board) {
	size := b.Size()
	c.at.Y, c.at.X = min(c.at.Y, size.H-1), min(c.at.X, size.W-1)
}
