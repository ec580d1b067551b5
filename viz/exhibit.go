package viz

import (
	"image"
	"image/color"
	"image/draw"
	"slices"

	"convtutor/viz/canvas"
)

// Exhibit is a picture that a learner changes by hand: it has dials to turn
// and mostly a pixel to point at. Each change gives another exhibit; the first
// one stays as it is.
type Exhibit interface {
	// Draw draws it into a frame; Frame.Hide keeps secret what is asked for.
	Draw(f Frame)
	// MinSize is the smallest area that Draw needs, in columns and rows.
	MinSize() (w, h int)
	// Words say what is seen, a sentence each.
	Words() []Words
	// Dials are what can be changed, in the order to offer them.
	Dials() []Dial
	// Turned has the dial of a name at a value.
	Turned(name string, value float64) Exhibit
}

// Pointed is an exhibit with a pixel that one points at.
type Pointed interface {
	// Cursor is the pixel pointed at: row and column from 0.
	Cursor() (y, x int)
	// PointedAt points at a pixel, or at the nearest that there is.
	PointedAt(y, x int) Exhibit
}

// Shown is an exhibit that holds real pictures.
type Shown interface {
	// Shown gives the pictures when drawn in area; hide keeps secret what is
	// asked for.
	Shown(area canvas.Rect, hide bool) []Placed
}

// Dial is one thing about an exhibit that can be changed. Its word is
// "dial.<name>", that of a value with a name "dial.<name>.<value's name>".
type Dial struct {
	Name string
	// More and Less are the keys that turn it; without Less, More goes round.
	More, Less string
	// Low, High and Step are its values, Value the one it has.
	Low, High, Step, Value float64
	// Names name the values 0, 1, 2 … of a dial that has no numbers.
	Names []string
}

// Title is what the dial is called.
func (d Dial) Title() Words { return Words{Key: "dial." + d.Name} }

// Reading is the dial's value in words.
func (d Dial) Reading() Words {
	if d.Names == nil {
		return Words{Key: "dial.number", Args: Args{"n": Number(d.Value)}}
	}
	return Words{Key: "dial." + d.Name + "." + d.Names[int(d.Value)]}
}

// After is the value by so many steps further on. A dial with one key goes
// round, others stop at their ends.
func (d Dial) After(by int) float64 {
	v := d.Value + float64(by)*d.Step
	switch {
	case d.Less == "" && v > d.High:
		return d.Low
	case d.Less == "" && v < d.Low:
		return d.High
	}
	return min(max(v, d.Low), d.High)
}

// Fits tells whether a value is one of the dial's.
func (d Dial) Fits(v float64) bool {
	steps := (v - d.Low) / d.Step
	return v >= d.Low && v <= d.High && steps == float64(int(steps))
}

// DialNamed finds an exhibit's dial by its name.
func DialNamed(e Exhibit, name string) (Dial, bool) {
	dials := e.Dials()
	i := slices.IndexFunc(dials, func(d Dial) bool { return d.Name == name })
	if i < 0 {
		return Dial{}, false
	}
	return dials[i], true
}

// onOff is a switch: 0 is off, 1 is on.
func onOff(name, key string, on bool) Dial {
	d := Dial{Name: name, More: key, High: 1, Step: 1, Names: []string{"off", "on"}}
	if on {
		d.Value = 1
	}
	return d
}

// within keeps a pixel inside of a picture.
func (p *Picture) within(y, x int) (int, int) {
	return max(0, min(y, p.H-1)), max(0, min(x, p.W-1))
}

// crossed is an image with its own cross on a pixel, black on white, for
// terminals that show pixels in the place of cells.
func crossed(img image.Image, y, x int) image.Image {
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
		out.Set(x+d, y, c)
		out.Set(x, y+d, c)
	}
	return out
}

// drawCross marks a pixel of a picture that is drawn on at.
func drawCross(part canvas.Part, at canvas.Rect, p *Picture, y, x int) {
	part.Over(at.X+x*at.W/p.W, at.Y+y*at.H/p.H, "╋")
}
