package quiz

import (
	"convtutor/viz"
)

// cellValue asks for one number of a convolution's output.
type cellValue struct{}

func (cellValue) ID() string       { return "cell-value" }
func (cellValue) Topics() []string { return []string{"conv", "filters", "stride", "padding"} }
func (cellValue) Levels() int      { return 3 }

func (k cellValue) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawCellValue)
}

// scene is the size of a drawn operation.
type scene struct{ h, w, channels, f, stride, pad, low, high int }

func cellScene(d dice, level int) scene {
	switch level {
	case 1:
		return scene{5, 5, 1, 3, 1, 0, 0, 2}
	case 2:
		s := scene{d.from(4, 6), d.from(4, 6), 1, d.one(2, 3), d.from(1, 2), d.from(0, 1), -2, 4}
		if s.stride == 1 {
			s.pad = 1
		}
		return s
	}
	return scene{d.from(4, 5), d.from(4, 6), d.from(2, 3), d.one(2, 3), d.from(1, 2), d.from(0, 1), -3, 5}
}

func drawCellValue(d dice, level int) (Question, bool) {
	s := cellScene(d, level)
	p := &Problem{
		Op: "conv2d", Layout: "NCHW",
		Input:  d.array(s.low, s.high, 1, s.channels, s.h, s.w),
		Weight: new(d.array(-1, 2, 1, s.channels, s.f, s.f)),
		Stride: [2]int{s.stride, s.stride}, Padding: [4]int{s.pad, s.pad, s.pad, s.pad},
	}
	if level > 1 {
		p.Bias = []float64{float64(d.one(-2, -1, 1, 2, 3))}
	}
	g, err := p.Geometry()
	if err != nil {
		return Question{}, false
	}
	at := d.cell(g)
	right, err := p.engine(at)
	if err != nil || tooEasy(p, g, at) {
		return Question{}, false
	}
	_, sum := p.cell(g, at, plainCell)
	m := NewMistakes(itoa(right))
	addCellSlips(m, p, g, at)
	if len(m.list) < 3 {
		return Question{}, false
	}
	return Question{
		Topic:  cellTopic(p),
		Prompt: cellPrompt(p, at),
		Given:  Given{Problem: p, At: []int{0, at.Y, at.X}},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: workedCell(p, g, at, right, sum),
	}, true
}

// cellTopic is what the question turns on most.
func cellTopic(p *Problem) string {
	switch {
	case p.Input.Shape[1] > 1:
		return "filters"
	case p.Stride[0] > 1:
		return "stride"
	case p.Padding[0] > 0:
		return "padding"
	}
	return "conv"
}

// cellPrompt says the operation; the numbers follow in words of their own, for
// where no picture shows them.
func cellPrompt(p *Problem, at point) []viz.Words {
	words := []viz.Words{{Key: "quiz.cell-value.setup", Args: viz.Args{
		"s": p.Stride[0], "p": p.Padding[0],
	}}}
	if len(p.Bias) > 0 {
		words = append(words, viz.Words{Key: "quiz.cell-value.bias", Args: viz.Args{"bias": int(p.Bias[0])}})
	}
	return append(words, viz.Words{Key: "quiz.cell-value.ask", Args: viz.Args{"row": at.Y + 1, "column": at.X + 1}})
}
