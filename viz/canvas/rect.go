package canvas

// Rect is a part of a grid: top left corner, width and height in cells.
type Rect struct{ X, Y, W, H int }

// Has tells whether place (x, y) lies inside.
func (r Rect) Has(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// Empty tells whether no place lies inside.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Intersect is what two areas have in common (empty if nothing).
func (r Rect) Intersect(o Rect) Rect {
	x, y := max(r.X, o.X), max(r.Y, o.Y)
	return Rect{
		x, y,
		max(0, min(r.X+r.W, o.X+o.W)-x),
		max(0, min(r.Y+r.H, o.Y+o.H)-y),
	}
}

// Inset takes dx columns from both sides and dy rows from top and bottom.
func (r Rect) Inset(dx, dy int) Rect {
	return Rect{r.X + dx, r.Y + dy, max(0, r.W-2*dx), max(0, r.H-2*dy)}
}
