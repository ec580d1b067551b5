package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// transposedDrawing is one step, or all of it open, on its way to the grid.
type transposedDrawing struct {
	*Transposed
	canvas.Part
	at    convLayout
	frame Frame
	step  int
	open  *OpenCell // nil where a step is drawn
}

// Draw draws step i.
func (t *Transposed) Draw(i int, f Frame) {
	d := transposedDrawing{Transposed: t, Part: f.Grid.Part(f.Area), frame: f, step: i}
	d.at = t.layout(f.Area.W, f.Area.H, i)
	d.planes()
	said := canvas.Wrap(canvas.Markup(f.Say(t.Words(i)), canvas.RoleDim), f.Area.W)
	y := d.Part.Lines(0, d.at.status, said[:min(len(said), 2)])
	if y < f.Area.H {
		d.Runs(0, y, t.SizeLine())
	}
}

// DrawOpen draws all of it at once, one cell of input or filter open; below it
// stands the size formula.
func (t *Transposed) DrawOpen(f Frame, open OpenCell) {
	d := transposedDrawing{Transposed: t, Part: f.Grid.Part(f.Area), frame: f, step: t.Steps() - 1, open: &open}
	d.at = t.layout(f.Area.W, f.Area.H, t.around(open))
	d.planes()
	d.Runs(0, d.at.status, t.SizeLine())
}

func (d *transposedDrawing) planes() {
	d.drawInput()
	d.drawFilter()
	d.drawOutput()
}

// heading writes a plane's title and size.
func (d *transposedDrawing) heading(b convPanel, role canvas.Role, key string, size nn.Size, limit int) {
	head := d.Part.Part(canvas.Rect{X: b.x, Y: b.y, W: limit - b.x, H: 1})
	x := head.Text(0, 0, role, d.frame.Say(Words{Key: key}))
	shape := strconv.Itoa(size.H) + "×" + strconv.Itoa(size.W)
	head.Text(x+1, 0, canvas.RoleDim, canvas.Cut(shape, limit-b.x-x-1))
}

// number writes a cell's number on a ground.
func (d *transposedDrawing) number(b convPanel, box canvas.Rect, role canvas.Role, text string) {
	d.Fill(box, role)
	d.TextRight(box.X+box.W-b.right, box.Y+b.valueRow(), role, text)
}

// bars stand at the sides of what is current.
func (d *transposedDrawing) bars(box canvas.Rect, role canvas.Role) {
	for y := box.Y; y < box.Y+box.H; y++ {
		d.Set(box.X, y, role, "▌")
		d.Set(box.X+box.W-1, y, role, "▐")
	}
}

// cell draws a cell of input or filter, open if it is the one.
func (d *transposedDrawing) cell(plane Plane, b convPanel, p nn.Point, role canvas.Role, text string) {
	box, ok := b.box(p)
	if !ok {
		return
	}
	if d.open == nil || d.open.Plane != plane || d.open.At != p {
		d.number(b, box, role, text)
		return
	}
	if d.open.Typed != "" {
		text = d.open.Typed
	}
	d.number(b, box, canvas.RoleField, text)
	d.bars(box, canvas.RoleMark)
}

func (d *transposedDrawing) drawInput() {
	d.heading(d.at.input, canvas.RoleInputTitle, "viz.conv.input", d.geometry.Out, d.at.leftEnd(d.at.input))
	now := d.From(d.step)
	for i, text := range d.texts.input {
		p := nn.Point{Y: i / d.geometry.Out.W, X: i % d.geometry.Out.W}
		current := d.open == nil && d.step < len(d.taps) && p == now
		role := canvas.RoleInput
		switch {
		case current:
			role = canvas.RoleWindowNow
		case d.Input(p) != 0:
			role = canvas.RoleInputInk
		}
		d.cell(PlaneInput, d.at.input, p, role, text)
		if box, ok := d.at.input.box(p); ok && current {
			d.bars(box, canvas.RoleMark)
		}
	}
}

