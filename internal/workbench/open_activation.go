package workbench

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/fault"
	"convtutor/viz"
)

// OpenActivation is an activation with the size of its map open too, as the lab
// has it, and with a way into links and back.
type OpenActivation struct{ Activation }

// StartActivation is where free play with activation functions begins: sums
// below and above zero.
func StartActivation() OpenActivation {
	return OpenActivation{Activation{Feature: Rows{{2, -1, 0, 3}, {-2, 4, -3, 1}, {0.5, -0.5, 1, -4}, {3, 0, -1, 2}}}}
}

// WithRows implements Model.
func (a OpenActivation) WithRows(rows [][]float64) Model {
	a.Feature = rows
	return a
}

// Choices implements Model.
func (a OpenActivation) Choices() []Choice {
	size := strconv.Itoa(len(a.Feature)) + "×" + strconv.Itoa(len(a.Feature[0]))
	return append(a.Activation.Choices(), Choice{ID: "map", Key: "n", Text: size})
}

// Chosen implements Model.
func (a OpenActivation) Chosen(id string, by int) Model {
	if id == "map" {
		n := cycled(len(a.Feature), by, 1, MaxMap)
		a.Feature = resized(a.Feature, n, n)
		return a
	}
	a.Activation = a.Activation.Chosen(id, by).(Activation)
	return a
}

// MaxMap bounds the side of a map beside which a curve stands.
const MaxMap = 6

// Query implements Routed.
func (a OpenActivation) Query() url.Values {
	start := StartActivation()
	q := planeQuery(a.Feature, start.Feature)
	if a.Func != start.Func {
		q.Set("f", a.Func.String())
	}
	return q
}

// Opened implements Routed.
func (a OpenActivation) Opened(q url.Values) (Routed, error) {
	r := reader{q: q}
	a.Feature = r.planes("in", "x", []Rows{cloneRows(a.Feature)}, MaxMap)[0]
	if name := q.Get("f"); name != "" {
		at := slices.Index(viz.ActivationNames(), name)
		if at < 0 {
			r.keep(fault.New("error.lab.choice", fault.Args{"part": "f", "typed": name, "known": strings.Join(viz.ActivationNames(), ", ")}, "lab: f=%q is not one of %v", name, viz.ActivationNames()))
		}
		a.Func = viz.ActivationFunc(max(at, 0))
	}
	r.refuseOthers("in", "x", "f")
	return a, r.err
}
