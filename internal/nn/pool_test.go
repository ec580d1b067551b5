package nn

import (
	"math"
	"slices"
	"testing"

	"convtutor/internal/tensor"
	"pgregory.net/rapid"
)

// lecturePool is the lecture's 4x4 input.
func lecturePool(t fatal) array {
	return of(t, []float64{
		1, 2, 6, 3,
		3, 5, 2, 1,
		1, 2, 2, 1,
		7, 3, 4, 8,
	}, 1, 1, 4, 4)
}

func TestPoolsOfTheLecture(t *testing.T) {
	x, o := lecturePool(t), Pool{Kernel: Square(2)}
	y, at, err := MaxPool2D(x, o)
	if err != nil || !slices.Equal(y.Data(), []float64{5, 6, 7, 8}) || !slices.Equal(at, []int{5, 2, 12, 15}) {
		t.Errorf("max: %v at %v, %v", y.Data(), at, err)
	}
	back, err := PickPoolBackward(x.Shape(), at, of(t, []float64{1, 2, 3, 4}, 1, 1, 2, 2))
	if want := []float64{0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3, 0, 0, 4}; err != nil || !slices.Equal(back.Data(), want) {
		t.Errorf("routed back: %v, %v", back.Data(), err)
	}
	y, at, err = MinPool2D(x, o)
	if err != nil || !slices.Equal(y.Data(), []float64{1, 1, 1, 1}) || !slices.Equal(at, []int{0, 7, 8, 11}) {
		t.Errorf("min: %v at %v, %v", y.Data(), at, err)
	}
	y, err = AvgPool2D(x, o)
	if err != nil || !slices.Equal(y.Data(), []float64{2.75, 3, 3.25, 3.75}) {
		t.Errorf("average: %v, %v", y.Data(), err)
	}
}

func anyPool(t *rapid.T) (shape []int, o Pool) {
	in, w := anyWindow(t)
	shape = []int{rapid.IntRange(1, 2).Draw(t, "pictures"), rapid.IntRange(1, 2).Draw(t, "channels"), in.H, in.W}
	return shape, Pool{
		Kernel: w.Kernel, Stride: w.Stride, Padding: w.Padding, Dilation: w.Dilation,
		Rule:           rapid.SampledFrom([]Rule{RuleFloor, RuleCeil}).Draw(t, "rule"),
		ExcludePadding: rapid.Bool().Draw(t, "exclude padding"),
	}
}

// seenByHand is what a window sees: the places of its cells in the input plane,
// and the number of its cells within the padded input.
type seenByHand struct {
	cells  []int
	padded int
}

// naiveWindows counts by hand how many windows an axis has: those that fit, and
// with RuleCeil one that hangs over the end, unless it begins behind the input.
func naiveWindows(n, f, s, before, after, d int, rule Rule) int {
	fits := windows(n, f, s, before, after, d)
	if rule != RuleCeil {
		return fits
	}
	left := n + before + after - d*(f-1) - 1
	if left%s != 0 && left > -s {
		fits++
	}
	for fits > 0 && (fits-1)*s-before >= n {
		fits--
	}
	return fits
}

// naivePool lists by hand what each window of one plane sees.
func naivePool(shape []int, o Pool) (seen []seenByHand, oh, ow int) {
	h, w := shape[2], shape[3]
	oh = naiveWindows(h, o.Kernel.H, o.Stride.H, o.Padding.Top, o.Padding.Bottom, o.Dilation.H, o.Rule)
	ow = naiveWindows(w, o.Kernel.W, o.Stride.W, o.Padding.Left, o.Padding.Right, o.Dilation.W, o.Rule)
	for oy := range oh {
		for ox := range ow {
			seen = append(seen, seeByHand(h, w, oy, ox, o))
		}
	}
	return seen, oh, ow
}

