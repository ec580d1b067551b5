package quiz

import (
	"fmt"
	"slices"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// alone is a table of one of its layers, as if the network began there.
func alone(t netspec.Table, layer int) (netspec.Table, error) {
	if layer < 0 || layer >= len(t.Rows) {
		return netspec.Table{}, fmt.Errorf("quiz: layer %d of %d", layer+1, len(t.Rows))
	}
	r := t.Rows[layer]
	return netspec.Network{Input: r.In, Layers: []netspec.Layer{r.Layer}}.Table(t.Rule)
}

// AboutLayerShape asks for the shape that comes out of a layer of a network.
func AboutLayerShape(t netspec.Table, layer int) (Question, error) {
	one, err := alone(t, layer)
	if err != nil {
		return Question{}, err
	}
	out := one.Rows[0].Out
	m := NewMistakes(out.String())
	m.AddShapes(one)
	return Question{
		Kind: outputSize{}.ID(), Level: 1, Topic: "size-quiz",
		Prompt: append(netPrompt(netspec.Network{Input: one.Input, Layers: []netspec.Layer{one.Rows[0].Layer}}, t.Rule), viz.Words{Key: "quiz.output-size.ask"}),
		Given:  Given{Spec: one.Input.String() + " | " + one.Rows[0].Layer.Spec, Rule: netspec.RuleName(t.Rule)},
		Type:   TypeShape, Answer: out.String(), Accept: shapeSpellings(out),
		Slips: m.list, Worked: WorkedSize(one.Rows[0], t.Rule),
	}, nil
}

// AboutLayerParams asks how many numbers a layer of a network learns.
func AboutLayerParams(t netspec.Table, layer int) (Question, error) {
	one, err := alone(t, layer)
	if err != nil {
		return Question{}, err
	}
	net := netspec.Network{Input: one.Input, Layers: []netspec.Layer{one.Rows[0].Layer}}
	m := NewMistakes(fmt.Sprint(one.Total.Params))
	m.AddCounts(one)
	return Question{
		Kind: parameters{}.ID(), Level: 1, Topic: "filters",
		Prompt: append(paramsPrompt(net), viz.Words{Key: "quiz.parameters.ask"}),
		Given:  Given{Spec: net.String(), Rule: netspec.RuleName(t.Rule)},
		Type:   TypeNumber, Answer: m.right, Accept: countSpellings(one.Total.Params),
		Slips: m.list, Worked: WorkedParameters(one.Rows[0], layer+1),
	}, nil
}

// AboutMostParams asks which layer of a network learns the most numbers. The
// wrong options are the layers that stand out in another way.
func AboutMostParams(t netspec.Table) (Question, error) {
	by := func(count func(netspec.Row) int64) netspec.Row {
		return slices.MaxFunc(t.Rows, func(a, b netspec.Row) int { return int(count(a) - count(b)) })
	}
	right := by(func(r netspec.Row) int64 { return r.Params })
	m := NewMistakes(optionOf(right))
	outputs := by(func(r netspec.Row) int64 { return r.Activations })
	m.Add(optionOf(outputs), "output-for-weights", fmt.Sprint(outputs.Activations))
	works := by(func(r netspec.Row) int64 {
		if r.Layer.Op != netspec.Conv {
			return 0
		}
		return r.MACs
	})
	m.Add(optionOf(works), "work-for-weights", fmt.Sprint(works.MACs))
	last := by(func(r netspec.Row) int64 {
		if r.Params == 0 {
			return 0
		}
		return int64(r.Layer.Column)
	})
	m.Add(optionOf(last), "last-for-most", last.WeightsText)
	deepest := by(func(r netspec.Row) int64 {
		if r.Layer.Op != netspec.Conv {
			return 0
		}
		return r.Params
	})
	m.Add(optionOf(deepest), "conv-for-dense", deepest.WeightsText)
	if len(m.list) < 3 {
		return Question{}, fmt.Errorf("quiz: %s has too few layers to choose from", t.Input)
	}
	m.list = m.list[:3]
	options := []Option{{Answer: m.right}}
	for _, w := range m.list {
		options = append(options, Option{Answer: w.Answer, Slip: w.Slip})
	}
	slices.SortFunc(options, func(a, b Option) int { return slices.Index(specs(t), a.Answer) - slices.Index(specs(t), b.Answer) })
	return Question{
		Kind: parameters{}.ID(), Level: 2, Topic: "cnn-why",
		Prompt: []viz.Words{{Key: "quiz.most-params.ask"}},
		Given:  Given{Spec: netspec.Network{Input: t.Input, Layers: layersOf(t)}.String(), Rule: netspec.RuleName(t.Rule)},
		Type:   TypeChoice, Answer: m.right, Options: options, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.most-params.worked", Args: viz.Args{
			"weights": right.WeightsText, "spec": right.Layer.Spec, "in": right.In.C, "out": right.Out.C,
		}}},
	}, nil
}

