package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// convVsFC holds a convolution against a fully connected layer of the same
// output: how often a weight is used (Given.Ask "places"), what the other layer
// costs ("full"), what is saved ("saved"). Given.Spec is the convolution.
type convVsFC struct{}

func (convVsFC) ID() string       { return "conv-vs-fc" }
func (convVsFC) Topics() []string { return []string{"cnn-why"} }
func (convVsFC) Levels() int      { return 3 }

func (k convVsFC) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawConvVsFC)
}

func drawConvVsFC(d dice, level int) (Question, bool) {
	n := d.one(6, 8, 10, 12)
	spec := fmt.Sprintf("%dx%dx%d | conv %d %d", n, n+d.one(0, 1, 2), d.one(2, 3, 4), d.one(2, 3, 5), d.one(2, 3, 4, 5, 6))
	q, err := aboutBoth(level, spec)
	return q, err == nil && len(q.Slips) >= 3
}

// AboutPlaces asks at how many places each weight of a convolution is used.
func AboutPlaces(spec string) (Question, error) { return aboutBoth(1, spec) }

// AboutFull asks for the parameters of a fully connected layer that makes the
// same output as a convolution.
func AboutFull(spec string) (Question, error) { return aboutBoth(2, spec) }

// bothLayers are a convolution and its fully connected counterpart.
type bothLayers struct {
	conv, full      netspec.Row
	inputs, outputs int
	places          int
}

func newBothLayers(spec string) (b bothLayers, net netspec.Network, err error) {
	net, table, err := netspec.ReadTable(spec, nn.RuleError)
	if err != nil {
		return b, net, err
	}
	b.conv = table.Rows[0]
	in, out := b.conv.In, b.conv.Out
	b.inputs, b.outputs, b.places = in.H*in.W*in.C, out.H*out.W*out.C, out.H*out.W
	_, other, err := netspec.ReadTable(fmt.Sprintf("%s | flatten | dense %d", in, b.outputs), nn.RuleError)
	if err != nil {
		return b, net, err
	}
	b.full = other.Last()
	return b, net, nil
}

func aboutBoth(level int, spec string) (Question, error) {
	b, net, err := newBothLayers(spec)
	if err != nil {
		return Question{}, err
	}
	q := Question{
		Kind: convVsFC{}.ID(), Level: level, Topic: "cnn-why", Prompt: netLayers(net, nn.RuleFloor),
		Given: Given{Spec: spec, Rule: netspec.RuleName(nn.RuleError)}, Type: TypeNumber,
	}
	var m *Mistakes
	var answer int64
	q.Given.Ask = "places"
	switch level {
	case 1:
		answer, m, q.Worked = b.askPlaces()
	case 2:
		q.Given.Ask = "full"
		answer, m, q.Worked = b.askFull()
	default:
		q.Given.Ask = "saved"
		answer, m, q.Worked = b.askSaved()
	}
	q.Prompt = append(q.Prompt, viz.Words{Key: "quiz.conv-vs-fc.ask-" + q.Given.Ask})
	q.Answer, q.Slips, q.Accept = m.right, m.list, countSpellings(answer)
	return q, nil
}

func (b bothLayers) askPlaces() (int64, *Mistakes, []viz.Words) {
	in, out, f := b.conv.In, b.conv.Out, b.conv.Layer.Window.Kernel
	m := NewMistakes(itoa(b.places))
	m.Add(itoa(b.outputs), "every-map", product(b.outputs, out.H, out.W, out.C))
	m.Add(itoa(in.H*in.W), "input-cells", product(in.H*in.W, in.H, in.W))
	m.Add(itoa((in.H-f.H)*(in.W-f.W)), "no-plus-one", product((in.H-f.H)*(in.W-f.W), in.H-f.H, in.W-f.W))
	m.Add("1", "used-once", "1")
	return int64(b.places), m, []viz.Words{{Key: "quiz.conv-vs-fc.map", Args: viz.Args{"map": out.Size().String(), "n": b.places}}}
}

// fullSum writes how the fully connected layer is counted.
func (b bothLayers) fullSum() string {
	return fmt.Sprintf("%d*%d + %d = %d", b.inputs, b.outputs, b.outputs, b.full.Params)
}

// convSum writes how the convolution is counted.
func (b bothLayers) convSum() string {
	h, w, c, k := sides(b.conv)
	return fmt.Sprintf("(%d*%d*%d + 1)*%d = %d", h, w, c, k, b.conv.Params)
}

func (b bothLayers) workedFull() []viz.Words {
	return []viz.Words{
		{Key: "quiz.conv-vs-fc.sides", Args: viz.Args{"inputs": b.inputs, "outputs": b.outputs}},
		{Key: "quiz.conv-vs-fc.full", Args: viz.Args{"sum": b.fullSum()}},
	}
}

func (b bothLayers) askFull() (int64, *Mistakes, []viz.Words) {
	m := NewMistakes(formatInt(b.full.Params))
	m.Add(formatInt(b.full.Weights), "no-bias", product(b.inputs*b.outputs, b.inputs, b.outputs))
	m.Add(formatInt(b.conv.Params), "conv-count", b.convSum())
	flat := b.conv.In.H * b.conv.In.W
	n := flat*b.outputs + b.outputs
	m.AddVariant(itoa(n), "depth-ignored", fmt.Sprintf("%d*%d + %d = %d", flat, b.outputs, b.outputs, n), "full")
	m.Add(itoa(b.inputs+1), "one-output", fmt.Sprintf("%d + 1 = %d", b.inputs, b.inputs+1))
	return b.full.Params, m, b.workedFull()
}

func (b bothLayers) askSaved() (int64, *Mistakes, []viz.Words) {
	saved := b.full.Params - b.conv.Params
	m := NewMistakes(formatInt(saved))
	m.Add(formatInt(b.full.Params), "fc-count", b.fullSum())
	m.Add(formatInt(b.conv.Params), "conv-count", b.convSum())
	less := b.full.Weights - b.conv.Weights
	m.Add(formatInt(less), "no-bias", fmt.Sprintf("%d - %d = %d", b.full.Weights, b.conv.Weights, less))
	sum := fmt.Sprintf("%d - %d = %d", b.full.Params, b.conv.Params, saved)
	return saved, m, append(
		b.workedFull(), viz.Words{Key: "quiz.conv-vs-fc.conv", Args: viz.Args{"sum": b.convSum()}},
		viz.Words{Key: "quiz.conv-vs-fc.saved", Args: viz.Args{"sum": sum}},
	)
}