// leftEnd is the column before which a plane's heading ends.
func (l convLayout) leftEnd(b convPanel) int {
	if b.x < l.filter.x {
		return l.filter.x - 1
	}
	return l.output.x - 1
}

func (d *transposedDrawing) drawFilter() {
	kernel := d.geometry.Window.Kernel
	d.heading(d.at.filter, canvas.RoleFilterTitle, "viz.conv.filter", kernel, d.at.leftEnd(d.at.filter))
	for i, text := range d.texts.filter {
		p := nn.Point{Y: i / kernel.W, X: i % kernel.W}
		current := d.open == nil && d.step < len(d.taps) && p == d.taps[d.step].Tap.Filter
		role := canvas.RoleFilter
		if current {
			role = canvas.RoleFilterNow
		}
		d.cell(PlaneFilter, d.at.filter, p, role, text)
		if box, ok := d.at.filter.box(p); ok && current {
			d.bars(box, canvas.RoleFilterMark)
		}
	}
	if d.setup.Bias != nil {
		_, h := d.at.filter.size()
		text := d.frame.Say(Words{Key: "viz.conv.bias"}) + " " + Number(*d.setup.Bias)
		d.Text(d.at.filter.x+1, d.at.filter.y+h, canvas.RoleFilterTitle, text)
	}
}

func (d *transposedDrawing) drawOutput() {
	w, _ := d.Size()
	d.heading(d.at.output, canvas.RoleOutputTitle, "transposed.output", d.geometry.In, w)
	values, reached := d.At(d.step)
	size, pad := d.padded(), d.geometry.Window.Padding
	for y := range size.H {
		for x := range size.W {
			box, ok := d.at.output.box(nn.Point{Y: y, X: x})
			if !ok {
				continue
			}
			role, text := d.outputAt(nn.Point{Y: y - pad.Top, X: x - pad.Left}, values, reached)
			d.number(d.at.output, box, role, text)
		}
	}
	if d.open == nil && d.step < len(d.taps) {
		d.drawSpread(values)
	}
}

// outputAt is what an output cell is, and what stands in it: cut off outside,
// else the sum so far, or the finished value where everything is shown.
func (d *transposedDrawing) outputAt(p nn.Point, values []float64, reached []bool) (canvas.Role, string) {
	at := p.Y*d.geometry.In.W + p.X
	switch {
	case p.Y < 0 || p.X < 0 || p.Y >= d.geometry.In.H || p.X >= d.geometry.In.W:
		return canvas.RoleUnread, "╱"
	case reached[at]:
		return canvas.RoleOutput, Short(values[at], maxNumber)
	case d.open != nil:
		return canvas.RoleOutput, Short(d.output.At(p.Y, p.X), maxNumber)
	}
	return canvas.RoleOutputLater, "·"
}

// drawSpread marks the cells under the filter: brackets round each of its rows,
// and the one to which the product goes.
func (d *transposedDrawing) drawSpread(values []float64) {
	first := d.step / d.spreads() * d.spreads()
	kernel := d.geometry.Window.Kernel
	for k, tap := range d.taps[first : first+d.spreads()] {
		box, ok := d.at.output.box(d.place(tap.Tap.Input))
		if !ok {
			continue
		}
		y := box.Y + d.at.output.valueRow()
		if first+k == d.step {
			role, text := canvas.RoleOutputNow, "╱"
			if tap.Inside {
				text = Short(values[tap.Tap.Input.Y*d.geometry.In.W+tap.Tap.Input.X], maxNumber)
			}
			d.number(d.at.output, box, role, text)
			d.bars(box, canvas.RoleOutputMark)
			continue
		}
		if tap.Tap.Filter.X == 0 {
			d.Set(box.X, y, canvas.RoleOutputMark, "[")
		}
		if tap.Tap.Filter.X == kernel.W-1 {
			d.Set(box.X+box.W-1, y, canvas.RoleOutputMark, "]")
		}
	}
}
