package workbench

import (
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strconv"

	"convtutor/viz"
)

// OpenPool is a pooling with its input's size open too, as the lab has it, and
// with a way into links and back.
type OpenPool struct{ Pool }

// LecturePool is where free play with pooling begins.
func LecturePool() OpenPool {
	return OpenPool{Pool{Input: Rows{{1, 1, 2, 4}, {5, 6, 7, 8}, {3, 2, 1, 0}, {1, 2, 3, 4}}, Window: 2, Stride: 2}}
}

// WithRows implements Model.
func (p OpenPool) WithRows(rows [][]float64) Model {
	p.Input = rows
	return p
}

// Choices implements Model.
func (p OpenPool) Choices() []Choice {
	size := strconv.Itoa(len(p.Input)) + "×" + strconv.Itoa(len(p.Input[0]))
	return append(p.Pool.Choices(), Choice{ID: "input", Key: "n", Text: size})
}

// Chosen implements Model.
func (p OpenPool) Chosen(id string, by int) Model {
	if id == "input" {
		n := cycled(len(p.Input), by, 1, MaxInput)
		p.Input = resized(p.Input, n, n)
		return p
	}
	p.Pool = p.Pool.Chosen(id, by).(Pool)
	return p
}

// Query writes the state as the part of a route after '?': what LecturePool has
// the same is left out.
func (p OpenPool) Query() url.Values {
	start := LecturePool()
	q := url.Values{"in": {sizeText(p.Input)}, "x": {numbersText([]Rows{p.Input})}}
	if p.Window != start.Window {
		q.Set("k", strconv.Itoa(p.Window))
	}
	if p.Stride != start.Stride {
		q.Set("s", strconv.Itoa(p.Stride))
	}
	if p.Mode != start.Mode {
		q.Set("mode", p.Mode.String())
	}
	if p.Back {
		q.Set("back", "1")
	}
	for _, name := range []string{"x", "in"} {
		value := q.Get(name)
		q.Del(name)
		if read, err := start.FromQuery(q); err != nil || !reflect.DeepEqual(read, p) {
			q.Set(name, value)
		}
	}
	return q
}

// FromQuery reads a state; what is not given is taken from p.
func (p OpenPool) FromQuery(q url.Values) (OpenPool, error) {
	r := reader{q: q}
	p.Input = r.planes("in", "x", []Rows{cloneRows(p.Input)}, MaxInput)[0]
	p.Window = r.number("k", p.Window, 1, maxPoolWindow)
	p.Stride = r.number("s", p.Stride, 1, maxPoolWindow)
	p.Back = r.number("back", 0, 0, 1) == 1
	if name := q.Get("mode"); name != "" {
		mode := slices.Index(viz.PoolModes(), name)
		if mode < 0 {
			r.keep(fmt.Errorf("lab: mode=%q is not one of %v", name, viz.PoolModes()))
		}
		p.Mode = viz.PoolMode(max(mode, 0))
	}
	r.refuseOthers("in", "x", "k", "s", "back", "mode")
	return p, r.err
}
