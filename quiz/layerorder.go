package quiz

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// layerOrder asks for the order of a network's layers; every order that gives
// what is told is right. Given.Values has "input" and "layers", the layers as
// they are shown, and what must come out: "shapes" after each layer in turn at
// level 1, "vector", how many numbers reach the fully connected layer, above.
// Given.Rule says what becomes of a stride that does not fit.
type layerOrder struct{}

func (layerOrder) ID() string       { return "layer-order" }
func (layerOrder) Topics() []string { return []string{"cnn-def", "convnet"} }
func (layerOrder) Levels() int      { return 3 }

func (k layerOrder) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawLayerOrder)
}

// mostOrders is how many orders may be right.
const mostOrders = 3

func drawLayerOrder(d dice, level int) (Question, bool) {
	rule := nn.RuleFloor
	if level == 3 {
		rule = nn.RuleError
	}
	net, err := netspec.Parse(orderSpec(d, level))
	if err != nil {
		return Question{}, false
	}
	q, err := askOrder(d, net, rule, level == 1)
	shown := "" // an order that is right as it is shown asks nothing
	for _, o := range q.Options {
		shown += " > " + o.Answer
	}
	sorted := slices.Contains(append(q.Accept, q.Answer), strings.TrimPrefix(shown, " > "))
	return q, err == nil && len(q.Slips) >= 3 && len(q.Accept) < mostOrders && !sorted
}

// orderSpec draws a network in one of its right orders.
func orderSpec(d dice, level int) string {
	n := d.one(20, 24, 28, 32)
	conv := func(f int) string { return fmt.Sprintf("conv %d %d", f, d.one(4, 6, 8, 10, 12, 16)) }
	parts := []string{fmt.Sprintf("%dx%dx%d", n, n, d.one(1, 3)), conv(d.one(3, 5))}
	switch level {
	case 1:
		if d.chance(2) {
			parts = append(parts, "relu")
		}
		parts = append(parts, "maxpool 2")
	case 2:
		parts = append(parts, "maxpool 2", conv(d.one(3, 5)))
	default:
		parts = append(parts, "maxpool 2", conv(d.one(3, 5)), d.text("maxpool 3 s1", "maxpool 3 s2", "maxpool 4"))
	}
	return strings.Join(append(parts, "flatten", fmt.Sprintf("dense %d", d.one(2, 5, 10))), " | ")
}

// text draws one of some texts.
func (d dice) text(of ...string) string { return of[d.rng.IntN(len(of))] }

// askOrder asks for the order of a network's layers by the shapes on the way, or
// by the length of the vector alone.
func askOrder(d dice, net netspec.Network, rule nn.Rule, shapes bool) (Question, error) {
	table, err := net.Table(rule)
	if err != nil {
		return Question{}, err
	}
	specs := make([]string, len(net.Layers))
	for i, l := range net.Layers {
		if specs[i] = l.Spec; slices.Contains(specs[:i], l.Spec) {
			return Question{}, fmt.Errorf("quiz: two layers are %q", l.Spec)
		}
	}
	vector, way := wayThrough(table)
	right := ordersOf(net.Input, net.Layers, rule, func(t []netspec.Row) bool {
		n, other := wayThrough(netspec.Table{Rows: t})
		return n == vector && (!shapes || slices.Equal(way, other))
	})
	shown := slices.Clone(specs)
	d.rng.Shuffle(len(shown), func(i, j int) { shown[i], shown[j] = shown[j], shown[i] })
	q := Question{
		Topic: "convnet", Type: TypeOrder, Answer: strings.Join(specs, " > "),
		Given: Given{Rule: netspec.RuleName(rule), Values: Values{"input": net.Input.String(), "layers": shown}},
	}
	args := viz.Args{"in": net.Input.String(), "way": strings.Join(way, ", "), "vector": vector}
	key := "vector"
	if shapes {
		key, q.Topic = "shapes", "cnn-def"
		q.Given.Values["shapes"] = way
	} else {
		q.Given.Values["vector"] = vector
	}
	q.Prompt = []viz.Words{{Key: "quiz.layer-order.setup-" + key, Args: args}}
	if !shapes {
		q.Prompt = append(q.Prompt, viz.Words{Key: "quiz.rule." + netspec.RuleName(rule)})
	}
	q.Prompt = append(q.Prompt, viz.Words{Key: "quiz.layer-order.ask"})
	for _, s := range shown {
		q.Options = append(q.Options, Option{Answer: s})
	}
	for _, order := range right {
		if text := strings.Join(order, " > "); text != q.Answer {
			q.Accept = append(q.Accept, text)
		}
	}
	q.Slips = orderSlips(q, specs)
	for _, r := range table.Rows {
		q.Worked = append(q.Worked, viz.Words{Key: "quiz.layer-order.worked", Args: viz.Args{
			"in": r.In.String(), "spec": r.Layer.Spec, "out": r.Out.String(),
		}})
	}
	return q, nil
}

// wayThrough is how many numbers reach the first fully connected layer, and the
// shape after each layer.
func wayThrough(t netspec.Table) (vector int, way []string) {
	for _, r := range t.Rows {
		if r.Layer.Op == netspec.Dense && vector == 0 {
			vector = r.In.C
		}
		way = append(way, r.Out.String())
	}
	return vector, way
}

// ordersOf lists the orders in which all layers can be and give what is wanted.
func ordersOf(in netspec.Shape, layers []netspec.Layer, rule nn.Rule, wanted func([]netspec.Row) bool) [][]string {
	var found [][]string
	var rows []netspec.Row
	var visit func(in netspec.Shape, left []netspec.Layer)
	visit = func(in netspec.Shape, left []netspec.Layer) {
		if len(left) == 0 {
			if wanted(rows) {
				order := make([]string, len(rows))
				for i, r := range rows {
					order[i] = r.Layer.Spec
				}
				found = append(found, order)
			}
			return
		}
		for i, l := range left {
			t, err := netspec.Network{Input: in, Layers: []netspec.Layer{l}}.Table(rule)
			if err != nil {
				continue // this layer cannot stand here
			}
			rows = append(rows, t.Rows[0])
			visit(t.Rows[0].Out, slices.Concat(left[:i], left[i+1:]))
			rows = rows[:len(rows)-1]
		}
	}
	visit(in, layers)
	return found
}

// orderSlips are wrong orders that a habit leads to, each made of the right one.
func orderSlips(q Question, specs []string) []Mistake {
	m := NewMistakes(q.Answer)
	at := func(name string) int {
		return slices.IndexFunc(specs, func(s string) bool { return strings.HasPrefix(s, name) })
	}
	add := func(slip string, order []string) {
		if text := strings.Join(order, " > "); !slices.Contains(q.Accept, text) {
			m.Add(text, slip, text)
		}
	}
	swapped := func(i, j int) []string {
		order := slices.Clone(specs)
		order[i], order[j] = order[j], order[i]
		return order
	}
	conv, pool, flat, dense := at("conv"), at("maxpool"), at("flatten"), at("dense")
	add("dense-before-flatten", swapped(flat, dense))
	add("pool-before-conv", swapped(conv, pool))
	if i := slices.IndexFunc(specs[conv+1:], func(s string) bool { return strings.HasPrefix(s, "conv") }); i >= 0 {
		add("convolutions-swapped", swapped(conv, conv+1+i))
	}
	add("flatten-first", slices.Concat([]string{specs[flat]}, specs[:flat], specs[flat+1:]))
	backwards := slices.Clone(specs)
	slices.Reverse(backwards)
	add("backwards", backwards)
	return m.list
}
