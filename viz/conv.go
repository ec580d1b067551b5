package viz

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// ConvSetup is what a convolution animation is made of.
type ConvSetup struct {
	Input    *tensor.Dense[float64] // (H, W, C), the lecture's order
	Filter   *tensor.Dense[float64] // (FH, FW, C): one filter
	Bias     *float64               // added once to every sum; nil for none
	Stride   nn.Size                // 0 means 1
	Padding  nn.Sides
	Pad      nn.PadMode // what stands in the padding
	Dilation nn.Size    // 0 means 1
	Rule     nn.Rule
	// Flip turns the filter by 180 degrees first: the convolution of
	// mathematics, where deep learning's is the cross-correlation.
	Flip bool
}

// Conv is the animation of one filter sliding over one picture: a step is one
// product; the last one of a window fills its output cell in.
type Conv struct {
	setup    ConvSetup
	geometry nn.Geometry
	channels int
	filter   *tensor.Dense[float64] // (1, C, FH, FW) as it is used: flipped, if so wished
	output   *tensor.Dense[float64] // (OH, OW)
	windows  [][]convTerm           // the terms of every output cell
	read     []bool                 // of the padded input row by row: whether a window reads it
	texts    convTexts
}

// convTerm is one product of a sum, or the bias.
type convTerm struct {
	nn.Term[float64]
	bias    bool    // Weight is the bias, the rest is empty
	sum     float64 // of this term and those before it
	text    string  // the term with its operands
	wide    int     // columns of text
	sumText string
}

// NewConv builds the animation. Its numbers come out of the engine.
func NewConv(s ConvSetup) (*Conv, error) {
	if s.Input == nil || s.Filter == nil || s.Input.Rank() != 3 || s.Filter.Rank() != 3 {
		return nil, fmt.Errorf("conv2d: input and filter must be of three axes (H, W, C)")
	}
	channels := s.Input.Dim(2)
	if s.Filter.Dim(2) != channels {
		return nil, fmt.Errorf("conv2d: filter %s reads %d channels, input %s has %d",
			tensor.Format(s.Filter.Shape()), s.Filter.Dim(2), tensor.Format(s.Input.Shape()), channels)
	}
	c := &Conv{setup: s, channels: channels}
	if err := c.compute(); err != nil {
		return nil, err
	}
	c.measure()
	return c, nil
}

// compute lets the engine convolve and list what it sums.
func (c *Conv) compute() error {
	x, err := batch(c.setup.Input)
	if err != nil {
		return err
	}
	if c.filter, err = batch(c.setup.Filter); err != nil {
		return err
	}
	if c.setup.Flip {
		if c.filter, err = nn.Flip(c.filter); err != nil {
			return err
		}
	}
	o := nn.Conv{Stride: c.setup.Stride, Padding: c.setup.Padding, Dilation: c.setup.Dilation, Rule: c.setup.Rule}
	if _, c.geometry, err = nn.Conv2DShape(x.Shape(), c.filter.Shape(), o); err != nil {
		return err
	}
	if n := c.geometry.Out.H * c.geometry.Out.W * c.filter.Len(); n > maxConvTerms {
		return fmt.Errorf("conv2d: %d products are too many to step through one by one, at most %d", n, maxConvTerms)
	}
	if x, o, err = c.laid(x, o); err != nil {
		return err
	}
	var bias []float64
	if c.setup.Bias != nil {
		bias = []float64{*c.setup.Bias}
	}
	y, err := nn.Conv2D(x, c.filter, bias, o)
	if err != nil {
		return err
	}
	if c.output, err = cropped(y, c.geometry.Out); err != nil {
		return err
	}
	return c.expand(x, o)
}

// maxConvTerms bounds the products of an animation: more steps than
// that anyone walks through.
const maxConvTerms = 1 << 17

// batch turns (H, W, C) into the (1, C, H, W) that the engine works on.
func batch(d *tensor.Dense[float64]) (*tensor.Dense[float64], error) {
	chw, err := d.HWCToCHW()
	if err != nil {
		return nil, err
	}
	return tensor.From(chw.Data(), 1, d.Dim(2), d.Dim(0), d.Dim(1))
}

