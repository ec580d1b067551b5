package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// channelsDrawing is one step on its way to the grid.
type channelsDrawing struct {
	canvas.Part
	*Channels
	frame   Frame
	i, k    int // the step, and its term
	cell    nn.Point
	terms   []convTerm
	wide    int // columns of a cell
	high    int // rows of a cell
	gap     int // columns between channels
	blank   int // rows between what is parted
	before  int // rows before the products
	columns int // of one channel, without the gap
}

// MinSize is the least area in which a step can be followed.
func (c *Channels) MinSize() (w, h int) { return 56, 13 }

// Widths of the column at the right: the map, the bias and the result.
const (
	channelsRight = 15
	channelsLines = 4 // headings of input and filter, sums, products
)

// Draw draws step i.
func (c *Channels) Draw(i int, f Frame) {
	d := channelsDrawing{Part: f.Grid.Part(f.Area), Channels: c, frame: f, i: i}
	d.cell, d.k = c.conv.Cell(i)
	d.terms = c.conv.windows[i/c.conv.Terms()]
	d.fit()
	for channel := range c.conv.channels {
		d.drawChannel(channel)
	}
	d.drawMap()
	d.drawBias()
	d.drawProducts()
}

// fit chooses the airiest cells that fit.
func (d *channelsDrawing) fit() {
	w, h := d.Size()
	g := d.conv.geometry
	cells := g.In.H + g.Window.Kernel.H
	d.high, d.blank, d.before = 1, 0, 0
	if 2*cells+channelsLines+4 <= h {
		d.high = 2
	}
	if d.high*cells+channelsLines+3 < h {
		d.blank = 1
	}
	if d.high*cells+channelsLines+4 < h {
		d.before = 1
	}
	n, text := d.conv.channels, d.textWide()
	across := func() int { return n*(max(g.In.W*d.wide, text)+d.gap) + channelsRight }
	least := max(d.conv.texts.inputWide, d.conv.texts.filterWide) + 2
	for d.wide, d.gap = 7, 6; d.wide > least && across() > w; d.wide-- {
		d.gap = max(3, d.gap-1)
	}
	for d.gap > 2 && across() > w {
		d.gap--
	}
	d.columns = max(g.In.W*d.wide, text)
}

// textWide is the columns that headings and sums of a channel need.
func (d *channelsDrawing) textWide() int {
	wide := canvas.Width(d.frame.Say(Words{Key: "filters.slice", Args: Args{"n": d.conv.channels}}))
	label := canvas.Width(d.frame.Say(Words{Key: "filters.sum"}))
	for _, v := range d.Partials(d.cell) {
		wide = max(wide, label+3+len(Number(v)))
	}
	return wide
}

// channel is the one at hand; beyond the last while the bias is added.
func (d *channelsDrawing) channel() int { return d.k / d.cells() }

// Rows of what stands one under the other.
func (d *channelsDrawing) filterRow() int {
	return 1 + d.conv.geometry.In.H*d.high + d.blank
}

func (d *channelsDrawing) sumRow() int {
	return d.filterRow() + 1 + d.conv.geometry.Window.Kernel.H*d.high + d.blank
}

// left is the first column of a channel, or of what stands right of them all.
func (d *channelsDrawing) left(channel int) int { return channel * (d.columns + d.gap) }

// channelNames are the keys of what three channels are called.
var channelNames = []string{"filters.red", "filters.green", "filters.blue"}

