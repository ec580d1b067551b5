package viz

import (
	"image"
	"math"
	"strconv"

	"convtutor/viz/canvas"
)

// Tone is a grey photo whose numbers are all multiplied by one number, and
// another is added: contrast and brightness. Numbers that leave 0 to 255 are
// kept and shown as what they are, unless they are cut off.
type Tone struct {
	photo      *Picture
	times, add float64
	cut        bool
	at         Cursor
}

// NewTone is a photo in grey whose numbers are not changed yet, its middle
// pointed at.
func NewTone(p *Picture) *Tone { return &Tone{photo: p, times: 1, at: p.middle()} }

// Size is the photo's height and width.
func (t *Tone) Size() (h, w int) { return t.photo.H, t.photo.W }

// Dials are what is added, what is multiplied by, whether is cut off, and the
// pixel pointed at.
func (t *Tone) Dials() []Dial {
	return append([]Dial{
		{Name: "add", Title: dialWord("add"), More: "+", Less: "-", Low: -300, High: 300, Step: 5, Value: t.add},
		{Name: "times", Title: dialWord("times"), More: "]", Less: "[", Low: -2, High: 4, Step: 0.25, Value: t.times},
		onOff("cut", "c", t.cut),
	}, t.at.Dials()...)
}

// Turned implements Scene.
func (t *Tone) Turned(dial string, value float64) Scene {
	n := *t
	n.at = t.at.Turned(dial, value)
	switch dial {
	case "add":
		n.add = value
	case "times":
		n.times = value
	case "cut":
		n.cut = value != 0
	}
	return &n
}

// Cursor is the pixel pointed at: row and column from 0.
func (t *Tone) Cursor() (y, x int) { return t.at.Y, t.at.X }

// Before is the photo's own number in row y, column x.
func (t *Tone) Before(y, x int) float64 { return float64(t.photo.GreyAt(y, x)) }

// Raw is Before times the one number plus the other, wherever that leads.
func (t *Tone) Raw(y, x int) float64 { return float64(t.Before(y, x)*t.times) + t.add }

// After is what the photo holds then: Raw, or what is left of it when cut off.
func (t *Tone) After(y, x int) float64 {
	if t.cut {
		return min(max(t.Raw(y, x), 0), 255)
	}
	return t.Raw(y, x)
}

// Outside counts the pixels whose number lies below 0 and above 255 before
// anything is cut off.
func (t *Tone) Outside() (below, above int) {
	for y := range t.photo.H {
		for x := range t.photo.W {
			switch v := t.Raw(y, x); {
			case v < 0:
				below++
			case v > 255:
				above++
			}
		}
	}
	return below, above
}

// Sum writes the arithmetic of the pixel pointed at: "120 × 1.5 + 40 = 220".
func (t *Tone) Sum() string {
	return t.left(Number(t.Before(t.at.Y, t.at.X))) + " = " + Number(t.Raw(t.at.Y, t.at.X))
}

// left is what is done to a number: "120 × 1.5 + 40".
func (t *Tone) left(number string) string {
	return number + " × " + factor(t.times) + " + " + factor(t.add)
}

// Caption implements Captioned.
func (t *Tone) Caption() []Words { return t.Words() }

// Words implements Scene.
func (t *Tone) Words() []Words {
	below, above := t.Outside()
	args := Args{
		"row": t.at.Y + 1, "column": t.at.X + 1, "sum": t.Sum(), "value": Number(t.After(t.at.Y, t.at.X)),
		"below": below, "above": above, "of": t.photo.W * t.photo.H,
	}
	first := Words{Key: "tone.pixel", Args: args}
	if t.After(t.at.Y, t.at.X) != t.Raw(t.at.Y, t.at.X) {
		first.Key = "tone.pixel-cut"
	}
	return []Words{first, {Key: "tone.outside", Args: args}}
}

// MinSize implements Scene.
func (t *Tone) MinSize() (w, h int) { return 66, 10 }

// values is the whole photo as it is now.
func (t *Tone) values() *signedMap {
	values := make([]float64, 0, t.photo.W*t.photo.H)
	for y := range t.photo.H {
		for x := range t.photo.W {
			values = append(values, t.After(y, x))
		}
	}
	return newSignedMap(values, t.photo.H, t.photo.W, false)
}

// The numbers beside the photo: so many columns and rows of cells, each so wide.
const (
	patchColumns, patchRows = 5, 3
	patchCell               = 6
	patchWidth              = patchColumns * patchCell
)

// place is where the photo stands in an area of w x h.
func (t *Tone) place(w, h int) canvas.Rect {
	columns, rows := fitted(t.photo.bounds(), w-patchWidth-4, h-1)
	return canvas.Rect{Y: 1, W: columns, H: rows}
}

// Shown implements Shown.
func (t *Tone) Shown(area canvas.Rect, hide bool) []Placed {
	at := t.place(area.W, area.H)
	m := t.drawn(hide)
	at.X, at.Y = at.X+area.X, at.Y+area.Y
	return []Placed{{at, crossed(imageOf(m, m.bounds(), m.h), t.at)}}
}

