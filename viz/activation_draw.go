package viz

import (
	"math"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// MinSize is the least area in which a step can be followed: without the curve,
// and with three rows of words below.
func (a *Activation) MinSize() (w, h int) {
	l := a.layout(0, 0)
	ow, _ := l.output.size()
	return max(l.output.x+max(ow, headWide-6), 48), l.below + 3
}

// activationLayout is where everything is drawn.
type activationLayout struct {
	input, output convPanel
	curve         canvas.Rect // empty where there is no room
	below         int
}

// Columns and rows of the curve.
const (
	curveLeast = 17
	curveMost  = 41
	curveHigh  = 9
	curveLow   = 5
	curveGap   = 3
)

func (a *Activation) layout(w, h int) activationLayout {
	var l activationLayout
	for _, s := range []struct{ high, pad int }{{3, 6}, {3, 4}, {2, 4}, {1, 4}, {1, 3}} {
		plane := func(content int) convPanel {
			return convPanel{wide: content + s.pad, high: s.high, right: 1 + s.pad/2, rows: a.size.H, cols: a.size.W}
		}
		l.input, l.output = plane(a.texts.inputWide), plane(a.texts.outputWide)
		iw, ih := l.input.size()
		ow, _ := l.output.size()
		iw, ow = max(iw, headWide-8), max(ow, headWide-6)
		room := min(w-iw-ow-2*curveGap, curveMost)
		l.curve = canvas.Rect{X: iw + curveGap, Y: 1, W: room - (1 - room%2), H: max(ih-1, min(curveHigh, max(h-4, curveLow)))}
		l.output.x = l.curve.X + l.curve.W + curveGap
		l.below = 2 + max(ih-1, l.curve.H)
		if room >= curveLeast && l.below+2 <= h {
			return l
		}
	}
	iw, ih := l.input.size()
	l.curve, l.output.x, l.below = canvas.Rect{}, max(iw, headWide-8)+curveGap, ih+1
	return l
}

// activationDrawing is one step on its way to the grid.
type activationDrawing struct {
	*Activation
	canvas.Part
	at    activationLayout
	frame Frame
	i     int
	open  *OpenCell
}

// Draw draws step i: the number in the feature map, its place on the curve, and
// what it becomes.
func (a *Activation) Draw(i int, f Frame) {
	d := activationDrawing{Activation: a, Part: f.Grid.Part(f.Area), at: a.layout(f.Area.W, f.Area.H), frame: f, i: i}
	d.drawPlanes()
	d.drawCurve()
	key, words := "maps.below", a.Words(i)
	if f.Hide {
		key = "maps.below-hidden"
	}
	y := d.Lines(0, d.at.below, canvas.Wrap(canvas.Markup(f.Say(Words{Key: key, Args: words.Args}), canvas.RoleText), f.Area.W))
	d.Runs(0, y, canvas.Markup(f.Say(Words{Key: "maps.status", Args: words.Args}), canvas.RoleDim))
}

// DrawOpen draws all of it at once, one cell of the feature map open.
func (a *Activation) DrawOpen(f Frame, open OpenCell) {
	d := activationDrawing{
		Activation: a, Part: f.Grid.Part(f.Area), at: a.layout(f.Area.W, f.Area.H), frame: f, i: a.StepOf(open.At), open: &open,
	}
	d.drawPlanes()
	d.drawCurve()
	d.Lines(0, d.at.below, canvas.Wrap(canvas.Markup(f.Say(Words{Key: "maps.below", Args: a.Words(d.i).Args}), canvas.RoleText), f.Area.W))
}

// CellAt is the cell of the feature map at column x, row y of the grid in area.
func (a *Activation) CellAt(area canvas.Rect, x, y int) (Plane, nn.Point) {
	if p, ok := a.layout(area.W, area.H).input.at(x-area.X, y-area.Y); ok {
		return PlaneInput, p
	}
	return PlaneNone, nn.Point{}
}

// StepAt gives the step of the cell under (x, y), of either map.
func (a *Activation) StepAt(i int, area canvas.Rect, x, y int) (step int, ok bool) {
	l := a.layout(area.W, area.H)
	for _, panel := range []convPanel{l.input, l.output} {
		if p, ok := panel.at(x-area.X, y-area.Y); ok {
			return a.StepOf(p), true
		}
	}
	return i, false
}

func (d *activationDrawing) heading(x int, role canvas.Role, key string) {
	x = d.Text(x, 0, role, d.frame.Say(Words{Key: key}))
	d.Text(x+1, 0, canvas.RoleDim, strconv.Itoa(d.size.H)+"×"+strconv.Itoa(d.size.W))
}

func (d *activationDrawing) drawPlanes() {
	d.heading(d.at.input.x, canvas.RoleInputTitle, "maps.feature")
	d.heading(d.at.output.x, canvas.RoleOutputTitle, "maps.activation")
	for i := range d.texts.input {
		p := d.Cell(i)
		box, _ := d.at.input.box(p)
		d.drawIn(box, i)
		box, _ = d.at.output.box(p)
		d.drawOut(box, i)
	}
}

func (d *activationDrawing) drawIn(box canvas.Rect, i int) {
	role, text := canvas.RoleInputInk, d.texts.input[i]
	switch {
	case i == d.i && d.open != nil:
		role = canvas.RoleField
		if d.open.Typed != "" {
			text = d.open.Typed
		}
	case i == d.i:
		role = canvas.RoleWindowNow
	case d.input.Data()[i] == 0:
		role = canvas.RoleInput
	}
	d.Fill(box, role)
	d.TextRight(box.X+box.W-d.at.input.right, box.Y+d.at.input.valueRow(), role, text)
	if i == d.i {
		d.edges(box, canvas.RoleMark)
	}
}

func (d *activationDrawing) edges(box canvas.Rect, role canvas.Role) {
	for y := box.Y; y < box.Y+box.H; y++ {
		d.Set(box.X, y, role, "▌")
		d.Set(box.X+box.W-1, y, role, "▐")
	}
}

func (d *activationDrawing) drawOut(box canvas.Rect, i int) {
	role, text := canvas.RoleOutput, d.texts.output[i]
	switch {
	case i == d.i:
		role = canvas.RoleOutputNow
		if d.frame.Hide {
			text = "?"
		}
	case i > d.i && d.open == nil:
		role, text = canvas.RoleOutputLater, "·"
	}
	d.Fill(box, role)
	d.TextRight(box.X+box.W-d.at.output.right, box.Y+d.at.output.valueRow(), role, text)
	if i == d.i {
		d.edges(box, canvas.RoleOutputMark)
	}
}

// scale is the plot's reach: to the left and right of 0, and up and down.
func (a *Activation) scale() (x, low, high float64) {
	x = 3
	for _, v := range a.input.Data() {
		x = max(x, math.Abs(v))
	}
	switch a.fun {
	case Sigmoid:
		return x, 0, 1
	case Tanh:
		return x, -1, 1
	case LeakyReLU:
		return x, -x / 2, x
	}
	return x, 0, x
}

// drawCurve draws the function over the numbers that the map holds, and where
// the number at hand lies on it.
func (d *activationDrawing) drawCurve() {
	box := d.at.curve
	if box.W == 0 {
		return
	}
	reach, low, high := d.scale()
	row := func(v float64) int { // the plot's rows begin below its heading
		return box.Y + int(math.Round((high-v)/(high-low)*float64(box.H-2)))
	}
	column := func(v float64) int { return box.X + int(math.Round((v+reach)/(2*reach)*float64(box.W-1))) }
	d.TextMiddle(box.X, 0, box.W, canvas.RoleFilterTitle, d.frame.Say(Words{Key: "maps.function." + d.fun.String()}))
	for x := range box.W {
		d.Set(box.X+x, row(0), canvas.RoleRule, "─")
	}
	for y := row(high); y <= row(low); y++ {
		d.Set(column(0), y, canvas.RoleRule, "│")
	}
	d.Set(column(0), row(0), canvas.RoleRule, "┼")
	v := d.input.Data()[d.i]
	for y := min(row(0), row(d.fun.At(v))); y <= max(row(0), row(d.fun.At(v))) && !d.frame.Hide; y++ {
		d.Set(column(v), y, canvas.RoleProductTitle, "┊")
	}
	for x := range box.W {
		at := (2*float64(x)/float64(box.W-1) - 1) * reach
		d.Set(box.X+x, row(d.fun.At(at)), canvas.RoleFilterTitle, "•")
	}
	d.drawPoint(column(v), row(0), row(d.fun.At(v)), box)
	d.ends(box, reach, high, column(0), row(high))
}

// drawPoint marks the number at hand: on the axis, and on the curve once that
// is known.
func (d *activationDrawing) drawPoint(x, axis, y int, box canvas.Rect) {
	if d.frame.Hide {
		d.Set(x, axis, canvas.RoleMark, "?")
	} else {
		d.Set(x, y, canvas.RoleMark, "●")
	}
	text := d.texts.input[d.i]
	left := max(box.X, min(x-len(text)/2, box.X+box.W-len(text)))
	d.Text(left, box.Y+box.H-1, canvas.RoleInputTitle, text)
}

// ends writes how far the axes reach.
func (d *activationDrawing) ends(box canvas.Rect, reach, high float64, middle, top int) {
	y := box.Y + box.H - 1
	if text := Number(reach); d.texts.input[d.i] != text && d.input.Data()[d.i] < reach*0.6 {
		d.TextRight(box.X+box.W, y, canvas.RoleFaint, text)
	}
	if text := Number(-reach); d.texts.input[d.i] != text && d.input.Data()[d.i] > -reach*0.6 {
		d.Text(box.X, y, canvas.RoleFaint, text)
	}
	d.TextRight(middle, top, canvas.RoleFaint, Number(high)+" ")
}
