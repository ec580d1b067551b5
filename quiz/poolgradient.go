package quiz

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// poolGradient asks what gradient arrives at one cell of a pooling's input.
type poolGradient struct{}

func (poolGradient) ID() string       { return "pool-gradient" }
func (poolGradient) Topics() []string { return []string{"pooling"} }
func (poolGradient) Levels() int      { return 3 }

func (k poolGradient) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawPoolGradient)
}

// drawPoolGradient draws, by level: max pooling with windows side by side;
// average pooling too; windows that overlap.
func drawPoolGradient(d dice, level int) (Question, bool) {
	p := drawPoolProblem(d, level)
	g, err := p.Geometry()
	if err != nil {
		return Question{}, false
	}
	for range g.Out.H * g.Out.W {
		p.Grad = append(p.Grad, float64(d.from(1, 9)))
	}
	if !clearWinners(p, g) {
		return Question{}, false
	}
	at := point{Y: d.from(0, g.In.H-1), X: d.from(0, g.In.W-1)}
	q, err := AboutPoolGradient(p, at)
	if err != nil || len(q.Slips) < 3 || level == 3 && len(p.readers(g, at)) < 2 {
		return Question{}, false
	}
	if q.Answer == "0" && !d.chance(3) {
		return Question{}, false // three of four cells get nothing; a third of the questions is enough
	}
	return q, true
}

// drawPoolProblem draws a pool without its gradient.
func drawPoolProblem(d dice, level int) *Problem {
	s := scene{h: 4, w: 4, f: 2, stride: 2, low: 1, high: 9}
	op := PoolOps[viz.PoolMax]
	switch {
	case level == 2 && d.chance(2):
		op = PoolOps[viz.PoolAverage]
	case level == 3:
		s = scene{h: 5, w: 5, f: 3, stride: 2, low: -6, high: 9}
	}
	return &Problem{
		Op: op, Layout: "NCHW", Kernel: []int{s.f, s.f},
		Input: d.array(s.low, s.high, 1, 1, s.h, s.w), Stride: [2]int{s.stride, s.stride},
	}
}

// clearWinners tells whether no window has two largest cells.
func clearWinners(p *Problem, g nn.Geometry) bool {
	for oy := range g.Out.H {
		for ox := range g.Out.W {
			window := p.windowValues(g, point{Y: oy, X: ox}, 0)
			best := window[0]
			for _, v := range window {
				best = max(best, v)
			}
			if count(window, best) > 1 {
				return false
			}
		}
	}
	return true
}

// readers are the places in the output, row by row, whose windows read an input
// cell.
func (p *Problem) readers(g nn.Geometry, at point) []int {
	var list []int
	for oy := range g.Out.H {
		for ox := range g.Out.W {
			for tap := range g.Taps(oy, ox) {
				if tap.Input == at {
					list = append(list, oy*g.Out.W+ox)
				}
			}
		}
	}
	return list
}

// AboutPoolGradient asks what gradient arrives at input cell at of a pooling
// whose output has the gradient p.Grad.
func AboutPoolGradient(p *Problem, at nn.Point) (Question, error) {
	g, err := p.Geometry()
	if err != nil {
		return Question{}, err
	}
	back, err := p.poolGradient()
	if err != nil {
		return Question{}, err
	}
	_, _, picked, err := p.pooled()
	if err != nil {
		return Question{}, err
	}
	right := viz.Number(back.At(0, 0, at.Y, at.X))
	readers := p.readers(g, at)
	won := wonBy(readers, picked, at.Y*g.In.W+at.X)
	m := NewMistakes(right)
	addGradientSlips(m, p, readers, won, at)
	ask := viz.Words{Key: "quiz.pool-gradient.ask", Args: viz.Args{"row": at.Y + 1, "column": at.X + 1}}
	return Question{
		Kind: poolGradient{}.ID(), Level: 1, Topic: "pooling",
		Prompt: append(poolSetup(p), p.gradWords(g), ask),
		Drawn:  p.gradDrawn(g, ask),
		Given:  Given{Problem: p, At: []int{0, at.Y, at.X}},
		Type:   TypeNumber, Answer: right, Slips: m.list,
		Worked: workedGradient(p, readers, won, at, right),
	}, nil
}

