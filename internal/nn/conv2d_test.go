package nn

import (
	"slices"
	"testing"

	"convtutor/internal/tensor"
	"pgregory.net/rapid"
)

// lecture is the lecture's 5x5 picture and its 3x3 filter.
func lecture(t fatal) (x, w array) {
	return of(t, []float64{
			1, 1, 1, 0, 0,
			0, 1, 1, 1, 0,
			0, 0, 1, 1, 1,
			0, 0, 1, 1, 0,
			0, 1, 1, 0, 0,
		}, 1, 1, 5, 5), of(t, []float64{
			1, 0, 1,
			0, 1, 0,
			1, 0, 1,
		}, 1, 1, 3, 3)
}

func TestConv2DOfTheLecture(t *testing.T) {
	x, w := lecture(t)
	y, err := Conv2D(x, w, nil, Conv{})
	if err != nil {
		t.Fatal(err)
	}
	if want := []float64{4, 3, 4, 2, 4, 3, 2, 3, 4}; !slices.Equal(y.Data(), want) {
		t.Errorf("got %v, want %v", y.Data(), want)
	}
}

// convCase is a convolution drawn at random.
type convCase struct {
	x, w array
	bias []float64
	o    Conv
}

func anyConv(t *rapid.T) convCase {
	in, win := anyWindow(t)
	groups := rapid.IntRange(1, 3).Draw(t, "groups")
	perGroup := rapid.IntRange(1, 2).Draw(t, "channels per group")
	k := groups * rapid.IntRange(1, 2).Draw(t, "filters per group")
	n := rapid.IntRange(1, 2).Draw(t, "pictures")
	c := convCase{
		x: drawn(t, "x", n, groups*perGroup, in.H, in.W),
		w: drawn(t, "w", k, perGroup, win.Kernel.H, win.Kernel.W),
		o: Conv{Stride: win.Stride, Padding: win.Padding, Dilation: win.Dilation, Groups: groups},
	}
	if rapid.Bool().Draw(t, "with bias") {
		c.bias = drawn(t, "bias", k).Data()
	}
	return c
}

// naiveConv is the formula in the comment of Conv2D, as loops and nothing else.
func naiveConv(t fatal, c convCase) array {
	n, k := c.x.Dim(0), c.w.Dim(0)
	oh := windows(c.x.Dim(2), c.w.Dim(2), c.o.Stride.H, c.o.Padding.Top, c.o.Padding.Bottom, c.o.Dilation.H)
	ow := windows(c.x.Dim(3), c.w.Dim(3), c.o.Stride.W, c.o.Padding.Left, c.o.Padding.Right, c.o.Dilation.W)
	if oh == 0 || ow == 0 {
		return nil
	}
	y := of(t, make([]float64, n*k*oh*ow), n, k, oh, ow)
	for i := range n {
		for f := range k {
			group := f * c.o.Groups / k
			for oy := range oh {
				for ox := range ow {
					sum := 0.0
					for ch := range c.w.Dim(1) {
						for fy := range c.w.Dim(2) {
							for fx := range c.w.Dim(3) {
								iy := oy*c.o.Stride.H - c.o.Padding.Top + fy*c.o.Dilation.H
								ix := ox*c.o.Stride.W - c.o.Padding.Left + fx*c.o.Dilation.W
								if iy < 0 || ix < 0 || iy >= c.x.Dim(2) || ix >= c.x.Dim(3) {
									continue
								}
								sum += c.x.At(i, group*c.w.Dim(1)+ch, iy, ix) * c.w.At(f, ch, fy, fx)
							}
						}
					}
					if c.bias != nil {
						sum += c.bias[f]
					}
					y.Set(sum, i, f, oy, ox)
				}
			}
		}
	}
	return y
}

func convIsItsFormula(t *rapid.T) {
	c := anyConv(t)
	want := naiveConv(t, c)
	got, err := Conv2D(c.x, c.w, c.bias, c.o)
	if (err != nil) != (want == nil) {
		t.Fatalf("error %v, by hand %v", err, want)
	}
	if want == nil {
		return
	}
	wantClose(t, "float64", got, want, 0)
	narrow, err := Conv2D(as32(c.x), as32(c.w), data32(c.bias), c.o)
	if err != nil {
		t.Fatal(err)
	}
	// halves and small numbers: exact in float32 as well
	if err := tensor.Close(narrow, as32(want), 0, 0); err != nil {
		t.Fatalf("float32: %v", err)
	}
}

func data32(v []float64) []float32 {
	if v == nil {
		return nil
	}
	narrow := make([]float32, len(v))
	for i, f := range v {
		narrow[i] = float32(f)
	}
	return narrow
}

