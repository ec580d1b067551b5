package kernel

import (
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
)

// variants are the codes that give the same answers.
func variants(c Conv) map[string]Conv {
	all := map[string]Conv{"fast": c, "portable": c.Portable(), "loops": c}
	loops := all["loops"]
	loops.method = byLoops
	all["loops"] = loops
	return all
}

// canary is what stands around a destination and must still stand there after.
const canary = float32(-12345.5)

func fenced(n int) (all, inside []float32) {
	const fence = 300
	all = make([]float32, n+2*fence)
	for i := range all {
		all[i] = canary
	}
	return all, all[fence : fence+n : fence+n]
}

func checkFence(t *testing.T, all, inside []float32) {
	t.Helper()
	fence := (len(all) - len(inside)) / 2
	for i, v := range all {
		if (i < fence || i >= fence+len(inside)) && v != canary {
			t.Fatalf("wrote %v outside of the destination, at %d of %d", v, i-fence, len(inside))
		}
	}
}

// checkConv compares every variant of shape s with the plain sums.
func checkConv(t *testing.T, s Shape, r *rand.Rand, withBias bool) {
	t.Helper()
	c, err := NewConv(s)
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range variants(c) {
		checkVariant(t, name, v, r, withBias)
	}
}

// checkVariant compares c with the plain sums: equal for integers, within the
// rounding of float32 for fractions.
func checkVariant(t *testing.T, name string, c Conv, r *rand.Rand, withBias bool) {
	t.Helper()
	for _, exact := range []bool{true, false} {
		draw := fractions
		if exact {
			draw = integers
		}
		src, weights := draw(r, c.srcLen), draw(r, c.weightLen)
		var bias []float32
		if withBias {
			bias = draw(r, c.shape.Filters)
		}
		want, size := naive(c, src, weights, bias)
		all, dst := fenced(c.dstLen)
		if err := c.Run(dst, src, weights, bias); err != nil {
			t.Fatal(err)
		}
		checkFence(t, all, dst)
		for i := range dst {
			tolerance := 0.0
			if !exact {
				// Each of n products and n sums is rounded by half a unit in
				// the last place at most, 2^-24 of what is summed up.
				n := float64(c.weightLen/c.shape.Filters + 1)
				tolerance = size[i] * (n + 1) * 0x1p-24
			}
			if d := math.Abs(float64(dst[i]) - want[i]); !(d <= tolerance) {
				t.Fatalf("%s %+v: output %d is %v, plain loops give %v", name, c.shape, i, dst[i], want[i])
			}
		}
	}
}

