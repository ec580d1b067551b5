package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// stackShape asks how many numbers reach the classifier behind a stack of
// convolutions and pools.
type stackShape struct{}

func (stackShape) ID() string       { return "stack-shape" }
func (stackShape) Topics() []string { return []string{"convnet", "size-quiz"} }
func (stackShape) Levels() int      { return 3 }

func (k stackShape) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawStackShape)
}

func drawStackShape(d dice, level int) (Question, bool) {
	net, table, err := netspec.ReadTable(stackSpec(d, level)+" | flatten", nn.RuleError)
	if err != nil {
		return Question{}, false
	}
	flat := len(table.Rows) - 1
	m := NewMistakes(itoa(table.Rows[flat].Out.C))
	stack := table
	stack.Rows = table.Rows[:flat]
	m.addVectors(stack)
	if len(m.list) < 3 {
		return Question{}, false
	}
	last := table.Rows[flat].In
	worked := append(workedStack(stack), viz.Words{Key: "quiz.worked.vector", Args: viz.Args{
		"sum": product(table.Rows[flat].Out.C, last.H, last.W, last.C),
	}})
	return Question{
		Prompt: append(netPrompt(net, nn.RuleError), viz.Words{Key: "quiz.stack-shape.ask"}),
		Given:  Given{Spec: net.String(), Rule: "error"},
		Type:   TypeNumber, Answer: m.right, Accept: countSpellings(int64(table.Rows[flat].Out.C)),
		Slips: m.list, Worked: worked,
	}, true
}

// workedStack works a stack of square layers out, a sentence a layer.
func workedStack(t netspec.Table) []viz.Words {
	var words []viz.Words
	for i, r := range t.Rows {
		words = append(words, viz.Words{Key: "quiz.worked.layer-size", Args: viz.Args{
			"layer": i + 1, "sum": sideText(axes(r.Layer, r.In.Size())[0], t.Rule, r.Out.H), "shape": r.Out.String(),
		}})
	}
	return words
}

// stackSpec draws one block of convolution and pool, two that keep their size
// but for the pools, or two that shrink.
func stackSpec(d dice, level int) string {
	n := d.one(16, 20, 24, 28, 32)
	parts := []string{fmt.Sprintf("%dx%dx%d", n, n, d.one(1, 3))}
	for i := range min(level, 2) {
		f := d.one(3, 5)
		pad := f / 2
		if level != 2 {
			pad = d.from(0, f/2)
		}
		s := fmt.Sprintf("conv %d %d", f, d.one(4, 6, 8, 10, 16)<<i)
		if pad > 0 {
			s += fmt.Sprintf(" p%d", pad)
		}
		parts = append(parts, s, "maxpool 2")
	}
	return strings.Join(parts, " | ")
}

// addVectors adds what slips make of the length of a flattened stack.
func (m *Mistakes) addVectors(t netspec.Table) {
	out := t.Last().Out
	m.AddVariant(itoa(out.H*out.W), "depth-ignored", product(out.H*out.W, out.H, out.W), "vector")
	unpooled := t.Last().In
	m.Add(itoa(unpooled.H*unpooled.W*unpooled.C), "pool-keeps-size", unpooled.Size().String())
	m.AddVariant(itoa(out.C), "vector-is-depth", itoa(out.C), "")
	for _, s := range sideSlips() {
		if shape, text, ok := slippedShape(t, s); ok {
			m.Add(itoa(shape.H*shape.W*shape.C), s.id, text)
		}
	}
}
