package viz

import (
	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// convTexts are the numbers of the animation as they are written, worked out
// once, and the columns that the widest of each kind takes.
type convTexts struct {
	input  [][]string // by channel, the padded input row by row
	filter [][]string // by channel, the filter row by row
	output []string   // row by row

	inputWide, filterWide, outputWide int
	longest                           int // the window whose sum takes most columns
}

// maxNumber is the widest that a number is written in a cell.
const maxNumber = 7

// padded is the size of the input with its padding, and with what the last
// windows hang over where a size is rounded up.
func (c *Conv) padded() nn.Size {
	g := c.geometry
	reach := func(out, stride, kernel, dilation int) int { return (out-1)*stride + (kernel-1)*dilation + 1 }
	p, w := g.Window.Padding, g.Window
	return nn.Size{
		H: max(g.In.H+p.Top+p.Bottom, reach(g.Out.H, w.Stride.H, w.Kernel.H, w.Dilation.H)),
		W: max(g.In.W+p.Left+p.Right, reach(g.Out.W, w.Stride.W, w.Kernel.W, w.Dilation.W)),
	}
}

// place is where a point of the input stands in the padded input, both counted
// from the padding's corner.
func (c *Conv) place(p nn.Point) nn.Point {
	return nn.Point{Y: p.Y + c.geometry.Window.Padding.Top, X: p.X + c.geometry.Window.Padding.Left}
}

func (c *Conv) measure() {
	size, kernel := c.padded(), c.geometry.Window.Kernel
	pad := c.geometry.Window.Padding
	t := &c.texts
	for ch := range c.channels {
		t.input = append(t.input, eachCell(size, func(p nn.Point) string {
			return Short(c.valueAt(nn.Point{Y: p.Y - pad.Top, X: p.X - pad.Left}, ch), maxNumber)
		}))
		t.filter = append(t.filter, eachCell(kernel, func(p nn.Point) string {
			return Short(c.weightAt(p, ch), maxNumber)
		}))
		t.inputWide = max(t.inputWide, widest(t.input[ch]))
		t.filterWide = max(t.filterWide, widest(t.filter[ch]))
	}
	t.output = eachCell(c.geometry.Out, func(p nn.Point) string { return Short(c.Value(p), maxNumber) })
	t.outputWide = widest(t.output)
	most := 0
	for w, terms := range c.windows {
		length := 0
		for k := range terms {
			term := &terms[k]
			term.text, term.sumText = term.String(), Number(term.sum)
			term.wide = canvas.Width(term.text)
			length += term.wide + len(" + ")
			t.outputWide = max(t.outputWide, min(len(term.sumText), maxNumber))
		}
		if length > most {
			most, t.longest = length, w
		}
	}
}

// eachCell writes the cells of a plane row by row.
func eachCell(s nn.Size, write func(nn.Point) string) []string {
	texts := make([]string, 0, s.H*s.W)
	for y := range s.H {
		for x := range s.W {
			texts = append(texts, write(nn.Point{Y: y, X: x}))
		}
	}
	return texts
}

func widest(texts []string) int {
	n := 0
	for _, t := range texts {
		n = max(n, len(t))
	}
	return n
}
