package viz

import (
	"fmt"
	"math"

	"convtutor/internal/tensor"
	"convtutor/viz/canvas"
)

// PhotoActivation shows what an activation function makes of a whole feature
// map: the photo, a filter's sums, and the activation map in the same colours
// and on the same scale.
type PhotoActivation struct {
	photo  *Picture
	known  int // the filter's place among those of edgeFilters
	fun    ActivationFunc
	filter *PhotoFilter
	result *signedMap
	below  int    // sums below 0
	at     Cursor // on the maps
}

// edgeFilters are the known filters whose weights add up to 0: only for them a
// sum's sign says something by itself.
func edgeFilters() []KnownFilter {
	var list []KnownFilter
	for _, k := range KnownFilters() {
		if k.Sum() == 0 {
			list = append(list, k)
		}
	}
	return list
}

// photoFuncs are the functions offered: sums go into the hundreds, where
// sigmoid and tanh are as good as flat.
var photoFuncs = []ActivationFunc{ReLU, LeakyReLU}

// NewPhotoActivation filters a photo by the first of its edge filters, and lets
// the engine apply ReLU to every sum.
func NewPhotoActivation(p *Picture) (*PhotoActivation, error) {
	return (&PhotoActivation{photo: p}).worked()
}

// worked has the engine work both maps out.
func (a *PhotoActivation) worked() (*PhotoActivation, error) {
	n := *a
	f, err := NewPhotoFilter(a.photo, edgeFilters()[a.known])
	if err != nil {
		return nil, err
	}
	sums := f.result
	x, err := tensor.From(sums.values, sums.h, sums.w)
	if err != nil {
		return nil, err
	}
	n.filter, n.result = f, newSignedMap(n.fun.Apply(x).Data(), sums.h, sums.w, true)
	n.result.reach = sums.reach // the same brightness is the same number
	n.below = 0
	for _, v := range sums.values {
		if v < 0 {
			n.below++
		}
	}
	if a.filter == nil {
		n.at = Cursor{sums.h / 2, sums.w / 2, sums.h, sums.w}
	}
	return &n, nil
}

// Dials are the filter, the function and the cell pointed at.
func (a *PhotoActivation) Dials() []Dial {
	filter := Dial{Name: "filter", Title: dialWord("filter"), More: "f", Step: 1, Value: float64(a.known)}
	for _, k := range edgeFilters() {
		filter.Names = append(filter.Names, k.Words())
	}
	fun := Dial{Name: "function", Title: dialWord("function"), More: "m", Step: 1, Value: float64(a.fun)}
	for _, f := range photoFuncs {
		fun.Names = append(fun.Names, Words{Key: "maps.function." + f.String()})
	}
	filter.High, fun.High = float64(len(filter.Names)-1), float64(len(fun.Names)-1)
	return append([]Dial{filter, fun}, a.at.Dials()...)
}

// Turned implements Scene.
func (a *PhotoActivation) Turned(dial string, value float64) Scene {
	n := *a
	n.at = a.at.Turned(dial, value)
	switch dial {
	case "filter":
		n.known = int(value)
	case "function":
		n.fun = photoFuncs[int(value)]
	default:
		return &n
	}
	if next, err := n.worked(); err == nil { // another filter of the same size fits too
		return next
	}
	return a
}

// Sum is the filter's sum in row y, column x, Value what the function makes of it.
func (a *PhotoActivation) Sum(y, x int) float64 { return a.filter.Value(y, x) }

// Value is the activation in row y, column x.
func (a *PhotoActivation) Value(y, x int) float64 { return a.result.values[y*a.result.w+x] }

// Below is how many of the sums are below 0, and how many sums there are.
func (a *PhotoActivation) Below() (below, of int) { return a.below, len(a.result.values) }

// Words say what the function does to the map, and to the cell pointed at.
func (a *PhotoActivation) Words() []Words {
	below, of := a.Below()
	fun := Words{Key: "maps.function." + a.fun.String()}
	return []Words{
		{Key: "maps.photo." + a.fun.String(), Args: Args{
			"below": Grouped(below), "of": Grouped(of), "percent": fmt.Sprintf("%.0f", 100*float64(below)/float64(of)),
			"slope": Number(LeakySlope),
		}},
		{Key: "maps.photo.cell", Args: Args{
			"row": a.at.Y + 1, "column": a.at.X + 1, "function": fun, "sum": Number(a.Sum(a.at.Y, a.at.X)),
			"value": Number(math.Round(100*a.Value(a.at.Y, a.at.X)) / 100),
		}},
	}
}

// Caption implements Captioned.
func (a *PhotoActivation) Caption() []Words { return a.Words() }

// MinSize implements Scene.
func (a *PhotoActivation) MinSize() (w, h int) { return 60, 7 }

// activationGap is the columns between two pictures.
const activationGap = 3

// places are the areas of the three pictures.
func (a *PhotoActivation) places(w, h int) [3]canvas.Rect {
	columns, rows := fitted(a.photo.bounds(), (w-2*activationGap)/3, h-3)
	var at [3]canvas.Rect
	for i := range at {
		at[i] = canvas.Rect{X: i * (columns + activationGap), Y: 1, W: columns, H: rows}
	}
	return at
}

// rasters are the three pictures, each with its title.
func (a *PhotoActivation) rasters() [3]struct {
	raster
	title Words
	role  canvas.Role
} {
	return [3]struct {
		raster
		title Words
		role  canvas.Role
	}{
		{greyRaster{a.photo}, Words{Key: "viz.photo.photo"}, canvas.RoleInputTitle},
		{a.filter.result, Words{Key: "maps.feature"}, canvas.RoleInputTitle},
		{a.result, Words{Key: "maps.activation"}, canvas.RoleOutputTitle},
	}
}

// Draw implements Scene.
func (a *PhotoActivation) Draw(f Frame, _ string) {
	p := f.Grid.Part(f.Area)
	places := a.places(f.Area.W, f.Area.H)
	maps := &Picture{W: a.result.w, H: a.result.h}
	for i, r := range a.rasters() {
		at := places[i]
		p.Text(at.X, 0, r.role, canvas.Cut(f.Say(r.title), at.W+activationGap-1))
		bounds := a.result.bounds()
		if i == 0 {
			bounds = a.photo.bounds()
		}
		drawRaster(p, at, r, bounds, bounds.Dy())
		if i > 0 {
			drawCross(p, at, maps, a.at)
		}
	}
	x, y := 0, places[0].Y+places[0].H+1
	x = p.Text(x, y, canvas.RoleFilterTitle, f.Say(a.filter.name)) + 3
	for _, l := range a.filter.result.legend() {
		x = drawLegendEntry(p, x, y, l, f.Say) + 3
	}
}

// Shown implements Shown.
func (a *PhotoActivation) Shown(area canvas.Rect, _ bool) []Placed {
	var list []Placed
	for i, r := range a.rasters() {
		at := a.places(area.W, area.H)[i]
		at.X, at.Y = at.X+area.X, at.Y+area.Y
		if i == 0 {
			list = append(list, Placed{at, imageOf(r, a.photo.bounds(), a.photo.H)})
			continue
		}
		list = append(list, Placed{at, crossed(imageOf(r, a.result.bounds(), a.result.h), a.at)})
	}
	return list
}
