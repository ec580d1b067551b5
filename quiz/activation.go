package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// activation asks what an activation function makes of a number: of one that is
// there already, and of one that is a sum first.
type activation struct{}

func (activation) ID() string       { return "activation" }
func (activation) Topics() []string { return []string{"maps"} }
func (activation) Levels() int      { return 3 }

func (k activation) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawActivation)
}

// drawActivation draws, by level: a cell of a small feature map under ReLU; a
// sum with ReLU after it; a sum with a bias under ReLU or leaky ReLU.
func drawActivation(d dice, level int) (Question, bool) {
	if level == 1 {
		p := &Problem{Op: opReLU, Layout: "NCHW", Input: d.array(-9, 9, 1, 1, 3, 3)}
		at := point{Y: d.from(0, 2), X: d.from(0, 2)}
		q, err := AboutActivation(p, viz.ReLU, at)
		return q, err == nil && len(q.Slips) >= 3
	}
	p := &Problem{
		Op: "conv2d", Layout: "NCHW",
		Input: d.array(-2, 4, 1, 1, 4, 4), Weight: new(d.array(-2, 2, 1, 1, 2, 2)), Stride: [2]int{1, 1},
	}
	fun := viz.ReLU
	if level == 3 {
		p.Bias = []float64{float64(d.one(-3, -2, -1, 1, 2))}
		if d.chance(2) {
			fun = viz.LeakyReLU
		}
	}
	g, err := p.Geometry()
	if err != nil {
		return Question{}, false
	}
	at := d.cell(g)
	q, err := AboutActivation(p, fun, at)
	if err != nil || tooEasy(p, g, at) || len(q.Slips) < 3 {
		return Question{}, false
	}
	if q.Answer == "0" && !d.chance(3) {
		return Question{}, false // half of all sums lie below 0; fewer such questions are enough
	}
	return q, true
}

// opReLU is the operation of a problem that applies ReLU to numbers at hand.
const opReLU = "relu"

// activationPrompt says what is given: the numbers or the convolution that makes
// them, and the function.
func activationPrompt(p *Problem, fun viz.ActivationFunc, args viz.Args) []viz.Words {
	prompt := []viz.Words{{Key: "quiz.activation.setup", Args: args}}
	if p.Op != opReLU {
		prompt = []viz.Words{{Key: "quiz.activation.setup-conv", Args: args}}
		if len(p.Bias) > 0 {
			prompt = append(prompt, viz.Words{Key: "quiz.cell-value.bias", Args: viz.Args{"bias": int(p.Bias[0])}})
		}
	}
	if fun == viz.LeakyReLU {
		prompt = append(prompt, viz.Words{Key: "quiz.activation.slope", Args: args})
	}
	return prompt
}

// AboutActivation asks for a cell of the activation map: of a feature map that
// is given, or of the one that a convolution makes.
func AboutActivation(p *Problem, fun viz.ActivationFunc, at nn.Point) (Question, error) {
	g, err := p.Geometry()
	if err != nil {
		return Question{}, err
	}
	if at.Y < 0 || at.X < 0 || at.Y >= g.Out.H || at.X >= g.Out.W {
		return Question{}, fmt.Errorf("quiz: cell %d, %d is not in the %s map", at.Y, at.X, g.Out)
	}
	sum, worked, err := p.feature(g, at)
	if err != nil {
		return Question{}, err
	}
	right := viz.Number(fun.At(float64(sum)))
	m := NewMistakes(right)
	addActivationSlips(m, p, g, fun, at, sum)
	args := viz.Args{"row": at.Y + 1, "column": at.X + 1, "slope": viz.Number(viz.LeakySlope)}
	name := viz.Words{Key: "maps.function." + fun.String()}
	args["function"] = name
	prompt := activationPrompt(p, fun, args)
	key := "quiz.worked.activation-negative"
	if sum > 0 {
		key = "quiz.worked.activation-positive"
	}
	return Question{
		Kind: activation{}.ID(), Level: 1, Topic: "maps",
		Prompt: append(prompt, viz.Words{Key: "quiz.activation.ask", Args: args}),
		Given:  Given{Problem: p, At: []int{0, at.Y, at.X}, Ask: fun.String()},
		Type:   TypeNumber, Answer: right, Slips: m.list,
		Worked: append(worked, viz.Words{Key: key, Args: viz.Args{
			"sum": sum, "function": name, "expression": fun.Expression(float64(sum)), "n": right,
		}}),
	}, nil
}

// feature is a cell of the feature map, and how it was worked out.
func (p *Problem) feature(g nn.Geometry, at point) (int, []viz.Words, error) {
	if p.Op == opReLU {
		return p.Input.at(0, at), nil, nil
	}
	sum, err := p.engine(at)
	if err != nil {
		return 0, nil, err
	}
	_, text := p.cell(g, at, plainCell)
	worked := workedCell(p, g, at, sum, text)
	return sum, worked[:len(worked)-1], nil // without "the cell holds": it goes on
}

