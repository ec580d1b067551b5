package viz

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz/canvas"
)

// PhotoFilter is the animation of a known filter run over a whole photo, made
// grey first: a step is one row of the result; the last step is all of it.
type PhotoFilter struct {
	photo   *Picture
	name    Words
	weights [][]float64 // rows, odd in number
	divisor float64
	result  *signedMap
}

// NewPhotoFilter lets the engine filter the photo, without padding, so that the
// result is two rows and two columns smaller.
func NewPhotoFilter(p *Picture, k KnownFilter) (*PhotoFilter, error) {
	return NewPhotoKernel(p, k.Rows(), k.Divisor, k.Words())
}

// NewPhotoKernel is the same with weights of any size, every sum divided by
// divisor (not 0).
func NewPhotoKernel(p *Picture, weights [][]float64, divisor float64, name Words) (*PhotoFilter, error) {
	if len(weights) == 0 || divisor == 0 {
		return nil, fmt.Errorf("photo: a filter needs weights and a divisor that is not 0")
	}
	x, err := p.Greys()
	if err != nil {
		return nil, fmt.Errorf("photo: %w", err)
	}
	flat := slices.Concat(weights...)
	w, err := tensor.From(flat, 1, 1, len(weights), len(weights[0]))
	if err != nil {
		return nil, err
	}
	y, err := nn.Conv2D(x, w, nil, nn.Conv{})
	if err != nil {
		return nil, fmt.Errorf("photo: %w", err)
	}
	for i := range y.Data() {
		y.Data()[i] /= divisor
	}
	sum := 0.0
	for _, v := range flat {
		sum += v
	}
	return &PhotoFilter{p, name, weights, divisor, newSignedMap(y.Data(), y.Dim(2), y.Dim(3), math.Abs(sum) < 1e-9)}, nil
}

// Steps is the number of rows of the result.
func (f *PhotoFilter) Steps() int { return f.result.h }

// Levels is rows alone.
func (f *PhotoFilter) Levels() []Level { return []Level{LevelRow} }

// Next is the row after.
func (f *PhotoFilter) Next(i int, _ Level) int { return min(i+1, f.Steps()-1) }

// Prev is the row before.
func (f *PhotoFilter) Prev(i int, _ Level) int { return max(i-1, 0) }

// Value is the result in row y, column x.
func (f *PhotoFilter) Value(y, x int) float64 { return f.result.values[y*f.result.w+x] }

// Range is the least and the largest value of the result, rounded.
func (f *PhotoFilter) Range() (least, most int) {
	return int(math.Round(f.result.least)), int(math.Round(f.result.most))
}

// Words says which row was made; of the last one, what the result holds.
func (f *PhotoFilter) Words(i int) Words {
	args := Args{
		"filter": f.name, "row": i + 1, "rows": f.Steps(), "first": i + 1, "last": i + len(f.weights),
		"least": Number(math.Round(f.result.least)), "most": Number(math.Round(f.result.most)),
	}
	if i == f.Steps()-1 {
		return Words{Key: "viz.photo.filtered", Args: args}
	}
	return Words{Key: "viz.photo.row", Args: args}
}

// MinSize is the least area in which both pictures can be told apart.
func (f *PhotoFilter) MinSize() (w, h int) { return 48, 12 }

// photoGap is the columns between the two pictures, marks included.
const photoGap = 4

// filterRows is what stands under the pictures: a blank, the filter with the
// legend beside it.
func (f *PhotoFilter) filterRows() int { return 1 + max(3, len(f.weights)) }

// places are the areas of both pictures, in an area of w x h; one column is
// left free on each side for the marks.
func (f *PhotoFilter) places(w, h int) (photo, result canvas.Rect) {
	columns, rows := fitted(f.photo.bounds(), (w-photoGap-2)/2, h-1-f.filterRows())
	photo = canvas.Rect{X: 1, Y: 1, W: columns, H: rows}
	return photo, canvas.Rect{X: 1 + columns + photoGap, Y: 1, W: columns, H: rows}
}

func (p *Picture) bounds() image.Rectangle { return image.Rect(0, 0, p.W, p.H) }

