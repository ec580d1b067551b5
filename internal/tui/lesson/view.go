package lesson

import (
	"net/url"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/stack"
	"convtutor/internal/tui"
	"convtutor/viz"
)

// viewed is a stage with a picture of a network that one moves through.
type viewed struct {
	free
	session *session.Session
	view    stack.View
}

func newViewed(s *session.Session, step course.Step) (stage, error) {
	return &viewed{session: s, view: step.View}, nil
}

// Update implements stage.
func (v *viewed) Update(msg tea.Msg) tea.Cmd {
	for _, m := range v.view.Moves() {
		if tui.Is(msg, tui.Bind(m.Shown, m.About, m.Keys...)) {
			v.view.Do(m.ID)
			return nil
		}
	}
	return nil
}

// Draw implements stage; rows that found no room are told as room that is
// lacking.
func (v *viewed) Draw(f tui.Frame, hide bool) {
	f.Grid.Below()
	v.view.Draw(viz.Frame{Grid: f.Grid, Area: f.Area, Say: v.session.Say, Hide: hide})
	f.Needs(f.Area.W, f.Area.H+f.Grid.Below())
}

// Bindings implements stage.
func (v *viewed) Bindings() []key.Binding {
	var list []key.Binding
	for _, m := range v.view.Moves() {
		if m.Shown != "" {
			list = append(list, tui.Bind(m.Shown, m.About, m.Keys...))
		}
	}
	return list
}

// Route implements tui.Screen: what the learner has built is in it.
func (s *screen) Route() tui.Route {
	r := tui.Route{Screen: "lesson", Path: []string{s.lesson.Unit, s.lesson.Name}, Place: s.step.ID}
	if l, ok := s.step.View.(stack.Linked); ok && l.Link() != "" {
		r.Query = url.Values{"net": {l.Link()}}
	}
	return r
}

// reopen takes the state of a picture that a route holds.
func (s *screen) reopen(link string) error {
	if l, ok := s.step.View.(stack.Linked); ok && link != "" {
		return l.Open(link)
	}
	return nil
}