func seeByHand(h, w, oy, ox int, o Pool) (s seenByHand) {
	for fy := range o.Kernel.H {
		for fx := range o.Kernel.W {
			y := oy*o.Stride.H - o.Padding.Top + fy*o.Dilation.H
			x := ox*o.Stride.W - o.Padding.Left + fx*o.Dilation.W
			if y < h+o.Padding.Bottom && x < w+o.Padding.Right {
				s.padded++
			}
			if y >= 0 && x >= 0 && y < h && x < w {
				s.cells = append(s.cells, y*w+x)
			}
		}
	}
	return s
}

// blind says whether a window sees nothing but padding.
func blind(seen []seenByHand) bool {
	return slices.ContainsFunc(seen, func(s seenByHand) bool { return len(s.cells) == 0 })
}

func picksAreTheirFormula(t *rapid.T) {
	shape, o := anyPool(t)
	x := drawn(t, "x", shape...)
	seen, oh, ow := naivePool(shape, o)
	maxed, argmax, err := MaxPool2D(x, o)
	minned, argmin, minErr := MinPool2D(x, o)
	refuse := seen == nil || blind(seen)
	if (err != nil) != refuse || (minErr != nil) != refuse {
		t.Fatalf("errors %v and %v, by hand %v", err, minErr, seen)
	}
	if refuse {
		return
	}
	if want := []int{shape[0], shape[1], oh, ow}; !slices.Equal(maxed.Shape(), want) || !slices.Equal(minned.Shape(), want) {
		t.Fatalf("shapes %s and %s, by hand %v", maxed, minned, want)
	}
	for i := range maxed.Data() {
		window := seen[i%len(seen)]
		plane := x.Data()[i/len(seen)*shape[2]*shape[3]:]
		largest, smallest := window.cells[0], window.cells[0]
		for _, c := range window.cells {
			if plane[c] > plane[largest] {
				largest = c
			}
			if plane[c] < plane[smallest] {
				smallest = c
			}
		}
		if argmax[i] != largest || maxed.Data()[i] != plane[largest] {
			t.Fatalf("cell %d: max %v at %d, by hand at %d", i, maxed.Data()[i], argmax[i], largest)
		}
		if argmin[i] != smallest || minned.Data()[i] != plane[smallest] {
			t.Fatalf("cell %d: min %v at %d, by hand at %d", i, minned.Data()[i], argmin[i], smallest)
		}
	}
}

func meanIsItsFormula(t *rapid.T) {
	shape, o := anyPool(t)
	x := drawn(t, "x", shape...)
	seen, oh, ow := naivePool(shape, o)
	got, err := AvgPool2D(x, o)
	refuse := seen == nil || o.ExcludePadding && blind(seen)
	if (err != nil) != refuse {
		t.Fatalf("error %v, by hand %v", err, seen)
	}
	if refuse {
		return
	}
	if want := []int{shape[0], shape[1], oh, ow}; !slices.Equal(got.Shape(), want) {
		t.Fatalf("shape %s, by hand %v", got, want)
	}
	for i, v := range got.Data() {
		window := seen[i%len(seen)]
		sum, n := 0.0, window.padded
		if o.ExcludePadding {
			n = len(window.cells)
		}
		for _, c := range window.cells {
			sum += x.Data()[i/len(seen)*shape[2]*shape[3]+c]
		}
		if v != sum/float64(n) {
			t.Fatalf("cell %d: mean %v, by hand %v/%d", i, v, sum, n)
		}
	}
}

func TestPicksAreTheirFormula(t *testing.T) { rapid.Check(t, picksAreTheirFormula) }
func FuzzPickPools(f *testing.F)            { f.Fuzz(rapid.MakeFuzz(picksAreTheirFormula)) }
func TestMeanIsItsFormula(t *testing.T)     { rapid.Check(t, meanIsItsFormula) }
func FuzzAvgPool(f *testing.F)              { f.Fuzz(rapid.MakeFuzz(meanIsItsFormula)) }

