package scene_test

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"convtutor/internal/scene"
	"convtutor/internal/viztest"
	"convtutor/viz"
)

// While a place in the row is asked for, two pixels' numbers are told, and no
// place; the photo fits into what room there is.
func TestPhotoTellsNoPlaceWhileAsked(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 32, 32))
	for y := range 32 {
		for x := range 32 {
			img.Set(x, y, color.NRGBA{uint8(7 * y), uint8(7 * x), 5, 255})
		}
	}
	photo, err := scene.NewPhoto(viz.NewPicture(img))
	if err != nil {
		t.Fatal(err)
	}
	say := viztest.Say(t, "en")
	drawn := func(h int, hide bool) string {
		g := viztest.Grid(76, h, say, hide, func(f viz.Frame) { photo.Draw(f, "") })
		return strings.Join(g.Lines(), "\n")
	}
	place := viz.Grouped((16*32+16)*3 + 1)
	for _, h := range []int{12, 14, 16, 20} {
		asked := drawn(h, true)
		if strings.Contains(asked, place) || !strings.Contains(asked, "red 112") || !strings.Contains(asked, "red 119") {
			t.Errorf("%d rows, asked:\n%s", h, asked)
		}
		if !strings.Contains(drawn(h, false), place) {
			t.Errorf("%d rows: the place %s is not told", h, place)
		}
	}
}
