package canvas

// Part is an area of a grid to draw on. Coordinates count from the area's
// corner; what falls outside of it, or of the areas it is a part of, is cut.
type Part struct {
	g    *Grid
	area Rect // where (0, 0) is, and how large the area means to be
	clip Rect // what of it can be seen
}

// Size is the area's width and height in cells.
func (p Part) Size() (w, h int) { return p.area.W, p.area.H }

// Area is the part's place on the grid.
func (p Part) Area() Rect { return p.area }

// Part is a part of the part. Its corner may lie outside (x < 0 scrolls).
func (p Part) Part(r Rect) Part {
	r.X += p.area.X
	r.Y += p.area.Y
	return Part{g: p.g, area: r, clip: p.clip.Intersect(r)}
}

// Set writes the first grapheme of glyph at (x, y).
func (p Part) Set(x, y int, role Role, glyph string) {
	for c, w := range clusters(glyph) {
		p.put(p.area.X+x, p.area.Y+y, w, role, c)
		return
	}
}

// Text writes s from (x, y) to the right and gives the column after it.
// Control characters are left out. A wide grapheme of which only one half
// would be seen leaves a blank there.
func (p Part) Text(x, y int, role Role, s string) int {
	for c, w := range clusters(s) {
		p.put(p.area.X+x, p.area.Y+y, w, role, c)
		x += w
	}
	return x
}

// TextRight writes s so that it ends before column x.
func (p Part) TextRight(x, y int, role Role, s string) { p.Text(x-Width(s), y, role, s) }

// TextMiddle writes s in the middle of columns x to x+w-1, the odd column on
// the left.
func (p Part) TextMiddle(x, y, w int, role Role, s string) {
	p.Text(x+(w-Width(s)+1)/2, y, role, s)
}

// Runs writes a line of runs from (x, y) and gives the column after it.
func (p Part) Runs(x, y int, line Line) int {
	for _, r := range line {
		x = p.Text(x, y, r.Role, r.Text)
	}
	return x
}

// Lines writes lines one under the other and gives the row after them.
func (p Part) Lines(x, y int, lines []Line) int {
	for _, l := range lines {
		p.Runs(x, y, l)
		y++
	}
	return y
}

// Fill empties the area and gives it a role. What is written there afterwards
// keeps the area's colour where its own role has none.
func (p Part) Fill(r Rect, role Role) {
	r.X += p.area.X
	r.Y += p.area.Y
	r = r.Intersect(p.clip)
	if r.Empty() {
		return
	}
	blank := Cell{Glyph: " ", Role: role, Ground: role}
	for y := r.Y; y < r.Y+r.H; y++ {
		p.g.mend(r.X, y)
		p.g.mend(r.X+r.W-1, y)
		row := p.g.Cells[y*p.g.W+r.X:][:r.W]
		for x := range row {
			row[x] = blank
		}
	}
}

// Pixel writes two pixels, one above the other, as a half block.
func (p Part) Pixel(x, y int, upper, lower RGB) { p.PixelOf(RoleNone, x, y, upper, lower) }

// PixelOf is Pixel with a meaning, which is told where no colours can be shown:
// RolePositive or RoleNegative in a signed map.
func (p Part) PixelOf(role Role, x, y int, upper, lower RGB) {
	p.each(Rect{x, y, 1, 1}, func(c *Cell, x, y int) {
		p.g.mend(x, y)
		*c = Cell{Glyph: "▀", Role: role, Fore: upper, Back: lower}
	})
}

// Over writes a glyph over a picture: its pixels' mean stays as the ground, and
// the glyph is black or white, whichever can be told from it.
func (p Part) Over(x, y int, glyph string) {
	p.each(Rect{x, y, 1, 1}, func(c *Cell, x, y int) {
		back := mean(c.Fore, c.Back)
		p.g.write(x, y, RoleMark, glyph)
		c.Fore, c.Back = Readable(back), back
	})
}

// mean is the colour between two.
func mean(a, b RGB) RGB {
	ar, ag, ab := a.Parts()
	br, bg, bb := b.Parts()
	half := func(x, y uint8) uint8 { return uint8((int(x) + int(y)) / 2) }
	return Color(half(ar, br), half(ag, bg), half(ab, bb))
}

// Readable is black or white, whichever can be read better on a colour.
func Readable(back RGB) RGB {
	r, g, b := back.Parts()
	if 299*int(r)+587*int(g)+114*int(b) > 140*1000 {
		return Color(0, 0, 0)
	}
	return Color(255, 255, 255)
}

// Paint gives the cells of an area colours of their own, for values shown as
// colours; what is written there stays.
func (p Part) Paint(r Rect, fore, back RGB) {
	p.each(r, func(c *Cell, _, _ int) { c.Fore, c.Back = fore, back })
}

// Restyle gives every cell of the area another role and ground, to dim it,
// say. Colours of pictures stay.
func (p Part) Restyle(r Rect, by func(Role) Role) {
	p.each(r, func(c *Cell, _, _ int) { c.Role, c.Ground = by(c.Role), by(c.Ground) })
}

func (p Part) each(r Rect, do func(c *Cell, x, y int)) {
	r.X += p.area.X
	r.Y += p.area.Y
	r = r.Intersect(p.clip)
	for y := r.Y; y < r.Y+r.H; y++ {
		for x := r.X; x < r.X+r.W; x++ {
			do(&p.g.Cells[y*p.g.W+x], x, y)
		}
	}
}

// put writes one grapheme of width w (1 or 2) at a place of the grid.
func (p Part) put(x, y, w int, role Role, glyph string) {
	if past := y + 1 - p.clip.Y - p.clip.H; past > p.g.below && glyph != " " {
		p.g.below = past
	}
	left, right := p.clip.Has(x, y), w == 1 || p.clip.Has(x+1, y)
	switch {
	case left && right:
		p.g.write(x, y, role, glyph)
		if w == 2 {
			p.g.write(x+1, y, role, "")
			p.g.Cells[y*p.g.W+x].Glyph = glyph
			p.g.Cells[y*p.g.W+x].Wide = true
		}
	case left:
		p.g.write(x, y, role, " ")
	case right && w == 2:
		p.g.write(x+1, y, role, " ")
	}
}

// write puts a glyph into one cell and keeps its ground.
func (g *Grid) write(x, y int, role Role, glyph string) {
	c := &g.Cells[y*g.W+x]
	if c.Wide || c.Glyph == "" {
		g.mend(x, y)
	}
	*c = Cell{Glyph: glyph, Role: role, Ground: c.Ground}
}

// mend blanks the other half of a wide grapheme before one half is overwritten.
func (g *Grid) mend(x, y int) {
	c := &g.Cells[y*g.W+x]
	switch {
	case c.Wide && x+1 < g.W:
		g.Cells[y*g.W+x+1].Glyph = " "
	case c.Glyph == "" && x > 0:
		g.Cells[y*g.W+x-1].Glyph, g.Cells[y*g.W+x-1].Wide = " ", false
	}
	c.Wide = false
}
