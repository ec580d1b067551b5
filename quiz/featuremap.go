package quiz

import (
	"convtutor/internal/nn"
	"convtutor/viz"
)

// featureMap asks for all cells of a small convolution's output. Given.Problem
// is the convolution.
type featureMap struct{}

func (featureMap) ID() string       { return "feature-map" }
func (featureMap) Topics() []string { return []string{"conv", "maps", "filters", "padding"} }
func (featureMap) Levels() int      { return 3 }

func (k featureMap) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawFeatureMap)
}

// mapScene is small enough for all of the output to be worked out by hand.
func mapScene(d dice, level int) scene {
	switch level {
	case 1:
		return scene{h: 3, w: d.from(3, 4), channels: 1, f: 2, stride: 1, low: 0, high: 3}
	case 2:
		return []scene{
			{h: 4, w: 4, channels: 1, f: 2, stride: 2, low: -2, high: 3},
			{h: 3, w: 5, channels: 1, f: 3, stride: 2, pad: 1, low: 0, high: 3},
			{h: 4, w: 4, channels: 1, f: 3, stride: 1, low: 0, high: 3},
		}[d.from(0, 2)]
	}
	return scene{h: 3, w: 3, channels: d.from(2, 3), f: 2, stride: 1, low: -2, high: 3}
}

func drawFeatureMap(d dice, level int) (Question, bool) {
	s := mapScene(d, level)
	p := &Problem{
		Op: "conv2d", Layout: "NCHW",
		Input:  d.array(s.low, s.high, 1, s.channels, s.h, s.w),
		Weight: new(d.array(-1, 2, 1, s.channels, s.f, s.f)),
		Stride: [2]int{s.stride, s.stride}, Padding: [4]int{s.pad, s.pad, s.pad, s.pad},
	}
	if level > 1 {
		p.Bias = []float64{float64(d.one(-2, -1, 1, 2))}
	}
	q, err := AboutFeatureMap(p)
	return q, err == nil && len(q.Slips) >= 3
}

// AboutFeatureMap asks for the whole output of a convolution with one filter.
func AboutFeatureMap(p *Problem) (Question, error) {
	g, err := p.Geometry()
	if err != nil {
		return Question{}, err
	}
	out, err := p.Output()
	if err != nil {
		return Question{}, err
	}
	rows := planeRows(g.Out, func(at point) float64 { return out.At(0, 0, at.Y, at.X) })
	m := NewMistakes(GridText(rows))
	addMapSlips(m, p, g)
	prompt := []viz.Words{{Key: "quiz.cell-value.setup", Args: viz.Args{"s": p.Stride[0], "p": p.Padding[0]}}}
	if len(p.Bias) > 0 {
		prompt = append(prompt, viz.Words{Key: "quiz.cell-value.bias", Args: viz.Args{"bias": int(p.Bias[0])}})
	}
	return Question{
		Kind: featureMap{}.ID(), Level: 1, Topic: cellTopic(p),
		Prompt: append(prompt, viz.Words{Key: "quiz.feature-map.ask", Args: viz.Args{"rows": g.Out.H, "columns": g.Out.W}}),
		Given:  Given{Problem: p},
		Type:   TypeGrid, Answer: m.right, Slips: m.list,
		Worked: workedMap(p, g, m.right),
	}, nil
}

// planeRows makes rows of what a function gives for each cell.
func planeRows(size nn.Size, cell func(at point) float64) [][]float64 {
	rows := make([][]float64, size.H)
	for y := range rows {
		rows[y] = make([]float64, size.W)
		for x := range rows[y] {
			rows[y][x] = cell(point{Y: y, X: x})
		}
	}
	return rows
}

// transposed has rows for columns.
func transposed(rows [][]float64) [][]float64 {
	return planeRows(nn.Size{H: len(rows[0]), W: len(rows)}, func(at point) float64 { return rows[at.X][at.Y] })
}

// cellMap sums every cell by one rule.
func (p *Problem) cellMap(g nn.Geometry, rule cellRule) [][]float64 {
	return planeRows(g.Out, func(at point) float64 {
		n, _ := p.cell(g, at, rule)
		return float64(n)
	})
}

// addMapSlips adds the maps that slips lead to, cell by cell.
func addMapSlips(m *Mistakes, p *Problem, g nn.Geometry) {
	add := func(slip, variant string, g nn.Geometry, rule cellRule) {
		if g.Out.H > 0 && g.Out.W > 0 {
			text := GridText(p.cellMap(g, rule))
			m.AddVariant(text, slip, text, variant)
		}
	}
	add("flip", "", g, cellRule{bias: 1, flip: true})
	if p.Padding != [4]int{} {
		add("pad-ignored", "cell", p.changed(func(q *Problem) { q.Padding = [4]int{} }), plainCell)
	}
	if p.Stride != [2]int{1, 1} {
		add("stride-ignored", "cell", p.changed(func(q *Problem) { q.Stride = [2]int{1, 1} }), plainCell)
	}
	if len(p.Bias) > 0 {
		add("no-bias", "cell", g, cellRule{})
	}
	if c := p.Input.Shape[1]; c > 1 {
		add("depth-ignored", "cell", g, cellRule{channels: 1, bias: 1})
		add("bias-twice", "cell", g, cellRule{bias: c})
	}
	add("weights-ignored", "", g, cellRule{bias: 1, noFilter: true})
	turned := GridText(transposed(p.cellMap(g, plainCell)))
	m.AddVariant(turned, "h-w-swap", turned, "map")
}

// workedMap writes every cell's sum.
func workedMap(p *Problem, g nn.Geometry, right string) []viz.Words {
	var words []viz.Words
	for y := range g.Out.H {
		for x := range g.Out.W {
			_, sum := p.cell(g, point{Y: y, X: x}, plainCell)
			words = append(words, viz.Words{Key: "quiz.feature-map.cell", Args: viz.Args{"row": y + 1, "column": x + 1, "sum": single(sum)}})
		}
	}
	return append(words, viz.Words{Key: "quiz.feature-map.worked", Args: viz.Args{"rows": right}})
}
