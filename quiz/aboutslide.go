package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// AboutSide asks how many windows of a size fit along one side, under a rule,
// with the slips of output sizes.
func AboutSide(s viz.SlideSetup, rule nn.Rule) (Question, error) {
	g, err := s.Geometry(rule)
	if err != nil {
		return Question{}, err
	}
	m := NewMistakes(itoa(g.Out.W))
	for _, slip := range sideSlips() {
		if n, text, ok := slip.rule(g.Columns(), rule); ok {
			m.Add(itoa(n), slip.id, text)
		}
	}
	length := s.In + 2*s.Padding
	for _, n := range []int{length / s.Stride, (length + s.Stride - 1) / s.Stride} { // as people round
		m.Add(itoa(n), "filter-ignored", divided(length, s.Stride))
	}
	return Question{
		Kind: outputSize{}.ID(), Level: 1, Topic: sideTopic(s),
		Prompt: []viz.Words{{Key: "quiz.side.ask", Args: slideArgs(s)}},
		Given:  Given{Spec: slideSpec(s), Rule: "floor"},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.side.worked", Args: viz.Args{"sum": sideText(g.Columns(), rule, g.Out.W)}}},
	}, nil
}

// AboutUnread asks how many columns of the input no window reads where sizes
// are rounded down.
func AboutUnread(s viz.SlideSetup) (Question, error) {
	g, err := s.Geometry(nn.RuleFloor)
	if err != nil {
		return Question{}, err
	}
	_, unread := g.Unread()
	m := NewMistakes(itoa(unread))
	m.Add("0", "unread-ignored", itoa(g.Out.W*s.Filter))
	m.Add(itoa(s.In-s.Stride*g.Out.W), "stride-for-filter", fmt.Sprintf("%d - %d*%d = %d", s.In, g.Out.W, s.Stride, s.In-s.Stride*g.Out.W))
	m.Add(itoa(s.Stride-g.Columns().Remainder()), "unread-over", itoa(s.Stride-g.Columns().Remainder()))
	args := slideArgs(s)
	args["out"], args["last"], args["unread"] = g.Out.W, g.Origin(0, g.Out.W-1).X+s.Filter, unread
	return Question{
		Kind: reads{}.ID(), Level: 1, Topic: "stride",
		Prompt: []viz.Words{{Key: "quiz.unread.ask", Args: args}},
		Given:  Given{Spec: slideSpec(s), Rule: "floor"},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.unread.worked", Args: args}},
	}, nil
}

// divided writes a division with its result where it comes out: "8/2 = 4", "7/2".
func divided(a, b int) string {
	text := fmt.Sprintf("%d/%d", a, b)
	if q := quotient(a, b); q != text {
		text += " = " + q
	}
	return text
}

func sideTopic(s viz.SlideSetup) string {
	if s.Padding > 0 {
		return "padding"
	}
	return "stride"
}

func slideArgs(s viz.SlideSetup) viz.Args {
	return viz.Args{"n": s.In, "f": s.Filter, "s": s.Stride, "p": s.Padding}
}

// slideSpec is the setup in the language of networks: one filter on one channel.
func slideSpec(s viz.SlideSetup) string {
	return fmt.Sprintf("%dx%dx1 | conv %d 1 s%d p%d", s.In, s.In, s.Filter, s.Stride, s.Padding)
}

// AboutPadded asks for the shape of a colour picture, three channels deep, with
// padding around it, before any filter.
func AboutPadded(s viz.SlideSetup) (Question, error) {
	if err := s.Check(); err != nil {
		return Question{}, err
	}
	const depth = 3
	n, p := s.In, s.Padding
	shape := func(side, depth int) string { return netspec.Shape{H: side, W: side, C: depth}.String() }
	right := netspec.Shape{H: n + 2*p, W: n + 2*p, C: depth}
	m := NewMistakes(right.String())
	m.Add(shape(n+p, depth), "pad-once", fmt.Sprintf("%d + %d = %d", n, p, n+p))
	m.Add(shape(n+2*p, depth+2*p), "depth-padded", itoa(depth+2*p))
	m.Add(shape(n, depth), "pad-ignored", itoa(n))
	if n > 2*p {
		m.Add(shape(n-2*p, depth), "pad-subtracted", fmt.Sprintf("%d - 2*%d = %d", n, p, n-2*p))
	}
	m.Add(fmt.Sprintf("%dx%dx%d", depth, n+2*p, n+2*p), "channel-first", fmt.Sprintf("%dx%dx%d", depth, n+2*p, n+2*p))
	args := slideArgs(s)
	args["c"], args["shape"] = depth, right.String()
	args["sum"] = fmt.Sprintf("%d + 2*%d = %d", n, p, n+2*p)
	return Question{
		Kind: outputSize{}.ID(), Level: 1, Topic: "padding",
		Prompt: []viz.Words{{Key: "quiz.padded.ask", Args: args}},
		Type:   TypeShape, Answer: m.right, Accept: shapeSpellings(right), Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.padded.worked", Args: args}},
	}, nil
}
