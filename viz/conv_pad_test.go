package viz_test

import (
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// TestPaddingThatHoldsMoreThanZeros lays 1 2 / 3 4 out by hand: every window of
// ones adds up what stands under it.
func TestPaddingThatHoldsMoreThanZeros(t *testing.T) {
	input, _ := tensor.From([]float64{1, 2, 3, 4}, 2, 2, 1)
	ones, _ := tensor.From([]float64{1, 1, 1, 1, 1, 1, 1, 1, 1}, 3, 3, 1)
	for mode, want := range map[nn.PadMode][]float64{
		nn.PadZeros: {10, 10, 10, 10},
		// 1 1 2 2 / 1 1 2 2 / 3 3 4 4 / 3 3 4 4
		nn.PadReplicate: {1 + 1 + 2 + 1 + 1 + 2 + 3 + 3 + 4, 1 + 2 + 2 + 1 + 2 + 2 + 3 + 4 + 4, 1 + 1 + 2 + 3 + 3 + 4 + 3 + 3 + 4, 1 + 2 + 2 + 3 + 4 + 4 + 3 + 4 + 4},
		// 4 3 4 3 / 2 1 2 1 / 4 3 4 3 / 2 1 2 1
		nn.PadReflect:  {27, 24, 21, 18},
		nn.PadCircular: {27, 24, 21, 18},
	} {
		c, err := viz.NewConv(viz.ConvSetup{Input: input, Filter: ones, Padding: nn.AllSides(1), Pad: mode})
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range want {
			if got := c.Value(nn.Point{Y: i / 2, X: i % 2}); got != w {
				t.Errorf("%s: cell %d is %v, want %v", mode, i, got, w)
			}
		}
	}
	if _, err := viz.NewConv(viz.ConvSetup{Input: input, Filter: ones, Padding: nn.AllSides(2), Pad: nn.PadReflect}); err == nil {
		t.Error("two cells were mirrored into two of padding")
	}
}

// TestPaddingModesKeepTheWindows holds every mode to the windows that zeros have,
// and each sum to its terms.
func TestPaddingModesKeepTheWindows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, f := rapid.IntRange(3, 6).Draw(t, "n"), rapid.IntRange(1, 3).Draw(t, "f")
		numbers := func(count int) []float64 {
			return rapid.SliceOfN(rapid.Map(rapid.IntRange(-9, 9), func(v int) float64 { return float64(v) }), count, count).Draw(t, "numbers")
		}
		input, _ := tensor.From(numbers(n*n*2), n, n, 2)
		filter, _ := tensor.From(numbers(f*f*2), f, f, 2)
		s := viz.ConvSetup{
			Input: input, Filter: filter, Stride: nn.Square(rapid.IntRange(1, 3).Draw(t, "stride")),
			Padding: nn.AllSides(rapid.IntRange(0, 2).Draw(t, "padding")), Rule: rapid.SampledFrom([]nn.Rule{nn.RuleFloor, nn.RuleCeil, nn.RuleSame}).Draw(t, "rule"),
		}
		zeros, err := viz.NewConv(s)
		if err != nil {
			t.Skip()
		}
		s.Pad = nn.PadMode(rapid.IntRange(1, int(nn.PadModes)-1).Draw(t, "mode"))
		other, err := viz.NewConv(s)
		if err != nil {
			t.Fatal(err)
		}
		if zeros.Geometry() != other.Geometry() || zeros.Steps() != other.Steps() {
			t.Fatalf("%v, want %v", other.Geometry(), zeros.Geometry())
		}
		for i := range other.Geometry().Out.H * other.Geometry().Out.W {
			cell := nn.Point{Y: i / other.Geometry().Out.W, X: i % other.Geometry().Out.W}
			sum := 0.0
			for c := range 2 {
				for tap := range other.Geometry().Taps(cell.Y, cell.X) {
					sum += float64(other.InputAt(tap.Input, c) * filter.At(tap.Filter.Y, tap.Filter.X, c))
				}
			}
			if other.Value(cell) != sum {
				t.Fatalf("%s, cell %v is %v, its windows add up to %v", s.Pad, cell, other.Value(cell), sum)
			}
		}
	})
}
