package top

import (
	"convtutor/internal/tui/terminal"
	"convtutor/viz/canvas"
)

// Cursor implements terminal.Cursored: the terminal's own cursor stands where
// typing goes, since an input method draws the syllable being composed there.
func (m *Model) Cursor() terminal.Cursor {
	typing := m.screen().Typing()
	if m.overlay != nil {
		typing = m.overlay.Typing()
	}
	if !typing || m.tooSmall() {
		return terminal.Cursor{}
	}
	for i, c := range m.grid.Cells {
		if c.Role == canvas.RoleCursor {
			return terminal.Cursor{X: i % m.grid.W, Y: i / m.grid.W, Shown: true}
		}
	}
	return terminal.Cursor{}
}