// addActivationSlips adds what slips make of an activation.
func addActivationSlips(m *Mistakes, p *Problem, g nn.Geometry, fun viz.ActivationFunc, at point, sum int) {
	if p.Op != opReLU {
		n, text := p.reluFirst(g, at)
		m.Add(viz.Number(n), "relu-first", text)
	}
	if sum < 0 {
		m.Add(itoa(-sum), "abs-for-relu", fmt.Sprintf("|%d| = %d", sum, -sum))
	}
	m.Add(itoa(sum), "no-activation", itoa(sum))
	switch {
	case fun == viz.LeakyReLU && sum < 0:
		m.Add("0", "relu-for-leaky", "0")
		m.Add(viz.Number(-fun.At(float64(sum))), "abs-for-relu", fmt.Sprintf("%v × %d", viz.LeakySlope, -sum))
	case fun == viz.LeakyReLU:
		m.Add(viz.Number(float64(sum)*viz.LeakySlope), "leaky-for-all", fmt.Sprintf("%v × %d", viz.LeakySlope, sum))
	case sum > 0:
		m.Add("0", "relu-inverted", "0")
	}
	if sum > 0 {
		m.Add("1", "step-for-relu", "1")
	}
	addOtherSums(m, p, g, fun, at)
	m.AddVariant("0", "step-for-relu", "0", "zero")
}

// addOtherSums adds activations of another sum: that of the cell across the
// diagonal, and that without the bias.
func addOtherSums(m *Mistakes, p *Problem, g nn.Geometry, fun viz.ActivationFunc, at point) {
	apply := func(n int) string { return viz.Number(fun.At(float64(n))) }
	if swapped := (point{Y: at.X, X: at.Y}); swapped != at && swapped.Y < g.Out.H && swapped.X < g.Out.W {
		if other, _, err := p.feature(g, swapped); err == nil {
			m.AddVariant(apply(other), "h-w-swap", apply(other), "cell")
		}
	}
	if len(p.Bias) > 0 {
		without, _ := p.cell(g, at, cellRule{})
		m.AddVariant(apply(without), "no-bias", apply(without), "cell")
		after := fun.At(float64(without)) + p.Bias[0]
		m.Add(viz.Number(after), "bias-after", fmt.Sprintf("%s + %s = %s", apply(without), signed(int(p.Bias[0])), viz.Number(after)))
	}
}

// reluFirst is the sum when the function is applied to each product instead of
// to their sum.
func (p *Problem) reluFirst(g nn.Geometry, at point) (float64, string) {
	total := 0
	var kept []string
	for c := range p.Input.Shape[1] {
		for tap := range g.Taps(at.Y, at.X) {
			if !tap.Inside {
				continue
			}
			if v := p.Input.at(c, tap.Input) * p.Weight.at(c, tap.Filter); v > 0 {
				total += v
				kept = append(kept, itoa(v))
			}
		}
	}
	for _, b := range p.Bias {
		total += int(b)
		kept = append(kept, signed(int(b)))
	}
	if len(kept) == 0 {
		kept = []string{"0"}
	}
	return float64(total), fmt.Sprintf("%s = %d", strings.Join(kept, " + "), total)
}

// AboutActivationRange asks which function keeps every result between two
// numbers and reaches close to both. The engine looks at inputs from far below
// 0 to far above.
func AboutActivationRange(low, high float64) (Question, error) {
	right := -1
	for i := range viz.ActivationNames() {
		f := viz.ActivationFunc(i)
		const far, near = 50, 1e-6
		if f.At(-far) >= low && f.At(far) <= high && f.At(-far)-low < near && high-f.At(far) < near {
			right = i
		}
	}
	if right < 0 {
		return Question{}, fmt.Errorf("quiz: no activation function goes from %v to %v", low, high)
	}
	names := viz.ActivationNames()
	m := NewMistakes(names[right])
	q := Question{
		Kind: activation{}.ID(), Level: 1, Topic: "maps",
		Prompt: []viz.Words{{Key: "quiz.activation-range.ask", Args: viz.Args{"low": viz.Number(low), "high": viz.Number(high)}}},
		Type:   TypeChoice, Answer: names[right],
		Worked: []viz.Words{{Key: "quiz.activation-range.worked", Args: viz.Args{
			"function": viz.Words{Key: "maps.function." + names[right]}, "low": viz.Number(low), "high": viz.Number(high),
		}}},
	}
	for i, name := range names {
		says := viz.Words{Key: "maps.function." + name}
		if i == right {
			q.Options = append(q.Options, Option{Answer: name, Says: says})
			continue
		}
		f := viz.ActivationFunc(i)
		m.Add(name, "wrong-range", fmt.Sprintf("%s, %s", viz.Short(f.At(-2), 5), viz.Short(f.At(2), 5)))
		q.Options = append(q.Options, Option{Answer: name, Slip: "wrong-range", Says: says})
	}
	q.Slips = m.list
	return q, nil
}
