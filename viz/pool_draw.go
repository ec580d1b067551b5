package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// poolTexts are the numbers as they are written, and the columns they take.
type poolTexts struct {
	input, output, grad             []string
	inputWide, outputWide, backWide int
}

func (p *Pool) measure() {
	t := &p.texts
	t.input = eachCell(p.geometry.In, func(at nn.Point) string { return Short(p.setup.Input.At(at.Y, at.X, 0), maxNumber) })
	t.grad = eachCell(p.geometry.Out, func(at nn.Point) string { return Number(p.GradientOf(at)) })
	t.inputWide = widest(t.input)
	for _, back := range p.back {
		for _, g := range back {
			t.backWide = max(t.backWide, len(Short(g, shortGradient)))
		}
	}
	p.writeOutput()
}

// writeOutput writes the results so that all fits into the usual width: in the
// cells as short as they must be, in full below.
func (p *Pool) writeOutput() {
	t := &p.texts
	for wide := maxNumber; wide >= leastNumber; wide-- {
		t.output = eachCell(p.geometry.Out, func(at nn.Point) string { return Short(p.Value(at), wide) })
		t.outputWide = max(widest(t.output), widest(t.grad))
		if w, _ := p.MinSize(); w <= usualWide {
			return
		}
	}
}

// Widths: of a result that is cut to fit, and of the smallest usual window.
const (
	leastNumber = 4
	usualWide   = 76
)

// shortGradient is the widest that a gradient is written in a cell.
const shortGradient = 5

// poolStyles begin with the airiest: rows of a cell, columns beside its number,
// columns between the planes, rows that must be left over.
var poolStyles = []struct{ high, pad, gap, spare int }{
	{3, 8, 12, 5}, {2, 6, 10, 2}, {2, 5, 8, 0}, {1, 5, 8, 0}, {1, 4, 4, 0}, {1, 3, 3, 0}, {1, 3, 1, 0},
}

// poolLayout is where everything is drawn.
type poolLayout struct {
	input, output convPanel
	below         int  // row below the planes
	two           bool // a cell has a row for the gradient
}

// headWide is the columns that a plane's heading needs.
const headWide = 24

func (p *Pool) layout(w, h int) poolLayout {
	var l poolLayout
	for _, s := range poolStyles {
		content := p.texts.inputWide
		l.two = p.setup.Back && s.high > 1
		switch {
		case l.two:
			content = max(content, p.texts.backWide+1)
		case p.setup.Back:
			content += p.texts.backWide + 2
		}
		plane := func(size nn.Size, content int) convPanel {
			return convPanel{wide: content + s.pad, high: s.high, right: 1 + s.pad/2, rows: size.H, cols: size.W}
		}
		l.input, l.output = plane(p.padded(), content), plane(p.geometry.Out, p.texts.outputWide)
		l.input.first = nn.Point{Y: -p.setup.Padding.Top, X: -p.setup.Padding.Left}
		if s.gap == 1 { // no mark stands behind a result
			l.output.wide, l.output.right = l.output.wide-1, l.output.right-1
		}
		iw, ih := l.input.size()
		l.output.x = max(iw, headWide) + s.gap
		ow, oh := l.output.size()
		l.below = max(ih, oh) + 1
		if l.output.x+max(ow, headWide) <= w && l.below+2+s.spare <= h {
			break
		}
	}
	return l
}

// MinSize is the least area in which a step can be followed.
func (p *Pool) MinSize() (w, h int) {
	l := p.layout(0, 0) // nothing fits: the narrowest there is
	ow, _ := l.output.size()
	return l.output.x + max(ow, headWide), l.below + 2 + poolStyles[len(poolStyles)-1].spare
}

// poolDrawing is one step on its way to the grid.
type poolDrawing struct {
	*Pool
	canvas.Part
	at    poolLayout
	frame Frame
	i     int
	cell  nn.Point
	w, k  int // window and number at hand; w is past the last where all is known
	open  *OpenCell
}

// Draw draws step i.
func (p *Pool) Draw(i int, f Frame) {
	d := poolDrawing{Pool: p, Part: f.Grid.Part(f.Area), frame: f, i: i, w: i / p.Terms()}
	d.at = p.layout(f.Area.W, f.Area.H)
	d.cell, d.k = p.Cell(i)
	if p.setup.Back && f.Hide { // what is asked for is the result of all windows
		d.w = len(p.windows)
	}
	d.drawPlanes()
	d.drawBelow()
}

