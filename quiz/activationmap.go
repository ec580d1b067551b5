package quiz

import (
	"math"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// activationMap asks for a whole small activation map. Given.Problem is the
// feature map ("relu") or the convolution that makes it; Given.Ask is the
// function, "relu" or "leaky-relu" with slope 0.1.
type activationMap struct{}

func (activationMap) ID() string       { return "activation-map" }
func (activationMap) Topics() []string { return []string{"maps"} }
func (activationMap) Levels() int      { return 3 }

func (k activationMap) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawActivationMap)
}

// drawActivationMap draws, by level: a feature map under ReLU; a convolution
// with ReLU behind it; one with a bias under ReLU or leaky ReLU.
func drawActivationMap(d dice, level int) (Question, bool) {
	p := &Problem{Op: opReLU, Layout: "NCHW", Input: d.array(-9, 9, 1, 1, d.from(2, 3), 3)}
	fun := viz.ReLU
	if level > 1 {
		p = &Problem{
			Op: "conv2d", Layout: "NCHW",
			Input: d.array(-2, 3, 1, 1, 3, d.from(3, 4)), Weight: new(d.array(-2, 2, 1, 1, 2, 2)), Stride: [2]int{1, 1},
		}
	}
	if level > 2 {
		p.Bias = []float64{float64(d.one(-3, -2, -1, 1, 2))}
		if d.chance(2) {
			fun = viz.LeakyReLU
		}
	}
	q, below, err := aboutActivationMap(p, fun)
	return q, err == nil && len(q.Slips) >= 3 && below > 0
}

// aboutActivationMap asks for the whole activation map of a feature map, or of
// a convolution with one filter. It also counts the sums below 0 where others
// lie above.
func aboutActivationMap(p *Problem, fun viz.ActivationFunc) (q Question, below int, err error) {
	g, err := p.Geometry()
	if err != nil {
		return q, 0, err
	}
	sums, err := p.sums(g)
	if err != nil {
		return q, 0, err
	}
	above := 0
	for _, row := range sums {
		for _, v := range row {
			if v < 0 {
				below++
			} else if v > 0 {
				above++
			}
		}
	}
	if above == 0 {
		below = 0
	}
	m := NewMistakes(GridText(mapped(sums, fun.At)))
	addActivationMaps(m, p, g, fun, sums)
	name := viz.Words{Key: "maps.function." + fun.String()}
	args := viz.Args{"function": name, "slope": viz.Number(viz.LeakySlope), "rows": g.Out.H, "columns": g.Out.W}
	prompt := activationPrompt(p, fun, args)
	var worked []viz.Words
	if p.Op != opReLU {
		worked = workedMap(p, g, GridText(sums))
	}
	return Question{
		Kind: activationMap{}.ID(), Level: 1, Topic: "maps",
		Prompt: append(prompt, viz.Words{Key: "quiz.activation-map.ask", Args: args}),
		Given:  Given{Problem: p, Ask: fun.String()},
		Type:   TypeGrid, Answer: m.right, Slips: m.list,
		Worked: append(worked, viz.Words{Key: "quiz.activation-map.worked-" + fun.String(), Args: viz.Args{"rows": m.right, "slope": args["slope"]}}),
	}, below, nil
}

// sums are the feature map's numbers.
func (p *Problem) sums(g nn.Geometry) ([][]float64, error) {
	if p.Op == opReLU {
		return planeRows(g.Out, func(at point) float64 { return float64(p.Input.at(0, at)) }), nil
	}
	out, err := p.Output()
	if err != nil {
		return nil, err
	}
	return planeRows(g.Out, func(at point) float64 { return out.At(0, 0, at.Y, at.X) }), nil
}

// mapped applies a function to every number, and takes off what a binary
// fraction of tenths has too much.
func mapped(rows [][]float64, apply func(float64) float64) [][]float64 {
	size := nn.Size{H: len(rows), W: len(rows[0])}
	return planeRows(size, func(at point) float64 { return math.Round(1e6*apply(rows[at.Y][at.X]))/1e6 + 0 })
}

// addActivationMaps adds the maps that slips lead to.
func addActivationMaps(m *Mistakes, p *Problem, g nn.Geometry, fun viz.ActivationFunc, sums [][]float64) {
	add := func(slip, variant string, rows [][]float64) {
		m.AddVariant(GridText(rows), slip, GridText(rows), variant)
	}
	conv := p.Op != opReLU
	if conv {
		add("relu-first", "", planeRows(g.Out, func(at point) float64 {
			n, _ := p.reluFirst(g, at)
			return n
		}))
	}
	add("abs-for-relu", "", mapped(sums, func(v float64) float64 { return max(v, -v) }))
	add("no-activation", "map", sums)
	if fun == viz.LeakyReLU {
		add("relu-for-leaky", "", mapped(sums, viz.ReLU.At))
		add("abs-for-relu", "", mapped(sums, func(v float64) float64 { return max(fun.At(v), -fun.At(v)) }))
		add("leaky-for-all", "", mapped(sums, func(v float64) float64 { return viz.LeakySlope * v }))
	}
	if len(p.Bias) > 0 {
		without := p.cellMap(g, cellRule{})
		add("no-bias", "cell", mapped(without, fun.At))
		add("bias-after", "", mapped(without, func(v float64) float64 { return fun.At(v) + p.Bias[0] }))
	}
	if conv {
		add("flip", "", mapped(p.cellMap(g, cellRule{bias: 1, flip: true}), fun.At))
	}
	add("relu-inverted", "", mapped(sums, func(v float64) float64 { return min(v, 0) }))
	add("step-for-relu", "", mapped(sums, func(v float64) float64 {
		if v > 0 {
			return 1
		}
		return 0
	}))
}
