package bench

import "convtutor/internal/tui"

// Keys of the workbench.
var (
	KeyMove    = tui.Bind("← ↑ ↓ →", "key.move", "left", "right", "up", "down", "h", "j", "k", "l")
	keyNumber  = tui.Bind("0–9 -", "key.number")
	KeyField   = tui.Bind("tab", "key.field", "tab")
	keyFieldB  = tui.Bind("shift+tab", "key.field", "shift+tab")
	keyUndo    = tui.Bind("u", "key.undo", "u")
	keyReset   = tui.Bind("x", "key.reset", "x")
	keyFlip    = tui.Bind("f", "key.flip", "f")
	keyRule    = tui.Bind("r", "key.rule", "r")
	keyChange  = tui.Bind("↑ ↓", "key.change", "up", "down", "+", "-")
	keySide    = tui.Bind("← →", "key.choose", "left", "right")
	keyMore    = tui.Bind("+", "key.change", "up", "k", "+", "=")
	keyLess    = tui.Bind("-", "key.change", "down", "j", "-", "_")
	keyFilter  = tui.Bind("n", "key.next_filter", "n")
	keyChannel = tui.Bind("c", "key.next_channel", "c")
	keyRubout  = tui.Bind("⌫", "key.undo", "backspace", "delete")
)

// Keys of drawing.
var (
	KeyDraw    = tui.Bind("d", "key.draw", "d")
	keyDone    = tui.Bind("d", "key.edit_done", "d")
	keyPaint   = tui.Bind("space", "key.paint", " ")
	keyPen     = tui.Bind("0–9", "key.pen", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
	keySign    = tui.Bind("-", "key.pen_sign", "-")
	keyStroke  = tui.Bind("shift ←→", "key.stroke", "shift+left", "shift+right", "shift+up", "shift+down", "H", "J", "K", "L")
	keyStrokeL = tui.Bind("", "key.stroke", "shift+left", "H")
	keyStrokeR = tui.Bind("", "key.stroke", "shift+right", "L")
	keyStrokeU = tui.Bind("", "key.stroke", "shift+up", "K")
	keyWipe    = tui.Bind("w", "key.wipe", "w")
)
