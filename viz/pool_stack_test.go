package viz_test

import (
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/viztest"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Each channel is pooled by itself: after step k the output has k channels, at
// the end as many as the input; while the shape is asked for it is not drawn.
func TestPoolStackKeepsTheDepth(t *testing.T) {
	halves := nn.Window{Kernel: nn.Square(2), Stride: nn.Square(2)}
	s, err := viz.NewPoolStack(viz.Volume{H: 28, W: 28, C: 6}, halves)
	if err != nil {
		t.Fatal(err)
	}
	if s.Steps() != 6 || s.Out().Shape() != "14×14×6" {
		t.Errorf("%d steps to %s", s.Steps(), s.Out().Shape())
	}
	picture := func(i int, hide bool) string {
		g := canvas.New(76, 16)
		s.Draw(i, viz.Frame{Grid: g, Area: g.All(), Say: viztest.Say(t, "en"), Hide: hide})
		return strings.Join(g.Lines(), "\n")
	}
	for i, want := range []string{"14×14×1", "14×14×2", "14×14×3"} {
		if !strings.Contains(picture(i, false), want) {
			t.Errorf("step %d does not show %s", i, want)
		}
		if strings.Contains(picture(i, true), "14×14") {
			t.Errorf("step %d tells the shape that is asked for", i)
		}
	}
	if _, err := viz.NewPoolStack(viz.Volume{H: 7, W: 7, C: 2}, halves); err == nil {
		t.Error("a stride that does not fit is taken")
	}
}
