// Package coursemap draws the course as a graph: every lesson, what it needs and
// where the learner stands. Its one rule: marks and words say what colours say.
package coursemap

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/outline"
	"convtutor/internal/session"
	"convtutor/internal/tui"
)

// screen is the map.
type screen struct {
	session *session.Session
	outline outline.Outline
	columns []int // of the lessons in the graph
	at      int   // the lesson looked at
	first   int   // the first line drawn
}

var (
	keyOrder = tui.Bind("↑ ↓", "key.order", "up", "k", "down", "j")
	keyAlong = tui.Bind("← →", "key.along", "left", "h", "right", "l")
	keyFirst = tui.Bind("home", "key.first", "home")
	keyLast  = tui.Bind("end", "key.last", "end")
)

// Maker makes the map: "map", or "map#cnn/conv" with a lesson looked at.
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	sc := &screen{session: s}
	sc.read()
	sc.at = sc.outline.Start()
	for i, l := range sc.outline.Lessons {
		if l.ID == route.Place {
			sc.at = i
		}
	}
	return sc, nil
}

// read works the outline out anew.
func (s *screen) read() {
	s.outline = outline.Of(s.session.Course, s.session.Progress.State(), s.session.Language())
	s.columns = s.outline.Columns()
}

// Init implements tui.Screen.
func (s *screen) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(tui.RefreshMsg); ok {
		s.read()
		return nil
	}
	n := len(s.outline.Lessons)
	if n == 0 {
		return nil
	}
	here := s.outline.Lessons[s.at]
	switch {
	case tui.Is(msg, tui.KeyUp):
		s.at = max(s.at-1, 0)
	case tui.Is(msg, tui.KeyDown):
		s.at = min(s.at+1, n-1)
	case tui.Is(msg, keyFirst):
		s.at = 0
	case tui.Is(msg, keyLast):
		s.at = n - 1
	case tui.Is(msg, tui.KeyLeft) && len(here.Before) > 0:
		s.at = here.Before[len(here.Before)-1]
	case tui.Is(msg, tui.KeyRight) && len(here.After) > 0:
		s.at = here.After[0]
	case tui.Is(msg, tui.KeyOpen):
		return tui.Open(lessonRoute(here))
	}
	return nil
}

func lessonRoute(l outline.Lesson) tui.Route {
	return tui.Route{Screen: "lesson", Path: []string{l.Unit, l.Name}}
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string { return []string{s.session.Text("home.map")} }

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	return []key.Binding{keyOrder, keyAlong, tui.KeyOpen, tui.KeySearch, tui.KeyBack}
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool { return false }

// Route implements tui.Screen.
func (s *screen) Route() tui.Route {
	if s.at >= len(s.outline.Lessons) {
		return tui.Route{Screen: "map"}
	}
	return tui.Route{Screen: "map", Place: s.outline.Lessons[s.at].ID}
}
