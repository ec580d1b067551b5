package viztest

import (
	"strings"
	"testing"

	"convtutor/viz"
	"convtutor/viz/canvas"

	"pgregory.net/rapid"
)

// HoldScene turns a scene's dials anyhow and gives what it has become. What
// every scene holds is checked on the way: a change makes another scene and
// leaves the first, dials stand at values of theirs and can be reached by keys,
// and all is drawn inside of any area that is large enough, and can be said.
func HoldScene(t *rapid.T, first viz.Scene, says ...viz.Say) viz.Scene {
	w, h := first.MinSize()
	draw := func(s viz.Scene) string {
		return Grid(w, h, says[0], false, func(f viz.Frame) { s.Draw(f, "") }).Golden()
	}
	before := draw(first)
	hand := viz.NewHand(first)
	for range rapid.IntRange(0, 8).Draw(t, "turns") {
		if dials := hand.Scene().Dials(); len(dials) > 0 {
			d := rapid.SampledFrom(dials).Draw(t, "dial")
			hand.Turn(d.Name, rapid.Float64Range(d.Low-3, d.High+3).Draw(t, "value"))
		}
		holdDials(t, hand.Scene().Dials())
	}
	if draw(first) != before {
		t.Fatal("turning has changed the scene that was there")
	}
	holdPicture(t, hand.Scene(), says)
	return hand.Scene()
}

// holdDials holds dials to their limits, names and keys.
func holdDials(t *rapid.T, dials []viz.Dial) {
	taken := map[string]bool{}
	moves, chosen := false, false
	for _, d := range dials {
		if !d.Fits(d.Value) {
			t.Fatalf("dial %s stands at %v", d.Name, d.Value)
		}
		for _, name := range []string{"name " + d.Name, "key " + d.More, "key " + d.Less} {
			if taken[name] && name != "key " {
				t.Fatalf("%s is taken twice", name)
			}
			taken[name] = true
		}
		if d.Names != nil && float64(len(d.Names)) != d.High-d.Low+1 {
			t.Fatalf("dial %s has %d names for its values", d.Name, len(d.Names))
		}
		moves, chosen = moves || d.Axis != viz.AxisNone, chosen || d.Keyless()
	}
	if moves && chosen {
		t.Fatal("the arrows move through the picture and choose a dial")
	}
}

// holdPicture draws a scene in an area of any size, and says all its words.
func holdPicture(t *rapid.T, s viz.Scene, says []viz.Say) {
	minW, minH := s.MinSize()
	area := canvas.Rect{X: 1, Y: 1, W: rapid.IntRange(minW, 140).Draw(t, "w"), H: rapid.IntRange(minH, 40).Draw(t, "h")}
	hide := rapid.Bool().Draw(t, "hide")
	at := ""
	for _, d := range s.Dials() {
		if d.Keyless() {
			at = d.Name
		}
	}
	for _, say := range says {
		g := canvas.New(area.W+2, area.H+2)
		s.Draw(viz.Frame{Grid: g, Area: area, Say: say, Hide: hide}, at)
		HoldInside(t, g, area)
		said := strings.Join(g.Lines(), "")
		for _, w := range s.Words() {
			said += say(w)
		}
		for _, d := range s.Dials() {
			said += say(d.Title) + say(d.Reading())
		}
		if strings.Contains(said, "⟨") {
			t.Fatalf("a word is missing: %s", said)
		}
	}
	shown, ok := s.(viz.Shown)
	if !ok {
		return
	}
	for _, placed := range shown.Shown(area, hide) {
		if placed.At.Intersect(area) != placed.At || placed.At.Empty() || placed.Image.Bounds().Empty() {
			t.Fatalf("a picture stands at %v, area %v", placed.At, area)
		}
	}
}

// TB is what a test and a property have in common.
type TB interface {
	Fatalf(format string, args ...any)
}

var (
	_ TB = testing.TB(nil)
	_ TB = (*rapid.T)(nil)
)

// HoldInside finds what is drawn outside of an area.
func HoldInside(t TB, g *canvas.Grid, area canvas.Rect) {
	blank := canvas.New(1, 1).At(0, 0)
	for y := range g.H {
		for x := range g.W {
			if !area.Has(x, y) && g.At(x, y) != blank {
				t.Fatalf("drew outside of %v at %d,%d", area, x, y)
			}
		}
	}
}
