package nn

import (
	"slices"
	"testing"

	"convtutor/internal/tensor"
	"pgregory.net/rapid"
)

func TestTermsSumToTheOutput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyConv(t)
		// thirds, so that the order of the sum shows
		for i, v := range c.x.Data() {
			c.x.Data()[i] = v / 3
		}
		x, w := as32(c.x), as32(c.w)
		y, err := Conv2D(x, w, nil, c.o)
		if err != nil {
			return
		}
		pick := func(axis int) int { return rapid.IntRange(0, y.Dim(axis)-1).Draw(t, "cell") }
		cell := OutputCell{pick(0), pick(1), pick(2), pick(3)}
		terms, err := Terms(x, w, c.o, cell)
		if err != nil {
			t.Fatal(err)
		}
		if len(terms) != w.Dim(1)*w.Dim(2)*w.Dim(3) {
			t.Fatalf("%d terms of a filter %s", len(terms), w)
		}
		var sum float32
		for _, term := range terms {
			sum += term.Product
			if term.Product != term.Input*term.Weight || !term.Tap.Inside && term.Input != 0 {
				t.Fatalf("term %v", term)
			}
		}
		if got := y.At(cell.N, cell.Channel, cell.Y, cell.X); got != sum {
			t.Fatalf("terms sum to %v, output is %v", sum, got)
		}
	})
}

func TestTermsOfTheLecture(t *testing.T) {
	x, w := lecture(t)
	terms, err := Terms(x, w, Conv{Padding: AllSides(1)}, OutputCell{Y: 0, X: 0})
	if err != nil {
		t.Fatal(err)
	}
	var seen []float64
	for _, term := range terms {
		seen = append(seen, term.Product)
	}
	// the upper and left taps are padding; 1·1 in the middle, 0·1, 0·1... below
	if want := []float64{0, 0, 0, 0, 1, 0, 0, 0, 1}; !slices.Equal(seen, want) {
		t.Errorf("products %v, want %v", seen, want)
	}
	_, err = Terms(x, w, Conv{}, OutputCell{Y: 3})
	wantError(t, err, "conv2d: output 1x1x3x3 has no cell 0, 0, 3, 0")
}

func TestFlip(t *testing.T) {
	w := of(t, []float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 1, 2, 2, 3)
	f, err := Flip(w)
	if err != nil {
		t.Fatal(err)
	}
	if want := []float64{6, 5, 4, 3, 2, 1, 12, 11, 10, 9, 8, 7}; !slices.Equal(f.Data(), want) {
		t.Errorf("got %v", f.Data())
	}
	if back, err := Flip(f); err != nil || tensor.Close(back, w, 0, 0) != nil {
		t.Errorf("flipped twice: %v, %v", back, err)
	}
	if _, err := Flip(of(t, []float64{1}, 1)); err == nil {
		t.Error("one axis was accepted")
	}
}
