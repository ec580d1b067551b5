package quiz

import (
	"fmt"
	"slices"

	"convtutor/internal/netspec"
	"convtutor/viz"
)

// design asks for the layers with the fewest parameters that reach a goal;
// where several have equally few, each is right. Given.Values has "input", the
// shape that reaches them; "layers", the options, each a layer or more; "goal",
// the shape that must come out; and at level 2 "field", how many pixels across
// a cell of the output must see at least.
type design struct{}

func (design) ID() string       { return "design" }
func (design) Topics() []string { return []string{"size-quiz", "cnn-why", "convnet"} }
func (design) Levels() int      { return 3 }

func (k design) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawDesign)
}

// goal is what a choice of layers must reach.
type goal struct {
	in, out netspec.Shape
	field   int // pixels across that a cell must see, 0: any
}

// mostOptions is how many there are to choose from.
const mostOptions = 6

func drawDesign(d dice, level int) (Question, bool) {
	n := d.one(14, 16, 20, 28, 32)
	g := goal{in: netspec.Shape{H: n, W: n, C: d.one(3, 4, 6, 8, 16)}}
	k := d.one(4, 6, 8, 10, 16)
	g.out = netspec.Shape{H: n, W: n, C: k}
	specs := keepingDesigns(k)
	switch level {
	case 2:
		g.field = d.one(3, 5, 7)
		specs = seeingDesigns(k, d.one(g.in.C, k))
	case 3:
		g.out.H, g.out.W = n/2, n/2
		specs = halvingDesigns(g.in.C, k)
	}
	d.rng.Shuffle(len(specs), func(i, j int) { specs[i], specs[j] = specs[j], specs[i] })
	q, err := askDesign(g, specs[:min(mostOptions, len(specs))])
	return q, err == nil && len(q.Slips) >= 3
}

// keepingDesigns are single layers; some keep the size.
func keepingDesigns(k int) []string {
	return []string{
		fmt.Sprintf("conv 3 %d p1", k), fmt.Sprintf("conv 5 %d p2", k), fmt.Sprintf("conv 3x1 %d p1x0", k),
		fmt.Sprintf("conv 1x3 %d p0x1", k), fmt.Sprintf("conv 1 %d p1", k), fmt.Sprintf("conv 2 %d", k),
		fmt.Sprintf("conv 3 %d", k), fmt.Sprintf("conv 5x1 %d p2x0", k), fmt.Sprintf("conv 1 %d", k),
	}
}

// seeingDesigns see more or less of the picture; mid is the depth between two
// layers.
func seeingDesigns(k, mid int) []string {
	return []string{
		fmt.Sprintf("conv 3 %d p1", k), fmt.Sprintf("conv 5 %d p2", k), fmt.Sprintf("conv 7 %d p3", k),
		fmt.Sprintf("conv 3 %d p1 | conv 3 %d p1", mid, k),
		fmt.Sprintf("conv 3 %d p1 | conv 3 %d p1 | conv 3 %d p1", mid, mid, k),
		fmt.Sprintf("conv 1 %d | conv 5 %d p2", mid, k), fmt.Sprintf("conv 3 %d d2 p2", k), fmt.Sprintf("conv 3 %d d3 p3", k),
	}
}

// halvingDesigns halve height and width; pooling costs nothing, wherever it
// stands.
func halvingDesigns(c, k int) []string {
	return []string{
		fmt.Sprintf("maxpool 2 | conv 1 %d", k), fmt.Sprintf("conv 1 %d | maxpool 2", k), fmt.Sprintf("conv 3 %d s2 p1", k),
		fmt.Sprintf("conv 2 %d s2", k), fmt.Sprintf("conv 1 %d s2", k), "maxpool 2",
		fmt.Sprintf("maxpool 2 | conv 3 %d p1", k), fmt.Sprintf("conv 3 %d p1 | maxpool 2", k),
		fmt.Sprintf("conv 3 %d p1 | conv 1 %d s2", c, k),
	}
}

// designed is one choice, worked out.
type designed struct {
	spec   string
	table  netspec.Table
	misses string // what it misses of the goal, "" for nothing
}

// askDesign lets the engine work every choice out and accepts each of those
// that reach the goal with the fewest parameters.
func askDesign(g goal, specs []string) (Question, error) {
	var all []designed
	least := int64(-1)
	for _, spec := range specs {
		t, err := tableOf(g.in, spec)
		if err != nil {
			return Question{}, err
		}
		c := designed{spec, t, g.missedBy(t)}
		if c.misses == "" && (least < 0 || t.Total.Params < least) {
			least = t.Total.Params
		}
		all = append(all, c)
	}
	if least < 0 {
		return Question{}, fmt.Errorf("quiz: no choice makes %s of %s", g.out, g.in)
	}
	q := Question{Topic: "size-quiz", Type: TypeChoice, Prompt: g.prompt(), Given: Given{
		Rule: "floor", Values: Values{"input": g.in.String(), "layers": slices.Clone(specs), "goal": g.out.String()},
	}}
	if g.field > 0 {
		q.Given.Values["field"] = g.field
		q.Topic = "convnet"
	}
	for _, c := range all {
		q.addDesign(c, least)
	}
	return q, nil
}

// addDesign adds a choice to the options: right, too costly, or one that misses
// the goal.
func (q *Question) addDesign(c designed, least int64) {
	o := Option{Answer: c.spec}
	params := c.table.Total.Params
	args := viz.Args{"spec": c.spec, "n": params, "out": c.table.Last().Out.String()}
	key := "quiz.design.worked"
	switch {
	case c.misses != "":
		o.Slip, key = "goal-missed", "quiz.design.worked-missed"
		args["misses"] = c.misses
		q.Slips = append(q.Slips, Mistake{c.spec, o.Slip, why(o.Slip, "", c.misses)})
	case params > least:
		o.Slip = "more-than-needed"
		q.Slips = append(q.Slips, Mistake{c.spec, o.Slip, why(o.Slip, "", fmt.Sprintf("%d > %d", params, least))})
	case q.Answer == "":
		q.Answer = c.spec
	default:
		q.Accept = append(q.Accept, c.spec)
	}
	q.Options = append(q.Options, o)
	q.Worked = append(q.Worked, viz.Words{Key: key, Args: args})
}

// missedBy tells what of the goal some layers miss: their shape, or how many
// pixels they see; "" for nothing.
func (g goal) missedBy(t netspec.Table) string {
	last := t.Last()
	switch {
	case last.Out != g.out:
		return last.Out.String()
	case last.Field.H < g.field || last.Field.W < g.field:
		return last.Field.String()
	}
	return ""
}

func (g goal) prompt() []viz.Words {
	args := viz.Args{"in": g.in.String(), "out": g.out.String(), "field": g.field}
	words := []viz.Words{{Key: "quiz.design.setup", Args: args}}
	if g.field > 0 {
		words = append(words, viz.Words{Key: "quiz.design.field", Args: args})
	}
	return append(words, viz.Words{Key: "quiz.design.ask"})
}
