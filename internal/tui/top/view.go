package top

import (
	"convtutor/internal/tui"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// View implements tea.Model: exactly as many lines as the window has rows,
// none wider than the window.
func (m *Model) View() string {
	if m.stale {
		m.draw()
		m.view = m.encoder.Encode(m.grid)
		m.stale = false
	}
	return m.view
}

// Grid is what the last View showed, before it became escape codes: for tests,
// the content check and whoever makes files of it.
func (m *Model) Grid() *canvas.Grid { return m.grid }

// Seek implements tui.Seeker for the screen that is shown.
func (m *Model) Seek(step int) (steps int) {
	if s, ok := m.screen().(tui.Seeker); ok {
		m.stale = true
		return s.Seek(step)
	}
	return 0
}

// draw lays the screen, the overlay and the chrome out on the grid.
func (m *Model) draw() {
	g := m.grid
	g.Clear(canvas.RoleNone)
	m.zones, m.lacks = m.zones[:0], m.lacks[:0]
	if m.tooSmall() {
		m.drawTooSmall()
		return
	}
	body := canvas.Rect{X: 2, Y: 2, W: g.W - 4, H: g.H - 4}
	frame := tui.NewFrame(g, body, &m.zones, &m.lacks)
	m.screen().Draw(frame)
	bindings := m.screen().Bindings()
	if m.overlay != nil {
		m.zones = m.zones[:0]
		g.Fill(canvas.Rect{X: 0, Y: 2, W: g.W, H: g.H - 4}, canvas.RoleNone)
		m.overlay.Draw(frame)
		bindings = m.overlay.Bindings()
	}
	m.chrome.header(m, g)
	m.chrome.footer(m, g, bindings)
}

// Lacks lists the pictures that lacked room when the screen was drawn last.
func (m *Model) Lacks() []tui.Lack { return m.lacks }

// tooSmall says that not everything would be usable.
func (m *Model) tooSmall() bool { return m.grid.W < MinWidth || m.grid.H < MinHeight }

// drawTooSmall says which size is needed and which there is.
func (m *Model) drawTooSmall() {
	g := m.grid
	text := m.opt.Session.Say(viz.Words{Key: "top.too_small", Args: viz.Args{
		"w": MinWidth, "h": MinHeight, "nw": g.W, "nh": g.H,
	}})
	for y, line := range canvas.WrapText(text, max(g.W, 1)) {
		if y < g.H {
			g.Text(0, y, canvas.RoleText, line)
		}
	}
}
