package terminal

import (
	"image/color"

	tea "github.com/charmbracelet/bubbletea"
)

// EndingMsg tells the model that the program is about to end although nobody
// chose to quit: a signal, closed input, a failure in a command. Update should
// keep what must not be lost; a command it returns is run before the end. All
// of it has Options.Grace.
type EndingMsg struct{ Cause error }

// BackgroundMsg is the terminal's answer to the question for its background.
type BackgroundMsg struct{ Color color.RGBA }

// Dark reports whether light text is readable on the background.
func (m BackgroundMsg) Dark() bool {
	// Luma as in ITU-R BT.601, in thousandths of 0..255.
	luma := 299*int(m.Color.R) + 587*int(m.Color.G) + 114*int(m.Color.B)
	return luma < 128*1000
}

// GraphicsMsg tells that the terminal has answered it can show pictures.
type GraphicsMsg struct{ Protocol Graphics }

// Graphics is a way to send pictures to a terminal.
type Graphics uint8

// Ways to send pictures.
const (
	GraphicsNone Graphics = iota
	GraphicsKitty
	GraphicsSixel
)

// Messages between the parts of this package.
type (
	inputMsg  []tea.Msg // what was typed, in order
	frameMsg  struct{}  // the trailing frame after a flood
	resizeMsg struct{}  // the size may have changed
	redrawMsg struct{}  // the terminal may show something else
	endingMsg struct{ cause error }
)
