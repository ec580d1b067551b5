package viz

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// TransposedSetup is what the animation of a transposed convolution is made of.
type TransposedSetup struct {
	Input    *tensor.Dense[float64] // (H, W, 1)
	Filter   *tensor.Dense[float64] // (FH, FW, 1)
	Bias     *float64               // added once to every cell of the output; nil for none
	Stride   nn.Size                // 0 means 1
	Padding  nn.Sides               // cut off the output
	Dilation nn.Size                // 0 means 1
	Extra    nn.Size                // rows and columns more at the output's end
}

// Transposed is the animation of a transposed convolution: each cell of the
// input lays the filter, times itself, on the output. A step is one product,
// added where it falls; the bias, if there is one, is the last step.
type Transposed struct {
	setup    TransposedSetup
	geometry nn.Geometry // Out is the input, In the output: see nn.NewTransposed
	filter   []float64
	output   *tensor.Dense[float64] // (OH, OW)
	taps     []spreadTap            // of all steps but the bias
	texts    transposedTexts
}

// spreadTap is one product and where it falls.
type spreadTap struct {
	nn.Tap           // Input is the cell of the output, which may be cut off
	from    nn.Point // the cell of the input
	product float64
	sum     float64 // of the output's cell, this product included
}

// maxTransposed bounds the output's sides: more than a screen shows.
const maxTransposed = 32

// NewTransposed builds the animation. Its numbers come out of the engine.
func NewTransposed(s TransposedSetup) (*Transposed, error) {
	if !isPlane(s.Input) || !isPlane(s.Filter) {
		return nil, fmt.Errorf("conv_transpose2d: input and filter must be one plane each (H, W, 1)")
	}
	x, err := batch(s.Input)
	if err != nil {
		return nil, err
	}
	w, err := batch(s.Filter)
	if err != nil {
		return nil, err
	}
	o := nn.ConvTranspose{Stride: s.Stride, Padding: s.Padding, Dilation: s.Dilation, OutputPadding: s.Extra}
	t := &Transposed{setup: s, filter: w.Data()}
	if _, t.geometry, err = nn.ConvTranspose2DShape(x.Shape(), w.Shape(), o); err != nil {
		return nil, err
	}
	if out := t.geometry.In; out.H > maxTransposed || out.W > maxTransposed {
		return nil, fmt.Errorf("conv_transpose2d: output %s is larger than can be shown, %dx%d", out, maxTransposed, maxTransposed)
	}
	var bias []float64
	if s.Bias != nil {
		bias = []float64{*s.Bias}
	}
	y, err := nn.ConvTranspose2D(x, w, bias, o)
	if err != nil {
		return nil, err
	}
	if t.output, err = tensor.From(y.Data(), t.geometry.In.H, t.geometry.In.W); err != nil {
		return nil, err
	}
	t.expand(x.Data())
	t.measure()
	return t, nil
}

// isPlane says that a volume is one channel: (H, W, 1).
func isPlane(d *tensor.Dense[float64]) bool { return d != nil && d.Rank() == 3 && d.Dim(2) == 1 }

// expand writes every product out, in the order in which the engine adds them.
func (t *Transposed) expand(x []float64) {
	sums := make([]float64, t.geometry.In.H*t.geometry.In.W)
	for y := range t.geometry.Out.H {
		for col := range t.geometry.Out.W {
			v := x[y*t.geometry.Out.W+col]
			for tap := range t.geometry.Taps(y, col) {
				s := spreadTap{Tap: tap, from: nn.Point{Y: y, X: col}}
				s.product = v * t.filter[tap.Filter.Y*t.geometry.Window.Kernel.W+tap.Filter.X]
				if tap.Inside {
					at := tap.Input.Y*t.geometry.In.W + tap.Input.X
					sums[at] += s.product
					s.sum = sums[at]
				}
				t.taps = append(t.taps, s)
			}
		}
	}
}

// spreads is the number of products of one input cell.
func (t *Transposed) spreads() int { return t.geometry.Window.Kernel.H * t.geometry.Window.Kernel.W }

// Geometry is that of the convolution that is transposed: its Out is this
// one's input, its In this one's output.
func (t *Transposed) Geometry() nn.Geometry { return t.geometry }

