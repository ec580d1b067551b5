package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// convDrawing is one step on its way to the grid.
type convDrawing struct {
	*Conv
	canvas.Part
	at    convLayout
	frame Frame
	cell  nn.Point   // the output cell being made
	terms []convTerm // of its window
	k     int        // the term being taken
}

// Draw draws step i.
func (c *Conv) Draw(i int, f Frame) {
	d := convDrawing{Conv: c, Part: f.Grid.Part(f.Area), frame: f}
	d.at = c.layout(f.Area.W, f.Area.H, i)
	d.cell, d.k = c.Cell(i)
	d.terms = c.windows[i/c.Terms()]
	d.drawInput()
	d.drawFilter()
	d.drawOutput()
	d.drawSum()
	d.drawStatus(i)
	d.drawFree()
}

// now is the term being taken.
func (d *convDrawing) now() *convTerm { return &d.terms[d.k] }

// channel is the channel that is shown: the current one, the last one while
// the bias is added.
func (d *convDrawing) channel() int {
	if d.now().bias {
		return d.channels - 1
	}
	return d.now().Channel
}

// heading writes a plane's title and shape, cut before column limit.
func (d *convDrawing) heading(b convPanel, role canvas.Role, key, shape string, limit int) {
	head := d.Part.Part(canvas.Rect{X: b.x, Y: b.y, W: limit - b.x, H: 1})
	x := head.Text(0, 0, role, d.frame.Say(Words{Key: key}))
	head.Text(x+1, 0, canvas.RoleDim, canvas.Cut(shape, limit-b.x-x-1))
}

// shapeText is a shape with the sign that people write: 5×5, 5×5×3.
func (d *convDrawing) shapeText(s nn.Size) string {
	t := strconv.Itoa(s.H) + "×" + strconv.Itoa(s.W)
	if d.channels > 1 {
		t += "×" + strconv.Itoa(d.channels)
	}
	return t
}

// headInput writes the input's heading: its shape, and its padding if it has one.
func (d *convDrawing) headInput() {
	shape := d.shapeText(d.geometry.In)
	if p := d.geometry.Window.Padding; p != (nn.Sides{}) {
		shape += " " + d.frame.Say(Words{Key: "viz.conv.padding", Args: Args{"p": sidesText(p)}})
	}
	d.heading(d.at.input, canvas.RoleInputTitle, "viz.conv.input", shape, d.at.filter.x-1)
}

func (d *convDrawing) drawInput() {
	d.headInput()
	size := d.padded()
	texts := d.texts.input[d.channel()]
	for y := range size.H {
		for x := range size.W {
			if box, ok := d.at.input.box(nn.Point{Y: y, X: x}); ok {
				d.drawOutside(box, y*size.W+x, texts)
			}
		}
	}
	for k := range d.terms {
		t := &d.terms[k]
		if t.bias || t.Channel != d.channel() {
			continue
		}
		at := d.place(t.Tap.Input)
		if box, ok := d.at.input.box(at); ok {
			d.drawInside(box, k, texts[at.Y*size.W+at.X])
		}
	}
}

// sidesText writes a padding: one number where all sides are equal.
func sidesText(p nn.Sides) string {
	if p == nn.AllSides(p.Top) {
		return strconv.Itoa(p.Top)
	}
	s := strconv.Itoa(p.Top)
	for _, n := range []int{p.Left, p.Bottom, p.Right} {
		s += "," + strconv.Itoa(n)
	}
	return s
}

// drawOutside draws an input cell that the window does not cover.
func (d *convDrawing) drawOutside(box canvas.Rect, at int, texts []string) {
	size, pad := d.padded(), d.geometry.Window.Padding
	p := nn.Point{Y: at/size.W - pad.Top, X: at%size.W - pad.Left}
	y := box.Y + d.at.input.valueRow()
	end := box.X + box.W - d.at.input.right
	if d.at.weights && box.H == 1 { // where the value stands inside the window
		end -= d.texts.filterWide + 1
	}
	switch {
	case !d.read[at]:
		d.Fill(box, canvas.RoleUnread)
		for row := box.Y; row < box.Y+box.H; row++ {
			d.Set(box.X, row, canvas.RoleUnread, "╱")
			d.Set(box.X+box.W-1, row, canvas.RoleUnread, "╱")
		}
		d.TextRight(end, y, canvas.RoleUnread, texts[at])
	case d.isPadding(p):
		d.Fill(box, canvas.RolePadding)
		d.dots(end, y, canvas.RolePadding)
		d.TextRight(end, y, canvas.RolePadding, texts[at])
	default:
		role := canvas.RoleInput
		if d.valueAt(p, d.channel()) != 0 {
			role = canvas.RoleInputInk
		}
		d.Fill(box, role)
		d.TextRight(end, y, role, texts[at])
	}
}

// dots mark a padding zero that ends before column end.
func (d *convDrawing) dots(end, y int, role canvas.Role) {
	d.Set(end-2, y, role, "·")
	d.Set(end, y, role, "·")
}

