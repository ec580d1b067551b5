package nn

import (
	"testing"

	"convtutor/internal/tensor"
	"pgregory.net/rapid"
)

type transposedCase struct {
	x, w array
	bias []float64
	o    ConvTranspose
}

func anyTransposed(t *rapid.T) transposedCase {
	in, win := anyWindow(t)
	groups := rapid.IntRange(1, 3).Draw(t, "groups")
	channels := groups * rapid.IntRange(1, 2).Draw(t, "channels per group")
	k := rapid.IntRange(1, 2).Draw(t, "filters per group")
	extra := func(s, d int) int { return rapid.IntRange(0, max(s, d)-1).Draw(t, "output padding") }
	c := transposedCase{
		x: drawn(t, "x", rapid.IntRange(1, 2).Draw(t, "pictures"), channels, min(in.H, 5), min(in.W, 5)),
		w: drawn(t, "w", channels, k, win.Kernel.H, win.Kernel.W),
		o: ConvTranspose{
			Stride: win.Stride, Padding: win.Padding, Dilation: win.Dilation, Groups: groups,
			OutputPadding: Size{extra(win.Stride.H, win.Dilation.H), extra(win.Stride.W, win.Dilation.W)},
		},
	}
	if rapid.Bool().Draw(t, "with bias") {
		c.bias = drawn(t, "bias", k*groups).Data()
	}
	return c
}

// naiveTransposed lays filters on a plane without padding, then cuts the
// padding off.
func naiveTransposed(t fatal, c transposedCase) array {
	o, h, w := c.o, c.x.Dim(2), c.x.Dim(3)
	fullH := (h-1)*o.Stride.H + o.Dilation.H*(c.w.Dim(2)-1) + 1 + o.OutputPadding.H
	fullW := (w-1)*o.Stride.W + o.Dilation.W*(c.w.Dim(3)-1) + 1 + o.OutputPadding.W
	oh, ow := fullH-o.Padding.Top-o.Padding.Bottom, fullW-o.Padding.Left-o.Padding.Right
	if oh < 1 || ow < 1 {
		return nil
	}
	n, perGroup := c.x.Dim(0), c.w.Dim(1)
	k := perGroup * o.Groups
	full := of(t, make([]float64, n*k*fullH*fullW), n, k, fullH, fullW)
	for i := range n {
		for ch := range c.x.Dim(1) {
			group := ch * o.Groups / c.x.Dim(1)
			for y := range h {
				for x := range w {
					for f := range perGroup {
						for fy := range c.w.Dim(2) {
							for fx := range c.w.Dim(3) {
								at := full.Index(i, group*perGroup+f, y*o.Stride.H+fy*o.Dilation.H, x*o.Stride.W+fx*o.Dilation.W)
								full.Data()[at] += c.x.At(i, ch, y, x) * c.w.At(ch, f, fy, fx)
							}
						}
					}
				}
			}
		}
	}
	cut := of(t, make([]float64, n*k*oh*ow), n, k, oh, ow)
	for i := range n {
		for f := range k {
			for y := range oh {
				for x := range ow {
					v := full.At(i, f, y+o.Padding.Top, x+o.Padding.Left)
					if c.bias != nil {
						v += c.bias[f]
					}
					cut.Set(v, i, f, y, x)
				}
			}
		}
	}
	return cut
}

func transposedIsItsFormula(t *rapid.T) {
	c := anyTransposed(t)
	want := naiveTransposed(t, c)
	got, err := ConvTranspose2D(c.x, c.w, c.bias, c.o)
	if (err != nil) != (want == nil) {
		t.Fatalf("error %v, by hand %v", err, want)
	}
	if want != nil {
		wantClose(t, "output", got, want, 0)
	}
}

func TestConvTranspose2DIsItsFormula(t *testing.T) { rapid.Check(t, transposedIsItsFormula) }
func FuzzConvTranspose2D(f *testing.F)             { f.Fuzz(rapid.MakeFuzz(transposedIsItsFormula)) }

func TestConvTranspose2DBackwardIsTheSlope(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyTransposed(t)
		y, err := ConvTranspose2D(c.x, c.w, nil, c.o)
		if err != nil {
			return
		}
		g := drawn(t, "gradient", y.Shape()...)
		got, err := ConvTranspose2DBackward(c.x, c.w, g, c.o)
		if err != nil {
			t.Fatal(err)
		}
		bias := of(t, make([]float64, y.Dim(1)), y.Dim(1))
		loss := func() float64 { return dot(must[array](t)(ConvTranspose2D(c.x, c.w, bias.Data(), c.o)), g) }
		wantClose(t, "input", got.Input, slope(c.x, loss), 1e-6)
		wantClose(t, "weight", got.Weight, slope(c.w, loss), 1e-6)
		wantClose(t, "bias", of(t, got.Bias, len(got.Bias)), slope(bias, loss), 1e-6)
	})
}

func TestConvTranspose2DRefuses(t *testing.T) {
	zeros := func(shape ...int) array { return must[array](t)(tensor.New[float64](shape...)) }
	for _, c := range []struct {
		x, w array
		bias []float64
		o    ConvTranspose
		text string
	}{
		{zeros(1, 2, 3, 3), zeros(3, 2, 3, 3), nil, ConvTranspose{}, "conv_transpose2d: weight 3x2x3x3 is for 3 channels, but input 1x2x3x3 has 2"},
		{zeros(1, 2, 3, 3), zeros(2, 2, 3, 3), nil, ConvTranspose{Groups: 3}, "conv_transpose2d: 3 groups do not divide 2 channels"},
		{zeros(1, 2, 3, 3), zeros(2, 2, 3, 3), []float64{1, 2}, ConvTranspose{Groups: 2}, "conv_transpose2d: bias has 2 numbers, weight 2x2x3x3 needs 4"},
		{
			zeros(1, 1, 3, 3), zeros(1, 1, 3, 3), nil,
			ConvTranspose{OutputPadding: Square(1)},
			"conv_transpose2d: output padding 1 must be at least 0 and smaller than stride 1 or dilation 1",
		},
		{
			zeros(1, 1, 1, 1), zeros(1, 1, 3, 3), nil,
			ConvTranspose{Padding: AllSides(2)},
			"conv_transpose2d: padding 4 leaves no output of input 1 with filter 3 and stride 1",
		},
		{
			zeros(1, 1, 99, 99), zeros(1, 1, 1, 1), nil,
			ConvTranspose{Stride: Square(1 << 18)},
			"conv_transpose2d: output 25690113 is larger than 1048576",
		},
		{
			zeros(1, 1, 9, 9), zeros(1, 1, 1, 1), nil,
			ConvTranspose{Stride: Square(1 << 16)},
			"conv_transpose2d: output: shape 1x1x524289x524289 has more than 134217728 elements",
		},
	} {
		_, err := ConvTranspose2D(c.x, c.w, c.bias, c.o)
		wantError(t, err, c.text)
	}
}
