package play

import (
	"slices"

	"convtutor/viz"
	"convtutor/viz/canvas"
)

// middle is how far down an animation moves in a window that is larger than it.
type middle struct {
	w, h     int
	language string
	down     int
}

// Where a picture moves down: not in a window of usual height, by a third of the
// rows that are free, and never so far that it parts from the question above it.
const (
	usualRows = 24
	freeParts = 3
	farthest  = 5
	looks     = 8 // at so many steps and the last to know how high they get
)

// Middle is area from where the animation is drawn in it: a little down where
// its steps leave many rows free, all of them alike, so that nothing jumps.
func (p *Player) Middle(area canvas.Rect) canvas.Rect {
	if area.H <= usualRows {
		return area
	}
	is := middle{w: area.W, h: area.H, language: p.session.Language(), down: p.middle.down}
	if is != p.middle {
		is.down = p.down(area.W, area.H)
		p.middle = is
	}
	area.Y, area.H = area.Y+p.middle.down, area.H-p.middle.down
	return area
}

// down is how far the animation moves in so much room: not where it would be
// drawn in another size then.
func (p *Player) down(w, h int) int {
	rows := p.rows(w, h)
	_, least := p.anim.MinSize()
	down := min((h-rows)/freeParts, h-least, farthest)
	if down <= 0 || p.rows(w, h-down) != rows {
		return 0
	}
	return down
}

// rows is how many rows the steps take in so much room.
func (p *Player) rows(w, h int) int {
	steps, high := p.anim.Steps(), 0
	for i := range looks + 1 {
		g := canvas.New(w, h)
		p.anim.Draw((steps-1)*i/looks, viz.Frame{Grid: g, Area: g.All(), Say: p.session.Say})
		high = max(high, used(g))
	}
	return high
}

// used is how many rows of a grid are drawn on, from its top.
func used(g *canvas.Grid) int {
	empty := canvas.New(1, 1).At(0, 0)
	for y := g.H - 1; y >= 0; y-- {
		if slices.ContainsFunc(g.Row(y), func(c canvas.Cell) bool { return c != empty }) {
			return y + 1
		}
	}
	return 0
}
