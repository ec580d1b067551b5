package viz

import (
	"fmt"
	"image"
	"math"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz/canvas"
)

// PhotoFilter is the animation of a known filter run over a whole photo, made
// grey first: a step is one row of the result; the last step is all of it.
type PhotoFilter struct {
	photo  *Picture
	filter KnownFilter
	result *signedMap
}

// NewPhotoFilter lets the engine filter the photo, without padding, so that the
// result is two rows and two columns smaller.
func NewPhotoFilter(p *Picture, k KnownFilter) (*PhotoFilter, error) {
	x, err := p.Greys()
	if err != nil {
		return nil, fmt.Errorf("photo: %w", err)
	}
	w, err := tensor.From(append([]float64(nil), k.Weights[:]...), 1, 1, 3, 3)
	if err != nil {
		return nil, err
	}
	y, err := nn.Conv2D(x, w, nil, nn.Conv{})
	if err != nil {
		return nil, fmt.Errorf("photo: %w", err)
	}
	for i := range y.Data() {
		y.Data()[i] /= k.Divisor
	}
	return &PhotoFilter{p, k, newSignedMap(y.Data(), y.Dim(2), y.Dim(3), k.Sum() == 0)}, nil
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

// Words says which row was made; of the last one, what the result holds.
func (f *PhotoFilter) Words(i int) Words {
	args := Args{
		"filter": f.filter.Words(), "row": i + 1, "rows": f.Steps(), "first": i + 1, "last": i + 3,
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

// filterRows is what stands under the pictures: a blank, the filter, which is
// three rows high, with the legend beside it.
const filterRows = 4

// places are the areas of both pictures, in an area of w x h; one column is
// left free on each side for the marks.
func (f *PhotoFilter) places(w, h int) (photo, result canvas.Rect) {
	columns, rows := fitted(f.photo.bounds(), (w-photoGap-2)/2, h-1-filterRows)
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
		rowMarks(p, photo, i+1, f.photo.H, canvas.RoleInputTitle)
		rowMarks(p, result, i, f.result.h, canvas.RoleOutputMark)
	}
	y := photo.Y + photo.H + 1
	f.drawFilter(p, y)
	f.drawLegend(p, filterWidth+photoGap, y, fr.Say)
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

// filterWidth is the columns of the filter under the pictures.
const filterWidth = 3*4 + 1 + 4

// drawFilter writes the weights and what the sum is divided by.
func (f *PhotoFilter) drawFilter(p canvas.Part, y int) {
	for i, w := range f.filter.Weights {
		box := canvas.Rect{X: 1 + i%3*4, Y: y + i/3, W: 4, H: 1}
		p.Fill(box, canvas.RoleFilter)
		p.TextRight(box.X+3, box.Y, canvas.RoleFilter, Number(w))
	}
	if f.filter.Divisor != 1 {
		p.Text(14, y+1, canvas.RoleFilterTitle, "÷"+Number(f.filter.Divisor))
	}
}

// drawLegend names the filter and says what the colours of the result mean.
func (f *PhotoFilter) drawLegend(p canvas.Part, x, y int, say Say) {
	p.Text(x, y, canvas.RoleFilterTitle, say(f.filter.Words()))
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
