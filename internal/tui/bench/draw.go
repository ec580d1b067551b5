package bench

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Draw draws the planes with the open cell, the size formula, and the settings
// in the last rows.
func (e *Editor) Draw(f tui.Frame) {
	lines := e.settingLines(f.Area.W)
	news := e.newsLines(f.Area.W - 1)
	area := f.Area
	area.H -= len(news) + len(lines)
	open := viz.OpenCell{Plane: e.plane(), At: e.at, Typed: e.typed, Channel: e.bench.State().Channel}
	if e.focus == inSettings {
		open.Plane = viz.PlaneNone
	}
	picture := e.bench.Picture()
	picture.DrawOpen(viz.Frame{Grid: f.Grid, Area: area, Say: e.session.Say}, open)
	at := func(drag bool) func(x, y int) tea.Msg {
		return func(x, y int) tea.Msg {
			plane, at := picture.CellIn(area, open, x, y)
			return clickMsg{e, plane, at, drag}
		}
	}
	f.DragZone(area, at(false), at(true))
	part := f.Grid.Part(canvas.Rect{X: f.Area.X, Y: f.Area.Y + area.H, W: f.Area.W, H: len(news) + len(lines)})
	part.Lines(0, part.Lines(1, 0, news), lines)
}

// newsLines say why a change was refused, or what is looked at; there is always
// one at least, so that nothing jumps when it has something to say.
func (e *Editor) newsLines(width int) []canvas.Line {
	if e.trouble != "" {
		return canvas.Wrap(canvas.Line{{Text: e.trouble, Role: canvas.RoleBad}}, width)
	}
	var lines []canvas.Line
	for _, w := range e.news() {
		lines = append(lines, canvas.Wrap(canvas.Line{{Text: e.session.Say(w), Role: canvas.RoleDim}}, width)...)
	}
	if len(lines) == 0 {
		return []canvas.Line{nil}
	}
	return lines
}

// news says what the brush paints, or how far the filter reaches, and which
// filter of how many is looked at and what all of them make.
func (e *Editor) news() []viz.Words {
	s := e.bench.State()
	if e.brush.on {
		return []viz.Words{{Key: "bench.drawing", Args: viz.Args{"pen": e.brush.pen}}}
	}
	var news []viz.Words
	if s.Dilation > 1 && !s.Transposed { // whose formula says it itself
		rows := s.Filters[0][0]
		reach := func(n int) string { return strconv.Itoa((n-1)*s.Dilation + 1) }
		news = append(news, viz.Words{Key: "bench.reach", Args: viz.Args{
			"dilation": s.Dilation, "size": sizeOf(rows), "reach": reach(len(rows)) + "×" + reach(len(rows[0])),
		}})
	}
	conv := e.bench.Conv()
	if !e.all || conv == nil || len(s.Filters) == 1 && len(s.Input) == 1 {
		return news
	}
	out := conv.Geometry().Out
	return append(news, viz.Words{Key: "bench.looking", Args: viz.Args{
		"filter": s.Filter + 1, "filters": len(s.Filters), "channel": s.Channel + 1, "channels": len(s.Filters[0]),
		"output":     strconv.Itoa(out.H) + "×" + strconv.Itoa(out.W) + "×" + strconv.Itoa(len(s.Filters)),
		"parameters": s.Parameters(),
	}})
}
