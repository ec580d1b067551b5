package viz

import (
	"convtutor/viz/canvas"
)

// NumberPlane is a grid of numbers shown as it is, without an animation: what a
// question gives.
type NumberPlane struct {
	Title Words
	Shape string // beside the title: "5×5"
	Rows  [][]float64
	// Of says whose colours it has: the input's, the filter's or the output's.
	Of Plane
	// Lit are cells to light up, by row and column; nil for none.
	Lit func(row, column int) bool
}

// planeGap is the room between two planes, in columns.
const planeGap = 4

// DrawPlanes draws planes side by side from row y of the frame on, further ones
// below where the frame is too narrow, and gives the row below them.
func DrawPlanes(f Frame, y int, planes []NumberPlane) int {
	part := f.Grid.Part(f.Area)
	x, high := 0, 0
	for _, p := range planes {
		title := f.Say(p.Title)
		wide := p.cellWidth()
		w := max(wide*len(p.Rows[0]), canvas.Width(title)+1+canvas.Width(p.Shape))
		if x > 0 && x+w > f.Area.W {
			x, y, high = 0, y+high+1, 0
		}
		p.draw(part, x, y, wide, title)
		x, high = x+w+planeGap, max(high, 1+len(p.Rows))
	}
	return y + high
}

func (p NumberPlane) cellWidth() int {
	w := 1
	for _, row := range p.Rows {
		for _, v := range row {
			w = max(w, len(Short(v, maxNumber)))
		}
	}
	return w + 3
}

func (p NumberPlane) draw(part canvas.Part, x, y, wide int, title string) {
	head, plain, ink, lit := canvas.RoleInputTitle, canvas.RoleInput, canvas.RoleInputInk, canvas.RoleWindow
	switch p.Of {
	case PlaneFilter:
		head, plain, ink, lit = canvas.RoleFilterTitle, canvas.RoleFilter, canvas.RoleFilter, canvas.RoleFilterNow
	case PlaneOutput:
		head, plain, ink, lit = canvas.RoleOutputTitle, canvas.RoleOutput, canvas.RoleOutput, canvas.RoleOutputNow
	}
	end := part.Text(x, y, head, title)
	part.Text(end+1, y, canvas.RoleDim, p.Shape)
	for r, row := range p.Rows {
		for c, v := range row {
			role := plain
			if v != 0 {
				role = ink
			}
			if p.Lit != nil && p.Lit(r, c) {
				role = lit
			}
			box := canvas.Rect{X: x + c*wide, Y: y + 1 + r, W: wide, H: 1}
			part.Fill(box, role)
			part.TextRight(box.X+wide-1, box.Y, role, Short(v, maxNumber))
		}
	}
}