// drawInside draws the input cell that term k of the window reads.
func (d *convDrawing) drawInside(box canvas.Rect, k int, text string) {
	t := &d.terms[k]
	ground, weight := canvas.RoleWindow, canvas.RoleWeight
	switch {
	case k == d.k:
		ground, weight = canvas.RoleWindowNow, canvas.RoleWeightNow
	case !t.Tap.Inside:
		ground = canvas.RoleWindowPad
	case t.Input == 0:
		ground = canvas.RoleWindowZero
	}
	value := ground
	if k < d.k {
		value = canvas.RoleWindowDone
	}
	d.Fill(box, ground)
	end, y := box.X+box.W-d.at.input.right, box.Y+d.at.input.valueRow()
	written := "×" + d.texts.filter[t.Channel][t.Tap.Filter.Y*d.geometry.Window.Kernel.W+t.Tap.Filter.X]
	switch {
	case d.at.weights && box.H > 1:
		d.TextRight(end, y+1, weight, written)
	case d.at.weights:
		end -= d.texts.filterWide + 1
		d.Text(end, y, weight, written)
	}
	if !t.Tap.Inside && (box.H > 1 || !d.at.weights) {
		d.dots(end, y, value)
	}
	d.brackets(box, t, y)
	d.TextRight(end, y, value, text)
	if k == d.k {
		d.bars(box, canvas.RoleMark)
	}
}

// brackets hold the window's rows together where no weights show which cells
// are in it.
func (d *convDrawing) brackets(box canvas.Rect, t *convTerm, y int) {
	if d.at.weights {
		return
	}
	if t.Tap.Filter.X == 0 {
		d.Set(box.X, y, canvas.RoleWeight, "[")
	}
	if t.Tap.Filter.X == d.geometry.Window.Kernel.W-1 {
		d.Set(box.X+box.W-1, y, canvas.RoleWeight, "]")
	}
}

// bars stand at the sides of what is current.
func (d *convDrawing) bars(box canvas.Rect, role canvas.Role) {
	for y := box.Y; y < box.Y+box.H; y++ {
		d.Set(box.X, y, role, "▌")
		d.Set(box.X+box.W-1, y, role, "▐")
	}
}

func (d *convDrawing) drawFilter() {
	shape := d.shapeText(d.geometry.Window.Kernel)
	if d.channels > 1 {
		shape += " " + d.frame.Say(Words{Key: "viz.conv.channel", Args: Args{"c": d.channel() + 1, "n": d.channels}})
	}
	if d.setup.Flip {
		shape += " " + d.frame.Say(Words{Key: "viz.conv.flipped"})
	}
	limit := d.at.output.x - 1
	if d.at.output.y > 0 {
		limit, _ = d.Size()
	}
	d.heading(d.at.filter, canvas.RoleFilterTitle, "viz.conv.filter", shape, limit)
	kernel := d.geometry.Window.Kernel
	for at, text := range d.texts.filter[d.channel()] {
		p := nn.Point{Y: at / kernel.W, X: at % kernel.W}
		box, ok := d.at.filter.box(p)
		if !ok {
			continue
		}
		role := canvas.RoleFilter
		if !d.now().bias && p == d.now().Tap.Filter {
			role = canvas.RoleFilterNow
		}
		d.Fill(box, role)
		d.TextRight(box.X+box.W-d.at.filter.right, box.Y+d.at.filter.valueRow(), role, text)
		if role == canvas.RoleFilterNow {
			d.bars(box, canvas.RoleFilterMark)
		}
	}
	d.drawBias()
}

// drawBias writes the bias under the filter.
func (d *convDrawing) drawBias() {
	if d.setup.Bias == nil {
		return
	}
	_, h := d.at.filter.size()
	label := " " + d.frame.Say(Words{Key: "viz.conv.bias"}) + " "
	role := canvas.RoleFilter
	if d.now().bias {
		role = canvas.RoleFilterNow
	}
	text := Number(*d.setup.Bias)
	box := canvas.Rect{X: d.at.filter.x, Y: d.at.filter.y + h, W: canvas.Width(label) + len(text) + 2, H: 1}
	d.Fill(box, role)
	d.Text(d.Text(box.X+1, box.Y, role, label[1:]), box.Y, role, text)
	if d.now().bias {
		d.bars(box, canvas.RoleFilterMark)
	}
}

func (d *convDrawing) drawOutput() {
	w, _ := d.Size()
	out := d.geometry.Out
	d.heading(d.at.output, canvas.RoleOutputTitle, "viz.conv.output", strconv.Itoa(out.H)+"×"+strconv.Itoa(out.W), w)
	made := d.cell.Y*out.W + d.cell.X
	for at := range d.texts.output {
		box, ok := d.at.output.box(nn.Point{Y: at / out.W, X: at % out.W})
		if !ok {
			continue
		}
		role, text := canvas.RoleOutputLater, "·"
		switch {
		case at < made:
			role, text = canvas.RoleOutput, d.texts.output[at]
		case at == made:
			role, text = canvas.RoleOutputNow, d.result()
		}
		d.Fill(box, role)
		d.TextRight(box.X+box.W-d.at.output.right, box.Y+d.at.output.valueRow(), role, text)
		if at == made {
			d.bars(box, canvas.RoleOutputMark)
		}
	}
}

// result is what stands in the output cell being made: the sum so far, which
// is the value once the window is complete, or "?" while that is asked for.
func (d *convDrawing) result() string {
	if d.frame.Hide {
		return "?"
	}
	return Short(d.now().sum, maxNumber)
}
