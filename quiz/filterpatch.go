package quiz

import (
	"fmt"
	"slices"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// filterPatch asks what a known filter makes of a patch of a photo: of a flat
// one, of an edge, of one that leads past 255 or below 0.
type filterPatch struct{}

func (filterPatch) ID() string       { return "filter-patch" }
func (filterPatch) Topics() []string { return []string{"known-filters"} }
func (filterPatch) Levels() int      { return 3 }

func (k filterPatch) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawFilterPatch)
}

func drawFilterPatch(d dice, level int) (Question, bool) {
	known := viz.KnownFilters()
	k := known[d.from(0, len(known)-1)]
	if k.Divisor != 1 || k.Name == "identity" {
		return Question{}, false
	}
	data := drawPatch(d, level)
	p := &Problem{
		Op: "conv2d", Layout: "NCHW",
		Input:  Array{Shape: []int{1, 1, 3, 3}, Data: data},
		Weight: &Array{Shape: []int{1, 1, 3, 3}, Data: slices.Clone(k.Weights[:])},
		Stride: [2]int{1, 1},
	}
	right, err := p.engine(point{})
	if err != nil || level == 2 && data[0] == data[2] {
		return Question{}, false
	}
	if out := right < 0 || right > 255; level == 3 && !out {
		return Question{}, false
	}
	q, err := AboutPatch(p, k.Words())
	return q, err == nil && len(q.Slips) >= 3
}

// drawPatch draws a patch of 3x3 greys, by level: flat, an edge, anything.
func drawPatch(d dice, level int) []float64 {
	data := make([]float64, 9)
	tone := func() float64 { return float64(10 * d.from(0, 25)) }
	a, b := tone(), tone()
	for i := range data {
		switch {
		case level == 2 && i%3 == 2:
			data[i] = b
		case level < 3:
			data[i] = a
		default:
			data[i] = tone()
		}
	}
	return data
}

// AboutPatch asks what the one number is that a filter makes of a patch of its
// own size.
func AboutPatch(p *Problem, name viz.Words) (Question, error) {
	g, err := p.Geometry()
	if err != nil {
		return Question{}, err
	}
	if g.Out != nn.Square(1) {
		return Question{}, fmt.Errorf("quiz: a patch of %s is not the filter's size", g.In)
	}
	right, err := p.engine(point{})
	if err != nil {
		return Question{}, err
	}
	m := NewMistakes(itoa(right))
	addPatchSlips(m, p, g, right)
	_, sum := p.cell(g, point{}, plainCell)
	return Question{
		Kind: filterPatch{}.ID(), Level: 1, Topic: "known-filters",
		Prompt: []viz.Words{{Key: "quiz.filter-patch.setup", Args: viz.Args{"filter": name}}, {Key: "quiz.filter-patch.ask"}},
		Given:  Given{Problem: p, At: []int{0, 0, 0}},
		Type:   TypeNumber, Answer: itoa(right), Slips: m.list,
		Worked: []viz.Words{
			{Key: "quiz.worked.cell-sum", Args: viz.Args{"sum": sum}},
			{Key: "quiz.worked.number", Args: viz.Args{"n": right}},
		},
	}, nil
}

// addPatchSlips adds what slips make of a patch.
func addPatchSlips(m *Mistakes, p *Problem, g nn.Geometry, right int) {
	clamped := min(max(right, 0), 255)
	m.Add(itoa(clamped), "clamped", fmt.Sprintf("%d → %d", right, clamped))
	n, text := p.cell(g, point{}, cellRule{flip: true})
	m.Add(itoa(n), "flip", text)
	if right < 0 {
		m.AddVariant(itoa(-right), "abs-for-relu", itoa(-right), "patch")
	}
	n, text = p.cell(g, point{}, cellRule{noFilter: true})
	m.Add(itoa(n), "weights-ignored", text)
	middle := point{Y: g.In.H / 2, X: g.In.W / 2}
	m.Add(itoa(p.Input.at(0, middle)), "pixel-unchanged", itoa(p.Input.at(0, middle)))
	centre := p.Input.at(0, middle) * p.Weight.at(0, middle)
	m.Add(itoa(centre), "centre-alone", fmt.Sprintf("%d × %s = %d", p.Input.at(0, middle), signed(p.Weight.at(0, middle)), centre))
	positive, kept := p.reluFirst(g, point{})
	m.AddVariant(viz.Number(positive), "relu-first", kept, "patch")
	m.AddVariant("255", "clamped", "255", "white")
	m.AddVariant("0", "clamped", "0", "black")
}

// AboutDivisor asks what a filter's sums must be divided by so that a flat area
// stays as light as it was.
func AboutDivisor(weights Array) (Question, error) {
	sum, largest := 0, 0
	for _, w := range weights.Data {
		sum += int(w)
		largest = max(largest, int(w))
	}
	if sum == 0 {
		return Question{}, fmt.Errorf("quiz: weights that add up to 0 leave nothing of a flat area")
	}
	right := itoa(sum)
	m := NewMistakes(right)
	side := weights.Shape[2]
	m.Add(itoa(side), "wrong-divisor", fmt.Sprintf("%d ÷ %d", sum, side))
	m.Add("1", "divisor-forgotten", itoa(sum))
	m.Add("9", "divisor-of-nine", itoa(sum))
	m.Add("255", "divisor-forgotten", itoa(sum))
	args := viz.Args{"sum": sum, "side": side}
	return Question{
		Kind: filterPatch{}.ID(), Level: 1, Topic: "known-filters",
		Prompt: []viz.Words{{Key: "quiz.divisor.ask", Args: args}},
		Type:   TypeNumber, Answer: right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.divisor.worked", Args: args}},
	}, nil
}
