package stack

import (
	"fmt"
	"math"

	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Errors shows error rates side by side: facts from the literature, in percent.
type Errors struct {
	names  []string
	rates  []float64
	source string
}

// NewErrors takes rates in percent, each with the name of its words
// ("stack.rate.<name>"), the winner first, and where they were published.
func NewErrors(names []string, rates []float64, source string) (*Errors, error) {
	if len(names) != len(rates) || len(names) < 2 {
		return nil, fmt.Errorf("stack: %d names for %d rates", len(names), len(rates))
	}
	for _, r := range rates {
		if r <= 0 || r >= 100 {
			return nil, fmt.Errorf("stack: %v is no error rate in percent", r)
		}
	}
	return &Errors{names, rates, source}, nil
}

// perThousand is how many of a thousand photos a rate means.
func (e *Errors) perThousand(i int) int { return int(math.Round(10 * e.rates[i])) }

// Fewer is how many more of a thousand photos the first one names.
func (e *Errors) Fewer() int { return e.perThousand(1) - e.perThousand(0) }

// Facts are the rates for prose.
func (e *Errors) Facts() viz.Args {
	return viz.Args{
		"winner": e.rates[0], "second": e.rates[1], "fewer": e.Fewer(),
		"winner_of": e.perThousand(0), "second_of": e.perThousand(1),
	}
}

// widest is as long as a bar gets, its number beside it.
const widest = 76

// photos is how many photos are drawn for each rate.
const photos = 100

// Draw draws a bar for each rate, and below it a hundred photos, the missed
// ones marked.
func (e *Errors) Draw(f viz.Frame) {
	p := f.Grid.Part(f.Area)
	most := max(e.rates[0], e.rates[1])
	y := 0
	for i, name := range e.names {
		role := canvas.RoleOutputTitle
		if i > 0 {
			role = canvas.RoleInputTitle
		}
		p.Text(0, y, role, f.Say(words("rate."+name, nil)))
		value := viz.Number(e.rates[i]) + "%"
		room := min(f.Area.W, widest) - canvas.Width(value) - 2
		n := int(math.Round(e.rates[i] / most * float64(room)))
		ground := canvas.RoleOutput
		if i > 0 {
			ground = canvas.RoleInputInk
		}
		for x := range n {
			p.Set(x, y+1, ground, "▬")
		}
		p.Text(n+1, y+1, canvas.RoleStrong, value)
		y += 2
		if f.Area.H >= 11 {
			e.drawPhotos(p, y, i)
			y += 2
		}
		y++
	}
	if y+1 < f.Area.H {
		legend := canvas.Wrap(canvas.Line{{Text: f.Say(words("rate.legend", nil)), Role: canvas.RoleDim}}, f.Area.W)
		y = p.Lines(0, y, legend)
	}
	if y < f.Area.H {
		p.Text(0, y, canvas.RoleFaint, canvas.Cut(e.source, f.Area.W))
	}
}

// drawPhotos draws a hundred photos in two rows, those missed as crosses.
func (e *Errors) drawPhotos(p canvas.Part, y, i int) {
	missed := int(math.Round(e.rates[i] * photos / 100))
	for n := range photos {
		role, mark := canvas.RoleGood, "·"
		if n < missed {
			role, mark = canvas.RoleBad, "✗"
		}
		p.Set(n%(photos/2), y+n/(photos/2), role, mark)
	}
}

// Words say the rates.
func (e *Errors) Words(bool) []viz.Words {
	var list []viz.Words
	for i, name := range e.names {
		list = append(list, words("rate.say", viz.Args{"name": words("rate."+name, nil), "rate": e.rates[i]}))
	}
	return list
}

// Moves gives none: there is nothing to move.
func (e *Errors) Moves() []Move { return nil }

// Do does nothing.
func (e *Errors) Do(string) bool { return false }

// Rates are the first two rates, in percent.
func (e *Errors) Rates() (first, second float64) { return e.rates[0], e.rates[1] }
