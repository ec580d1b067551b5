package lab

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/workbench"
	"convtutor/viz/canvas"
)

// chooser is the lab's first screen: what there is to play with.
type chooser struct {
	session *session.Session
	menu    tui.Menu
}

func newChooser(s *session.Session) *chooser {
	c := &chooser{session: s}
	c.fill()
	return c
}

func (c *chooser) fill() {
	var entries []tui.Entry
	for _, r := range workbench.Rooms() {
		entries = append(entries, tui.Entry{
			Title: c.session.Text("lab." + r.Name), About: c.session.Text("lab." + r.Name + ".about"),
			Choose: tui.OpenMsg{Route: tui.Route{Screen: "lab", Path: []string{r.Name}}},
		})
	}
	c.menu.SetEntries(entries)
}

// Init implements tui.Screen.
func (c *chooser) Init() tea.Cmd { return nil }

// Update implements tui.Screen.
func (c *chooser) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(tui.RefreshMsg); ok {
		c.fill()
		return nil
	}
	return c.menu.Update(msg)
}

// Draw implements tui.Screen.
func (c *chooser) Draw(f tui.Frame) {
	part := f.Grid.Part(f.Area)
	part.Text(0, 0, canvas.RoleStrong, c.session.Text("lab.headline"))
	y := part.Lines(0, 1, canvas.Wrap(canvas.Markup(c.session.Text("lab.about"), canvas.RoleDim), min(f.Area.W, tui.ProseWidth)))
	rows := len(c.menu.Entries)
	area := canvas.Rect{X: f.Area.X, Y: f.Area.Y + y + 1, W: min(f.Area.W, 100), H: min(rows, f.Area.H-y-1)}
	c.menu.Draw(f.Within(area))
	c.drawMore(part, y+rows+2, f.Area)
}

// drawMore says what can be done in the room that is chosen, and how a link
// into it looks.
func (c *chooser) drawMore(part canvas.Part, y int, area canvas.Rect) {
	room := workbench.Rooms()[c.menu.At()]
	lines := canvas.Wrap(canvas.Markup(c.session.Text("lab."+room.Name+".more"), canvas.RoleText), min(area.W, tui.ProseWidth))
	if y+len(lines) >= area.H {
		return // a window that low has the list alone
	}
	y = part.Lines(0, y, lines)
	if y+2 < area.H {
		part.Text(0, y+1, canvas.RoleDim, canvas.Cut("convtutor lab '"+room.Example+"'", area.W))
	}
}

// Crumbs implements tui.Screen.
func (c *chooser) Crumbs() []string { return []string{c.session.Text("home.lab")} }

// Bindings implements tui.Screen.
func (c *chooser) Bindings() []key.Binding { return append(c.menu.Bindings(), tui.KeyBack) }

// Typing implements tui.Screen.
func (c *chooser) Typing() bool { return false }

// Route implements tui.Screen.
func (c *chooser) Route() tui.Route { return tui.Route{Screen: "lab"} }
