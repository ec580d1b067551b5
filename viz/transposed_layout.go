package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// transposedTexts are the numbers as they are written, and their widths.
type transposedTexts struct {
	input, filter                     []string
	inputWide, filterWide, outputWide int
}

func (t *Transposed) measure() {
	g, s := t.geometry, &t.texts
	s.input = eachCell(g.Out, func(p nn.Point) string { return Short(t.Input(p), maxNumber) })
	s.filter = eachCell(g.Window.Kernel, func(p nn.Point) string {
		return Short(t.filter[p.Y*g.Window.Kernel.W+p.X], maxNumber)
	})
	s.inputWide, s.filterWide = widest(s.input), widest(s.filter)
	s.outputWide = widest(eachCell(g.In, func(p nn.Point) string { return Short(t.output.At(p.Y, p.X), maxNumber) }))
	for _, tap := range t.taps {
		s.outputWide = max(s.outputWide, len(Short(tap.sum, maxNumber)))
	}
}

// transposedStyles begins with the airiest.
var transposedStyles = []convStyle{
	{high: 2, pad: 4, gap: 6},
	{high: 1, pad: 3, gap: 4},
	{high: 1, pad: 2, gap: 3},
	{high: 1, pad: 3, gap: 4, stacked: true},
	{high: 1, pad: 2, gap: 3, stacked: true},
}

// padded is the size of the output with what is cut off.
func (t *Transposed) padded() nn.Size {
	p := t.geometry.Window.Padding
	return nn.Size{H: t.geometry.In.H + p.Top + p.Bottom, W: t.geometry.In.W + p.Left + p.Right}
}

// place is where a point of the output stands among what is cut off.
func (t *Transposed) place(p nn.Point) nn.Point {
	return nn.Point{Y: p.Y + t.geometry.Window.Padding.Top, X: p.X + t.geometry.Window.Padding.Left}
}

// belowPlanes are the rows under the planes: a blank one, and what is said.
const belowPlanes = 4

// layout finds the airiest style that fits into w columns and h rows; where
// none does, the output is shown in part, around what step i is about.
func (t *Transposed) layout(w, h, i int) convLayout {
	for _, s := range transposedStyles {
		l := t.panels(s)
		right, _ := l.output.size()
		if l.output.x+max(right, outputHead) <= w && t.bottom(l) <= h-belowPlanes {
			return t.under(l, h)
		}
	}
	l := t.panels(convStyle{high: 1, pad: 2, gap: 2, stacked: true})
	rows := max(1, h-belowPlanes-1)
	l.output.rows = min(l.output.rows, rows)
	l.output.cols = max(1, min(l.output.cols, (w-l.output.x)/l.output.wide))
	l.input.rows = min(l.input.rows, max(1, rows/2-1))
	l.filter.y = l.input.rows + 2
	l.filter.rows = max(1, min(l.filter.rows, rows-l.filter.y))
	tap := t.taps[min(i, len(t.taps)-1)]
	l.output.show(t.place(tap.Tap.Input), t.padded())
	l.input.show(tap.from, t.geometry.Out)
	l.filter.show(tap.Tap.Filter, t.geometry.Window.Kernel)
	return t.under(l, h)
}

// panels places the three planes in a style.
func (t *Transposed) panels(s convStyle) convLayout {
	plane := func(size nn.Size, content int) convPanel {
		return convPanel{wide: max(content, 1) + s.pad, high: s.high, right: 1 + (s.pad-1)/2, rows: size.H, cols: size.W}
	}
	l := convLayout{
		input:  plane(t.geometry.Out, t.texts.inputWide),
		filter: plane(t.geometry.Window.Kernel, t.texts.filterWide),
		output: plane(t.padded(), t.texts.outputWide),
	}
	iw, ih := l.input.size()
	fw, _ := l.filter.size()
	if s.stacked {
		l.filter.y = ih + 1
		l.output.x = max(iw, fw, inputHead, filterHead) + s.gap
		return l
	}
	l.filter.x = max(iw, inputHead) + s.gap
	l.output.x = l.filter.x + max(fw, filterHead) + s.gap
	return l
}