func TestConvAgreesWithPlainLoops(t *testing.T) {
	for name, s := range map[string]Shape{
		"course":             {Channels: 3, Height: 5, Width: 5, Filters: 2, FilterH: 3, FilterW: 3, StrideH: 2, StrideW: 2, PadTop: 1, PadLeft: 1, PadBottom: 1, PadRight: 1},
		"one by one":         {Channels: 10, Height: 33, Width: 50, Filters: 5, FilterH: 1, FilterW: 1},
		"one by one tiny":    {Channels: 7, Height: 1, Width: 3, Filters: 9, FilterH: 1, FilterW: 1},
		"one by one large":   {Channels: 3, Height: 97, Width: 131, Filters: 13, FilterH: 1, FilterW: 1},
		"one by one deep":    {Channels: 300, Height: 25, Width: 26, Filters: 5, FilterH: 1, FilterW: 1},
		"one by one stride":  {Channels: 3, Height: 9, Width: 70, Filters: 4, FilterH: 1, FilterW: 1, StrideH: 3, StrideW: 2},
		"one cell":           {Channels: 1, Height: 1, Width: 1, Filters: 1, FilterH: 1, FilterW: 1},
		"row":                {Channels: 2, Height: 1, Width: 333, Filters: 3, FilterH: 1, FilterW: 5, PadLeft: 2, PadRight: 2},
		"column":             {Channels: 2, Height: 333, Width: 1, Filters: 3, FilterH: 5, FilterW: 1, PadTop: 4},
		"same 64":            {Channels: 3, Height: 20, Width: 64, Filters: 10, FilterH: 3, FilterW: 3, PadTop: 1, PadLeft: 1, PadBottom: 1, PadRight: 1},
		"wide":               {Channels: 3, Height: 4, Width: 5001, Filters: 4, FilterH: 3, FilterW: 3, PadTop: 1, PadLeft: 1, PadBottom: 1, PadRight: 1},
		"many rows":          {Channels: 4, Height: 300, Width: 129, Filters: 7, FilterH: 3, FilterW: 3, PadTop: 1, PadBottom: 2},
		"wide and many rows": {Channels: 3, Height: 48, Width: 4200, Filters: 1, FilterH: 3, FilterW: 3, PadLeft: 1, PadRight: 1},
		"page wide":          {Channels: 5, Height: 9, Width: 1022, Filters: 5, FilterH: 3, FilterW: 3, PadLeft: 1, PadRight: 1},
		"depthwise":          {Channels: 6, Height: 17, Width: 70, Filters: 6, FilterH: 3, FilterW: 3, Groups: 6},
		"two groups":         {Channels: 6, Height: 17, Width: 41, Filters: 14, FilterH: 3, FilterW: 2, Groups: 2, PadTop: 2, PadRight: 3},
		"AlexNet's first":    {Channels: 3, Height: 59, Width: 67, Filters: 8, FilterH: 11, FilterW: 11, StrideH: 4, StrideW: 4, PadTop: 2, PadLeft: 2, PadBottom: 2, PadRight: 2},
		"dilated":            {Channels: 2, Height: 40, Width: 90, Filters: 3, FilterH: 3, FilterW: 4, DilationH: 7, DilationW: 5, PadTop: 7, PadBottom: 7},
		"dilated, stride":    {Channels: 2, Height: 40, Width: 90, Filters: 3, FilterH: 3, FilterW: 4, DilationH: 4, DilationW: 6, StrideH: 6, StrideW: 4},
		"stride > filter":    {Channels: 2, Height: 40, Width: 90, Filters: 3, FilterH: 2, FilterW: 2, StrideH: 5, StrideW: 7},
		"all padding":        {Channels: 1, Height: 2, Width: 2, Filters: 1, FilterH: 2, FilterW: 2, PadTop: 9, PadLeft: 8, PadBottom: 7, PadRight: 6},
		"far dilation":       {Channels: 2, Height: 3, Width: 3, Filters: 2, FilterH: 2, FilterW: 3, DilationH: 5000, DilationW: 16000, PadTop: 5000, PadLeft: 32000},
	} {
		t.Run(name, func(t *testing.T) {
			checkConv(t, s, seeded(1), true)
			checkConv(t, s, seeded(2), false)
		})
	}
}

// TestConvTilesOfEverySize meets every number of output channels that a tile
// or two can have, with widths around every tile's.
func TestConvTilesOfEverySize(t *testing.T) {
	for filters := 1; filters <= 25; filters++ {
		for _, width := range []int{1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 47, 48, 49, 63, 64, 65, 127, 128, 129, 200} {
			s := Shape{Channels: 2, Height: 3, Width: width, Filters: filters, FilterH: 2, FilterW: 3, PadLeft: 1, PadRight: 1}
			checkConv(t, s, seeded(uint64(filters*width)), true)
			s.FilterH, s.FilterW, s.PadLeft, s.PadRight = 1, 1, 0, 0
			checkConv(t, s, seeded(uint64(filters*width)), false)
		}
	}
}

func FuzzConv(f *testing.F) {
	f.Add(uint64(1), []byte{3, 20, 64, 10, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1})
	f.Add(uint64(2), []byte{2, 9, 131, 5, 5, 4, 2, 3, 0, 1, 2, 3, 2, 3, 2})
	f.Add(uint64(3), []byte{1, 1, 255, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 3})
	f.Fuzz(func(t *testing.T, seed uint64, b []byte) {
		if len(b) < 15 {
			return
		}
		at := func(i, n int) int { return int(b[i]) % n }
		groups := at(14, 3) + 1
		s := Shape{
			Channels: (at(0, 4) + 1) * groups, Height: at(1, 24) + 1, Width: int(b[2]) + 1,
			Filters: (at(3, 14) + 1) * groups, FilterH: at(4, 6) + 1, FilterW: at(5, 6) + 1,
			StrideH: at(6, 5), StrideW: at(7, 5),
			PadTop: at(8, 5), PadLeft: at(9, 5), PadBottom: at(10, 5), PadRight: at(11, 5),
			DilationH: at(12, 4), DilationW: at(13, 4), Groups: groups,
		}
		if _, err := NewConv(s); err != nil {
			if !strings.Contains(err.Error(), "does not fit input") {
				t.Fatal(err)
			}
			return
		}
		checkConv(t, s, seeded(seed), seed%2 == 0)
	})
}

