package workbench

import (
	"slices"
	"strconv"

	"convtutor/viz"
)

// Photo is a filter over a whole photo while a learner changes its weights.
type Photo struct {
	// Names are the photos to choose from, Open opens one.
	Names []string
	Open  func(name string) (*viz.Picture, error)
	At    int // the photo at hand
	// Mine is the name of the learner's own picture, "" where there is none.
	Mine string
	// Weights are the filter's rows; Known is its place among the known filters,
	// -1 once a weight was changed.
	Weights [][]float64
	Divisor float64
	Known   int
}

// WithOwn is the model with the learner's own picture too: behind the others, or
// before them and at hand.
func (p Photo) WithOwn(name string, picture *viz.Picture, first bool) Photo {
	others := p.Open
	p.Open = func(wanted string) (*viz.Picture, error) {
		if wanted == name {
			return picture, nil
		}
		return others(wanted)
	}
	p.Mine = name
	if first {
		p.Names, p.At = append([]string{name}, p.Names...), 0
		return p
	}
	p.Names = append(slices.Clone(p.Names), name)
	return p
}

// With is the model with a known filter by its place.
func (p Photo) With(known int) Photo {
	k := viz.KnownFilters()[known]
	p.Known, p.Weights, p.Divisor = known, k.Rows(), k.Divisor
	return p
}

// Animation implements Model.
func (p Photo) Animation() (viz.Animation, error) {
	picture, err := p.Open(p.Names[p.At])
	if err != nil {
		return nil, err
	}
	name := viz.Words{Key: "photos.own"}
	if p.Known >= 0 {
		name = viz.KnownFilters()[p.Known].Words()
	}
	return viz.NewPhotoKernel(picture, p.Weights, p.Divisor, name)
}

// Rows implements Model.
func (p Photo) Rows() [][]float64 { return p.Weights }

// WithRows implements Model: with weights of one's own it is no known filter.
func (p Photo) WithRows(rows [][]float64) Model {
	p.Weights, p.Known = rows, -1
	return p
}

// Choices implements Model.
func (p Photo) Choices() []Choice {
	name := viz.Words{Key: "photos.own"}
	if p.Known >= 0 {
		name = viz.KnownFilters()[p.Known].Words()
	}
	size := strconv.Itoa(len(p.Weights))
	return []Choice{
		{ID: "filter", Key: "f", Value: name},
		{ID: "size", Key: "z", Text: size + "×" + size},
		{ID: "divisor", Key: "d", Text: viz.Short(p.Divisor, 4)},
		{ID: "photo", Key: "o", Text: p.Names[p.At]},
	}
}

// Chosen implements Model. A larger filter gets a frame of zeros, a smaller one
// loses its frame; the divisor is 1 or what the weights add up to.
func (p Photo) Chosen(id string, by int) Model {
	switch id {
	case "filter":
		return p.With(cycled(p.Known, by, 0, len(viz.KnownFilters())-1))
	case "size":
		p.Weights = framed(p.Weights, 1+2*cycled((len(p.Weights)-1)/2, by, 1, 3))
		p.Known = -1
	case "divisor":
		p.Divisor, p.Known = p.otherDivisor(), -1
	case "photo":
		p.At = cycled(p.At, by, 0, len(p.Names)-1)
	}
	return p
}

// otherDivisor is 1, or the weights' sum where it is 1 already. A sum of 0
// divides nothing.
func (p Photo) otherDivisor() float64 {
	sum := 0.0
	for _, row := range p.Weights {
		for _, w := range row {
			sum += w
		}
	}
	if p.Divisor != 1 || sum == 0 {
		return 1
	}
	return sum
}

// framed is a square of n rows with another in its middle.
func framed(rows [][]float64, n int) [][]float64 {
	out := make([][]float64, n)
	shift := (n - len(rows)) / 2
	for y := range out {
		out[y] = make([]float64, n)
		for x := range out[y] {
			if r, c := y-shift, x-shift; r >= 0 && c >= 0 && r < len(rows) && c < len(rows) {
				out[y][x] = rows[r][c]
			}
		}
	}
	return out
}