func (d *channelsDrawing) drawChannel(channel int) {
	x := d.left(channel)
	end := d.Text(x, 0, canvas.RoleInputTitle, d.frame.Say(Words{Key: "filters.channel", Args: Args{"n": channel + 1}}))
	if d.conv.channels == len(channelNames) {
		d.Text(end+1, 0, canvas.RoleDim, d.frame.Say(Words{Key: channelNames[channel]}))
	}
	d.Text(x, d.filterRow(), canvas.RoleFilterTitle, d.frame.Say(Words{Key: "filters.slice", Args: Args{"n": channel + 1}}))
	size, kernel := d.conv.geometry.In, d.conv.geometry.Window.Kernel
	for at, text := range d.conv.texts.input[channel] {
		box := canvas.Rect{X: x + at%size.W*d.wide, Y: 1 + at/size.W*d.high, W: d.wide, H: d.high}
		role := canvas.RoleInput
		if text != "0" {
			role = canvas.RoleInputInk
		}
		d.write(box, role, role, text)
	}
	first := channel * d.cells()
	for k := first; k < first+d.cells(); k++ {
		t := d.terms[k]
		in := canvas.Rect{X: x + t.Tap.Input.X*d.wide, Y: 1 + t.Tap.Input.Y*d.high, W: d.wide, H: d.high}
		of := canvas.Rect{X: x + t.Tap.Filter.X*d.wide, Y: d.filterRow() + 1 + t.Tap.Filter.Y*d.high, W: d.wide, H: d.high}
		d.drawPair(channel, k, in, of, kernel)
	}
	d.drawPartial(channel)
}

// drawPair draws the input cell and the filter cell of term k.
func (d *channelsDrawing) drawPair(channel, k int, in, of canvas.Rect, kernel nn.Size) {
	t := d.terms[k]
	ground, value, filter := canvas.RoleWindowZero, canvas.RoleWindowZero, canvas.RoleFilter
	switch {
	case k == d.k:
		ground, value, filter = canvas.RoleWindowNow, canvas.RoleWindowNow, canvas.RoleFilterNow
	case k < d.k:
		ground, value = canvas.RoleWindow, canvas.RoleWindowDone
	case channel == d.channel():
		ground, value = canvas.RoleWindow, canvas.RoleWindow
	}
	d.write(in, ground, value, d.conv.texts.input[channel][t.Tap.Input.Y*d.conv.geometry.In.W+t.Tap.Input.X])
	d.write(of, filter, filter, d.conv.texts.filter[channel][t.Tap.Filter.Y*kernel.W+t.Tap.Filter.X])
	y := in.Y + (d.high-1)/2
	if t.Tap.Filter.X == 0 {
		d.Set(in.X, y, canvas.RoleWeight, "[")
	}
	if t.Tap.Filter.X == kernel.W-1 {
		d.Set(in.X+in.W-1, y, canvas.RoleWeight, "]")
	}
	if k == d.k {
		d.bars(in, canvas.RoleMark)
		d.bars(of, canvas.RoleFilterMark)
	}
}

// write fills a cell and writes its number.
func (d *channelsDrawing) write(box canvas.Rect, ground, value canvas.Role, text string) {
	d.Fill(box, ground)
	d.TextRight(box.X+box.W-1, box.Y+(box.H-1)/2, value, text)
}

// bars stand at the sides of what is current.
func (d *channelsDrawing) bars(box canvas.Rect, role canvas.Role) {
	for y := box.Y; y < box.Y+box.H; y++ {
		d.Set(box.X, y, role, "▌")
		d.Set(box.X+box.W-1, y, role, "▐")
	}
}

// drawPartial writes a channel's sum under it, and the plus that leads on.
func (d *channelsDrawing) drawPartial(channel int) {
	sum, begun, complete := d.partial(d.i, channel)
	x, y := d.left(channel), d.sumRow()
	role, text := canvas.RoleProductTitle, Number(sum)
	switch {
	case !begun:
		role, text = canvas.RoleProductLater, "·"
	case channel == d.channel():
		role = canvas.RoleProductNow
	}
	label := d.frame.Say(Words{Key: "filters.sum"}) + " "
	width := canvas.Width(label) + len(text)
	if role == canvas.RoleProductNow {
		d.Fill(canvas.Rect{X: x, Y: y, W: width + 2, H: 1}, role)
	}
	labelled := canvas.RoleDim
	if role == canvas.RoleProductNow {
		labelled = role
	}
	d.Text(d.Text(x+1, y, labelled, label), y, role, text)
	plus := canvas.RoleFaint
	if complete {
		plus = canvas.RoleText
	}
	if channel+1 < d.conv.channels || d.conv.setup.Bias != nil {
		d.Set(d.left(channel+1)-(d.gap+1)/2, y, plus, "+")
	}
}

