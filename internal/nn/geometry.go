package nn

import (
	"fmt"
	"iter"
)

// MaxSide bounds every height, width, channel count, kernel, stride and
// padding that the engine accepts, so that products of two of them never
// overflow an int.
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
	// leading padding (PyTorch's ceil_mode, Caffe's pooling).
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
// "A guide to convolution arithmetic for deep learning", 2016).
func NewGeometry(in Size, w Window, rule Rule) (Geometry, error) {
	panic("contract: written by the engine")
}

// Taps yields the filter's cells row by row for output cell (oy, ox).
func (g Geometry) Taps(oy, ox int) iter.Seq[Tap] {
	return func(yield func(Tap) bool) {
		for fy := range g.Window.Kernel.H {
			for fx := range g.Window.Kernel.W {
				p := Point{
					oy*g.Window.Stride.H - g.Window.Padding.Top + fy*g.Window.Dilation.H,
					ox*g.Window.Stride.W - g.Window.Padding.Left + fx*g.Window.Dilation.W,
				}
				inside := p.Y >= 0 && p.Y < g.In.H && p.X >= 0 && p.X < g.In.W
				if !yield(Tap{Point{fy, fx}, p, inside}) {
					return
				}
			}
		}
	}
}

// Reads counts for every input cell, row by row, how many windows read it.
func (g Geometry) Reads() []int { panic("contract: written by the engine") }

// Unread gives the number of rows and columns of the input that no window reads.
func (g Geometry) Unread() (rows, columns int) { panic("contract: written by the engine") }