// expand writes out every window's terms as the engine sums them, the bias at
// last, and notes which cells they read.
func (c *Conv) expand(x *tensor.Dense[float64], o nn.Conv) error {
	size := c.padded()
	c.read = make([]bool, size.H*size.W)
	for oy := range c.geometry.Out.H {
		for ox := range c.geometry.Out.W {
			products, err := nn.Terms(x, c.filter, o, nn.OutputCell{Y: oy, X: ox})
			if err != nil {
				return err
			}
			terms := make([]convTerm, 0, len(products)+1)
			sum := 0.0
			for _, p := range products {
				p = c.unlaid(p)
				sum += p.Product
				terms = append(terms, convTerm{Term: p, sum: sum})
				at := c.place(p.Tap.Input)
				c.read[at.Y*size.W+at.X] = true
			}
			if b := c.setup.Bias; b != nil {
				terms = append(terms, convTerm{Term: nn.Term[float64]{Weight: *b, Product: *b}, bias: true, sum: sum + *b})
			}
			c.windows = append(c.windows, terms)
		}
	}
	return nil
}

// valueAt is the input at a place; outside of it what the padding holds there.
func (c *Conv) valueAt(p nn.Point, channel int) float64 {
	if c.isPadding(p) {
		if c.setup.Pad == nn.PadZeros {
			return 0
		}
		v, _ := c.padCell(p, channel) // that each has one was seen when it was laid
		return v
	}
	// Not At, whose list of indices is made anew for each of a frame's cells.
	return c.setup.Input.Data()[(p.Y*c.geometry.In.W+p.X)*c.channels+channel]
}

// isPadding tells whether a place of the padded input lies outside of the input.
func (c *Conv) isPadding(p nn.Point) bool {
	return p.Y < 0 || p.X < 0 || p.Y >= c.geometry.In.H || p.X >= c.geometry.In.W
}

// weightAt is a cell of the filter as it is used.
func (c *Conv) weightAt(p nn.Point, channel int) float64 {
	return c.filter.At(0, channel, p.Y, p.X)
}

// Geometry says which input cell meets which filter cell.
func (c *Conv) Geometry() nn.Geometry { return c.geometry }

// Output is the finished map, (OH, OW).
func (c *Conv) Output() *tensor.Dense[float64] { return c.output }

// Terms is the number of steps of one window: its products, and one for the
// bias if there is one.
func (c *Conv) Terms() int { return len(c.windows[0]) }

// products is the number of products of one window, the bias left out.
func (c *Conv) products() int {
	if c.setup.Bias != nil {
		return c.Terms() - 1
	}
	return c.Terms()
}

// Cell is the output cell that step i works on, and which of the window's
// terms it takes, counted from 0.
func (c *Conv) Cell(i int) (cell nn.Point, term int) {
	w := i / c.Terms()
	return nn.Point{Y: w / c.geometry.Out.W, X: w % c.geometry.Out.W}, i % c.Terms()
}

// Value is what output cell p becomes.
func (c *Conv) Value(p nn.Point) float64 { return c.output.At(p.Y, p.X) }

// StepOf is the step at which output cell p is complete.
func (c *Conv) StepOf(p nn.Point) int {
	return (p.Y*c.geometry.Out.W+p.X+1)*c.Terms() - 1
}

// Steps is the number of products of all windows (and biases).
func (c *Conv) Steps() int { return len(c.windows) * c.Terms() }

// Levels are product, window and row.
func (c *Conv) Levels() []Level { return []Level{LevelProduct, LevelWindow, LevelRow} }

func (c *Conv) laps() laps {
	return laps{c.Terms(), c.Terms() * c.geometry.Out.W, c.Steps()}
}

// Next goes to where this product, window or row is complete, or, if it is already, to where the
// next one is.
func (c *Conv) Next(i int, l Level) int { return c.laps().next(i, l) }

// Prev goes to where the one before is complete; from the first one to the
// first step.
func (c *Conv) Prev(i int, l Level) int { return c.laps().prev(i, l) }
