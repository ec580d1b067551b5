package viz

import (
	"image"
	"math"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// photoGap is the columns between the two pictures, marks included.
const photoGap = 4

// photoNote is the columns that the legend needs beside the pictures, photoRow
// those that all its entries in a row would need.
const photoNote, photoRow = 25, 32

// photoPlaces is where things stand: both pictures, and the filter's weights
// with the legend, below the pictures or beside them.
type photoPlaces struct {
	photo, result canvas.Rect
	weights       nn.Point // the first weight
	note          nn.Point // the legend
	column        bool     // the legend's entries stand one below the other
}

// filterRows is what stands under the pictures: a blank, the filter with the
// legend beside it.
func (f *PhotoFilter) filterRows() int { return 1 + max(3, len(f.weights)) }

// places lays an area of w x h out so that the pictures get as large as they
// can; one column is left free on each side of them for the marks.
func (f *PhotoFilter) places(w, h int) photoPlaces {
	side := max(f.filterWidth(), photoNote)
	belowW, belowH := fitted(f.photo.bounds(), (w-photoGap-2)/2, h-1-f.filterRows())
	besideW, besideH := fitted(f.photo.bounds(), max(1, (w-2*photoGap-1-side)/2), h-1)
	if besideW > belowW && h > len(f.weights)+3 {
		at := pictures(besideW, besideH)
		x := at.result.X + at.result.W + photoGap
		at.weights, at.note, at.column = nn.Point{Y: 1, X: x}, nn.Point{Y: len(f.weights) + 2, X: x}, side < photoRow
		return at
	}
	at := pictures(belowW, belowH)
	y := at.photo.Y + at.photo.H + 1
	at.weights, at.note = nn.Point{Y: y, X: 1}, nn.Point{Y: y, X: f.filterWidth() + photoGap}
	return at
}

// pictures are two pictures beside each other.
func pictures(columns, rows int) photoPlaces {
	return photoPlaces{
		photo:  canvas.Rect{X: 1, Y: 1, W: columns, H: rows},
		result: canvas.Rect{X: 1 + columns + photoGap, Y: 1, W: columns, H: rows},
	}
}

func (p *Picture) bounds() image.Rectangle { return image.Rect(0, 0, p.W, p.H) }

// Draw draws step i.
func (f *PhotoFilter) Draw(i int, fr Frame) {
	p := fr.Grid.Part(fr.Area)
	at := f.places(fr.Area.W, fr.Area.H)
	photo, result := at.photo, at.result
	f.heading(p, photo, canvas.RoleInputTitle, fr.Say(Words{Key: "viz.photo.photo"}), f.photo.H, f.photo.W)
	f.heading(p, result, canvas.RoleOutputTitle, fr.Say(Words{Key: "viz.photo.result"}), f.result.h, f.result.w)
	drawRaster(p, photo, greyRaster{f.photo}, f.photo.bounds(), f.photo.H)
	drawRaster(p, result, f.result, f.result.bounds(), i+1)
	if i+1 < f.Steps() {
		rowMarks(p, photo, i+len(f.weights)/2, f.photo.H, canvas.RoleInputTitle)
		rowMarks(p, result, i, f.result.h, canvas.RoleOutputMark)
	}
	f.drawFilter(p, at.weights, nil)
	f.drawLegend(p, at, fr.Say)
}

func (f *PhotoFilter) heading(p canvas.Part, at canvas.Rect, role canvas.Role, title string, h, w int) {
	head := p.Part(canvas.Rect{X: at.X, Y: 0, W: at.W + 1, H: 1})
	x := head.Text(0, 0, role, title)
	head.Text(x+1, 0, canvas.RoleDim, strconv.Itoa(h)+"×"+strconv.Itoa(w))
}

// rowMarks stand at both sides of a picture beside one of its rows.
func rowMarks(p canvas.Part, at canvas.Rect, row, rows int, role canvas.Role) {
	y := at.Y + row*at.H/rows
	p.Set(at.X-1, y, role, "▐")
	p.Set(at.X+at.W, y, role, "▌")
}

// cellWide is the columns of a weight.
func (f *PhotoFilter) cellWide() int {
	wide := 2
	for _, row := range f.weights {
		for _, w := range row {
			wide = max(wide, len(Short(w, maxNumber)))
		}
	}
	return wide + 2
}

// filterWidth is the columns of the filter under the pictures.
func (f *PhotoFilter) filterWidth() int { return len(f.weights[0])*f.cellWide() + 1 + 4 }

// drawFilter writes the weights and what the sum is divided by; a cell may be
// open to be changed.
func (f *PhotoFilter) drawFilter(p canvas.Part, from nn.Point, open *OpenCell) {
	wide := f.cellWide()
	for r, row := range f.weights {
		for c, w := range row {
			box := canvas.Rect{X: from.X + c*wide, Y: from.Y + r, W: wide, H: 1}
			role, text := canvas.RoleFilter, Short(w, maxNumber)
			if open != nil && open.At == (nn.Point{Y: r, X: c}) {
				role = canvas.RoleField
				if open.Typed != "" {
					text = open.Typed
				}
			}
			p.Fill(box, role)
			p.TextRight(box.X+wide-1, box.Y, role, text)
			if role == canvas.RoleField {
				p.Set(box.X, box.Y, canvas.RoleMark, "▌")
				p.Set(box.X+wide-1, box.Y, canvas.RoleMark, "▐")
			}
		}
	}
	if f.divisor != 1 {
		p.Text(from.X+1+len(f.weights[0])*wide, from.Y+len(f.weights)/2, canvas.RoleFilterTitle, "÷"+Short(f.divisor, 4))
	}
}

// DrawOpen draws both pictures whole, one weight open.
func (f *PhotoFilter) DrawOpen(fr Frame, open OpenCell) {
	f.Draw(f.Steps()-1, fr)
	f.drawFilter(fr.Grid.Part(fr.Area), f.places(fr.Area.W, fr.Area.H).weights, &open)
}

// CellAt is the weight drawn at column x, row y of the grid in area.
func (f *PhotoFilter) CellAt(area canvas.Rect, x, y int) (Plane, nn.Point) {
	from := f.places(area.W, area.H).weights
	p := nn.Point{Y: y - area.Y - from.Y, X: (x - area.X - from.X) / f.cellWide()}
	if x < area.X+from.X || p.Y < 0 || p.Y >= len(f.weights) || p.X >= len(f.weights[0]) {
		return PlaneNone, nn.Point{}
	}
	return PlaneInput, p
}

// drawLegend names the filter and says what the colours of the result mean.
func (f *PhotoFilter) drawLegend(p canvas.Part, places photoPlaces, say Say) {
	x, y := places.note.X, places.note.Y
	p.Text(x, y, canvas.RoleFilterTitle, say(f.name))
	p.Runs(x, y+1, canvas.Markup(say(Words{Key: "viz.photo.range", Args: Args{
		"least": Number(math.Round(f.result.least)), "most": Number(math.Round(f.result.most)),
	}}), canvas.RoleDim))
	at := x
	for _, l := range f.result.legend() {
		at = drawLegendEntry(p, at, y+2, l, say) + 3
		if places.column {
			at, y = x, y+1
		}
	}
}

// drawLegendEntry draws a colour with its meaning at (x, y), and gives the
// column behind it.
func drawLegendEntry(p canvas.Part, x, y int, l legendEntry, say Say) int {
	p.PixelOf(l.role, x, y, l.colour, l.colour)
	p.PixelOf(l.role, x+1, y, l.colour, l.colour)
	return p.Text(x+3, y, canvas.RoleDim, say(Words{Key: "viz.photo." + l.name, Args: Args{"n": l.value}}))
}

// Pictures gives both pictures as pixels.
func (f *PhotoFilter) Pictures(i int, area canvas.Rect) []Placed {
	at := f.places(area.W, area.H)
	photo, result := at.photo, at.result
	for _, r := range []*canvas.Rect{&photo, &result} {
		r.X += area.X
		r.Y += area.Y
	}
	return []Placed{
		{photo, imageOf(greyRaster{f.photo}, f.photo.bounds(), f.photo.H)},
		{result, imageOf(f.result, f.result.bounds(), i+1)},
	}
}
