package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// Sweep shows several ways to lay a window over an input side by side. A step
// is one window in each of them; a panel that is done waits for the others.
type Sweep struct {
	panels []sweepPanel
	steps  int
	counts bool // cells show how often they were read, else whether
	about  sweepAbout
	setup  SlideSetup
}

// sweepAbout is what the panels are compared for.
type sweepAbout int

const (
	aboutRules sweepAbout = iota
	aboutReads
	aboutSame
	aboutEven
)

// sweepPanel is one of the ways.
type sweepPanel struct {
	title    Words
	geometry nn.Geometry // Out is 0 where nothing fits
	result   string      // "3×3", or the number that is not whole
	bad      bool        // the result is a refusal
	before   nn.Point    // cells shown above and left of the input
	size     nn.Size     // cells shown, padding and what hangs over included
	most     int         // the largest count
}

// newSweepPanel shows a geometry and what hangs over its edges.
func newSweepPanel(title Words, g nn.Geometry) sweepPanel {
	p := sweepPanel{title: title, geometry: g, result: sizeText(g.Out)}
	pad := g.Window.Padding
	p.before = nn.Point{Y: pad.Top, X: pad.Left}
	rows, columns := g.Rows(), g.Columns()
	p.size = nn.Size{
		H: max(pad.Top+g.In.H+pad.Bottom, (g.Out.H-1)*rows.Stride+rows.Span()),
		W: max(pad.Left+g.In.W+pad.Right, (g.Out.W-1)*columns.Stride+columns.Span()),
	}
	for _, n := range g.Reads() {
		p.most = max(p.most, n)
	}
	return p
}

// refusedPanel shows the bare input and the reason.
func refusedPanel(title Words, s SlideSetup) sweepPanel {
	sign, result := s.quotient()
	if sign == "≈" {
		result = sign + " " + result
	}
	g := nn.Geometry{In: nn.Square(s.In), Window: s.Window()}
	side := s.In + 2*s.Padding
	return sweepPanel{
		title: title, geometry: g, result: result, bad: true,
		before: nn.Point{Y: s.Padding, X: s.Padding}, size: nn.Square(side),
	}
}

func sizeText(s nn.Size) string { return strconv.Itoa(s.H) + "×" + strconv.Itoa(s.W) }

func newSweep(about sweepAbout, s SlideSetup, counts bool, panels ...sweepPanel) *Sweep {
	w := &Sweep{panels: panels, about: about, counts: counts, setup: s, steps: 1}
	for _, p := range panels {
		w.steps = max(w.steps, p.windows())
	}
	return w
}

// newRules shows the four things that are done where a stride does not fit.
func newRules(s SlideSetup) (Slide, error) {
	var panels []sweepPanel
	for _, r := range []struct {
		name string
		rule nn.Rule
	}{{"error", nn.RuleError}, {"floor", nn.RuleFloor}, {"ceil", nn.RuleCeil}, {"same", nn.RuleSame}} {
		title := Words{Key: "slide.rule." + r.name}
		g, err := s.Geometry(r.rule)
		if err != nil {
			panels = append(panels, refusedPanel(title, s))
			continue
		}
		panels = append(panels, newSweepPanel(title, g))
	}
	return newSweep(aboutRules, s, false, panels...), nil
}

// newReads shows how often every cell is read, without padding and with it.
func newReads(s SlideSetup) (Slide, error) {
	bare := s.With(SlidePadding, 0)
	var panels []sweepPanel
	for _, at := range []SlideSetup{bare, s} {
		title := Words{Key: "slide.reads.padded", Args: Args{"p": at.Padding}}
		g, err := at.Geometry(nn.RuleFloor)
		if err != nil {
			panels = append(panels, refusedPanel(title, at))
			continue
		}
		panels = append(panels, newSweepPanel(title, g))
		if s.Padding == 0 {
			break
		}
	}
	return newSweep(aboutReads, s, true, panels...), nil
}

// newSame shows the padding that keeps the size at stride 1, for filters of 3,
// 5 and 7.
func newSame(s SlideSetup) (Slide, error) {
	var panels []sweepPanel
	for f := 3; f <= 7; f += 2 {
		g, err := nn.NewGeometry(nn.Square(s.In), nn.Window{Kernel: nn.Square(f)}, nn.RuleSame)
		if err != nil {
			return nil, err
		}
		title := Words{Key: "slide.same.title", Args: Args{"f": f, "p": g.Window.Padding.Top}}
		panels = append(panels, newSweepPanel(title, g))
	}
	return newSweep(aboutSame, s, false, panels...), nil
}

