package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// AboutPoolShift asks how many of outs output cells a shift of the input
// changes. in is how many input cells it changes, out what the engine counted.
func AboutPoolShift(in, out, outs int) Question {
	m := NewMistakes(itoa(out))
	m.Add("0", "pool-forgives-all", "0")
	m.Add(itoa(outs), "pool-forgives-none", itoa(outs))
	m.Add(itoa(in), "input-for-output", itoa(in))
	args := viz.Args{"in": in, "out": out, "outs": outs}
	return Question{
		Kind: poolMax{}.ID(), Level: 1, Topic: "pooling",
		Prompt: []viz.Words{{Key: "quiz.pool-shift.ask", Args: args}},
		Type:   TypeNumber, Answer: itoa(out), Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.pool-shift.worked", Args: args}},
	}
}

// AboutPoolWindow asks which window, moved by its own side, makes to cells out
// of from. The engine tries one after the other.
func AboutPoolWindow(from, to int) (Question, error) {
	right := 0
	for f := 1; f <= from && right == 0; f++ {
		g, err := nn.NewGeometry(nn.Square(from), nn.Window{Kernel: nn.Square(f), Stride: nn.Square(f)}, nn.RuleError)
		if err == nil && g.Out.H == to {
			right = f
		}
	}
	if right == 0 {
		return Question{}, fmt.Errorf("quiz: no window makes %d cells out of %d", to, from)
	}
	m := NewMistakes(itoa(right))
	m.AddVariant(itoa(from-to+1), "stride-ignored", fmt.Sprintf("%d - %d + 1 = %d", from, to, from-to+1), "window")
	m.Add(itoa(to), "size-for-window", itoa(to))
	m.Add(itoa(right*right), "cells-for-side", fmt.Sprintf("%d × %d = %d", right, right, right*right))
	args := viz.Args{"from": from, "to": to, "f": right}
	return Question{
		Kind: outputSize{}.ID(), Level: 1, Topic: "pooling",
		Prompt: []viz.Words{{Key: "quiz.pool-window.ask", Args: args}},
		Type:   TypeNumber, Answer: itoa(right), Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.pool-window.worked", Args: args}},
	}, nil
}

// addPoolWeights adds what those answer who give a pooling layer weights.
func (m *Mistakes) addPoolWeights(row netspec.Row) {
	cells := row.Layer.Window.Kernel.H * row.Layer.Window.Kernel.W
	m.Add(itoa(cells), "pool-has-weights", itoa(cells))
	m.Add(itoa(cells*row.In.C), "pool-has-weights", fmt.Sprintf("%d × %d = %d", cells, row.In.C, cells*row.In.C))
	m.Add(itoa(row.In.C), "pool-has-weights", itoa(row.In.C))
}
