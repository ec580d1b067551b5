package ask

import (
	"slices"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz"
)

// drawGiven draws the numbers that the question gives and returns the row
// below them. The window asked about is lit once the answer is known.
func (b *Box) drawGiven(f tui.Frame, y int) int {
	if b.plain != "" {
		return y
	}
	var list []viz.NumberPlane
	if p := b.question.Given.Problem; p != nil {
		lit := func(int, int) bool { return false }
		if b.Done() {
			lit = b.window()
		}
		list = planes(p, lit)
	}
	list = append(list, b.question.Drawn.Planes...)
	if b.question.Type == quiz.TypePlace && len(list) > 0 && slices.EqualFunc(list[0].Rows, b.question.Field, slices.Equal) {
		list = list[1:] // it is there to be pointed at
	}
	if len(list) == 0 {
		return y
	}
	rows := viz.DrawPlanes(viz.Frame{Grid: f.Grid, Area: f.Area, Say: b.session.Say}, y, list)
	return rows + 1
}

// planes are the channels of a problem's input and filter.
func planes(p *quiz.Problem, lit func(int, int) bool) []viz.NumberPlane {
	var list []viz.NumberPlane
	add := func(a quiz.Array, key string, of viz.Plane) {
		for c := range a.Shape[1] {
			plane := viz.NumberPlane{
				Title: viz.Words{Key: key}, Rows: rows(a, c), Of: of,
				Shape: strconv.Itoa(a.Shape[2]) + "×" + strconv.Itoa(a.Shape[3]),
			}
			if a.Shape[1] > 1 {
				plane.Shape += " #" + strconv.Itoa(c+1)
			}
			if of == viz.PlaneInput {
				plane.Lit = lit
			}
			list = append(list, plane)
		}
	}
	add(p.Input, "viz.conv.input", viz.PlaneInput)
	if p.Weight != nil {
		add(*p.Weight, "viz.conv.filter", viz.PlaneFilter)
	}
	return list
}

// rows are the rows of channel c of an array of shape 1, C, H, W.
func rows(a quiz.Array, c int) [][]float64 {
	h, w := a.Shape[2], a.Shape[3]
	out := make([][]float64, h)
	for y := range out {
		at := (c*h + y) * w
		out[y] = a.Data[at : at+w]
	}
	return out
}

// window says which input cells the cell asked for is made of.
func (b *Box) window() func(row, column int) bool {
	given := b.question.Given
	g, err := given.Problem.Geometry()
	if err != nil || len(given.At) != 3 {
		return func(int, int) bool { return false }
	}
	read := map[nn.Point]bool{}
	for tap := range g.Taps(given.At[1], given.At[2]) {
		read[tap.Input] = tap.Inside
	}
	return func(row, column int) bool { return read[nn.Point{Y: row, X: column}] }
}
