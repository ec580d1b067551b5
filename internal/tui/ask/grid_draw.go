package ask

import (
	"strconv"

	"convtutor/viz"
	"convtutor/viz/canvas"
)

// leastCell is the width of a cell, in columns, the mark beside it left out.
const leastCell = 5

// draw draws the grid's size and its cells; what was wrong has a cross, what
// was right a tick.
func (g *grid) draw(d drawing, y int, s standing) {
	part := d.Grid.Part(d.Area)
	part.Text(0, y, canvas.RoleDim, d.session.Say(viz.Words{
		Key: "ask.grid", Args: viz.Args{"size": strconv.Itoa(g.rowCount) + "×" + strconv.Itoa(g.columns)},
	}))
	cells := g.cells
	if s.done && !s.solved {
		cells = g.answer()
	}
	wide := leastCell
	for _, c := range cells {
		wide = max(wide, canvas.Width(c)+2)
	}
	left := g.drawNames(d, y+1, wide, s)
	for i := range cells {
		g.drawCell(d, i, cells[i], left+i%g.columns*(wide+2), y+1+g.headed()+i/g.columns, wide, s)
	}
}

// drawNames draws the names of columns and rows, where there are some; those of
// the cell at hand stand out. It gives the column where the cells begin.
func (g *grid) drawNames(d drawing, y, wide int, s standing) (left int) {
	role := func(here bool) canvas.Role {
		if here && !s.done {
			return canvas.RoleKey
		}
		return canvas.RoleDim
	}
	part := d.Grid.Part(d.Area)
	left = 1
	for _, name := range g.question.Rows {
		left = max(left, canvas.Width(name)+3)
	}
	for i, name := range g.question.Rows {
		part.Text(0, y+g.headed()+i, role(i == g.at/g.columns), name)
	}
	for i, name := range g.question.Columns {
		part.TextRight(left+i*(wide+2)+wide-1, y, role(i == g.at%g.columns), name)
	}
	return left
}

// answer are the right cells.
func (g *grid) answer() []string {
	right := newGrid(g.question)
	right.set(g.question.Answer)
	return right.cells
}

// drawCell draws one cell; its mark stands behind it, the cursor's before.
func (g *grid) drawCell(d drawing, i int, text string, x, y, wide int, s standing) {
	part := d.Grid.Part(d.Area)
	role, mark, markRole := canvas.RoleField, "", canvas.RoleGood
	switch {
	case s.done:
		role, mark = canvas.RoleGood, "✓"
		if !s.solved {
			mark = ""
		}
	case g.wrong(i):
		mark, markRole = "✗", canvas.RoleBad
	case g.right(i):
		mark = "✓"
	}
	part.Fill(canvas.Rect{X: x, Y: y, W: wide, H: 1}, role)
	end := x + wide - 1
	if text == "" {
		part.TextRight(end, y, role, "·")
	}
	part.TextRight(end, y, role, text)
	if !s.done && i == g.at {
		part.Text(x-1, y, canvas.RoleKey, "▸")
		part.Text(end, y, canvas.RoleCursor, " ")
		if g.fresh && text != "" {
			part.TextRight(end, y, canvas.RoleCursor, text)
		}
	}
	part.Text(x+wide, y, markRole, mark)
	d.zone(x, y, wide, i)
}
