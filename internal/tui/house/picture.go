package house

import (
	"errors"
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/terminal"
	"convtutor/internal/tui/top"
	"convtutor/viz/canvas"
)

// Still is a moment of the program, to be drawn without a terminal.
type Still struct {
	Route         tui.Route
	Width, Height int // of the window, in columns and rows
	Step          int // of what is walked through, from 1; 0 leaves it where it opens
}

// maxSide bounds a still's window, in columns and rows.
const maxSide = 500

// errNoSteps is for a step of what has none.
var errNoSteps = errors.New("step: there is nothing to step through at this route")

// Picture draws a still as the program would show it.
func Picture(s *session.Session, still Still) (*canvas.Grid, error) {
	if still.Width < top.MinWidth || still.Height < top.MinHeight || still.Width > maxSide || still.Height > maxSide {
		return nil, fmt.Errorf("size: %dx%d is not within %dx%d and %dx%d (columns x rows)",
			still.Width, still.Height, top.MinWidth, top.MinHeight, maxSide, maxSide)
	}
	if err := Check(s, still.Route); err != nil {
		return nil, err
	}
	m := Model(s, terminal.Capabilities{UTF8: true, Color: terminal.TrueColor}, still.Route, nil)
	m.Init() // what it would do in the background is no part of a still
	m.Update(tea.WindowSizeMsg{Width: still.Width, Height: still.Height})
	if still.Step != 0 {
		switch steps := m.Seek(still.Step - 1); {
		case steps == 0:
			return nil, errNoSteps
		case still.Step < 0 || still.Step > steps:
			return nil, fmt.Errorf("step: %d is not one of 1 to %d", still.Step, steps)
		}
	}
	m.View()
	return m.Grid(), nil
}
