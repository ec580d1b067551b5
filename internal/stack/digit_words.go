package stack

import (
	"math"
	"strconv"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// Words implements View: where we are, what the number is made of, what it saw.
func (d *Digit) Words(bool) []viz.Words {
	maps, size := d.size()
	args := viz.Args{"digit": d.trace.Digit.Label, "stage": d.stage, "maps": maps, "size": size.String()}
	list := []viz.Words{words("digit.input", args)}
	if d.stage > 0 {
		args["what"] = layerWords(d.row())
		list[0] = words("digit.at", args)
	}
	list = append(list, d.Trace()...)
	return append(list, d.seenWords())
}

// seenWords say which pixels the number at hand saw.
func (d *Digit) seenWords() viz.Words {
	first, last := d.Seen(d.stage, d.plane, d.cell)
	return words("digit.seen", viz.Args{
		"top": first.Y + 1, "bottom": last.Y + 1, "left": first.X + 1, "right": last.X + 1,
		"n": (last.Y - first.Y + 1) * (last.X - first.X + 1),
	})
}

// Trace says how the number at hand came about, with all of its numbers.
func (d *Digit) Trace() []viz.Words {
	if d.stage == 0 {
		return []viz.Words{words("trace.input", viz.Args{"row": d.cell.Y + 1, "column": d.cell.X + 1, "value": viz.Number(d.now())})}
	}
	args := viz.Args{
		"map": d.plane + 1, "row": d.cell.Y + 1, "column": d.cell.X + 1, "value": viz.Number(d.now()),
	}
	switch d.row().Layer.Op {
	case netspec.Conv:
		args["sum"] = d.convSum()
		if maps, _ := d.sizeAt(d.stage - 1); maps > 1 {
			return []viz.Words{words("trace.conv-maps", args)}
		}
		return []viz.Words{words("trace.conv", args)}
	case netspec.ReLU:
		args["before"] = viz.Number(d.Value(d.stage-1, d.plane, d.cell.Y, d.cell.X))
		return []viz.Words{words("trace.relu", args)}
	case netspec.MaxPool:
		args["numbers"] = d.pooled()
		return []viz.Words{words("trace.pool", args)}
	case netspec.Flatten:
		in := d.row().In
		at := placeIn(in, d.plane)
		args["from"], args["row"], args["column"] = d.plane/(in.H*in.W)+1, at.Y+1, at.X+1
		return []viz.Words{words("trace.flatten", args)}
	case netspec.Dense:
		args["class"], args["sum"] = d.plane, d.denseSum()
		return []viz.Words{words("trace.dense", args)}
	}
	return d.softmaxWords()
}

// term writes a number inside of a sum.
func term(v float64) string {
	if s := viz.Number(v); strings.HasPrefix(s, "-") {
		return "(" + s + ")"
	}
	return viz.Number(v)
}

// convSum writes the sum of the cell at hand: product by product where there is
// one map to read, else one sum for each map, and the bias once.
func (d *Digit) convSum() string {
	p := d.net.Learned(d.stage - 1)
	channels, size := d.sizeAt(d.stage - 1)
	k, weights := p.Weight.Dim(2), p.Weight.Data()
	var parts []string
	for c := range channels {
		partial := 0.0
		for fy := range k {
			for fx := range k {
				y, x := d.cell.Y+fy-k/2, d.cell.X+fx-k/2
				if y < 0 || x < 0 || y >= size.H || x >= size.W {
					continue // padding: the product is 0
				}
				v, w := d.Value(d.stage-1, c, y, x), weights[((d.plane*channels+c)*k+fy)*k+fx]
				partial += float64(v * w)
				if channels == 1 && v != 0 {
					parts = append(parts, term(v)+"*"+term(w))
				}
			}
		}
		if channels > 1 {
			parts = append(parts, term(partial))
		}
	}
	return strings.Join(append(parts, term(p.Bias[d.plane])), " + ")
}

// pooled lists the numbers of the window of the cell at hand.
func (d *Digit) pooled() string {
	w := d.row().Layer.Window
	var parts []string
	for y := range w.Kernel.H {
		for x := range w.Kernel.W {
			parts = append(parts, viz.Number(d.Value(d.stage-1, d.plane, d.cell.Y*w.Stride.H+y, d.cell.X*w.Stride.W+x)))
		}
	}
	return strings.Join(parts, ", ")
}

// denseSum writes a class's score as one sum for each map that was flattened,
// and the bias.
func (d *Digit) denseSum() string {
	p := d.net.Learned(d.stage - 1)
	in := d.net.Table.Rows[d.stage-2].In // of flatten
	n := in.H * in.W
	var parts []string
	for c := range in.C {
		partial := 0.0
		for k := c * n; k < (c+1)*n; k++ {
			partial += float64(d.Value(d.stage-1, k, 0, 0) * p.Weight.Data()[d.plane*p.Weight.Dim(1)+k])
		}
		parts = append(parts, term(partial))
	}
	return strings.Join(append(parts, term(p.Bias[d.plane])), " + ")
}

// scores are the numbers that go into the softmax.
func (d *Digit) scores() []float64 { return d.trace.Maps[len(d.trace.Maps)-2].Data() }

// chances are what comes out of it.
func (d *Digit) chances() []float64 { return d.trace.Maps[len(d.trace.Maps)-1].Data() }

// rounded writes a number with a few decimals, very large and very small ones
// with an exponent.
func rounded(v float64) string {
	if v != 0 && (math.Abs(v) >= 1e6 || math.Abs(v) < 1e-4) {
		return strconv.FormatFloat(v, 'e', 2, 64)
	}
	return strconv.FormatFloat(v, 'f', 4, 64)
}

// softmaxWords write the softmax of the class at hand out.
func (d *Digit) softmaxWords() []viz.Words {
	sum := 0.0
	for _, s := range d.scores() {
		sum += math.Exp(s)
	}
	return []viz.Words{words("trace.softmax", viz.Args{
		"class": d.plane, "score": viz.Number(d.scores()[d.plane]), "power": rounded(math.Exp(d.scores()[d.plane])),
		"sum": rounded(sum), "percent": strconv.FormatFloat(100*d.chances()[d.plane], 'f', 2, 64),
	})}
}

// Field is how many rows of the picture the number at hand saw.
func (d *Digit) Field() nn.Size {
	first, last := d.Seen(d.stage, d.plane, d.cell)
	return nn.Size{H: last.Y - first.Y + 1, W: last.X - first.X + 1}
}
