package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// netPrompt says a network, its input first, a sentence a layer, then the rule
// for a stride that does not fit.
func netPrompt(net netspec.Network, rule nn.Rule) []viz.Words {
	words := netLayers(net, rule)
	return append(words, viz.Words{Key: "quiz.rule." + netspec.RuleName(rule)})
}

// netLayers says a network's input and layers.
func netLayers(net netspec.Network, rule nn.Rule) []viz.Words {
	words := []viz.Words{{Key: "quiz.input", Args: viz.Args{"shape": net.Input.String()}}}
	for i, l := range net.Layers {
		w := layerWords(l, rule)
		if len(net.Layers) > 1 {
			w.Args["layer"] = i + 1
			w.Key += "-of-many"
		}
		words = append(words, w)
	}
	return words
}

// layerWords says what a layer is.
func layerWords(l netspec.Layer, rule nn.Rule) viz.Words {
	w := l.Window
	args := viz.Args{"filter": w.Kernel.String(), "s": w.Stride.H, "p": w.Padding.Top, "k": l.Count}
	switch l.Op {
	case netspec.Conv:
		if l.Same || rule == nn.RuleSame {
			return viz.Words{Key: "quiz.layer.conv-same", Args: args}
		}
		return viz.Words{Key: "quiz.layer.conv", Args: args}
	case netspec.ConvT:
		args["extra"] = l.OutputPadding.H
		if l.OutputPadding != (nn.Size{}) {
			return viz.Words{Key: "quiz.layer.convt-extra", Args: args}
		}
	case netspec.MaxPool:
		if w.Padding != (nn.Sides{}) {
			return viz.Words{Key: "quiz.layer.maxpool-padded", Args: args}
		}
		return viz.Words{Key: "quiz.layer.maxpool", Args: args}
	}
	return viz.Words{Key: "quiz.layer." + string(l.Op), Args: args}
}

// workedSizes works a network's shapes out, side by side.
func workedSizes(t netspec.Table) []viz.Words {
	var words []viz.Words
	if t.Rule == nn.RuleSame {
		words = append(words, viz.Words{Key: "quiz.worked.formula-same"})
	} else {
		words = append(words, viz.Words{Key: "quiz.worked.formula"})
	}
	for i, r := range t.Rows {
		if len(t.Rows) > 1 {
			words = append(words, viz.Words{Key: "quiz.worked.layer", Args: viz.Args{"layer": i + 1, "in": r.In.String()}})
		}
		words = append(words, WorkedSize(r, t.Rule)...)
	}
	return words
}

// WorkedSize works one layer's output shape out: height, width, channels.
func WorkedSize(r netspec.Row, rule nn.Rule) []viz.Words {
	a := axes(r.Layer, r.In.Size())
	words := []viz.Words{
		{Key: "quiz.worked.height", Args: viz.Args{"sum": sideText(a[0], rule, r.Out.H)}},
		{Key: "quiz.worked.width", Args: viz.Args{"sum": sideText(a[1], rule, r.Out.W)}},
	}
	depth := viz.Words{Key: "quiz.worked.depth-conv", Args: viz.Args{"k": r.Out.C}}
	if r.Layer.Op != netspec.Conv {
		depth = viz.Words{Key: "quiz.worked.depth-pool", Args: viz.Args{"c": r.Out.C}}
	}
	return append(words, depth, viz.Words{Key: "quiz.worked.shape", Args: viz.Args{"shape": r.Out.String()}})
}

// product writes a product with its result: "3*3*3*10 = 270".
func product(result int, factors ...int) string {
	s := ""
	for i, f := range factors {
		if i > 0 {
			s += "*"
		}
		s += itoa(f)
	}
	return fmt.Sprintf("%s = %d", s, result)
}
