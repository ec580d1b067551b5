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
// stride 1. The engine tries one padding after the other; the error says that
// none does, as for an even filter.
func AboutSamePadding(in, filter nn.Size) (Question, error) {
	right := -1
	for p := 0; p <= max(filter.H, filter.W) && right < 0; p++ {
		g, err := nn.NewGeometry(in, nn.Window{Kernel: filter, Padding: nn.AllSides(p)}, nn.RuleFloor)
		if err == nil && g.Out == in {
			right = p
		}
	}
	if right < 0 {
		return Question{}, fmt.Errorf("quiz: no padding keeps %s at a %s filter", in, filter)
	}
	m := NewMistakes(itoa(right))
	m.Add(itoa(filter.H-1), "pad-once", fmt.Sprintf("%d - 1 = %d", filter.H, filter.H-1))
	m.Add("0", "pad-ignored", fmt.Sprintf("%d - %d + 1 = %d", in.H, filter.H, in.H-filter.H+1))
	args := viz.Args{"f": filter.H, "p": right, "n": in.H}
	return Question{
		Kind: outputSize{}.ID(), Level: 1, Topic: "padding",
		Prompt: []viz.Words{{Key: "quiz.same-padding.ask", Args: args}},
		Given: Given{
			Spec: fmt.Sprintf("%s | conv %s 1 p%d", in, filter, right), Rule: "floor",
		},
		Type: TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.same-padding.worked", Args: args}},
	}, nil
}
