package quiz

import (
	"fmt"
	"slices"

	"convtutor/internal/netspec"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// plane is a channel of an array of shape 1, C, H, W as a plane (H, W, 1).
func plane(a Array, channel int) (*tensor.Dense[float64], error) {
	h, w := a.Shape[2], a.Shape[3]
	if channel < 0 || channel >= a.Shape[1] {
		return nil, fmt.Errorf("quiz: there is no channel %d of %d", channel, a.Shape[1])
	}
	return tensor.From(a.Data[channel*h*w:(channel+1)*h*w], h, w, 1)
}

// slides says whether a layer has a window that slides over its input.
func slides(op netspec.Op) bool {
	return slices.Contains([]netspec.Op{netspec.Conv, netspec.MaxPool, netspec.AvgPool, netspec.MinPool}, op)
}

// walkLayers lets the input go through the layers, a step each, where the
// solution tells it layer by layer, or there are several.
func (q Question) walkLayers(t netspec.Table) (Walk, bool) {
	told, ok := byLayer(q.Worked, len(t.Rows))
	if !ok && len(t.Rows) == 1 {
		return Walk{}, false
	}
	links := make([]viz.Link, len(t.Rows))
	for i, r := range t.Rows {
		does := linkWords(t, i)
		switch {
		case len(told[i]) == 1:
			does = told[i][0]
		case len(told[i]) > 1: // there is room for two
			does = viz.Words{Key: "quiz.walk.two", Args: viz.Args{"first": told[i][0], "second": told[i][1]}}
		}
		links[i] = viz.Link{Name: linkName(r.Layer.Op), Does: does, Out: volume(r.Out)}
	}
	input := viz.Words{Key: "quiz.walk.input", Args: viz.Args{"shape": t.Input.String()}}
	return Walk{Animation: viz.NewChain(volume(t.Input), input, links)}, true
}

// byLayer sorts a solution's sentences by the layers that they are about: one
// each where there are as many, else each to the layer named last. ok is false
// where no layer is named.
func byLayer(worked []viz.Words, layers int) (told [][]viz.Words, ok bool) {
	told = make([][]viz.Words, layers)
	at := -1
	for i, w := range worked {
		if n, named := w.Args["layer"].(int); named {
			at, ok = n-1, true
		}
		if len(worked) == layers {
			at = i
		}
		if at >= 0 && at < layers {
			told[at] = append(told[at], w)
		}
	}
	return told, ok
}

func volume(s netspec.Shape) viz.Volume { return viz.Volume{H: s.H, W: s.W, C: s.C} }

func linkName(op netspec.Op) viz.Words {
	name := map[netspec.Op]string{
		netspec.Conv: "conv", netspec.MaxPool: "pool", netspec.AvgPool: "pool", netspec.MinPool: "pool",
		netspec.Flatten: "flatten", netspec.Dense: "dense", netspec.ReLU: "relu", netspec.Softmax: "softmax",
	}[op]
	if op == netspec.ConvT {
		return viz.Words{Key: "walk.convt"}
	}
	if name == "" {
		return viz.Words{Key: "quiz.walk.name", Args: viz.Args{"op": fmt.Sprint(op)}}
	}
	return viz.Words{Key: "chain." + name}
}

// linkWords says a layer with its arithmetic, or what it makes.
func linkWords(t netspec.Table, i int) viz.Words {
	r := t.Rows[i]
	args := viz.Args{"layer": i + 1, "in": r.In.String(), "shape": r.Out.String()}
	switch {
	case slides(r.Layer.Op):
		args["sum"] = sideText(axes(r.Layer, r.In.Size())[0], t.Rule, r.Out.H)
		return viz.Words{Key: "quiz.worked.layer-size", Args: args}
	case r.Layer.Op == netspec.Flatten:
		args["sum"] = product(r.Out.C, r.In.H, r.In.W, r.In.C)
		return viz.Words{Key: "quiz.worked.vector", Args: args}
	case r.In == r.Out:
		return viz.Words{Key: "quiz.walk.same", Args: args}
	}
	return viz.Words{Key: "quiz.walk.layer", Args: args}
}
