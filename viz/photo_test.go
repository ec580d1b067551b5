package viz_test

import (
	"image"
	"image/color"
	"math"
	"strings"
	"testing"

	"convtutor/internal/tensor"
	"convtutor/internal/viztest"
	"convtutor/viz"
	"convtutor/viz/canvas"

	"pgregory.net/rapid"
)

// greyImage is a picture of a bright square on a dark ground.
func greyImage(w, h int) image.Image {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			v := uint8(20)
			if x > w/4 && x < 3*w/4 && y > h/4 && y < 3*h/4 {
				v = 230
			}
			img.SetGray(x, y, color.Gray{v})
		}
	}
	return img
}

func colourImage(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.NRGBA{uint8(x * 255 / w), uint8(y * 255 / h), 90, 255})
		}
	}
	return img
}

func filtered(t testing.TB, img image.Image, name string) *viz.PhotoFilter {
	t.Helper()
	k, ok := viz.FilterNamed(name)
	if !ok {
		t.Fatalf("no filter %q", name)
	}
	f, err := viz.NewPhotoFilter(viz.NewPicture(img), k)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestPhotoGolden(t *testing.T) {
	grey, colours := greyImage(40, 30), colourImage(40, 30)
	tests := []struct {
		name string
		anim viz.Animation
		step int
		w, h int
		lang string
	}{
		{"zoom_whole", viz.NewZoom(viz.NewPicture(colours)), 0, 60, 16, "en"},
		{"zoom_numbers_grey", viz.NewZoom(viz.NewPicture(grey)).At(10, 8), 2, 60, 16, "ko"},
		{"zoom_numbers_colour", viz.NewZoom(viz.NewPicture(colours)).At(0, 29), 2, 60, 16, "en"},
		{"edges_row", filtered(t, grey, "edges"), 9, 60, 16, "en"},
		{"sharpen_all", filtered(t, grey, "sharpen"), 27, 76, 17, "ko"},
		{"blur_all", filtered(t, grey, "blur"), 27, 48, 12, "en"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			viztest.Golden(t, "photo_"+tt.name, drawn(tt.anim, tt.step, tt.w, tt.h, viztest.Say(t, tt.lang), false).Golden())
		})
	}
}

// TestFiltersAreWhatTheirWeightsSay works a pixel out by hand for every filter.
func TestFiltersAreWhatTheirWeightsSay(t *testing.T) {
	img := colourImage(12, 9)
	p := viz.NewPicture(img)
	for _, k := range viz.KnownFilters() {
		f := filtered(t, img, k.Name)
		sum := 0.0
		for i, w := range k.Weights {
			sum += w * float64(p.GreyAt(4+i/3, 5+i%3))
		}
		if got := f.Value(4, 5); math.Abs(got-sum/k.Divisor) > 1e-9 {
			t.Errorf("%s: %v, want %v", k.Name, got, sum/k.Divisor)
		}
		if say := viztest.Say(t, "ko"); strings.Contains(say(k.Words()), "⟨") {
			t.Errorf("%s has no name", k.Name)
		}
	}
	if _, ok := viz.FilterNamed("magic"); ok {
		t.Error("found a filter that is not there")
	}
}

func TestBlurKeepsBrightness(t *testing.T) {
	for _, k := range viz.KnownFilters() {
		if sum := k.Sum() / k.Divisor; sum != 0 && sum != 1 {
			t.Errorf("%s multiplies brightness by %v", k.Name, sum)
		}
	}
}

func TestRowsAppearOneByOne(t *testing.T) {
	f := filtered(t, greyImage(40, 30), "identity")
	say := viztest.Say(t, "en")
	later := func(i int) int {
		n := 0
		for _, c := range drawn(f, i, 60, 20, say, false).Cells {
			if c.Role == canvas.RoleOutputLater {
				n++
			}
		}
		return n
	}
	before := later(0)
	for i := 1; i < f.Steps(); i++ {
		now := later(i)
		if now > before {
			t.Fatalf("step %d shows less than the one before", i)
		}
		before = now
	}
	if before != 0 {
		t.Errorf("at the end %d cells are still to come", before)
	}
}

