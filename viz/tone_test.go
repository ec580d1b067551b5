package viz_test

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"convtutor/viz"
	"convtutor/viz/canvas"

	"pgregory.net/rapid"
)

// exhibits are one of each kind over a picture.
func exhibits(p *viz.Picture) map[string]viz.Exhibit {
	return map[string]viz.Exhibit{
		"tone":  viz.NewTone(p),
		"tasks": viz.NewTasks(p, viz.Region{Y: 1, X: 1, Bottom: p.H, Warmth: -40}),
		"split": viz.NewSplit(p), "models": viz.NewModels(p).Veiled("v"),
		"tally": viz.NewTally([][3]int{{2, 3, 1}, {600, 800, 3}}),
	}
}

func shownIn(e viz.Exhibit, w, h int, say viz.Say, hide bool) *canvas.Grid {
	g := canvas.New(w, h)
	e.Draw(viz.Frame{Grid: g, Area: g.All(), Say: say, Hide: hide})
	return g
}

func TestExhibitsGolden(t *testing.T) {
	p := viz.NewPicture(colourImage(40, 30))
	tone := viz.NewTone(p).PointedAt(3, 37).Turned("times", 2).Turned("add", 40)
	tests := []struct {
		name    string
		exhibit viz.Exhibit
		hide    bool
		lang    string
	}{
		{"tone", tone, false, "en"},
		{"tone_cut", tone.Turned("cut", 1), false, "ko"},
		{"tone_asked", tone, true, "en"},
		{"tasks_box", viz.NewTasks(lamp(), lampRule).Turned("task", 1), false, "en"},
		{"tasks_mask", viz.NewTasks(lamp(), lampRule).Turned("task", 2), false, "ko"},
		{"split", viz.NewSplit(p).PointedAt(3, 5).Turned("blue", 0), false, "ko"},
		{"models", viz.NewModels(p).PointedAt(3, 37), false, "en"},
		{"models_asked", viz.NewModels(p).Veiled("v"), true, "ko"},
		{"tally_secret", viz.NewTally([][3]int{{2, 3, 1}, {6, 8, 3}}).Secret(), true, "ko"},
		{"tally", exhibits(p)["tally"], false, "ko"},
		{"tally_asked", exhibits(p)["tally"], true, "en"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			golden(t, "exhibit_"+tt.name, shownIn(tt.exhibit, 76, 12, sayIn(t, tt.lang), tt.hide).Golden())
		})
	}
}

// TestToneIsArithmetic works every pixel out by itself, and counts.
func TestToneIsArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := viz.NewPicture(colourImage(9, 7))
		times := float64(rapid.IntRange(-8, 16).Draw(t, "quarters")) / 4
		add := float64(5 * rapid.IntRange(-60, 60).Draw(t, "fives"))
		tone := viz.NewTone(p).Turned("times", times).Turned("add", add).(*viz.Tone)
		cut := tone.Turned("cut", 1).(*viz.Tone)
		below, above := 0, 0
		for y := range p.H {
			for x := range p.W {
				want := add + times*float64(p.GreyAt(y, x))
				if got := tone.After(y, x); math.Abs(got-want) > 1e-9 {
					t.Fatalf("%v × %v + %v gives %v", p.GreyAt(y, x), times, add, got)
				}
				if got := cut.After(y, x); got != math.Max(0, math.Min(255, tone.Raw(y, x))) {
					t.Fatalf("%v cut off is %v", want, got)
				}
				if want < 0 {
					below++
				}
				if want > 255 {
					above++
				}
			}
		}
		if b, a := tone.Outside(); b != below || a != above {
			t.Fatalf("outside %d, %d, counted %d, %d", b, a, below, above)
		}
	})
}

// TestNothingChangesTheFirst turns and moves: what was there stays as it was.
func TestNothingChangesTheFirst(t *testing.T) {
	p := viz.NewPicture(colourImage(20, 16))
	say := sayIn(t, "en")
	for name, e := range exhibits(p) {
		before := shownIn(e, 90, 24, say, false).Golden()
		for _, d := range e.Dials() {
			e.Turned(d.Name, d.After(1))
		}
		if on, ok := e.(viz.Pointed); ok {
			on.PointedAt(1, 1)
		}
		if shownIn(e, 90, 24, say, false).Golden() != before {
			t.Errorf("%s has changed", name)
		}
	}
}

