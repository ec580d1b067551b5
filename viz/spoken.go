package viz

import (
	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// SpokenPlane is a plane of numbers to be said row by row.
type SpokenPlane struct {
	Title Words
	Size  nn.Size
	Text  func(nn.Point) string
}

// Spoken is an animation whose numbers can be told to one who does not see them.
type Spoken interface {
	// Planes are the numbers of step i as far as they are known; hide keeps
	// what is asked for secret.
	Planes(i int, hide bool) []SpokenPlane
	// Ask says what is asked for at step i, without its result.
	Ask(i int) Words
}

// Opened is an animation that can be drawn with one of its cells open to be
// changed.
type Opened interface {
	// DrawOpen draws all of it at once, one cell open.
	DrawOpen(f Frame, open OpenCell)
	// CellAt is the cell drawn at column x, row y of the grid in area.
	CellAt(area canvas.Rect, x, y int) (Plane, nn.Point)
}
