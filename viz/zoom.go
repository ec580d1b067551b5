package viz

import (
	"image"
	"strconv"

	"convtutor/viz/canvas"
)

// Zoom leads from a photo into its numbers: each step shows a part half as
// large around the cursor, the last one the pixels' values.
type Zoom struct {
	photo *Picture
	x, y  int // the cursor, in pixels
	steps int
}

// lastShown is the long side of the smallest part that is shown as a picture;
// after it come the numbers.
const lastShown = 24

// NewZoom zooms into the middle of a photo.
func NewZoom(p *Picture) *Zoom {
	steps := 2
	for side := max(p.W, p.H); side > lastShown; side /= 2 {
		steps++
	}
	return &Zoom{photo: p, x: p.W / 2, y: p.H / 2, steps: steps}
}

// Moved is the same zoom with its cursor moved: by one pixel in the numbers, by
// more the more of the photo step i shows. It stays inside the photo.
func (z *Zoom) Moved(i, dx, dy int) *Zoom {
	by := 1
	if i < z.steps-1 {
		by = max(1, z.region(i).Dx()/16)
	}
	return z.At(z.x+dx*by, z.y+dy*by)
}

// At is the same zoom with its cursor on a pixel, or on the nearest that there is.
func (z *Zoom) At(x, y int) *Zoom {
	n := *z
	n.x, n.y = max(0, min(x, z.photo.W-1)), max(0, min(y, z.photo.H-1))
	return &n
}

// Cursor is the pixel zoomed into.
func (z *Zoom) Cursor() (x, y int) { return z.x, z.y }

// Steps is the number of zoom levels.
func (z *Zoom) Steps() int { return z.steps }

// MinSize is the least area in which a few numbers can be read.
func (z *Zoom) MinSize() (w, h int) { return 30, 8 }

// region is the part of the photo that step i shows (before the numbers).
func (z *Zoom) region(i int) image.Rectangle {
	w, h := max(1, z.photo.W>>i), max(1, z.photo.H>>i)
	return z.around(w, h)
}

// around is a part of the photo of w x h pixels, or what there is, with the
// cursor as much in its middle as the photo's edges let it.
func (z *Zoom) around(w, h int) image.Rectangle {
	w, h = min(w, z.photo.W), min(h, z.photo.H)
	x := max(0, min(z.x-w/2, z.photo.W-w))
	y := max(0, min(z.y-h/2, z.photo.H-h))
	return image.Rect(x, y, x+w, y+h)
}

// Words says what step i shows.
func (z *Zoom) Words(i int) Words {
	r := z.region(i)
	args := Args{"h": r.Dy(), "w": r.Dx(), "row": z.y + 1, "column": z.x + 1, "value": z.valueText()}
	switch {
	case i == 0:
		return Words{Key: "viz.zoom.whole", Args: args}
	case i < z.steps-1:
		return Words{Key: "viz.zoom.part", Args: args}
	case z.photo.Grey:
		return Words{Key: "viz.zoom.numbers_grey", Args: args}
	}
	return Words{Key: "viz.zoom.numbers_colour", Args: args}
}

// valueText is the value of the pixel under the cursor.
func (z *Zoom) valueText() string {
	r, g, b := z.photo.At(z.y, z.x).Parts()
	if z.photo.Grey {
		return strconv.Itoa(int(r))
	}
	return strconv.Itoa(int(r)) + ", " + strconv.Itoa(int(g)) + ", " + strconv.Itoa(int(b))
}

// Draw draws step i: the way here, then the part of the photo.
func (z *Zoom) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	z.drawWay(p, i, f.Say)
	body := p.Part(canvas.Rect{Y: 2, W: f.Area.W, H: f.Area.H - 2})
	if i == z.steps-1 {
		z.drawNumbers(body)
		return
	}
	at, region := z.place(i, f.Area)
	drawRaster(body, at, z.photo, region, region.Max.Y)
	z.drawNext(body, i, at, region)
}

