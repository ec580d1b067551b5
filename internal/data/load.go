package data

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // a learner's own picture may be one
	_ "image/jpeg" // or one of these
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/image/draw"

	"convtutor/internal/fault"
)

// Limits of a learner's own picture.
const (
	MaxBytes  = 32 << 20 // of the file
	MaxPixels = 40 << 20 // of the picture: a small file can hold a huge one
	LongSide  = 512      // of what is kept, in pixels
)

// Errors of a learner's own picture, for whoever wants to tell them apart.
var (
	ErrNotAPicture = fault.New("error.image.kind", nil, "not a PNG, JPEG or GIF picture")
	ErrBroken      = fault.New("error.image.broken", nil, "broken picture")
	ErrTooLarge    = fault.New("error.image.large", fault.Args{"mb": MaxBytes >> 20, "million": MaxPixels >> 20}, "picture too large")
	ErrNotAFile    = fault.New("error.image.file", nil, "not a regular file")
)

// LoadImage reads a PNG, JPEG or GIF file (of a GIF its first picture). It is
// measured before it is decoded, and scaled down so that its long side has at
// most LongSide pixels. Devices, pipes and folders are refused.
func LoadImage(path string) (image.Image, error) {
	name := FileName(path)
	file, err := readRegular(path)
	if err != nil {
		return nil, fault.New("error.image", fault.Args{"name": name, "why": err}, "image %s: %w", name, err)
	}
	img, err := DecodeImage(file)
	if err != nil {
		return nil, fault.New("error.image", fault.Args{"name": name, "why": err}, "image %s: %w", name, err)
	}
	return img, nil
}

// maxName is the most runes of a file's name that are shown.
const maxName = 40

// FileName is the last part of a path as it may be shown: without control
// characters and marks that turn the direction of writing, and not too long.
func FileName(path string) string {
	name := []rune(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) { // which also holds for every format character
			return -1
		}
		return r
	}, filepath.Base(path)))
	if len(name) > maxName {
		name = append(name[:maxName-1], '…')
	}
	return string(name)
}

// readRegular reads a regular file of at most MaxBytes. What it is is asked of
// the open file too, so that it cannot be exchanged in between.
func readRegular(path string) ([]byte, error) {
	info, err := os.Stat(path) // before opening: opening a pipe waits for a writer
	if err != nil {
		return nil, plainError(err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: %s", ErrNotAFile, kindOf(info.Mode()))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, plainError(err)
	}
	defer func() { _ = f.Close() }() // only read: nothing is lost
	if info, err = f.Stat(); err != nil {
		return nil, plainError(err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: %s", ErrNotAFile, kindOf(info.Mode()))
	}
	content, err := io.ReadAll(io.LimitReader(f, MaxBytes+1))
	if err != nil {
		return nil, plainError(err)
	}
	if len(content) > MaxBytes {
		return nil, fmt.Errorf("%w: more than %d MB", ErrTooLarge, MaxBytes>>20)
	}
	return content, nil
}

// plainError leaves the path out of a system's error: it stands before it.
func plainError(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func kindOf(m os.FileMode) string {
	switch {
	case m.IsDir():
		return "a folder"
	case m&os.ModeNamedPipe != 0:
		return "a pipe"
	case m&os.ModeSocket != 0:
		return "a socket"
	}
	return "a device"
}

// DecodeImage is LoadImage for a file's content.
func DecodeImage(content []byte) (image.Image, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(content))
	if errors.Is(err, image.ErrFormat) {
		return nil, ErrNotAPicture
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	if config.Width < 1 || config.Height < 1 {
		return nil, fmt.Errorf("%w: %dx%d pixels", ErrBroken, config.Width, config.Height)
	}
	if config.Width > MaxPixels/config.Height {
		return nil, fmt.Errorf("%w: %dx%d pixels, more than %d million", ErrTooLarge, config.Width, config.Height, MaxPixels>>20)
	}
	img, _, err := image.Decode(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return Fit(img, LongSide, LongSide), nil
}

// Fit scales a picture down so that it has at most w x h pixels, keeping its
// proportions; one that fits is given back as it is.
func Fit(img image.Image, w, h int) image.Image {
	size := img.Bounds().Size()
	if size.X <= w && size.Y <= h {
		return img
	}
	if size.X*h > size.Y*w {
		h = max(1, size.Y*w/size.X)
	} else {
		w = max(1, size.X*h/size.Y)
	}
	scaled := image.NewNRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(scaled, scaled.Bounds(), img, img.Bounds(), draw.Src, nil)
	return scaled
}