// drawn is the photo as it is drawn: unchanged where the result is asked for,
// since a picture of it would give it away.
func (t *Tone) drawn(hide bool) *signedMap {
	if hide {
		return (&Tone{photo: t.photo, times: 1}).values()
	}
	return t.values()
}

// Draw implements Scene: the photo, and beside it the numbers around the
// pixel pointed at, before and after.
func (t *Tone) Draw(f Frame, _ string) {
	p := f.Grid.Part(f.Area)
	at := t.place(f.Area.W, f.Area.H)
	x := p.Text(0, 0, canvas.RoleInputTitle, f.Say(Words{Key: "tone.photo"}))
	p.Text(x+1, 0, canvas.RoleDim, strconv.Itoa(t.photo.H)+"×"+strconv.Itoa(t.photo.W))
	m := t.drawn(f.Hide)
	drawRaster(p, at, m, m.bounds(), m.h)
	drawCross(p, at, t.photo, t.at)
	right := p.Part(canvas.Rect{X: at.W + 4, W: f.Area.W - at.W - 4, H: f.Area.H})
	t.drawNumbers(right, f)
}

// drawNumbers draws both patches with the arithmetic between them.
func (t *Tone) drawNumbers(p canvas.Part, f Frame) {
	p.Text(0, 0, canvas.RoleInputTitle, f.Say(Words{Key: "tone.before"}))
	t.drawPatch(p, 1, canvas.RoleInput, func(y, x int) (string, canvas.RGB) {
		v := t.photo.GreyAt(y, x)
		return strconv.Itoa(v), canvas.Color(uint8(v), uint8(v), uint8(v))
	})
	sum := t.Sum()
	if f.Hide {
		sum = t.left(Number(t.Before(t.at.Y, t.at.X))) + " = ?"
	}
	end := p.Text(0, 2+patchRows, canvas.RoleProduct, sum)
	if !f.Hide && t.After(t.at.Y, t.at.X) != t.Raw(t.at.Y, t.at.X) {
		p.Text(end, 2+patchRows, canvas.RoleProduct, " → "+Number(t.After(t.at.Y, t.at.X)))
	}
	m := &signedMap{}
	y := 4 + patchRows
	if _, h := p.Size(); h > patchRows+patchRows+5 {
		y++
	}
	x := p.Text(0, y-1, canvas.RoleOutputTitle, f.Say(Words{Key: "tone.after"}))
	if t.times != math.Trunc(t.times) {
		x = p.Text(x, y-1, canvas.RoleDim, " · "+f.Say(Words{Key: "tone.rounded"}))
	}
	if t.cut {
		p.Text(x, y-1, canvas.RoleDim, " · "+f.Say(Words{Key: "tone.cut"}))
	}
	t.drawPatch(p, y, canvas.RoleOutput, func(y, x int) (string, canvas.RGB) {
		v := t.After(y, x)
		if f.Hide {
			return "?", 0 // no colour either
		}
		return sign(v, Short(v, patchCell-2)), m.colour(v)
	})
	t.drawLegend(p, y+patchRows, f)
}

// sign puts a mark before a number that leaves 0 to 255.
func sign(v float64, text string) string {
	switch {
	case v < 0:
		return "▼" + text
	case v > 255:
		return "▲" + text
	}
	return text
}

// drawLegend counts the pixels that leave 0 to 255.
func (t *Tone) drawLegend(p canvas.Part, y int, f Frame) {
	below, above := t.Outside()
	if f.Hide || below+above == 0 {
		return
	}
	p.Runs(0, y, canvas.Line{
		{Text: "▼ ", Role: canvas.RoleNegative},
		{Text: "< 0: " + strconv.Itoa(below) + "   ", Role: canvas.RoleDim},
		{Text: "▲ ", Role: canvas.RolePositive},
		{Text: "> 255: " + strconv.Itoa(above), Role: canvas.RoleDim},
	})
}

// drawPatch writes the numbers around the pixel pointed at, each on the colour
// that it is shown with.
func (t *Tone) drawPatch(p canvas.Part, top int, role canvas.Role, value func(y, x int) (string, canvas.RGB)) {
	region := t.patch()
	for y := region.Min.Y; y < region.Max.Y; y++ {
		for x := region.Min.X; x < region.Max.X; x++ {
			box := canvas.Rect{X: (x - region.Min.X) * patchCell, Y: top + y - region.Min.Y, W: patchCell, H: 1}
			text, back := value(y, x)
			p.Fill(box, role)
			p.TextRight(box.X+box.W-1, box.Y, role, text)
			if y == t.at.Y && x == t.at.X {
				p.Set(box.X, box.Y, canvas.RoleMark, "▌")
				p.Set(box.X+box.W-1, box.Y, canvas.RoleMark, "▐")
			}
			if back != 0 {
				p.Paint(box, canvas.Readable(back), back)
			}
		}
	}
}

// patch is the part of the photo whose numbers are written.
func (t *Tone) patch() image.Rectangle {
	w, h := min(patchColumns, t.photo.W), min(patchRows, t.photo.H)
	x := max(0, min(t.at.X-w/2, t.photo.W-w))
	y := max(0, min(t.at.Y-h/2, t.photo.H-h))
	return image.Rect(x, y, x+w, y+h)
}
