// Package glossary is the screen that explains the course's words. Its one
// rule: a word has one meaning here, and where others use it otherwise, that is
// said.
package glossary

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/lessons"
	"convtutor/viz/canvas"
)

// screen is the glossary at a word.
type screen struct {
	session *session.Session
	terms   []lessons.StepWords // by their word, as the language sorts it
	at      int
	first   int // first word shown
}

// Maker makes the glossary: "glossary", "glossary#feature-map".
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	sc := &screen{session: s}
	if err := sc.read(); err != nil {
		return nil, err
	}
	if route.Place != "" && !sc.goTo(route.Place) {
		return nil, fmt.Errorf("glossary: there is no %q", route.Place)
	}
	return sc, nil
}

// read takes the words of the language in force.
func (s *screen) read() error {
	terms, err := s.session.Course.Terms(s.session.Language())
	if err != nil {
		return err
	}
	s.terms = slices.Clone(terms)
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
		id := s.terms[s.at].ID
		if s.read() == nil {
			s.goTo(id)
		}
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
	}
	return nil
}

// page is how many words a page key goes.
const page = 10

var (
	keyPageUp   = tui.Bind("pgup", "key.up", "pgup")
	keyPageDown = tui.Bind("pgdn", "key.down", "pgdown")
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
	return min(w+3, 30)
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
func (s *screen) Crumbs() []string { return []string{s.session.Text("home.glossary")} }

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	return []key.Binding{tui.KeyUpDown, tui.KeySearch, tui.KeyBack}
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool { return false }

// Route implements tui.Screen.
func (s *screen) Route() tui.Route { return tui.Route{Screen: "glossary", Place: s.terms[s.at].ID} }
