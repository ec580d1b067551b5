package viz

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"convtutor/viz/canvas"
)

// Scene is a picture that a learner changes by hand, by turning its dials;
// nothing in it runs from a first step to a last. It is a value: turning a dial
// gives another scene, and the first one stays as it is.
type Scene interface {
	// Dials are what can be turned, in the order to offer them.
	Dials() []Dial
	// Turned has a dial, by its name, at one of its values; Turn checks both.
	Turned(dial string, value float64) Scene
	// Draw draws it into a frame, the dial named at marked as the one at hand
	// ("" for none); Frame.Hide keeps secret what is asked for.
	Draw(f Frame, at string)
	// MinSize is the smallest area that Draw needs, in columns and rows.
	MinSize() (w, h int)
	// Words say what is seen, a sentence each.
	Words() []Words
}

// Captioned is a scene under which words are to stand, since they say more
// than the picture.
type Captioned interface {
	// Caption is what stands there.
	Caption() []Words
}

// Shown is a scene that holds real pictures.
type Shown interface {
	// Shown gives the pictures when drawn in area; hide keeps secret what is
	// asked for.
	Shown(area canvas.Rect, hide bool) []Placed
}

// Turn has a scene's dial at a value, or says why it cannot be.
func Turn(s Scene, dial string, value float64) (Scene, error) {
	d, ok := DialNamed(s, dial)
	switch {
	case !ok:
		return s, fmt.Errorf("there is nothing called %q to turn", dial)
	case !d.Fits(value):
		return s, fmt.Errorf("%s is %s, not from %s to %s by %s", dial, Number(value), Number(d.Low), Number(d.High), Number(d.Step))
	}
	return s.Turned(dial, value), nil
}

// PointAt points at a row and a column of a scene, counted from 0, or at the
// nearest that there are; a scene without a cursor stays as it is.
func PointAt(s Scene, row, column int) Scene {
	for _, d := range s.Dials() {
		switch d.Axis {
		case AxisDown:
			s = s.Turned(d.Name, d.At(float64(row+1)).Value)
		case AxisAcross:
			s = s.Turned(d.Name, d.At(float64(column+1)).Value)
		case AxisNone:
		}
	}
	return s
}

// crossed is an image with its own cross on a pixel, black on white, for
// terminals that show pixels in the place of cells.
func crossed(img image.Image, at Cursor) image.Image {
	const arm = 4
	out := image.NewNRGBA(img.Bounds())
	draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Src)
	for d := -arm; d <= arm; d++ {
		if d == 0 {
			continue // the pixel itself stays to be seen
		}
		c := color.NRGBA{A: 255}
		if d%2 == 0 {
			c = color.NRGBA{255, 255, 255, 255}
		}
		out.Set(at.X+d, at.Y, c)
		out.Set(at.X, at.Y+d, c)
	}
	return out
}

// drawCross marks a pixel of a picture that is drawn on box.
func drawCross(part canvas.Part, box canvas.Rect, p *Picture, at Cursor) {
	part.Over(box.X+at.X*box.W/p.W, box.Y+at.Y*box.H/p.H, "╋")
}
