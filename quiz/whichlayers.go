package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// whichLayers asks for all layers that have a property: level 1 those that learn
// something, level 2 those that keep height and width, level 3 those that put
// out a given shape. Given.Values has "input", the shape that reaches each
// layer; "layers", the options; and "property": "learns", "keeps-size", or the
// shape itself. A stride that does not fit is rounded down.
type whichLayers struct{}

func (whichLayers) ID() string       { return "which-layers" }
func (whichLayers) Topics() []string { return []string{"convnet", "padding", "pooling", "filters"} }
func (whichLayers) Levels() int      { return 3 }

func (k whichLayers) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawWhichLayers)
}

// layerChoice is a layer among the options, and the slip of who picks it
// wrongly.
type layerChoice struct{ spec, slip, variant string }

func drawWhichLayers(d dice, level int) (Question, bool) {
	in := netspec.Shape{H: d.one(14, 16, 20, 28, 32), C: d.one(3, 4, 6, 8)}
	in.W = in.H
	layers := learningLayers(d)
	property := "learns"
	switch level {
	case 2:
		layers, property = keepingLayers(d), "keeps-size"
	case 3:
		target := netspec.Shape{H: in.H / 2, W: in.W / 2, C: d.one(2*in.C, 10, 16)}
		layers, property = halvingLayers(d, in, target), target.String()
	}
	d.rng.Shuffle(len(layers), func(i, j int) { layers[i], layers[j] = layers[j], layers[i] })
	q, err := askWhichLayers(in, layers[:min(6, len(layers))], property)
	return q, err == nil && len(q.Slips) >= 3
}

// learningLayers are layers with weights and without.
func learningLayers(d dice) []layerChoice {
	k := d.one(4, 6, 8, 10)
	return []layerChoice{
		{spec: fmt.Sprintf("conv %d %d", d.one(3, 5), k)},
		{spec: fmt.Sprintf("conv 1 %d nobias", k)},
		{spec: "flatten | " + fmt.Sprintf("dense %d", k)},
		{spec: fmt.Sprintf("convt 2 %d s2", k)},
		{"maxpool 2", "pool-has-weights", "layer"},
		{"avgpool 2", "pool-has-weights", "layer"},
		{"relu", "function-learns", ""},
		{"softmax", "function-learns", ""},
		{"flatten", "reshape-learns", ""},
	}
}

// keepingLayers are layers that keep height and width, and some that only seem
// to.
func keepingLayers(d dice) []layerChoice {
	k := d.one(4, 6, 8, 10)
	conv := func(f, s, p int) string {
		text := fmt.Sprintf("conv %d %d s%d", f, k, s)
		if p > 0 {
			text += fmt.Sprintf(" p%d", p)
		}
		return text
	}
	return []layerChoice{
		{spec: conv(3, 1, 1)},
		{spec: conv(5, 1, 2)},
		{spec: conv(7, 1, 3)},
		{spec: conv(1, 1, 0)},
		{spec: "maxpool 3 s1 p1"},
		{conv(3, 1, 0), "pad-ignored", "keeps"},
		{conv(5, 1, 4), "pad-once", "keeps"},
		{conv(3, 2, 1), "stride-ignored", "keeps"},
		{fmt.Sprintf("conv 3 %d s2 same", k), "same-with-stride", "keeps"},
		{conv(1, 1, 1), "pad-added", "keeps"},
		{conv(4, 1, 2), "even-filter", ""},
		{"maxpool 2 s2", "pool-keeps-size", "keeps"},
	}
}

// halvingLayers are layers that lead to a shape of half the sides, and some that
// only seem to.
func halvingLayers(d dice, in, to netspec.Shape) []layerChoice {
	k := to.C
	return []layerChoice{
		{spec: fmt.Sprintf("conv 3 %d s2 p1", k)},
		{spec: fmt.Sprintf("conv 2 %d s2", k)},
		{spec: fmt.Sprintf("conv 5 %d s2 p2", k)},
		{spec: fmt.Sprintf("conv 1 %d s2", k)},
		{spec: fmt.Sprintf("conv 4 %d s2 p1", k)},
		{"maxpool 2 s2", "pool-changes-depth", ""},
		{fmt.Sprintf("conv 3 %d s2 p2", k), "pad-once", "keeps"},
		{fmt.Sprintf("conv 5 %d s2", k), "pad-ignored", "keeps"},
		{fmt.Sprintf("conv 3 %d p1", k), "stride-ignored", "keeps"},
		{fmt.Sprintf("conv 3 %d s2 p1", d.one(in.C, 2)), "depth-is-count", "layer"},
	}
}

// askWhichLayers asks which of some layers have a property; the engine looks at
// each.
func askWhichLayers(in netspec.Shape, layers []layerChoice, property string) (Question, error) {
	var right []string
	q := Question{
		Topic: "convnet", Type: TypeSeveral,
		Given: Given{Rule: netspec.RuleName(nn.RuleFloor)},
	}
	var specs []string
	for _, l := range layers {
		table, err := tableOf(in, l.spec)
		if err != nil {
			return q, err
		}
		o := Option{Answer: l.spec}
		says, has := layerHas(table, property)
		if has == (l.slip != "") {
			return q, fmt.Errorf("quiz: %s on %s was not expected to be so", l.spec, in)
		}
		args := viz.Args{"spec": l.spec, "says": says}
		if property == "learns" {
			args["says"] = table.Total.Params // a number, so that its thousands are parted
		}
		q.Worked = append(q.Worked, viz.Words{Key: "quiz.which-layers.worked", Args: args})
		if has {
			right = append(right, l.spec)
		} else {
			o.Slip = l.slip
			q.Slips = append(q.Slips, Mistake{l.spec, l.slip, why(l.slip, l.variant, says)})
		}
		q.Options, specs = append(q.Options, o), append(specs, l.spec)
	}
	if len(right) < 2 {
		return q, fmt.Errorf("quiz: %d of the layers are right", len(right))
	}
	key := property
	if property != "learns" && property != "keeps-size" {
		key = "gives"
	}
	q.Answer = strings.Join(right, "; ")
	q.Given.Values = Values{"input": in.String(), "layers": specs, "property": property}
	q.Prompt = []viz.Words{
		{Key: "quiz.which-layers.setup", Args: viz.Args{"in": in.String()}},
		{Key: "quiz.which-layers.ask-" + key, Args: viz.Args{"shape": property}},
	}
	return q, nil
}

// tableOf works some layers out on an input, sizes rounded down.
func tableOf(in netspec.Shape, spec string) (netspec.Table, error) {
	_, table, err := netspec.ReadTable(in.String()+" | "+spec, nn.RuleFloor)
	return table, err
}

// layerHas tells what there is to say about layers, and whether it is what is
// asked for.
func layerHas(t netspec.Table, property string) (says string, has bool) {
	out := t.Last().Out
	switch property {
	case "learns":
		return formatInt(t.Total.Params), t.Total.Params > 0
	case "keeps-size":
		return t.Input.Size().String() + " → " + out.Size().String(), out.Size() == t.Input.Size()
	}
	return t.Input.String() + " → " + out.String(), out.String() == property
}
