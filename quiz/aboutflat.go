package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/viz"
)

// AboutFlatInput asks which of some pictures (H, W, C) a fully connected layer
// takes that has so many inputs: all that flatten to so many numbers. The engine
// flattens each; at least one must be right and one wrong.
func AboutFlatInput(inputs int, pictures [][3]int) (Question, error) {
	q := Question{
		Kind: flatPlace{}.ID(), Level: 1, Topic: "flatten", Type: TypeSeveral,
		Given:  Given{Ask: "inputs", Values: Values{"inputs": inputs}},
		Prompt: []viz.Words{{Key: "quiz.flat-input.ask", Args: viz.Args{"inputs": inputs}}},
	}
	var right []string
	for _, p := range pictures {
		shape := netspec.Shape{H: p[0], W: p[1], C: p[2]}
		table, err := tableOf(shape, "flatten")
		if err != nil {
			return Question{}, err
		}
		n := table.Last().Out.C
		o := Option{Answer: shape.String()}
		sum := product(n, shape.H, shape.W, shape.C)
		q.Worked = append(q.Worked, viz.Words{Key: "quiz.flat-input.worked", Args: viz.Args{"shape": o.Answer, "sum": sum}})
		if n == inputs {
			right = append(right, o.Answer)
		} else {
			slip, variant := flatInputSlip(inputs, shape)
			o.Slip = slip
			q.Slips = append(q.Slips, Mistake{o.Answer, slip, why(slip, variant, sum)})
		}
		q.Options = append(q.Options, o)
	}
	if len(right) == 0 || len(right) == len(pictures) || len(pictures) > MaxOptions {
		return Question{}, fmt.Errorf("quiz: %d of %d pictures have %d numbers", len(right), len(pictures), inputs)
	}
	q.Answer = strings.Join(right, "; ")
	return q, nil
}

// flatInputSlip is why one takes a picture for one of so many numbers: its
// pixels are as many, its sides add up to it, or its size alone looks right.
func flatInputSlip(inputs int, s netspec.Shape) (slip, variant string) {
	switch inputs {
	case s.H * s.W:
		return "depth-ignored", "flat-input"
	case s.H + s.W + s.C:
		return "sides-added", "flat"
	}
	return "another-length", ""
}

// walkFlatInput counts the numbers of each picture in turn.
func (q Question) walkFlatInput() (Walk, bool) {
	inputs, ok := q.Given.Values["inputs"].(int)
	if !ok {
		return Walk{}, false
	}
	args := viz.Args{"inputs": inputs}
	return q.walkChecks(viz.ChecksSetup{
		Goal: stepWords("flat.goal", args), Begin: stepWords("flat.begin", args),
		Columns: []viz.Words{stepWords("flat.column", nil)},
	}, func(o Option) ([]viz.Check, error) {
		shape, err := netspec.Parse(o.Answer)
		if err != nil {
			return nil, err
		}
		in := shape.Input
		n := in.H * in.W * in.C
		args := viz.Args{"shape": o.Answer, "sum": product(n, in.H, in.W, in.C), "inputs": inputs}
		if n == inputs {
			return []viz.Check{{Found: itoa(n), Result: viz.CheckFits, Says: stepWords("flat.fits", args)}}, nil
		}
		return []viz.Check{{Found: itoa(n), Result: viz.CheckFails, Says: stepWords("flat.fits-not", args)}}, nil
	})
}
