// Package review shows the adaptive practice and what it knows of a learner.
// Its one rule: what comes next, and how well it is known, is for the room of
// the same name below to say; these screens show it.
package review

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/review"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/ask"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// screen is one run of practice.
type screen struct {
	session *session.Session
	run     *review.Run
	box     *ask.Box // nil once the run is over
	why     viz.Words
	noted   bool // the run knows how this question went
	menu    tui.Menu
}

// Maker makes a run: "review".
func Maker(s *session.Session, _ tui.Route) (tui.Screen, error) {
	sc := &screen{session: s, run: review.NewRun(s.Seed)}
	s.Seed += review.Length * review.Length
	sc.next()
	return sc, nil
}

// next puts the next question into a box, or fills in what can be done after.
func (s *screen) next() {
	q, why, ok := s.run.Next(s.session.Progress.State(), s.session.Now())
	if !ok {
		s.box = nil
		s.menu.SetEntries(s.after())
		return
	}
	s.box, s.why, s.noted = ask.New(s.session, q).Counted(), why, false
}

// Init implements tui.Screen.
func (s *screen) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	if s.box == nil {
		if _, ok := msg.(tui.RefreshMsg); ok {
			s.menu.SetEntries(s.after())
		}
		return s.menu.Update(msg)
	}
	if cmd, taken := s.box.Explain(msg); taken {
		s.note()
		return cmd
	}
	if s.box.Done() && tui.Is(msg, ask.KeyOn, tui.KeyRight) {
		s.next()
		return nil
	}
	if _, clicked := s.box.Picked(msg); !clicked {
		s.box.Update(msg)
	}
	s.note()
	return nil
}

// note tells the run how the question at hand went, once that is known.
func (s *screen) note() {
	if s.noted || s.box.Tries() == 0 && !s.box.Shown() {
		return
	}
	s.noted = true
	s.run.Note(s.box.First().Status == quiz.Right)
}

// after lists what can be done after a run.
func (s *screen) after() []tui.Entry {
	t := s.session.Text
	return []tui.Entry{
		{Title: t("practice.once_more"), Choose: tui.ReplaceMsg{Route: s.Route()}},
		{Title: t("review.known"), About: t("review.known.about"), Choose: tui.OpenMsg{Route: knownRoute}},
		{Title: t("practice.back"), Choose: tui.BackMsg{}},
	}
}

// Draw implements tui.Screen.
func (s *screen) Draw(f tui.Frame) {
	if s.box == nil {
		s.drawEnd(f)
		return
	}
	part := f.Grid.Part(f.Area)
	_, of := s.run.Place()
	x := part.Text(0, 0, canvas.RoleDim, s.session.Say(viz.Words{Key: "review.place", Args: viz.Args{
		"n": s.run.At(), "of": of, "level": s.box.Question().Level,
	}}))
	part.Text(x+2, 0, canvas.RoleNote, canvas.Cut(s.session.Say(s.why), max(f.Area.W-x-2, 0)))
	area := f.Area
	area.Y, area.H = area.Y+2, area.H-2
	s.box.Draw(f.Within(area))
}

// drawEnd says how the run went.
func (s *screen) drawEnd(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	right, of := s.run.Score()
	part.Text(0, 0, canvas.RoleStrong, s.session.Say(viz.Words{
		Key: "practice.score", Args: viz.Args{"right": right, "of": of},
	}))
	y := 1
	if mended, wrong := s.run.Mended(); wrong > 0 {
		part.Text(0, y, canvas.RoleText, s.session.Say(viz.Words{
			Key: "review.mended", Args: viz.Args{"mended": mended, "of": wrong},
		}))
		y++
	}
	y = part.Lines(0, y+1, canvas.Wrap(canvas.Markup(s.session.Say(s.when()), canvas.RoleDim), min(f.Area.W, tui.ProseWidth)))
	area := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y + 1, W: min(f.Area.W, 76), H: max(f.Area.H-y-1, 1)}
	s.menu.Draw(f.Within(area))
}

// when says what is due now.
func (s *screen) when() viz.Words {
	n := review.Due(s.session.Progress.State(), s.session.Now())
	if n == 0 {
		return viz.Words{Key: "review.due.none"}
	}
	return viz.Words{Key: "review.due", Args: viz.Args{"n": n}}
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string {
	crumbs := []string{s.session.Text("practice.title"), s.session.Text("review.title")}
	if s.box != nil {
		crumbs = append(crumbs, s.session.Text("quiz."+s.box.Question().Kind+".name"))
	}
	return crumbs
}

// Progress implements tui.Progresser.
func (s *screen) Progress() (done, total int) { return s.run.Place() }

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
func (s *screen) Route() tui.Route { return tui.Route{Screen: "review"} }
