package house

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/progress"
)

// TestPoolingDrawnWithTheMouse clicks on a cell and drags over others: a stroke
// is undone as a whole.
func TestPoolingDrawnWithTheMouse(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "lab/pool?in=4x4&x=0000000000000000")
		start := d.model.Route().String()
		d.press("d")
		send := func(action tea.MouseAction, x int) {
			d.send(tea.MouseMsg{X: x, Y: 3, Action: action, Button: tea.MouseButtonLeft})
		}
		stroke := func() {
			send(tea.MouseActionPress, 3)
			for x := 4; x < 40; x++ {
				send(tea.MouseActionMotion, x)
			}
			send(tea.MouseActionRelease, 39)
		}
		stroke()
		if route := d.model.Route().String(); !strings.Contains(route, "x=1111000000000000") {
			t.Fatalf("drawn %s\n%s", route, d.text())
		}
		drawn := d.model.Route().String()
		d.press("5")
		stroke()
		if d.model.Route().String() == drawn {
			t.Fatal("the second stroke paints nothing")
		}
		d.press("u", "u") // it, and the cell that the pen had painted
		d.at(drawn)
		d.press("u")
		d.at(start)
	})
}

// TestOnesOwnPictureInTheLab opens a file beside the built-in photos: the command
// that is shown names it, and the link opens it again.
func TestOnesOwnPictureInTheLab(t *testing.T) {
	file := filepath.Join(t.TempDir(), "holiday.png")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewGray(image.Rect(0, 0, 40, 30))
	for i := range img.Pix {
		img.Pix[i] = uint8(i)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	both(t, func(t *testing.T, language string) {
		s := learner(t, language, progress.NewMemory())
		s.Image = file
		d := drive(t, s, "lab/photo")
		d.shows("30×40")
		d.press("y")
		d.shows("photo=holiday.png' --image '" + file + "'")
		d.press("y", "9", "o")
		d.shows("85×128") // the first built-in one, under the same filter
		link := d.model.Route().String()
		if !strings.Contains(link, "w=9_") || strings.Contains(link, "holiday") {
			t.Fatalf("the link is %s", link)
		}
		drive(t, learner(t, language, progress.NewMemory()), link).at(link)
		d.press("u", "n")
		if at := d.model.Route().String(); !strings.Contains(at, "holiday.png") || !strings.Contains(at, "at=") {
			t.Fatalf("zoomed into %s", at)
		}
		d.press("esc", "esc")
		d = drive(t, s, "lab/pool") // parts come from the learner's own picture, too
		d.press("o")
		d.shows("30×40")
	})
}
