package tui

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/viz/canvas"
)

// Entry is a line of a menu. One without Choose is a heading.
type Entry struct {
	Mark     string // "✓", "◐", "" …
	MarkRole canvas.Role
	Title    string
	About    string
	Right    string // short, at the right edge
	Choose   tea.Msg
}

// Menu is a list of entries with one chosen, moved by keys and mouse.
type Menu struct {
	Entries []Entry
	at      int
	first   int // first entry drawn
}

// SetEntries replaces the entries and keeps the place as well as it can.
func (m *Menu) SetEntries(entries []Entry) {
	m.Entries = entries
	if m.at >= len(entries) || entries[m.at].Choose == nil {
		m.at = 0
		m.move(0, 1)
	}
}

// Bindings are the keys of a menu.
func (m *Menu) Bindings() []key.Binding { return []key.Binding{KeyUpDown, KeyOpen} }

// Update moves the choice; Enter gives the chosen entry's message.
func (m *Menu) Update(msg tea.Msg) tea.Cmd {
	switch {
	case Is(msg, KeyUp):
		m.move(-1, -1)
	case Is(msg, KeyDown):
		m.move(1, 1)
	case Is(msg, menuHome):
		m.at = 0
		m.move(0, 1)
	case Is(msg, menuEnd):
		m.Last()
	case Is(msg, KeyOpen, KeyRight):
		if m.at < len(m.Entries) && m.Entries[m.at].Choose != nil {
			choose := m.Entries[m.at].Choose
			return func() tea.Msg { return choose }
		}
	}
	return nil
}

var (
	menuHome = Bind("home", "key.first", "home")
	menuEnd  = Bind("end", "key.last", "end")
)

// move steps by the given distance and on in direction dir past headings. At
// an end it stays where it was.
func (m *Menu) move(by, dir int) {
	for i := m.at + by; i >= 0 && i < len(m.Entries); i += dir {
		if m.Entries[i].Choose != nil {
			m.at = i
			return
		}
	}
}

// Last chooses the last entry.
func (m *Menu) Last() {
	m.at = len(m.Entries) - 1
	m.move(0, -1)
}

// Go chooses the entry at an index.
func (m *Menu) Go(at int) { m.at = max(0, min(at, len(m.Entries)-1)) }

// At is the number of the chosen entry.
func (m *Menu) At() int { return m.at }

// Draw draws the menu, one row an entry, scrolled so that the chosen one shows.
func (m *Menu) Draw(f Frame) {
	m.first = min(m.first, m.at)
	if m.at >= m.first+f.Area.H {
		m.first = m.at - f.Area.H + 1
	}
	if m.at <= 2 {
		m.first = 0
	}
	column := m.titleWidth()
	for i := m.first; i < len(m.Entries) && i-m.first < f.Area.H; i++ {
		row := canvas.Rect{X: f.Area.X, Y: f.Area.Y + i - m.first, W: f.Area.W, H: 1}
		m.drawEntry(f, row, i, column)
	}
	m.drawMore(f)
}

// drawMore marks that there are entries above or below those shown.
func (m *Menu) drawMore(f Frame) {
	part := f.Grid.Part(f.Area)
	if m.first > 0 {
		part.Text(f.Area.W-1, 0, canvas.RoleKey, "↑")
	}
	if m.first+f.Area.H < len(m.Entries) {
		part.Text(f.Area.W-1, f.Area.H-1, canvas.RoleKey, "↓")
	}
}

func (m *Menu) titleWidth() int {
	w := 12
	for _, e := range m.Entries {
		if e.Choose != nil {
			w = max(w, canvas.Width(e.Title))
		}
	}
	return min(w, 28)
}

func (m *Menu) drawEntry(f Frame, row canvas.Rect, i, column int) {
	e, g := m.Entries[i], f.Grid.Part(row)
	if e.Choose == nil {
		g.Text(0, 0, canvas.RoleStrong, e.Title)
		return
	}
	title, about := canvas.RoleText, canvas.RoleDim
	if i == m.at {
		title, about = canvas.RoleSelected, canvas.RoleSelected
		g.Fill(canvas.Rect{X: 0, Y: 0, W: row.W, H: 1}, canvas.RoleSelected)
		g.Text(0, 0, canvas.RoleSelected, "▸")
	}
	if e.Mark != "" {
		g.Text(2, 0, e.MarkRole, e.Mark)
	}
	right := row.W - 1 - canvas.Width(e.Right)
	wide := column
	if e.About == "" { // then there is room
		wide = max(right-6, column)
	}
	g.Text(4, 0, title, canvas.Cut(e.Title, wide))
	x := 4 + column + 3
	gap := 0
	if e.Right != "" {
		gap = 2
	}
	g.Text(x, 0, about, canvas.Cut(e.About, max(right-x-gap, 0)))
	g.Text(right, 0, about, e.Right)
	choose := e.Choose
	f.Zone(row, func(int, int) tea.Msg { return choose })
}