// DrawOpen draws all of it at once, one cell of the input open.
func (p *Pool) DrawOpen(f Frame, open OpenCell) {
	d := poolDrawing{Pool: p, Part: f.Grid.Part(f.Area), frame: f, i: p.Steps() - 1, w: len(p.windows), open: &open}
	d.at = p.layout(f.Area.W, f.Area.H)
	d.cell = nn.Point{Y: -1}
	d.drawPlanes()
	s := p.geometry.Window
	lines := SizeLines(p.geometry.In, nn.Window{Kernel: s.Kernel, Stride: s.Stride, Padding: s.Padding}, nn.RuleFloor, f.Say)
	d.Lines(0, d.at.below, lines)
}

// CellAt is the cell of the input drawn at column x, row y of the grid in area.
func (p *Pool) CellAt(area canvas.Rect, x, y int) (Plane, nn.Point) {
	if at, ok := p.layout(area.W, area.H).input.at(x-area.X, y-area.Y); ok {
		return PlaneInput, at
	}
	return PlaneNone, nn.Point{}
}

// StepAt gives the step at which the output cell under (x, y) is complete.
func (p *Pool) StepAt(i int, area canvas.Rect, x, y int) (step int, ok bool) {
	at, ok := p.layout(area.W, area.H).output.at(x-area.X, y-area.Y)
	if !ok {
		return i, false
	}
	return p.StepOf(at), true
}

func (d *poolDrawing) drawPlanes() {
	d.heading(d.at.input, canvas.RoleInputTitle, "pool.input", d.geometry.In)
	inside := map[nn.Point]int{}
	if d.w < len(d.windows) {
		for k, t := range d.windows[d.w] {
			inside[t.at] = k + 1
		}
	}
	for i := range d.texts.input {
		at := nn.Point{Y: i / d.geometry.In.W, X: i % d.geometry.In.W}
		box, _ := d.at.input.box(at)
		d.drawCell(box, at, inside[at]-1)
	}
	d.drawPadding(inside)
	title := "pool.output"
	if d.setup.Back {
		title = "pool.gradient"
	}
	d.heading(d.at.output, canvas.RoleOutputTitle, title, d.geometry.Out)
	for i := range d.texts.output {
		d.drawOut(i)
	}
}

func (d *poolDrawing) heading(b convPanel, role canvas.Role, key string, s nn.Size) {
	x := d.Text(b.x, b.y, role, d.frame.Say(Words{Key: key}))
	d.Text(x+1, b.y, canvas.RoleDim, strconv.Itoa(s.H)+"×"+strconv.Itoa(s.W))
}

// drawCell draws an input cell: number k of the window at hand, -1 outside.
func (d *poolDrawing) drawCell(box canvas.Rect, at nn.Point, k int) {
	i := at.Y*d.geometry.In.W + at.X
	ground, role := d.cellRoles(at, i, k)
	d.Fill(box, ground)
	end, y := box.X+box.W-d.at.input.right, box.Y+d.at.input.valueRow()
	if d.setup.Back && !d.at.two {
		end -= d.texts.backWide + 2
	}
	text := d.texts.input[i]
	if ground == canvas.RoleField && d.open.Typed != "" {
		text = d.open.Typed
	}
	d.TextRight(end, y, role, text)
	if ground == canvas.RoleUnread {
		d.edges(box, canvas.RoleUnread, "╱", "╱")
	}
	if n := d.wins(at, k); n > 0 {
		d.Set(end, y, canvas.RoleOutputTitle, "●")
	}
	if d.setup.Back {
		d.drawReceived(box, i, k, y)
	}
	if d.marked(ground, at, k) {
		d.edges(box, canvas.RoleMark, "▌", "▐")
	}
}

// cellRoles are what an input cell is, and its number: number k of the window
// at hand, -1 outside.
func (d *poolDrawing) cellRoles(at nn.Point, i, k int) (ground, number canvas.Role) {
	switch {
	case d.open != nil && d.open.At == at && d.open.Plane == PlaneInput:
		return canvas.RoleField, canvas.RoleField
	case !d.read[i]:
		return canvas.RoleUnread, canvas.RoleUnread
	case k >= 0:
		return d.windowRoles(k)
	case d.setup.Input.At(at.Y, at.X, 0) != 0:
		return canvas.RoleInputInk, canvas.RoleInputInk
	}
	return canvas.RoleInput, canvas.RoleInput
}

