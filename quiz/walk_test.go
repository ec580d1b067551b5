package quiz_test

import (
	"fmt"
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// rooms is the room that a solution has on the smallest usual window: 80 by 24
// less the chrome, the place in the run and a question of three lines.
const roomWide, roomHigh = 76, 14

// TestSolutionsAreWalkedThrough builds every kind's solution as an animation:
// every step has words and a picture, the window asked for ends in the answer,
// and most of them have room on the smallest usual window.
func TestSolutionsAreWalkedThrough(t *testing.T) {
	b := bundle(t)
	walked, wide := map[string]int{}, map[string]int{}
	for _, k := range quiz.Kinds() {
		for level := 1; level <= k.Levels(); level++ {
			for seed := range uint32(40) {
				q, err := k.New(level, seed)
				if err != nil {
					t.Fatal(err)
				}
				w, ok := q.Walk()
				if !ok {
					continue
				}
				walked[k.ID()]++
				if w.Start < 0 || w.Start >= w.Animation.Steps() {
					t.Fatalf("%s begins at step %d of %d", q.Route(), w.Start, w.Animation.Steps())
				}
				leads(t, q, w)
				if mw, mh := w.Animation.MinSize(); mw > roomWide || mh > roomHigh {
					wide[k.ID()]++
				}
				if seed > 3 {
					continue
				}
				for i := range min(w.Animation.Steps(), 12) {
					said(t, b, q.Route(), w.Animation.Words(i))
					g := canvas.New(roomWide, 20)
					w.Animation.Draw(i, viz.Frame{Grid: g, Area: g.All(), Say: say(b.For("ko"))})
					if text := strings.Join(g.Lines(), ""); strings.Contains(text, "⟨") || strings.TrimSpace(text) == "" {
						t.Errorf("%s step %d shows %q", q.Route(), i, text)
					}
				}
			}
		}
	}
	for _, kind := range []string{
		"output-size", "parameters", "cell-value", "feature-map", "pool-max", "pool-value", "pool-position", "pool-gradient",
		"activation", "stack-shape", "fits", "setting-for-size",
	} {
		if walked[kind] == 0 {
			t.Errorf("no question of %s is walked through", kind)
		}
	}
	for kind, n := range walked {
		t.Logf("%s: %d walked through, %d of them need more room than %dx%d", kind, n, wide[kind], roomWide, roomHigh)
	}
}

// leads holds the animation's own result to the answer.
func leads(t *testing.T, q quiz.Question, w quiz.Walk) {
	t.Helper()
	if len(q.Given.At) != 3 || q.Type != quiz.TypeNumber {
		return
	}
	at := nn.Point{Y: q.Given.At[1], X: q.Given.At[2]}
	var got string
	shown, begins := w.Animation, w.Start
	if part, ok := shown.(interface{ Part() viz.Excerpt }); ok {
		shown, begins = part.Part().Of, part.Part().First+w.Start
	}
	switch a := shown.(type) {
	case *viz.Conv:
		got = viz.Number(a.Value(at))
		if cell, term := a.Cell(begins); cell != at || term != 0 {
			t.Errorf("%s: begins at cell %v, product %d", q.Route(), cell, term)
		}
	case *viz.Pool:
		if a.Setup().Back {
			got = viz.Number(a.Gradient(at))
		} else {
			got = viz.Number(a.Value(at))
		}
	case *viz.Activation:
		got = viz.Number(a.Value(at))
	default:
		return
	}
	if got != q.Answer && fmt.Sprint(q.Accept) == "[]" {
		t.Errorf("%s: the animation comes to %s, the answer is %s", q.Route(), got, q.Answer)
	}
}
