package viz_test

import (
	"image"
	"image/color"
	"testing"

	"convtutor/viz"
)

// lamp is a warm square on a cold ground that gets lighter downwards, with a
// second warm square that touches nothing.
func lamp() *viz.Picture {
	img := image.NewNRGBA(image.Rect(0, 0, 30, 24))
	for y := range 24 {
		for x := range 30 {
			c := color.NRGBA{20, 40, uint8(100 + 2*y), 255}
			if image.Pt(x, y).In(image.Rect(10, 5, 14, 15)) || image.Pt(x, y).In(image.Rect(22, 5, 25, 8)) {
				c = color.NRGBA{200, 150, 90, 255}
			}
			img.Set(x, y, c)
		}
	}
	return viz.NewPicture(img)
}

var lampRule = viz.Region{Y: 8, X: 12, Bottom: 13, Warmth: 0, Light: 120}

// TestTheMaskIsOnePiece: only what hangs together with its first pixel, above
// the last row, belongs to it; the box is its bounds.
func TestTheMaskIsOnePiece(t *testing.T) {
	tasks := viz.NewTasks(lamp(), lampRule)
	want := image.Rect(10, 5, 14, 13)
	if tasks.Box() != want || tasks.Covered() != want.Dx()*want.Dy() {
		t.Errorf("box %v of %d pixels, want %v", tasks.Box(), tasks.Covered(), want)
	}
	for y := range 24 {
		for x := range 30 {
			if tasks.Masked(y, x) != image.Pt(x, y).In(want) {
				t.Errorf("row %d, column %d: %v", y, x, tasks.Masked(y, x))
			}
		}
	}
	if none := tasks.Turned("warmth", 40).Turned("warmth", 40).(*viz.Tasks); none.Covered() != tasks.Covered() {
		t.Errorf("a warm pixel is lost at 40: %d left", none.Covered())
	}
	if all := tasks.Turned("warmth", -40).(*viz.Tasks); all.Covered() < tasks.Covered() {
		t.Error("a laxer rule covers less")
	}
}

// TestWhatIsMadeIsSmooth: every new pixel is the mean of its neighbours, and
// what was not hidden is as it was.
func TestWhatIsMadeIsSmooth(t *testing.T) {
	p := lamp()
	tasks := viz.NewTasks(p, lampRule).Turned("task", 3).(*viz.Tasks)
	hidden, made := tasks.Box().Inset(-3), tasks.Made()
	for y := range p.H {
		for x := range p.W {
			if !image.Pt(x, y).In(hidden) {
				if made.At(y, x) != p.At(y, x) {
					t.Fatalf("row %d, column %d was not hidden and has changed", y, x)
				}
				continue
			}
			sum := 0
			for _, d := range [][2]int{{0, 1}, {0, -1}, {1, 0}, {-1, 0}} {
				_, _, b := made.At(y+d[0], x+d[1]).Parts()
				sum += int(b)
			}
			if _, _, b := made.At(y, x).Parts(); max(4*int(b)-sum, sum-4*int(b)) > 8 { // two steps of rounding each
				t.Errorf("row %d, column %d is %d, its neighbours' mean %d/4", y, x, b, sum)
			}
		}
	}
}

func TestNumbersOfAnswers(t *testing.T) {
	tasks := viz.NewTasks(lamp(), lampRule)
	for i, want := range []int{1, 4, 720, 2160} {
		if got := tasks.Turned("task", float64(i)).(*viz.Tasks).Answer(); got != want {
			t.Errorf("task %d answers %d numbers, want %d", i, got, want)
		}
	}
}