// Draw draws step i.
func (f *PhotoFilter) Draw(i int, fr Frame) {
	p := fr.Grid.Part(fr.Area)
	photo, result := f.places(fr.Area.W, fr.Area.H)
	f.heading(p, photo, canvas.RoleInputTitle, fr.Say(Words{Key: "viz.photo.photo"}), f.photo.H, f.photo.W)
	f.heading(p, result, canvas.RoleOutputTitle, fr.Say(Words{Key: "viz.photo.result"}), f.result.h, f.result.w)
	drawRaster(p, photo, greyRaster{f.photo}, f.photo.bounds(), f.photo.H)
	drawRaster(p, result, f.result, f.result.bounds(), i+1)
	if i+1 < f.Steps() {
		rowMarks(p, photo, i+len(f.weights)/2, f.photo.H, canvas.RoleInputTitle)
		rowMarks(p, result, i, f.result.h, canvas.RoleOutputMark)
	}
	y := photo.Y + photo.H + 1
	f.drawFilter(p, y, nil)
	f.drawLegend(p, f.filterWidth()+photoGap, y, fr.Say)
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
func (f *PhotoFilter) drawFilter(p canvas.Part, y int, open *OpenCell) {
	wide := f.cellWide()
	for r, row := range f.weights {
		for c, w := range row {
			box := canvas.Rect{X: 1 + c*wide, Y: y + r, W: wide, H: 1}
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
		p.Text(2+len(f.weights[0])*wide, y+len(f.weights)/2, canvas.RoleFilterTitle, "÷"+Short(f.divisor, 4))
	}
}

// DrawOpen draws both pictures whole, one weight open.
func (f *PhotoFilter) DrawOpen(fr Frame, open OpenCell) {
	f.Draw(f.Steps()-1, fr)
	photo, _ := f.places(fr.Area.W, fr.Area.H)
	f.drawFilter(fr.Grid.Part(fr.Area), photo.Y+photo.H+1, &open)
}

// CellAt is the weight drawn at column x, row y of the grid in area.
func (f *PhotoFilter) CellAt(area canvas.Rect, x, y int) (Plane, nn.Point) {
	photo, _ := f.places(area.W, area.H)
	p := nn.Point{Y: y - area.Y - photo.Y - photo.H - 1, X: (x - area.X - 1) / f.cellWide()}
	if x <= area.X || p.Y < 0 || p.Y >= len(f.weights) || p.X >= len(f.weights[0]) {
		return PlaneNone, nn.Point{}
	}
	return PlaneInput, p
}

// Ask asks nothing: a whole photo is not worked out by hand.
func (f *PhotoFilter) Ask(i int) Words { return f.Words(i) }

// Planes are the weights: a photo is too large to be said number by number.
func (f *PhotoFilter) Planes(int, bool) []SpokenPlane {
	return []SpokenPlane{{
		Title: Words{Key: "viz.conv.filter"}, Size: nn.Size{H: len(f.weights), W: len(f.weights[0])},
		Text: func(at nn.Point) string { return Number(f.weights[at.Y][at.X]) },
	}}
}

// drawLegend names the filter and says what the colours of the result mean.
func (f *PhotoFilter) drawLegend(p canvas.Part, x, y int, say Say) {
	p.Text(x, y, canvas.RoleFilterTitle, say(f.name))
	p.Runs(x, y+1, canvas.Markup(say(Words{Key: "viz.photo.range", Args: Args{
		"least": Number(math.Round(f.result.least)), "most": Number(math.Round(f.result.most)),
	}}), canvas.RoleDim))
	at := x
	for _, l := range f.result.legend() {
		p.PixelOf(l.role, at, y+2, l.colour, l.colour)
		p.PixelOf(l.role, at+1, y+2, l.colour, l.colour)
		at = p.Text(at+3, y+2, canvas.RoleDim, say(Words{Key: "viz.photo." + l.name, Args: Args{"n": l.value}})) + 3
	}
}

// Pictures gives both pictures as pixels.
func (f *PhotoFilter) Pictures(i int, area canvas.Rect) []Placed {
	photo, result := f.places(area.W, area.H)
	for _, r := range []*canvas.Rect{&photo, &result} {
		r.X += area.X
		r.Y += area.Y
	}
	return []Placed{
		{photo, imageOf(greyRaster{f.photo}, f.photo.bounds(), f.photo.H)},
		{result, imageOf(f.result, f.result.bounds(), i+1)},
	}
}

// greyRaster is a picture seen without its colours.
type greyRaster struct{ *Picture }

func (g greyRaster) sample(r image.Rectangle) canvas.RGB {
	sum, n := 0, 0
	eachSample(r, func(x, y int) {
		sum, n = sum+g.GreyAt(y, x), n+1
	})
	v := uint8(sum / n)
	return canvas.Color(v, v, v)
}
