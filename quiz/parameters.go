package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// parameters asks how many numbers a network learns.
type parameters struct{}

func (parameters) ID() string       { return "parameters" }
func (parameters) Topics() []string { return []string{"filters", "cnn-why"} }
func (parameters) Levels() int      { return 3 }

func (k parameters) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawParameters)
}

func drawParameters(d dice, level int) (Question, bool) {
	spec := parametersSpec(d, level)
	net, table, err := netspec.ReadTable(spec, nn.RuleFloor)
	if err != nil {
		return Question{}, false
	}
	m := NewMistakes(fmt.Sprint(table.Total.Params))
	m.AddCounts(table)
	if len(m.list) < 3 {
		return Question{}, false
	}
	return Question{
		Prompt: append(paramsPrompt(net), viz.Words{Key: "quiz.parameters.ask"}),
		Given:  Given{Spec: spec, Rule: netspec.RuleName(nn.RuleFloor)},
		Type:   TypeNumber, Answer: m.right, Accept: countSpellings(table.Total.Params),
		Slips: m.list, Worked: workedParameters(table),
	}, true
}

// parametersSpec draws one convolution, one with a filter that is not square,
// or a small network.
func parametersSpec(d dice, level int) string {
	bias := func(n int) string {
		if d.chance(n) {
			return " nobias"
		}
		return ""
	}
	n := d.one(8, 16, 28, 32)
	k := d.one(4, 5, 6, 8, 10, 12, 16)
	f := d.one(1, 3, 5)
	switch level {
	case 1:
		return fmt.Sprintf("%dx%dx%d | conv %d %d%s", n, n, d.one(1, 3, 4), d.one(3, 5), k, bias(2))
	case 2:
		return fmt.Sprintf("%dx%dx%d | conv %dx%d %d s%d p1%s", n, n+2, d.one(3, 4, 6, 8), f, d.one(3, 5, 7), k, d.from(1, 2), bias(3))
	}
	parts := []string{
		fmt.Sprintf("%dx%dx%d", n, n, d.one(1, 3)),
		fmt.Sprintf("conv 3 %d p1", k), "maxpool 2 s2",
	}
	if d.chance(2) {
		parts = append(parts, fmt.Sprintf("conv %d %d p%d", d.one(1, 3), 2*k, 0), "maxpool 2 s2")
	}
	return strings.Join(append(parts, "flatten", fmt.Sprintf("dense %d", d.one(2, 5, 10))), " | ")
}

// paramsPrompt says the network and, of each layer that learns, whether it has
// biases.
func paramsPrompt(net netspec.Network) []viz.Words {
	words := netLayers(net, nn.RuleFloor)
	key := "quiz.bias.with"
	if strings.Contains(net.String(), "nobias") {
		key = "quiz.bias.without"
	}
	return append(words, viz.Words{Key: key})
}

// countSpellings writes a count with thousands separators, where it has them.
func countSpellings(n int64) []string {
	if n < 1000 {
		return nil
	}
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return []string{s}
}

// workedParameters counts layer by layer.
func workedParameters(t netspec.Table) []viz.Words {
	var words []viz.Words
	var sums []string
	for i, r := range t.Rows {
		if r.Params == 0 {
			continue
		}
		sums = append(sums, fmt.Sprint(r.Params))
		words = append(words, WorkedParameters(r, i+1)...)
	}
	if len(sums) > 1 {
		words = append(words, viz.Words{Key: "quiz.worked.params-total", Args: viz.Args{
			"sum": fmt.Sprintf("%s = %d", strings.Join(sums, " + "), t.Total.Params),
		}})
	}
	return words
}

// WorkedParameters counts the parameters of one layer.
func WorkedParameters(r netspec.Row, layer int) []viz.Words {
	args := viz.Args{
		"layer": layer, "weights": r.WeightsText, "biases": r.Biases, "c": r.In.C, "k": r.Out.C,
		"sum": fmt.Sprintf("%d + %d = %d", r.Weights, r.Biases, r.Params),
	}
	key := "quiz.worked.params-conv"
	if r.Layer.Op == netspec.Dense {
		key = "quiz.worked.params-dense"
	}
	words := []viz.Words{{Key: key, Args: args}}
	if r.Biases == 0 {
		return append(words, viz.Words{Key: "quiz.worked.params-nobias", Args: args})
	}
	return append(words, viz.Words{Key: "quiz.worked.params-bias", Args: args})
}

// WorkedWeights counts the weights of one layer without its biases.
func WorkedWeights(r netspec.Row) []viz.Words {
	args := viz.Args{"weights": r.WeightsText, "filter": r.Layer.Window.Kernel.String(), "c": r.In.C, "k": r.Layer.Count}
	return []viz.Words{{Key: "quiz.worked.weights", Args: args}}
}
