package viz

import (
	"fmt"
	"image"
	"math"
	"slices"

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

// Ask asks nothing: a whole photo is not worked out by hand.
func (f *PhotoFilter) Ask(i int) Words { return f.Words(i) }

// Planes are the weights: a photo is too large to be said number by number.
func (f *PhotoFilter) Planes(int, bool) []SpokenPlane {
	return []SpokenPlane{{
		Title: Words{Key: "viz.conv.filter"}, Size: nn.Size{H: len(f.weights), W: len(f.weights[0])},
		Text: func(at nn.Point) string { return Number(f.weights[at.Y][at.X]) },
	}}
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
