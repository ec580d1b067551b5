package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// transposedSize asks for the shape that comes out of transposed convolutions.
// Given.Spec is the network: "4x4x64 | convt 4 32 s2 p1".
type transposedSize struct{}

func (transposedSize) ID() string       { return "transposed-size" }
func (transposedSize) Topics() []string { return []string{"size-quiz", "gan-family"} }
func (transposedSize) Levels() int      { return 3 }

func (k transposedSize) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawTransposedSize)
}

func drawTransposedSize(d dice, level int) (Question, bool) {
	net, table, err := netspec.ReadTable(transposedSpec(d, level), nn.RuleError)
	if err != nil {
		return Question{}, false
	}
	out := table.Last().Out
	m := NewMistakes(out.String())
	m.addTransposed(table)
	m.AddDepths(table)
	worked := []viz.Words{{Key: "quiz.transposed-size.formula"}}
	for i, r := range table.Rows {
		a := axes(r.Layer, r.In.Size())
		worked = append(worked, viz.Words{Key: "quiz.transposed-size.worked", Args: viz.Args{
			"layer": i + 1, "height": transposedText(a[0], r.Layer.OutputPadding.H, r.Out.H),
			"width": transposedText(a[1], r.Layer.OutputPadding.W, r.Out.W), "shape": r.Out.String(),
		}})
	}
	return Question{
		Prompt: append(netLayers(net, nn.RuleError), viz.Words{Key: "quiz.output-size.ask"}),
		Given:  Given{Spec: net.String(), Rule: netspec.RuleName(nn.RuleError)},
		Type:   TypeShape, Answer: m.right, Accept: shapeSpellings(out),
		Slips: m.list, Worked: worked,
	}, len(m.list) >= 3
}

// transposedSpec draws one transposed convolution without padding, one with
// padding and at times output padding, or two as in a generator.
func transposedSpec(d dice, level int) string {
	h, w, c := d.from(2, 9), d.from(2, 9), d.one(8, 16, 32, 64)
	switch level {
	case 1:
		return fmt.Sprintf("%dx%dx%d | convt %d %d s%d", h, h, c, d.from(2, 4), d.one(1, 3, 4, 6), d.from(2, 3))
	case 2:
		s := fmt.Sprintf("%dx%dx%d | convt %d %d s%d p%d", h, w, c, d.from(3, 5), d.one(3, 4, 6), d.from(2, 3), d.from(1, 2))
		if d.chance(3) {
			s += " op1"
		}
		return s
	}
	return fmt.Sprintf("%dx%dx%d | convt 4 %d s2 p%d | convt %d %d s%d p1",
		h, w, 2*c, c, d.from(0, 1), d.from(3, 5), d.one(1, 3), d.from(2, 3))
}

// transposedText is the arithmetic of a side: "(4 - 1)*2 - 2*1 + 4 = 8".
func transposedText(a nn.Axis, extra, out int) string {
	s := fmt.Sprintf("(%d - 1)*%d - %s + %d", a.In, a.Stride, padText(a), a.Span())
	if extra > 0 {
		s += fmt.Sprintf(" + %d", extra)
	}
	return fmt.Sprintf("%s = %d", s, out)
}

// transposedSlip computes what a slip makes of a side of a transposed
// convolution with output padding extra.
type transposedSlip struct {
	id, variant string
	rule        func(a nn.Axis, extra int) (n int, arithmetic string, ok bool)
}

// transposedSlips lists them, the likeliest first.
func transposedSlips() []transposedSlip {
	grown := func(above string, n int) (int, string, bool) { return n, fmt.Sprintf("%s = %d", above, n), true }
	return []transposedSlip{
		{"forward-for-back", "", func(a nn.Axis, _ int) (int, string, bool) {
			if room(a) < 0 {
				return 0, "", false
			}
			return windows(room(a), a.Stride, fmt.Sprintf("%d - %d + %s", a.In, a.Span(), padText(a)))
		}},
		{"no-minus-one", "", func(a nn.Axis, extra int) (int, string, bool) {
			return grown(fmt.Sprintf("%d*%d - %s + %d", a.In, a.Stride, padText(a), a.Span()+extra), a.In*a.Stride-pad(a)+a.Span()+extra)
		}},
		{"pad-added", "back", func(a nn.Axis, extra int) (int, string, bool) {
			n := (a.In-1)*a.Stride + pad(a) + a.Span() + extra
			_, text, _ := grown(fmt.Sprintf("(%d - 1)*%d + %s + %d", a.In, a.Stride, padText(a), a.Span()+extra), n)
			return n, text, pad(a) > 0
		}},
		{"pad-once", "back", func(a nn.Axis, extra int) (int, string, bool) {
			n := (a.In-1)*a.Stride - a.Before + a.Span() + extra
			_, text, _ := grown(fmt.Sprintf("(%d - 1)*%d - %d + %d", a.In, a.Stride, a.Before, a.Span()+extra), n)
			return n, text, pad(a) > 0
		}},
		{"extra-ignored", "", func(a nn.Axis, extra int) (int, string, bool) {
			n := (a.In-1)*a.Stride - pad(a) + a.Span()
			return n, transposedText(a, 0, n), extra > 0
		}},
		{"stride-alone", "", func(a nn.Axis, _ int) (int, string, bool) {
			return grown(fmt.Sprintf("%d*%d", a.In, a.Stride), a.In*a.Stride)
		}},
		{"stride-ignored", "back", func(a nn.Axis, extra int) (int, string, bool) {
			return grown(fmt.Sprintf("(%d - 1) - %s + %d", a.In, padText(a), a.Span()+extra), a.In-1-pad(a)+a.Span()+extra)
		}},
	}
}

// addTransposed adds what slips make of the height and width of transposed
// convolutions, each made at every layer that gives cause for it.
func (m *Mistakes) addTransposed(t netspec.Table) {
	for _, s := range transposedSlips() {
		if out, text, ok := slippedTransposed(t, s); ok {
			m.AddVariant(out.String(), s.id, text, s.variant)
		}
	}
}

func slippedTransposed(t netspec.Table, s transposedSlip) (in netspec.Shape, text string, ok bool) {
	in = t.Input
	for _, r := range t.Rows {
		sides := [2]int{}
		extra := [2]int{r.Layer.OutputPadding.H, r.Layer.OutputPadding.W}
		for i, a := range axes(r.Layer, in.Size()) {
			n, arithmetic, made := s.rule(a, extra[i])
			if !made {
				n, _ = a.Transposed(extra[i]) // 0 where there is none
			} else if text == "" {
				text = arithmetic
			}
			if n < 1 {
				return in, "", false
			}
			sides[i] = n
		}
		in = netspec.Shape{H: sides[0], W: sides[1], C: r.Out.C}
	}
	return in, text, strings.Contains(text, "=")
}
