package viz_test

import (
	"slices"
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// TestAnExcerptStaysWithinItsPart walks one window of a convolution forth and
// back at every level, and ends in its sentence.
func TestAnExcerptStaysWithinItsPart(t *testing.T) {
	c := lecture(t)
	last := c.StepOf(nn.Point{Y: 1, X: 1})
	first := last - c.Terms() + 1
	a := viz.NewExcerpt(viz.Excerpt{Of: c, First: first, Last: last, Ending: viz.Words{Key: "the end"}})
	if a.Steps() != c.Terms()+1 {
		t.Fatalf("%d steps of %d products", a.Steps(), c.Terms())
	}
	levels := a.(viz.Stepper)
	if slices.Contains(levels.Levels(), viz.LevelRow) || !slices.Contains(levels.Levels(), viz.LevelProduct) {
		t.Errorf("levels %v", levels.Levels())
	}
	for _, l := range levels.Levels() {
		for i := range a.Steps() - 1 {
			next := levels.Next(i, l)
			if next <= i || next >= a.Steps() || levels.Prev(next, l) >= next {
				t.Errorf("level %d: from %d to %d", l, i, next)
			}
		}
		if end := a.Steps() - 1; levels.Next(end, l) != end || levels.Prev(0, l) != 0 {
			t.Errorf("level %d leads out of the part", l)
		}
	}
	if a.Words(0).Key != c.Words(first).Key || a.Words(a.Steps()-1).Key != "the end" {
		t.Errorf("says %v", a.Words(a.Steps()-1))
	}
	held := clicks(t, a)
	if len(held) == 0 || slices.Max(held) > a.Steps()-2 {
		t.Errorf("clicks lead to %v", held)
	}
	g := drawn(a, a.Steps()-1, 76, 14, func(w viz.Words) string { return w.Key }, false)
	text := strings.TrimSpace(strings.Join(g.Lines(), "\n"))
	if !strings.HasSuffix(text, "\n▸ the end") {
		t.Errorf("ends in %q", text)
	}
}

// clicks are the steps that cells of the first step lead to.
func clicks(t *testing.T, a viz.Animation) []int {
	t.Helper()
	var steps []int
	for y := range 14 {
		for x := range 76 {
			if step, ok := a.(viz.Seeker).StepAt(0, canvas.Rect{W: 76, H: 14}, x, y); ok {
				steps = append(steps, step)
			}
		}
	}
	return steps
}

// TestAnExcerptWithoutAnEnding is the part alone.
func TestAnExcerptWithoutAnEnding(t *testing.T) {
	c := lecture(t)
	a := viz.NewExcerpt(viz.Excerpt{Of: c, First: 2, Last: 5})
	_, whole := c.MinSize()
	if _, h := a.MinSize(); a.Steps() != 4 || h != whole {
		t.Errorf("%d steps, %d rows", a.Steps(), h)
	}
	if said := a.Words(3); said.Args["k"] != c.Words(5).Args["k"] {
		t.Errorf("the last step says %v", said)
	}
}
