// Package practice is the quiz for practising: question after question, then
// what to look at again. Its one rule: the run itself is quiz.Practice, a pure
// value; the screen only shows it and passes answers on.
package practice

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/ask"
	"convtutor/quiz"
)

// screen is one run.
type screen struct {
	session  *session.Session
	route    tui.Route
	practice *quiz.Practice
	box      *ask.Box
	menu     tui.Menu // of the summary: topics to look at again
}

// Maker makes the practice for a route: "quiz", "quiz/<kind>",
// "quiz/<kind>/<level>", "quiz/<kind>/<level>/<seed>", with ?count= and ?topic=.
// A route with a seed and no count is that one question; the bare "quiz" lets
// the learner choose.
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	if len(route.Path) == 0 && len(route.Query) == 0 {
		return newChooser(s), nil
	}
	plan, err := course.Plan(route, s.Seed)
	if err != nil {
		return nil, err
	}
	questions, err := plan.Questions()
	if err != nil {
		return nil, err
	}
	sc := &screen{session: s, route: route, practice: quiz.NewPractice(questions)}
	sc.ask()
	return sc, nil
}

// ask puts the question at hand into a box, or fills in the summary.
func (s *screen) ask() {
	q, ok := s.practice.Question()
	if !ok {
		s.box = nil
		s.menu.SetEntries(s.again())
		return
	}
	s.box = ask.New(s.session, q).Counted()
}

// Init implements tui.Screen.
func (s *screen) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	if s.box == nil {
		if _, ok := msg.(tui.RefreshMsg); ok {
			s.menu.SetEntries(s.again())
		}
		return s.menu.Update(msg)
	}
	if answered, ok := s.box.Picked(msg); ok {
		s.record(answered)
		return nil
	}
	if cmd, taken := s.box.Explain(msg); taken {
		return cmd
	}
	if s.box.Done() {
		if tui.Is(msg, ask.KeyOn, tui.KeyRight) {
			s.practice.Next()
			s.ask()
		}
		return nil
	}
	s.record(s.box.Update(msg))
	return nil
}

// record passes an answer on to the run, and the first one to the progress.
func (s *screen) record(answered bool) {
	if !answered {
		return
	}
	s.practice.Answer(s.box.Typed())
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string {
	crumbs := []string{s.session.Text("practice.title")}
	if s.box != nil {
		q := s.box.Question()
		crumbs = append(crumbs, s.session.Text("quiz."+q.Kind+".name"))
	}
	return crumbs
}

// Progress implements tui.Progresser.
func (s *screen) Progress() (done, total int) {
	n, of := s.practice.Place()
	if s.practice.Done() {
		return of, of
	}
	return n - 1, of
}

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	if s.box == nil {
		return append(s.menu.Bindings(), tui.KeyBack)
	}
	return append(s.box.Bindings(), tui.KeyBack)
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool { return s.box != nil && s.box.Typing() }

// Route implements tui.Screen.
func (s *screen) Route() tui.Route {
	if s.box == nil {
		return s.route
	}
	route, err := tui.ParseRoute(s.box.Question().Route())
	if err != nil {
		return s.route
	}
	return route
}
