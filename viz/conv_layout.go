package viz

import (
	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// convPanel is where a plane of cells is drawn: its heading at (x, y), the
// cells from the row below.
type convPanel struct {
	x, y       int
	wide, high int      // of a cell
	right      int      // columns left free behind a number, the bar's included
	first      nn.Point // the first cell shown
	rows, cols int      // shown
}

// box is the area of cell p of the plane; ok is false where it is not shown.
func (b convPanel) box(p nn.Point) (r canvas.Rect, ok bool) {
	y, x := p.Y-b.first.Y, p.X-b.first.X
	ok = y >= 0 && x >= 0 && y < b.rows && x < b.cols
	return canvas.Rect{X: b.x + x*b.wide, Y: b.y + 1 + y*b.high, W: b.wide, H: b.high}, ok
}

// at is the cell of the plane at column x, row y of the area.
func (b convPanel) at(x, y int) (p nn.Point, ok bool) {
	if b.wide == 0 || x < b.x || y < b.y+1 {
		return p, false
	}
	p = nn.Point{Y: (y - b.y - 1) / b.high, X: (x - b.x) / b.wide}
	ok = p.Y < b.rows && p.X < b.cols
	return nn.Point{Y: p.Y + b.first.Y, X: p.X + b.first.X}, ok
}

// valueRow is the row of a cell in which its value stands.
func (b convPanel) valueRow() int { return (b.high - 1) / 2 }

func (b convPanel) size() (w, h int) { return b.cols * b.wide, 1 + b.rows*b.high }

// convLayout is where everything is drawn.
type convLayout struct {
	input, filter, output convPanel
	weights               bool        // the window's cells hold the weights too
	sum                   canvas.Rect // the sum, written out
	status                int         // row of the status
	free                  canvas.Rect // what is left below
}

// convStyle is one way of standing wider or closer.
type convStyle struct {
	high    int  // rows of a cell
	pad     int  // columns of a cell beside its number
	gap     int  // columns between planes
	weights bool // the weight is written into the window's cells
	stacked bool // the output stands under the filter
	blank   int  // rows between the planes and the sum
	spare   int  // rows that must be left over
	side    int  // columns that must be left over
	cut     bool // long headings may be cut
}

// convStyles begins with the airiest.
var convStyles = []convStyle{
	{high: 3, pad: 5, gap: 8, weights: true, blank: 1, spare: 5, side: 6},
	{high: 2, pad: 4, gap: 7, weights: true, blank: 1, side: 4},
	{high: 2, pad: 3, gap: 5, weights: true, blank: 1},
	{high: 2, pad: 2, gap: 3, weights: true, blank: 1},
	{high: 1, pad: 3, gap: 4, weights: true, blank: 1},
	{high: 1, pad: 2, gap: 3, weights: true, blank: 1},
	{high: 1, pad: 2, gap: 3, blank: 1},
	{high: 1, pad: 2, gap: 3, blank: 1, cut: true},
	{high: 1, pad: 2, gap: 3, weights: true, blank: 1, stacked: true},
	{high: 1, pad: 2, gap: 3, blank: 1, stacked: true},
	{high: 1, pad: 2, gap: 2, stacked: true, cut: true},
}

// Widths that headings need, whatever stands below them.
const (
	inputHead   = 12
	filterHead  = 11
	channelHead = 14 // besides filterHead
	turnedHead  = 12 // besides filterHead
	outputHead  = 16
)

// layout finds the airiest style that fits into w columns and h rows; where
// none does, the planes are shown in part, around what step i is about.
func (c *Conv) layout(w, h, i int) convLayout {
	lines := c.sumLines(w)
	for _, s := range convStyles {
		if l, ok := c.try(s, w, h, lines); ok {
			return l
		}
	}
	return c.scrolled(w, h, i)
}

// panels gives the three planes in a style, not yet placed.
func (c *Conv) panels(s convStyle) (input, filter, output convPanel) {
	content := c.texts.inputWide
	if s.weights && s.high > 1 {
		content = max(content, c.texts.filterWide+1)
	}
	if s.weights && s.high == 1 {
		content += c.texts.filterWide + 1
	}
	plane := func(size nn.Size, content int) convPanel {
		spare := s.pad - 2
		return convPanel{wide: content + s.pad, high: s.high, right: 1 + (spare+1)/2, rows: size.H, cols: size.W}
	}
	least := 1
	if s.high > 1 {
		least = 2
	}
	return plane(c.padded(), content),
		plane(c.geometry.Window.Kernel, max(least, c.texts.filterWide)),
		plane(c.geometry.Out, max(least, c.texts.outputWide))
}

// place1 tries one style.
func (c *Conv) try(s convStyle, w, h, lines int) (convLayout, bool) {
	l := convLayout{weights: s.weights}
	l.input, l.filter, l.output = c.panels(s)
	bottom := c.arrange(&l, s)
	right, _ := l.output.size()
	fw, _ := l.filter.size()
	right = max(l.output.x+max(right, outputHead), l.filter.x+max(fw, c.filterHead(s)))
	need := bottom + s.blank + lines + 1 + s.spare
	if right+s.side > w || need > h {
		return l, false
	}
	l.under(bottom+s.blank, lines, w, h)
	return l, true
}

// arrange gives the planes their places and returns the row below them.
func (c *Conv) arrange(l *convLayout, s convStyle) int {
	iw, ih := l.input.size()
	fw, fh := l.filter.size()
	if c.setup.Bias != nil {
		fh++
	}
	l.filter.x = max(iw, inputHead) + s.gap
	if s.stacked {
		l.output.x, l.output.y = l.filter.x, fh+1
		_, oh := l.output.size()
		return max(ih, fh+1+oh)
	}
	l.output.x = l.filter.x + max(fw, c.filterHead(s)) + s.gap
	_, oh := l.output.size()
	return max(ih, fh, oh)
}

// filterHead is the columns that the filter's heading needs.
func (c *Conv) filterHead(s convStyle) int {
	wide := filterHead
	if s.cut {
		return wide
	}
	if c.channels > 1 {
		wide += channelHead
	}
	if c.setup.Flip {
		wide += turnedHead
	}
	return wide
}

// sumLines is how many lines the sum gets: all that the longest needs, up to
// three.
func (c *Conv) sumLines(w int) int {
	places := c.placeTerms(c.windows[c.texts.longest], w)
	return min(3, places[len(places)-1].line+1)
}

// under places what stands below the planes.
func (l *convLayout) under(y, lines, w, h int) {
	l.sum = canvas.Rect{X: 0, Y: y, W: w, H: lines}
	l.status = y + lines
	l.free = canvas.Rect{X: 0, Y: l.status + 2, W: w, H: max(0, h-l.status-2)}
}

// scrolled shows as many rows and columns of each plane as there is room for.
func (c *Conv) scrolled(w, h, i int) convLayout {
	s := convStyle{high: 1, pad: 2, gap: 2, cut: true}
	l := convLayout{}
	l.input, l.filter, l.output = c.panels(s)
	lines := 1
	rows := max(1, h-1-lines-1)
	if c.setup.Bias != nil {
		l.filter.rows = min(l.filter.rows, max(1, rows-1))
	}
	for _, p := range []*convPanel{&l.input, &l.filter, &l.output} {
		p.rows = min(p.rows, rows)
	}
	for l.tooWide(c, s, w) {
		p := &l.input
		for _, q := range []*convPanel{&l.output, &l.filter} {
			if q.cols*q.wide > p.cols*p.wide {
				p = q
			}
		}
		if p.cols == 1 {
			break
		}
		p.cols--
	}
	c.centre(&l, i)
	bottom := c.arrange(&l, s)
	l.under(min(bottom, h-lines-1), lines, w, h)
	return l
}

func (l *convLayout) tooWide(c *Conv, s convStyle, w int) bool {
	c.arrange(l, s)
	ow, _ := l.output.size()
	return l.output.x+ow > w
}

// centre puts what step i is about in the middle of each plane, as far as the
// plane's edges let it.
func (c *Conv) centre(l *convLayout, i int) {
	cell, k := c.Cell(i)
	t := c.windows[i/c.Terms()][k]
	origin := c.place(c.geometry.Origin(cell.Y, cell.X))
	kernel := c.geometry.Window.Kernel
	middle := nn.Point{
		Y: origin.Y + (kernel.H-1)*c.geometry.Window.Dilation.H/2,
		X: origin.X + (kernel.W-1)*c.geometry.Window.Dilation.W/2,
	}
	l.input.show(middle, c.padded())
	l.filter.show(t.Tap.Filter, kernel)
	l.output.show(cell, c.geometry.Out)
}

// show chooses the first cell so that p is in the middle of the part shown of
// a plane of a size.
func (b *convPanel) show(p nn.Point, size nn.Size) {
	b.first.Y = max(0, min(p.Y-b.rows/2, size.H-b.rows))
	b.first.X = max(0, min(p.X-b.cols/2, size.W-b.cols))
}

// MinSize is the least area in which a step can be followed.
func (c *Conv) MinSize() (w, h int) { return 48, 8 }

// StepAt gives the step at which the output cell under (x, y) is complete, or,
// for a cell of the filter, the step of this window that uses it.
func (c *Conv) StepAt(i int, area canvas.Rect, x, y int) (step int, ok bool) {
	l := c.layout(area.W, area.H, i)
	x, y = x-area.X, y-area.Y
	if p, ok := l.output.at(x, y); ok {
		return c.StepOf(p), true
	}
	if p, ok := l.filter.at(x, y); ok {
		_, k := c.Cell(i)
		cells := c.geometry.Window.Kernel.H * c.geometry.Window.Kernel.W
		channel := min(k/cells, c.channels-1)
		return i - k + channel*cells + p.Y*c.geometry.Window.Kernel.W + p.X, true
	}
	return i, false
}
