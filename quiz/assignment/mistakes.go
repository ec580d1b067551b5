package assignment

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/quiz"
)

// shapeMistakes are the wrong shapes of a question that have a reason. Slips of
// the question's own layer go first; those made in question 2 and carried over
// to 3 and 4 follow.
func shapeMistakes(number int, t netspec.Table, right string) []quiz.Mistake {
	m := quiz.NewMistakes(right)
	m.Both = true
	last := t.Last()
	own := netspec.Table{Input: last.In, Rule: t.Rule, Rows: t.Rows[len(t.Rows)-1:]}
	m.AddSides(own)
	switch number {
	case 1:
		addPadAdded(m, own)
		addBorderTwice(m, last)
	case 2:
		addBorderTwice(m, last)
		padded := netspec.Shape{H: last.In.H + 2, W: last.In.W + 2, C: last.Out.C}
		m.Add(padded.String(), "padded-size", padded.Size().String())
	case 3:
		addPadAdded(m, own)
	}
	m.Both = false
	m.AddDepths(own)
	flat := withDepth(last.Out, 1)
	if last.Layer.Op == netspec.Conv {
		m.AddVariant(flat.String(), "depth-ignored", "1", "flat-output")
	}
	if len(t.Rows) > 1 {
		m.AddSides(t)
		addOtherInputs(m, number, last)
	}
	return m.List()
}

func withDepth(s netspec.Shape, c int) netspec.Shape {
	return netspec.Shape{H: s.H, W: s.W, C: c}
}

// addPadAdded adds the size that padding by 1 would give.
func addPadAdded(m *quiz.Mistakes, own netspec.Table) {
	last := own.Rows[0]
	w := last.Layer.Window
	w.Padding = nn.AllSides(1)
	g, err := nn.NewGeometry(last.In.Size(), w, nn.RuleFloor)
	if err != nil {
		return
	}
	sum := fmt.Sprintf("(%d - %d + 2*1)/%d + 1 = %d", last.In.H, w.Kernel.H, w.Stride.H, g.Out.H)
	m.Add(netspec.Shape{H: g.Out.H, W: g.Out.W, C: last.Out.C}.String(), "pad-added", sum)
}

// addBorderTwice adds the size when the filter's overhang is taken off on both
// sides of the input.
func addBorderTwice(m *quiz.Mistakes, last netspec.Row) {
	off := last.Layer.Window.Kernel.H - 1
	s := netspec.Shape{H: last.In.H - 2*off, W: last.In.W - 2*off, C: last.Out.C}
	m.Add(s.String(), "border-twice", fmt.Sprintf("%d - 2*%d = %d", last.In.H, off, s.H))
}

// addOtherInputs adds the depths that come of laying the layer on the picture
// itself, or on another question's result.
func addOtherInputs(m *quiz.Mistakes, number int, last netspec.Row) {
	if number == 4 {
		for _, c := range []int{Input().C, 6, 5} {
			m.AddVariant(withDepth(last.Out, c).String(), "first-layer", fmt.Sprint(c), "output")
		}
		return
	}
	maps := last.Layer.Count * Input().C
	m.Add(withDepth(last.Out, maps).String(), "per-channel-maps", fmt.Sprintf("%d*%d = %d", last.Layer.Count, Input().C, maps))
	m.AddVariant(withDepth(last.Out, Input().C).String(), "first-layer", fmt.Sprint(Input().C), "output")
}

// depthMistakes are the wrong depths of a question's filters.
func depthMistakes(number int, last netspec.Row, right string) []quiz.Mistake {
	m := quiz.NewMistakes(right)
	k, c, f := last.Layer.Count, last.In.C, last.Layer.Window.Kernel
	m.Add(fmt.Sprint(k), "depth-is-count", fmt.Sprint(k))
	if number == 3 {
		m.Add(fmt.Sprint(Input().C), "first-layer", fmt.Sprint(Input().C))
	}
	m.AddVariant("1", "depth-ignored", "1", "flat")
	m.Add(fmt.Sprint(k*c), "per-channel-maps", fmt.Sprintf("%d*%d = %d", k, c, k*c))
	m.Add(fmt.Sprint(f.H*f.W), "cells-for-depth", fmt.Sprintf("%d*%d = %d", f.H, f.W, f.H*f.W))
	m.Add(fmt.Sprint(f.H*f.W*c), "weights-for-depth", fmt.Sprintf("%d*%d*%d = %d", f.H, f.W, c, f.H*f.W*c))
	m.Add(fmt.Sprint(f.H), "side-for-depth", f.String())
	return m.List()
}

// weightMistakes are the wrong counts of weights.
func weightMistakes(t netspec.Table, right string) []quiz.Mistake {
	m := quiz.NewMistakes(right)
	m.AddCounts(t)
	r := t.Rows[0]
	f, c, k := r.Layer.Window.Kernel, r.In.C, r.Layer.Count
	add := func(n int, slip, sum, variant string) {
		m.AddVariant(fmt.Sprint(n), slip, fmt.Sprintf("%s = %d", sum, n), variant)
	}
	one := f.H * f.W * c
	add(one*k+1, "one-bias", fmt.Sprintf("%d + 1", one*k), "")
	add(one*k+2*k, "bias-twice", fmt.Sprintf("%d + 2*%d", one*k, k), "")
	add(2*one*k, "bias-per-weight", fmt.Sprintf("%d + %d", one*k, one*k), "")
	add(f.H*f.W*k+k, "depth-ignored", fmt.Sprintf("%d*%d*%d + %d", f.H, f.W, k, k), "")
	add(one+1, "one-filter", fmt.Sprintf("%d*%d*%d + 1", f.H, f.W, c), "")
	add(f.H*c*k, "side-once", fmt.Sprintf("%d*%d*%d", f.H, c, k), "")
	add(f.H*f.W*k*k, "depth-is-count", fmt.Sprintf("%d*%d*%d*%d", f.H, f.W, k, k), "weights")
	add(one*6, "other-filters", fmt.Sprintf("%d*%d*%d*6", f.H, f.W, c), "")
	add(r.Out.H*r.Out.W*k, "output-for-weights", fmt.Sprintf("%d*%d*%d", r.Out.H, r.Out.W, k), "")
	return m.List()
}
