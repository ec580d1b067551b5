package netspec

import (
	"slices"
	"strconv"
	"strings"

	"convtutor/internal/fault"
	"convtutor/internal/nn"
)

// Parse reads a network in a line: "INPUT | LAYER | LAYER ...". Errors are of
// type *Error.
func Parse(spec string) (Network, error) {
	if len(spec) > maxLength {
		return Network{}, wrong(0, fault.New("error.spec.long", fault.Args{"most": maxLength}, "spec of %d bytes is longer than %d", len(spec), maxLength))
	}
	pieces := scan(strings.ToValidUTF8(spec, "�"))
	if len(pieces)-1 > MaxLayers {
		return Network{}, wrong(0, fault.New("error.spec.layers", fault.Args{"n": len(pieces) - 1, "most": MaxLayers}, "%d layers are more than %d", len(pieces)-1, MaxLayers))
	}
	input, err := parseInput(pieces[0])
	if err != nil {
		return Network{}, err
	}
	net := Network{Input: input}
	for _, p := range pieces[1:] {
		l, err := parseLayer(p)
		if err != nil {
			return Network{}, err
		}
		net.Layers = append(net.Layers, l)
	}
	return net, nil
}

// inputHint says how an input is written.
func inputHint() *fault.Error {
	return fault.New("error.hint.input", nil, "begin with the input as height x width x channels: 32x32x3")
}

func parseInput(p piece) (Shape, error) {
	if len(p.words) == 0 {
		return Shape{}, wrong(p.column, fault.New("error.spec.no_input", nil, "the input is missing")).fix(inputHint())
	}
	if len(p.words) > 1 {
		w := p.words[1]
		return Shape{}, wrong(w.column, fault.New("error.spec.after_input", fault.Args{"typed": clip(w.text)}, "%q after the input", clip(w.text))).
			fix(fault.New("error.hint.bar", nil, "part input and layers by |: 32x32x3 | conv 5 6"))
	}
	w := p.words[0]
	sides, err := numbers(w, w.text)
	if err != nil || len(sides) < 2 || len(sides) > 3 {
		return Shape{}, wrong(w.column, notRead(w.text, err)).fix(inputHint())
	}
	s := Shape{sides[0], sides[1], 1}
	if len(sides) == 3 {
		s.C = sides[2]
	}
	for i, n := range sides {
		if n < 1 {
			return Shape{}, wrong(w.column, fault.New("error.spec.input_small", fault.Args{"typed": w.text, "n": n},
				"input %s: %s %d is smaller than 1", w.text, sideNames[i], n)).fix(inputHint())
		}
	}
	return s, nil
}

var sideNames = []string{"height", "width", "channels"}

// grammar is how a layer is written.
type grammar struct {
	usage   string   // "conv F K"
	args    int      // sizes or numbers that must follow the name
	options []string // letters of options with a number, and whole words
}

var (
	convOptions = []string{"s", "p", "d", "g", "same", "valid", "nobias"}
	poolOptions = []string{"s", "p", "ceil", "same", "valid"}
)

// grammars gives how each layer is written.
func grammars() map[Op]grammar {
	pool := func(op Op) grammar { return grammar{string(op) + " 2 s2", 1, poolOptions} }
	g := map[Op]grammar{
		Conv:    {"conv 3 10 s1 p1", 2, convOptions},
		ConvT:   {"convt 4 64 s2 p1", 2, []string{"s", "p", "op", "d", "g", "nobias"}},
		MaxPool: pool(MaxPool), AvgPool: pool(AvgPool), MinPool: pool(MinPool),
		Dense:   {"dense 10", 1, []string{"nobias"}},
		Reshape: {"reshape 4x4x1024", 1, nil},
	}
	for _, op := range []Op{GlobalAvg, ReLU, LeakyReLU, Sigmoid, Tanh, Softmax, BatchNorm, LRN, Dropout, Flatten} {
		g[op] = grammar{usage: string(op)}
	}
	return g
}

// otherNames are names of layers elsewhere.
func otherNames() map[string]Op {
	return map[string]Op{
		"fc": Dense, "linear": Dense, "pool": MaxPool, "max": MaxPool, "avg": AvgPool, "min": MinPool, "bn": BatchNorm,
		"deconv": ConvT, "tconv": ConvT, "convtranspose": ConvT, "conv2d": Conv, "maxpool2d": MaxPool,
		"avgpool2d": AvgPool, "globalavgpool": GlobalAvg, "lrelu": LeakyReLU, "leaky": LeakyReLU, "view": Reshape,
	}
}