// TestEveryExhibitStaysInsideItsArea turns dials anyhow: everything is drawn
// inside of the area and can be said; the same for the pictures.
func TestEveryExhibitStaysInsideItsArea(t *testing.T) {
	says := []viz.Say{sayIn(t, "en"), sayIn(t, "ko")}
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.IntRange(3, 90)
		p := viz.NewPicture(colourImage(side.Draw(t, "w"), side.Draw(t, "h")))
		all := exhibits(p)
		names := []string{}
		for name := range all {
			names = append(names, name)
		}
		e := all[rapid.SampledFrom(sorted(names)).Draw(t, "kind")]
		for _, d := range e.Dials() {
			e = e.Turned(d.Name, d.After(rapid.IntRange(-3, 9).Draw(t, d.Name)))
		}
		if on, ok := e.(viz.Pointed); ok {
			e = on.PointedAt(side.Draw(t, "y"), side.Draw(t, "x"))
		}
		minW, minH := e.MinSize()
		area := canvas.Rect{X: 1, Y: 1, W: rapid.IntRange(minW, 140).Draw(t, "aw"), H: rapid.IntRange(minH, 40).Draw(t, "ah")}
		g := canvas.New(area.W+2, area.H+2)
		hide := rapid.Bool().Draw(t, "hide")
		for _, say := range says {
			e.Draw(viz.Frame{Grid: g, Area: area, Say: say, Hide: hide})
			said := strings.Join(g.Lines(), "")
			for _, w := range e.Words() {
				said += say(w)
			}
			for _, d := range e.Dials() {
				said += say(d.Title()) + say(d.Reading())
				if !d.Fits(d.Value) {
					t.Fatalf("dial %s stands at %v", d.Name, d.Value)
				}
			}
			if strings.Contains(said, "⟨") {
				t.Fatalf("a word is missing: %s", said)
			}
		}
		blank := canvas.New(1, 1).At(0, 0)
		for y := range g.H {
			for x := range g.W {
				if !area.Has(x, y) && g.At(x, y) != blank {
					t.Fatalf("drew outside at %d,%d", x, y)
				}
			}
		}
		if s, ok := e.(viz.Shown); ok {
			for _, placed := range s.Shown(area, hide) {
				if placed.At.Intersect(area) != placed.At || placed.At.Empty() || placed.Image.Bounds() == (image.Rectangle{}) {
					t.Fatalf("a picture stands at %v, area %v", placed.At, area)
				}
			}
		}
	})
}

func sorted(names []string) []string { return slices.Sorted(slices.Values(names)) }

// TestWhatIsAskedIsNotShown compares the picture of a question with dials at
// which the answer differs.
func TestWhatIsAskedIsNotShown(t *testing.T) {
	say := sayIn(t, "en")
	tone := viz.NewTone(viz.NewPicture(colourImage(40, 30))).Turned("times", 2)
	if g := shownIn(tone, 76, 12, say, true).Golden(); strings.Contains(g, fmt.Sprint(tone.(*viz.Tone).After(15, 20))) {
		t.Errorf("the answer is on the screen:\n%s", g)
	}
	if g := shownIn(viz.NewTally([][3]int{{600, 800, 3}}), 76, 12, say, true).Golden(); strings.Contains(g, "1,440,000") {
		t.Error("the answer is on the screen")
	}
}

func TestDialsStopOrGoRound(t *testing.T) {
	turning := viz.Dial{More: "+", Less: "-", Low: -1, High: 1, Step: 0.5, Value: 1}
	if turning.After(1) != 1 || turning.After(-9) != -1 || turning.Fits(0.25) || !turning.Fits(0.5) {
		t.Error("a dial passes its ends")
	}
	if round := (viz.Dial{More: "t", High: 2, Step: 1, Value: 2}); round.After(1) != 0 {
		t.Error("a switch does not go round")
	}
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1440000: "1,440,000", -12345: "-12,345"} {
		if got := viz.Grouped(n); got != want {
			t.Errorf("%d is written %s", n, got)
		}
	}
}
