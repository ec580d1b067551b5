package plain

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The learner's own picture is the one that a filter of their own runs over.
func TestOwnPictureUnderFilters(t *testing.T) {
	s := newSession(t, "en")
	s.Image = grey(t)
	if text := oneLine(said(t, s, "lesson/cnn/known-filters#yours", "")); !strings.Contains(text, "Your own picture") {
		t.Errorf("the own picture is not named: %s", text)
	}
}

// grey writes a small picture into a file.
func grey(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "mine.png")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, image.NewGray(image.Rect(0, 0, 12, 9))); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