// optionOf names a layer among options: what goes in, and the layer as it is written.
func optionOf(r netspec.Row) string { return r.In.String() + " | " + r.Layer.Spec }

func specs(t netspec.Table) []string {
	var list []string
	for _, r := range t.Rows {
		list = append(list, optionOf(r))
	}
	return list
}

func layersOf(t netspec.Table) []netspec.Layer {
	var list []netspec.Layer
	for _, r := range t.Rows {
		list = append(list, r.Layer)
	}
	return list
}

// AboutNextFit asks for the next input below n (by -1) or above it (by 1) that
// a window fits without a rest.
func AboutNextFit(n int, w nn.Window, by int) (Question, error) {
	fits := func(n int) bool {
		_, err := nn.NewGeometry(nn.Square(n), w, nn.RuleError)
		return err == nil
	}
	right := n + by
	for right > 0 && right <= nn.MaxSide && !fits(right) {
		right += by
	}
	g, err := nn.NewGeometry(nn.Square(right), w, nn.RuleError)
	if err != nil {
		return Question{}, fmt.Errorf("quiz: no size beyond %d fits: %w", n, err)
	}
	a := g.Columns()
	m := NewMistakes(itoa(right))
	multiple := n + by
	for multiple > 0 && multiple%a.Stride != 0 {
		multiple += by
	}
	m.Add(itoa(multiple), "multiple-of-stride", fmt.Sprintf("%d = %d*%d", multiple, multiple/a.Stride, a.Stride))
	m.Add(itoa(n+by), "stride-ignored", fmt.Sprintf("%d - %d + 1 = %d", n+by, a.Span(), n+by-a.Span()+1))
	m.Add(itoa(n+by*a.Stride), "from-here", fmt.Sprintf("%d", n+by*a.Stride))
	key := "quiz.next-fit.above"
	if by < 0 {
		key = "quiz.next-fit.below"
	}
	args := viz.Args{"n": n, "f": a.Span(), "s": a.Stride, "size": right, "out": g.Out.W, "room": right - a.Span()}
	return Question{
		Kind: outputSize{}.ID(), Level: 2, Topic: "stride",
		Prompt: []viz.Words{{Key: key, Args: args}},
		Given:  Given{Spec: fmt.Sprintf("%dx%dx1 | conv %d 1 s%d", right, right, a.Span(), a.Stride), Rule: "error"},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.next-fit.worked", Args: args}},
	}, nil
}

// AboutFewerErrors asks how many more of a thousand pictures one error rate
// names than another, both in percent.
func AboutFewerErrors(less, more float64) Question {
	rounded := func(v float64) string { return viz.Number(float64(int(v*10+0.5)) / 10) }
	args := viz.Args{"less": less, "more": more, "points": rounded(more - less), "n": rounded(10 * (more - less))}
	m := NewMistakes(rounded(10 * (more - less)))
	m.Add(rounded(more-less), "percent-for-count", rounded(more-less)+"%")
	m.Add(rounded(10*less), "winner-for-difference", rounded(10*less))
	m.Add(rounded(100*(more-less)/more), "ratio-for-difference", fmt.Sprintf("%s/%s", rounded(more-less), rounded(more)))
	return Question{
		Kind: outputSize{}.ID(), Level: 1, Topic: "alexnet",
		Prompt: []viz.Words{{Key: "quiz.fewer-errors.ask", Args: args}},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.fewer-errors.worked", Args: args}},
	}
}
