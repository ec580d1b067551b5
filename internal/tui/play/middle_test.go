package play

import (
	"slices"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/internal/session"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// TestSolutionsStandInTheMiddle draws every step of a solution of every kind
// where it stands in windows of three sizes: the same rows as at the top, only
// further down, all steps alike, none below the window.
func TestSolutionsStandInTheMiddle(t *testing.T) {
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	moved := 0
	for _, kind := range quiz.Kinds() {
		q, err := quiz.New(kind.ID(), 1, 5)
		if err != nil {
			t.Fatal(err)
		}
		walk, ok := q.Walk()
		if !ok {
			continue
		}
		p := New(session.New(session.Config{Bundle: bundle, Language: "en"}), walk.Animation, 0, walk.Level)
		for _, area := range []canvas.Rect{{X: 2, Y: 5, W: 76, H: 18}, {X: 2, Y: 5, W: 96, H: 24}, {X: 2, Y: 5, W: 136, H: 33}} {
			stands := p.Middle(area)
			if area.H <= usualRows && stands != area {
				t.Errorf("%s: moves in %d rows", kind.ID(), area.H)
			}
			if stands.Y+stands.H != area.Y+area.H || stands != p.Middle(area) {
				t.Errorf("%s: stands in %v of %v", kind.ID(), stands, area)
			}
			if stands.Y > area.Y {
				moved++
			}
			for step := range walk.Animation.Steps() {
				top, low := drawn(p, step, area.W, area.H), drawn(p, step, stands.W, stands.H)
				if !slices.Equal(top.Cells[:len(low.Cells)], low.Cells) {
					t.Errorf("%s: step %d is another picture further down", kind.ID(), step)
				}
				if low.Below() > 0 {
					t.Errorf("%s: step %d is drawn below the window", kind.ID(), step)
				}
			}
		}
	}
	if moved < len(quiz.Kinds())/2 {
		t.Errorf("%d moved: too few to tell anything", moved)
	}
}

func drawn(p *Player, step, w, h int) *canvas.Grid {
	g := canvas.New(w, h)
	p.anim.Draw(step, viz.Frame{Grid: g, Area: g.All(), Say: p.session.Say})
	return g
}
