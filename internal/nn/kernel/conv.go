package kernel

import "fmt"

// Conv is a convolution of one shape, ready to run. It is immutable: any
// number of goroutines may run it at once.
type Conv struct {
	shape                           Shape
	y, x                            axis
	srcLen, dstLen, weightLen, macs int
	tiles                           []tile
	method                          method
}

// method is how a convolution is done.
type method int

const (
	byStrips  method = iota // tiles over padded copies of a few rows
	pointwise               // tiles straight over the input: 1x1, stride 1, no padding
	byLoops                 // plain loops: a window too large to copy its rows
)

// NewConv prepares the convolution s with the fastest code that this
// processor runs.
func NewConv(s Shape) (Conv, error) {
	s = s.withDefaults()
	if err := s.check("conv2d"); err != nil {
		return Conv{}, err
	}
	c := Conv{
		shape: s,
		y:     newAxis(s.Height, s.FilterH, s.StrideH, s.DilationH, s.PadTop, s.PadBottom),
		x:     newAxis(s.Width, s.FilterW, s.StrideW, s.DilationW, s.PadLeft, s.PadRight),
	}
	taps, ok1 := product(s.Channels/s.Groups, s.FilterH, s.FilterW)
	var ok [4]bool
	c.srcLen, ok[0] = product(s.Channels, s.Height, s.Width)
	c.dstLen, ok[1] = product(s.Filters, c.y.out, c.x.out)
	c.weightLen, ok[2] = product(s.Filters, taps)
	c.macs, ok[3] = product(c.dstLen, taps)
	if !ok1 || ok != [4]bool{true, true, true, true} {
		return Conv{}, fmt.Errorf("conv2d: too large: input %dx%dx%d, %d filters %dx%d",
			s.Channels, s.Height, s.Width, s.Filters, s.FilterH, s.FilterW)
	}
	c.tiles = fastTiles(c.x.out)
	c.method = c.choose()
	if c.method == pointwise {
		c.tiles = fastTiles(s.Height * s.Width)
	}
	return c, nil
}

// choose picks the method that the shape allows.
func (c Conv) choose() method {
	s := c.shape
	switch {
	case s.FilterH == 1 && s.FilterW == 1 && c.y.out == s.Height && c.x.out == s.Width &&
		s.PadTop == 0 && s.PadLeft == 0 && s.StrideH == 1 && s.StrideW == 1:
		return pointwise
	case newStrip(&c).size > maxStrip:
		return byLoops
	}
	return byStrips
}

// Portable is the same convolution without code made for one kind of
// processor, to compare with.
func (c Conv) Portable() Conv {
	c.tiles = portableTiles()
	return c
}

// OutSize gives the output's channels, rows and columns.
func (c Conv) OutSize() (k, h, w int) { return c.shape.Filters, c.y.out, c.x.out }

// Run convolves src (C, H, W) with weights (K, C/groups, FH, FW), adds bias (K
// values, or nil for none) and writes the output (K, OH, OW) over dst.
// Large work is shared among as many goroutines as GOMAXPROCS allows; the
// result does not depend on how many.
//
// Padding counts as cells of value 0: an infinite weight makes NaN of it.
func (c Conv) Run(dst, src, weights, bias []float32) error {
	if err := c.checkLengths(dst, src, weights, bias); err != nil {
		return err
	}
	s := getScratch()
	defer s.release()
	s.job = convJob{conv: c, dst: dst, src: src, weights: weights, bias: bias}
	s.job.prepare(s)
	share(&s.job, s.job.units, workers(c.macs))
	return nil
}

func (c Conv) checkLengths(dst, src, weights, bias []float32) error {
	if c.tiles == nil {
		return fmt.Errorf("conv2d: not made by NewConv")
	}
	for _, l := range []struct {
		name      string
		got, want int
	}{
		{"dst", len(dst), c.dstLen},
		{"src", len(src), c.srcLen},
		{"weights", len(weights), c.weightLen},
	} {
		if l.got != l.want {
			return fmt.Errorf("conv2d: %s has %d values, the shape needs %d", l.name, l.got, l.want)
		}
	}
	if bias != nil && len(bias) != c.shape.Filters {
		return fmt.Errorf("conv2d: bias has %d values for %d filters", len(bias), c.shape.Filters)
	}
	return nil
}
