package data_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convtutor/internal/data"
)

func TestPhotos(t *testing.T) {
	for _, p := range data.Photos() {
		img, err := p.Image()
		if err != nil {
			t.Fatal(err)
		}
		if size := img.Bounds().Size(); max(size.X, size.Y) != 128 {
			t.Errorf("%s is %v", p.Name, size)
		}
		if _, grey := img.(*image.Gray); grey != p.Grey {
			t.Errorf("%s: decoded as %T, grey is %v", p.Name, img, p.Grey)
		}
		if !strings.Contains(data.Credits(), p.Name) {
			t.Errorf("%s has no credits", p.Name)
		}
		if same, err := data.PhotoImage(p.Name); err != nil || same != img {
			t.Errorf("%s is not found by name: %v", p.Name, err)
		}
	}
	if _, err := data.PhotoImage("nobody"); err == nil {
		t.Error("found a photo that is not there")
	}
}

func TestDigits(t *testing.T) {
	digits, err := data.Digits()
	if err != nil {
		t.Fatal(err)
	}
	counts := [10]int{}
	for i, d := range digits {
		counts[d.Label]++
		for _, p := range d.Pixels {
			if p > data.DigitInk {
				t.Fatalf("digit %d has a pixel of %d", i, p)
			}
		}
	}
	if want := [10]int{178, 182, 177, 183, 181, 182, 181, 179, 174, 180}; counts != want {
		t.Errorf("counts %v, want %v", counts, want)
	}
}

func picture(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.NRGBA{uint8(x), uint8(y), 100, 255})
		}
	}
	return img
}

func write(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func encoded(t *testing.T, kind string, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch kind {
	case "png":
		err = png.Encode(&b, img)
	case "jpeg":
		err = jpeg.Encode(&b, img, nil)
	case "gif":
		err = gif.Encode(&b, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLoadImage(t *testing.T) {
	for _, kind := range []string{"png", "jpeg", "gif"} {
		img, err := data.LoadImage(write(t, "a."+kind, encoded(t, kind, picture(30, 20))))
		if err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if size := img.Bounds().Size(); size != image.Pt(30, 20) {
			t.Errorf("%s: %v", kind, size)
		}
	}
	img, err := data.LoadImage(write(t, "large.png", encoded(t, "png", picture(1024, 256))))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size != image.Pt(512, 128) {
		t.Errorf("scaled to %v", size)
	}
}

// bomb is a PNG of a few bytes that says it is w x h pixels large.
func bomb(t *testing.T, w, h uint32) []byte {
	b := encoded(t, "png", picture(1, 1))
	binary.BigEndian.PutUint32(b[16:], w)
	binary.BigEndian.PutUint32(b[20:], h)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

func TestPicturesThatCannotBeRead(t *testing.T) {
	whole := encoded(t, "png", picture(40, 40))
	tests := []struct {
		name    string
		content []byte
		is      error
		says    string
	}{
		{"text", []byte("hello, this is not a picture"), data.ErrNotAPicture, "not a PNG, JPEG or GIF"},
		{"empty", nil, data.ErrNotAPicture, ""},
		{"cut off", whole[:len(whole)/2], data.ErrBroken, "broken"},
		{"cut off in its head", whole[:20], data.ErrBroken, "broken"},
		{"bomb", bomb(t, 13000, 13000), data.ErrTooLarge, "13000x13000 pixels, more than 40 million"},
		{"bomb that overflows", bomb(t, 0x7fffffff, 0x7fffffff), nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := data.LoadImage(write(t, "a.png", tt.content))
			if err == nil {
				t.Fatal("no error")
			}
			if tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("%v is not %v", err, tt.is)
			}
			if !strings.HasPrefix(err.Error(), "image a.png: ") || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error %q", err)
			}
		})
	}
}

func TestWhatIsNoFile(t *testing.T) {
	if _, err := data.LoadImage(t.TempDir()); !errors.Is(err, data.ErrNotAFile) || !strings.Contains(err.Error(), "folder") {
		t.Errorf("folder: %v", err)
	}
	if _, err := os.Stat("/dev/zero"); err == nil {
		if _, err := data.LoadImage("/dev/zero"); !errors.Is(err, data.ErrNotAFile) {
			t.Errorf("device: %v", err)
		}
	}
	if _, err := data.LoadImage(filepath.Join(t.TempDir(), "none.png")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	large := write(t, "large.png", nil)
	if err := os.Truncate(large, data.MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	if _, err := data.LoadImage(large); !errors.Is(err, data.ErrTooLarge) {
		t.Errorf("large: %v", err)
	}
}

func TestFileName(t *testing.T) {
	for path, want := range map[string]string{
		"/a/b/고양이.png":                "고양이.png",
		"/a/x\x1b[31m\u202ey.png":     "x[31my.png",
		"/" + strings.Repeat("n", 60): strings.Repeat("n", 39) + "…",
	} {
		if got := data.FileName(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}

func FuzzDecodeImage(f *testing.F) {
	img := image.NewGray(image.Rect(0, 0, 4, 4))
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("GIF89a"))
	f.Fuzz(func(t *testing.T, content []byte) {
		img, err := data.DecodeImage(content)
		if err == nil && (img.Bounds().Dx() > data.LongSide || img.Bounds().Dy() > data.LongSide) {
			t.Errorf("%v", img.Bounds())
		}
	})
}
