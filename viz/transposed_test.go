package viz_test

import (
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/internal/viztest"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

func newTransposed(t testing.TB, s viz.TransposedSetup) *viz.Transposed {
	t.Helper()
	a, err := viz.NewTransposed(s)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// small is two by two numbers spread with stride 2 and one cell cut off.
func small(t testing.TB) *viz.Transposed {
	bias := 5.0
	return newTransposed(t, viz.TransposedSetup{
		Input: plane(t, "1 2/3 4"), Filter: plane(t, "1 2 1/2 4 2/1 2 1"), Bias: &bias,
		Stride: nn.Square(2), Padding: nn.AllSides(1), Extra: nn.Square(1),
	})
}

// TestTransposedByHand holds some cells to sums written out by hand.
func TestTransposedByHand(t *testing.T) {
	a := small(t)
	if out := a.Geometry().In; out != nn.Square(4) { // (2-1)·2 - 2 + 3 + 1
		t.Fatalf("output %v", out)
	}
	for _, c := range []struct {
		y, x int
		want float64
	}{
		{0, 0, 1*4 + 5}, {0, 1, 1*2 + 2*2 + 5}, {1, 1, 1*1 + 2*1 + 3*1 + 4*1 + 5}, {2, 2, 4*4 + 5}, {3, 3, 4*1 + 5},
	} {
		if got := a.Output().At(c.y, c.x); got != c.want {
			t.Errorf("row %d, column %d is %v, want %v", c.y, c.x, got, c.want)
		}
	}
}

// TestTransposedAddsUp steps through random ones: the products drawn add up to
// what the engine puts out, as far as they are not cut off.
func TestTransposedAddsUp(t *testing.T) {
	say := viztest.Say(t, "en")
	rapid.Check(t, func(t *rapid.T) {
		side := func(name string, low, high int) int { return rapid.IntRange(low, high).Draw(t, name) }
		random := func(name string, h, w int) *tensor.Dense[float64] {
			data := make([]float64, h*w)
			for i := range data {
				data[i] = float64(side(name, -9, 9))
			}
			d, err := tensor.From(data, h, w, 1)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		s := viz.TransposedSetup{
			Input: random("input", side("h", 1, 4), side("w", 1, 4)), Filter: random("filter", side("fh", 1, 3), side("fw", 1, 3)),
			Stride: nn.Square(side("stride", 1, 3)), Padding: nn.AllSides(side("padding", 0, 1)), Dilation: nn.Square(side("dilation", 1, 2)),
		}
		if side("bias", 0, 1) == 1 {
			bias := float64(side("by", -9, 9))
			s.Bias = &bias
		}
		a, err := viz.NewTransposed(s)
		if err != nil {
			return // nothing is left of the output
		}
		values, reached := a.At(a.Steps() - 1)
		for i, want := range a.Output().Data() {
			if values[i] != want || s.Bias != nil && !reached[i] {
				t.Fatalf("cell %d adds up to %v (%v), the engine says %v", i, values[i], reached[i], want)
			}
		}
		for _, size := range []nn.Size{{H: 12, W: 48}, {H: 17, W: 76}, {H: 34, W: 136}} {
			i := side("step", 0, a.Steps()-1)
			area := canvas.Rect{W: size.W, H: size.H}
			drawn(a, i, size.W, size.H, say, false)
			if to, ok := a.StepAt(i, area, side("x", 0, size.W-1), side("y", 0, size.H-1)); ok && (to < 0 || to >= a.Steps()) {
				t.Fatalf("a click leads to step %d of %d", to, a.Steps())
			}
		}
		for _, level := range a.Levels() {
			for i, n := 0, 0; i < a.Steps()-1; n++ {
				next := a.Next(i, level)
				if next <= i || n > a.Steps() {
					t.Fatalf("level %v: from %d to %d", level, i, next)
				}
				a.WordsAt(next, level)
				i = next
			}
		}
	})
}

func TestTransposedPictures(t *testing.T) {
	for _, lang := range []string{"en", "ko"} {
		say := viztest.Say(t, lang)
		a := small(t)
		viztest.Golden(t, "transposed-cut-"+lang, drawn(a, 0, 76, 17, say, false).Golden())
		viztest.Golden(t, "transposed-product-"+lang, drawn(a, 14, 76, 17, say, false).Golden())
		viztest.Golden(t, "transposed-bias-"+lang, drawn(a, a.Steps()-1, 76, 17, say, false).Golden())
	}
	wide := newTransposed(t, viz.TransposedSetup{
		Input: plane(t, "1 0 0 1/0 1 1 0/0 1 1 0/1 0 0 1"), Filter: plane(t, "1 1 1/1 1 1/1 1 1"), Stride: nn.Square(3),
	})
	viztest.Golden(t, "transposed-wide", drawn(wide, 40, 76, 17, viztest.Say(t, "en"), false).Golden())
	g := canvas.New(76, 17)
	small(t).DrawOpen(viz.Frame{Grid: g, Area: g.All(), Say: viztest.Say(t, "en")}, viz.OpenCell{Plane: viz.PlaneFilter, At: nn.Point{Y: 1, X: 1}, Typed: "-4"})
	viztest.Golden(t, "transposed-open", g.Golden())
}

// TestTransposedRefuses tells why something makes no animation.
func TestTransposedRefuses(t *testing.T) {
	for name, s := range map[string]viz.TransposedSetup{
		"no input":     {Filter: plane(t, "1")},
		"all cut off":  {Input: plane(t, "1"), Filter: plane(t, "1"), Padding: nn.AllSides(1)},
		"much too big": {Input: plane(t, "1 1 1 1 1"), Filter: plane(t, "1"), Stride: nn.Square(9)},
		"too much extra": {
			Input: plane(t, "1 1"), Filter: plane(t, "1"), Extra: nn.Square(3),
		},
	} {
		if _, err := viz.NewTransposed(s); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
