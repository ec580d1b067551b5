package viz_test

import (
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

func ladder(t *testing.T, in int) viz.Animation {
	t.Helper()
	l, err := viz.NewSlide("ladder", viz.SlideSetup{In: in, Filter: 3, Stride: 1})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestInTurn walks two animations as one: forth and back at every level, each
// step with its own title, words and cells.
func TestInTurn(t *testing.T) {
	input, err := tensor.From([]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7}, 4, 4, 1)
	if err != nil {
		t.Fatal(err)
	}
	p, err := viz.NewPool(viz.PoolSetup{Input: input, Kernel: nn.Square(2)})
	if err != nil {
		t.Fatal(err)
	}
	first, second := viz.Titled{Title: viz.Words{Key: "first"}, Animation: p}, viz.Titled{Title: viz.Words{Key: "second"}, Animation: ladder(t, 5)}
	both := viz.NewInTurn(first, second)
	if both.Steps() != p.Steps()+second.Animation.Steps() {
		t.Fatalf("%d steps", both.Steps())
	}
	say := func(w viz.Words) string { return w.Key }
	for i := range both.Steps() {
		title, words := "first", p.Words
		own := i
		if i >= p.Steps() {
			title, words, own = "second", second.Animation.Words, i-p.Steps()
		}
		if both.Words(i).Key != words(own).Key {
			t.Errorf("step %d says %s", i, both.Words(i).Key)
		}
		g := canvas.New(76, 20)
		both.Draw(i, viz.Frame{Grid: g, Area: g.All(), Say: say})
		if !strings.HasPrefix(g.Lines()[0], title) {
			t.Errorf("step %d is titled %q", i, g.Lines()[0])
		}
	}
	for _, level := range both.Levels() {
		at, steps := 0, 0
		for at < both.Steps()-1 {
			next := both.Next(at, level)
			if next <= at || both.Prev(next, level) >= next {
				t.Fatalf("level %d: from %d to %d, and back to %d", level, at, next, both.Prev(next, level))
			}
			at, steps = next, steps+1
		}
		if steps < second.Animation.Steps() || both.Next(at, level) != at {
			t.Errorf("level %d: %d steps", level, steps)
		}
	}
	if w, h := both.MinSize(); w < 40 || h < 8 {
		t.Errorf("least room %dx%d", w, h)
	}
	area := canvas.Rect{X: 2, Y: 3, W: 76, H: 20}
	found := false
	for y := range 20 {
		for x := range 76 {
			if step, ok := both.StepAt(0, area, x, y); ok {
				found = found || step == p.Steps()-1
			}
		}
	}
	if !found {
		t.Error("no click leads to the last window")
	}
	if _, ok := both.StepAt(p.Steps(), area, 10, 10); ok {
		t.Error("a click leads somewhere in a picture that is not clicked on")
	}
}
