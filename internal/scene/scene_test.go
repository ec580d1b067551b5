package scene_test

import (
	"flag"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/internal/scene"
	"convtutor/viz"
	"convtutor/viz/canvas"

	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func sayIn(t testing.TB, lang string) viz.Say {
	t.Helper()
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	words := b.For(lang)
	return func(w viz.Words) string { return words.Text(w.Key, w.Args) }
}

func drawn(s scene.Scene, at, w, h int, say viz.Say) *canvas.Grid {
	g := canvas.New(w, h)
	s.Draw(viz.Frame{Grid: g, Area: g.All(), Say: say}, at)
	return g
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run with -update to write it)", err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got\n%s", path, got)
	}
}

// holds turns dials at random: each stays within its limits, and all can be
// said and drawn in both languages without leaving the area.
func holds(t *rapid.T, s scene.Scene, says []viz.Say) {
	for range rapid.IntRange(0, 12).Draw(t, "turns") {
		dials := s.Dials()
		s.Turn(rapid.IntRange(0, len(dials)-1).Draw(t, "dial"), rapid.IntRange(-3, 2000).Draw(t, "value"))
		for _, d := range s.Dials() {
			if d.Value < d.Least || d.Value > d.Most {
				t.Fatalf("dial %s is %d", d.Name.Key, d.Value)
			}
		}
	}
	w, h := s.MinSize()
	for _, say := range says {
		g := canvas.New(w+rapid.IntRange(0, 60).Draw(t, "w")+4, h+rapid.IntRange(0, 20).Draw(t, "h")+2)
		area := g.All().Inset(2, 1)
		s.Draw(viz.Frame{Grid: g, Area: area, Say: say}, 0)
		for y := range g.H {
			for x := range g.W {
				if !area.Has(x, y) && g.At(x, y).Glyph != " " {
					t.Fatalf("drew outside at %d,%d", x, y)
				}
			}
		}
		text := strings.Join(g.Lines(), "\n")
		for _, words := range s.Words() {
			text += say(words)
		}
		if strings.Contains(text, "⟨") {
			t.Fatalf("a word is missing: %s", text)
		}
	}
}

func bothLanguages(t *testing.T) []viz.Say { return []viz.Say{sayIn(t, "en"), sayIn(t, "ko")} }

