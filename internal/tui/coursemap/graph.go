package coursemap

import (
	"slices"

	"convtutor/viz/canvas"
)

// graph is the lessons' marks and the arrows between them.
type graph struct {
	*screen
	list []line
	rows []int // the row of each lesson
	step int   // columns of the screen for one of the graph
	wide int   // where the text to its right begins
}

// maxGraph is how much of a row the graph may take before it draws closer.
const maxGraph = 30

func (s *screen) newGraph(list []line, w int) graph {
	g := graph{screen: s, list: list, rows: make([]int, len(s.outline.Lessons)), step: 3}
	for y, l := range list {
		if l.lesson >= 0 {
			g.rows[l.lesson] = y
		}
	}
	last := 0
	for _, c := range s.columns {
		last = max(last, c)
	}
	if last*g.step > min(w/3, maxGraph) {
		g.step = 2
	}
	g.wide = last*g.step + 4
	return g
}

// x is where a lesson's mark stands.
func (g graph) x(lesson int) int { return g.columns[lesson] * g.step }

// draw draws the arrows, rows from first on. Those of the lesson looked at are
// drawn last, and heavier.
func (g graph) draw(part canvas.Part, first int) {
	for i := range g.outline.Lessons {
		g.drawLine(part, first, i, func(int) bool { return true }, light)
	}
	if g.at >= len(g.outline.Lessons) {
		return
	}
	for _, i := range g.outline.Lessons[g.at].Before {
		g.drawLine(part, first, i, func(to int) bool { return to == g.at }, heavy)
	}
	g.drawLine(part, first, g.at, func(int) bool { return true }, heavy)
}

// strokes are the glyphs of a line: down, across, a branch to the right, the
// last one, and the arrow's head.
type strokes struct {
	down, across, branch, last string
	crossed, lastCrossed       string // where an arrow from further left joins
	past, pastCrossed          string // where the line passes a branch drawn otherwise
	head                       string
	role                       canvas.Role
}

var (
	light = strokes{"│", "─", "├", "└", "┼", "┴", "├", "┼", "▶", canvas.RoleRule}
	heavy = strokes{"┃", "━", "┣", "┗", "╋", "┻", "┠", "╂", "▶", canvas.RoleStrong}
)

// passing is the glyph where a line passes a branch of its own that is drawn
// otherwise, joined by an arrow from further left or not.
func (s strokes) passing(joined bool) string {
	if joined {
		return s.pastCrossed
	}
	return s.past
}

// turn is the glyph where a line turns to an arrow: the last one of the line or
// not, joined by one from further left or not.
func (s strokes) turn(last, joined bool) string {
	switch {
	case last && joined:
		return s.lastCrossed
	case last:
		return s.last
	case joined:
		return s.crossed
	}
	return s.branch
}

// drawLine draws the line that goes down from a lesson, with its arrows to the
// lessons that need it and are wanted. Where an arrow crosses another line, that
// line is not broken, so that a branch and a crossing can be told apart.
func (g graph) drawLine(part canvas.Part, first, from int, wanted func(int) bool, look strokes) {
	after := slices.DeleteFunc(slices.Clone(g.outline.Lessons[from].After), func(to int) bool { return !wanted(to) })
	if len(after) == 0 {
		return
	}
	last := after[len(after)-1]
	x := g.x(from)
	for y := g.rows[from] + 1; y < g.rows[last]; y++ {
		glyph := look.down
		if to := g.list[y].lesson; slices.Contains(g.outline.Lessons[from].After, to) {
			glyph = look.passing(g.joined(from, to))
		}
		part.Set(x, y-first, look.role, glyph)
	}
	for _, to := range after {
		y := g.rows[to]
		part.Set(x, y-first, look.role, look.turn(to == g.outline.End(from), g.joined(from, to)))
		for at := x + 1; at < g.x(to)-1; at++ {
			if !g.lineAt(at, to) {
				part.Set(at, y-first, look.role, look.across)
			}
		}
		part.Set(g.x(to)-1, y-first, look.role, look.head)
	}
}

// joined says whether another arrow to a lesson comes from further left.
func (g graph) joined(from, to int) bool {
	return slices.ContainsFunc(g.outline.Lessons[to].Before, func(i int) bool { return g.x(i) < g.x(from) })
}

// lineAt says whether a line of another lesson stands in column x of a lesson's
// row.
func (g graph) lineAt(x, lesson int) bool {
	for i := range lesson {
		if g.x(i) == x && g.outline.End(i) >= lesson {
			return true
		}
	}
	return false
}
