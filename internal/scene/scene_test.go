package scene_test

import (
	"image"
	"testing"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/internal/scene"
	"convtutor/internal/viztest"
	"convtutor/viz"

	"pgregory.net/rapid"
)

func drawn(t *testing.T, s viz.Scene, at string, w, h int, lang string) string {
	t.Helper()
	return viztest.Grid(w, h, viztest.Say(t, lang), false, func(f viz.Frame) { s.Draw(f, at) }).Golden()
}

func bothLanguages(t *testing.T) []viz.Say {
	return []viz.Say{viztest.Say(t, "en"), viztest.Say(t, "ko")}
}

func newBuild(t testing.TB) *scene.Build {
	t.Helper()
	b, err := scene.NewBuild(netspec.Shape{H: 32, W: 32, C: 3}, []netspec.Shape{{H: 28, W: 28, C: 6}, {H: 24, W: 24, C: 10}})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// turned turns the first dials, in their order.
func turned[S viz.Scene](t testing.TB, s S, values ...float64) S {
	t.Helper()
	for i, v := range values {
		next, err := viz.Turn(s, s.Dials()[i].Name, v)
		if err != nil {
			t.Fatal(err)
		}
		s = next.(S)
	}
	return s
}

func TestBuildReachesTheLecturesShapes(t *testing.T) {
	b := newBuild(t)
	viztest.Golden(t, "build_refused_76x15_en", drawn(t, b, "depth1", 76, 15, "en"))
	b = turned(t, b, 6, 5, 3, 10, 5, 10)
	if b.Reached() {
		t.Error("filters of depth 10 are taken on 6 channels")
	}
	viztest.Golden(t, "build_second_refused_76x15_ko", drawn(t, b, "depth2", 76, 15, "ko"))
	b = turned(t, b, 6, 5, 3, 10, 5, 6)
	if !b.Reached() {
		t.Error("the lecture's network does not reach its shapes")
	}
	viztest.Golden(t, "build_reached_76x15_en", drawn(t, b, "depth2", 76, 15, "en"))
}

// TestBuildCounts holds every layer to the formula and to the rule of depth.
func TestBuildCounts(t *testing.T) {
	says := bothLanguages(t)
	rapid.Check(t, func(t *rapid.T) {
		b, err := scene.NewBuild(netspec.Shape{H: 32, W: 32, C: 3}, []netspec.Shape{{H: 28, W: 28, C: 6}, {H: 24, W: 24, C: 10}})
		if err != nil {
			t.Fatal(err)
		}
		b = viztest.HoldScene(t, b, says...).(*scene.Build)
		side, depth, known := 32, 3, true
		for i := range 2 {
			d := b.Dials()[i*3 : i*3+3]
			known = known && int(d[2].Value) == depth
			side, depth = side-int(d[1].Value)+1, int(d[0].Value)
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
	weight = turned(t, weight, 2, 1)
	viztest.Golden(t, "share_weight_76x15_en", drawn(t, weight, "", 76, 15, "en"))
	cell, err := scene.NewShare(nn.Square(6), nn.Square(3), true)
	if err != nil {
		t.Fatal(err)
	}
	cell = turned(t, cell, 4, 2)
	viztest.Golden(t, "share_cell_76x15_ko", drawn(t, cell, "", 76, 15, "ko"))
	cell = turned(t, cell, 4, 2, 1)
	viztest.Golden(t, "share_full_76x17_en", drawn(t, cell, "", 76, 17, "en"))
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
		s = viztest.HoldScene(t, s, says...).(*scene.Share)
		dials, block := s.Dials(), in-kernel+1
		if byCell {
			block = kernel
		}
		top, left := int(dials[0].Value)-1, int(dials[1].Value)-1
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
	viztest.Golden(t, "costs_76x15_en", drawn(t, c, "side", 76, 15, "en"))
	viztest.Golden(t, "costs_76x15_ko", drawn(t, c, "count", 76, 15, "ko"))
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
		c = viztest.HoldScene(t, c, says...).(*scene.Costs)
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
		return viztest.Grid(76, 15, viztest.Say(t, lang), false, func(f viz.Frame) { u.Draw(i, f) }).Golden()
	}
	viztest.Golden(t, "unroll_third_en", draw(2, "en"))
	viztest.Golden(t, "unroll_last_ko", draw(7, "ko"))
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
		a = turned(t, a, 4, 6, 1)
		viztest.Golden(t, name, drawn(t, a, "", 76, 15, name[len(name)-2:]))
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
		a = viztest.HoldScene(t, a, says...).(*scene.Apart)
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
			sum += v * float64(i*7%5)
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
	p = turned(t, p, 10, 12)
	if p.Place(nn.Point{Y: 9, X: 11}, 0) != 9*32*3+11*3 || p.Place(nn.Point{Y: 31, X: 31}, 2) != 3071 {
		t.Error("a place is wrong")
	}
	viztest.Golden(t, "places_76x16_en", drawn(t, p, "", 76, 16, "en"))
	says := bothLanguages(t)
	rapid.Check(t, func(t *rapid.T) { viztest.HoldScene(t, p, says...) })
	if _, err := scene.NewPhoto(viz.NewPicture(image.NewNRGBA(image.Rect(0, 0, 300, 300)))); err == nil {
		t.Error("a large photo is taken")
	}
}
