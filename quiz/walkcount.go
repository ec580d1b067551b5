package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// counted is a line of an account.
func counted(label string, args viz.Args, sum string) viz.LedgerLine {
	return viz.LedgerLine{Label: viz.Words{Key: "walk.count." + label, Args: args}, Sum: sum}
}

// asked marks the last line as what was asked for.
func asked(lines []viz.LedgerLine) []viz.LedgerLine {
	lines[len(lines)-1].Whole = true
	return lines
}

// block is a block of numbers under a title, there from a line on.
func block(title string, args viz.Args, v viz.Volume, of viz.Plane, from int) viz.LedgerBlock {
	v.Of = of
	return viz.LedgerBlock{Title: viz.Words{Key: "walk.block." + title, Args: args}, Volume: v, From: from}
}

// filterBlock is one filter of a convolution.
func filterBlock(r netspec.Row) viz.Volume {
	h, w, c, _ := sides(r)
	return viz.Volume{H: h, W: w, C: c}
}

// walkParameters counts what a network learns, of one convolution filter by
// filter, of more layer by layer.
func (q Question) walkParameters(t netspec.Table) (Walk, bool) {
	if len(t.Rows) == 1 && isConv(t.Last()) {
		return walkFilters(t.Last()), true
	}
	var blocks []viz.LedgerBlock
	var lines []viz.LedgerLine
	var sums []string
	for i, r := range t.Rows {
		if r.Params == 0 {
			continue
		}
		b, line, ok := layerCount(r, i+1)
		if !ok {
			return Walk{}, false
		}
		b.From = len(lines)
		blocks, lines, sums = append(blocks, b), append(lines, line), append(sums, formatInt(r.Params))
	}
	const most = 3 // there is no room for more
	if len(lines) == 0 || len(lines) > most {
		return Walk{}, false
	}
	if len(lines) < len(t.Rows) {
		lines = append(lines, counted("none", nil, "0"))
	}
	if len(blocks) > 1 {
		lines = append(lines, counted("total", nil, fmt.Sprintf("%s = %d", strings.Join(sums, " + "), t.Total.Params)))
	}
	return Walk{Animation: viz.NewLedger(blocks, asked(lines))}, true
}

// layerCount is a layer's block with the account of its parameters; ok is false
// for one that is not counted so.
func layerCount(r netspec.Row, layer int) (b viz.LedgerBlock, line viz.LedgerLine, ok bool) {
	if r.Biases == 0 || r.Layer.Op != netspec.Dense && !isConv(r) {
		return b, line, false
	}
	args := viz.Args{"layer": layer, "k": r.Layer.Count}
	label, each, v := "dense", fmt.Sprintf("%d + 1", r.In.C), viz.Volume{H: 1, W: 1, C: r.In.C}
	if isConv(r) {
		h, w, c, _ := sides(r)
		label, each, v = "conv", fmt.Sprintf("%d*%d*%d + 1", h, w, c), filterBlock(r)
	}
	b = block("layer", args, v, viz.PlaneFilter, 0)
	b.Times, b.Row = r.Layer.Count, !isConv(r)
	return b, counted(label, args, fmt.Sprintf("(%s)*%d = %d", each, r.Layer.Count, r.Params)), true
}

// walkFilters counts the weights of one filter, its bias, then those of all.
func walkFilters(r netspec.Row) Walk {
	h, w, c, k := sides(r)
	each := h * w * c
	args := viz.Args{"c": c, "k": k}
	lines := []viz.LedgerLine{counted("filter", args, product(each, h, w, c))}
	if r.Biases > 0 {
		lines = append(lines, counted("bias", nil, fmt.Sprintf("%d + 1 = %d", each, each+1)))
		each++
	} else {
		lines = append(lines, counted("nobias", nil, itoa(each)))
	}
	lines = append(lines, counted("filters", args, fmt.Sprintf("%d*%d = %d", each, k, r.Params)))
	one := block("filter", nil, filterBlock(r), viz.PlaneFilter, 0)
	all := block("filters", args, filterBlock(r), viz.PlaneFilter, len(lines)-1)
	all.Times = k
	return Walk{Animation: viz.NewLedger([]viz.LedgerBlock{one, all}, asked(lines))}
}

