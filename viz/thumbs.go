package viz

import (
	"math"
	"strconv"

	"convtutor/viz/canvas"
)

// Thumb is one map of a large result, made small: H rows of W values.
type Thumb struct {
	Title  string
	W, H   int
	Values []float64
}

// thumbColumns is how wide a small map is drawn, in columns.
const thumbColumns = 22

// DrawThumbs draws small maps in a row from row y of the frame on, as many as
// there is room for, and gives them as pixels too. Each is as bright as its own
// largest value; where a map has values below zero, these are blue.
func DrawThumbs(f Frame, y int, thumbs []Thumb) []Placed {
	part := f.Grid.Part(f.Area)
	var placed []Placed
	x := 0
	for i, t := range thumbs {
		m := t.scaled()
		columns, rows := fitted(m.bounds(), thumbColumns, max(f.Area.H-y-1, 1))
		left := len(thumbs) - i
		more := "+" + strconv.Itoa(left)
		if x+columns > f.Area.W || (left > 1 && x+columns+3+len(more) > f.Area.W) {
			part.Text(x, y+1, canvas.RoleDim, more)
			break
		}
		at := canvas.Rect{X: x, Y: y, W: columns, H: rows}
		drawRaster(part, at, m, m.bounds(), t.H)
		part.Text(x, y+rows, canvas.RoleDim, canvas.Cut(t.Title, columns))
		at.X, at.Y = at.X+f.Area.X, at.Y+f.Area.Y
		placed = append(placed, Placed{at, imageOf(m, m.bounds(), t.H)})
		x += columns + 2
	}
	return placed
}

// scaled brings the values to the brightness that can be shown.
func (t Thumb) scaled() *signedMap {
	far := 0.0
	signed := false
	for _, v := range t.Values {
		far = max(far, math.Abs(v))
		signed = signed || v < 0
	}
	values := make([]float64, len(t.Values))
	for i, v := range t.Values {
		if far > 0 {
			values[i] = v * 255 / far
		}
	}
	return newSignedMap(values, t.H, t.W, signed)
}
