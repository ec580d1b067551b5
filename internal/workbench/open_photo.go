package workbench

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/fault"
	"convtutor/viz"
)

// OpenPhoto is a photo with a filter as the lab has it, with a way into links
// and back.
type OpenPhoto struct{ Photo }

// WithRows implements Model.
func (p OpenPhoto) WithRows(rows [][]float64) Model {
	p.Photo = p.Photo.WithRows(rows).(Photo)
	return p
}

// Chosen implements Model.
func (p OpenPhoto) Chosen(id string, by int) Model {
	p.Photo = p.Photo.Chosen(id, by).(Photo)
	return p
}

// Query implements Routed: a known filter by its name, one's own by its weights
// and divisor.
func (p OpenPhoto) Query() url.Values {
	q := url.Values{"photo": {p.Names[p.At]}}
	if p.Known >= 0 {
		q.Set("filter", viz.KnownFilters()[p.Known].Name)
		return q
	}
	q.Set("k", sizeText(p.Weights))
	q.Set("w", numbersText([]Rows{p.Weights}))
	if p.Divisor != 1 {
		q.Set("div", strconv.FormatFloat(p.Divisor, 'g', -1, 64))
	}
	return q
}

// Opened implements Routed.
func (p OpenPhoto) Opened(q url.Values) (Routed, error) {
	r := reader{q: q}
	if name := q.Get("photo"); name != "" {
		if p.At = slices.Index(p.Names, name); p.At < 0 {
			r.keep(fault.New("error.lab.photo", fault.Args{"name": name, "known": strings.Join(p.Names, ", ")}, "lab: there is no photo %q; there are %s (your own comes with --image)", name, strings.Join(p.Names, ", ")))
		}
	}
	if name := q.Get("filter"); name != "" {
		known := slices.IndexFunc(viz.KnownFilters(), func(k viz.KnownFilter) bool { return k.Name == name })
		if known < 0 {
			r.keep(fault.New("error.lab.filter", fault.Args{"name": name, "known": strings.Join(filterNames(), ", ")}, "lab: there is no filter %q; there are %s", name, strings.Join(filterNames(), ", ")))
		}
		p.Photo = p.With(max(known, 0))
	}
	if q.Has("k") || q.Has("w") || q.Has("div") {
		p.readWeights(&r)
	}
	r.refuseOthers("photo", "filter", "k", "w", "div")
	return p, r.err
}

// readWeights reads a filter of one's own: a square with a middle.
func (p *OpenPhoto) readWeights(r *reader) {
	p.Weights, p.Known, p.Divisor = r.planes("k", "w", []Rows{cloneRows(p.Weights)}, MaxFilter)[0], -1, 1
	if n := len(p.Weights); n%2 == 0 || n < 3 || n != len(p.Weights[0]) {
		r.keep(fault.New("error.lab.odd", fault.Args{"size": sizeText(p.Weights)}, "lab: k=%s is not 3x3, 5x5 or 7x7", sizeText(p.Weights)))
	}
	if text := r.q.Get("div"); text != "" {
		by, err := strconv.ParseFloat(text, 64)
		if most := float64(MaxFilter * MaxFilter * MaxValue); err != nil || by == 0 || by != by || by < -most || by > most {
			r.keep(fault.New("error.lab.divisor", fault.Args{"typed": text}, "lab: div=%q is not a number to divide by", text))
			by = 1
		}
		p.Divisor = by
	}
}

func filterNames() []string {
	var names []string
	for _, k := range viz.KnownFilters() {
		names = append(names, k.Name)
	}
	return names
}

// Spot is a place in a photo that is zoomed into: a pixel, counted from 0, and
// how close.
type Spot struct{ Row, Column, Step int }

// String writes a spot as it stands in a link, the pixel counted from 1.
func (s Spot) String() string { return fmt.Sprintf("%d_%d_%d", s.Row+1, s.Column+1, s.Step) }

// ParseSpot reads what String wrote.
func ParseSpot(text string) (Spot, error) {
	var s Spot
	n, err := fmt.Sscanf(text, "%d_%d_%d", &s.Row, &s.Column, &s.Step)
	s.Row, s.Column = s.Row-1, s.Column-1
	if n != 3 || err != nil || s.String() != text {
		return Spot{}, fault.New("error.lab.spot", fault.Args{"typed": text}, "lab: at=%q is not a row, a column and how close, like 40_60_2", text)
	}
	return s, nil
}
