package kernel

import "math"

const (
	// stripGoal is how many floats a strip should have at most if it can: a
	// quarter megabyte stays in the second cache of a core.
	stripGoal = 1 << 16
	// maxStrip is how many it may have at most.
	maxStrip = 1 << 22
	// maxColumns bounds a strip's width in output cells.
	maxColumns = 2048
)

// strip plans the padded copy of the input for some rows and columns of the
// output: all channels of a group, in each the rows sorted into slots by the
// vertical stride, in each row the cells sorted into slots by the horizontal
// one (see axis).
type strip struct {
	rows, cols int // output cells it serves
	lenY, lenX int // rows in a vertical slot, cells in a horizontal one
	pitch      int // floats from row to row
	plane      int // floats from channel to channel
	size       int // floats in all; MaxInt if that is not an int
}

// newStrip plans as many rows as fit into stripGoal, one at least.
func newStrip(c *Conv) strip {
	channels := c.shape.Channels / c.shape.Groups
	p := strip{rows: 1, cols: min(c.x.out, maxColumns)}
	p.lenX = (max(p.cols, widest(c.shape.Filters/c.shape.Groups, c.tiles)) + c.x.reach + 15) / 16 * 16
	if p.pitch, p.size = c.x.slots*p.lenX, math.MaxInt; p.pitch > maxStrip {
		return p
	}
	if p.pitch%1024 == 0 {
		p.pitch += 16 // rows a page apart would compete for the same cache lines
	}
	p.lenY = 1 + c.y.reach
	oneRow, ok := product(channels, c.y.slots, p.pitch)
	if _, fits := product(oneRow, p.lenY); !ok || !fits {
		return p
	}
	p.rows = max(1, min(c.y.out, stripGoal/oneRow-c.y.reach))
	p.lenY = p.rows + c.y.reach
	p.plane = c.y.slots * p.lenY * p.pitch
	p.size = channels * p.plane
	return p
}

// offsets says where the taps of output cell (0, 0) of the strip lie, in the
// order of the weights: channel, filter row, filter column.
func (p *strip) offsets(c *Conv, offs []int) taps {
	n := c.shape.Channels / c.shape.Groups * c.y.filter * c.x.filter
	at := taps{offs: grown(offs, n)}
	i := 0
	for ch := range c.shape.Channels / c.shape.Groups {
		for fy := range c.y.filter {
			slotY, shiftY := c.y.tap(fy)
			row := ch*p.plane + (slotY*p.lenY+shiftY)*p.pitch
			for fx := range c.x.filter {
				slotX, shiftX := c.x.tap(fx)
				at.offs[i] = row + slotX*p.lenX + shiftX
				at.last = max(at.last, at.offs[i])
				i++
			}
		}
	}
	return at
}

// fill copies the part of the input planes src that the output cells from (y0,
// x0) on need, zeros where they reach over the edge.
func (p *strip) fill(strip, src []float32, c *Conv, y0, x0 int) {
	for ch := range c.shape.Channels / c.shape.Groups {
		plane := src[ch*c.y.in*c.x.in:][:c.y.in*c.x.in]
		for slotY := range c.y.slots {
			row := strip[ch*p.plane+slotY*p.lenY*p.pitch:]
			y := c.y.origin(slotY, y0)
			for range p.lenY {
				p.fillRow(row[:p.pitch], plane, c, y, x0)
				row = row[p.pitch:]
				y += c.y.stride
			}
		}
	}
}

func (p *strip) fillRow(row, plane []float32, c *Conv, y, x0 int) {
	if y < 0 || y >= c.y.in {
		clear(row)
		return
	}
	in := plane[y*c.x.in:][:c.x.in]
	for slotX := range c.x.slots {
		spread(row[slotX*p.lenX:][:p.lenX], in, c.x.origin(slotX, x0), c.x.stride)
	}
}

// spread copies every stride-th cell of in from index x on, zeros outside of in.
func spread(to, in []float32, x, stride int) {
	before := 0
	if x < 0 {
		before = min((stride-1-x)/stride, len(to))
	}
	clear(to[:before])
	x += before * stride
	n := 0
	if x < len(in) {
		n = min((len(in)-1-x)/stride+1, len(to)-before)
	}
	if stride == 1 {
		copy(to[before:before+n], in[min(x, len(in)):])
	} else {
		for i := range n {
			to[before+i] = in[x+i*stride]
		}
	}
	clear(to[before+n:])
}
