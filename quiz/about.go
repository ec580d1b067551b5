package quiz

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// AboutCell asks for one output cell of a given operation, which a lesson shows
// already: the same answer, slips and solution as the kind cell-value.
func AboutCell(p *Problem, at nn.Point) (Question, error) {
	g, err := p.Geometry()
	if err != nil {
		return Question{}, err
	}
	if at.Y < 0 || at.X < 0 || at.Y >= g.Out.H || at.X >= g.Out.W {
		return Question{}, fmt.Errorf("quiz: cell %d, %d is not in the %s output", at.Y, at.X, g.Out)
	}
	right, sum := p.cell(g, at, plainCell)
	m := NewMistakes(itoa(right))
	addCellSlips(m, p, g, at)
	return Question{
		Kind: cellValue{}.ID(), Level: 1, Topic: cellTopic(p),
		Prompt: cellPrompt(p, at),
		Given:  Given{Problem: p, At: []int{0, at.Y, at.X}},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: workedCell(p, g, at, right, sum),
	}, nil
}

// AboutSamePadding asks how much padding on each side keeps an input's size at
// stride 1; the error says that none does, as for an even filter. Beside the
// slips of a setting asked for, it tells of every other padding up to the
// filter's side what size it makes.
func AboutSamePadding(in, filter nn.Size) (Question, error) {
	right := (filter.W - 1) / 2
	g, err := nn.NewGeometry(in, nn.Window{Kernel: filter, Padding: nn.AllSides(right)}, nn.RuleFloor)
	if err != nil || g.Out != in {
		return Question{}, fmt.Errorf("quiz: no padding keeps %s at a %s filter", in, filter)
	}
	s := viz.SlideSetup{In: in.W, Filter: filter.W, Stride: 1, Padding: right}
	q, err := AboutSetting(s, viz.SlidePadding)
	if err != nil {
		return Question{}, err
	}
	m := &Mistakes{right: q.Answer, list: q.Slips}
	m.Add(itoa(filter.W-1), "pad-once", fmt.Sprintf("%d - 1 = %d", filter.W, filter.W-1))
	for p := range filter.W + 1 {
		a := nn.Axis{In: in.W, Filter: filter.W, Stride: 1, Dilation: 1, Before: p, After: p}
		m.Add(itoa(p), "another-size", sideText(a, nn.RuleFloor, room(a)+1))
	}
	q.Slips, q.Topic = m.list, "padding"
	args := viz.Args{"f": filter.W, "p": right, "n": in.W}
	q.Prompt = []viz.Words{{Key: "quiz.same-padding.ask", Args: args}}
	q.Worked = []viz.Words{{Key: "quiz.same-padding.worked", Args: args}}
	return q, nil
}
