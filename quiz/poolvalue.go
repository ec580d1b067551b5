package quiz

import (
	"slices"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// poolValue asks what average or minimum pooling makes of one window.
type poolValue struct{}

func (poolValue) ID() string       { return "pool-value" }
func (poolValue) Topics() []string { return []string{"pooling"} }
func (poolValue) Levels() int      { return 3 }

func (k poolValue) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawPoolValue)
}

func drawPoolValue(d dice, level int) (Question, bool) {
	s := poolScene(d, level)
	if level == 3 { // two channels side by side, so that all fits on a small screen
		s.channels, s.h, s.w = 2, 5, 5
	}
	op := PoolOps[viz.PoolAverage]
	if level > 1 && d.chance(3) {
		op = PoolOps[viz.PoolMin]
	}
	p := s.pool(d, op)
	g, err := p.Geometry()
	if err != nil {
		return Question{}, false
	}
	at := d.cell(g)
	q, err := AboutPool(p, at)
	if err != nil || len(q.Slips) < 3 || len(q.Answer) > maxWritten {
		return Question{}, false
	}
	return q, true
}

// maxWritten bounds how long a number may be written, in characters: endless
// fractions are no answers, right or wrong.
const maxWritten = 6

// AboutPool asks for one output cell of a given pooling.
func AboutPool(p *Problem, at nn.Point) (Question, error) {
	g, err := p.Geometry()
	if err != nil {
		return Question{}, err
	}
	_, y, _, err := p.pooled()
	if err != nil {
		return Question{}, err
	}
	window := p.windowValues(g, at, 0)
	right := viz.Number(y.At(0, 0, at.Y, at.X))
	m := NewMistakes(right)
	kind := poolValue{}.ID()
	if p.poolMode() == viz.PoolMax {
		kind = poolMax{}.ID()
		addPoolSlips(m, p, g, at)
	} else {
		addValueSlips(m, p, g, at, window)
	}
	return Question{
		Kind: kind, Level: 1, Topic: "pooling",
		Prompt: append(poolSetup(p), askPlace(p, at)),
		Given:  Given{Problem: p, At: []int{0, at.Y, at.X}},
		Type:   TypeNumber, Answer: right, Slips: m.list,
		Worked: workedValue(p, g, at, window, right),
	}, nil
}

func askPlace(p *Problem, at point) viz.Words {
	if p.Input.Shape[1] > 1 {
		return viz.Words{Key: "quiz.pool-max.ask-channel", Args: viz.Args{"row": at.Y + 1, "column": at.X + 1, "channel": 1}}
	}
	return viz.Words{Key: "quiz.pool-max.ask", Args: viz.Args{"row": at.Y + 1, "column": at.X + 1}}
}

// addValueSlips adds what slips make of an average or a minimum.
func addValueSlips(m *Mistakes, p *Problem, g nn.Geometry, at point, window []int) {
	value := func(window []int, cells int) string {
		if p.poolMode() == viz.PoolMin {
			return itoa(slices.Min(window))
		}
		return viz.Number(float64(total(window)) / float64(cells))
	}
	all := p.Kernel[0] * p.Kernel[1]
	add := func(slip, variant string, window []int, cells int) {
		if len(window) == 0 {
			return
		}
		if v := value(window, cells); len(v) <= maxWritten {
			m.AddVariant(v, slip, p.poolText(window, cells)+" = "+v, variant)
		}
	}
	if p.poolMode() == viz.PoolAverage {
		m.AddVariant(itoa(total(window)), "max-of-filter", plusses(window)+" = "+itoa(total(window)), "average")
		m.Add(itoa(slices.Max(window)), "max-for-average", "max("+commaed(window)+") = "+itoa(slices.Max(window)))
		if len(window) < all {
			add("pad-ignored", "average", window, len(window))
		}
		if p.Kernel[0] > 1 {
			add("wrong-divisor", "", window, p.Kernel[0])
		}
	} else {
		m.Add(itoa(slices.Max(window)), "max-for-min", "max("+commaed(window)+") = "+itoa(slices.Max(window)))
		if len(window) < all {
			m.Add(itoa(min(0, slices.Min(window))), "pad-as-zero", "min("+commaed(window)+", 0) = "+itoa(min(0, slices.Min(window))))
		}
		m.AddVariant(itoa(total(window)), "max-of-filter", plusses(window)+" = "+itoa(total(window)), "min")
	}
	if p.Stride != [2]int{1, 1} {
		add("stride-ignored", "cell", p.windowValues(p.changed(func(q *Problem) { q.Stride = [2]int{1, 1} }), at, 0), all)
	}
	swapped := point{Y: at.X, X: at.Y}
	add("h-w-swap", "cell", p.windowValues(g, swapped, 0), all)
	if n := p.Input.Shape[1]; n > 1 {
		var every []int
		for c := range n {
			every = append(every, p.windowValues(g, at, c)...)
		}
		add("pool-across-channels", "value", every, all*n)
	}
	whole := wholeChannel(p, g)
	if v := value(whole, len(whole)); len(v) <= maxWritten {
		m.Add(v, "all-of-input", v)
	}
}

func wholeChannel(p *Problem, g nn.Geometry) []int {
	var whole []int
	for _, v := range p.Input.Data[:g.In.H*g.In.W] {
		whole = append(whole, int(v))
	}
	return whole
}

func total(numbers []int) int {
	sum := 0
	for _, n := range numbers {
		sum += n
	}
	return sum
}

func workedValue(p *Problem, g nn.Geometry, at point, window []int, right string) []viz.Words {
	words := []viz.Words{windowWords(g, at)}
	if p.Padding[0] > 0 {
		key := "quiz.worked.pool-padding"
		if p.poolMode() == viz.PoolAverage {
			key = "quiz.worked.cell-padding"
		}
		words = append(words, viz.Words{Key: key})
	}
	if p.Input.Shape[1] > 1 {
		words = append(words, viz.Words{Key: "quiz.worked.pool-channel"})
	}
	return append(words, viz.Words{Key: "quiz.worked.pool-value", Args: viz.Args{
		"sum": p.poolText(window, p.Kernel[0]*p.Kernel[1]), "n": right,
	}})
}
