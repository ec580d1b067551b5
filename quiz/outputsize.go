package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// outputSize asks for the shape that comes out of one layer, and at level 3 of
// several.
type outputSize struct{}

func (outputSize) ID() string       { return "output-size" }
func (outputSize) Topics() []string { return []string{"size-quiz", "stride", "padding", "pooling"} }
func (outputSize) Levels() int      { return 3 }

func (k outputSize) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawOutputSize)
}

func drawOutputSize(d dice, level int) (Question, bool) {
	spec, rule := sizeSpec(d, level)
	net, table, err := netspec.ReadTable(spec, rule)
	if err != nil || !plainSizes(table) {
		return Question{}, false
	}
	out := table.Last().Out
	m := NewMistakes(out.String())
	m.AddShapes(table)
	if len(m.list) < 3 {
		return Question{}, false
	}
	q := Question{
		Topic:  sizeTopic(table),
		Prompt: append(netPrompt(net, rule), viz.Words{Key: "quiz.output-size.ask"}),
		Given:  Given{Spec: spec, Rule: netspec.RuleName(rule)},
		Type:   TypeShape, Answer: out.String(), Accept: shapeSpellings(out),
		Slips: m.list, Worked: workedSizes(table),
	}
	return q, true
}

// sizeSpec draws a network and the rule that holds for it.
func sizeSpec(d dice, level int) (string, nn.Rule) {
	rules := []nn.Rule{nn.RuleFloor, nn.RuleError, nn.RuleCeil, nn.RuleSame}
	switch level {
	case 1:
		n := d.from(5, 16)
		return fmt.Sprintf("%dx%dx%d | %s", n, n, d.one(1, 3), convSpec(d, 1, nn.RuleError)), nn.RuleError
	case 2:
		rule := rules[d.from(0, 3)]
		in := fmt.Sprintf("%dx%dx%d", d.from(8, 40), d.from(8, 40), d.one(1, 3, 4, 6))
		if d.chance(3) {
			return in + " | " + poolSpec(d, rule), rule
		}
		return in + " | " + convSpec(d, 2, rule), rule
	}
	rule := rules[d.from(0, 3)]
	parts := []string{fmt.Sprintf("%dx%dx%d", d.from(24, 240), d.from(24, 240), d.one(1, 3, 4))}
	parts = append(parts, convSpec(d, 3, rule), poolSpec(d, rule))
	if d.chance(2) {
		parts = append(parts, convSpec(d, 3, rule))
	}
	return strings.Join(parts, " | "), rule
}

// convSpec draws a convolution; under the rule same it has no padding of its
// own.
func convSpec(d dice, level int, rule nn.Rule) string {
	f := d.one(3, 5)
	switch level {
	case 1:
		f = d.one(2, 3, 3, 5)
	case 3:
		f = d.one(1, 3, 5, 7)
	}
	size := itoa(f)
	if g := d.one(1, 3, 5); level == 2 && g != f {
		size = fmt.Sprintf("%dx%d", f, g)
	}
	s := fmt.Sprintf("conv %s %d s%d", size, d.one(4, 5, 6, 8, 10, 12, 16), d.from(1, min(level+1, 3)))
	if p := d.from(0, f/2); p > 0 && rule != nn.RuleSame {
		s += fmt.Sprintf(" p%d", p)
	}
	return s
}

func poolSpec(d dice, rule nn.Rule) string {
	f := d.one(2, 2, 3)
	s := fmt.Sprintf("maxpool %d s%d", f, d.from(2, 3))
	if rule != nn.RuleSame && f == 3 && d.chance(3) {
		s += " p1"
	}
	return s
}

// plainSizes keeps out what needs a second thought beside the rule at hand: a
// last window that is dropped, and cells between windows that none reads.
func plainSizes(t netspec.Table) bool {
	for _, r := range t.Rows {
		if r.Unread.Between {
			return false
		}
		if t.Rule != nn.RuleCeil {
			continue
		}
		out := r.Out.Size()
		for i, a := range axes(r.Layer, r.In.Size()) {
			up := (room(a)+a.Stride-1)/a.Stride + 1
			if room(a) < 0 || up != []int{out.H, out.W}[i] {
				return false
			}
		}
	}
	return true
}

// sizeTopic is what the question turns on most.
func sizeTopic(t netspec.Table) string {
	if len(t.Rows) > 1 {
		return "size-quiz"
	}
	w := t.Rows[0].Layer.Window
	switch {
	case t.Rows[0].Layer.Op == netspec.MaxPool:
		return "pooling"
	case w.Padding != nn.Sides{} || t.Rule == nn.RuleSame:
		return "padding"
	}
	return "stride"
}

// shapeSpellings are other ways to write a shape.
func shapeSpellings(s netspec.Shape) []string {
	return []string{
		fmt.Sprintf("(%d, %d, %d)", s.H, s.W, s.C),
		fmt.Sprintf("%d,%d,%d", s.H, s.W, s.C),
		fmt.Sprintf("%d×%d×%d", s.H, s.W, s.C),
	}
}
