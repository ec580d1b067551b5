// Package home is the first screen: the whole course with progress, and the
// ways to practise. Its one rule: what is not there yet is not listed.
package home

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// screen is the home screen.
type screen struct {
	session *session.Session
	menu    tui.Menu
	show    *viz.PhotoFilter // a taste of what is to come; nil until made
	shown   []viz.Placed
}

// Maker makes the home screen.
func Maker(s *session.Session, _ tui.Route) (tui.Screen, error) {
	sc := &screen{session: s}
	sc.menu.SetEntries(entries(s))
	return sc, nil
}

// Init implements tui.Screen: the picture is made beside the screen, so that
// the first frame need not wait for it.
func (s *screen) Init() tea.Cmd { return func() tea.Msg { return taste(s) } }

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tui.RefreshMsg:
		s.menu.SetEntries(entries(s.session))
		return nil
	case tasteMsg:
		if msg.owner == s {
			s.show = msg.show
		}
		return nil
	}
	if tui.Is(msg, keyMap) {
		return tui.Open(tui.Route{Screen: "map"})
	}
	return s.menu.Update(msg)
}

var keyMap = tui.Bind("m", "key.map", "m")

// Draw implements tui.Screen.
func (s *screen) Draw(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	part.Text(0, 0, canvas.RoleStrong, s.session.Text("home.headline"))
	y := part.Lines(0, 1, canvas.Wrap(
		canvas.Markup(s.session.Text("home.about"), canvas.RoleDim), min(f.Area.W, tui.ProseWidth)))
	area := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y + 1, W: min(f.Area.W, 100), H: f.Area.H - y - 1}
	s.menu.Draw(f.Within(area))
	area.Y += len(s.menu.Entries) + 2
	area.H = f.Area.Y + f.Area.H - area.Y
	s.drawTaste(f.Within(area))
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string { return nil }

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	return append(s.menu.Bindings(), tui.KeySearch, tui.KeyLanguage, tui.KeyTheme, tui.KeyQuit, keyMap)
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool { return false }

// Route implements tui.Screen.
func (s *screen) Route() tui.Route { return tui.Route{Screen: "home"} }

// entries lists where one can go: on where one left, the lessons by unit, the
// ways to practise, settings.
func entries(s *session.Session) []tui.Entry {
	list := resume(s)
	for _, unit := range s.Course.Units {
		if len(unit.Lessons) == 0 {
			continue
		}
		list = append(list, tui.Entry{}, tui.Entry{Title: unitTitle(s, unit.ID)})
		for _, lesson := range unit.Lessons {
			list = append(list, lessonEntry(s, lesson.ID))
		}
	}
	list = append(list, tui.Entry{}, tui.Entry{Title: s.Text("home.practise")})
	return append(list,
		entry(s, "quiz", practised(s)), entry(s, "assignment", assigned(s)), entry(s, "lab", ""),
		entry(s, "glossary", ""),
		tui.Entry{}, entry(s, "map", ""), entry(s, "settings", s.LanguageName()))
}

func entry(s *session.Session, screen, right string) tui.Entry {
	return tui.Entry{
		Title: s.Text("home." + screen), About: s.Text("home." + screen + ".about"), Right: right,
		Choose: tui.OpenMsg{Route: tui.Route{Screen: screen}},
	}
}

// resume is the entry that goes on where the learner left.
func resume(s *session.Session) []tui.Entry {
	id, step, ok := s.Progress.State().Resume()
	entry, exists := s.Course.Entry(id)
	if !ok || !exists {
		return nil
	}
	words, err := s.Course.Words(id, s.Language())
	if err != nil {
		return nil
	}
	route := tui.Route{Screen: "lesson", Path: []string{entry.Unit, entry.Name}, Place: step}
	return []tui.Entry{{
		Mark: "→", MarkRole: canvas.RoleKey, Title: s.Text("home.resume"),
		About:  words.Title + " › " + words.Step(step).Heading,
		Choose: tui.OpenMsg{Route: route},
	}}
}

func unitTitle(s *session.Session, id string) string {
	words, err := s.Course.Words(id, s.Language())
	if err != nil {
		return id
	}
	return words.Title
}

func lessonEntry(s *session.Session, id string) tui.Entry {
	lesson, err := s.Course.Lesson(id)
	if err != nil {
		return tui.Entry{Title: id, About: err.Error()}
	}
	words, err := s.Course.Words(id, s.Language())
	if err != nil {
		return tui.Entry{Title: id, About: err.Error()}
	}
	e := tui.Entry{
		Title: words.Title, Mark: "○", MarkRole: canvas.RoleFaint,
		Right:  s.Say(viz.Words{Key: "home.minutes", Args: viz.Args{"n": lesson.Minutes}}),
		Choose: tui.OpenMsg{Route: tui.Route{Screen: "lesson", Path: []string{lesson.Unit, lesson.Name}}},
	}
	if len(words.Intro) > 0 {
		e.About = words.Intro[0].Text()
	}
	switch p := s.Progress.State().Lessons[id]; {
	case p.Finished:
		e.Mark, e.MarkRole = "✓", canvas.RoleGood
	case p.Step != "":
		e.Mark, e.MarkRole = "◐", canvas.RoleKey
	}
	return e
}
