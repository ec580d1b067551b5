package lesson

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/bench"
	"convtutor/internal/tui/play"
	"convtutor/internal/workbench"
)

// animated is a stage with a convolution to walk through, and to change.
type animated struct {
	session *session.Session
	player  *play.Player
	bench   *workbench.Bench
	editor  *bench.Editor // nil while watching
}

// Keys of a convolution besides those of its player.
var (
	keyEdit = tui.Bind("e", "key.edit", "e")
	keyDone = tui.Bind("e", "key.edit_done", "e")
	keyFlip = tui.Bind("f", "key.flip", "f")
)

func newAnimated(s *session.Session, step course.Step) (stage, error) {
	editor, err := bench.New(s, workbench.FromSetup(step.Setup))
	if err != nil {
		return nil, err
	}
	a := &animated{session: s, player: play.New(s, step.Conv, step.Start, step.Level), bench: editor.Bench()}
	if step.Editing {
		a.editor = editor
	}
	return a, nil
}

// Update implements stage.
func (a *animated) Update(msg tea.Msg) tea.Cmd {
	switch {
	case tui.Is(msg, keyEdit):
		a.toggle()
		return nil
	case a.editor != nil:
		a.editor.Update(msg)
		return nil
	case tui.Is(msg, keyFlip):
		if a.bench.Adjust(workbench.SettingFlip, 1) == nil {
			a.player.Replace(a.bench.Conv())
		}
		return nil
	}
	return a.player.Update(msg)
}

// toggle opens the numbers to change, or walks through what they have become.
func (a *animated) toggle() {
	if a.editor == nil {
		a.editor = bench.Over(a.session, a.bench)
		return
	}
	a.editor = nil
	a.player.Replace(a.bench.Conv())
}

// Escape implements tui.Escaper: Esc first leaves the numbers.
func (a *animated) Escape() bool {
	if a.editor == nil {
		return false
	}
	a.toggle()
	return true
}

// Draw implements stage.
func (a *animated) Draw(f tui.Frame, hide bool) {
	if a.editor != nil && !hide {
		a.editor.Draw(f)
		return
	}
	a.player.Draw(f, hide)
}

// Bindings implements stage.
func (a *animated) Bindings() []key.Binding {
	if a.editor != nil {
		return append([]key.Binding{keyDone}, a.editor.Bindings()...)
	}
	return a.player.Bindings(keyEdit, keyFlip)
}

// seek implements sought.
func (a *animated) seek(step int) { a.player.Seek(step) }

// Typing implements stage.
func (a *animated) Typing() bool { return false }

// Done implements stage.
func (a *animated) Done() bool { return true }
