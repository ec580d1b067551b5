package encode_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"convtutor/viz/encode"

	"github.com/charmbracelet/x/ansi/sixel"
)

func checker(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, color.NRGBA{uint8(x * 7 * y), uint8(y * 3), uint8(x), 255})
		}
	}
	return img
}

var kittyChunk = regexp.MustCompile("\x1b_G([^;\x1b]*);([^\x1b]*)\x1b\\\\")

// TestKittyCarriesThePicture puts the chunks together again.
func TestKittyCarriesThePicture(t *testing.T) {
	img := checker(90, 70)
	s, err := encode.Kitty(img, 7, 30, 12)
	if err != nil {
		t.Fatal(err)
	}
	chunks := kittyChunk.FindAllStringSubmatch(s, -1)
	if len(chunks) < 2 {
		t.Fatalf("%d chunks", len(chunks))
	}
	for _, want := range []string{"a=T", "f=100", "i=7", "c=30", "r=12", "q=2", "C=1", "m=1"} {
		if !strings.Contains(","+chunks[0][1]+",", ","+want+",") {
			t.Errorf("%q is not in %q", want, chunks[0][1])
		}
	}
	var payload strings.Builder
	rest := s
	for i, c := range chunks {
		payload.WriteString(c[2])
		rest = strings.Replace(rest, c[0], "", 1)
		if len(c[2]) > 4096 {
			t.Errorf("chunk %d has %d bytes", i, len(c[2]))
		}
		if last := i == len(chunks)-1; strings.Contains(c[1], "m=0") != last {
			t.Errorf("chunk %d of %d: %q", i+1, len(chunks), c[1])
		}
	}
	if rest != "" {
		t.Errorf("besides the chunks: %q", rest)
	}
	raw, err := base64.StdEncoding.DecodeString(payload.String())
	if err != nil {
		t.Fatal(err)
	}
	back, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	samePixels(t, img, back)
}

func samePixels(t *testing.T, want, got image.Image) {
	t.Helper()
	if want.Bounds() != got.Bounds() {
		t.Fatalf("%v, want %v", got.Bounds(), want.Bounds())
	}
	for y := range want.Bounds().Dy() {
		for x := range want.Bounds().Dx() {
			r, g, b, a := want.At(x, y).RGBA()
			gr, gg, gb, ga := got.At(x, y).RGBA()
			if r != gr || g != gg || b != gb || a != ga {
				t.Fatalf("pixel %d,%d differs", x, y)
			}
		}
	}
}

func TestKittyDelete(t *testing.T) {
	if got := encode.KittyDelete(7); got != "\x1b_Ga=d,d=I,i=7,q=2\x1b\\" {
		t.Errorf("%q", got)
	}
}

func TestSixelCarriesThePicture(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	img.SetNRGBA(0, 0, color.NRGBA{255, 0, 0, 255})
	img.SetNRGBA(1, 0, color.NRGBA{0, 0, 255, 255})
	s, err := encode.Sixel(img, 24, 12)
	if err != nil {
		t.Fatal(err)
	}
	body, ok := strings.CutPrefix(s, "\x1bP0;1q")
	body, end := strings.CutSuffix(body, "\x1b\\")
	if !ok || !end {
		t.Fatalf("%q", s)
	}
	back, err := new(sixel.Decoder).Decode(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		x    int
		want color.NRGBA
	}{{3, color.NRGBA{255, 0, 0, 255}}, {20, color.NRGBA{0, 0, 255, 255}}} {
		if got := color.NRGBAModel.Convert(back.At(tt.x, 5)); got != tt.want {
			t.Errorf("column %d is %v, want %v", tt.x, got, tt.want)
		}
	}
}

func TestNothingToShow(t *testing.T) {
	empty := image.NewNRGBA(image.Rectangle{})
	if _, err := encode.Kitty(empty, 1, 2, 2); err == nil {
		t.Error("kitty: no error for an empty picture")
	}
	if _, err := encode.Kitty(checker(2, 2), 1, 0, 2); err == nil {
		t.Error("kitty: no error for an empty area")
	}
	if _, err := encode.Sixel(checker(2, 2), 0, 2); err == nil {
		t.Error("sixel: no error for an empty area")
	}
	if _, err := encode.Sixel(checker(2, 2), 1<<30, 1<<30); err == nil {
		t.Error("sixel: no error for an area larger than any screen")
	}
}
