package assignment

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	task "convtutor/quiz/assignment"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// column is the width of the list of parts, in columns.
const column = 22

// Draw implements tui.Screen: the parts on the left, the one at hand beside
// them, what was computed below.
func (s *screen) Draw(f tui.Frame) {
	s.shown = nil
	s.drawParts(f)
	area := f.Area
	area.X, area.W = area.X+column, area.W-column
	y := s.box().Draw(f.Within(area))
	if !s.box().Done() {
		return
	}
	s.drawResult(f.Within(area), y+1)
}

// drawParts lists the parts with a mark for how each stands.
func (s *screen) drawParts(f tui.Frame) {
	y := 0
	for i, p := range s.parts {
		if i > 0 && s.parts[i-1].Number != p.Number {
			y++
		}
		s.drawPart(f, y, i, p)
		y++
	}
}

func (s *screen) drawPart(f tui.Frame, y, i int, p task.Part) {
	part := f.Grid.Part(f.Area)
	role := canvas.RoleText
	if i == s.at {
		role = canvas.RoleSelected
		part.Fill(canvas.Rect{X: 0, Y: y, W: column - 3, H: 1}, role)
		part.Text(0, y, role, "▸")
	}
	mark, markRole := "○", canvas.RoleFaint
	switch b := s.boxes[i]; {
	case b.Solved():
		mark, markRole = "✓", canvas.RoleGood
	case b.Tries() > 0:
		mark, markRole = "✗", canvas.RoleBad
	case b.Shown():
		mark, markRole = "·", canvas.RoleNote
	}
	part.Text(1, y, markRole, mark)
	part.Text(3, y, role, canvas.Cut("Q"+strconv.Itoa(p.Number)+" "+s.session.Say(p.Name()), column-6))
	row := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y, W: column - 3, H: 1}
	f.Zone(row, func(int, int) tea.Msg { return partMsg{s, i} })
}

// drawResult shows small pictures of the tensor that came out.
func (s *screen) drawResult(f tui.Frame, y int) {
	part := f.Grid.Part(f.Area)
	switch {
	case s.trouble != nil:
		part.Text(0, y, canvas.RoleBad, canvas.Cut(canvas.Clean(s.trouble.Error()), f.Area.W))
		return
	case s.work == nil || f.Area.H-y < 4:
		return
	}
	result := s.work.Results[s.parts[s.at].Number-1]
	line := canvas.Wrap(canvas.Markup(s.session.Say(viz.Words{Key: "assignment.computed", Args: viz.Args{
		"shape": result.Shape.String(), "n": result.Shape.H * result.Shape.W * result.Shape.C,
	}}), canvas.RoleOutputTitle), f.Area.W)
	y = part.Lines(0, y, line)
	s.shown = viz.DrawThumbs(viz.Frame{Grid: f.Grid, Area: f.Area, Say: s.session.Say}, y, thumbs(result.Layer))
}

// Pictures implements tui.Pictured.
func (s *screen) Pictures() []viz.Placed { return s.shown }

// thumbs are a layer's small maps with their numbers.
func thumbs(l task.Layer) []viz.Thumb {
	list := make([]viz.Thumb, len(l.Maps))
	for i, m := range l.Maps {
		values := make([]float64, len(m.Values))
		for k, v := range m.Values {
			values[k] = float64(v)
		}
		list[i] = viz.Thumb{Title: strconv.Itoa(i+1) + "/" + strconv.Itoa(l.Shape.C), W: m.W, H: m.H, Values: values}
	}
	return list
}
