package viz

import (
	"strconv"

	"convtutor/viz/canvas"
)

// sweepScales are the sizes of a cell, in columns and rows, largest first.
var sweepScales = []struct{ wide, high int }{{6, 3}, {4, 2}, {3, 1}, {2, 1}, {1, 1}}

// sweepGap is the room between panels, in columns.
const sweepGap = 3

// sweepHead is the rows above a panel's cells: title and result.
const sweepHead = 2

// sweepFoot is the rows below the panels: a blank one and the legend.
const sweepFoot = 2

// MinSize is the least area in which panels can be told apart and read; the
// legend gives way to them.
func (w *Sweep) MinSize() (width, height int) {
	for _, p := range w.panels {
		height = max(height, p.size.H+sweepHead)
	}
	return 56, height
}

// titleWide is the width that a panel's title needs.
func (p sweepPanel) titleWide(say Say) int { return canvas.Width(canvas.Strip(say(p.title))) }

// extent is the columns and rows that all panels take at a scale.
func (w *Sweep) extent(wide, high int, say Say) (columns, rows int) {
	for i, p := range w.panels {
		if i > 0 {
			columns += sweepGap
		}
		columns += max(p.size.W*wide, p.titleWide(say), p.resultWide())
		rows = max(rows, p.size.H*high)
	}
	return columns, rows + sweepHead
}

func (p sweepPanel) resultWide() int { return canvas.Width(canvas.Strip(p.resultText())) }

// Draw draws step i.
func (w *Sweep) Draw(i int, f Frame) {
	part := f.Grid.Part(f.Area)
	scale := sweepScales[len(sweepScales)-1]
	for _, s := range sweepScales {
		columns, rows := w.extent(s.wide, s.high, f.Say)
		if columns <= f.Area.W && (rows+sweepFoot <= f.Area.H || s.high == 1) {
			scale = s
			break
		}
	}
	x, bottom := 0, 0
	for _, p := range w.panels {
		columns := max(p.size.W*scale.wide, p.titleWide(f.Say), p.resultWide())
		w.drawPanel(part.Part(canvas.Rect{X: x, W: min(columns, f.Area.W-x), H: f.Area.H}), p, i, scale.wide, scale.high, f)
		x += columns + sweepGap
		bottom = max(bottom, sweepHead+p.size.H*scale.high)
	}
	if bottom+sweepFoot <= f.Area.H {
		w.drawLegend(part, bottom+1, f)
	}
}

// resultText is what stands under a panel's title.
func (p sweepPanel) resultText() string {
	switch {
	case p.windows() == 0:
		return "✗ " + p.result
	case p.bad:
		return "✗ → " + p.result
	}
	return "→ " + p.result
}

func (w *Sweep) drawPanel(part canvas.Part, p sweepPanel, i, wide, high int, f Frame) {
	part.Runs(0, 0, canvas.Markup(f.Say(p.title), canvas.RoleInputTitle))
	role := canvas.RoleOutputTitle
	if p.bad {
		role = canvas.RoleBad
	}
	if !f.Hide {
		part.Text(0, 1, role, p.resultText())
	} else {
		part.Text(0, 1, canvas.RoleOutputTitle, "→ ?")
	}
	step := i
	if f.Hide {
		step = -1
	}
	for k, c := range p.state(step) {
		if f.Hide {
			c.never = false
		}
		box := canvas.Rect{X: k % p.size.W * wide, Y: sweepHead + k/p.size.W*high, W: wide, H: high}
		if w.counts && !c.outside {
			w.drawCount(part, box, c, p.most, f.Hide)
			continue
		}
		drawMark(part, box, c)
	}
}

// drawMark draws whether a cell is read.
func drawMark(part canvas.Part, box canvas.Rect, c sweepCell) {
	role, glyph := canvas.RoleInput, "·"
	switch {
	case c.now && c.outside:
		role, glyph = canvas.RoleWindowPad, "▪"
	case c.now:
		role, glyph = canvas.RoleWindow, "■"
	case c.beyond:
		role, glyph = canvas.RolePadding, "+"
	case c.outside:
		role, glyph = canvas.RolePadding, "0"
	case c.never:
		role, glyph = canvas.RoleUnread, "╱"
	case c.reads > 0:
		role, glyph = canvas.RoleInputInk, "•"
	}
	part.Fill(box, role)
	if c.never && box.W > 1 {
		part.Set(box.X, box.Y+(box.H-1)/2, role, glyph)
	}
	part.Set(box.X+box.W/2, box.Y+(box.H-1)/2, role, glyph)
}

// drawCount draws how often a cell was read, on a ground that tells it too.
func (w *Sweep) drawCount(part canvas.Part, box canvas.Rect, c sweepCell, most int, hide bool) {
	if c.never && !hide {
		drawMark(part, box, c)
		return
	}
	role := canvas.Heat(c.reads, most)
	part.Fill(box, role)
	text := strconv.Itoa(c.reads)
	if hide {
		text = "?"
	}
	y := box.Y + (box.H-1)/2
	part.TextRight(box.X+box.W-box.W/3, y, role, text)
	if box.W > 2 {
		drawEdges(part, box, c, role)
	}
}

// drawEdges marks the sides of the present window.
func drawEdges(part canvas.Part, box canvas.Rect, c sweepCell, role canvas.Role) {
	for y := box.Y; y < box.Y+box.H; y++ {
		if c.first {
			part.Set(box.X, y, role, "▌")
		}
		if c.last {
			part.Set(box.X+box.W-1, y, role, "▐")
		}
	}
}

// drawLegend says what the marks mean, those that are to be seen.
func (w *Sweep) drawLegend(part canvas.Part, y int, f Frame) {
	if w.counts {
		part.Text(0, y, canvas.RoleNote, canvas.Strip(f.Say(Words{Key: "slide.legend.counts"})))
		return
	}
	padded, beyond, never := w.marks()
	x := 0
	entry := func(show bool, role canvas.Role, glyph, key string) {
		if show {
			x = part.Text(x, y, role, glyph)
			x = part.Text(x+1, y, canvas.RoleDim, f.Say(Words{Key: "slide.legend." + key})) + 3
		}
	}
	entry(true, canvas.RoleWindow, "■", "window")
	entry(true, canvas.RoleInputInk, "•", "read")
	entry(never && !f.Hide, canvas.RoleUnread, "╱╱", "never")
	entry(padded, canvas.RolePadding, "0", "padding")
	entry(beyond, canvas.RolePadding, "+", "beyond")
}

// marks tells which marks are to be seen in some panel.
func (w *Sweep) marks() (padded, beyond, never bool) {
	for _, p := range w.panels {
		for _, c := range p.state(-1) {
			padded = padded || c.outside && !c.beyond
			beyond = beyond || c.beyond
			never = never || c.never
		}
	}
	return padded, beyond, never
}
