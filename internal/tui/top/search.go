package top

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz/canvas"
)

// search finds a lesson, a step or a command by its words.
type search struct {
	session *session.Session
	find    func(text string) []Hit
	field   tui.Field
	hits    []Hit
	at      int
}

// keys of the search: letters belong to the field.
var (
	searchUp   = tui.Bind("↑ ↓", "key.choose", "up", "ctrl+p")
	searchDown = tui.Bind("↓", "key.down", "down", "ctrl+n")
)

func newSearch(s *session.Session, find Finder) *search {
	search := &search{session: s, find: find(s), field: tui.NewField(80)}
	search.hits = search.find("")
	return search
}

// Update implements overlay.
func (s *search) Update(msg tea.Msg) (tea.Cmd, bool) {
	switch {
	case tui.Is(msg, tui.KeyBack):
		return nil, true
	case tui.Is(msg, tui.KeyOpen):
		if len(s.hits) == 0 {
			return nil, false
		}
		return tui.Open(s.hits[s.at].Route), true
	case tui.Is(msg, searchUp):
		s.at = max(s.at-1, 0)
	case tui.Is(msg, searchDown):
		s.at = min(s.at+1, max(len(s.hits)-1, 0))
	default:
		s.field.Update(msg)
		s.hits, s.at = s.find(s.field.Value()), 0
	}
	return nil, false
}

// Bindings implements overlay.
func (s *search) Bindings() []key.Binding {
	return []key.Binding{searchUp, tui.KeyOpen, tui.KeyBack}
}

// Typing implements overlay.
func (s *search) Typing() bool { return true }

// Draw implements overlay.
func (s *search) Draw(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	n := part.Text(0, 0, canvas.RoleStrong, s.session.Text("search.title"))
	s.field.Draw(f.Grid, f.Area.X+n+2, f.Area.Y, max(f.Area.W-n-2, 10))
	if len(s.hits) == 0 {
		part.Text(0, 2, canvas.RoleDim, s.session.Text("search.nothing"))
		return
	}
	rows := max(f.Area.H-2, 1)
	first := max(s.at-rows+1, 0)
	for i := first; i < len(s.hits) && i-first < rows; i++ {
		s.drawHit(f, part, 2+i-first, i)
	}
}

func (s *search) drawHit(f tui.Frame, part canvas.Part, y, i int) {
	hit, role := s.hits[i], canvas.RoleText
	if i == s.at {
		role = canvas.RoleSelected
		part.Fill(canvas.Rect{X: 0, Y: y, W: f.Area.W, H: 1}, role)
	}
	n := part.Text(1, y, role, canvas.Cut(hit.Title, f.Area.W-2))
	about := role
	if i != s.at {
		about = canvas.RoleDim
	}
	if room := f.Area.W - n - 5; room > 8 {
		part.Text(n+4, y, about, canvas.Cut(hit.About, room))
	}
	rect := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y, W: f.Area.W, H: 1}
	f.Zone(rect, func(int, int) tea.Msg { return tui.OpenMsg{Route: hit.Route} })
}
