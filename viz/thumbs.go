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
const thumbColumns = 16

// DrawThumbs draws small maps in a row from row y of the frame on, as many as
// there is room for, and gives the row below them. Each is as bright as its
// own largest value; maps with values below zero are blue there.
func DrawThumbs(f Frame, y int, thumbs []Thumb) int {
	part := f.Grid.Part(f.Area)
	x, bottom := 0, y
	for i, t := range thumbs {
		m := t.scaled()
		columns, rows := fitted(m.bounds(), thumbColumns, max(f.Area.H-y-1, 1))
		left := len(thumbs) - i
		more := "+" + strconv.Itoa(left)
		if x+columns > f.Area.W || (left > 1 && x+columns+3+len(more) > f.Area.W) {
			part.Text(x, y+1, canvas.RoleDim, more)
			break
		}
		drawRaster(part, canvas.Rect{X: x, Y: y, W: columns, H: rows}, m, m.bounds(), t.H)
		part.Text(x, y+rows, canvas.RoleDim, canvas.Cut(t.Title, columns))
		x, bottom = x+columns+2, max(bottom, y+rows+1)
	}
	return bottom
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
