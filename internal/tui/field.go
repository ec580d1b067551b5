package tui

import (
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/viz/canvas"
)

// Field is one line to type in. Editing is the bubbles library's, drawing is
// ours: cells with meanings.
type Field struct{ input textinput.Model }

// NewField is an empty, focused field for at most limit runes.
func NewField(limit int) Field {
	input := textinput.New()
	input.CharLimit = limit
	input.Prompt = ""
	input.Focus()
	return Field{input}
}

// Value is what has been typed.
func (f *Field) Value() string { return f.input.Value() }

// SetValue replaces what has been typed.
func (f *Field) SetValue(s string) {
	f.input.SetValue(s)
	f.input.CursorEnd()
}

// Update edits the field.
func (f *Field) Update(msg tea.Msg) {
	// The field's own commands only blink a cursor and read the system's
	// clipboard; neither is wanted.
	f.input, _ = f.input.Update(msg)
}

// Draw draws the field, w columns wide, with its cursor. Text that is longer
// than the field shows its part around the cursor.
func (f *Field) Draw(g *canvas.Grid, x, y, w int) {
	box := canvas.Rect{X: x, Y: y, W: w, H: 1}
	g.Fill(box, canvas.RoleField)
	runes := []rune(f.input.Value())
	cursor := f.input.Position()
	start := 0
	for canvas.Width(string(runes[start:cursor])) > w-2 {
		start++
	}
	part := g.Part(box)
	n := part.Text(0, 0, canvas.RoleField, string(runes[start:cursor]))
	under := " "
	if cursor < len(runes) {
		under = string(runes[cursor])
		part.Text(n+canvas.Width(under), 0, canvas.RoleField, string(runes[cursor+1:]))
	}
	part.Text(n, 0, canvas.RoleCursor, under)
}