func parseLayer(p piece) (Layer, error) {
	if len(p.words) == 0 {
		return Layer{}, wrong(p.column, fault.New("error.spec.no_layer", nil, "a layer is missing")).
			fix(fault.New("error.hint.no_layer", nil, "put a layer after every |, or take the | away"))
	}
	op := Op(p.words[0].text)
	g, ok := grammars()[op]
	if !ok {
		return Layer{}, unknownLayer(p.words[0])
	}
	l := Layer{Op: op, Spec: p.text(), Column: p.column, Groups: 1}
	args, options, err := arguments(p.words[1:], g)
	if err != nil {
		return Layer{}, err
	}
	if err := l.takeArguments(args, g, p); err != nil {
		return Layer{}, err
	}
	if l.Window.Kernel != (nn.Size{}) {
		l.Window.Stride, l.Window.Dilation = nn.Square(1), nn.Square(1)
		if isPool(op) {
			l.Window.Stride = l.Window.Kernel
		}
	}
	return l, l.takeOptions(options, g)
}

func isPool(op Op) bool { return op == MaxPool || op == AvgPool || op == MinPool }

func unknownLayer(w word) error {
	e := wrong(w.column, fault.New("error.spec.layer", fault.Args{"typed": clip(w.text)}, "unknown layer %q", clip(w.text)))
	if op, ok := otherNames()[w.text]; ok {
		return e.fix(fault.New("error.hint.called", fault.Args{"op": string(op), "usage": grammars()[op].usage}, "it is called %s here: %s", op, grammars()[op].usage))
	}
	var names []string
	for op := range grammars() {
		names = append(names, string(op))
	}
	slices.Sort(names)
	known := strings.Join(names, ", ")
	return e.fix(fault.New("error.hint.known", fault.Args{"known": known}, "layers are %s", known))
}

// arguments parts the words that begin with a digit from the options, which
// follow.
func arguments(words []word, g grammar) (args, options []word, err error) {
	for i, w := range words {
		if first := w.text[0]; first >= '0' && first <= '9' || first == '-' || first == '+' {
			if len(args) < i {
				return nil, nil, wrong(w.column, fault.New("error.spec.after_option", fault.Args{"typed": clip(w.text)}, "%q after an option", clip(w.text))).
					fix(fault.New("error.hint.order", fault.Args{"usage": g.usage}, "sizes come first, options after them: %s", g.usage))
			}
			args = append(args, w)
		} else {
			options = append(options, w)
		}
	}
	return args, options, nil
}

// takeArguments reads a layer's sizes.
func (l *Layer) takeArguments(args []word, g grammar, p piece) error {
	if l.Op == Dropout || l.Op == LeakyReLU {
		return takeRate(args, g)
	}
	if g.args == 2 && len(args) == 1 { // conv 3x3x10
		args = splitShort(args[0])
	}
	if len(args) != g.args {
		return wrong(p.column, fault.New("error.spec.sizes", fault.Args{"op": string(l.Op), "want": g.args, "n": len(args)},
			"%s takes %d %s, not %d", l.Op, g.args, plural(g.args, "size"), len(args))).fix(write(g))
	}
	switch {
	case l.Op == Dense:
		return number(args[0], 1, &l.Count)
	case l.Op == Reshape:
		return l.takeShape(args[0], g)
	case g.args > 0:
		if err := size(args[0], 1, &l.Window.Kernel); err != nil {
			return err
		}
	}
	if g.args == 2 {
		return number(args[1], 1, &l.Count)
	}
	return nil
}

// takeRate allows a layer that changes no shape its rate: "dropout 0.5".
func takeRate(args []word, g grammar) error {
	if len(args) == 0 {
		return nil
	}
	rate, err := strconv.ParseFloat(args[0].text, 64)
	if err != nil || len(args) > 1 || !(rate >= 0 && rate <= 1) {
		return wrong(args[0].column, fault.New("error.spec.rate", fault.Args{"typed": clip(args[0].text)}, "%q is no rate from 0 to 1", clip(args[0].text))).fix(write(g))
	}
	return nil
}

// write is the hint that shows how a layer is written.
func write(g grammar) *fault.Error {
	return fault.New("error.hint.write", fault.Args{"usage": g.usage}, "write %s", g.usage)
}

func (l *Layer) takeShape(w word, g grammar) error {
	sides, err := numbers(w, w.text)
	if err != nil {
		return err
	}
	if len(sides) != 3 || slices.Min(sides) < 1 {
		return wrong(w.column, fault.New("error.spec.shape", fault.Args{"typed": clip(w.text)}, "%q is no shape", clip(w.text))).fix(write(g))
	}
	l.Shape = Shape{sides[0], sides[1], sides[2]}
	return nil
}

// splitShort parts the short form 3x3x10 into 3x3 and 10.
func splitShort(w word) []word {
	i := strings.LastIndexByte(w.text, 'x')
	if strings.Count(w.text, "x") != 2 {
		return []word{w}
	}
	return []word{{w.text[:i], w.column}, {w.text[i+1:], w.column + i + 1}}
}