// walkBoth holds a convolution against a fully connected layer.
func (q Question) walkBoth(netspec.Table) (Walk, bool) {
	b, _, err := newBothLayers(q.Given.Spec)
	if err != nil {
		return Walk{}, false
	}
	in, out := b.conv.In, b.conv.Out
	if q.Given.Ask == "places" {
		parts, ok := turnSides(b.conv, nn.RuleError)
		if !ok {
			return Walk{}, false
		}
		plane := block("map", nil, viz.Volume{H: out.H, W: out.W, C: 1}, viz.PlaneOutput, 0)
		lines := []viz.LedgerLine{counted("places", nil, product(b.places, out.H, out.W))}
		return inTurn(append(parts, turn("places", nil, viz.NewLedger([]viz.LedgerBlock{plane}, asked(lines))))), true
	}
	var blocks []viz.LedgerBlock
	var lines []viz.LedgerLine
	saved := q.Given.Ask == "saved"
	if saved {
		one := block("conv", nil, filterBlock(b.conv), viz.PlaneFilter, 0)
		one.Times = out.C
		blocks = append(blocks, one)
		lines = append(lines, counted("convolution", nil, b.convSum()))
	}
	blocks = append(blocks,
		block("inputs", nil, volume(in), viz.PlaneInput, len(lines)),
		block("outputs", nil, volume(out), viz.PlaneOutput, len(lines)+1))
	lines = append(lines,
		counted("inputs", nil, product(b.inputs, in.H, in.W, in.C)),
		counted("outputs", nil, product(b.outputs, out.H, out.W, out.C)),
		counted("full", nil, b.fullSum()))
	if saved {
		lines = append(lines, counted("saved", nil, fmt.Sprintf("%d - %d = %d", b.full.Params, b.conv.Params, b.full.Params-b.conv.Params)))
	}
	return Walk{Animation: viz.NewLedger(blocks, asked(lines))}, q.Given.Ask == "full" || saved
}

// walkDepth lays the last layer's filter on what reaches it, channel by channel.
func (q Question) walkDepth(t netspec.Table) (Walk, bool) {
	last := t.Last()
	if !isConv(last) || len(q.Worked) == 0 {
		return Walk{}, false
	}
	filter := viz.NewSlices(volume(last.In), last.Layer.Window.Kernel, q.Worked[len(q.Worked)-1])
	if len(t.Rows) == 1 {
		return Walk{Animation: filter}, true
	}
	before := t
	before.Rows = t.Rows[:len(t.Rows)-1]
	chain := chainOf(before, func(i int) viz.Words {
		if i < len(q.Worked)-1 {
			return q.Worked[i]
		}
		return linkWords(t, i)
	})
	return inTurn([]viz.Titled{turn("reaches", nil, chain), turn("filter", viz.Args{"layer": len(t.Rows)}, filter)}), true
}

// walkImage counts the numbers of a picture, or names its sides in their order.
func (q Question) walkImage() (Walk, bool) {
	s, ok := photoOf(q.Given)
	if !ok {
		return Walk{}, false
	}
	lines := []viz.LedgerLine{
		counted("rows", nil, itoa(s.h)), counted("columns", nil, itoa(s.w)), counted(s.sort(), nil, itoa(s.c)),
	}
	if q.Given.Ask == "shape" {
		lines = append(lines, counted("shape", nil, s.text()))
	} else {
		pixels := s.h * s.w
		lines = []viz.LedgerLine{
			counted("pixels", nil, product(pixels, s.h, s.w)),
			counted(s.sort(), nil, product(pixels*s.c, pixels, s.c)),
		}
		if s.count > 1 {
			lines = append(lines, counted("pictures", nil, product(s.numbers(), pixels*s.c, s.count)))
		}
	}
	picture := block("picture", nil, viz.Volume{H: s.h, W: s.w, C: s.c}, viz.PlaneInput, 0)
	picture.Times = s.count
	return Walk{Animation: viz.NewLedger([]viz.LedgerBlock{picture}, asked(lines))}, true
}

// photoOf is the picture that a question tells of.
func photoOf(g Given) (s photoShape, ok bool) {
	number := func(name string) int {
		n, is := g.Values[name].(int)
		ok = ok && is
		return n
	}
	ok = true
	s = photoShape{h: number("height"), w: number("width"), count: number("count"), c: 3}
	switch g.Values["picture"] {
	case "grey":
		s.c = 1
	case "colour":
	default:
		return s, false
	}
	return s, ok && s.h > 0 && s.w > 0 && s.count > 0
}
