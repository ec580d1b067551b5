package coursemap

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/outline"
	"convtutor/internal/tui"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// below are the rows of what is said of the lesson looked at, and the legend.
const below = 8

// marks are the states' glyphs and what they mean.
var marks = [...]struct {
	glyph string
	role  canvas.Role
}{
	outline.Later: {"·", canvas.RoleDim},
	outline.Ready: {"○", canvas.RoleDim},
	outline.Next:  {"→", canvas.RoleKey},
	outline.Begun: {"◐", canvas.RoleKey},
	outline.Done:  {"✓", canvas.RoleGood},
}

// line is a row of the list: a lesson, a unit's heading, or nothing.
type line struct {
	lesson  int // -1 for none
	heading string
}

// lines lists the course row by row, in at most most rows if it can be; where
// there is room for it, lessons stand apart.
func (s *screen) lines(most int) []line {
	n := len(s.outline.Lessons) + 2*len(s.outline.Units) - 1
	airy := n+len(s.outline.Lessons)-len(s.outline.Units) <= most
	var list []line
	for i, unit := range s.outline.Units {
		if i > 0 {
			list = append(list, line{lesson: -1})
		}
		list = append(list, line{lesson: -1, heading: unit.Title})
		for l := range unit.Count {
			if l > 0 && airy {
				list = append(list, line{lesson: -1})
			}
			list = append(list, line{lesson: unit.First + l})
		}
	}
	return list
}

// Draw implements tui.Screen.
func (s *screen) Draw(f tui.Frame) {
	area := f.Area
	area.W = min(area.W, tui.ProseWidth)
	list := s.lines(area.H - below)
	rows := max(min(len(list), area.H-below), 1)
	s.scroll(list, rows)
	shown := canvas.Rect{X: area.X, Y: area.Y, W: area.W, H: rows}
	g := s.newGraph(list, area.W)
	g.draw(f.Grid.Part(shown), s.first)
	for y := s.first; y < len(list) && y-s.first < rows; y++ {
		row := canvas.Rect{X: shown.X, Y: shown.Y + y - s.first, W: shown.W, H: 1}
		s.drawLine(f, row, list[y], g)
	}
	area.Y, area.H = area.Y+rows+1, area.H-rows-1
	s.drawAbout(f.Grid.Part(area), area)
}

// scroll brings the lesson looked at into view, with the heading above it.
func (s *screen) scroll(list []line, rows int) {
	for y, l := range list {
		if l.lesson == s.at {
			s.first = min(max(s.first, y-rows+1), y)
			if y > 0 && list[y-1].lesson < 0 {
				s.first = min(s.first, y-1)
			}
		}
	}
	s.first = max(min(s.first, len(list)-rows), 0)
}

// drawLine writes what stands to the right of the graph.
func (s *screen) drawLine(f tui.Frame, row canvas.Rect, l line, g graph) {
	part := f.Grid.Part(row)
	if l.lesson < 0 {
		part.Text(g.wide, 0, canvas.RoleStrong, canvas.Cut(l.heading, row.W-g.wide))
		return
	}
	lesson := s.outline.Lessons[l.lesson]
	mark := marks[lesson.State]
	part.Text(g.x(l.lesson), 0, mark.role, mark.glyph)
	title, dim := canvas.RoleText, canvas.RoleDim
	if l.lesson == s.at {
		title, dim = canvas.RoleSelected, canvas.RoleSelected
		part.Fill(canvas.Rect{X: g.wide - 2, Y: 0, W: row.W - g.wide + 2, H: 1}, canvas.RoleSelected)
		part.Text(g.wide-2, 0, canvas.RoleSelected, "▸")
	}
	minutes := s.session.Say(viz.Words{Key: "home.minutes", Args: viz.Args{"n": lesson.Minutes}})
	part.TextRight(row.W-1, 0, dim, minutes)
	room := row.W - 1 - minutesWide
	if lesson.State >= outline.Next {
		state := s.session.Text("map.state." + lesson.State.String())
		part.TextRight(room, 0, dim, state)
		room -= canvas.Width(state) + 2
	}
	part.Text(g.wide, 0, title, canvas.Cut(lesson.Title, room-g.wide))
	f.Zone(row, func(int, int) tea.Msg { return tui.OpenMsg{Route: lessonRoute(lesson)} })
}

// minutesWide are the columns kept for a lesson's minutes.
const minutesWide = 9

// drawAbout says what the lesson looked at is about, what it needs and where it
// leads, and what the marks mean.
func (s *screen) drawAbout(part canvas.Part, area canvas.Rect) {
	if s.at >= len(s.outline.Lessons) {
		return
	}
	lesson := s.outline.Lessons[s.at]
	y := 0
	say := func(role canvas.Role, text string, most int) {
		for _, line := range cutLines(canvas.WrapText(text, area.W), most, area.W) {
			part.Text(0, y, role, line)
			y++
		}
	}
	say(canvas.RoleText, lesson.About, 2)
	say(canvas.RoleDim, s.named("map.needs", "map.needs.none", lesson.Before), 2)
	say(canvas.RoleDim, s.named("map.leads", "map.leads.none", lesson.After), 2)
	s.drawLegend(part, min(y+1, below-2))
}

// cutLines are at most so many lines, the last one cut where there are more.
func cutLines(lines []string, most, width int) []string {
	if len(lines) <= most {
		return lines
	}
	return append(lines[:most-1:most-1], canvas.Cut(strings.Join(lines[most-1:], " "), width))
}

// named says which lessons stand in a relation to the one looked at.
func (s *screen) named(key, none string, lessons []int) string {
	if len(lessons) == 0 {
		return s.session.Text(none)
	}
	var titles []string
	for _, i := range lessons {
		titles = append(titles, s.outline.Lessons[i].Title)
	}
	return s.session.Say(viz.Words{Key: key, Args: viz.Args{"lessons": strings.Join(titles, ", ")}})
}

// drawLegend says what the marks mean.
func (s *screen) drawLegend(part canvas.Part, y int) {
	x := 0
	for _, state := range outline.States() {
		x = part.Text(x, y, marks[state].role, marks[state].glyph) + 1
		x = part.Text(x, y, canvas.RoleDim, s.session.Text("map.state."+state.String())) + 3
	}
}
