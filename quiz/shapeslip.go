package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
)

// AddShapes adds what slips make of a network's output shape: on its sides,
// then on its depth, then on the order of its numbers.
func (m *Mistakes) AddShapes(t netspec.Table) {
	m.AddSides(t)
	m.AddDepths(t)
}

// AddSides adds what slips make of the output's height and width, each made at
// every layer that gives cause for it.
func (m *Mistakes) AddSides(t netspec.Table) {
	for _, s := range sideSlips() {
		if out, text, ok := slippedShape(t, s); ok {
			m.Add(out.String(), s.id, text)
		}
	}
}

// AddDepths adds what slips make of the output's depth and of the order of the
// shape's numbers.
func (m *Mistakes) AddDepths(t netspec.Table) {
	last := t.Last()
	out := last.Out
	switch last.Layer.Op {
	case netspec.Conv, netspec.ConvT:
		depth := func(c int) string { return netspec.Shape{H: out.H, W: out.W, C: c}.String() }
		m.AddVariant(depth(last.In.C), "depth-is-count", itoa(last.In.C), "output")
		m.Add(depth(last.In.C*out.C), "per-channel-maps", product(last.In.C*out.C, out.C, last.In.C))
	case netspec.MaxPool, netspec.AvgPool, netspec.MinPool:
		m.Add(last.In.String(), "pool-keeps-size", last.In.Size().String())
		m.Add(netspec.Shape{H: out.H, W: out.W, C: 1}.String(), "pool-across-channels", "1")
	}
	m.Add(netspec.Shape{H: out.W, W: out.H, C: out.C}.String(), "h-w-swap", fmt.Sprintf("%dx%d", out.W, out.H))
	m.Add(fmt.Sprintf("%dx%dx%d", out.C, out.H, out.W), "channel-first", fmt.Sprintf("%dx%dx%d", out.C, out.H, out.W))
}

// slippedShape is the output shape when one slip is made at every layer where
// it can be made, with the arithmetic of the first side that it changes.
func slippedShape(t netspec.Table, s sideSlip) (netspec.Shape, string, bool) {
	in, text := t.Input, ""
	for _, row := range t.Rows {
		sides := [2]int{}
		for i, a := range axes(row.Layer, in.Size()) {
			n, arithmetic, ok := s.rule(a, t.Rule)
			if !ok {
				var err error
				if n, err = a.Output(lenient(t.Rule)); err != nil {
					return netspec.Shape{}, "", false
				}
			} else if text == "" {
				text = arithmetic
			}
			if n < 1 {
				return netspec.Shape{}, "", false
			}
			sides[i] = n
		}
		in = netspec.Shape{H: sides[0], W: sides[1], C: row.Out.C}
	}
	return in, text, text != ""
}

// lenient lets a later layer go on where an earlier slip made its stride fit
// no longer.
func lenient(rule nn.Rule) nn.Rule {
	if rule == nn.RuleError {
		return nn.RuleFloor
	}
	return rule
}