// TestConvSharedWork runs work large enough for several goroutines, from
// several goroutines at once, and expects the same bits every time.
func TestConvSharedWork(t *testing.T) {
	s := Shape{Channels: 3, Height: 150, Width: 200, Filters: 10, FilterH: 3, FilterW: 3, PadTop: 1, PadLeft: 1, PadBottom: 1, PadRight: 1}
	c, err := NewConv(s)
	if err != nil {
		t.Fatal(err)
	}
	if workers(c.macs) == 1 && workers(math.MaxInt) > 1 {
		t.Fatal("the shape is too small to be shared")
	}
	r := seeded(3)
	src, weights, bias := fractions(r, c.srcLen), fractions(r, c.weightLen), fractions(r, s.Filters)
	first := make([]float32, c.dstLen)
	serial := convJob{conv: c, dst: first, src: src, weights: weights, bias: bias}
	serial.prepare(getScratch())
	share(&serial, serial.units, 1)

	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			dst := make([]float32, c.dstLen)
			for range 5 {
				if err := c.Run(dst, src, weights, bias); err != nil {
					t.Error(err)
				}
				for i := range dst {
					if dst[i] != first[i] {
						t.Errorf("output %d is %v, was %v", i, dst[i], first[i])
						return
					}
				}
			}
		})
	}
	all.Wait()
}

func TestConvErrors(t *testing.T) {
	good := Shape{Channels: 4, Height: 3, Width: 3, Filters: 2, FilterH: 3, FilterW: 3}
	for want, change := range map[string]func(*Shape){
		"conv2d: filter 5x5 does not fit input 3x3 with padding 0":                func(s *Shape) { s.FilterH, s.FilterW = 5, 5 },
		"conv2d: filter 3x5 does not fit input 3x3 with padding 1, 0, 0, 1":       func(s *Shape) { s.FilterW, s.PadTop, s.PadRight = 5, 1, 1 },
		"conv2d: filter 3x3 dilated to 5x3 does not fit input 3x3 with padding 0": func(s *Shape) { s.DilationH = 2 },
		"conv2d: 3 groups do not divide 4 channels and 2 filters":                 func(s *Shape) { s.Groups = 3 },
		"conv2d: stride -1 is not between 1 and ":                                 func(s *Shape) { s.StrideW = -1 },
		"conv2d: padding -2 is not between 0 and ":                                func(s *Shape) { s.PadLeft = -2 },
		"conv2d: dilation -1 is not between 1 and ":                               func(s *Shape) { s.DilationH = -1 },
		"conv2d: channels 0 is not between 1 and ":                                func(s *Shape) { s.Channels = 0 },
		"conv2d: filter width 0 is not between 1 and ":                            func(s *Shape) { s.FilterW = 0 },
		"conv2d: too large: input ":                                               func(s *Shape) { s.Channels, s.Height, s.Width, s.Filters = maxSide, maxSide, maxSide, maxSide },
	} {
		s := good
		change(&s)
		if _, err := NewConv(s); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
}

func TestConvWrongLengths(t *testing.T) {
	c, err := NewConv(Shape{Channels: 4, Height: 3, Width: 3, Filters: 2, FilterH: 3, FilterW: 3})
	if err != nil {
		t.Fatal(err)
	}
	of := func(n int) []float32 { return make([]float32, n) }
	for want, err := range map[string]error{
		"conv2d: dst has 3 values, the shape needs 2":      c.Run(of(3), of(36), of(72), of(2)),
		"conv2d: src has 35 values, the shape needs 36":    c.Run(of(2), of(35), of(72), of(2)),
		"conv2d: weights has 0 values, the shape needs 72": c.Run(of(2), of(36), nil, of(2)),
		"conv2d: bias has 1 values for 2 filters":          c.Run(of(2), of(36), of(72), of(1)),
		"conv2d: not made by NewConv":                      Conv{}.Run(nil, nil, nil, nil),
	} {
		if err == nil || err.Error() != want {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
}
