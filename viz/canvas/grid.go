package canvas

// Grid is a picture: W columns, H rows of cells, row by row.
type Grid struct {
	W, H  int
	Cells []Cell
	below int // rows
}

// Below is how many rows further down than their areas reached words and pixels
// were written since the last call, and so were lost.
func (g *Grid) Below() int {
	n := g.below
	g.below = 0
	return n
}

// New makes an empty grid of w columns and h rows (none below zero).
func New(w, h int) *Grid {
	g := &Grid{W: max(0, w), H: max(0, h)}
	g.Cells = make([]Cell, g.W*g.H)
	g.Clear(RoleNone)
	return g
}

// Resize makes the grid w columns by h rows and empties it; its memory is
// used again where it is large enough.
func (g *Grid) Resize(w, h int) {
	g.W, g.H = max(0, w), max(0, h)
	if n := g.W * g.H; n <= cap(g.Cells) {
		g.Cells = g.Cells[:n]
	} else {
		g.Cells = make([]Cell, n)
	}
	g.Clear(RoleNone)
}

// Clear empties every cell and gives it a role.
func (g *Grid) Clear(role Role) {
	fill(g.Cells, Cell{Glyph: " ", Role: role, Ground: role})
}

// Rule fills row y with a glyph of one column.
func (g *Grid) Rule(y int, role Role, glyph string) {
	if y >= 0 && y < g.H {
		fill(g.Row(y), Cell{Glyph: glyph, Role: role})
	}
}

// fill copies ever longer stretches, which is faster than cell by cell.
func fill(cells []Cell, c Cell) {
	if len(cells) == 0 {
		return
	}
	cells[0] = c
	for n := 1; n < len(cells); n *= 2 {
		copy(cells[n:], cells[:n])
	}
}

// All is the whole grid as an area.
func (g *Grid) All() Rect { return Rect{0, 0, g.W, g.H} }

// At gives the cell at (x, y); outside of the grid an empty one.
func (g *Grid) At(x, y int) Cell {
	if !g.All().Has(x, y) {
		return Cell{Glyph: " "}
	}
	return g.Cells[y*g.W+x]
}

// Row gives the cells of row y, which is inside the grid.
func (g *Grid) Row(y int) []Cell { return g.Cells[y*g.W : (y+1)*g.W] }

// Copy gives a grid of its own with the same cells.
func (g *Grid) Copy() *Grid {
	c := &Grid{W: g.W, H: g.H, Cells: make([]Cell, len(g.Cells))}
	copy(c.Cells, g.Cells)
	return c
}

// Part is the area r of the grid as a place to draw: coordinates count from
// its corner, nothing gets outside.
func (g *Grid) Part(r Rect) Part { return Part{g: g, area: r, clip: r.Intersect(g.All())} }

// Set writes the first grapheme of glyph at (x, y).
func (g *Grid) Set(x, y int, role Role, glyph string) { g.Part(g.All()).Set(x, y, role, glyph) }

// Text writes s from (x, y) to the right, clipped at the edge, and gives the
// column after it.
func (g *Grid) Text(x, y int, role Role, s string) int { return g.Part(g.All()).Text(x, y, role, s) }

// Runs writes a line of runs from (x, y) and gives the column after it.
func (g *Grid) Runs(x, y int, line Line) int { return g.Part(g.All()).Runs(x, y, line) }

// Fill empties the area and gives it a role.
func (g *Grid) Fill(r Rect, role Role) { g.Part(g.All()).Fill(r, role) }

// Pixel writes two pixels, one above the other, as a half block.
func (g *Grid) Pixel(x, y int, upper, lower RGB) { g.Part(g.All()).Pixel(x, y, upper, lower) }

// Restyle gives every cell of the area another role and ground.
func (g *Grid) Restyle(r Rect, by func(Role) Role) { g.Part(g.All()).Restyle(r, by) }
