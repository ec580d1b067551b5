package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// Plane is one of the pictures of a convolution.
type Plane int

// Planes.
const (
	PlaneNone Plane = iota
	PlaneInput
	PlaneFilter
	PlaneOutput
)

// OpenCell is the cell that is open to be changed, and what was typed into it
// so far ("" for nothing yet).
type OpenCell struct {
	Plane Plane
	At    nn.Point
	Typed string
	// Channel is the one looked at, in input and filter.
	Channel int
}

// DrawOpen draws the whole convolution at once, without a window: every output
// cell known, what no window reads marked, one cell of input or filter open.
// Below it stands the size formula.
func (c *Conv) DrawOpen(f Frame, open OpenCell) {
	d := convDrawing{Conv: c, Part: f.Grid.Part(f.Area), frame: f}
	d.at = c.openLayout(f.Area.W, f.Area.H, c.around(open))
	d.terms = c.windows[len(c.windows)-1]
	kernel := c.geometry.Window.Kernel
	d.k = min(open.Channel, c.channels-1) * kernel.H * kernel.W // a term of that channel
	d.drawOpenInput(open)
	d.drawOpenFilter(open)
	d.drawOpenOutput()
	d.Part.Lines(0, d.at.sum.Y, c.sizeLines(f.Say))
}

func (c *Conv) sizeLines(say Say) []canvas.Line {
	return SizeLines(c.geometry.In, c.setup.window(c.geometry.Window.Kernel), c.setup.Rule, say)
}

// openLayout is the layout for w columns and h rows where the size formula
// stands in the place of the sum and its status; where not everything is shown,
// around what step i is about.
func (c *Conv) openLayout(w, h, i int) convLayout {
	formula := len(c.sizeLines(func(Words) string { return "" }))
	return c.layout(w, h+c.sumLines(w)+1-formula, i)
}

// around is a step that is about an open cell, so that the cell is in view where
// not everything is.
func (c *Conv) around(open OpenCell) int {
	w, out := c.geometry.Window, c.geometry.Out
	switch open.Plane {
	case PlaneFilter:
		return min(open.At.Y*w.Kernel.W+open.At.X, c.Terms()-1)
	case PlaneInput:
		window := func(at, pad, kernel, dilation, stride, most int) int {
			return max(0, min((at+pad-(kernel-1)*dilation/2)/stride, most-1))
		}
		y := window(open.At.Y, w.Padding.Top, w.Kernel.H, w.Dilation.H, w.Stride.H, out.H)
		x := window(open.At.X, w.Padding.Left, w.Kernel.W, w.Dilation.W, w.Stride.W, out.W)
		return (y*out.W + x) * c.Terms()
	}
	return 0
}

// CellAt is CellIn with no cell open.
func (c *Conv) CellAt(area canvas.Rect, x, y int) (Plane, nn.Point) {
	return c.CellIn(area, OpenCell{}, x, y)
}

// CellIn is the cell of input or filter drawn at column x, row y of the grid
// by DrawOpen in area with a cell open. Padding is no cell.
func (c *Conv) CellIn(area canvas.Rect, open OpenCell, x, y int) (Plane, nn.Point) {
	l := c.openLayout(area.W, area.H, c.around(open))
	x, y = x-area.X, y-area.Y
	if p, ok := l.input.at(x, y); ok {
		pad := c.geometry.Window.Padding
		p = nn.Point{Y: p.Y - pad.Top, X: p.X - pad.Left}
		if !c.isPadding(p) {
			return PlaneInput, p
		}
	}
	if p, ok := l.filter.at(x, y); ok {
		return PlaneFilter, p
	}
	return PlaneNone, nn.Point{}
}

func (d *convDrawing) drawOpenInput(open OpenCell) {
	d.headInput()
	size := d.padded()
	texts := d.texts.input[d.channel()]
	for y := range size.H {
		for x := range size.W {
			p := nn.Point{Y: y, X: x}
			if box, ok := d.at.input.box(p); ok {
				d.drawOutside(box, y*size.W+x, texts)
				d.openIf(open.Plane == PlaneInput && d.place(open.At) == p, box, d.at.input, open, texts[y*size.W+x])
			}
		}
	}
}

func (d *convDrawing) drawOpenFilter(open OpenCell) {
	kernel := d.geometry.Window.Kernel
	shape := d.shapeText(kernel)
	if d.channels > 1 {
		shape += " " + d.frame.Say(Words{Key: "viz.conv.channel", Args: Args{"c": d.channel() + 1, "n": d.channels}})
	}
	if d.setup.Flip {
		shape += " " + d.frame.Say(Words{Key: "viz.conv.flipped"})
	}
	d.heading(d.at.filter, canvas.RoleFilterTitle, "viz.conv.filter", shape, max(d.at.output.x-1, d.at.filter.x+filterHead))
	for at, text := range d.texts.filter[d.channel()] {
		p := nn.Point{Y: at / kernel.W, X: at % kernel.W}
		box, ok := d.at.filter.box(p)
		if !ok {
			continue
		}
		d.Fill(box, canvas.RoleFilter)
		d.TextRight(box.X+box.W-d.at.filter.right, box.Y+d.at.filter.valueRow(), canvas.RoleFilter, text)
		d.openIf(open.Plane == PlaneFilter && open.At == p, box, d.at.filter, open, text)
	}
	d.drawBias()
}

// openIf marks a cell as the one that is open, with what was typed so far.
func (d *convDrawing) openIf(is bool, box canvas.Rect, panel convPanel, open OpenCell, text string) {
	if !is {
		return
	}
	d.Fill(box, canvas.RoleField)
	if open.Typed != "" {
		text = open.Typed
	}
	d.TextRight(box.X+box.W-panel.right, box.Y+panel.valueRow(), canvas.RoleField, text)
	d.bars(box, canvas.RoleMark)
}

func (d *convDrawing) drawOpenOutput() {
	w, _ := d.Size()
	out := d.geometry.Out
	d.heading(d.at.output, canvas.RoleOutputTitle, "viz.conv.output", strconv.Itoa(out.H)+"×"+strconv.Itoa(out.W), w)
	for at, text := range d.texts.output {
		box, ok := d.at.output.box(nn.Point{Y: at / out.W, X: at % out.W})
		if !ok {
			continue
		}
		d.Fill(box, canvas.RoleOutput)
		d.TextRight(box.X+box.W-d.at.output.right, box.Y+d.at.output.valueRow(), canvas.RoleOutput, text)
	}
}
