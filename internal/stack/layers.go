package stack

import (
	"fmt"
	"strconv"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// Layers is a network's table, one layer of it opened with its arithmetic.
type Layers struct {
	table netspec.Table
	at    int
	short bool // receptive fields are left out
}

// NewLayers opens a layer of a network, counted from 0.
func NewLayers(net netspec.Network, at int) (*Layers, error) {
	table, err := net.Table(nn.RuleFloor)
	if err != nil {
		return nil, err
	}
	if at < 0 || at >= len(table.Rows) {
		return nil, fmt.Errorf("stack: layer %d of %d", at+1, len(table.Rows))
	}
	return &Layers{table: table, at: at}, nil
}

// Table is the network worked out.
func (l *Layers) Table() netspec.Table { return l.table }

// At is the layer opened, counted from 0.
func (l *Layers) At() int { return l.at }

// Moves implements View.
func (l *Layers) Moves() []Move {
	return []Move{
		{ID: "down", Keys: []string{"down", "j", "right", "l"}, Shown: "↑ ↓", About: "stack.key.layer"},
		{ID: "up", Keys: []string{"up", "k", "left", "h"}},
		{ID: "first", Keys: []string{"home", "0"}, Shown: "home end", About: "key.ends"},
		{ID: "last", Keys: []string{"end", "$"}},
	}
}

// Do implements View.
func (l *Layers) Do(move string) bool {
	to := l.at
	switch move {
	case "down":
		to++
	case "up":
		to--
	case "first":
		to = 0
	case "last":
		to = len(l.table.Rows) - 1
	}
	if to == l.at || to < 0 || to >= len(l.table.Rows) {
		return false
	}
	l.at = to
	return true
}

// Facts are the numbers of the whole network and of the layer opened.
func (l *Layers) Facts() viz.Args {
	r := l.table.Rows[l.at]
	before, apart := l.reads()
	return viz.Args{
		"layers": len(l.table.Rows), "learning": learning(l.table),
		"total": viz.Grouped(l.table.Total.Params), "input": l.table.Input.String(),
		"layer": l.at + 1, "in": r.In.String(), "out": r.Out.String(), "params": viz.Grouped(r.Params),
		"spec": r.Layer.Spec, "filter": r.Layer.Window.Kernel.String(), "count": r.Layer.Count,
		"field": r.Field.String(), "stride": r.Layer.Window.Stride.H,
		"first": l.table.Rows[0].Field.H, "before": before.H, "apart": apart,
	}
}

// learning counts the layers that learn something.
func learning(t netspec.Table) int {
	n := 0
	for _, r := range t.Rows {
		if r.Params > 0 {
			n++
		}
	}
	return n
}

// Words say the layer opened.
func (l *Layers) Words(hide bool) []viz.Words {
	list := []viz.Words{words("layers.at", viz.Args{
		"layer": l.at + 1, "layers": len(l.table.Rows), "in": l.table.Rows[l.at].In.String(),
		"what": layerWords(l.table.Rows[l.at]),
	})}
	if hide {
		return list
	}
	return append(list, l.arithmetic()...)
}

// layerWords say what a layer is: "96 filters of 11x11x3, stride 4".
func layerWords(r netspec.Row) viz.Words {
	w := r.Layer.Window
	args := viz.Args{
		"filter": w.Kernel.String(), "s": w.Stride.H, "p": w.Padding.Top, "k": r.Layer.Count,
		"c": r.In.C, "n": r.In.H * r.In.W * r.In.C,
	}
	key := "layer." + string(r.Layer.Op)
	switch {
	case r.Layer.Op == netspec.Conv && r.Layer.Groups > 1:
		key, args["g"], args["c"] = key+"-groups", r.Layer.Groups, r.In.C/r.Layer.Groups
	case r.Layer.Op == netspec.MaxPool || r.Layer.Op == netspec.AvgPool || r.Layer.Op == netspec.MinPool:
		key = "layer.pool-" + string(r.Layer.Op)
	}
	return words(key, args)
}

// arithmetic is how the layer's size, parameters and receptive field come
// about, a sentence each.
func (l *Layers) arithmetic() []viz.Words {
	r := l.table.Rows[l.at]
	list := []viz.Words{l.sizeWords(r), paramWords(r)}
	if l.short {
		return list
	}
	return append(list, l.fieldWords(r))
}

// windowed tells whether a layer slides a window over its input.
func windowed(op netspec.Op) bool {
	switch op {
	case netspec.Conv, netspec.MaxPool, netspec.AvgPool, netspec.MinPool:
		return true
	}
	return false
}

// sizeWords say the output's shape with its arithmetic.
func (l *Layers) sizeWords(r netspec.Row) viz.Words {
	args := viz.Args{"out": r.Out.String(), "numbers": viz.Grouped(r.Activations)}
	switch {
	case windowed(r.Layer.Op):
		w := r.Layer.Window
		room := r.In.H - w.Kernel.H + w.Padding.Top + w.Padding.Bottom
		args["sum"] = fmt.Sprintf("(%d - %d + 2*%d)/%d + 1 = %d", r.In.H, w.Kernel.H, w.Padding.Top, w.Stride.H, r.Out.H)
		if room%w.Stride.H != 0 {
			return words("size.floor", withSum(args, fmt.Sprintf("(%d - %d + 2*%d)/%d + 1 = %s",
				r.In.H, w.Kernel.H, w.Padding.Top, w.Stride.H, strconv.FormatFloat(float64(room)/float64(w.Stride.H)+1, 'f', 2, 64))))
		}
		if r.In.H != r.In.W || w.Kernel.H != w.Kernel.W {
			return words("size.height", args)
		}
		return words("size.window", args)
	case r.Layer.Op == netspec.Flatten:
		args["sum"] = fmt.Sprintf("%d*%d*%d = %d", r.In.H, r.In.W, r.In.C, r.Out.C)
		return words("size.flatten", args)
	case r.Layer.Op == netspec.Dense:
		return words("size.dense", args)
	case r.In == r.Out:
		return words("size.same", args)
	}
	return words("size.other", args)
}

func withSum(args viz.Args, sum string) viz.Args {
	args["sum"] = sum
	return args
}

// paramWords say the parameters with their arithmetic.
func paramWords(r netspec.Row) viz.Words {
	args := viz.Args{"weights": r.WeightsText, "biases": viz.Grouped(r.Biases), "params": viz.Grouped(r.Params)}
	switch {
	case r.Params == 0:
		return words("params.none", args)
	case r.Biases == 0:
		return words("params.nobias", args)
	}
	return words("params.sum", args)
}

// reads gives how much a cell of the layer's input has seen, and how far
// neighbours of it lie apart, in pixels.
func (l *Layers) reads() (seen nn.Size, apart int64) {
	if l.at == 0 {
		return nn.Square(1), 1
	}
	before := l.table.Rows[l.at-1]
	return before.Field, before.Jump[0].Num
}

// fieldWords say the receptive field with its arithmetic: it grows by F - 1
// steps, each as wide as neighbours of the layer's input lie apart.
func (l *Layers) fieldWords(r netspec.Row) viz.Words {
	before, jump := l.reads()
	args := viz.Args{"field": r.Field.String(), "input": l.table.Input.Size().String()}
	k := r.Layer.Window.Kernel.H
	switch {
	case windowed(r.Layer.Op) && before.H+(k-1)*int(jump) == r.Field.H:
		args["sum"] = fmt.Sprintf("%d + (%d - 1)*%d = %d", before.H, k, jump, r.Field.H)
		return words("field.window", args)
	case r.Layer.Op == netspec.Dense || r.Layer.Op == netspec.GlobalAvg:
		return words("field.all", args)
	}
	return words("field.same", args)
}
