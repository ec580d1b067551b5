package top

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/viz/canvas"
)

// help lists every key that works here and everywhere.
type help struct {
	session          *session.Session
	here, everywhere []key.Binding
	offset           int
}

func newHelp(s *session.Session, here, everywhere []key.Binding) *help {
	return &help{session: s, here: slices.Clone(here), everywhere: everywhere}
}

// helpKey is the key that opens the help, as it works on the present screen.
func (m *Model) helpKey() key.Binding {
	if w, ok := m.screen().(tui.Writer); ok && w.Writing() {
		return tui.KeyWritingHelp
	}
	return tui.KeyHelp
}

// everywhere are the keys that work on every screen, as far as they do on this
// one: no letters while it takes text, no way to where there is nothing, and none
// to which the screen has given a meaning of its own.
func (m *Model) everywhere() []key.Binding {
	keys := tui.Global()
	if m.screen().Typing() {
		keys = tui.GlobalTyping()
	}
	here := m.screen().Bindings()
	for i, b := range keys {
		if b.Help().Desc == tui.KeyHelp.Help().Desc {
			keys[i] = m.helpKey()
		}
	}
	return slices.DeleteFunc(keys, func(b key.Binding) bool {
		switch b.Help().Desc {
		case tui.KeySearch.Help().Desc:
			return m.opt.Find == nil
		case tui.KeyWords.Help().Desc:
			return !m.hasWords()
		case tui.KeyBack.Help().Desc:
			return slices.ContainsFunc(here, func(h key.Binding) bool { return h.Help().Key == b.Help().Key })
		}
		return false
	})
}

// Update implements overlay.
func (h *help) Update(msg tea.Msg) (tea.Cmd, bool) {
	switch {
	case tui.Is(msg, tui.KeyUp):
		h.offset = max(h.offset-1, 0)
	case tui.Is(msg, tui.KeyDown):
		h.offset++
	default:
		return nil, true
	}
	return nil, false
}

// Bindings implements overlay.
func (h *help) Bindings() []key.Binding { return []key.Binding{tui.KeyUpDown, tui.KeyBack} }

// Typing implements overlay.
func (h *help) Typing() bool { return false }

// Draw implements overlay.
func (h *help) Draw(f tui.Frame) {
	lines := h.lines(min(f.Area.W, tui.ProseWidth))
	h.offset = min(h.offset, max(len(lines)-f.Area.H, 0))
	part := f.Grid.Part(f.Area)
	part.Lines(0, 0, lines[h.offset:])
}

func (h *help) lines(width int) []canvas.Line {
	lines := []canvas.Line{h.title("help.here")}
	lines = append(lines, h.keys(h.here)...)
	lines = append(lines, nil, h.title("help.everywhere"))
	lines = append(lines, h.keys(h.everywhere)...)
	lines = append(lines, nil)
	return append(lines, canvas.Wrap(canvas.Markup(h.session.Text("help.ime"), canvas.RoleDim), width)...)
}

func (h *help) title(word string) canvas.Line {
	return canvas.Line{{Text: h.session.Text(word), Role: canvas.RoleStrong}}
}

func (h *help) keys(bindings []key.Binding) []canvas.Line {
	var lines []canvas.Line
	for _, b := range bindings {
		if !b.Enabled() {
			continue
		}
		lines = append(lines, canvas.Line{
			{Text: "  " + canvas.Pad(b.Help().Key, 14), Role: canvas.RoleKey},
			{Text: h.session.Text(b.Help().Desc), Role: canvas.RoleText},
		})
	}
	return lines
}
