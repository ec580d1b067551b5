package top

import (
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/progress"
	"convtutor/internal/tui"
	"convtutor/viz"
)

// keeper writes the learner's progress beside the screen, soon after it
// changed: a program that is killed has lost next to nothing.
type keeper struct {
	seen   *progress.State // what was there when the last save began
	saving bool
}

// savedMsg says that a save is over.
type savedMsg struct{ notices []progress.Notice }

// keep begins a save if something changed since the last one.
func (m *Model) keep() tea.Cmd {
	store := m.opt.Session.Progress
	state := store.State()
	if m.keeper.saving || state == m.keeper.seen {
		return nil
	}
	m.keeper = keeper{seen: state, saving: true}
	return func() tea.Msg { return savedMsg{store.Save()} }
}

// saved shows what the learner should be told about a save.
func (m *Model) saved(msg savedMsg) {
	m.keeper.saving = false
	for _, n := range msg.notices {
		m.notice = tui.NoticeMsg{Words: viz.Words{Key: n.Key, Args: n.Args}, Bad: true}
	}
}
