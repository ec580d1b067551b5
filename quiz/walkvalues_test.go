package quiz_test

import (
	"regexp"
	"strings"
	"testing"

	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// pictured are kinds of which every question is walked through as a picture of
// its own numbers.
var pictured = []string{
	"cell-value", "feature-map", "filter-patch", "activation", "activation-map",
	"which-layers", "design", "term", "pixel-value", "colour-value", "flip", "task-of", "layer-order",
}

// TestEveryWalkComesToTheAnswer holds each kind to a picture at all levels: its
// last step says the answer and shows it, every step changes what is seen, and
// all has room on the smallest usual window.
func TestEveryWalkComesToTheAnswer(t *testing.T) {
	b := bundle(t)
	for _, id := range pictured {
		k, err := quiz.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		for level := 1; level <= k.Levels(); level++ {
			for seed := range uint32(20) {
				q, err := k.New(level, 1000+seed)
				if err != nil {
					t.Fatal(err)
				}
				for _, lang := range []string{"en", "ko"} {
					holdWalk(t, q, say(b.For(lang)))
				}
			}
		}
	}
}

func holdWalk(t *testing.T, q quiz.Question, say viz.Say) {
	t.Helper()
	w, ok := q.Walk()
	if !ok {
		t.Fatalf("%s has no walk", q.Route())
	}
	if _, told := w.Animation.(*viz.Told); told {
		t.Fatalf("%s has no picture", q.Route())
	}
	if mw, mh := w.Animation.MinSize(); mw > roomWide || mh > roomHigh {
		t.Errorf("%s needs %dx%d", q.Route(), mw, mh)
	}
	steps := w.Animation.Steps()
	if steps < 2 || w.Start != 0 {
		t.Errorf("%s: from step %d of %d", q.Route(), w.Start, steps)
	}
	answer := unparted(q.AnswerText(say))
	if text := unparted(canvas.Strip(say(w.Animation.Words(steps - 1)))); !strings.Contains(text, answer) {
		t.Errorf("%s: the answer is %q, the last step says %q", q.Route(), answer, text)
	}
	before := ""
	for i := range steps {
		if text := say(w.Animation.Words(i)); strings.ContainsAny(text, "⟨{") || text == "" {
			t.Errorf("%s step %d says %q", q.Route(), i, text)
		}
		g := canvas.New(roomWide+2, roomHigh+2)
		area := canvas.Rect{X: 1, Y: 1, W: roomWide, H: roomHigh}
		w.Animation.Draw(i, viz.Frame{Grid: g, Area: area, Say: say})
		if text := outside(g, area); text != "" {
			t.Errorf("%s step %d draws %q outside of its area", q.Route(), i, text)
		}
		now := g.Golden()
		if now == before {
			t.Errorf("%s: nothing moves at step %d", q.Route(), i)
		}
		before = now
		if i == steps-1 && !strings.Contains(unparted(squeezed(g)), squeeze(answer)) {
			t.Errorf("%s: the answer is %q, the last step shows\n%s", q.Route(), answer, strings.Join(g.Lines(), "\n"))
		}
	}
}

var thousand = regexp.MustCompile(`(\d),(\d{3})\b`)

// unparted is a text without the commas between its thousands.
func unparted(text string) string {
	for thousand.MatchString(text) {
		text = thousand.ReplaceAllString(text, "$1$2")
	}
	return text
}

// outside is what stands outside of an area of a grid.
func outside(g *canvas.Grid, area canvas.Rect) string {
	text := ""
	for y := range g.H {
		for x := range g.W {
			if !area.Has(x, y) {
				text += g.At(x, y).Glyph
			}
		}
	}
	return strings.TrimSpace(text)
}

// squeezed is all that stands on a grid, without blanks and line ends.
func squeezed(g *canvas.Grid) string { return squeeze(strings.Join(g.Lines(), "")) }

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
