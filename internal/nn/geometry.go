// Package nn holds the layers of convolutional networks as reference code:
// geometry (which input cell meets which filter cell), forward passes that sum
// over it, and their gradients. Its one rule: a number that a learner sees is
// summed over the Geometry that the picture draws.
//
// Arrays of several pictures have shape (N, C, H, W), those of one picture in
// the lecture's order (H, W, C); see package tensor for the conversion. Bad
// shapes are errors that name them. A NaN in the input is a NaN in every output
// that reads it, in pooling as well.
package nn

import (
	"fmt"
	"iter"
)

// MaxSide bounds every height, width, channel count, kernel (dilated), stride
// and padding that the engine accepts, so that products of two of them never
// overflow an int64.
const MaxSide = 1 << 20

// Size is a height and a width, in cells.
type Size struct{ H, W int }

// String writes the size as height x width: "5x7".
func (s Size) String() string { return fmt.Sprintf("%dx%d", s.H, s.W) }

// Square is a size with two equal sides.
func Square(n int) Size { return Size{n, n} }

// Sides is a number of cells on each side of a plane (padding).
type Sides struct{ Top, Left, Bottom, Right int }

// AllSides is the same number of cells on all four sides.
func AllSides(n int) Sides { return Sides{n, n, n, n} }

// Point is a cell of a plane, counted from 0 at the top left. With padding a
// Point of the input may lie outside of it: Y < 0, say.
type Point struct{ Y, X int }

// Rule says what becomes of a stride that does not fit.
type Rule int

const (
	// RuleFloor rounds the output size down: the last rows and columns are
	// never read (PyTorch and most others).
	RuleFloor Rule = iota
	// RuleError refuses a stride that does not fit (the course's notes).
	RuleError
	// RuleCeil rounds up; the last window must begin inside the input or its
	// leading padding (PyTorch's ceil_mode, Caffe's pooling). It may hang over
	// the end, even where it is the only one.
	RuleCeil
	// RuleSame gives ceil(N/S) and pads as needed, the odd cell at the end
	// (TensorFlow's SAME). The window's own padding is not used.
	RuleSame
)

// Window describes a window that slides over a plane: a filter or a pool.
type Window struct {
	Kernel   Size  // the filter's height and width
	Stride   Size  // cells moved at each step; 0 means 1
	Padding  Sides // cells added around the input
	Dilation Size  // distance between neighbouring taps, counted from 1; 0 means 1
}

// Geometry says which input cell meets which filter cell for every output
// cell. Forward passes sum over it, pictures draw it and questions ask about
// it. It is immutable.
type Geometry struct {
	In     Size
	Out    Size
	Window Window // with the padding that is really used (RuleSame fills it in)
}

// Tap is one meeting of an input cell and a filter cell.
type Tap struct {
	Filter Point
	Input  Point // may lie outside of the input
	Inside bool  // false where Input is padding
}

// NewGeometry lays window w over an input plane of size in. The output size is
// (N - D(F-1) - 1 + P)/S + 1 on each axis, P the padding of both sides
// together, with rule deciding what a remainder means (Dumoulin and Visin,
// "A guide to convolution arithmetic for deep learning", 2016). A stride or
// dilation of 0 is taken as 1; what people typed goes through Window.Check
// first, which refuses it. Errors name the sizes and wrap ErrTooLarge,
// ErrRemainder or ErrRange.
func NewGeometry(in Size, w Window, rule Rule) (Geometry, error) {
	w.Stride, w.Dilation = orOne(w.Stride), orOne(w.Dilation)
	if rule == RuleSame {
		w.Padding = Sides{}
	}
	g := Geometry{In: in, Window: w}
	rows, columns := g.Rows(), g.Columns()
	var err error
	if g.Out.H, err = rows.Output(rule); err == nil {
		g.Out.W, err = columns.Output(rule)
	}
	if err != nil {
		return Geometry{}, bothAxes(err, in, w)
	}
	if rule == RuleSame {
		w.Padding.Top, w.Padding.Bottom = rows.SamePadding()
		w.Padding.Left, w.Padding.Right = columns.SamePadding()
		g.Window = w
	}
	return g, nil
}

