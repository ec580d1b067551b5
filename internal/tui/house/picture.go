package house

import (
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/fault"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/terminal"
	"convtutor/internal/tui/top"
	"convtutor/viz/canvas"
)

// Still is a moment of the program, to be drawn without a terminal.
type Still struct {
	Route         tui.Route
	Width, Height int      // of the window, in columns and rows
	Step          int      // of what is walked through, from 1; 0 leaves it where it opens
	Keys          []string // pressed afterwards: names of keys ("enter"), or text that is typed
}

// maxSide bounds a still's window, in columns and rows.
const maxSide = 500

// errNoSteps is for a step of what has none.
var errNoSteps = fault.New("error.render.no_steps", nil, "step: there is nothing to step through at this route")

// Picture draws a still as the program would show it.
func Picture(s *session.Session, still Still) (*canvas.Grid, error) {
	if still.Width < top.MinWidth || still.Height < top.MinHeight || still.Width > maxSide || still.Height > maxSide {
		return nil, fault.New("error.render.size", fault.Args{"w": still.Width, "h": still.Height, "least_w": top.MinWidth, "least_h": top.MinHeight, "most": maxSide}, "size: %dx%d is not within %dx%d and %dx%d (columns x rows)",
			still.Width, still.Height, top.MinWidth, top.MinHeight, maxSide, maxSide)
	}
	if err := Check(s, still.Route); err != nil {
		return nil, err
	}
	m := Model(s, terminal.Capabilities{UTF8: true, Color: terminal.TrueColor}, still.Route, nil)
	follow(m, m.Init(), 1)
	follow(m, update(m, tea.WindowSizeMsg{Width: still.Width, Height: still.Height}), 1)
	if still.Step != 0 {
		switch steps := m.Seek(still.Step - 1); {
		case steps == 0:
			return nil, errNoSteps
		case still.Step < 0 || still.Step > steps:
			return nil, fault.New("error.render.step", fault.Args{"n": still.Step, "steps": steps}, "step: %d is not one of 1 to %d", still.Step, steps)
		}
	}
	for _, word := range still.Keys {
		for _, press := range presses(word) {
			follow(m, update(m, press), 1)
		}
	}
	m.View()
	return m.Grid(), nil
}

// keyNames are the keys that have a name; all else is text that is typed.
var keyNames = map[string]tea.KeyType{
	"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "space": tea.KeySpace, "backspace": tea.KeyBackspace,
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
}

// presses are a key by name, or the keys that type a text.
func presses(word string) []tea.KeyMsg {
	if named, ok := keyNames[word]; ok {
		key := tea.KeyMsg{Type: named}
		if named == tea.KeySpace {
			key.Runes = []rune{' '}
		}
		return []tea.KeyMsg{key}
	}
	var keys []tea.KeyMsg
	for _, r := range word {
		keys = append(keys, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	return keys
}

func update(m *top.Model, msg tea.Msg) tea.Cmd {
	_, cmd := m.Update(msg)
	return cmd
}

// followed is how many commands may lead to one another: opening a screen, and
// what that begins with. What plays would never end.
const followed = 3

// follow does what the program would do in the background, before the picture
// is drawn.
func follow(m *top.Model, cmd tea.Cmd, depth int) {
	if cmd == nil || depth > followed {
		return
	}
	switch msg := cmd().(type) {
	case nil, tea.QuitMsg:
	case tea.BatchMsg:
		for _, c := range msg {
			follow(m, c, depth)
		}
	default:
		follow(m, update(m, msg), depth+1)
	}
}
