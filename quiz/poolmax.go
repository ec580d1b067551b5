package quiz

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// poolMax asks for the maximum of one window.
type poolMax struct{}

func (poolMax) ID() string       { return "pool-max" }
func (poolMax) Topics() []string { return []string{"pooling"} }
func (poolMax) Levels() int      { return 3 }

func (k poolMax) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawPoolMax)
}

func poolScene(d dice, level int) scene {
	switch level {
	case 1:
		return scene{h: 4, w: 4, channels: 1, f: 2, stride: 2, low: 1, high: 9}
	case 2:
		return scene{h: d.from(5, 7), w: d.from(5, 7), channels: 1, f: d.from(2, 3), stride: d.from(1, 3), low: -5, high: 9}
	}
	return scene{h: d.from(5, 6), w: d.from(5, 6), channels: d.from(2, 3), f: 3, stride: 2, pad: d.from(0, 1), low: -12, high: 4}
}

// pool draws the numbers of a pooling.
func (s scene) pool(d dice, op string) *Problem {
	return &Problem{
		Op: op, Layout: "NCHW", Kernel: []int{s.f, s.f},
		Input:  d.array(s.low, s.high, 1, s.channels, s.h, s.w),
		Stride: [2]int{s.stride, s.stride}, Padding: [4]int{s.pad, s.pad, s.pad, s.pad},
	}
}

func drawPoolMax(d dice, level int) (Question, bool) {
	s := poolScene(d, level)
	p := s.pool(d, "maxpool2d")
	g, err := p.Geometry()
	if err != nil {
		return Question{}, false
	}
	at := d.cell(g)
	right, err := p.engine(at)
	window := p.windowValues(g, at, 0)
	if err != nil || len(window) < 2 {
		return Question{}, false
	}
	m := NewMistakes(itoa(right))
	addPoolSlips(m, p, g, at)
	if len(m.list) < 3 {
		return Question{}, false
	}
	return Question{
		Prompt: poolPrompt(p, at),
		Given:  Given{Problem: p, At: []int{0, at.Y, at.X}},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: workedPool(p, g, at, right),
	}, true
}

// windowValues are the numbers of a channel under the window of an output cell,
// row by row; padding is none.
func (p *Problem) windowValues(g nn.Geometry, at point, channel int) []int {
	var list []int
	if at.Y >= g.Out.H || at.X >= g.Out.W {
		return nil
	}
	for tap := range g.Taps(at.Y, at.X) {
		if tap.Inside {
			list = append(list, p.Input.at(channel, tap.Input))
		}
	}
	return list
}

// addPoolSlips adds what slips make of a maximum.
func addPoolSlips(m *Mistakes, p *Problem, g nn.Geometry, at point) {
	window := p.windowValues(g, at, 0)
	sum := 0
	for _, v := range window {
		sum += v
	}
	if g.Window.Padding != (nn.Sides{}) && len(window) < g.Window.Kernel.H*g.Window.Kernel.W {
		m.Add(itoa(max(0, slices.Max(window))), "pad-as-zero", itoa(max(0, slices.Max(window))))
	}
	m.Add(itoa(sum), "max-of-filter", fmt.Sprintf("%s = %d", plusses(window), sum))
	if sum%len(window) == 0 {
		m.Add(itoa(sum/len(window)), "average-for-max", fmt.Sprintf("(%s)/%d = %d", plusses(window), len(window), sum/len(window)))
	}
	m.Add(itoa(slices.Min(window)), "min-for-max", itoa(slices.Min(window)))
	elsewhere := func(slip string, window []int) {
		if len(window) > 0 {
			m.AddVariant(itoa(slices.Max(window)), slip, itoa(slices.Max(window)), "cell")
		}
	}
	if p.Stride != [2]int{1, 1} {
		elsewhere("stride-ignored", p.windowValues(p.changed(func(q *Problem) { q.Stride = [2]int{1, 1} }), at, 0))
	}
	if p.Padding != [4]int{} {
		elsewhere("pad-ignored", p.windowValues(p.changed(func(q *Problem) { q.Padding = [4]int{} }), at, 0))
	}
	elsewhere("h-w-swap", p.windowValues(g, point{Y: at.X, X: at.Y}, 0))
	if n := p.Input.Shape[1]; n > 1 {
		var all []int
		for c := range n {
			all = append(all, p.windowValues(g, at, c)...)
		}
		elsewhere("pool-across-channels", all)
	}
	whole := p.Input.Data[:g.In.H*g.In.W]
	m.Add(itoa(int(slices.Max(whole))), "max-of-all", itoa(int(slices.Max(whole))))
}

// plusses writes numbers as a sum.
func plusses(numbers []int) string {
	parts := make([]string, len(numbers))
	for i, n := range numbers {
		parts[i] = signed(n)
	}
	return strings.Join(parts, " + ")
}

func poolPrompt(p *Problem, at point) []viz.Words {
	args := viz.Args{"window": fmt.Sprintf("%dx%d", p.Kernel[0], p.Kernel[1]), "s": p.Stride[0], "p": p.Padding[0]}
	words := []viz.Words{{Key: "quiz.pool-max.setup", Args: args}}
	if p.Padding[0] > 0 {
		words = append(words, viz.Words{Key: "quiz.pool-max.padded", Args: args})
	}
	if p.Input.Shape[1] > 1 {
		return append(words, viz.Words{Key: "quiz.pool-max.ask-channel", Args: viz.Args{"row": at.Y + 1, "column": at.X + 1, "channel": 1}})
	}
	return append(words, viz.Words{Key: "quiz.pool-max.ask", Args: viz.Args{"row": at.Y + 1, "column": at.X + 1}})
}

func workedPool(p *Problem, g nn.Geometry, at point, right int) []viz.Words {
	window := p.windowValues(g, at, 0)
	parts := make([]string, len(window))
	for i, n := range window {
		parts[i] = itoa(n)
	}
	words := []viz.Words{windowWords(g, at)}
	if p.Padding[0] > 0 {
		words = append(words, viz.Words{Key: "quiz.worked.pool-padding"})
	}
	if p.Input.Shape[1] > 1 {
		words = append(words, viz.Words{Key: "quiz.worked.pool-channel"})
	}
	return append(words, viz.Words{Key: "quiz.worked.pool-max", Args: viz.Args{
		"numbers": strings.Join(parts, ", "), "n": right,
	}})
}
