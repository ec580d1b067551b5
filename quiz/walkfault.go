package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// walkFault lets the input go through a network as far as the layer that cannot
// be, and shows along a side why its window has no place.
func (q Question) walkFault() (Walk, bool) {
	net, err := netspec.Parse(q.Given.Spec)
	if err != nil {
		return Walk{}, false
	}
	at, before, cause := firstFault(net)
	if cause == nil {
		return Walk{}, false
	}
	in := net.Input
	if at > 0 {
		in = before.Last().Out
	}
	why := WhyNot(net.Layers[at], in)
	before.Input = net.Input
	links := make([]viz.Link, len(net.Layers))
	for i, l := range net.Layers {
		links[i] = viz.Link{Name: linkName(l.Op)}
		switch {
		case i < at:
			links[i].Does, links[i].Out = shapeWords(before, i), volume(before.Rows[i].Out)
		case i == at:
			links[i].Does, links[i].Bad = why, true
		}
	}
	input := viz.Words{Key: "quiz.walk.input", Args: viz.Args{"shape": net.Input.String()}}
	chain := viz.NewChain(volume(net.Input), input, links).Until(at + 1)
	side, ok := faultySide(net.Layers[at], in, why)
	if !ok {
		return Walk{Animation: chain}, true
	}
	return inTurn([]viz.Titled{turn("layers", nil, chain), turn("fault", viz.Args{"layer": at + 1, "shape": in.String()}, side)}), true
}

// faultySide is the side of an input along which a layer's window has no place.
func faultySide(l netspec.Layer, in netspec.Shape, why viz.Words) (viz.Animation, bool) {
	used, ok := usedAxes(netspec.Row{Layer: l, In: in}, nn.RuleError)
	if !ok {
		return nil, false
	}
	for _, a := range used {
		if _, err := a.Output(nn.RuleError); err == nil {
			continue
		}
		sum := fmt.Sprintf("(%d - %d + %s)/%d = %s", a.In, a.Span(), padText(a), a.Stride, quotient(room(a), a.Stride))
		return viz.NewSide(viz.SideSetup{Axis: a, Rule: nn.RuleError, Sum: sum, Divides: true, End: why}), true
	}
	return nil, false
}
