package quiz

import (
	"slices"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// poolMap asks for all that pooling makes of a small input, and at level 3 for
// the gradient that comes back to each of the input's cells. Given.Problem is
// the pooling, with the gradient of its output; Given.Ask is "output" or
// "gradient".
type poolMap struct{}

func (poolMap) ID() string       { return "pool-map" }
func (poolMap) Topics() []string { return []string{"pooling"} }
func (poolMap) Levels() int      { return 3 }

func (k poolMap) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawPoolMap)
}

// drawPoolMap draws, by level: max pooling with windows side by side; any
// pooling; max pooling with windows that overlap, gone through backwards.
func drawPoolMap(d dice, level int) (Question, bool) {
	s := scene{h: 4, w: 4, f: 2, stride: 2, low: 1, high: 9}
	op := PoolOps[viz.PoolMax]
	switch level {
	case 2:
		op, s.low = PoolOps[d.from(0, 2)], -4
	case 3:
		s = scene{h: 3, w: 3, f: 2, stride: 1, low: -4, high: 9}
	}
	p := &Problem{
		Op: op, Layout: "NCHW", Kernel: []int{s.f, s.f},
		Input: d.array(s.low, s.high, 1, 1, s.h, s.w), Stride: [2]int{s.stride, s.stride},
	}
	g, err := p.Geometry()
	if err != nil {
		return Question{}, false
	}
	if level == 3 {
		p.Grad = d.array(1, 9, g.Out.H*g.Out.W).Data
		if !clearWinners(p, g) {
			return Question{}, false
		}
	}
	q, err := AboutPoolMap(p)
	return q, err == nil && len(q.Slips) >= 3 && len(q.Answer) < 9*maxWritten
}

// AboutPoolMap asks for a pooling's whole output, or, where the problem has a
// gradient, for the whole gradient of its input.
func AboutPoolMap(p *Problem) (Question, error) {
	g, err := p.Geometry()
	if err != nil {
		return Question{}, err
	}
	_, y, _, err := p.pooled()
	if err != nil {
		return Question{}, err
	}
	q := Question{
		Kind: poolMap{}.ID(), Level: 1, Topic: "pooling", Type: TypeGrid, Prompt: poolSetup(p),
		Given: Given{Problem: p, Ask: "output"},
	}
	rows, size := planeRows(g.Out, func(at point) float64 { return y.At(0, 0, at.Y, at.X) }), g.Out
	if p.Grad != nil {
		back, err := p.poolGradient()
		if err != nil {
			return Question{}, err
		}
		q.Given.Ask = "gradient"
		q.Prompt = append(q.Prompt, p.gradWords(g))
		rows, size = planeRows(g.In, func(at point) float64 { return back.At(0, 0, at.Y, at.X) }), g.In
	}
	m := NewMistakes(GridText(rows))
	if p.Grad != nil {
		p.addGradientMaps(m, g)
		q.Worked = []viz.Words{{Key: "quiz.pool-map.worked-gradient", Args: viz.Args{"rows": m.right}}}
	} else {
		p.addPoolMaps(m, g)
		q.Worked = p.workedPoolMap(g, m.right)
	}
	ask := viz.Words{Key: "quiz.pool-map.ask-" + q.Given.Ask, Args: viz.Args{"rows": size.H, "columns": size.W}}
	q.Prompt = append(q.Prompt, ask)
	if p.Grad != nil {
		q.Drawn = p.gradDrawn(g, ask)
	}
	q.Answer, q.Slips = m.right, m.list
	return q, nil
}

// addPoolMaps adds the outputs that slips lead to.
func (p *Problem) addPoolMaps(m *Mistakes, g nn.Geometry) {
	add := func(slip, variant string, g nn.Geometry, value func(window []int) float64) {
		if g.Out.H < 1 || g.Out.W < 1 {
			return
		}
		text := GridText(planeRows(g.Out, func(at point) float64 { return value(p.windowValues(g, at, 0)) }))
		if len(text) < 9*maxWritten {
			m.AddVariant(text, slip, text, variant)
		}
	}
	most := func(w []int) float64 { return float64(slices.Max(w)) }
	least := func(w []int) float64 { return float64(slices.Min(w)) }
	mean := func(w []int) float64 { return float64(total(w)) / float64(len(w)) }
	sum := func(w []int) float64 { return float64(total(w)) }
	right := most
	switch p.poolMode() {
	case viz.PoolMax:
		add("average-for-max", "", g, mean)
		add("min-for-max", "map", g, least)
		add("max-of-filter", "", g, sum)
	case viz.PoolAverage:
		right = mean
		add("max-of-filter", "average", g, sum)
		add("max-for-average", "", g, most)
		add("wrong-divisor", "", g, func(w []int) float64 { return sum(w) / float64(p.Kernel[0]) })
	default:
		right = least
		add("max-for-min", "", g, most)
		add("max-of-filter", "min", g, sum)
	}
	add("stride-ignored", "cell", p.changed(func(q *Problem) { q.Stride = [2]int{1, 1} }), right)
	turned := GridText(transposed(planeRows(g.Out, func(at point) float64 { return right(p.windowValues(g, at, 0)) })))
	m.AddVariant(turned, "h-w-swap", turned, "map")
}

// addGradientMaps adds the gradients of a max pooling's input that slips lead
// to.
func (p *Problem) addGradientMaps(m *Mistakes, g nn.Geometry) {
	_, _, picked, err := p.pooled()
	if err != nil || picked == nil {
		return
	}
	add := func(slip, variant string, value func(at point, readers, won []int) float64) {
		text := GridText(planeRows(g.In, func(at point) float64 {
			readers := p.readers(g, at)
			return value(at, readers, wonBy(readers, picked, at.Y*g.In.W+at.X))
		}))
		m.AddVariant(text, slip, text, variant)
	}
	add("gradient-to-all", "", func(_ point, readers, _ []int) float64 { return float64(total(p.gradients(readers))) })
	add("gradient-once", "map", func(_ point, _, won []int) float64 {
		if len(won) == 0 {
			return 0
		}
		return p.Grad[won[len(won)-1]]
	})
	add("value-for-gradient", "map", func(at point, _, won []int) float64 {
		if len(won) == 0 {
			return 0
		}
		return float64(p.Input.at(0, at))
	})
	add("gradient-times-value", "", func(at point, _, won []int) float64 {
		return float64(total(p.gradients(won)) * p.Input.at(0, at))
	})
	add("gradient-shared", "", func(_ point, readers, _ []int) float64 {
		return float64(total(p.gradients(readers))) / float64(p.Kernel[0]*p.Kernel[1])
	})
}

// workedPoolMap writes every window out.
func (p *Problem) workedPoolMap(g nn.Geometry, right string) []viz.Words {
	var words []viz.Words
	eachCell(g.Out, func(at point) {
		window := p.windowValues(g, at, 0)
		words = append(words, viz.Words{Key: "quiz.pool-map.cell", Args: viz.Args{
			"row": at.Y + 1, "column": at.X + 1, "sum": single(p.poolText(window, len(window))),
		}})
	})
	return append(words, viz.Words{Key: "quiz.feature-map.worked", Args: viz.Args{"rows": right}})
}
