package quiz

import (
	"slices"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// walkOrder puts the network together, layer by layer, in the order asked for.
func (q Question) walkOrder() (Walk, bool) {
	input, specs := q.Given.valueText("input"), strings.Split(q.Answer, " > ")
	rule, err := netspec.ParseRule(q.Given.Rule)
	if err != nil || q.Type != TypeOrder {
		return Walk{}, false
	}
	_, t, err := netspec.ReadTable(input+" | "+strings.Join(specs, " | "), rule)
	if err != nil {
		return Walk{}, false
	}
	links := make([]viz.Link, len(t.Rows))
	for i, r := range t.Rows {
		does := orderStep(t, i)
		if more, ok := q.orderReason(t, i, specs); ok {
			does = viz.Words{Key: "quiz.walk.two", Args: viz.Args{"first": does, "second": more}}
		}
		links[i] = viz.Link{Name: linkName(r.Layer.Op), Does: does, Out: volume(r.Out)}
	}
	last := &links[len(links)-1]
	last.Does = viz.Words{Key: "quiz.walk.two", Args: viz.Args{
		"first": last.Does, "second": stepWords("so", viz.Args{"answer": q.Answer}),
	}}
	begin := stepWords("order.begin-vector", viz.Args{"in": input, "vector": q.Given.Values["vector"]})
	if q.Given.Values["shapes"] != nil {
		begin = stepWords("order.begin-shapes", viz.Args{"in": input})
	}
	return Walk{Animation: viz.NewChain(volume(t.Input), begin, links), Level: viz.LevelWindow}, true
}

// orderReason says why layer i stands where it does: where shapes are told, that
// no other makes this one; where a vector is told, what a swap would lead to.
func (q Question) orderReason(t netspec.Table, i int, specs []string) (viz.Words, bool) {
	if q.Given.Values["shapes"] != nil {
		return stepWords("order.only", viz.Args{"out": t.Rows[i].Out.String()}), onlyOne(t, i)
	}
	if t.Rows[i].Layer.Op == netspec.Flatten {
		return q.swapped(specs, t.Input.String(), t.Rule)
	}
	return viz.Words{}, false
}

// swapped says how many numbers would reach the fully connected layer if two
// layers changed places; ok is false where that is not what is told, or no such
// order can be.
func (q Question) swapped(specs []string, input string, rule nn.Rule) (viz.Words, bool) {
	told, ok := q.Given.Values["vector"].(int)
	if !ok {
		return viz.Words{}, false
	}
	for _, m := range q.Slips {
		order := strings.Split(m.Answer, " > ")
		var moved []string
		for i, spec := range order {
			if spec != specs[i] {
				moved = append(moved, specs[i])
			}
		}
		_, t, err := netspec.ReadTable(input+" | "+strings.Join(order, " | "), rule)
		if len(moved) != 2 || err != nil {
			continue
		}
		if n, _ := wayThrough(t); n != told {
			return stepWords("order.swapped", viz.Args{"one": moved[0], "other": moved[1], "n": n}), true
		}
	}
	return viz.Words{}, false
}

// orderStep says what layer i of an order makes, with its arithmetic.
func orderStep(t netspec.Table, i int) viz.Words {
	r := t.Rows[i]
	args := viz.Args{"spec": r.Layer.Spec, "in": r.In.String(), "out": r.Out.String(), "inputs": r.In.C, "outputs": r.Out.C}
	switch {
	case slides(r.Layer.Op):
		args["sum"] = sideText(axes(r.Layer, r.In.Size())[0], t.Rule, r.Out.H)
		return stepWords("order.slides", args)
	case r.Layer.Op == netspec.Flatten:
		args["sum"] = product(r.Out.C, r.In.H, r.In.W, r.In.C)
		return stepWords("order.flatten", args)
	case r.Layer.Op == netspec.Dense && i > 0 && t.Rows[i-1].Layer.Op == netspec.Flatten:
		return stepWords("order.dense", args)
	case r.In == r.Out:
		return stepWords("order.same", args)
	}
	return stepWords("order.makes", args)
}

// onlyOne tells whether of the layers from i on layer i alone can stand in its
// place and makes what it makes.
func onlyOne(t netspec.Table, i int) bool {
	left := t.Rows[i+1:]
	return len(left) > 0 && !slices.ContainsFunc(left, func(r netspec.Row) bool {
		other, err := netspec.Network{Input: t.Rows[i].In, Layers: []netspec.Layer{r.Layer}}.Table(t.Rule)
		return err == nil && other.Last().Out == t.Rows[i].Out
	})
}