// newEven shows why an even filter cannot keep the size with the same padding
// on both sides: the two symmetric ones miss it, one of them by too little and
// one by too much.
func newEven(s SlideSetup) (Slide, error) {
	half := (s.Filter - 1) / 2
	var panels []sweepPanel
	for _, pad := range []nn.Sides{
		nn.AllSides(half), nn.AllSides(half + 1),
		{Top: half, Left: half, Bottom: s.Filter - 1 - half, Right: s.Filter - 1 - half},
	} {
		g, err := nn.NewGeometry(nn.Square(s.In), nn.Window{Kernel: nn.Square(s.Filter), Padding: pad}, nn.RuleFloor)
		if err != nil {
			return nil, err
		}
		title := Words{Key: "slide.even.title", Args: Args{"before": pad.Top, "after": pad.Bottom}}
		panel := newSweepPanel(title, g)
		panel.bad = g.Out != g.In
		panels = append(panels, panel)
	}
	return newSweep(aboutEven, s, false, panels...), nil
}

// windows is how many windows a panel has.
func (p sweepPanel) windows() int { return p.geometry.Out.H * p.geometry.Out.W }

// Steps is the number of windows of the panel that has most.
func (w *Sweep) Steps() int { return w.steps }

// Levels are window and row.
func (w *Sweep) Levels() []Level { return []Level{LevelWindow, LevelRow} }

// laps has a row of the panel with the most windows.
func (w *Sweep) laps() laps {
	row := 1
	for _, p := range w.panels {
		if p.windows() == w.steps {
			row = p.geometry.Out.W
		}
	}
	return laps{1, row, w.steps}
}

// Next goes to the next window, or to where this or the next row is complete.
func (w *Sweep) Next(i int, l Level) int { return w.laps().next(i, l) }

// Prev goes to the window before, or to where the row before is complete.
func (w *Sweep) Prev(i int, l Level) int { return w.laps().prev(i, l) }

// sweepCell is how a cell of a panel stands at a step.
type sweepCell struct {
	reads   int  // by the windows so far
	never   bool // no window ever reads it
	now     bool // the present window lies on it
	first   bool // it is in the present window's first column
	last    bool // it is in its last
	outside bool // padding, or beyond it
	beyond  bool // beyond the padding too
}

// state gives every cell of a panel, row by row, as it stands at step i.
func (p sweepPanel) state(i int) []sweepCell {
	cells := p.still()
	g := p.geometry
	last := min(i, p.windows()-1)
	for k := range last + 1 {
		for tap := range g.Taps(k/g.Out.W, k%g.Out.W) {
			c := &cells[(tap.Input.Y+p.before.Y)*p.size.W+tap.Input.X+p.before.X]
			c.reads++
			if k == last {
				c.now = true
				c.first, c.last = tap.Filter.X == 0, tap.Filter.X == g.Window.Kernel.W-1
			}
		}
	}
	return cells
}

// still gives every cell of a panel, row by row, before any window is laid.
func (p sweepPanel) still() []sweepCell {
	cells := make([]sweepCell, p.size.H*p.size.W)
	g := p.geometry
	var reads []int // nil where no window fits
	if p.windows() > 0 {
		reads = g.Reads()
	}
	for i := range cells {
		in := nn.Point{Y: i/p.size.W - p.before.Y, X: i%p.size.W - p.before.X}
		c := &cells[i]
		c.outside = in.Y < 0 || in.X < 0 || in.Y >= g.In.H || in.X >= g.In.W
		c.beyond = in.Y >= g.In.H+g.Window.Padding.Bottom || in.X >= g.In.W+g.Window.Padding.Right
		c.never = !c.outside && reads != nil && reads[in.Y*g.In.W+in.X] == 0
	}
	return cells
}

// Told says every panel row by row.
func (w *Sweep) Told(i int, say Say) []string {
	var lines []string
	for _, p := range w.panels {
		lines = append(lines, canvas.Strip(say(Words{Key: "slide.panel", Args: Args{"title": say(p.title), "result": p.said(say)}})))
		if p.windows() == 0 {
			continue
		}
		cells := p.state(i)
		for y := range p.geometry.In.H {
			text := ""
			for x := range p.geometry.In.W {
				c := cells[(y+p.before.Y)*p.size.W+x+p.before.X]
				text += " " + w.toldCell(c)
			}
			lines = append(lines, say(Words{Key: "plain.row", Args: Args{"row": y + 1, "cells": text[1:]}}))
		}
	}
	return lines
}

func (w *Sweep) toldCell(c sweepCell) string {
	switch {
	case w.counts:
		return strconv.Itoa(c.reads)
	case c.never:
		return "x"
	case c.reads > 0:
		return "o"
	}
	return "."
}

// said is a panel's result in words.
func (p sweepPanel) said(say Say) string {
	if p.windows() == 0 {
		return say(Words{Key: "slide.refused", Args: Args{"result": p.result}})
	}
	return p.result
}
