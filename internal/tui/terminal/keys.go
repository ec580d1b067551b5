package terminal

import tea "github.com/charmbracelet/bubbletea"

// Modifiers as terminals send them.
const (
	shiftHeld = 1
	altHeld   = 2
	ctrlHeld  = 4
)

// keySet is one key without and with modifiers.
type keySet struct{ plain, shift, ctrl, ctrlShift tea.KeyType }

// with gives the message for a key and what was held with it.
func (k keySet) with(modifiers int) tea.KeyMsg {
	key := tea.KeyMsg{Type: k.plain, Alt: modifiers&altHeld != 0}
	switch modifiers & (shiftHeld | ctrlHeld) {
	case shiftHeld:
		key.Type = k.shift
	case ctrlHeld:
		key.Type = k.ctrl
	case shiftHeld | ctrlHeld:
		key.Type = k.ctrlShift
	}
	return key
}

// same is a key for which Bubble Tea knows no modifiers.
func same(key tea.KeyType) keySet { return keySet{key, key, key, key} }

// shifted is a function key that has another number with Shift.
func shifted(plain, shift tea.KeyType) keySet { return keySet{plain, shift, plain, shift} }

var (
	homeKeys   = keySet{tea.KeyHome, tea.KeyShiftHome, tea.KeyCtrlHome, tea.KeyCtrlShiftHome}
	endKeys    = keySet{tea.KeyEnd, tea.KeyShiftEnd, tea.KeyCtrlEnd, tea.KeyCtrlShiftEnd}
	pgUpKeys   = keySet{tea.KeyPgUp, tea.KeyPgUp, tea.KeyCtrlPgUp, tea.KeyCtrlPgUp}
	pgDownKeys = keySet{tea.KeyPgDown, tea.KeyPgDown, tea.KeyCtrlPgDown, tea.KeyCtrlPgDown}

	// letterKeys are the keys that end with a letter: ESC [ A.
	letterKeys = map[byte]keySet{
		'A': {tea.KeyUp, tea.KeyShiftUp, tea.KeyCtrlUp, tea.KeyCtrlShiftUp},
		'B': {tea.KeyDown, tea.KeyShiftDown, tea.KeyCtrlDown, tea.KeyCtrlShiftDown},
		'C': {tea.KeyRight, tea.KeyShiftRight, tea.KeyCtrlRight, tea.KeyCtrlShiftRight},
		'D': {tea.KeyLeft, tea.KeyShiftLeft, tea.KeyCtrlLeft, tea.KeyCtrlShiftLeft},
		'H': homeKeys,
		'F': endKeys,
		'P': shifted(tea.KeyF1, tea.KeyF13),
		'Q': shifted(tea.KeyF2, tea.KeyF14),
		'R': shifted(tea.KeyF3, tea.KeyF15),
		'S': shifted(tea.KeyF4, tea.KeyF16),
		'Z': same(tea.KeyShiftTab),
		'a': same(tea.KeyShiftUp), // urxvt
		'b': same(tea.KeyShiftDown),
		'c': same(tea.KeyShiftRight),
		'd': same(tea.KeyShiftLeft),
	}

	// numberKeys are the keys that have a number: ESC [ 5 ~.
	numberKeys = map[int]keySet{
		1: homeKeys, 7: homeKeys,
		4: endKeys, 8: endKeys,
		2: same(tea.KeyInsert),
		3: same(tea.KeyDelete),
		5: pgUpKeys,
		6: pgDownKeys,

		11: shifted(tea.KeyF1, tea.KeyF13),
		12: shifted(tea.KeyF2, tea.KeyF14),
		13: shifted(tea.KeyF3, tea.KeyF15),
		14: shifted(tea.KeyF4, tea.KeyF16),
		15: shifted(tea.KeyF5, tea.KeyF17),
		17: shifted(tea.KeyF6, tea.KeyF18),
		18: shifted(tea.KeyF7, tea.KeyF19),
		19: shifted(tea.KeyF8, tea.KeyF20),
		20: same(tea.KeyF9),
		21: same(tea.KeyF10),
		23: same(tea.KeyF11),
		24: same(tea.KeyF12),
		25: same(tea.KeyF13),
		26: same(tea.KeyF14),
		28: same(tea.KeyF15),
		29: same(tea.KeyF16),
		31: same(tea.KeyF17),
		32: same(tea.KeyF18),
		33: same(tea.KeyF19),
		34: same(tea.KeyF20),
	}

	// ss3Keys are the keys that begin with ESC O.
	ss3Keys = map[byte]tea.KeyType{
		'A': tea.KeyUp, 'B': tea.KeyDown, 'C': tea.KeyRight, 'D': tea.KeyLeft,
		'H': tea.KeyHome, 'F': tea.KeyEnd, 'M': tea.KeyEnter,
		'P': tea.KeyF1, 'Q': tea.KeyF2, 'R': tea.KeyF3, 'S': tea.KeyF4,
		'a': tea.KeyCtrlUp, 'b': tea.KeyCtrlDown, 'c': tea.KeyCtrlRight, 'd': tea.KeyCtrlLeft,
	}
)