func as32(d array) *tensor.Dense[float32] {
	narrow, err := tensor.From(data32(d.Data()), d.Shape()...)
	if err != nil {
		panic(err)
	}
	return narrow
}

func TestConv2DIsItsFormula(t *testing.T) { rapid.Check(t, convIsItsFormula) }
func FuzzConv2D(f *testing.F)             { f.Fuzz(rapid.MakeFuzz(convIsItsFormula)) }

func TestConv2DBackwardIsTheSlope(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyConv(t)
		y, err := Conv2D(c.x, c.w, c.bias, c.o)
		if err != nil {
			return
		}
		g := drawn(t, "gradient", y.Shape()...)
		got, err := Conv2DBackward(c.x, c.w, g, c.o)
		if err != nil {
			t.Fatal(err)
		}
		bias := of(t, make([]float64, c.w.Dim(0)), c.w.Dim(0))
		loss := func() float64 { return dot(must[array](t)(Conv2D(c.x, c.w, bias.Data(), c.o)), g) }
		wantClose(t, "input", got.Input, slope(c.x, loss), 1e-6)
		wantClose(t, "weight", got.Weight, slope(c.w, loss), 1e-6)
		wantClose(t, "bias", of(t, got.Bias, len(got.Bias)), slope(bias, loss), 1e-6)
	})
}

func TestConv2DRefuses(t *testing.T) {
	zeros := func(shape ...int) array { return must[array](t)(tensor.New[float64](shape...)) }
	for _, c := range []struct {
		x, w array
		bias []float64
		o    Conv
		text string
	}{
		{zeros(1, 1, 3, 3), zeros(1, 1, 5, 5), nil, Conv{}, "conv2d: filter 5x5 does not fit input 3x3 with padding 0"},
		{zeros(3, 3), zeros(1, 1, 1, 1), nil, Conv{}, "conv2d: input 3x3 is not of four axes (N, C, H, W)"},
		{zeros(1, 1, 3, 3), zeros(9), nil, Conv{}, "conv2d: weight 9 is not of four axes (K, C/groups, FH, FW)"},
		{zeros(1, 3, 5, 5), zeros(2, 1, 3, 3), nil, Conv{}, "conv2d: depth 1 of weight 2x1x3x3 does not match input 1x3x5x5 with 3 channels"},
		{zeros(1, 4, 5, 5), zeros(2, 4, 3, 3), nil, Conv{Groups: 2}, "conv2d: depth 4 of weight 2x4x3x3 does not match input 1x4x5x5 with 4 channels in 2 groups"},
		{zeros(1, 3, 5, 5), zeros(2, 3, 3, 3), nil, Conv{Groups: 2}, "conv2d: 2 groups do not divide 3 channels into 2 filters"},
		{zeros(1, 2, 5, 5), zeros(3, 1, 3, 3), nil, Conv{Groups: 2}, "conv2d: 2 groups do not divide 2 channels into 3 filters"},
		{zeros(1, 2, 5, 5), zeros(2, 2, 3, 3), nil, Conv{Groups: -1}, "conv2d: -1 groups do not divide 2 channels into 2 filters"},
		{zeros(1, 2, 5, 5), zeros(2, 2, 3, 3), []float64{1}, Conv{}, "conv2d: bias has 1 numbers, weight 2x2x3x3 needs 2"},
		{zeros(1, 1, 5, 5), zeros(1, 1, 3, 3), nil, Conv{Stride: Size{-1, 1}}, "conv2d: stride -1 is smaller than 1"},
		{
			zeros(1, 1, 8, 8), zeros(2, 1, 1, 1), nil,
			Conv{Padding: AllSides(MaxSide)},
			"conv2d: output: shape 1x2x2097160x2097160 has more than 134217728 elements",
		},
		{zeros(1, 1, 1, MaxSide+1), zeros(1, 1, 1, 1), nil, Conv{}, "conv2d: input 1x1x1x1048577 has a side larger than 1048576"},
	} {
		_, err := Conv2D(c.x, c.w, c.bias, c.o)
		wantError(t, err, c.text)
	}
	_, err := Conv2DBackward(zeros(1, 1, 5, 5), zeros(1, 1, 3, 3), zeros(1, 1, 5, 5), Conv{})
	wantError(t, err, "conv2d: gradient 1x1x5x5 does not have shape 1x1x3x3")
}

func TestConv2DOfNaNReachesThoseThatReadIt(t *testing.T) {
	x, w := lecture(t)
	x.Set(nan, 0, 0, 0, 0) // only the first window reads it
	y, err := Conv2D(x, w, nil, Conv{})
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range y.Data() {
		if (v != v) != (i == 0) {
			t.Errorf("cell %d is %v", i, v)
		}
	}
}
