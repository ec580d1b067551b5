package nn

import (
	"math"
	"testing"

	"convtutor/internal/tensor"
	"pgregory.net/rapid"
)

type array = *tensor.Dense[float64]

// fatal is what both *testing.T and *rapid.T can do.
type fatal interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func of(t fatal, data []float64, shape ...int) array {
	t.Helper()
	d, err := tensor.From(data, shape...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// drawn is an array of small numbers with halves, so that sums are exact.
func drawn(t *rapid.T, name string, shape ...int) array {
	t.Helper()
	n, err := tensor.Elements(shape...)
	if err != nil {
		t.Fatal(err)
	}
	data := make([]float64, n)
	for i, v := range rapid.SliceOfN(rapid.IntRange(-8, 8), n, n).Draw(t, name) {
		data[i] = float64(v) / 2
	}
	return of(t, data, shape...)
}

// distinct is an array of numbers of which no two are closer than 1, so that a
// small change makes no other cell the largest.
func distinct(t *rapid.T, name string, shape ...int) array {
	t.Helper()
	n, err := tensor.Elements(shape...)
	if err != nil {
		t.Fatal(err)
	}
	data := make([]float64, n)
	for i := range data {
		data[i] = float64(i) - float64(n)/2 + 0.25
	}
	return of(t, rapid.Permutation(data).Draw(t, name), shape...)
}

func wantClose(t fatal, what string, got, want array, tolerance float64) {
	t.Helper()
	if err := tensor.Close(got, want, tolerance, tolerance); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// slope is the numerical gradient of loss with respect to x.
func slope(x array, loss func() float64) array {
	const h = 1e-4
	g := x.Clone()
	for i, v := range x.Data() {
		x.Data()[i] = v + h
		up := loss()
		x.Data()[i] = v - h
		down := loss()
		x.Data()[i] = v
		g.Data()[i] = (up - down) / (2 * h)
	}
	return g
}

// dot is the loss whose gradient with respect to a is b.
func dot(a, b array) float64 {
	sum := 0.0
	for i, v := range a.Data() {
		sum += v * b.Data()[i]
	}
	return sum
}

func must[V any](t fatal) func(v V, err error) V {
	return func(v V, err error) V {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// windows counts by hand the places where a filter fits on an axis.
func windows(n, f, s, before, after, d int) int {
	count := 0
	for at := -before; at+d*(f-1) < n+after; at += s {
		count++
	}
	return count
}

func wantError(t *testing.T, err error, text string) {
	t.Helper()
	if err == nil || err.Error() != text {
		t.Errorf("got  %v\nwant %s", err, text)
	}
}

var nan = math.NaN()

// pow34 is x to the power of 3/4, by roots.
func pow34(x float64) float64 { return math.Sqrt(x) * math.Sqrt(math.Sqrt(x)) }