// wonBy are those of some windows that an input cell has won.
func wonBy(readers, picked []int, cell int) []int {
	var won []int
	for _, w := range readers {
		if picked != nil && picked[w] == cell {
			won = append(won, w)
		}
	}
	return won
}

// gradWords write the output's gradient row by row.
func (p *Problem) gradWords(g nn.Geometry) viz.Words {
	return viz.Words{Key: "quiz.pool-gradient.grad", Args: viz.Args{"rows": p.gradient(g).rows(0)}}
}

// gradDrawn is a question about the output's gradient for a screen.
func (p *Problem) gradDrawn(g nn.Geometry, ask viz.Words) Drawn {
	return Drawn{
		Prompt: append(poolSetup(p), ask),
		Planes: []viz.NumberPlane{planeOf("quiz.pool-gradient.plane", viz.PlaneOutput, p.gradient(g).grid())},
	}
}

// gradient is the output's gradient.
func (p *Problem) gradient(g nn.Geometry) Array {
	return Array{Shape: []int{1, 1, g.Out.H, g.Out.W}, Data: p.Grad}
}

// gradients are those of some output cells, as whole numbers.
func (p *Problem) gradients(windows []int) []int {
	var list []int
	for _, w := range windows {
		list = append(list, int(p.Grad[w]))
	}
	return list
}

// addGradientSlips adds what slips make of the gradient that arrives.
func addGradientSlips(m *Mistakes, p *Problem, readers, won []int, at point) {
	all, cells := p.gradients(readers), p.Kernel[0]*p.Kernel[1]
	if len(all) == 0 {
		return
	}
	value := p.Input.at(0, at)
	if p.poolMode() == viz.PoolAverage {
		m.AddVariant(itoa(total(all)), "gradient-to-all", plusses(all)+" = "+itoa(total(all)), "average")
		m.AddVariant("0", "gradient-to-max", "0", "")
	} else {
		m.Add(itoa(total(all)), "gradient-to-all", plusses(all)+" = "+itoa(total(all)))
		share := viz.Number(float64(total(all)) / float64(cells))
		if len(share) <= maxWritten {
			m.Add(share, "gradient-shared", fmt.Sprintf("(%s) ÷ %d = %s", plusses(all), cells, share))
		}
		if len(won) > 1 {
			m.Add(itoa(int(p.Grad[won[0]])), "gradient-once", itoa(int(p.Grad[won[0]])))
		}
		if len(won) > 0 {
			m.Add("0", "gradient-lost", "0")
		}
	}
	m.Add(itoa(value), "value-for-gradient", itoa(value))
	m.Add(itoa(value*all[0]), "gradient-times-value", fmt.Sprintf("%s × %d = %d", signed(value), all[0], value*all[0]))
	m.AddVariant("1", "value-for-gradient", "1", "one")
}

func workedGradient(p *Problem, readers, won []int, at point, right string) []viz.Words {
	args := viz.Args{"row": at.Y + 1, "column": at.X + 1, "value": p.Input.at(0, at), "n": right, "windows": len(readers)}
	if len(readers) == 0 {
		return []viz.Words{{Key: "quiz.worked.gradient-unread", Args: args}}
	}
	if p.poolMode() == viz.PoolAverage {
		cells := p.Kernel[0] * p.Kernel[1]
		args["cells"], args["sum"] = cells, fmt.Sprintf("%s ÷ %d", sumFactor(p.gradients(readers)), cells)
		return []viz.Words{{Key: "quiz.worked.gradient-average", Args: args}}
	}
	args["won"] = len(won)
	switch len(won) {
	case 0:
		return []viz.Words{{Key: "quiz.worked.gradient-none", Args: args}}
	case 1:
		return []viz.Words{{Key: "quiz.worked.gradient-one", Args: args}}
	}
	args["sum"] = plusses(p.gradients(won))
	return []viz.Words{{Key: "quiz.worked.gradient-more", Args: args}}
}

// sumFactor is a sum in brackets where it has more than one number.
func sumFactor(numbers []int) string {
	if len(numbers) == 1 {
		return signed(numbers[0])
	}
	return "(" + plusses(numbers) + ")"
}
