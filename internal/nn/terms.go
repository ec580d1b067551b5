package nn

import (
	"fmt"

	"convtutor/internal/tensor"
)

// Term is one product of the sum that makes an output cell.
type Term[T tensor.Float] struct {
	Channel int // of the input, not of the group
	Tap     Tap
	Input   T // 0 where the tap is padding
	Weight  T
	Product T
}

// OutputCell names a number of a convolution's output (N, K, OH, OW).
type OutputCell struct{ N, Channel, Y, X int }

// Terms lists what Conv2D sums for one output cell, in the order in which it
// sums it: channel by channel, the filter's cells row by row. Padding is listed
// too. The bias, added at the end, is not.
func Terms[T tensor.Float](x, w *tensor.Dense[T], o Conv, cell OutputCell) ([]Term[T], error) {
	s, err := convSlide(x.Shape(), w.Shape(), o)
	if err != nil {
		return nil, err
	}
	if !s.hasCell(cell) {
		return nil, fmt.Errorf("conv2d: output %dx%dx%s has no cell %d, %d, %d, %d",
			s.n, s.out, s.g.Out, cell.N, cell.Channel, cell.Y, cell.X)
	}
	perGroup := s.in / s.groups
	first := cell.Channel / (s.out / s.groups) * perGroup
	terms := make([]Term[T], 0, w.Len()/s.out)
	for c := range perGroup {
		for tap := range s.g.Taps(cell.Y, cell.X) {
			t := Term[T]{Channel: first + c, Tap: tap, Weight: w.At(cell.Channel, c, tap.Filter.Y, tap.Filter.X)}
			if tap.Inside {
				t.Input = x.At(cell.N, first+c, tap.Input.Y, tap.Input.X)
			}
			t.Product = t.Input * t.Weight
			terms = append(terms, t)
		}
	}
	return terms, nil
}

func (s slide) hasCell(c OutputCell) bool {
	within := func(i, n int) bool { return 0 <= i && i < n }
	return within(c.N, s.n) && within(c.Channel, s.out) && within(c.Y, s.g.Out.H) && within(c.X, s.g.Out.W)
}

// Flip turns the last two axes of filters (K, C, FH, FW) by 180 degrees. The
// convolution of mathematics is Conv2D with flipped filters; what deep learning
// calls a convolution is the cross-correlation, without the flip.
func Flip[T tensor.Float](w *tensor.Dense[T]) (*tensor.Dense[T], error) {
	if w.Rank() < 2 {
		return nil, fmt.Errorf("flip: shape %s has fewer than two axes", w)
	}
	f := w.Clone()
	cells := w.Dim(-1) * w.Dim(-2)
	for i, v := range w.Data() {
		plane, cell := i/cells*cells, i%cells
		f.Data()[plane+cells-1-cell] = v
	}
	return f, nil
}
