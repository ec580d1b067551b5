package viz

import (
	"slices"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// StampsSetup is one side of a transposed convolution.
type StampsSetup struct {
	Axis  nn.Axis // In is what goes in
	Extra int     // output padding
	Out   int     // what comes out
	Sum   string  // the arithmetic of Out: "(3 - 1)*2 - 2*1 + 3 = 5"
}

// Stamps shows how a transposed convolution makes a side longer: every input
// cell spreads over as many cells as the filter has, a stride further each time;
// then output padding is added, padding cut off, and what is left is counted.
type Stamps struct {
	setup StampsSetup
	cells []int // input cells that have a step
}

// NewStamps lays the input's cells out; of many the first three and the last.
func NewStamps(s StampsSetup) *Stamps {
	d := &Stamps{setup: s}
	for k := range s.Axis.In {
		if s.Axis.In <= sideWhole-1 || k < sideFirst || k == s.Axis.In-1 {
			d.cells = append(d.cells, k)
		}
	}
	return d
}

// after are the steps that follow the cells': longer, cut, counted.
func (d *Stamps) after() (steps []string) {
	if d.setup.Extra > 0 {
		steps = append(steps, "extra")
	}
	if d.setup.Axis.Before+d.setup.Axis.After > 0 {
		steps = append(steps, "cut")
	}
	return append(steps, "result")
}

// Steps is a step for every cell shown, and those that follow.
func (d *Stamps) Steps() int { return len(d.cells) + len(d.after()) }

// whole is how many cells all stamps cover.
func (d *Stamps) whole() int {
	a := d.setup.Axis
	return (a.In-1)*a.Stride + a.Span()
}

// MinSize is the least area in which the side can be followed.
func (d *Stamps) MinSize() (w, h int) {
	h = len(d.cells) + 6
	if len(d.cells) < d.setup.Axis.In {
		h++
	}
	return 56, h
}

// Words says step i.
func (d *Stamps) Words(i int) Words {
	a := d.setup.Axis
	args := Args{"f": a.Span(), "s": a.Stride, "p": a.Before, "extra": d.setup.Extra, "sum": d.setup.Sum, "whole": d.whole(), "n": d.setup.Out}
	if i >= len(d.cells) {
		return Words{Key: "walk.stamps." + d.after()[i-len(d.cells)], Args: args}
	}
	k := d.cells[i]
	args["k"], args["of"] = k+1, a.In
	args["first"], args["last"] = k*a.Stride+1, k*a.Stride+a.Span()
	switch {
	case i == 0:
		return Words{Key: "walk.stamps.first", Args: args}
	case k > d.cells[i-1]+1:
		return Words{Key: "walk.stamps.on", Args: args}
	}
	return Words{Key: "walk.stamps.next", Args: args}
}

// Draw draws step i: the stamps so far, the row that they make, the formula.
func (d *Stamps) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	a := d.setup.Axis
	left := 4
	wide := max(1, min(8, (w-left-2)/(d.whole()+d.setup.Extra)))
	_, least := d.MinSize()
	rows, air := least-6, airy(h, least)
	y := 0
	for r := 0; r <= min(i, len(d.cells)-1); r++ {
		k := d.cells[r]
		if r > 0 && k > d.cells[r-1]+1 {
			p.Text(left+k*a.Stride*wide/2, y, canvas.RoleDim, "⋮")
			y += air
		}
		d.drawStamp(p, k, canvas.Rect{X: left + k*a.Stride*wide, Y: y, W: a.Span() * wide, H: 1}, r == i)
		y += air
	}
	y = 1 + rows*air
	d.drawRow(p, i, left, y, wide)
	p.Text(0, y+1, canvas.RoleDim, "(N - 1)S - 2P + F")
	sum, result := cutSum(d.setup.Sum)
	x := p.Text(0, y+2, canvas.RoleStrong, sum+" = ")
	if i == d.Steps()-1 && !f.Hide {
		x = p.Text(x, y+2, canvas.RoleOutputTitle, result)
		p.Text(x+2, y+2, canvas.RoleOutputTitle, "✓")
	} else {
		p.Text(x, y+2, canvas.RoleOutputTitle, "?")
	}
	p.Lines(0, y+3, firstLines(canvas.Wrap(canvas.Markup(f.Say(d.Words(i)), canvas.RoleText), w), h-y-3))
}

// drawStamp draws input cell k and the cells that it spreads over.
func (d *Stamps) drawStamp(p canvas.Part, k int, box canvas.Rect, now bool) {
	cell, role := canvas.RoleInputInk, canvas.RoleFilter
	if now {
		cell, role = canvas.RoleWindowNow, canvas.RoleFilterNow
	}
	p.TextRight(3, box.Y, cell, strconv.Itoa(k+1))
	p.Fill(box, role)
	p.Set(box.X, box.Y, role, "[")
	p.Set(box.X+box.W-1, box.Y, role, "]")
}

// reached says that step i or one before it is the named one of those that
// follow the cells'.
func (d *Stamps) reached(i int, step string) bool {
	at := slices.Index(d.after(), step)
	return at >= 0 && i >= len(d.cells)+at
}

// drawRow draws the cells that the stamps have made by step i, made longer and
// cut, each with its number in what comes out.
func (d *Stamps) drawRow(p canvas.Part, i, left, y, wide int) {
	a := d.setup.Axis
	made, before, end := d.whole(), 0, d.whole()+d.setup.Extra
	if i < len(d.cells) {
		made = d.cells[i]*a.Stride + a.Span()
	}
	if d.reached(i, "extra") {
		made += d.setup.Extra
	}
	if d.reached(i, "cut") {
		before, end = a.Before, end-a.After
	}
	for n := range made {
		box := canvas.Rect{X: left + n*wide, Y: y, W: wide, H: 1}
		role, text := canvas.RoleOutput, strconv.Itoa(n+1-before)
		switch {
		case n < before || n >= end:
			role, text = canvas.RoleUnread, "╳"
		case n >= d.whole():
			role = canvas.RoleOutputNow
		}
		p.Fill(box, role)
		if wide > canvas.Width(text) || text == "╳" {
			p.TextRight(box.X+wide, box.Y, role, text)
		}
	}
}
