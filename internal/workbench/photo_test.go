package workbench_test

import (
	"image"
	"image/color"
	"testing"

	"convtutor/internal/workbench"
	"convtutor/viz"
)

// flat is a picture of one grey.
func flat(v uint8) *viz.Picture {
	img := image.NewGray(image.Rect(0, 0, 6, 5))
	for i := range img.Pix {
		img.Pix[i] = color.Gray{Y: v}.Y
	}
	return viz.NewPicture(img)
}

// The learner's own picture comes first where the learner works freely, else
// last; what belongs to the built-in photo stays with it.
func TestOwnPicture(t *testing.T) {
	built := workbench.Photo{
		Names: []string{"a", "b"}, At: 1,
		Open:    func(string) (*viz.Picture, error) { return flat(10), nil },
		Weights: [][]float64{{0, 0, 0}, {0, 1, 0}, {0, 0, 0}}, Divisor: 1, Known: -1,
	}
	for _, c := range []struct {
		first bool
		at    int
		value float64
	}{{true, 0, 200}, {false, 1, 10}} {
		m := built.WithOwn("mine.png", flat(200), c.first)
		if m.At != c.at || len(m.Names) != 3 || m.Mine != "mine.png" {
			t.Errorf("first %v: at %d of %v", c.first, m.At, m.Names)
		}
		anim, err := m.Animation()
		if err != nil {
			t.Fatal(err)
		}
		if got := anim.(*viz.PhotoFilter).Value(0, 0); got != c.value {
			t.Errorf("first %v: %v, want %v", c.first, got, c.value)
		}
	}
	if len(built.Names) != 2 {
		t.Error("the model that it was made of has changed")
	}
}
