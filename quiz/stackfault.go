package quiz

import (
	"errors"
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// stackFault asks which layer of a network cannot be.
type stackFault struct{}

func (stackFault) ID() string       { return "stack-fault" }
func (stackFault) Topics() []string { return []string{"convnet", "size-quiz"} }
func (stackFault) Levels() int      { return 3 }

func (k stackFault) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawStackFault)
}

func drawStackFault(d dice, level int) (Question, bool) {
	net, err := netspec.Parse(faultSpec(d, level))
	if err != nil {
		return Question{}, false
	}
	q, err := AboutFault(net)
	return q, err == nil
}

// faultLayers is how many layers there are to choose from.
const faultLayers = 4

// faultSpec draws a network with one layer too many: a filter larger than what
// reaches it, a fully connected layer before anything is a vector, or a stride
// that leaves a rest.
func faultSpec(d dice, level int) string {
	n := d.one(12, 16, 20, 24)
	conv := func(f int) string { return fmt.Sprintf("conv %d %d", f, d.one(4, 6, 8, 12, 16, 24)) }
	parts := []string{conv(d.one(3, 5)), "maxpool 2", conv(d.one(3, 5, 7)), conv(d.one(3, 5, 7, 9))}
	switch level {
	case 2:
		parts = []string{conv(3), "maxpool 2", fmt.Sprintf("dense %d", d.one(10, 20, 50)), fmt.Sprintf("dense %d", d.one(2, 5, 8))}
		if d.chance(2) {
			parts[1], parts[2] = parts[2], "flatten"
		}
	case 3:
		parts = []string{conv(d.one(3, 5)) + fmt.Sprintf(" s%d", d.from(1, 2)), "maxpool 2", conv(3) + fmt.Sprintf(" s%d", d.from(1, 3)), "maxpool 3 s2"}
	}
	return fmt.Sprintf("%dx%dx%d | ", n, n, d.one(1, 3)) + strings.Join(parts, " | ")
}

// AboutFault asks which layer of a network cannot be, under the rule that a
// stride must fit. The error says that all of them can, or that the network has
// another number of layers than there are options.
func AboutFault(net netspec.Network) (Question, error) {
	if len(net.Layers) != faultLayers {
		return Question{}, fmt.Errorf("quiz: %d layers, want %d", len(net.Layers), faultLayers)
	}
	at, before, cause := firstFault(net)
	if cause == nil {
		return Question{}, errors.New("quiz: every layer can be")
	}
	m := NewMistakes(net.Layers[at].Spec)
	var options []Option
	for i, l := range net.Layers {
		switch {
		case i == at:
			options = append(options, Option{Answer: l.Spec})
			continue
		case i < at:
			m.Add(l.Spec, "layer-fits", before.Rows[i].In.String()+" -> "+before.Rows[i].Out.String())
		default:
			m.AddVariant(l.Spec, "layer-fits", itoa(i+1), "after")
		}
		options = append(options, Option{Answer: l.Spec, Slip: "layer-fits"})
	}
	if len(m.list) != faultLayers-1 {
		return Question{}, errors.New("quiz: two layers are written alike")
	}
	in := net.Input
	if at > 0 {
		in = before.Rows[at-1].Out
	}
	return Question{
		Kind: stackFault{}.ID(), Level: 1, Topic: "convnet",
		Prompt: []viz.Words{
			{Key: "quiz.stack-fault.net", Args: viz.Args{"net": net.String()}},
			{Key: "quiz.stack-fault.ask"},
		},
		Given: Given{Spec: net.String(), Rule: "error"},
		Type:  TypeChoice, Answer: m.right, Options: options, Slips: m.list,
		Worked: []viz.Words{WhyNot(net.Layers[at], in)},
	}, nil
}

// firstFault finds the first layer that cannot be, and the table of those
// before it.
func firstFault(net netspec.Network) (at int, before netspec.Table, cause error) {
	for i := range net.Layers {
		part := netspec.Network{Input: net.Input, Layers: net.Layers[:i+1]}
		t, err := part.Table(nn.RuleError)
		if err != nil {
			return i, before, err
		}
		before = t
	}
	return len(net.Layers), before, nil
}

// WhyNot says why a layer cannot be laid on an input, with the numbers.
func WhyNot(l netspec.Layer, in netspec.Shape) viz.Words {
	w := l.Window
	args := viz.Args{
		"spec": l.Spec, "in": in.String(), "filter": w.Kernel.String(), "s": w.Stride.H, "p": w.Padding.Top,
		"padded": nn.Size{H: in.H + 2*w.Padding.Top, W: in.W + 2*w.Padding.Left}.String(),
	}
	_, err := nn.NewGeometry(in.Size(), w, nn.RuleError)
	switch {
	case l.Op == netspec.Dense:
		return viz.Words{Key: "quiz.why-not.dense", Args: args}
	case errors.Is(err, nn.ErrTooLarge):
		return viz.Words{Key: "quiz.why-not.too-large", Args: args}
	case errors.Is(err, nn.ErrRemainder):
		room := in.H - w.Kernel.H + 2*w.Padding.Top
		args["sum"] = fmt.Sprintf("(%d - %d + 2*%d)/%d", in.H, w.Kernel.H, w.Padding.Top, w.Stride.H)
		args["rest"] = room % max(w.Stride.H, 1)
		return viz.Words{Key: "quiz.why-not.rest", Args: args}
	}
	return viz.Words{Key: "quiz.why-not.other", Args: args}
}
