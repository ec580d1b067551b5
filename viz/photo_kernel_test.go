package viz_test

import (
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/viztest"
	"convtutor/viz"
	"convtutor/viz/canvas"

	"pgregory.net/rapid"
)

// slope is a small grey picture that rises to the right and has a bright bar.
func slope(w, h int) *viz.Picture {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			v := uint8(255 * x / w)
			if x == w/2 {
				v = 255
			}
			img.SetGray(x, y, color.Gray{Y: v})
		}
	}
	return viz.NewPicture(img)
}

// TestPhotoKernelByHand sums a random pixel up with random weights of 3x3 to 7x7.
func TestPhotoKernelByHand(t *testing.T) {
	p := slope(20, 14)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{3, 5, 7}).Draw(t, "n")
		weights := make([][]float64, n)
		for y := range weights {
			for range n {
				weights[y] = append(weights[y], float64(rapid.IntRange(-9, 9).Draw(t, "w")))
			}
		}
		divisor := float64(rapid.IntRange(1, 49).Draw(t, "divisor"))
		f, err := viz.NewPhotoKernel(p, weights, divisor, viz.Words{Key: "photos.own"})
		if err != nil {
			t.Fatal(err)
		}
		y, x := rapid.IntRange(0, 14-n).Draw(t, "y"), rapid.IntRange(0, 20-n).Draw(t, "x")
		sum := 0.0
		for i := range n * n {
			sum += weights[i/n][i%n] * float64(p.GreyAt(y+i/n, x+i%n))
		}
		if got := f.Value(y, x); math.Abs(got-sum/divisor) > 1e-9 {
			t.Fatalf("%v at %d, %d; by hand %v", got, y, x, sum/divisor)
		}
		if least, most := f.Range(); got(f.Value(y, x)) < least || got(f.Value(y, x)) > most {
			t.Fatalf("%v lies outside of %d to %d", f.Value(y, x), least, most)
		}
	})
}

func got(v float64) int { return int(math.Round(v)) }

func TestPhotoKernelOpenGolden(t *testing.T) {
	five := make([][]float64, 5)
	for y := range five {
		five[y] = slices.Repeat([]float64{1}, 5)
	}
	f, err := viz.NewPhotoKernel(slope(40, 24), five, 25, viz.Words{Key: "photos.own"})
	if err != nil {
		t.Fatal(err)
	}
	g := canvas.New(76, 16)
	f.DrawOpen(viz.Frame{Grid: g, Area: g.All(), Say: viztest.Say(t, "en")}, viz.OpenCell{Plane: viz.PlaneInput, At: nn.Point{Y: 1, X: 2}, Typed: "-3"})
	viztest.Golden(t, "photo_kernel_open", g.Golden())
	for y := range 16 {
		for x := range 76 {
			plane, at := f.CellAt(g.All(), x, y)
			if inside := at.Y < 5 && at.X < 5 && at.Y >= 0 && at.X >= 0; plane != viz.PlaneNone && !inside {
				t.Errorf("%d, %d leads to weight %v", x, y, at)
			}
		}
	}
}

func TestPhotoKernelRefuses(t *testing.T) {
	one := [][]float64{{1}}
	if _, err := viz.NewPhotoKernel(slope(9, 9), one, 0, viz.Words{}); err == nil {
		t.Error("a divisor of 0 is taken")
	}
	if _, err := viz.NewPhotoKernel(slope(9, 9), nil, 1, viz.Words{}); err == nil {
		t.Error("no weights are taken")
	}
}