// Output is the finished output, (OH, OW).
func (t *Transposed) Output() *tensor.Dense[float64] { return t.output }

// Input is a cell of the input.
func (t *Transposed) Input(p nn.Point) float64 { return t.setup.Input.At(p.Y, p.X, 0) }

// Steps is the number of products, and one for the bias if there is one.
func (t *Transposed) Steps() int {
	if t.setup.Bias != nil {
		return len(t.taps) + 1
	}
	return len(t.taps)
}

// From is the cell of the input that step i spreads; the last one for the bias.
func (t *Transposed) From(i int) nn.Point { return t.taps[min(i, len(t.taps)-1)].from }

// Levels are product, input cell (a window of the output) and row.
func (t *Transposed) Levels() []Level { return []Level{LevelProduct, LevelWindow, LevelRow} }

func (t *Transposed) laps() laps {
	return laps{t.spreads(), t.spreads() * t.geometry.Out.W, t.Steps()}
}

// Next goes to where this product, cell or row is complete, or, if it is already, to where the
// next one is.
func (t *Transposed) Next(i int, l Level) int { return t.laps().next(i, l) }

// Prev goes to where the one before is complete; from the first one to the
// first step.
func (t *Transposed) Prev(i int, l Level) int { return t.laps().prev(i, l) }

// At gives the output as it is after step i, row by row, and which cells have
// been reached.
func (t *Transposed) At(i int) (values []float64, reached []bool) {
	values = make([]float64, t.geometry.In.H*t.geometry.In.W)
	reached = make([]bool, len(values))
	for _, s := range t.taps[:min(i+1, len(t.taps))] {
		if s.Inside {
			at := s.Tap.Input.Y*t.geometry.In.W + s.Tap.Input.X
			values[at] += s.product
			reached[at] = true
		}
	}
	if i >= len(t.taps) {
		for at := range values {
			values[at] += *t.setup.Bias
			reached[at] = true
		}
	}
	return values, reached
}

// Words says step i: the product and where it falls.
func (t *Transposed) Words(i int) Words {
	if i >= len(t.taps) {
		return Words{Key: "transposed.bias", Args: Args{"bias": Number(*t.setup.Bias)}}
	}
	s := t.taps[i]
	args := Args{
		"cell": i/t.spreads() + 1, "cells": t.geometry.Out.H * t.geometry.Out.W, "k": i%t.spreads() + 1, "n": t.spreads(),
		"input": factor(t.Input(s.from)), "weight": factor(t.filter[s.Tap.Filter.Y*t.geometry.Window.Kernel.W+s.Tap.Filter.X]),
		"product": Number(s.product), "sum": Number(s.sum),
		"row": s.Tap.Input.Y + 1, "column": s.Tap.Input.X + 1,
	}
	if !s.Inside {
		return Words{Key: "transposed.cut", Args: args}
	}
	return Words{Key: "transposed.product", Args: args}
}

// WordsAt says a whole input cell where step i is its last one, else the
// product.
func (t *Transposed) WordsAt(i int, l Level) []Words {
	if l == LevelProduct || i >= len(t.taps) || (i+1)%t.spreads() != 0 {
		return []Words{t.Words(i)}
	}
	s := t.taps[i]
	first := t.taps[i+1-t.spreads()]
	key := "transposed.spread"
	if t.cropped(i) > 0 {
		key = "transposed.spread_cut"
	}
	return []Words{{Key: key, Args: Args{
		"cell": i/t.spreads() + 1, "cells": t.geometry.Out.H * t.geometry.Out.W, "input": Number(t.Input(s.from)),
		"top": first.Tap.Input.Y + 1, "left": first.Tap.Input.X + 1, "bottom": s.Tap.Input.Y + 1, "right": s.Tap.Input.X + 1,
		"cropped": t.cropped(i),
	}}}
}

// cropped counts the products of step i's input cell that are cut off.
func (t *Transposed) cropped(i int) int {
	n, first := 0, i/t.spreads()*t.spreads()
	for _, s := range t.taps[first : first+t.spreads()] {
		if !s.Inside {
			n++
		}
	}
	return n
}