// windowRoles are those of number k of the window at hand.
func (d *poolDrawing) windowRoles(k int) (ground, number canvas.Role) {
	switch {
	case k == d.k && !d.setup.Back:
		return canvas.RoleWindowNow, canvas.RoleWindowNow
	case k < d.k && !d.setup.Back:
		return canvas.RoleWindow, canvas.RoleWindowDone
	}
	return canvas.RoleWindow, canvas.RoleWindow
}

// marked says that bars stand at a cell's sides.
func (d *poolDrawing) marked(ground canvas.Role, at nn.Point, k int) bool {
	return ground == canvas.RoleField || ground == canvas.RoleWindowNow || k >= 0 && d.setup.Back && d.handed(at)
}

// edges stand at the sides of a cell.
func (d *poolDrawing) edges(box canvas.Rect, role canvas.Role, left, right string) {
	for y := box.Y; y < box.Y+box.H; y++ {
		d.Set(box.X, y, role, left)
		d.Set(box.X+box.W-1, y, role, right)
	}
}

// wins counts the windows that a cell has won as far as they are known: those
// that are complete, and the one at hand so far.
func (d *poolDrawing) wins(at nn.Point, k int) int {
	if d.picked == nil {
		return 0
	}
	n, until := 0, d.w
	if d.setup.Back {
		until = len(d.windows)
	} else if k >= 0 && k <= d.k && !d.frame.Hide && !d.windows[d.w][d.k].none && d.windows[d.w][d.k].best == at {
		n++
	}
	for w := range min(until, len(d.windows)) {
		if d.picked[w] == at.Y*d.geometry.In.W+at.X {
			n++
		}
	}
	return n
}

// handed tells whether the window at hand hands its gradient to a cell of its own.
func (d *poolDrawing) handed(at nn.Point) bool {
	if d.frame.Hide || d.w >= len(d.windows) {
		return false
	}
	return d.picked == nil || d.picked[d.w] == at.Y*d.geometry.In.W+at.X
}

// drawReceived writes what a cell has got of the gradients so far; nothing is
// told while that is asked for.
func (d *poolDrawing) drawReceived(box canvas.Rect, i, k, y int) {
	role, text := canvas.RoleFaint, "0"
	switch {
	case d.frame.Hide:
		text = "?"
	case d.back[d.i][i] != 0:
		role, text = canvas.RoleProductTitle, Short(d.back[d.i][i], shortGradient)
	}
	if k >= 0 && role == canvas.RoleFaint {
		role = canvas.RoleWindow
	}
	if d.at.two {
		y++
	}
	d.TextRight(box.X+box.W-d.at.input.right, y, role, "←"+text)
}

// drawOut draws an output cell, or its gradient on the way back.
func (d *poolDrawing) drawOut(i int) {
	box, _ := d.at.output.box(nn.Point{Y: i / d.geometry.Out.W, X: i % d.geometry.Out.W})
	role, text := canvas.RoleOutputLater, "·"
	switch {
	case d.setup.Back:
		role, text = canvas.RoleOutput, d.texts.grad[i]
		if i == d.w {
			role = canvas.RoleOutputNow
		}
	case i < d.w:
		role, text = canvas.RoleOutput, d.texts.output[i]
	case i == d.w:
		role, text = canvas.RoleOutputNow, d.result()
	}
	d.Fill(box, role)
	d.TextRight(box.X+box.W-d.at.output.right, box.Y+d.at.output.valueRow(), role, text)
	if i == d.w {
		d.edges(box, canvas.RoleOutputMark, "▌", "▐")
	}
}

// result is what stands in the output cell being made: the best so far; of an
// average nothing before all numbers are there.
func (d *poolDrawing) result() string {
	last := d.k == len(d.windows[d.w])-1
	switch {
	case d.frame.Hide, d.setup.Mode == PoolAverage && !last:
		return "?"
	case last:
		return d.texts.output[d.w]
	}
	if d.windows[d.w][d.k].none {
		return "·"
	}
	return Short(d.windows[d.w][d.k].so, d.texts.outputWide)
}
