package viz

import (
	"math"
	"strconv"

	"convtutor/viz/canvas"
)

// Models is a photo with one pixel in several languages of colour: RGB, HSV,
// Lab and grey.
type Models struct {
	photo *Picture
	at    Cursor
	veil  string // the number kept secret while it is asked for
	less  bool   // Lab is left out of the picture
}

// NewModels points at a photo's middle.
func NewModels(p *Picture) *Models { return &Models{photo: p, at: p.middle()} }

// Veiled is the same with the number of a name ("v", "grey") kept secret while
// it is asked for.
func (m *Models) Veiled(name string) *Models {
	n := *m
	n.veil = name
	return &n
}

// WithoutLab is the same without the numbers of Lab beside the photo.
func (m *Models) WithoutLab() *Models {
	n := *m
	n.less = true
	return &n
}

// Colour is the pixel pointed at.
func (m *Models) Colour() canvas.RGB { return m.photo.At(m.at.Y, m.at.X) }

// Dials are the pixel pointed at.
func (m *Models) Dials() []Dial { return m.at.Dials() }

// Turned implements Scene.
func (m *Models) Turned(dial string, value float64) Scene {
	n := *m
	n.at = m.at.Turned(dial, value)
	return &n
}

// part is one number of the pixel: how it is written, and where on its scale
// it lies, 0 to 1.
type part struct {
	name, letter, text string
	at                 float64
}

// parts are the pixel's numbers by language of colour.
func (m *Models) parts() [4][]part {
	r, g, b := m.Colour().Parts()
	h, s, v := HSV(r, g, b)
	l, la, lb := Lab(r, g, b)
	byteOf := func(name, letter string, n uint8) part {
		return part{name, letter, strconv.Itoa(int(n)), float64(n) / 255}
	}
	percent := func(name, letter string, v float64) part {
		return part{name, letter, Short(math.Round(100*v), 4) + "%", v}
	}
	grey := uint8(m.photo.GreyAt(m.at.Y, m.at.X))
	return [4][]part{
		{byteOf("r", "R", r), byteOf("g", "G", g), byteOf("b", "B", b)},
		{{"h", "H", Short(math.Round(h), 4) + "°", h / 360}, percent("s", "S", s), percent("v", "V", v)},
		{
			{"l", "L", tenth(l), l / 100},
			{"a", "a", tenth(la), (la + 128) / 256},
			{"lab_b", "b", tenth(lb), (lb + 128) / 256},
		},
		{byteOf("grey", "Y", grey)},
	}
}

// tenth writes a number with one decimal.
func tenth(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	if s == "-0.0" {
		return "0.0"
	}
	return s
}

// modelNames are the languages of colour, in the order of parts.
var modelNames = [4]string{"rgb", "hsv", "lab", "grey"}

// Caption implements Captioned.
func (m *Models) Caption() []Words { return m.Words() }

// Words implements Scene.
func (m *Models) Words() []Words {
	args := Args{"row": m.at.Y + 1, "column": m.at.X + 1}
	for _, parts := range m.parts() {
		for _, p := range parts {
			args[p.name] = p.text
		}
	}
	return []Words{{Key: "models.pixel", Args: args}}
}

// MinSize implements Scene.
func (m *Models) MinSize() (w, h int) {
	for i, parts := range m.parts() {
		if m.draws(i) {
			h += len(parts)
		}
	}
	return 60, h
}

// draws tells whether a language of colour is in the picture.
func (m *Models) draws(i int) bool { return !m.less || modelNames[i] != "lab" }

// modelsWidth is how many columns the numbers beside the photo take.
const modelsWidth = 34

func (m *Models) place(w, h int) canvas.Rect {
	columns, rows := fitted(m.photo.bounds(), w-modelsWidth-4, h)
	return canvas.Rect{W: columns, H: rows}
}

// Shown implements Shown.
func (m *Models) Shown(area canvas.Rect, _ bool) []Placed {
	at := m.place(area.W, area.H)
	at.X, at.Y = area.X, area.Y
	return []Placed{{at, crossed(imageOf(m.photo, m.photo.bounds(), m.photo.H), m.at)}}
}

// Draw implements Scene: the photo, and beside it the pixel's numbers.
func (m *Models) Draw(f Frame, _ string) {
	p := f.Grid.Part(f.Area)
	at := m.place(f.Area.W, f.Area.H)
	drawRaster(p, at, m.photo, m.photo.bounds(), m.photo.H)
	drawCross(p, at, m.photo, m.at)
	right := p.Part(canvas.Rect{X: at.W + 4, W: modelsWidth, H: f.Area.H})
	gap := 0
	if f.Area.H >= 13 {
		gap = 1
	}
	y := 0
	for i, parts := range m.parts() {
		if !m.draws(i) {
			continue
		}
		right.Text(0, y, canvas.RoleInputTitle, f.Say(Words{Key: "models." + modelNames[i]}))
		if i == 0 {
			drawSwatch(right.Part(canvas.Rect{X: 0, Y: y + 1, W: 6, H: 1}), m.Colour())
		}
		for _, n := range parts {
			m.drawPart(right, y, n, f.Hide)
			y++
		}
		y += gap
	}
}

// scaleWidth is how many columns the scale of a number takes.
const scaleWidth = 14

// drawPart writes a number, and marks its place on its scale.
func (m *Models) drawPart(p canvas.Part, y int, n part, hide bool) {
	p.Text(9, y, canvas.RoleDim, n.letter)
	if hide && n.name == m.veil {
		p.TextRight(17, y, canvas.RoleKey, "?")
		return
	}
	p.TextRight(17, y, canvas.RoleText, n.text)
	at := min(int(n.at*scaleWidth), scaleWidth-1)
	for x := range scaleWidth {
		glyph, role := "─", canvas.RoleTrack
		if x == at {
			glyph, role = "●", canvas.RoleTrackDone
		}
		p.Text(19+x, y, role, glyph)
	}
}