func TestPickPoolsBackwardIsTheSlope(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape, o := anyPool(t)
		x := distinct(t, "x", shape...)
		y, argmax, err := MaxPool2D(x, o)
		if err != nil {
			return
		}
		g := drawn(t, "gradient", y.Shape()...)
		back := must[array](t)(PickPoolBackward(shape, argmax, g))
		wantClose(t, "max", back, slope(x, func() float64 { y, _, _ := MaxPool2D(x, o); return dot(y, g) }), 1e-6)
		_, argmin, _ := MinPool2D(x, o)
		back = must[array](t)(PickPoolBackward(shape, argmin, g))
		wantClose(t, "min", back, slope(x, func() float64 { y, _, _ := MinPool2D(x, o); return dot(y, g) }), 1e-6)
	})
}

func TestAvgPoolBackwardIsTheSlope(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape, o := anyPool(t)
		x := drawn(t, "x", shape...)
		y, err := AvgPool2D(x, o)
		if err != nil {
			return
		}
		g := drawn(t, "gradient", y.Shape()...)
		back := must[array](t)(AvgPool2DBackward(shape, g, o))
		wantClose(t, "average", back, slope(x, func() float64 { y, _ := AvgPool2D(x, o); return dot(y, g) }), 1e-6)
	})
}

func TestPoolsKeepNaN(t *testing.T) {
	for _, at := range []int{0, 1, 4, 5} {
		x := lecturePool(t)
		x.Data()[at] = nan
		o := Pool{Kernel: Square(2)}
		largest, argmax, _ := MaxPool2D(x, o)
		smallest, argmin, _ := MinPool2D(x, o)
		mean, _ := AvgPool2D(x, o)
		for name, y := range map[string]array{"max": largest, "min": smallest, "average": mean} {
			if !math.IsNaN(y.Data()[0]) || math.IsNaN(y.Data()[1]) {
				t.Errorf("%s with NaN at %d: %v", name, at, y.Data())
			}
		}
		if argmax[0] != at || argmin[0] != at {
			t.Errorf("NaN at %d, but picked %d and %d", at, argmax[0], argmin[0])
		}
	}
}

func TestPoolsOfInfinitiesPickTheFirst(t *testing.T) {
	inf := math.Inf(-1)
	x := of(t, []float64{inf, inf, inf, inf}, 1, 1, 2, 2)
	_, at, err := MaxPool2D(x, Pool{Kernel: Square(2)})
	if err != nil || at[0] != 0 {
		t.Errorf("picked %v, %v", at, err)
	}
}

func TestPoolsRefuse(t *testing.T) {
	x := must[array](t)(tensor.New[float64](1, 1, 3, 3))
	for _, c := range []struct {
		o    Pool
		text string
	}{
		{Pool{}, "maxpool2d: filter 0 is smaller than 1"},
		{Pool{Kernel: Square(4)}, "maxpool2d: filter 4x4 does not fit input 3x3 with padding 0"},
		{Pool{Kernel: Square(2), Padding: AllSides(2)}, "maxpool2d: a window of 2x2 over input 3x3 with padding 2 sees nothing but padding"},
		{Pool{Kernel: Square(2), Stride: Size{1, -1}}, "maxpool2d: stride -1 is smaller than 1"},
	} {
		_, _, err := MaxPool2D(x, c.o)
		wantError(t, err, c.text)
	}
	_, err := AvgPool2D(x, Pool{Kernel: Square(2), Padding: AllSides(2), ExcludePadding: true})
	wantError(t, err, "avgpool2d: a window of 2x2 over input 3x3 with padding 2 sees nothing but padding")
	g := must[array](t)(tensor.New[float64](1, 1, 2, 2))
	_, err = AvgPool2DBackward(x.Shape(), g, Pool{Kernel: Square(3)})
	wantError(t, err, "avgpool2d: gradient 1x1x2x2 does not have shape 1x1x1x1")
	_, err = PickPoolBackward(x.Shape(), []int{0, 1, 2}, g)
	wantError(t, err, "pooling backward: gradient 1x1x2x2 and 3 picked cells do not belong to input 1x1x3x3")
	_, err = PickPoolBackward(x.Shape(), []int{0, 1, 2, 9}, g)
	wantError(t, err, "pooling backward: picked cell 9 is outside of the 9 cells of input 1x1x3x3")
}
