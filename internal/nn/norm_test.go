package nn

import (
	"testing"

	"pgregory.net/rapid"
)

func TestBatchNormOfItsOwnStatisticsIsCentred(t *testing.T) {
	x := of(t, []float64{1, 3, 10, 30}, 1, 2, 1, 2)
	y, err := BatchNorm[float64]{Mean: []float64{2, 20}, Variance: []float64{1, 100}}.Apply(x)
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "output", y, of(t, []float64{-1, 1, -1, 1}, 1, 2, 1, 2), 0)
	y, err = BatchNorm[float64]{
		Mean: []float64{2, 20}, Variance: []float64{1, 100}, Scale: []float64{2, 3}, Shift: []float64{0.5, -1},
	}.Apply(x)
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "scaled", y, of(t, []float64{-1.5, 2.5, -4, 2}, 1, 2, 1, 2), 0)
}

func TestBatchNormRefuses(t *testing.T) {
	x := of(t, []float64{1, 2}, 1, 2)
	ok := []float64{1, 1}
	for _, c := range []struct {
		b    BatchNorm[float64]
		x    array
		text string
	}{
		{BatchNorm[float64]{Mean: ok[:1], Variance: ok}, x, "batchnorm: mean has 1 numbers, input 1x2 needs 2"},
		{BatchNorm[float64]{Mean: ok}, x, "batchnorm: variance has 0 numbers, input 1x2 needs 2"},
		{BatchNorm[float64]{Mean: ok, Variance: ok, Shift: ok[:1]}, x, "batchnorm: shift has 1 numbers, input 1x2 needs 2"},
		{BatchNorm[float64]{Mean: ok, Variance: []float64{1, 0}}, x, "batchnorm: variance 0 with epsilon 0 of channel 1 is not above 0"},
		{BatchNorm[float64]{}, of(t, ok, 2), "batchnorm: input 2 has no channels (N, C, H, W)"},
	} {
		_, err := c.b.Apply(c.x)
		wantError(t, err, c.text)
	}
}

// The paper's formula has no division by n; AlexNetLRN must come to the same.
func TestLRNIsAlexNets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawn(t, "x", 1, 7, 1, 1)
		for i := range x.Data() {
			x.Data()[i] *= 50
		}
		y, err := LRN(x, AlexNetLRN())
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range x.Data() {
			sum := 0.0
			for j := max(0, i-2); j <= min(6, i+2); j++ {
				sum += x.Data()[j] * x.Data()[j]
			}
			wantClose(t, "cell", of(t, y.Data()[i:i+1], 1), of(t, []float64{v / pow34(2+1e-4*sum)}, 1), 1e-12)
		}
	})
}

func TestLRNRefuses(t *testing.T) {
	_, err := LRN(of(t, []float64{1}, 1), AlexNetLRN())
	wantError(t, err, "lrn: input 1 has no channels (N, C, H, W)")
	_, err = LRN(of(t, []float64{1}, 1, 1), LocalResponseNorm{})
	wantError(t, err, "lrn: size 0 is not between 1 and 1048576")
}
