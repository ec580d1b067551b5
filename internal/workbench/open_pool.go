package workbench

import (
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/fault"
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

// MaxShift is how many columns the input can be moved by.
const MaxShift = 4

// Choices implements Model.
func (p OpenPool) Choices() []Choice {
	size := strconv.Itoa(len(p.Input)) + "×" + strconv.Itoa(len(p.Input[0]))
	return append(p.Pool.Choices(), Choice{ID: "input", Key: "n", Text: size}, Choice{ID: "shift", Key: "v", Value: p.shifts()})
}

// shifts says by how many columns the input moves.
func (p OpenPool) shifts() viz.Words {
	if p.Shifts == 0 {
		return viz.Words{Key: "pool.shifts.none"}
	}
	return viz.Words{Key: "pool.shifts.most", Args: viz.Args{"n": p.Shifts}}
}

// Chosen implements Model.
func (p OpenPool) Chosen(id string, by int) Model {
	switch id {
	case "input":
		n := cycled(len(p.Input), by, 1, MaxInput)
		p.Input = resized(p.Input, n, n)
	case "shift":
		p.Shifts, p.Back = cycled(p.Shifts, by, 0, MaxShift), false
	default:
		p.Pool = p.Pool.Chosen(id, by).(Pool)
	}
	return p
}

// Query implements Routed.
func (p OpenPool) Query() url.Values {
	start := LecturePool()
	q := planeQuery(p.Input, start.Input)
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
	if p.Shifts > 0 {
		q.Set("shift", strconv.Itoa(p.Shifts))
	}
	return q
}

// planeQuery writes a plane's size and numbers, as far as a reader who begins
// with start would not fill in the same.
func planeQuery(rows, start Rows) url.Values {
	q := url.Values{"in": {sizeText(rows)}, "x": {numbersText([]Rows{rows})}}
	for _, name := range []string{"x", "in"} {
		value := q.Get(name)
		q.Del(name)
		r := reader{q: q}
		if read := r.planes("in", "x", []Rows{cloneRows(start)}, MaxInput)[0]; r.err != nil || !reflect.DeepEqual(read, rows) {
			q.Set(name, value)
		}
	}
	return q
}

// Opened implements Routed.
func (p OpenPool) Opened(q url.Values) (Routed, error) {
	r := reader{q: q}
	p.Input = r.planes("in", "x", []Rows{cloneRows(p.Input)}, MaxInput)[0]
	p.Window = r.number("k", p.Window, 1, maxPoolWindow)
	p.Stride = r.number("s", p.Stride, 1, maxPoolWindow)
	p.Back = r.number("back", 0, 0, 1) == 1
	p.Shifts = r.number("shift", 0, 0, MaxShift)
	if p.Back && p.Shifts > 0 {
		r.keep(fault.New("error.lab.back", fault.Args{"shifts": p.Shifts}, "lab: back=1 and shift=%d do not go together", p.Shifts))
	}
	if name := q.Get("mode"); name != "" {
		mode := slices.Index(viz.PoolModes(), name)
		if mode < 0 {
			r.keep(fault.New("error.lab.choice", fault.Args{"part": "mode", "typed": name, "known": strings.Join(viz.PoolModes(), ", ")}, "lab: mode=%q is not one of %v", name, viz.PoolModes()))
		}
		p.Mode = viz.PoolMode(max(mode, 0))
	}
	r.refuseOthers("in", "x", "k", "s", "back", "mode", "shift")
	return p, r.err
}
