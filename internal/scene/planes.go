package scene

import (
	"strconv"

	"convtutor/viz"
	"convtutor/viz/canvas"
)

// grid is a plane of cells without numbers on its way to the grid.
type grid struct {
	x, y       int // of the heading; the cells begin in the row below
	rows, cols int
	wide, high int // of a cell
}

func (g grid) right() int  { return g.x + g.cols*g.wide }
func (g grid) bottom() int { return g.y + 1 + g.rows*g.high }

// box is the area of a cell.
func (g grid) box(row, col int) canvas.Rect {
	return canvas.Rect{X: g.x + col*g.wide, Y: g.y + 1 + row*g.high, W: g.wide, H: g.high}
}

// look is how a cell looks: its role, and the sign that says the same without
// colours.
type look struct {
	role canvas.Role
	sign string
	here bool // the cursor stands there
}

// draw draws heading and cells.
func (g grid) draw(p canvas.Part, title string, role canvas.Role, at func(row, col int) look) {
	end := p.Text(g.x, g.y, role, title)
	p.Text(end+1, g.y, canvas.RoleDim, strconv.Itoa(g.rows)+"×"+strconv.Itoa(g.cols))
	for row := range g.rows {
		for col := range g.cols {
			l, box := at(row, col), g.box(row, col)
			p.Fill(box, l.role)
			p.TextMiddle(box.X, box.Y+(box.H-1)/2, box.W, l.role, l.sign)
			if !l.here {
				continue
			}
			for y := box.Y; y < box.Y+box.H; y++ {
				p.Set(box.X, y, canvas.RoleMark, "▌")
				p.Set(box.X+box.W-1, y, canvas.RoleMark, "▐")
			}
		}
	}
}

// prose writes words from row y on.
func prose(p canvas.Part, f viz.Frame, y int, words []viz.Words) {
	w, _ := p.Size()
	for _, one := range words {
		y = p.Lines(0, y, canvas.Wrap(canvas.Markup(f.Say(one), canvas.RoleText), w))
	}
}
