package viz

import (
	"fmt"
	"strconv"

	"convtutor/viz/canvas"
)

// WorkedLayer is a convolution whose shape and parameters are worked out on
// paper. The results are the engine's, not this picture's.
type WorkedLayer struct {
	SlideSetup
	Channels, Count int   // of the input; of the filters
	Out             int   // side of the output
	Params          int64 // of all filters with their biases
}

// Worked writes the arithmetic of a layer, one line a step: sides, depth,
// shape, then the parameters.
type Worked struct {
	layer WorkedLayer
	lines []workedLine
}

// workedLine is a line: what it is about, its arithmetic, its result.
type workedLine struct {
	label  Words
	sum    string
	result string
	whole  bool // the result is what was asked for
}

// workedShape is the line that gives the output's shape.
const workedShape = 2

// NewWorked writes the lines.
func NewWorked(l WorkedLayer) *Worked {
	f, out := strconv.Itoa(l.Filter), strconv.Itoa(l.Out)
	each := l.Filter * l.Filter * l.Channels
	label := func(name string) Words {
		return Words{Key: name, Args: Args{"k": l.Count, "c": l.Channels}}
	}
	return &Worked{layer: l, lines: []workedLine{
		{label("slide.worked.side"), l.filled(false).String(), out, false},
		{label("slide.worked.depth"), "", strconv.Itoa(l.Count), false},
		{label("slide.worked.shape"), "", fmt.Sprintf("%s×%s×%d", out, out, l.Count), true},
		{label("slide.worked.filter"), fmt.Sprintf("%s×%s×%d", f, f, l.Channels), Grouped(each), false},
		{label("slide.worked.bias"), fmt.Sprintf("%d + 1", each), Grouped(each + 1), false},
		{label("slide.worked.params"), fmt.Sprintf("%d×%d", l.Count, each+1), Grouped(l.Params), true},
	}}
}

// Shape is the part that ends with the output's shape: the parameters are not
// worked out.
func (w *Worked) Shape() *Worked {
	return &Worked{layer: w.layer, lines: w.lines[:workedShape+1]}
}

// Steps is the number of lines.
func (w *Worked) Steps() int { return len(w.lines) }

// MinSize is the least area in which the lines can be read.
func (w *Worked) MinSize() (width, height int) { return 56, 9 }

// text is a line's arithmetic with its result.
func (l workedLine) text() string {
	if l.sum == "" {
		return l.result
	}
	return l.sum + " = " + l.result
}

// Words says line i.
func (w *Worked) Words(i int) Words {
	l := w.lines[i]
	return Words{Key: "slide.worked.said", Args: Args{"label": l.label, "sum": l.text()}}
}

// Draw draws the lines up to step i; while something is asked, only what they
// are about.
func (w *Worked) Draw(i int, f Frame) {
	part := f.Grid.Part(f.Area)
	size := func(side, depth int) string { return fmt.Sprintf("%d×%d×%d", side, side, depth) }
	x := part.Text(0, 0, canvas.RoleInputTitle, size(w.layer.In, w.layer.Channels))
	x = part.Text(x+2, 0, canvas.RoleDim, "→")
	x = part.Text(x+2, 0, canvas.RoleFilterTitle, fmt.Sprintf("%d × (%s)", w.layer.Count, size(w.layer.Filter, w.layer.Channels)))
	x = part.Text(x+2, 0, canvas.RoleDim, fmt.Sprintf("S %d, P %d", w.layer.Stride, w.layer.Padding))
	x = part.Text(x+2, 0, canvas.RoleDim, "→")
	if f.Hide || i < workedShape { // the lines lead there
		part.Text(x+2, 0, canvas.RoleOutputTitle, "?")
	} else {
		part.Text(x+2, 0, canvas.RoleOutputTitle, size(w.layer.Out, w.layer.Count))
	}
	wide := 0
	for _, l := range w.lines {
		wide = max(wide, canvas.Width(f.Say(l.label)))
	}
	high := 1
	if f.Area.H >= 2+2*len(w.lines) {
		high = 2
	}
	for k, l := range w.lines {
		l.draw(part, canvas.Rect{X: wide + 3, Y: 2 + k*high, W: f.Area.W - wide - 3, H: 1}, k, i, f)
	}
}

// draw draws line k while line i is at hand, its arithmetic in at.
func (l workedLine) draw(part canvas.Part, at canvas.Rect, k, i int, f Frame) {
	label := canvas.RoleText
	if k > i {
		label = canvas.RoleFaint
	}
	part.Text(0, at.Y, label, f.Say(l.label))
	if k > i || f.Hide {
		part.Text(at.X, at.Y, canvas.RoleFaint, "?")
		return
	}
	x := at.X
	if l.sum != "" {
		x = part.Text(x, at.Y, canvas.RoleDim, l.sum+" = ")
	}
	role := canvas.RoleStrong
	if l.whole {
		role = canvas.RoleOutputTitle
	}
	x = part.Text(x, at.Y, role, l.result)
	if k == i {
		part.Text(x+1, at.Y, canvas.RoleOutputMark, "◂")
	}
}
