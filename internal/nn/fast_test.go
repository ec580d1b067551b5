package nn

import (
	"testing"

	"convtutor/internal/tensor"
	"pgregory.net/rapid"
)

// Inputs are halves and small, so that sums are exact and the fast path must
// give the very numbers of the plain one.

// wide makes the numbers of a picture far wider than a tile; drawing each of
// them would take long.
func wide(t *rapid.T, shape []int) array {
	shape[2] = rapid.IntRange(shape[2], 24).Draw(t, "height")
	shape[3] = rapid.IntRange(shape[3], 300).Draw(t, "width")
	x := must[array](t)(tensor.New[float64](shape...))
	for i := range x.Data() {
		x.Data()[i] = float64(i*7919%23-11) / 2
	}
	return x
}

func fastConvIsTheReference(t *rapid.T) {
	c := anyConv(t)
	if rapid.Bool().Draw(t, "wide") {
		c.x = wide(t, c.x.Shape())
	}
	c.o.Rule = rapid.SampledFrom([]Rule{RuleFloor, RuleError, RuleCeil, RuleSame}).Draw(t, "rule")
	want, err := Conv2D(as32(c.x), as32(c.w), data32(c.bias), c.o)
	got, fastErr := FastConv2D(as32(c.x), as32(c.w), data32(c.bias), c.o)
	if (err != nil) != (fastErr != nil) {
		t.Fatalf("errors %v and %v", err, fastErr)
	}
	if err != nil {
		return
	}
	if err := tensor.Close(got, want, 0, 0); err != nil {
		t.Fatal(err)
	}
}

func fastMaxPoolIsTheReference(t *rapid.T) {
	shape, o := anyPool(t)
	picture := drawn(t, "x", shape...)
	if rapid.Bool().Draw(t, "wide") {
		picture = wide(t, shape)
	}
	x := as32(picture)
	want, _, err := MaxPool2D(x, o)
	got, fastErr := FastMaxPool2D(x, o)
	if (err != nil) != (fastErr != nil) {
		t.Fatalf("errors %v and %v", err, fastErr)
	}
	if err != nil {
		return
	}
	if err := tensor.Close(got, want, 0, 0); err != nil {
		t.Fatal(err)
	}
}

func TestFastConv2DIsTheReference(t *testing.T)    { rapid.Check(t, fastConvIsTheReference) }
func FuzzFastConv2D(f *testing.F)                  { f.Fuzz(rapid.MakeFuzz(fastConvIsTheReference)) }
func TestFastMaxPool2DIsTheReference(t *testing.T) { rapid.Check(t, fastMaxPoolIsTheReference) }
func FuzzFastMaxPool2D(f *testing.F)               { f.Fuzz(rapid.MakeFuzz(fastMaxPoolIsTheReference)) }

// The assignment's picture, as the program computes it.
func BenchmarkAssignment(b *testing.B) {
	x, err := tensor.New[float32](1, 3, 720, 1280)
	if err != nil {
		b.Fatal(err)
	}
	w, err := tensor.New[float32](10, 3, 3, 3)
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name string
		conv func(x, w *tensor.Dense[float32], bias []float32, o Conv) (*tensor.Dense[float32], error)
	}{{"fast", FastConv2D}, {"reference", Conv2D[float32]}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := c.conv(x, w, nil, Conv{Padding: AllSides(1)}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
