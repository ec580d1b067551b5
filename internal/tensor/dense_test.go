package tensor

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestElementsRefuses(t *testing.T) {
	for _, c := range []struct {
		shape []int
		text  string
	}{
		{nil, "at least one side"},
		{[]int{3, 0, 2}, "3x0x2 has a side smaller than 1"},
		{[]int{-4}, "-4 has a side smaller than 1"},
		{[]int{99999999, 99999999, 9}, "99999999x99999999x9 has more than 134217728 elements"},
		{[]int{1 << 30, 1 << 30}, "more than"},
		{[]int{MaxElements, 2}, "more than"},
	} {
		if n, err := Elements(c.shape...); err == nil || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%v: got %d, %v, want %q", c.shape, n, err, c.text)
		}
	}
	if n, err := Elements(MaxElements); n != MaxElements || err != nil {
		t.Errorf("the limit itself: %d, %v", n, err)
	}
}

func TestFromPlanes(t *testing.T) {
	d, err := FromPlanes([][][]float64{{{1, 2, 3}, {4, 5, 6}}, {{7, 8, 9}, {10, 11, 12}}})
	if err != nil || d.String() != "2x3x2" || d.At(0, 1, 0) != 2 || d.At(1, 2, 1) != 12 {
		t.Errorf("%v, %v", d, err)
	}
	for _, wrong := range [][][][]float64{
		nil, {{}}, {{{}}}, {{{1, 2}, {3}}}, {{{1}}, {{1}, {2}}}, {{{1}}, {{1, 2}}},
	} {
		if d, err := FromPlanes(wrong); err == nil {
			t.Errorf("%v makes %v", wrong, d)
		}
	}
}

func TestFromCountsTheNumbers(t *testing.T) {
	if _, err := From(make([]float32, 5), 2, 3); err == nil || err.Error() != "shape 2x3 needs 6 numbers, got 5" {
		t.Errorf("got %v", err)
	}
}

func TestIndexIsRowByRow(t *testing.T) {
	d, err := New[float64](2, 3, 4)
	if err != nil {
		t.Fatal(err)
	}
	d.Set(7, 1, 2, 3)
	if d.Data()[23] != 7 || d.At(1, 2, 3) != 7 || d.Index(1, 0, 2) != 14 {
		t.Errorf("data %v, index %d", d.Data(), d.Index(1, 0, 2))
	}
	for _, at := range [][]int{{0, 3, 0}, {0, -1, 0}, {0, 0}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%v was accepted", at)
				}
			}()
			d.At(at...)
		}()
	}
}

func TestReshapeShares(t *testing.T) {
	d, _ := From([]float32{1, 2, 3, 4, 5, 6}, 2, 3)
	r, err := d.Reshape(3, 2)
	if err != nil {
		t.Fatal(err)
	}
	r.Set(9, 2, 1)
	if d.At(1, 2) != 9 || r.Dim(-1) != 2 {
		t.Error("reshape must share the numbers")
	}
	if _, err := d.Reshape(4); err == nil || !strings.Contains(err.Error(), "2x3 (6 numbers) to 4 (4)") {
		t.Errorf("got %v", err)
	}
}

func TestLayouts(t *testing.T) {
	// two pixels of three channels beside each other
	hwc, _ := From([]float32{1, 2, 3, 4, 5, 6}, 1, 2, 3)
	chw, err := hwc.HWCToCHW()
	if err != nil {
		t.Fatal(err)
	}
	if want := []float32{1, 4, 2, 5, 3, 6}; !slices.Equal(chw.Data(), want) || chw.String() != "3x1x2" {
		t.Errorf("got %s %v", chw, chw.Data())
	}
	back, err := chw.CHWToHWC()
	if err != nil || Close(hwc, back, 0, 0) != nil {
		t.Errorf("got %v back, %v", back.Data(), err)
	}
	for _, order := range [][]int{{0, 1}, {0, 1, 1}, {0, 1, 3}, {0, 1, 2, 2}, {-1, 0, 1}} {
		if _, err := hwc.Permute(order...); err == nil {
			t.Errorf("order %v was accepted", order)
		}
	}
}

func TestPermuteMovesEveryElement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := rapid.SliceOfN(rapid.IntRange(1, 4), 1, 5).Draw(t, "shape")
		axes := make([]int, len(shape))
		for i := range axes {
			axes[i] = i
		}
		order := rapid.Permutation(axes).Draw(t, "order")
		d, _ := New[float64](shape...)
		for i := range d.data {
			d.data[i] = float64(i)
		}
		p, err := d.Permute(order...)
		if err != nil {
			t.Fatal(err)
		}
		at, to := make([]int, len(shape)), make([]int, len(shape))
		for i := range d.data {
			rest := i
			for axis := len(shape) - 1; axis >= 0; axis-- {
				at[axis], rest = rest%shape[axis], rest/shape[axis]
			}
			for j, axis := range order {
				to[j] = at[axis]
			}
			if p.At(to...) != d.At(at...) {
				t.Fatalf("%v did not come to %v", at, to)
			}
		}
	})
}

func TestClose(t *testing.T) {
	of := func(v ...float64) *Dense[float64] { d, _ := From(v, len(v)); return d }
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		a, b          *Dense[float64]
		abs, relative float64
		same          bool
	}{
		{of(1, 2), of(1, 2), 0, 0, true},
		{of(1), of(1.1), 0.2, 0, true},
		{of(1), of(1.1), 0.05, 0, false},
		{of(100), of(101), 0, 0.01, true},
		{of(inf, nan), of(inf, nan), 0, 0, true},
		{of(inf), of(-inf), 1, 1, false},
		{of(1), of(inf), 1, 1, false},
		{of(1), of(nan), 1, 1, false},
		{of(1, 2), of(1), 1, 1, false},
	} {
		if err := Close(c.a, c.b, c.abs, c.relative); (err == nil) != c.same {
			t.Errorf("%v and %v: %v", c.a.data, c.b.data, err)
		}
	}
}
