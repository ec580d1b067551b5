package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// HalfTurn is a filter turned by 180 degrees, a number a step: each goes to the
// place across the middle.
type HalfTurn struct {
	rows [][]float64
	size nn.Size
	wide int
}

// NewHalfTurn turns a grid that has a cell at least, all rows equally long.
func NewHalfTurn(rows [][]float64) *HalfTurn {
	h := &HalfTurn{rows: rows, size: nn.Size{H: len(rows), W: len(rows[0])}}
	h.wide = widest(eachCell(h.size, func(p nn.Point) string { return Short(rows[p.Y][p.X], maxNumber) }))
	return h
}

// Steps counts the filter as it is written, and its numbers.
func (h *HalfTurn) Steps() int { return 1 + h.size.H*h.size.W }

// Moved is where the number of step i, counted from 1, stands, and where it goes.
func (h *HalfTurn) Moved(i int) (from, to nn.Point) {
	i--
	from = nn.Point{Y: i / h.size.W, X: i % h.size.W}
	return from, nn.Point{Y: h.size.H - 1 - from.Y, X: h.size.W - 1 - from.X}
}

// Words says step i.
func (h *HalfTurn) Words(i int) Words {
	if i == 0 {
		return Words{Key: "steps.turn.begin"}
	}
	from, to := h.Moved(i)
	return Words{Key: "steps.turn.moves", Args: Args{
		"n": Number(h.rows[from.Y][from.X]), "row": from.Y + 1, "column": from.X + 1, "torow": to.Y + 1, "tocolumn": to.X + 1,
	}}
}

// MinSize is the least area in which both grids stand side by side.
func (h *HalfTurn) MinSize() (width, height int) {
	at := h.layout(0)
	w, _ := at[1].size()
	return max(at[1].x+w, 56), 1 + h.size.H + 3
}

// layout is where both grids are drawn.
func (h *HalfTurn) layout(high int) (at [2]convPanel) {
	cell := 1
	if high >= 1+2*h.size.H+4 {
		cell = 2
	}
	for k := range at {
		at[k] = convPanel{wide: h.wide + 4, high: cell, right: 2, rows: h.size.H, cols: h.size.W}
	}
	w, _ := at[0].size()
	at[1].x = max(w, filterHead+8) + 8
	return at
}

// Draw draws the filter as it is written and as far as it is turned, the
// number that moves marked in both.
func (h *HalfTurn) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	at := h.layout(f.Area.H)
	h.head(p, at[0], f.Say(Words{Key: "steps.turn.written"}))
	h.head(p, at[1], f.Say(Words{Key: "viz.conv.flipped"}))
	from, to := nn.Point{Y: -1}, nn.Point{Y: -1}
	if i > 0 {
		from, to = h.Moved(i)
	}
	for k := range h.size.H * h.size.W {
		source, target := h.Moved(k + 1)
		text := Short(h.rows[source.Y][source.X], maxNumber)
		role := canvas.RoleFilter
		if source == from {
			role = canvas.RoleFilterNow
		}
		drawPanelCell(p, at[0], source, role, text, canvas.RoleFilterMark, source == from)
		role = canvas.RoleFilter
		switch {
		case target == to:
			role = canvas.RoleFilterNow
		case k >= i:
			role, text = canvas.RoleOutputLater, "·"
		}
		drawPanelCell(p, at[1], target, role, text, canvas.RoleFilterMark, target == to)
	}
	_, high := at[0].size()
	p.Text(at[1].x-5, high/2, canvas.RoleDim, "→")
	p.Lines(0, high+1, canvas.Wrap(canvas.Markup(f.Say(h.Words(i)), canvas.RoleText), f.Area.W))
}

func (h *HalfTurn) head(p canvas.Part, at convPanel, title string) {
	x := p.Text(at.x, at.y, canvas.RoleFilterTitle, title)
	p.Text(x+1, at.y, canvas.RoleDim, strconv.Itoa(h.size.H)+"×"+strconv.Itoa(h.size.W))
}

// drawPanelCell writes a number into a cell of a plane, between bars where it
// is the one at hand.
func drawPanelCell(p canvas.Part, at convPanel, cell nn.Point, role canvas.Role, text string, bar canvas.Role, now bool) {
	box, ok := at.box(cell)
	if !ok {
		return
	}
	p.Fill(box, role)
	p.TextRight(box.X+box.W-at.right, box.Y+at.valueRow(), role, text)
	if !now {
		return
	}
	for y := box.Y; y < box.Y+box.H; y++ {
		p.Set(box.X, y, bar, "▌")
		p.Set(box.X+box.W-1, y, bar, "▐")
	}
}
