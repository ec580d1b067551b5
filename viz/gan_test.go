package viz_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/viztest"
	"convtutor/viz"
)

// ganPictures are the pictures of a GAN with small numbers.
func ganPictures() map[string]viz.Animation {
	ending := viz.Words{Key: "gan.so.answer", Args: viz.Args{"answer": "!"}}
	back := viz.NewGanStep(viz.Words{Key: "gan.weights.back-g"}, viz.GanG)
	back.Back, back.Notes = viz.GanG, map[viz.GanPart]string{viz.GanNoise: "1x1x100", viz.GanFake: "64x64x3", viz.GanOfFake: "0.3"}
	moves := viz.NewGanStep(viz.Words{Key: "gan.weights.moves-g"}, viz.GanG, viz.GanNoise)
	moves.Moves = viz.GanG
	return map[string]viz.Animation{
		"log":     viz.NewLogTerms(ending, viz.GanAnswers{Genuine: []float64{0.8, 0.5}, Fake: []float64{0.5, 0.1}}),
		"states":  viz.NewLogTerms(ending, viz.GanAnswers{Name: "A", Genuine: []float64{0.8}, Fake: []float64{0.2}}, viz.GanAnswers{Name: "B", Genuine: []float64{0.3}, Fake: []float64{0.9}}),
		"best":    viz.NewBestD([]float64{0.2, 0.3, 0.5}, []float64{0.5, 0.1, 0.4}, 1, ending),
		"balance": viz.NewValueAtBest([]float64{0.6, 0.4}, []float64{0.6, 0.4}, ending),
		"missing": viz.NewMissingModes([]int{25, 25, 50}, []int{60, 0, 40}, ending),
		"wrong":   viz.NewWrongModes([]int{25, 25, 50}, []int{60, 0, 40}, ending),
		"nearest": viz.NewNearestModes([]int{40, 60}, [][]int{{100, 0}, {42, 58}}, []string{"A", "B"}, 1, ending),
		"curves":  viz.NewLossCurves(ending, viz.LossRun{D: []float64{1.4, 1, 0.2}, G: []float64{0.7, 1.2, 2.5}}),
		"runs": viz.NewLossCurves(ending, viz.LossRun{Name: "A", D: []float64{1.4, 1, 0.2}, G: []float64{0.7, 1.2, 2.5}},
			viz.LossRun{Name: "B", D: []float64{0.2, 1.1, 1.386}, G: []float64{2.5, 1, 0.693}}),
		"blocks": viz.NewGanBlocks(3, 2, []viz.GanStep{back, moves}, ending),
	}
}

// TestGanPictures holds each step of each picture to its golden file.
func TestGanPictures(t *testing.T) {
	for name, a := range ganPictures() {
		var b strings.Builder
		w, h := a.MinSize()
		for i := range a.Steps() {
			for _, lang := range []string{"en", "ko"} {
				g := viztest.Grid(w, h, viztest.Say(t, lang), false, func(f viz.Frame) { a.Draw(i, f) })
				fmt.Fprintf(&b, "%s, step %d of %d, %s\n%s\n", name, i+1, a.Steps(), lang, strings.Join(g.Lines(), "\n"))
			}
		}
		viztest.Golden(t, "gan-"+name, b.String())
	}
}

// TestGanPicturesHideWhatIsAsked draws nothing of a step that is asked for.
func TestGanPicturesHideWhatIsAsked(t *testing.T) {
	say := viztest.Say(t, "en")
	for name, a := range ganPictures() {
		w, h := a.MinSize()
		draw := func(i int, hide bool) string {
			return viztest.Grid(w, h, say, hide, func(f viz.Frame) { a.Draw(i, f) }).Golden()
		}
		for i := 1; i < a.Steps(); i++ {
			if draw(i, true) != draw(i-1, false) {
				t.Errorf("%s: step %d, while it is asked for, is not the step before", name, i)
			}
		}
	}
}

// TestLossesAreReadBack makes losses of what D says and reads them again.
func TestLossesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		genuine, fake := rapid.Float64Range(0.01, 0.99).Draw(t, "real"), rapid.Float64Range(0.01, 0.99).Draw(t, "fake")
		r := viz.LossRun{D: []float64{1, -math.Log(genuine * (1 - fake))}, G: []float64{1, math.Log(1 / fake)}}
		if a, b := r.Last(); math.Abs(a-genuine) > 1e-9 || math.Abs(b-fake) > 1e-9 {
			t.Errorf("read %g and %g, not %g and %g", a, b, genuine, fake)
		}
	})
}

// TestRoundedHasNoSignBeforeZero and rounds halves away from 0.
func TestRoundedHasNoSignBeforeZero(t *testing.T) {
	for v, want := range map[float64]string{-0.0004: "0.000", 0.0005: "0.001", -1.3863: "-1.386", 2: "2.000"} {
		if got := viz.Rounded(v, 3); got != want {
			t.Errorf("%g is written %s, not %s", v, got, want)
		}
	}
}
