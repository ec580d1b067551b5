package tui

import (
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/viz"
)

// OpenMsg opens the screen of a route on top of the present one.
type OpenMsg struct{ Route Route }

// ReplaceMsg opens a route in the place of the present screen.
type ReplaceMsg struct{ Route Route }

// BackMsg closes the present screen; at the bottom it ends the program.
type BackMsg struct{}

// NoticeMsg shows one line of news until the next key.
type NoticeMsg struct {
	Words viz.Words
	Bad   bool
}

// RefreshMsg says that language or theme have changed: what was laid out for
// the old ones is stale.
type RefreshMsg struct{}

// Open is the command that opens a route.
func Open(r Route) tea.Cmd { return func() tea.Msg { return OpenMsg{r} } }

// Replace is the command that opens a route in place of the present screen.
func Replace(r Route) tea.Cmd { return func() tea.Msg { return ReplaceMsg{r} } }

// Back is the command that closes the present screen.
func Back() tea.Msg { return BackMsg{} }

// Trouble is the news that something could not be done.
func Trouble(err error) tea.Msg {
	return NoticeMsg{Bad: true, Words: viz.Words{Key: "top.trouble", Args: viz.Args{"why": err}}}
}
