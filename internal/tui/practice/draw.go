package practice

import (
	"maps"
	"strconv"

	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Draw implements tui.Screen.
func (s *screen) Draw(f tui.Frame) {
	if s.box == nil {
		s.drawSummary(f)
		return
	}
	n, of := s.practice.Place()
	f.Grid.Part(f.Area).Text(0, 0, canvas.RoleDim, s.session.Say(viz.Words{
		Key: "practice.place", Args: viz.Args{"n": n, "of": of, "level": s.box.Question().Level},
	}))
	area := f.Area
	area.Y, area.H = area.Y+2, area.H-2
	s.box.Draw(f.Within(area))
}

// drawSummary tells how the run went and what to look at again.
func (s *screen) drawSummary(f tui.Frame) {
	sum := s.practice.Summary()
	part := f.Grid.Part(f.Area)
	part.Text(0, 0, canvas.RoleStrong, s.session.Say(viz.Words{
		Key: "practice.score", Args: viz.Args{"right": sum.Right, "of": sum.Of},
	}))
	y := 2
	for _, t := range sum.ByKind {
		y += s.drawTally(part, y, t)
	}
	if len(sum.BySlip) > 0 {
		y++
		part.Text(0, y, canvas.RoleStrong, s.session.Text("practice.slips"))
		y++
	}
	for _, c := range sum.BySlip {
		x := part.Text(2, y, canvas.RoleBad, strconv.Itoa(c.Count)+"×") + 2
		part.Text(x, y, canvas.RoleText, s.session.Say(c.Slip.Name()))
		y++
	}
	y++
	area := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y, W: min(f.Area.W, 76), H: max(f.Area.H-y, 1)}
	s.menu.Draw(f.Within(area))
}

// drawTally draws how one kind went, a mark a question.
func (s *screen) drawTally(part canvas.Part, y int, t quiz.Tally) int {
	x := 2
	for i := range t.Of {
		switch {
		case i < t.Right:
			x = part.Text(x, y, canvas.RoleGood, "●")
		case i < t.Answered:
			x = part.Text(x, y, canvas.RoleBad, "✗")
		default:
			x = part.Text(x, y, canvas.RoleFaint, "○")
		}
	}
	part.Text(max(x+2, 14), y, canvas.RoleText, s.session.Text("quiz."+t.Kind+".name"))
	return 1
}

// again lists what can be done after a run: the lessons of the slips made, and
// another run.
func (s *screen) again() []tui.Entry {
	entries := []tui.Entry{{
		Title:  s.session.Text("practice.once_more"),
		Choose: tui.ReplaceMsg{Route: s.another()},
	}}
	for _, topic := range s.practice.Summary().Again {
		id := quiz.LessonRoute(topic)
		entry, ok := s.session.Course.Entry(id)
		if !ok {
			continue
		}
		route := tui.Route{Screen: "lesson", Path: []string{entry.Unit, entry.Name}}
		entries = append(entries, tui.Entry{
			Title: s.session.Text("practice.again"), About: s.title(id), Choose: tui.OpenMsg{Route: route},
		})
	}
	return append(entries, tui.Entry{Title: s.session.Text("practice.back"), Choose: tui.BackMsg{}})
}

func (s *screen) title(id string) string {
	words, err := s.session.Course.Words(id, s.session.Language())
	if err != nil {
		return id
	}
	return words.Title
}

// another is the route to a run of the same sort with new questions.
func (s *screen) another() tui.Route {
	s.session.Seed += quiz.MaxCount
	route := s.route
	if len(route.Path) > 2 {
		route.Path = route.Path[:2]
	}
	route.Query = maps.Clone(route.Query)
	route.Query.Del("seed")
	return route
}
