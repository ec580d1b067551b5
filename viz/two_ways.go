package viz

import (
	"errors"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// TwoWays lays a filter on the same windows as it is written and turned by 180
// degrees, product by product, and holds both sums to an output that one of
// them may have made.
type TwoWays struct {
	ways  [2]*Conv // as written, turned
	given [][]float64
}

// NewTwoWays compares both ways with an output of one channel; s.Flip is set by
// it.
func NewTwoWays(s ConvSetup, given [][]float64) (*TwoWays, error) {
	t := &TwoWays{given: given}
	for k, flip := range []bool{false, true} {
		s.Flip = flip
		c, err := NewConv(s)
		if err != nil {
			return nil, err
		}
		t.ways[k] = c
	}
	out := t.ways[0].Geometry().Out
	if len(given) != out.H || len(given[0]) != out.W || t.ways[0].channels != 1 {
		return nil, errors.New("two ways: the output given is of another size")
	}
	return t, nil
}

// Steps counts the products of one way; both are taken at once.
func (t *TwoWays) Steps() int { return t.ways[0].Steps() }

// Levels are those of a convolution.
func (t *TwoWays) Levels() []Level { return t.ways[0].Levels() }

// Next goes on as a convolution does.
func (t *TwoWays) Next(i int, l Level) int { return t.ways[0].Next(i, l) }

// Prev goes back as a convolution does.
func (t *TwoWays) Prev(i int, l Level) int { return t.ways[0].Prev(i, l) }

// term is the product of step i in one of the ways.
func (t *TwoWays) term(way, i int) *convTerm {
	_, k := t.ways[way].Cell(i)
	return &t.ways[way].windows[i/t.ways[way].Terms()][k]
}

// complete tells whether step i ends a window.
func (t *TwoWays) complete(i int) bool { return (i+1)%t.ways[0].Terms() == 0 }

// Words says step i: both products, and at the end of a window which of the
// two sums the output holds.
func (t *TwoWays) Words(i int) Words {
	cell, k := t.ways[0].Cell(i)
	plain, half := t.term(0, i), t.term(1, i)
	given := t.given[cell.Y][cell.X]
	args := Args{
		"window": i/t.ways[0].Terms() + 1, "windows": len(t.ways[0].windows), "k": k + 1, "n": t.ways[0].Terms(),
		"row": cell.Y + 1, "column": cell.X + 1, "plain": plain.text + " = " + Number(plain.Product), "half": half.text + " = " + Number(half.Product),
		"plainsum": plain.sumText, "halfsum": half.sumText, "given": Number(given),
	}
	if !t.complete(i) {
		return Words{Key: "steps.ways.product", Args: args}
	}
	key := "steps.ways.neither"
	switch {
	case plain.sum == given && half.sum == given:
		key = "steps.ways.both"
	case plain.sum == given:
		key = "steps.ways.plain"
	case half.sum == given:
		key = "steps.ways.half"
	}
	return Words{Key: key, Args: args}
}

// MinSize is the least area in which all grids stand side by side.
func (t *TwoWays) MinSize() (w, h int) {
	at := t.layout()
	last, high := at.given.size()
	_, in := at.input.size()
	return max(at.given.x+max(last, waysHead), 72), max(high, in) + 1 + 2 + 1 + 3
}

// waysHead is the room that a heading needs.
const waysHead = 10

// waysLayout is where the grids are drawn: the input, each way's filter and
// map, and the output that is given.
type waysLayout struct {
	input, given convPanel
	filter, made [2]convPanel
}

func (t *TwoWays) layout() (l waysLayout) {
	c := t.ways[0]
	x := 0
	place := func(size nn.Size, content, gap int) convPanel {
		b := convPanel{x: x, wide: content + 2, high: 1, right: 1, rows: size.H, cols: size.W}
		w, _ := b.size()
		x += max(w, waysHead) + gap
		return b
	}
	out := c.Geometry().Out
	wide := max(c.texts.outputWide, t.ways[1].texts.outputWide)
	for _, row := range t.given {
		for _, v := range row {
			wide = max(wide, len(Short(v, maxNumber)))
		}
	}
	l.input = place(c.Geometry().In, c.texts.inputWide, 3)
	for k := range t.ways {
		l.filter[k] = place(c.Geometry().Window.Kernel, c.texts.filterWide, 2)
		l.made[k] = place(out, wide, 3)
	}
	l.given = place(out, wide, 0)
	return l
}

// waysDrawing is one step on its way to the grid.
type waysDrawing struct {
	*TwoWays
	canvas.Part
	at    waysLayout
	frame Frame
	i     int
	cell  nn.Point
	k     int
}

// Draw draws step i: the window, the product at hand in both filters, both sums
// below, and the output that they are held to.
func (t *TwoWays) Draw(i int, f Frame) {
	d := waysDrawing{TwoWays: t, Part: f.Grid.Part(f.Area), at: t.layout(), frame: f, i: i}
	d.cell, d.k = t.ways[0].Cell(i)
	d.drawInput()
	for k := range t.ways {
		d.drawWay(k)
	}
	d.heading(d.at.given, canvas.RoleOutputTitle, "steps.ways.output")
	for y, row := range t.given {
		for x, v := range row {
			p := nn.Point{Y: y, X: x}
			role := canvas.RoleOutput
			if p == d.cell {
				role = canvas.RoleOutputNow
			}
			drawPanelCell(d.Part, d.at.given, p, role, Short(v, maxNumber), canvas.RoleOutputMark, p == d.cell)
		}
	}
	_, high := d.at.input.size()
	_, low := d.at.given.size()
	y := max(high, low) + 1
	for k := range t.ways {
		d.drawSum(k, y+k)
	}
	d.Lines(0, y+3, canvas.Wrap(canvas.Markup(f.Say(t.Words(i)), canvas.RoleText), f.Area.W))
}

func (d *waysDrawing) heading(at convPanel, role canvas.Role, key string) {
	d.Text(at.x, 0, role, d.frame.Say(Words{Key: key}))
}

// drawInput draws the input, its window and the cell at hand lit.
func (d *waysDrawing) drawInput() {
	c := d.ways[0]
	d.heading(d.at.input, canvas.RoleInputTitle, "viz.conv.input")
	for n, text := range c.texts.input[0] {
		p := nn.Point{Y: n / c.geometry.In.W, X: n % c.geometry.In.W}
		role := canvas.RoleInputInk
		if c.valueAt(p, 0) == 0 {
			role = canvas.RoleInput
		}
		drawPanelCell(d.Part, d.at.input, p, role, text, canvas.RoleMark, false)
	}
	for k, term := range c.windows[d.i/c.Terms()] {
		role := canvas.RoleWindow
		switch {
		case k == d.k:
			role = canvas.RoleWindowNow
		case k < d.k:
			role = canvas.RoleWindowDone
		}
		p := term.Tap.Input
		drawPanelCell(d.Part, d.at.input, p, role, c.texts.input[0][p.Y*c.geometry.In.W+p.X], canvas.RoleMark, k == d.k)
		if box, ok := d.at.input.box(p); ok && k != d.k {
			d.brackets(box, term.Tap.Filter)
		}
	}
}

// brackets hold a row of the window together.
func (d *waysDrawing) brackets(box canvas.Rect, filter nn.Point) {
	if filter.X == 0 {
		d.Set(box.X, box.Y, canvas.RoleWeight, "[")
	}
	if filter.X == d.ways[0].geometry.Window.Kernel.W-1 {
		d.Set(box.X+box.W-1, box.Y, canvas.RoleWeight, "]")
	}
}

// drawWay draws a filter with its map so far.
func (d *waysDrawing) drawWay(way int) {
	c := d.ways[way]
	d.heading(d.at.filter[way], canvas.RoleFilterTitle, []string{"steps.turn.written", "viz.conv.flipped"}[way])
	d.heading(d.at.made[way], canvas.RoleOutputTitle, "steps.ways.gives")
	for n, text := range c.texts.filter[0] {
		p := nn.Point{Y: n / c.geometry.Window.Kernel.W, X: n % c.geometry.Window.Kernel.W}
		now := d.term(way, d.i).Tap.Filter == p
		role := canvas.RoleFilter
		if now {
			role = canvas.RoleFilterNow
		}
		drawPanelCell(d.Part, d.at.filter[way], p, role, text, canvas.RoleFilterMark, now)
	}
	made := d.i / c.Terms()
	for n, text := range c.texts.output {
		p := nn.Point{Y: n / c.geometry.Out.W, X: n % c.geometry.Out.W}
		role := canvas.RoleOutputLater
		switch {
		case n < made:
			role = canvas.RoleOutput
		case n == made:
			role, text = canvas.RoleOutputNow, d.term(way, d.i).sumText
		default:
			text = "·"
		}
		drawPanelCell(d.Part, d.at.made[way], p, role, text, canvas.RoleOutputMark, n == made)
	}
}

// drawSum writes the sum of one way, what is taken light, and in the end
// whether it is what the output holds.
func (d *waysDrawing) drawSum(way, y int) {
	label := d.frame.Say(Words{Key: []string{"steps.turn.written", "viz.conv.flipped"}[way]})
	d.Text(0, y, canvas.RoleFilterTitle, label)
	x := 14
	terms := d.ways[way].windows[d.i/d.ways[way].Terms()]
	for k := range terms {
		if k > 0 {
			x = d.Text(x, y, canvas.RoleDim, " + ")
		}
		x = d.Text(x, y, productRole(k, d.k), terms[k].text)
	}
	if !d.complete(d.i) {
		d.Text(x, y, canvas.RoleDim, " = ?")
		return
	}
	x = d.Text(x, y, canvas.RoleDim, " = ")
	x = d.Text(x, y, canvas.RoleOutputTitle, terms[d.k].sumText)
	given := d.given[d.cell.Y][d.cell.X]
	if terms[d.k].sum == given {
		d.Text(x+2, y, canvas.RoleGood, "✓ = "+Number(given))
	} else {
		d.Text(x+2, y, canvas.RoleBad, "✗ ≠ "+Number(given))
	}
}