// NewTransposed gives the geometry of a transposed convolution of an input
// plane of size in. It is that of the convolution it transposes, which leads
// from the transposed convolution's output back to its input: the result's Out
// is in, its In is the size of what the transposed convolution puts out, and
// Taps(y, x) are the output cells to which input cell (y, x) is spread.
// extra is the output padding: rows and columns more at the end.
func NewTransposed(in Size, w Window, extra Size) (Geometry, error) {
	w.Stride, w.Dilation = orOne(w.Stride), orOne(w.Dilation)
	g := Geometry{In: in, Out: in, Window: w}
	h, err := g.Rows().Transposed(extra.H)
	if err != nil {
		return Geometry{}, err
	}
	width, err := g.Columns().Transposed(extra.W)
	if err != nil {
		return Geometry{}, err
	}
	g.In = Size{h, width}
	return g, nil
}

// orOne puts 1 where a size has a 0.
func orOne(s Size) Size {
	if s.H == 0 {
		s.H = 1
	}
	if s.W == 0 {
		s.W = 1
	}
	return s
}

// Check refuses what NewGeometry would forgive, a stride or dilation of 0, and
// everything else about the window that no input could make right. Commands
// and fields that people type into call it.
func (w Window) Check() error {
	g := Geometry{In: Square(1), Window: w}
	if err := g.Rows().check(); err != nil {
		return err
	}
	return g.Columns().check()
}

// Rows is the geometry's vertical axis.
func (g Geometry) Rows() Axis {
	w := g.Window
	return Axis{g.In.H, w.Kernel.H, w.Stride.H, w.Padding.Top, w.Padding.Bottom, w.Dilation.H}
}

// Columns is the geometry's horizontal axis.
func (g Geometry) Columns() Axis {
	w := g.Window
	return Axis{g.In.W, w.Kernel.W, w.Stride.W, w.Padding.Left, w.Padding.Right, w.Dilation.W}
}

// Origin is the input cell under the first filter cell for output cell
// (oy, ox). With padding it may lie outside of the input.
func (g Geometry) Origin(oy, ox int) Point {
	return Point{
		oy*g.Window.Stride.H - g.Window.Padding.Top,
		ox*g.Window.Stride.W - g.Window.Padding.Left,
	}
}

// Taps yields the filter's cells row by row for output cell (oy, ox).
func (g Geometry) Taps(oy, ox int) iter.Seq[Tap] {
	origin, step := g.Origin(oy, ox), g.Window.Dilation
	return func(yield func(Tap) bool) {
		for fy := range g.Window.Kernel.H {
			for fx := range g.Window.Kernel.W {
				p := Point{origin.Y + fy*step.H, origin.X + fx*step.W}
				inside := p.Y >= 0 && p.Y < g.In.H && p.X >= 0 && p.X < g.In.W
				if !yield(Tap{Point{fy, fx}, p, inside}) {
					return
				}
			}
		}
	}
}

// Reads counts for every input cell, row by row, how many windows read it. A
// cell is read by as many windows as its row times as many as its column;
// ReadsByAxis gives these two without allocating a plane.
func (g Geometry) Reads() []int {
	rows, columns := g.ReadsByAxis()
	counts := make([]int, 0, len(rows)*len(columns))
	for _, r := range rows {
		for _, c := range columns {
			counts = append(counts, r*c)
		}
	}
	return counts
}

// ReadsByAxis counts for every row of the input how many rows of windows read
// it, and the same for every column.
func (g Geometry) ReadsByAxis() (rows, columns []int) {
	return g.Rows().reads(g.Out.H), g.Columns().reads(g.Out.W)
}

// Unread gives the number of rows and columns of the input that no window
// reads: at the end, where the stride does not fit, or between the windows,
// where the stride is longer than the filter or the filter dilated.
func (g Geometry) Unread() (rows, columns int) {
	byRow, byColumn := g.ReadsByAxis()
	return zeros(byRow), zeros(byColumn)
}

func zeros(counts []int) int {
	n := 0
	for _, c := range counts {
		if c == 0 {
			n++
		}
	}
	return n
}
