package scene

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Photo is a small colour photo of which the learner picks a pixel, and sees
// which numbers of the unrolled photo it and its neighbours are.
type Photo struct {
	picture *viz.Picture
	at      viz.Cursor
}

// photoChannels are red, green and blue.
const photoChannels = 3

// NewPhoto is a photo of an even number of rows.
func NewPhoto(p *viz.Picture) (*Photo, error) {
	if p.H < 4 || p.W < 4 || p.H%2 != 0 || p.H > 32 || p.W > 40 {
		return nil, fmt.Errorf("flatten: a photo of %d by %d pixels is no small one", p.H, p.W)
	}
	return &Photo{p, viz.Cursor{Y: p.H / 2, X: p.W / 2, H: p.H - 1, W: p.W - 1}}, nil
}

// Place is the place of a pixel's channel in the row of numbers, counted from 0.
func (f *Photo) Place(at nn.Point, channel int) int {
	return (at.Y*f.picture.W+at.X)*photoChannels + channel
}

// Dials implements viz.Scene: the pixel, which has neighbours to the right and
// below.
func (f *Photo) Dials() []viz.Dial { return f.at.Dials() }

// Turned implements viz.Scene.
func (f *Photo) Turned(dial string, value float64) viz.Scene {
	return &Photo{f.picture, f.at.Turned(dial, value)}
}

// Words implements viz.Scene.
func (f *Photo) Words() []viz.Words {
	red := f.Place(nn.Point{Y: f.at.Y, X: f.at.X}, 0)
	right, below := f.Place(nn.Point{Y: f.at.Y, X: f.at.X + 1}, 0), f.Place(nn.Point{Y: f.at.Y + 1, X: f.at.X}, 0)
	args := viz.Args{
		"row": f.at.Y + 1, "column": f.at.X + 1, "red": red + 1, "green": red + 2, "blue": red + 3,
		"right": right + 1, "across": right - red, "below": below + 1, "down": below - red,
	}
	all := viz.Args{"n": f.picture.H * f.picture.W * photoChannels, "row": f.picture.W * photoChannels}
	return []viz.Words{
		{Key: "flatten.photo.pixel", Args: args},
		{Key: "flatten.photo.right", Args: args},
		{Key: "flatten.photo.below", Args: args},
		{Key: "flatten.photo.row", Args: all},
	}
}

// askedWords say no place, which is asked for: two pixels and their numbers.
func (f *Photo) askedWords() []viz.Words {
	numbers := func(y int) viz.Args {
		r, g, b := f.picture.At(y, f.at.X).Parts()
		return viz.Args{"row": y + 1, "column": f.at.X + 1, "r": int(r), "g": int(g), "b": int(b)}
	}
	return []viz.Words{
		{Key: "flatten.photo.numbers", Args: numbers(f.at.Y)},
		{Key: "flatten.photo.numbers", Args: numbers(f.at.Y + 1)},
	}
}

// MinSize implements viz.Scene.
func (f *Photo) MinSize() (w, h int) { return 64, 12 }

// Draw implements viz.Scene.
func (f *Photo) Draw(frame viz.Frame, _ string) {
	p := frame.Grid.Part(frame.Area)
	rows := min(f.picture.H/2, frame.Area.H)
	wide := f.picture.W * 2 * rows / f.picture.H
	pixel := func(half, x int) canvas.RGB {
		return f.picture.At(half*f.picture.H/(2*rows), x*f.picture.W/wide)
	}
	for y := range rows {
		for x := range wide {
			p.Pixel(x, y, pixel(2*y, x), pixel(2*y+1, x))
		}
	}
	p.Over(f.at.X*wide/f.picture.W, f.at.Y*rows/f.picture.H, "●")
	right := frame.Area
	right.X, right.W = right.X+wide+4, right.W-wide-4
	said := f.Words()
	if frame.Hide {
		said = f.askedWords()
	}
	text, y := frame.Grid.Part(right), 1
	for _, one := range said {
		y = text.Lines(0, y, canvas.Wrap(canvas.Markup(frame.Say(one), canvas.RoleText), right.W)) + 1
	}
}
