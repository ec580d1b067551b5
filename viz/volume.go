package viz

import (
	"strconv"

	"convtutor/viz/canvas"
)

// Volume is a block of numbers, drawn as sheets one behind the other: as many
// as it is deep, as far as there is room for them.
type Volume struct {
	H, W, C int
	// Of says whose colours it has.
	Of Plane
	// Now says that its front sheet is being made.
	Now bool
}

// Shape writes it: 28×28×6.
func (v Volume) Shape() string {
	return strconv.Itoa(v.H) + "×" + strconv.Itoa(v.W) + "×" + strconv.Itoa(v.C)
}

// Bounds of how sheets stand behind each other.
const (
	maxSheets = 10
	maxSlant  = 3 // rows
)

func (v Volume) sheets() int { return max(1, min(v.C, maxSheets)) }

func (v Volume) slant() int { return min(v.sheets()-1, maxSlant) }

// Size is the columns and rows of a volume whose sheets are w by h.
func (v Volume) Size(w, h int) (columns, rows int) { return w + v.sheets() - 1, h + v.slant() }

// Front is the place of the front sheet in a volume drawn at (x, y), its edges
// left out.
func (v Volume) Front(x, y, w, h int) canvas.Rect {
	return canvas.Rect{X: x + 1, Y: y + v.slant() + 1, W: w - 2, H: h - 2}
}

// volumeRoles are the roles of the edges and of the sheets, by plane.
var volumeRoles = map[Plane][2]canvas.Role{
	PlaneInput:  {canvas.RoleInputTitle, canvas.RoleInput},
	PlaneFilter: {canvas.RoleFilterTitle, canvas.RoleFilter},
	PlaneOutput: {canvas.RoleOutputTitle, canvas.RoleOutput},
	PlaneNone:   {canvas.RoleFaint, canvas.RoleNone},
}

// Draw draws the volume with sheets of w by h, the top left corner of all of
// it at (x, y).
func (v Volume) Draw(p canvas.Part, x, y, w, h int) {
	roles := volumeRoles[v.Of]
	n := v.sheets()
	for i := n - 1; i >= 0; i-- {
		back := 0
		if n > 1 {
			back = i * v.slant() / (n - 1)
		}
		ground := roles[1]
		if i == 0 && v.Now {
			ground = canvas.RoleOutputNow
		}
		sheet(p, canvas.Rect{X: x + i, Y: y + v.slant() - back, W: w, H: h}, roles[0], ground)
	}
}

// sheet draws a sheet with its edges.
func sheet(p canvas.Part, r canvas.Rect, edge, ground canvas.Role) {
	p.Fill(r, ground)
	right, bottom := r.X+r.W-1, r.Y+r.H-1
	for x := r.X + 1; x < right; x++ {
		p.Set(x, r.Y, edge, "─")
		p.Set(x, bottom, edge, "─")
	}
	for y := r.Y + 1; y < bottom; y++ {
		p.Set(r.X, y, edge, "│")
		p.Set(right, y, edge, "│")
	}
	p.Set(r.X, r.Y, edge, "┌")
	p.Set(right, r.Y, edge, "┐")
	p.Set(r.X, bottom, edge, "└")
	p.Set(right, bottom, edge, "┘")
}
