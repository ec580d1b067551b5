package terminal

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// maxPlace is the largest column or row that is believed.
const maxPlace = 9999

// decodeSGR decodes a click as "button;column;row", counted from 1.
func decodeSGR(params string, released bool) tea.Msg {
	parts := strings.Split(params, ";")
	if len(parts) != 3 {
		return nil
	}
	var n [3]int
	for i, part := range parts {
		v, err := strconv.Atoi(part)
		if err != nil || v < 0 || v > maxPlace {
			return nil
		}
		n[i] = v
	}
	m := decodeButton(n[0])
	m.X, m.Y = max(n[1]-1, 0), max(n[2]-1, 0)
	if released && m.Action == tea.MouseActionPress && !tea.MouseEvent(m).IsWheel() {
		m.Action = tea.MouseActionRelease
	}
	return m
}

// decodeX10 decodes a click as three bytes, each 32 more than it means.
func decodeX10(data []byte) tea.Msg {
	const offset = 32
	m := decodeButton(int(data[0]) - offset)
	m.X = max(int(data[1])-offset-1, 0)
	m.Y = max(int(data[2])-offset-1, 0)
	return m
}

// decodeButton takes a button's number apart; see "Mouse Tracking" in xterm's
// control sequences.
func decodeButton(b int) tea.MouseMsg {
	const (
		which   = 3
		shift   = 1 << 2
		alt     = 1 << 3
		ctrl    = 1 << 4
		motion  = 1 << 5
		wheel   = 1 << 6
		further = 1 << 7
	)
	m := tea.MouseMsg{Shift: b&shift != 0, Alt: b&alt != 0, Ctrl: b&ctrl != 0}
	number := tea.MouseButton(b & which)
	switch {
	case b&further != 0:
		m.Button = tea.MouseButtonBackward + number
	case b&wheel != 0:
		m.Button = tea.MouseButtonWheelUp + number
	case number == which:
		m.Action = tea.MouseActionRelease
	default:
		m.Button = tea.MouseButtonLeft + number
	}
	if b&motion != 0 && b&wheel == 0 {
		m.Action = tea.MouseActionMotion
	}
	return m
}
