// Package terminal runs a Bubble Tea model on a terminal: it owns raw mode, the
// alternate screen, what is written and what is read. Its one rule: however the
// program ends that can still act, the terminal is as it was before.
//
// Bubble Tea keeps its loop of messages, updates and commands; its renderer,
// its reader and its signal handler are not used (see the decision 0030). A
// frame is written in the same moment as the message that changed it, and only
// what differs from the last frame. Nothing ticks while nothing changes.
package terminal

import (
	_ "convtutor/internal/preset" // must come before Bubble Tea

	"github.com/mattn/go-runewidth"
)

// With a Korean locale go-runewidth counts lines and arrows as two columns, and
// tables come apart; the rest of the program counts them as one. This is the
// one place where it is told.
func init() { runewidth.DefaultCondition.EastAsianWidth = false }
