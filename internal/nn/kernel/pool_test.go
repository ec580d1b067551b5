package kernel

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func same(a, b float32) bool { return a == b || a != a && b != b }

// checkPool compares both variants of pooling with its definition, NaN and
// infinities among the values.
func checkPool(t *testing.T, s PoolShape, r *rand.Rand) {
	t.Helper()
	p, err := NewMaxPool(s)
	if err != nil {
		t.Fatal(err)
	}
	src := fractions(r, p.srcLen)
	for i := range src {
		if r.IntN(20) == 0 {
			src[i] = []float32{float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)), 0}[r.IntN(4)]
		}
	}
	want := naivePool(p, src)
	for name, v := range map[string]MaxPool{"fast": p, "portable": p.Portable()} {
		all, dst := fenced(p.dstLen)
		if err := v.Run(dst, src); err != nil {
			t.Fatal(err)
		}
		checkFence(t, all, dst)
		for i := range dst {
			if !same(dst[i], want[i]) {
				t.Fatalf("%s %+v: output %d is %v, want %v", name, s, i, dst[i], want[i])
			}
		}
	}
}

func TestMaxPool2x2(t *testing.T) {
	for width := 2; width < 150; width++ {
		for _, height := range []int{2, 3, 8} {
			checkPool(t, PoolShape{Channels: 2, Height: height, Width: width, PoolH: 2, PoolW: 2, StrideH: 2, StrideW: 2}, seeded(uint64(width)))
		}
	}
	src := []float32{
		1, 5, 2, 0, 9,
		3, 4, 8, -1, 9,
		9, 9, 9, 9, 9,
	}
	dst := make([]float32, 2)
	if err := MaxPool2x2(dst, src, 1, 3, 5); err != nil || dst[0] != 5 || dst[1] != 8 {
		t.Errorf("got %v, %v", dst, err)
	}
}

func TestMaxPoolLarge(t *testing.T) {
	checkPool(t, PoolShape{Channels: 10, Height: 501, Width: 1281, PoolH: 2, PoolW: 2, StrideH: 2, StrideW: 2}, seeded(1))
}

func FuzzMaxPool(f *testing.F) {
	f.Add(uint64(1), []byte{2, 20, 64, 2, 2, 2, 2, 0, 0, 0, 0, 1, 1})
	f.Add(uint64(2), []byte{2, 20, 64, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1})
	f.Fuzz(func(t *testing.T, seed uint64, b []byte) {
		if len(b) < 13 {
			return
		}
		at := func(i, n int) int { return int(b[i]) % n }
		s := PoolShape{
			Channels: at(0, 3) + 1, Height: at(1, 40) + 1, Width: int(b[2]) + 1, PoolH: at(3, 4) + 1, PoolW: at(4, 4) + 1,
			StrideH: at(5, 4), StrideW: at(6, 4), PadTop: at(7, 3), PadLeft: at(8, 3), PadBottom: at(9, 3), PadRight: at(10, 3),
			DilationH: at(11, 3), DilationW: at(12, 3),
		}
		if _, err := NewMaxPool(s); err != nil {
			if !strings.Contains(err.Error(), "does not fit input") {
				t.Fatal(err)
			}
			return
		}
		checkPool(t, s, seeded(seed))
	})
}

func TestMaxPoolErrors(t *testing.T) {
	for want, err := range map[string]error{
		"maxpool2d: filter 2x2 does not fit input 1x4 with padding 0": MaxPool2x2(nil, nil, 1, 1, 4),
		"maxpool2d: dst has 1 values, the shape needs 2":              MaxPool2x2(make([]float32, 1), make([]float32, 8), 1, 2, 4),
		"maxpool2d: src has 7 values, the shape needs 8":              MaxPool2x2(make([]float32, 2), make([]float32, 7), 1, 2, 4),
		"maxpool2d: not made by NewMaxPool":                           MaxPool{}.Run(nil, nil),
	} {
		if err == nil || err.Error() != want {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
}
