package lesson

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/play"
)

// shown is a stage with an animation to walk through.
type shown struct {
	free
	player *play.Player
}

func newShown(s *session.Session, step course.Step) (stage, error) {
	return &shown{player: play.New(s, step.Animation, step.Start, step.Level)}, nil
}

// Update implements stage.
func (s *shown) Update(msg tea.Msg) tea.Cmd { return s.player.Update(msg) }

// Draw implements stage.
func (s *shown) Draw(f tui.Frame, hide bool) { s.player.Draw(f, hide) }

// Bindings implements stage.
func (s *shown) Bindings() []key.Binding { return s.player.Bindings() }

// seek implements sought.
func (s *shown) seek(step int) { s.player.Seek(step) }

// solved is the solution of the step's question, to walk through once that is
// answered.
type solved struct{ shown }

// Draw implements stage.
func (s *solved) Draw(f tui.Frame, hide bool) {
	w, h := s.player.Animation().MinSize()
	if !hide && f.Area.W >= w && f.Area.H >= h {
		s.player.Draw(f, false)
	}
}
