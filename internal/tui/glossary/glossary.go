// Package glossary is the screen that explains the course's words. Its one
// rule: a word has one meaning here, and where others use it otherwise, that is
// said.
package glossary

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/fault"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/lessons"
	"convtutor/viz/canvas"
)

// screen is the glossary at a word.
type screen struct {
	session *session.Session
	lesson  *lessons.Lesson     // whose words are listed; nil for all there are
	all     bool                // lists all the same
	terms   []lessons.StepWords // by their word, as the language sorts it
	at      int
	first   int // first word shown
}

// Maker makes the glossary: "glossary", "glossary#feature-map", and the words of
// one lesson: "glossary/cnn/conv".
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	sc := &screen{session: s}
	if len(route.Path) > 0 {
		lesson, err := s.Course.Lesson(route.At(0) + "/" + route.At(1))
		if err != nil {
			return nil, err
		}
		if len(lesson.Terms) > 0 {
			sc.lesson = lesson
		}
	}
	if err := sc.read(); err != nil {
		return nil, err
	}
	if route.Place != "" && !sc.goTo(route.Place) {
		return nil, fault.New("error.glossary", fault.Args{"word": route.Place}, "glossary: there is no %q", route.Place)
	}
	return sc, nil
}

// read takes the words of the language in force.
func (s *screen) read() error {
	terms, err := s.session.Course.Terms(s.session.Language())
	if err != nil {
		return err
	}
	s.terms = slices.DeleteFunc(slices.Clone(terms), func(t lessons.StepWords) bool {
		return s.lesson != nil && !s.all && !slices.Contains(s.lesson.Terms, t.ID)
	})
	if len(s.terms) == 0 {
		return fmt.Errorf("glossary: there are no words")
	}
	slices.SortStableFunc(s.terms, func(a, b lessons.StepWords) int { return compare(a.Heading, b.Heading) })
	return nil
}

// goTo chooses a term by its id.
func (s *screen) goTo(id string) bool {
	i := slices.IndexFunc(s.terms, func(t lessons.StepWords) bool { return t.ID == id })
	if i >= 0 {
		s.at = i
	}
	return i >= 0
}

// Init implements tui.Screen.
func (s *screen) Init() tea.Cmd { return nil }

// chosenMsg is a click on a word.
type chosenMsg struct {
	owner *screen
	at    int
}

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tui.RefreshMsg:
		s.readAgain()
		return nil
	case chosenMsg:
		if msg.owner == s {
			s.at = msg.at
		}
		return nil
	}
	last := len(s.terms) - 1
	switch {
	case tui.Is(msg, tui.KeyUp):
		s.at = max(s.at-1, 0)
	case tui.Is(msg, tui.KeyDown):
		s.at = min(s.at+1, last)
	case tui.Is(msg, keyPageUp):
		s.at = max(s.at-page, 0)
	case tui.Is(msg, keyPageDown):
		s.at = min(s.at+page, last)
	case tui.Is(msg, keyFirst):
		s.at = 0
	case tui.Is(msg, keyLast):
		s.at = last
	case s.lesson != nil && tui.Is(msg, keyAll):
		s.all = !s.all
		s.readAgain()
	}
	return nil
}

// readAgain takes the words anew and stays at the one shown, if it is among them.
func (s *screen) readAgain() {
	id := s.terms[s.at].ID
	if s.read() != nil {
		return
	}
	s.at = 0
	s.goTo(id)
}

// page is how many words a page key goes.
const page = 10

var (
	keyPageUp   = tui.Bind("pgup", "key.up", "pgup")
	keyPageDown = tui.Bind("pgdn", "key.down", "pgdown")
	keyFirst    = tui.Bind("home", "key.first", "home")
	keyLast     = tui.Bind("end", "key.last", "end")
	keyAll      = tui.Bind("tab", "key.words_all", "tab")
	keyLesson   = tui.Bind("tab", "key.words_lesson", "tab")
)

// Draw implements tui.Screen: the words on the left, what one means beside them.
func (s *screen) Draw(f tui.Frame) {
	column := s.column()
	s.first = min(s.first, s.at)
	s.first = max(s.first, s.at-f.Area.H+1)
	part := f.Grid.Part(f.Area)
	for i := s.first; i < len(s.terms) && i-s.first < f.Area.H; i++ {
		row := canvas.Rect{X: 0, Y: i - s.first, W: column, H: 1}
		role, mark := canvas.RoleText, "  "
		if i == s.at {
			role, mark = canvas.RoleSelected, "▸ "
			part.Fill(row, role)
		}
		part.Text(0, row.Y, role, canvas.Cut(mark+s.terms[i].Heading, column))
		row.X, row.Y = f.Area.X, f.Area.Y+row.Y
		f.Zone(row, func(int, int) tea.Msg { return chosenMsg{s, i} })
	}
	body := canvas.Rect{X: f.Area.X + column + 3, Y: f.Area.Y, W: f.Area.W - column - 3, H: f.Area.H}
	s.drawTerm(f.Within(body))
}

// column is the width of the list, in columns.
func (s *screen) column() int {
	w := 0
	for _, t := range s.terms {
		w = max(w, canvas.Width(t.Heading))
	}
	return min(w+3, 36)
}

func (s *screen) drawTerm(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	term := s.terms[s.at]
	part.Text(0, 0, canvas.RoleStrong, term.Heading)
	y := 2
	for _, p := range term.Body {
		y = part.Lines(0, y, canvas.Wrap(line(p), min(f.Area.W, tui.ProseWidth))) + 1
	}
}

// line is a paragraph with its styles as roles.
func line(p lessons.Paragraph) canvas.Line {
	var out canvas.Line
	for _, span := range p.Spans {
		role := canvas.RoleText
		if span.Style == lessons.Strong {
			role = canvas.RoleStrong
		}
		out = append(out, canvas.Run{Text: span.Text, Role: role})
	}
	return out
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string {
	crumbs := []string{s.session.Text("home.glossary")}
	if s.lesson == nil || s.all {
		return crumbs
	}
	if words, err := s.session.Course.Words(s.lesson.ID, s.session.Language()); err == nil {
		crumbs = append(crumbs, words.Title)
	}
	return crumbs
}

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	bindings := []key.Binding{tui.KeyUpDown}
	switch {
	case s.lesson != nil && s.all:
		bindings = append(bindings, keyLesson)
	case s.lesson != nil:
		bindings = append(bindings, keyAll)
	}
	return append(bindings, tui.KeySearch, tui.KeyBack)
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool { return false }

// Route implements tui.Screen.
func (s *screen) Route() tui.Route {
	route := tui.Route{Screen: "glossary", Place: s.terms[s.at].ID}
	if s.lesson != nil && !s.all {
		route.Path = []string{s.lesson.Unit, s.lesson.Name}
	}
	return route
}
