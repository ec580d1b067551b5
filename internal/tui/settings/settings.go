// Package settings is the screen on which the learner chooses language, theme,
// speed and motion. Its one rule: a choice holds at once and is kept.
package settings

import (
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz/canvas"
)

// screen lists the settings with their present values.
type screen struct {
	session *session.Session
	themes  []string
	menu    tui.Menu
}

// changeMsg goes on to the next value of a setting.
type changeMsg struct {
	owner *screen
	next  func()
}

// Maker makes the settings screen for the themes there are.
func Maker(themes []string) tui.Maker {
	return func(s *session.Session, _ tui.Route) (tui.Screen, error) {
		sc := &screen{session: s, themes: themes}
		sc.fill()
		return sc, nil
	}
}

var keyChange = tui.Bind("enter", "key.change", "enter")

// Init implements tui.Screen.
func (s *screen) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case changeMsg:
		if msg.owner != s {
			return nil // another settings screen below this one, or above
		}
		msg.next()
		s.fill()
		return func() tea.Msg { return tui.RefreshMsg{} }
	case tui.RefreshMsg:
		s.fill()
		return nil
	}
	return s.menu.Update(msg)
}

func (s *screen) fill() {
	se := s.session
	s.menu.SetEntries([]tui.Entry{
		s.entry("settings.language", se.LanguageName(), se.NextLanguage),
		s.entry("settings.theme", se.Text("theme."+se.Theme), func() { se.NextTheme(s.themes) }),
		s.entry("settings.speed", strconv.FormatFloat(se.PlaySpeed(), 'g', -1, 64)+"×", se.NextSpeed),
		s.entry("settings.motion", s.motion(), se.ToggleStill),
		s.entry("settings.plain", s.plain(), se.TogglePlain),
	})
}

func (s *screen) motion() string {
	if s.session.Still {
		return s.session.Text("settings.motion.still")
	}
	return s.session.Text("settings.motion.full")
}

func (s *screen) plain() string {
	if s.session.Plain() {
		return s.session.Text("settings.plain.lines")
	}
	return s.session.Text("settings.plain.screens")
}

func (s *screen) entry(key, value string, next func()) tui.Entry {
	return tui.Entry{
		Title: s.session.Text(key), About: value, Choose: changeMsg{s, next},
	}
}

// Draw implements tui.Screen.
func (s *screen) Draw(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	part.Text(0, 0, canvas.RoleStrong, s.session.Text("settings.title"))
	area := f.Area
	area.Y, area.H = area.Y+2, area.H-2
	area.W = min(area.W, 76)
	s.menu.Draw(f.Within(area))
	about := canvas.WrapText(s.session.Text("settings.about"), min(f.Area.W, 76))
	for i, line := range about {
		part.Text(0, len(s.menu.Entries)+3+i, canvas.RoleDim, line)
	}
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string { return []string{s.session.Text("settings.title")} }

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	return []key.Binding{tui.KeyUpDown, keyChange, tui.KeyBack}
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool { return false }

// Route implements tui.Screen.
func (s *screen) Route() tui.Route { return tui.Route{Screen: "settings"} }
