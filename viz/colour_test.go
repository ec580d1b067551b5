package viz_test

import (
	"math"
	"testing"

	"convtutor/viz"
	"convtutor/viz/canvas"
)

// TestColoursOfTheTables holds the conversions to published values: HSV of the
// sixteen named colours, Lab (D65, 2°) of the corners of sRGB.
func TestColoursOfTheTables(t *testing.T) {
	for _, tt := range []struct {
		r, g, b uint8
		hsv     [3]float64 // degrees, percent, percent
		lab     [3]float64
	}{
		{0, 0, 0, [3]float64{0, 0, 0}, [3]float64{0, 0, 0}},
		{255, 255, 255, [3]float64{0, 0, 100}, [3]float64{100, 0, 0}},
		{255, 0, 0, [3]float64{0, 100, 100}, [3]float64{53.24, 80.09, 67.20}},
		{0, 255, 0, [3]float64{120, 100, 100}, [3]float64{87.73, -86.18, 83.18}},
		{0, 0, 255, [3]float64{240, 100, 100}, [3]float64{32.30, 79.19, -107.86}},
		{255, 255, 0, [3]float64{60, 100, 100}, [3]float64{97.14, -21.55, 94.48}},
		{0, 255, 255, [3]float64{180, 100, 100}, [3]float64{91.11, -48.09, -14.13}},
		{255, 0, 255, [3]float64{300, 100, 100}, [3]float64{60.32, 98.23, -60.82}},
		{128, 0, 0, [3]float64{0, 100, 50.2}, [3]float64{25.53, 48.05, 38.06}},
		{128, 128, 128, [3]float64{0, 0, 50.2}, [3]float64{53.59, 0, 0}},
	} {
		h, s, v := viz.HSV(tt.r, tt.g, tt.b)
		for i, got := range []float64{h, 100 * s, 100 * v} {
			if math.Abs(got-tt.hsv[i]) > 0.05 {
				t.Errorf("HSV of %d %d %d: number %d is %v, want %v", tt.r, tt.g, tt.b, i, got, tt.hsv[i])
			}
		}
		l, a, b := viz.Lab(tt.r, tt.g, tt.b)
		for i, got := range []float64{l, a, b} {
			if math.Abs(got-tt.lab[i]) > 0.03 {
				t.Errorf("Lab of %d %d %d: number %d is %v, want %v", tt.r, tt.g, tt.b, i, got, tt.lab[i])
			}
		}
	}
}

// TestSplitAndJoined: all channels on give the photo again; one off takes only
// that one away.
func TestSplitAndJoined(t *testing.T) {
	p := viz.NewPicture(colourImage(9, 7))
	whole := viz.NewSplit(p)
	part := whole.Turned("green", 0).(*viz.Split)
	for y := range p.H {
		for x := range p.W {
			r, _, b := p.At(y, x).Parts()
			if whole.Joined(y, x) != p.At(y, x) || part.Joined(y, x) != canvas.Color(r, 0, b) {
				t.Fatalf("row %d, column %d: %x, %x", y, x, whole.Joined(y, x), part.Joined(y, x))
			}
		}
	}
}
