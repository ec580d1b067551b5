package viz_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"convtutor/internal/viztest"
	"convtutor/viz"

	"pgregory.net/rapid"
)

// scenes are one of each kind over a picture.
func scenes(p *viz.Picture) map[string]viz.Scene {
	return map[string]viz.Scene{
		"tone":  viz.NewTone(p),
		"tasks": viz.NewTasks(p, viz.Region{Y: 1, X: 1, Bottom: p.H, Warmth: -40}),
		"split": viz.NewSplit(p), "models": viz.NewModels(p).Veiled("v"),
		"tally": viz.NewTally([][3]int{{2, 3, 1}, {600, 800, 3}}),
	}
}

func shown(s viz.Scene, w, h int, say viz.Say, hide bool) string {
	return viztest.Grid(w, h, say, hide, func(f viz.Frame) { s.Draw(f, "") }).Golden()
}

func TestScenesGolden(t *testing.T) {
	p := viz.NewPicture(colourImage(40, 30))
	tone := viz.PointAt(viz.NewTone(p), 3, 37).Turned("times", 2).Turned("add", 40)
	tests := []struct {
		name  string
		scene viz.Scene
		hide  bool
		lang  string
	}{
		{"tone", tone, false, "en"},
		{"tone_cut", tone.Turned("cut", 1), false, "ko"},
		{"tone_asked", tone, true, "en"},
		{"tasks_box", viz.NewTasks(lamp(), lampRule).Turned("task", 1), false, "en"},
		{"tasks_mask", viz.NewTasks(lamp(), lampRule).Turned("task", 2), false, "ko"},
		{"split", viz.PointAt(viz.NewSplit(p), 3, 5).Turned("blue", 0), false, "ko"},
		{"models", viz.PointAt(viz.NewModels(p), 3, 37), false, "en"},
		{"models_asked", viz.NewModels(p).Veiled("v"), true, "ko"},
		{"tally_secret", viz.NewTally([][3]int{{2, 3, 1}, {6, 8, 3}}).Secret(), true, "ko"},
		{"tally", scenes(p)["tally"], false, "ko"},
		{"tally_asked", scenes(p)["tally"], true, "en"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			viztest.Golden(t, "scene_"+tt.name, shown(tt.scene, 76, 12, viztest.Say(t, tt.lang), tt.hide))
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

// TestScenesHold turns all of them anyhow, over photos of any size.
func TestScenesHold(t *testing.T) {
	says := []viz.Say{viztest.Say(t, "en"), viztest.Say(t, "ko")}
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.IntRange(3, 90)
		all := scenes(viz.NewPicture(colourImage(side.Draw(t, "w"), side.Draw(t, "h"))))
		kind := rapid.SampledFrom(slices.Sorted(maps.Keys(all))).Draw(t, "kind")
		viztest.HoldScene(t, all[kind], says...)
	})
}

// TestWhatIsAskedIsNotShown compares the picture of a question with dials at
// which the answer differs.
func TestWhatIsAskedIsNotShown(t *testing.T) {
	say := viztest.Say(t, "en")
	tone := viz.NewTone(viz.NewPicture(colourImage(40, 30))).Turned("times", 2)
	if g := shown(tone, 76, 12, say, true); strings.Contains(g, fmt.Sprint(tone.(*viz.Tone).After(15, 20))) {
		t.Errorf("the answer is on the screen:\n%s", g)
	}
	if g := shown(viz.NewTally([][3]int{{600, 800, 3}}), 76, 12, say, true); strings.Contains(g, "1,440,000") {
		t.Error("the answer is on the screen")
	}
}

func TestDialsStopOrGoRound(t *testing.T) {
	turning := viz.Dial{More: "+", Less: "-", Low: -1, High: 1, Step: 0.5, Value: 1}
	if turning.After(1).Value != 1 || turning.After(-9).Value != -1 || turning.Fits(0.25) || !turning.Fits(0.5) {
		t.Error("a dial passes its ends")
	}
	if turning.At(0.3).Value != 0.5 || turning.At(-7).Value != -1 {
		t.Error("a dial stands where it has no value")
	}
	round := viz.Dial{More: "t", High: 2, Step: 1, Value: 2}
	if round.After(1).Value != 0 || round.At(0).After(-1).Value != 2 {
		t.Error("a switch does not go round")
	}
	tone := viz.NewTone(viz.NewPicture(colourImage(9, 7)))
	for name, value := range map[string]float64{"add": 7, "times": 9, "none": 0} {
		if s, err := viz.Turn(tone, name, value); err == nil || s != viz.Scene(tone) {
			t.Errorf("%s is turned to %v: %v", name, value, err)
		}
	}
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1440000: "1,440,000", -12345: "-12,345"} {
		if got := viz.Grouped(n); got != want {
			t.Errorf("%d is written %s", n, got)
		}
	}
}

// TestHandGoesBack turns dials, takes each change back, and begins again.
func TestHandGoesBack(t *testing.T) {
	say := viztest.Say(t, "en")
	see := func(h *viz.Hand) string { return shown(h.Scene(), 76, 12, say, false) }
	h := viz.NewHand(viz.NewTone(viz.NewPicture(colourImage(40, 30))))
	seen := []string{see(h)}
	for _, dial := range []string{"add", "times", "cut"} {
		h.By(dial, 3)
		seen = append(seen, see(h))
	}
	last := see(h)
	if h.Reset(); see(h) != seen[0] {
		t.Error("it does not begin again")
	}
	if h.Undo(); see(h) != last {
		t.Error("beginning again is not taken back")
	}
	for i := len(seen) - 2; i >= 0; i-- {
		if h.Undo(); see(h) != seen[i] {
			t.Errorf("change %d is not taken back", i+1)
		}
	}
	if h.Point(3, 3); h.Changed() {
		t.Error("pointing elsewhere is a change to take back")
	}
	h.By("add", -2)
	h.Swap(viz.NewTone(viz.NewPicture(colourImage(20, 10))))
	if d, _ := viz.DialNamed(h.Scene(), "add"); d.Value != -10 || h.Changed() {
		t.Errorf("over another photo add is %v", d.Value)
	}
}
