package nn

import "convtutor/internal/tensor"

// meeting is a tap inside of the input: a cell of the filter and a cell of the
// input plane, both counted row by row.
type meeting struct{ filter, input int }

// eachWindow goes through the output cells row by row, each with the input
// cells that its window covers. Padding, which adds nothing to a sum, is left
// out. The slice is used again for the next window.
func (g Geometry) eachWindow(visit func(out int, taps []meeting)) {
	var taps []meeting
	for oy := range g.Out.H {
		for ox := range g.Out.W {
			taps = taps[:0]
			for t := range g.Taps(oy, ox) {
				if t.Inside {
					taps = append(taps, meeting{t.Filter.Y*g.Window.Kernel.W + t.Filter.X, t.Input.Y*g.In.W + t.Input.X})
				}
			}
			visit(oy*g.Out.W+ox, taps)
		}
	}
}

// slide is a convolution's bookkeeping, shared by both directions of both kinds:
// n pictures, in channels on planes of size g.In, out channels on planes of
// size g.Out, and filters of shape (out, in/groups, FH, FW) between them.
type slide struct {
	g                  Geometry
	n, in, out, groups int
}

// each visits every channel under every window, channels innermost: at is the
// place of the cell in the out array, plane where the in channel begins, filter
// where the filter's channel begins.
func (s slide) each(visit func(taps []meeting, at, plane, filter int)) {
	inCells, outCells := s.g.In.H*s.g.In.W, s.g.Out.H*s.g.Out.W
	filterCells := s.g.Window.Kernel.H * s.g.Window.Kernel.W
	inGroup, outGroup := s.in/s.groups, s.out/s.groups
	s.g.eachWindow(func(cell int, taps []meeting) {
		for n := range s.n {
			for k := range s.out {
				first := n*s.in + k/outGroup*inGroup
				for c := range inGroup {
					visit(taps, (n*s.out+k)*outCells+cell, (first+c)*inCells, (k*inGroup+c)*filterCells)
				}
			}
		}
	})
}

// gather adds to every out cell what its window sees: a convolution forward.
// The products are summed in the order of Terms.
func gather[T tensor.Float](s slide, in, filters, out []T) {
	s.each(func(taps []meeting, at, plane, filter int) {
		sum := out[at]
		for _, t := range taps {
			sum += T(in[plane+t.input] * filters[filter+t.filter])
		}
		out[at] = sum
	})
}

// spread gives every out cell back to the cells that its window saw: a
// convolution backward to its input, and a transposed convolution forward.
func spread[T tensor.Float](s slide, in, filters, out []T) {
	s.each(func(taps []meeting, at, plane, filter int) {
		v := out[at]
		for _, t := range taps {
			in[plane+t.input] += T(v * filters[filter+t.filter])
		}
	})
}

// correlate adds to every filter cell the products of the pairs that met at it:
// a convolution backward to its filters.
func correlate[T tensor.Float](s slide, in, filters, out []T) {
	s.each(func(taps []meeting, at, plane, filter int) {
		v := out[at]
		for _, t := range taps {
			filters[filter+t.filter] += T(v * in[plane+t.input])
		}
	})
}

// addBias adds bias[k] to every cell of channel k. A nil bias adds nothing.
func addBias[T tensor.Float](x *tensor.Dense[T], bias []T) {
	if bias == nil {
		return
	}
	cells := x.Dim(2) * x.Dim(3)
	for i := range x.Data() {
		x.Data()[i] += bias[i/cells%len(bias)]
	}
}

// sumOfChannels is the gradient of a bias: the sum over pictures and cells of
// every channel of x.
func sumOfChannels[T tensor.Float](x *tensor.Dense[T]) []T {
	sums := make([]T, x.Dim(1))
	cells := x.Dim(2) * x.Dim(3)
	for i, v := range x.Data() {
		sums[i/cells%len(sums)] += v
	}
	return sums
}
