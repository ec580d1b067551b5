package viz

import (
	"fmt"
	"strconv"

	"convtutor/viz/canvas"
)

// FlatPicture is a picture of (H, W, C) that is written in one row of numbers,
// and a pixel of it, counted from 1.
type FlatPicture struct{ H, W, C, Row, Column int }

// FlatStep is how far the picture is laid out.
type FlatStep struct {
	Says   Words
	Sum    string // "(2*5 + 3)*3 + 1 = 40"; "" where nothing is counted
	Rows   int    // whole rows that are laid
	Pixels int    // pixels of the row behind them
	Places []int  // single places that follow, counted from 1
	Lit    []int  // those of them that are asked about
}

// FlatLine shows a picture's rows as they are laid one after the other into one
// row of numbers, with the places that they take.
type FlatLine struct {
	picture FlatPicture
	rows    []int // that are drawn, counted from 1
	steps   []FlatStep
}

// NewFlatLine lays a picture out step by step; below also shows the row below
// the pixel's.
func NewFlatLine(p FlatPicture, below bool, steps []FlatStep) *FlatLine {
	l := &FlatLine{picture: p, steps: steps}
	last := p.Row
	if below {
		last = min(p.H, p.Row+1)
	}
	for row := 1; row <= last; row++ {
		if last <= 4 || row <= 2 || row >= p.Row-1+min(1, last-p.Row) {
			l.rows = append(l.rows, row)
		}
	}
	return l
}

// Steps is the number of steps.
func (l *FlatLine) Steps() int { return len(l.steps) }

// Words says step i.
func (l *FlatLine) Words(i int) Words { return l.steps[i].Says }

// flatLabel is the room for a row's name, in columns.
const flatLabel = 9

// MinSize is the least area in which the rows can be followed.
func (l *FlatLine) MinSize() (w, h int) { return max(72, flatLabel+l.picture.W), l.lines() + 7 }

// lines is how many rows the picture takes.
func (l *FlatLine) lines() int {
	n := 0
	for i, row := range l.rows {
		n++
		if i > 0 && row > l.rows[i-1]+1 {
			n++
		}
	}
	return n
}

// Draw draws step i: the picture, the row of numbers, the sum, the sentence.
func (l *FlatLine) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	s := l.steps[i]
	y := 0
	for at, row := range l.rows {
		if at > 0 && row > l.rows[at-1]+1 {
			p.Text(flatLabel, y, canvas.RoleDim, "⋮")
			y++
		}
		l.drawRow(p, f, row, y, s)
		y++
	}
	y++
	p.Text(0, y, canvas.RoleOutputTitle, f.Say(Words{Key: "walk.flat.row"}))
	if f.Hide {
		return
	}
	l.drawLine(p, y+1, s)
	if s.Sum != "" {
		sum, result := cutSum(s.Sum)
		x := p.Text(0, y+3, canvas.RoleDim, sum+" = ")
		role := canvas.RoleStrong
		if i == len(l.steps)-1 {
			role = canvas.RoleOutputTitle
		}
		p.Text(x, y+3, role, result)
	}
	p.Lines(0, y+4, firstLines(canvas.Wrap(canvas.Markup(f.Say(s.Says), canvas.RoleText), w), h-y-4))
}

// drawRow draws a row of the picture, a mark a pixel.
func (l *FlatLine) drawRow(p canvas.Part, f Frame, row, y int, s FlatStep) {
	w, _ := p.Size()
	p.Text(0, y, canvas.RoleDim, f.Say(Words{Key: "walk.flat.line", Args: Args{"row": row}}))
	wide := max(1, min(3, (w-flatLabel)/l.picture.W))
	for column := 1; column <= l.picture.W; column++ {
		box := canvas.Rect{X: flatLabel + (column-1)*wide, Y: y, W: wide, H: 1}
		role, glyph := canvas.RoleInputInk, "·"
		switch {
		case column == l.picture.Column && row >= l.picture.Row && len(s.Lit) > row-l.picture.Row:
			role, glyph = canvas.RoleWindowNow, "■"
		case row <= s.Rows || row == s.Rows+1 && column <= s.Pixels:
			role, glyph = canvas.RoleWindow, "•"
		}
		p.Fill(box, role)
		p.Set(box.X+(wide-1)/2, y, role, glyph)
	}
}

// drawLine draws what is laid, row by row, with the places that it takes.
func (l *FlatLine) drawLine(p canvas.Part, y int, s FlatStep) {
	x := 0
	each := l.picture.W * l.picture.C
	before := 0
	for _, row := range l.rows {
		if row > s.Rows {
			break
		}
		if row > before+1 {
			x = p.Text(x, y, canvas.RoleDim, " … ")
		}
		x = drawPlaces(p, x, y, (row-1)*each+1, row*each)
		before = row
	}
	if s.Rows > before {
		x = p.Text(x, y, canvas.RoleDim, " … ")
		x = drawPlaces(p, x, y, (s.Rows-1)*each+1, s.Rows*each)
	}
	if s.Pixels > 0 {
		x = drawPlaces(p, x, y, s.Rows*each+1, s.Rows*each+s.Pixels*l.picture.C)
	}
	next := s.Rows*each + s.Pixels*l.picture.C + 1
	for _, place := range s.Places {
		if place > next {
			x = p.Text(x, y, canvas.RoleDim, " … ")
		}
		next = place + 1
		role := canvas.RoleOutput
		text := " " + strconv.Itoa(place) + " "
		for _, lit := range s.Lit {
			if lit == place {
				role, text = canvas.RoleOutputNow, "▸"+strconv.Itoa(place)+"◂"
			}
		}
		x = p.Text(x, y, role, text) + 1
	}
}

// drawPlaces draws a run of places as one piece.
func drawPlaces(p canvas.Part, x, y, from, to int) int {
	return p.Text(x, y, canvas.RoleOutput, fmt.Sprintf("[%d–%d]", from, to)) + 1
}
