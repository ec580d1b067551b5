package stack

import (
	"math"
	"strconv"

	"convtutor/internal/data"
	"convtutor/internal/netspec"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Where the parts of the picture are.
const (
	digitTop  = 2
	digitWide = 4 // columns of a pixel
	mapsLeft  = data.DigitSide*digitWide + 2
	traceTop  = 12
)

// Draw implements View: the digit with what the number at hand saw, the maps of
// the stage, and how the number came about.
func (d *Digit) Draw(f viz.Frame) {
	p := f.Grid.Part(f.Area)
	d.drawWay(f, p)
	d.drawDigit(f, p)
	right := p.Part(canvas.Rect{X: mapsLeft, Y: digitTop - 1, W: f.Area.W - mapsLeft, H: traceTop - digitTop + 1})
	switch {
	case d.stage >= d.Stages()-2:
		d.drawScores(f, right)
	case d.stage > 0 && d.row().Layer.Op == netspec.Flatten:
		d.drawVector(right)
	default:
		d.drawMaps(right)
	}
	y := traceTop
	if f.Hide {
		return
	}
	for _, w := range d.Trace() {
		y = p.Lines(0, y, canvas.Wrap(canvas.Markup(f.Say(w), canvas.RoleText), f.Area.W))
	}
	if y < f.Area.H {
		p.Lines(0, y, canvas.Wrap(canvas.Markup(f.Say(d.seenWords()), canvas.RoleDim), f.Area.W)[:1])
	}
}

// drawWay writes the stages, the present one bright.
func (d *Digit) drawWay(f viz.Frame, p canvas.Part) {
	x := 0
	for i := range d.Stages() {
		name := f.Say(viz.Words{Key: "shape.input"})
		if i > 0 {
			name = string(d.net.Table.Rows[i-1].Layer.Op)
		}
		role := canvas.RoleDim
		switch {
		case i == d.stage:
			role = canvas.RoleSelected
		case i > d.stage:
			role = canvas.RoleFaint
		}
		if i > 0 {
			x = p.Text(x, 0, canvas.RoleFaint, "›")
		}
		x = p.Text(x, 0, role, name)
	}
}

// drawDigit writes the pixels' numbers; those that the number at hand saw are
// lit, and framed by bars.
func (d *Digit) drawDigit(f viz.Frame, p canvas.Part) {
	first, last := d.Seen(d.stage, d.plane, d.cell)
	for y := range data.DigitSide {
		for x := range data.DigitSide {
			v := d.trace.Digit.Pixels[y*data.DigitSide+x]
			in := y >= first.Y && y <= last.Y && x >= first.X && x <= last.X
			role := pixelRole(v > 0, in)
			box := canvas.Rect{X: x * digitWide, Y: digitTop + y, W: digitWide, H: 1}
			p.Fill(box, role)
			p.TextRight(box.X+digitWide-1, box.Y, role, strconv.Itoa(int(v)))
			if in && x == first.X {
				p.Set(box.X, box.Y, canvas.RoleMark, "▌")
			}
			if in && x == last.X {
				p.Set(box.X+digitWide-1, box.Y, canvas.RoleMark, "▐")
			}
		}
	}
	p.Text(0, digitTop+data.DigitSide, canvas.RoleDim, f.Say(words("digit.caption", viz.Args{
		"digit": d.trace.Digit.Label, "n": strconv.Itoa(d.first + d.number + 1),
	})))
}

// pixelRole is what a pixel is: with ink or without, seen or not.
func pixelRole(ink, seen bool) canvas.Role {
	switch {
	case seen && ink:
		return canvas.RoleWindow
	case seen:
		return canvas.RoleWindowZero
	case ink:
		return canvas.RoleInputInk
	}
	return canvas.RoleInput
}

// drawMaps draws every map of the stage, the one at hand marked.
func (d *Digit) drawMaps(p canvas.Part) {
	maps, size := d.size()
	most := d.most()
	w, _ := p.Size()
	scale := 1
	if maps*(size.W*2+2) <= 2*w && size.H*2 <= data.DigitSide {
		scale = 2
	}
	wide, high := max(size.W*scale, 4), (size.H*scale+1)/2
	gap := 2
	if wide == 4 {
		gap = 1 // of many small maps more stand in a row
	}
	perRow := max(1, (w+gap)/(wide+gap))
	if maps <= 2*perRow {
		perRow = min(perRow, (maps+1)/2)
	}
	for c := range maps {
		x, y := (c%perRow)*(wide+gap), (c/perRow)*(high+1)
		role, mark := canvas.RoleDim, " "
		if c == d.plane {
			role, mark = canvas.RoleKey, "▸"
		}
		p.Text(x, y, role, mark+strconv.Itoa(c+1))
		d.drawMap(p, x+1, y+1, c, scale, most)
	}
}

// most is the largest size of a number of the stage: full brightness.
func (d *Digit) most() float64 {
	most := 0.0
	for _, v := range d.trace.Maps[d.stage].Data() {
		most = max(most, math.Abs(v))
	}
	return max(most, 1e-9)
}

// drawMap draws a map in half blocks; the cell at hand of the map at hand is
// marked.
func (d *Digit) drawMap(p canvas.Part, left, top, c, scale int, most float64) {
	_, size := d.size()
	at := func(y, x int) (canvas.RGB, float64) {
		v := d.Value(d.stage, c, min(y/scale, size.H-1), min(x/scale, size.W-1))
		return viz.Tint(v / most), v
	}
	for row := range (size.H*scale + 1) / 2 {
		for col := range size.W * scale {
			upper, u := at(2*row, col)
			lower, l := at(2*row+1, col)
			role := canvas.RoleNone
			if u < 0 || l < 0 {
				role = canvas.RoleNegative
			}
			p.PixelOf(role, left+col, top+row, upper, lower)
		}
	}
	if c == d.plane {
		p.Over(left+d.cell.X*scale, top+d.cell.Y*scale/2, "◆")
	}
}

// vectorColumns is how many numbers of a vector are drawn in a row, vectorWide
// how wide each is.
const vectorColumns, vectorWide = 8, 5

// drawVector draws a vector's numbers in rows, four of them from each map.
func (d *Digit) drawVector(p canvas.Part) {
	n, _ := d.size()
	for k := range n {
		v := d.Value(d.stage, k, 0, 0)
		role := canvas.RoleOutput
		if k == d.plane {
			role = canvas.RoleOutputNow
		}
		box := canvas.Rect{X: (k % vectorColumns) * vectorWide, Y: 1 + k/vectorColumns, W: vectorWide, H: 1}
		p.Fill(box, role)
		p.TextRight(box.X+vectorWide, box.Y, role, viz.Short(v, vectorWide-1))
	}
}

// The columns of the scores end there.
const (
	scoreEnd, powerEnd, chanceEnd = 11, 23, 35
	chanceBar                     = 8 // columns of a whole bar, at most
)

// drawScores draws the scores of all classes, and the probabilities.
func (d *Digit) drawScores(f viz.Frame, p canvas.Part) {
	soft := d.stage == d.Stages()-1
	score := f.Say(words("digit.score", nil))
	wide, _ := p.Size()
	bar := float64(max(0, min(chanceBar, wide-chanceEnd-2)))
	p.TextRight(scoreEnd, 0, canvas.RoleDim, score)
	if soft {
		p.TextRight(powerEnd, 0, canvas.RoleDim, "e^"+score)
		p.TextRight(chanceEnd, 0, canvas.RoleDim, f.Say(words("digit.chance", nil)))
	}
	for c, s := range d.scores() {
		role, mark := canvas.RoleText, " "
		if c == d.plane {
			role, mark = canvas.RoleKey, "▸"
		}
		p.Text(0, 1+c, role, mark+strconv.Itoa(c))
		p.TextRight(scoreEnd, 1+c, role, rounded(s))
		if !soft {
			continue
		}
		p.TextRight(powerEnd, 1+c, role, rounded(math.Exp(s)))
		chance := d.chances()[c]
		p.TextRight(chanceEnd, 1+c, canvas.RoleOutputTitle, strconv.FormatFloat(100*chance, 'f', 2, 64)+"%")
		for x := range int(math.Round(chance * bar)) {
			p.Set(chanceEnd+1+x, 1+c, canvas.RoleOutputTitle, "█")
		}
	}
}