// bottom is the row under the planes.
func (t *Transposed) bottom(l convLayout) int {
	_, ih := l.input.size()
	_, fh := l.filter.size()
	_, oh := l.output.size()
	if t.setup.Bias != nil {
		fh++
	}
	return max(ih, l.filter.y+fh, oh)
}

func (t *Transposed) under(l convLayout, h int) convLayout {
	l.status = min(t.bottom(l)+1, max(h-belowPlanes+1, 0))
	return l
}

// MinSize is the least area in which a step can be followed.
func (t *Transposed) MinSize() (w, h int) { return 48, 12 }

// StepAt gives the step at which the input cell under (x, y) is spread whole,
// or, for a cell of the filter, the step that lays it down.
func (t *Transposed) StepAt(i int, area canvas.Rect, x, y int) (step int, ok bool) {
	l := t.layout(area.W, area.H, i)
	x, y = x-area.X, y-area.Y
	if p, ok := l.input.at(x, y); ok {
		return (p.Y*t.geometry.Out.W+p.X+1)*t.spreads() - 1, true
	}
	if p, ok := l.filter.at(x, y); ok {
		first := min(i, len(t.taps)-1) / t.spreads() * t.spreads()
		return first + p.Y*t.geometry.Window.Kernel.W + p.X, true
	}
	return i, false
}

// around is a step that is about an open cell.
func (t *Transposed) around(open OpenCell) int {
	switch open.Plane {
	case PlaneFilter:
		return open.At.Y*t.geometry.Window.Kernel.W + open.At.X
	case PlaneInput:
		return (open.At.Y*t.geometry.Out.W + open.At.X) * t.spreads()
	}
	return 0
}

// CellIn is the cell of input or filter drawn at column x, row y of the grid by
// DrawOpen in area with a cell open.
func (t *Transposed) CellIn(area canvas.Rect, open OpenCell, x, y int) (Plane, nn.Point) {
	l := t.layout(area.W, area.H, t.around(open))
	x, y = x-area.X, y-area.Y
	if p, ok := l.input.at(x, y); ok {
		return PlaneInput, p
	}
	if p, ok := l.filter.at(x, y); ok {
		return PlaneFilter, p
	}
	return PlaneNone, nn.Point{}
}

// SizeLine fills the size formula, (N - 1)S - 2P + D(F - 1) + 1, in with the
// heights at hand; what stands at the output's end besides is E.
func (t *Transposed) SizeLine() canvas.Line {
	w := t.geometry.Window
	dim := func(s string) canvas.Run { return canvas.Run{Text: s, Role: canvas.RoleDim} }
	run := func(n int, role canvas.Role) canvas.Run { return canvas.Run{Text: strconv.Itoa(n), Role: role} }
	return canvas.Line{
		dim("("),
		{Text: "N", Role: canvas.RoleInputTitle},
		dim(" - 1)"),
		{Text: "S", Role: canvas.RoleStrong},
		dim(" - "),
		{Text: "2P", Role: canvas.RoleStrong},
		dim(" + D("),
		{Text: "F", Role: canvas.RoleFilterTitle},
		dim(" - 1) + 1 + E = ("),
		run(t.geometry.Out.H, canvas.RoleInputTitle), dim(" - 1)×"), run(w.Stride.H, canvas.RoleStrong),
		dim(" - 2×"), run(w.Padding.Top, canvas.RoleStrong), dim(" + "), run(w.Dilation.H, canvas.RoleStrong), dim("×("),
		run(w.Kernel.H, canvas.RoleFilterTitle), dim(" - 1) + 1 + "), run(t.setup.Extra.H, canvas.RoleStrong), dim(" = "),
		run(t.geometry.In.H, canvas.RoleOutputTitle),
	}
}