// place is where step i's picture stands under the way, and what it shows.
func (z *Zoom) place(i int, area canvas.Rect) (canvas.Rect, image.Rectangle) {
	region := z.region(i)
	columns, rows := fitted(region, area.W, max(1, area.H-2))
	return canvas.Rect{W: columns, H: rows}, region
}

// Pictures gives the part shown as pixels.
func (z *Zoom) Pictures(i int, area canvas.Rect) []Placed {
	if i == z.steps-1 {
		return nil
	}
	at, region := z.place(i, area)
	at.X, at.Y = area.X, area.Y+2
	return []Placed{{at, imageOf(z.photo, region, region.Max.Y)}}
}

// drawWay writes the sizes passed on the way here, the present one bright.
func (z *Zoom) drawWay(p canvas.Part, i int, say Say) {
	x := 0
	for k := range z.steps {
		r := z.region(k)
		text := strconv.Itoa(r.Dy()) + "×" + strconv.Itoa(r.Dx())
		if k == 0 && !z.photo.Grey {
			text += "×3"
		}
		if k == z.steps-1 {
			text = say(Words{Key: "viz.zoom.numbers"})
		}
		role := canvas.RoleDim
		switch {
		case k == i:
			role = canvas.RoleInputTitle
		case k > i:
			role = canvas.RoleFaint
		}
		if k > 0 {
			x = p.Text(x, 0, canvas.RoleFaint, " › ")
		}
		x = p.Text(x, 0, role, text)
	}
}

// drawNext marks the corners of what the next step shows.
func (z *Zoom) drawNext(p canvas.Part, i int, at canvas.Rect, region image.Rectangle) {
	next := z.region(i + 1)
	if i+1 == z.steps-1 {
		next = z.around(8, 4)
	}
	left := at.X + (next.Min.X-region.Min.X)*at.W/region.Dx()
	right := at.X + (next.Max.X-region.Min.X)*at.W/region.Dx() - 1
	top := at.Y + (next.Min.Y-region.Min.Y)*at.H/region.Dy()
	bottom := at.Y + (next.Max.Y-region.Min.Y)*at.H/region.Dy() - 1
	for _, c := range []struct {
		x, y  int
		glyph string
	}{{left, top, "┌"}, {right, top, "┐"}, {left, bottom, "└"}, {right, bottom, "┘"}} {
		p.Over(c.x, c.y, c.glyph)
	}
}

// drawNumbers writes the values of the pixels around the cursor, each on its
// own colour; the cursor's has marks at its sides.
func (z *Zoom) drawNumbers(p canvas.Part) {
	w, h := p.Size()
	wide, high := 6, 2
	if !z.photo.Grey {
		high = 3
	}
	region := z.around(max(1, w/wide), max(1, h/high))
	for y := region.Min.Y; y < region.Max.Y; y++ {
		for x := region.Min.X; x < region.Max.X; x++ {
			box := canvas.Rect{X: (x - region.Min.X) * wide, Y: (y - region.Min.Y) * high, W: wide, H: high}
			z.drawPixel(p, box, x, y)
		}
	}
}

func (z *Zoom) drawPixel(p canvas.Part, box canvas.Rect, x, y int) {
	back := z.photo.At(y, x)
	p.Fill(box, canvas.RoleInput)
	r, g, b := back.Parts()
	values := []uint8{r, g, b}
	if z.photo.Grey {
		values = values[:1]
	}
	for i, v := range values {
		p.TextRight(box.X+box.W-1, box.Y+i, canvas.RoleInput, strconv.Itoa(int(v)))
	}
	if x == z.x && y == z.y {
		for i := range box.H {
			p.Set(box.X, box.Y+i, canvas.RoleMark, "▌")
			p.Set(box.X+box.W-1, box.Y+i, canvas.RoleMark, "▐")
		}
	}
	p.Paint(box, canvas.Readable(back), back)
}