func (d *channelsDrawing) drawMap() {
	x, out := d.left(d.conv.channels), d.conv.geometry.Out
	end := d.Text(x, 0, canvas.RoleOutputTitle, d.frame.Say(Words{Key: "viz.conv.output"}))
	d.Text(end+1, 0, canvas.RoleDim, strconv.Itoa(out.H)+"×"+strconv.Itoa(out.W))
	made := d.cell.Y*out.W + d.cell.X
	wide := max(d.wide, d.conv.texts.outputWide+2)
	for at, text := range d.conv.texts.output {
		role := canvas.RoleOutput
		switch {
		case at > made:
			role, text = canvas.RoleOutputLater, "·"
		case at == made:
			role, text = canvas.RoleOutputNow, Short(d.terms[d.k].sum, maxNumber)
			if d.frame.Hide {
				text = "?"
			}
		}
		box := canvas.Rect{X: x + at%out.W*wide, Y: 1 + at/out.W*d.high, W: wide, H: d.high}
		d.write(box, role, role, text)
		if at == made {
			d.bars(box, canvas.RoleOutputMark)
		}
	}
}

// drawBias writes the bias beside the filter, and the result beside the sums.
func (d *channelsDrawing) drawBias() {
	x, y := d.left(d.conv.channels), d.filterRow()
	last := d.k == len(d.terms)-1
	if b := d.conv.setup.Bias; b != nil {
		d.Text(x, y, canvas.RoleFilterTitle, d.frame.Say(Words{Key: "filters.bias"}))
		role, plus := canvas.RoleFilter, canvas.RoleProductLater
		if last {
			role, plus = canvas.RoleFilterNow, canvas.RoleProductNow
		}
		box := canvas.Rect{X: x, Y: y + 1, W: max(d.wide, len(Number(*b))+2), H: d.high}
		d.write(box, role, role, Number(*b))
		if last {
			d.bars(box, canvas.RoleFilterMark)
		}
		text := factor(*b)
		if last {
			d.Fill(canvas.Rect{X: x, Y: d.sumRow(), W: len(text) + 2, H: 1}, plus)
		}
		x = d.Text(x+1, d.sumRow(), plus, text) + 1
	}
	x = d.Text(x, d.sumRow(), canvas.RoleDim, " = ")
	text := "?"
	if last && !d.frame.Hide {
		text = Number(d.conv.Value(d.cell))
	}
	d.Text(x, d.sumRow(), canvas.RoleOutputTitle, text)
}

// drawProducts writes the products of the channel at hand, the current one
// lit, and below them where this is.
func (d *channelsDrawing) drawProducts() {
	y := d.sumRow() + 1 + d.before
	where := Args{"window": d.i/d.conv.Terms() + 1, "windows": len(d.conv.windows), "channel": d.channel() + 1, "channels": d.conv.channels}
	if d.terms[d.k].bias {
		d.Runs(0, y, canvas.Markup(d.frame.Say(Words{Key: "filters.once"}), canvas.RoleDim))
		d.Text(0, y+1, canvas.RoleDim, d.frame.Say(Words{Key: "filters.where_bias", Args: where}))
		return
	}
	first := d.channel() * d.cells()
	x := 0
	for k := first; k < first+d.cells(); k++ {
		if x > 0 {
			x = d.Text(x, y, canvas.RoleFaint, "+ ")
		}
		x = d.Text(x, y, productRole(k, d.k), d.terms[k].String()) + 1
	}
	d.Text(0, y+1, canvas.RoleDim, d.frame.Say(Words{Key: "filters.where", Args: where}))
}