func TestEveryPhotoStepStaysInsideItsArea(t *testing.T) {
	say := viztest.Say(t, "ko")
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.IntRange(3, 200)
		img := colourImage(side.Draw(t, "w"), side.Draw(t, "h"))
		pic := viz.NewPicture(img)
		var a viz.Animation = viz.NewZoom(pic).At(side.Draw(t, "x"), side.Draw(t, "y"))
		if rapid.Bool().Draw(t, "filter") {
			k := rapid.SampledFrom(viz.KnownFilters()).Draw(t, "known")
			f, err := viz.NewPhotoFilter(pic, k)
			if err != nil {
				t.Fatal(err)
			}
			a = f
		}
		minW, minH := a.MinSize()
		area := canvas.Rect{X: 1, Y: 1, W: rapid.IntRange(minW, 120).Draw(t, "aw"), H: rapid.IntRange(minH, 40).Draw(t, "ah")}
		g := canvas.New(area.W+2, area.H+2)
		i := rapid.IntRange(0, a.Steps()-1).Draw(t, "step")
		a.Draw(i, viz.Frame{Grid: g, Area: area, Say: say})
		blank := canvas.New(1, 1).At(0, 0)
		for y := range g.H {
			for x := range g.W {
				if !area.Has(x, y) && g.At(x, y) != blank {
					t.Fatalf("drew outside at %d,%d", x, y)
				}
			}
		}
		for _, p := range a.(viz.Pictured).Pictures(i, area) {
			if p.At.Intersect(area) != p.At || p.At.Empty() {
				t.Fatalf("a picture stands at %v, area %v", p.At, area)
			}
		}
		if strings.Contains(say(a.Words(i)), "⟨") {
			t.Fatalf("no words for step %d", i)
		}
	})
}

func TestPhotosTooSmallToFilter(t *testing.T) {
	k, _ := viz.FilterNamed("blur")
	if _, err := viz.NewPhotoFilter(viz.NewPicture(greyImage(2, 9)), k); err == nil {
		t.Error("no error for a photo narrower than the filter")
	}
}

// TestSignsOfVerticalEdges: from dark to bright the sum is above zero, from
// bright to dark below, and between edges there is nothing.
func TestSignsOfVerticalEdges(t *testing.T) {
	f := filtered(t, greyImage(40, 30), "vertical")
	g := drawn(f, f.Steps()-1, 100, 30, viztest.Say(t, "en"), false)
	placed := f.Pictures(f.Steps()-1, g.All())[1].At
	signs := ""
	for x := range placed.W {
		switch g.At(placed.X+x, placed.Y+placed.H/2).Role {
		case canvas.RolePositive:
			signs += "+"
		case canvas.RoleNegative:
			signs += "-"
		}
	}
	if trimmed := strings.Trim(strings.Trim(signs, "-"), "+"); trimmed != "" || !strings.HasPrefix(signs, "+") || !strings.HasSuffix(signs, "-") {
		t.Errorf("signs along the middle row: %q", signs)
	}
}

func TestTransparentStandsOnWhite(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 1, 1))
	if got := viz.NewPicture(img).At(0, 0); got != canvas.Color(255, 255, 255) {
		t.Errorf("%x", got)
	}
}

func TestGreysAreTheEngineShape(t *testing.T) {
	d, err := viz.NewPicture(greyImage(5, 4)).Greys()
	if err != nil {
		t.Fatal(err)
	}
	if got := tensor.Format(d.Shape()); got != "1x1x4x5" {
		t.Error(got)
	}
}

func BenchmarkPhotoFilterLargest(b *testing.B) {
	pic := viz.NewPicture(colourImage(512, 512))
	k, _ := viz.FilterNamed("edges")
	for b.Loop() {
		if _, err := viz.NewPhotoFilter(pic, k); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPhotoFilterDraw(b *testing.B) {
	f := filtered(b, colourImage(512, 512), "edges")
	g, say := canvas.New(100, 30), viztest.Say(b, "en")
	b.ReportAllocs()
	for b.Loop() {
		f.Draw(f.Steps()/2, viz.Frame{Grid: g, Area: g.All(), Say: say})
	}
}
