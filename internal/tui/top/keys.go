package top

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/internal/tui/terminal"
)

// press gives a key to the first who wants it: the overlay, the screen's text
// field, what works everywhere, the screen.
func (m *Model) press(raw tea.KeyMsg) tea.Cmd {
	m.notice = tui.NoticeMsg{}
	if tui.Is(raw, tui.KeyForceOut) {
		return m.leave()
	}
	if m.overlay != nil {
		return m.pressOverlay(raw)
	}
	if m.screen().Typing() {
		return m.pressTyping(raw)
	}
	msg := terminal.Latin(raw)
	if cmd, taken := m.pressGlobal(msg); taken {
		return cmd
	}
	return m.screen().Update(msg)
}

// pressTyping gives a key to the screen's text field; what no field has a use
// for works there too.
func (m *Model) pressTyping(raw tea.KeyMsg) tea.Cmd {
	switch {
	case tui.Is(raw, tui.KeyBack):
		if m.escape() {
			return nil
		}
		return m.back()
	case tui.Is(raw, m.helpKey(), tui.KeyTypingSearch, tui.KeyTypingWords, tui.KeyTypingLanguage, tui.KeyTypingTheme):
		cmd, _ := m.pressGlobal(raw)
		return cmd
	}
	return m.screen().Update(raw)
}

func (m *Model) pressOverlay(raw tea.KeyMsg) tea.Cmd {
	msg := raw
	if !m.overlay.Typing() {
		msg = terminal.Latin(raw)
	}
	cmd, done := m.overlay.Update(msg)
	if done {
		m.overlay = nil
	}
	return cmd
}

func (m *Model) pressGlobal(msg tea.KeyMsg) (cmd tea.Cmd, taken bool) {
	s := m.opt.Session
	switch {
	case tui.Is(msg, tui.KeyBack):
		if m.escape() {
			return nil, true
		}
		return m.back(), true
	case tui.Is(msg, tui.KeyQuit):
		return m.leave(), true
	case tui.Is(msg, tui.KeyHelp):
		m.overlay = newHelp(s, m.screen().Bindings(), m.everywhere())
	case tui.Is(msg, tui.KeySearch):
		m.search()
	case tui.Is(msg, tui.KeyWords) && !m.claims(msg):
		return m.explain(), true
	case tui.Is(msg, tui.KeyLanguage):
		s.NextLanguage()
		m.refresh()
	case tui.Is(msg, tui.KeyTheme):
		s.NextTheme(m.opt.Themes)
		m.refresh()
	default:
		return nil, false
	}
	return nil, true
}

// claims says whether the screen has a use of its own for a key that explains
// words elsewhere.
func (m *Model) claims(msg tea.KeyMsg) bool {
	for _, b := range m.screen().Bindings() {
		if b.Help().Desc != tui.KeyWords.Help().Desc && key.Matches(msg, b) {
			return true
		}
	}
	return false
}

// search opens the search, where there is something to look for.
func (m *Model) search() {
	if m.opt.Find != nil {
		m.overlay = newSearch(m.opt.Session, m.opt.Find)
	}
}

// glossary is the screen that explains words.
const glossary = "glossary"

// hasWords says whether there is a glossary; in an exam there is none.
func (m *Model) hasWords() bool {
	_, ok := m.opt.Makers[glossary]
	return ok
}

// explain opens the glossary, at the words of the screen if it has some.
func (m *Model) explain() tea.Cmd {
	route := tui.Route{Screen: glossary}
	if !m.hasWords() || m.screen().Route().Screen == route.Screen {
		return nil
	}
	if w, ok := m.screen().(tui.Worded); ok {
		route = w.WordsRoute()
	}
	return tui.Open(route)
}

// escape offers Esc to the screen.
func (m *Model) escape() bool {
	e, ok := m.screen().(tui.Escaper)
	return ok && e.Escape()
}

// mouse turns a click into the message of the zone under it. The wheel is
// given to the screen as up and down.
func (m *Model) mouse(msg tea.MouseMsg) tea.Cmd {
	if msg.Action == tea.MouseActionMotion && msg.Button == tea.MouseButtonLeft {
		return m.point(msg.X, msg.Y, func(z tui.Zone) func(x, y int) tea.Msg { return z.Drag })
	}
	if msg.Action != tea.MouseActionPress {
		return nil
	}
	switch msg.Button {
	case tea.MouseButtonWheelUp:
		return m.press(tea.KeyMsg{Type: tea.KeyUp})
	case tea.MouseButtonWheelDown:
		return m.press(tea.KeyMsg{Type: tea.KeyDown})
	case tea.MouseButtonLeft:
		return m.point(msg.X, msg.Y, func(z tui.Zone) func(x, y int) tea.Msg { return z.Click })
	}
	return nil
}

// point looks for the zone under the pointer, the one drawn last first, and
// asks it in the way given.
func (m *Model) point(x, y int, ask func(tui.Zone) func(x, y int) tea.Msg) tea.Cmd {
	for i := len(m.zones) - 1; i >= 0; i-- {
		z := m.zones[i]
		if !z.Rect.Has(x, y) {
			continue
		}
		if answer := ask(z); answer != nil {
			if msg := answer(x, y); msg != nil {
				return m.handle(msg)
			}
		}
		return nil
	}
	return nil
}
