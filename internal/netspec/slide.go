package netspec

import (
	"errors"

	"convtutor/internal/fault"
	"convtutor/internal/nn"
)

// slid is a layer laid over its input.
type slid struct {
	out      Shape
	unread   Unread
	geometry nn.Geometry // of a layer with a window
}

// slide gives a layer's output shape; layers with a window ask the engine.
func (l Layer) slide(in Shape, rule nn.Rule) (slid, error) {
	switch l.Op {
	case Conv:
		return l.slideWindow(in, l.Count, l.rule(rule))
	case MaxPool, AvgPool, MinPool:
		return l.slideWindow(in, in.C, l.rule(rule))
	case ConvT:
		return l.slideTransposed(in)
	case GlobalAvg:
		return slid{out: Shape{1, 1, in.C}}, nil
	case Flatten:
		n, err := product(int64(in.H), int64(in.W), int64(in.C))
		return slid{out: Shape{1, 1, int(n)}}, err
	case Dense:
		return l.slideDense(in)
	case Reshape:
		return l.slideReshape(in)
	default:
		return slid{out: in}, nil
	}
}

// rule is the layer's own rule, or else the network's.
func (l Layer) rule(network nn.Rule) nn.Rule {
	switch {
	case l.Same:
		return nn.RuleSame
	case l.Ceil:
		return nn.RuleCeil
	}
	return network
}

func (l Layer) slideWindow(in Shape, channels int, rule nn.Rule) (slid, error) {
	if err := l.checkGroups(in); err != nil {
		return slid{}, err
	}
	if err := l.checkPadding(); err != nil {
		return slid{}, err
	}
	g, err := nn.NewGeometry(in.Size(), l.Window, rule)
	if err != nil {
		e := &Error{Message: err.Error(), Cause: err}
		if hint := windowHint(err); hint != nil {
			return slid{}, e.fix(hint)
		}
		return slid{}, e
	}
	return slid{Shape{g.Out.H, g.Out.W, channels}, unread(g), g}, nil
}

// checkPadding refuses a maximum or minimum over nothing but padding.
func (l Layer) checkPadding() error {
	w := l.Window
	if l.Op != MaxPool && l.Op != MinPool || w.Padding.Top < w.Kernel.H && w.Padding.Left < w.Kernel.W {
		return nil
	}
	return wrong(0, fault.New("error.size.all_padding", fault.Args{"window": w.Kernel, "padding": w.Padding}, "a window of %s with padding %s sees nothing but padding", w.Kernel, w.Padding)).
		fix(fault.New("error.hint.less_padding", nil, "take less padding"))
}

// windowHint says what could be changed so that a window fits.
func windowHint(err error) *fault.Error {
	switch {
	case errors.Is(err, nn.ErrTooLarge):
		return fault.New("error.hint.smaller_filter", nil, "take a smaller filter or more padding")
	case errors.Is(err, nn.ErrRemainder):
		return fault.New("error.hint.other_stride", nil, "take another stride or padding, or the rule floor, ceil or same")
	}
	return nil
}

func (l Layer) slideTransposed(in Shape) (slid, error) {
	if err := l.checkGroups(in); err != nil {
		return slid{}, err
	}
	g, err := nn.NewTransposed(in.Size(), l.Window, l.OutputPadding)
	if err != nil {
		return slid{}, &Error{Message: err.Error(), Cause: err}
	}
	return slid{out: Shape{g.In.H, g.In.W, l.Count}, geometry: g}, nil
}

func (l Layer) checkGroups(in Shape) error {
	if isPool(l.Op) || in.C%l.Groups == 0 && l.Count%l.Groups == 0 {
		return nil
	}
	return wrong(0, fault.New("error.size.groups", fault.Args{"groups": l.Groups, "channels": in.C, "filters": l.Count},
		"%d groups do not divide %d channels and %d filters", l.Groups, in.C, l.Count)).
		fix(fault.New("error.hint.groups", nil, "both must be multiples of the number of groups"))
}

func (l Layer) slideDense(in Shape) (slid, error) {
	if in.H != 1 || in.W != 1 {
		return slid{}, wrong(0, fault.New("error.spec.vector", fault.Args{"shape": in}, "dense wants a vector, not %s", in)).
			fix(fault.New("error.hint.flatten", fault.Args{"layer": l.Spec}, "put flatten (or gap) before it: flatten | %s", l.Spec))
	}
	return slid{out: Shape{1, 1, l.Count}}, nil
}

func (l Layer) slideReshape(in Shape) (slid, error) {
	from, err := product(int64(in.H), int64(in.W), int64(in.C))
	if err != nil {
		return slid{}, err
	}
	to, err := product(int64(l.Shape.H), int64(l.Shape.W), int64(l.Shape.C))
	if err != nil {
		return slid{}, err
	}
	if from != to {
		return slid{}, wrong(0, fault.New("error.spec.numbers", fault.Args{"in": in, "n": int(from), "out": l.Shape, "m": int(to)}, "%s is %d numbers, %s is %d", in, from, l.Shape, to))
	}
	return slid{out: l.Shape}, nil
}

// unread counts what no window reads, and looks whether it lies at the end.
// Windows without gaps read all that lies before the end of the last one, so
// that nothing has to be counted cell by cell.
func unread(g nn.Geometry) Unread {
	if withoutGaps(g.Rows()) && withoutGaps(g.Columns()) {
		last := g.Origin(g.Out.H-1, g.Out.W-1)
		return Unread{Rows: max(0, g.In.H-last.Y-g.Rows().Span()), Columns: max(0, g.In.W-last.X-g.Columns().Span())}
	}
	rows, columns := g.ReadsByAxis()
	r, betweenRows := unreadOf(rows)
	c, betweenColumns := unreadOf(columns)
	return Unread{r, c, betweenRows || betweenColumns}
}

func withoutGaps(a nn.Axis) bool { return a.Dilation == 1 && a.Stride <= a.Filter }

// unreadOf counts zeros, and says whether one stands before a number that is
// none.
func unreadOf(reads []int) (n int, between bool) {
	for _, r := range reads {
		switch {
		case r == 0:
			n++
		case n > 0:
			between = true
		}
	}
	return n, between
}