func newBuild(t testing.TB) *scene.Build {
	t.Helper()
	b, err := scene.NewBuild(netspec.Shape{H: 32, W: 32, C: 3}, []netspec.Shape{{H: 28, W: 28, C: 6}, {H: 24, W: 24, C: 10}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func turned(s scene.Scene, values ...int) {
	for i, v := range values {
		s.Turn(i, v)
	}
}

func TestBuildReachesTheLecturesShapes(t *testing.T) {
	b := newBuild(t)
	golden(t, "build_refused_76x15_en", drawn(b, 2, 76, 15, sayIn(t, "en")).Golden())
	turned(b, 6, 5, 3, 10, 5, 10)
	if b.Reached() {
		t.Error("filters of depth 10 are taken on 6 channels")
	}
	golden(t, "build_second_refused_76x15_ko", drawn(b, 5, 76, 15, sayIn(t, "ko")).Golden())
	b.Turn(5, 6)
	if !b.Reached() {
		t.Error("the lecture's network does not reach its shapes")
	}
	golden(t, "build_reached_76x15_en", drawn(b, 5, 76, 15, sayIn(t, "en")).Golden())
}

// TestBuildCounts holds every layer to the formula and to the rule of depth.
func TestBuildCounts(t *testing.T) {
	says := bothLanguages(t)
	rapid.Check(t, func(t *rapid.T) {
		b, err := scene.NewBuild(netspec.Shape{H: 32, W: 32, C: 3}, []netspec.Shape{{H: 28, W: 28, C: 6}, {H: 24, W: 24, C: 10}})
		if err != nil {
			t.Fatal(err)
		}
		holds(t, b, says)
		side, depth, known := 32, 3, true
		for i := range 2 {
			d := b.Dials()[i*3 : i*3+3]
			known = known && d[2].Value == depth
			side, depth = side-d[1].Value+1, d[0].Value
			out, ok := b.Out(i)
			if ok != known || ok && out != (netspec.Shape{H: side, W: side, C: depth}) {
				t.Fatalf("layer %d of %v is %v, %v", i+1, b.Dials(), out, ok)
			}
		}
	})
}

func TestShareGolden(t *testing.T) {
	weight, err := scene.NewShare(nn.Square(6), nn.Square(3), false)
	if err != nil {
		t.Fatal(err)
	}
	turned(weight, 2, 1)
	golden(t, "share_weight_76x15_en", drawn(weight, -1, 76, 15, sayIn(t, "en")).Golden())
	cell, err := scene.NewShare(nn.Square(6), nn.Square(3), true)
	if err != nil {
		t.Fatal(err)
	}
	turned(cell, 4, 2)
	golden(t, "share_cell_76x15_ko", drawn(cell, 2, 76, 15, sayIn(t, "ko")).Golden())
	cell.Turn(2, 1)
	golden(t, "share_full_76x17_en", drawn(cell, 2, 76, 17, sayIn(t, "en")).Golden())
	if _, err := scene.NewShare(nn.Square(2), nn.Square(3), true); err == nil {
		t.Error("a filter larger than its input is taken")
	}
}

// TestShareByHand: weight (r, c) meets the block of the map's size that begins
// at (r, c); cell (r, c) sees the block of the filter's size there.
func TestShareByHand(t *testing.T) {
	says := bothLanguages(t)
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.IntRange(3, 7).Draw(t, "in")
		kernel := rapid.IntRange(1, 3).Draw(t, "kernel")
		byCell := rapid.Bool().Draw(t, "cell")
		s, err := scene.NewShare(nn.Square(in), nn.Square(kernel), byCell)
		if err != nil {
			t.Fatal(err)
		}
		holds(t, s, says)
		dials, block := s.Dials(), in-kernel+1
		if byCell {
			block = kernel
		}
		top, left := dials[0].Value-1, dials[1].Value-1
		full := byCell && dials[2].Value == 1
		lit := s.Lit()
		for y := range in {
			for x := range in {
				want := full || y >= top && y < top+block && x >= left && x < left+block
				if lit[nn.Point{Y: y, X: x}] != want {
					t.Fatalf("%dx%d by %d, %v: cell %d,%d lit %v", in, in, kernel, dials, y, x, !want)
				}
			}
		}
	})
}

func TestCostsOfTheLecture(t *testing.T) {
	c, err := scene.NewCosts(32, 3, 5, 6)
	if err != nil {
		t.Fatal(err)
	}
	if conv, full := c.Params(); conv != 456 || full != 14_455_392 {
		t.Errorf("%d and %d", conv, full)
	}
	golden(t, "costs_76x15_en", drawn(c, 0, 76, 15, sayIn(t, "en")).Golden())
	golden(t, "costs_76x15_ko", drawn(c, 3, 76, 15, sayIn(t, "ko")).Golden())
	if _, err := scene.NewCosts(4, 3, 5, 6); err == nil {
		t.Error("a picture too small is taken")
	}
}

// TestCostsByHand counts every weight and bias of both layers.
func TestCostsByHand(t *testing.T) {
	says := bothLanguages(t)
	rapid.Check(t, func(t *rapid.T) {
		c, err := scene.NewCosts(12, 1, 3, 1)
		if err != nil {
			t.Fatal(err)
		}
		holds(t, c, says)
		d := c.Dials()
		n, channels, f, k := int64(d[0].Value), int64(d[1].Value), int64(d[2].Value), int64(d[3].Value)
		outputs := (n - f + 1) * (n - f + 1) * k
		conv, full := c.Params()
		if conv != k*(f*f*channels+1) || full != outputs*(n*n*channels+1) {
			t.Fatalf("%v: %d and %d", d, conv, full)
		}
	})
}

// sheet is a small picture that anyone can read: each number is its own place.
func sheet(h, w int) scene.Sheet {
	s := scene.Sheet{Size: nn.Size{H: h, W: w}, Most: 16}
	for i := range h * w {
		s.Values = append(s.Values, float64(i%17))
	}
	return s
}

func TestUnrollGolden(t *testing.T) {
	u, err := scene.NewUnroll(sheet(8, 8))
	if err != nil {
		t.Fatal(err)
	}
	draw := func(i int, lang string) string {
		g := canvas.New(76, 15)
		u.Draw(i, viz.Frame{Grid: g, Area: g.All(), Say: sayIn(t, lang)})
		return g.Golden()
	}
	golden(t, "unroll_third_en", draw(2, "en"))
	golden(t, "unroll_last_ko", draw(7, "ko"))
	if _, err := scene.NewUnroll(sheet(9, 9)); err == nil {
		t.Error("a picture too wide for the row is taken")
	}
}

func TestApartGolden(t *testing.T) {
	for name, shuffles := range map[string]bool{"apart_76x15_en": false, "shuffled_76x15_ko": true} {
		a, err := scene.NewApart(sheet(8, 8), shuffles)
		if err != nil {
			t.Fatal(err)
		}
		turned(a, 4, 6, 1)
		golden(t, name, drawn(a, 2, 76, 15, sayIn(t, name[len(name)-2:])).Golden())
	}
}

// TestApartByHand: in order, a pixel below is a row on; shuffled, every place
// is taken once and the unit's sum is the same.
func TestApartByHand(t *testing.T) {
	says := bothLanguages(t)
	rapid.Check(t, func(t *rapid.T) {
		h, w := rapid.IntRange(3, 8).Draw(t, "h"), rapid.IntRange(4, 8).Draw(t, "w")
		shuffles := rapid.Bool().Draw(t, "shuffles")
		a, err := scene.NewApart(sheet(h, w), shuffles)
		if err != nil {
			t.Fatal(err)
		}
		holds(t, a, says)
		taken := map[int]bool{}
		for i := range h * w {
			taken[a.Place(i)] = true
			if !shuffles && a.Place(i) != i {
				t.Fatalf("pixel %d stands at %d", i, a.Place(i))
			}
		}
		if len(taken) != h*w {
			t.Fatalf("%d places for %d pixels", len(taken), h*w)
		}
		sum := 0.0
		for i, v := range sheet(h, w).Values {
			sum += v * float64(i*7%5-1)
		}
		if before, after := a.Sums(); before != sum || after != sum {
			t.Fatalf("sums %v and %v, by hand %v", before, after, sum)
		}
	})
}

func TestPhotoPlaces(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 32, 32))
	p, err := scene.NewPhoto(viz.NewPicture(img))
	if err != nil {
		t.Fatal(err)
	}
	turned(p, 10, 12)
	if p.Place(nn.Point{Y: 9, X: 11}, 0) != 9*32*3+11*3 || p.Place(nn.Point{Y: 31, X: 31}, 2) != 3071 {
		t.Error("a place is wrong")
	}
	golden(t, "places_76x16_en", drawn(p, -1, 76, 16, sayIn(t, "en")).Golden())
	says := bothLanguages(t)
	rapid.Check(t, func(t *rapid.T) { holds(t, p, says) })
	if _, err := scene.NewPhoto(viz.NewPicture(image.NewNRGBA(image.Rect(0, 0, 300, 300)))); err == nil {
		t.Error("a large photo is taken")
	}
}
