package exam

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/tui"
	"convtutor/internal/tui/ask"
	"convtutor/quiz"
	"convtutor/viz"
)

// handedIn says that the exam is over, and how it went is looked at.
func (s *screen) handedIn() bool { return s.view == viewEnd || s.view == viewReview }

// show shows a question: to be answered, or how it went once it is handed in.
func (s *screen) show(at int) {
	if s.handedIn() {
		s.review(at)
		return
	}
	s.visit(at)
}

// review shows a question that is handed in, how its answer stands, and its
// solution when asked for.
func (s *screen) review(at int) {
	s.at, s.view, s.said = at, viewReview, viz.Words{}
	verdict := quiz.Verdict{}
	if v := s.sitting.Verdicts()[at]; v != nil {
		verdict = *v
	}
	s.box = s.boxOf(s.sitting.Progress().Items[at]).Settle(verdict)
}

// updateReview takes a key where a question that is handed in is shown.
func (s *screen) updateReview(msg tea.Msg) tea.Cmd {
	if cmd, taken := s.box.Explain(msg); taken {
		return cmd
	}
	switch {
	case tui.Is(msg, keyNext):
		s.review(s.known(1))
	case tui.Is(msg, keyBefore):
		s.review(s.known(-1))
	case tui.Is(msg, ask.KeyOn) && s.known(1) > s.at:
		s.review(s.known(1))
	case tui.Is(msg, ask.KeyOn):
		s.backToEnd()
	}
	return nil
}

// known is the next question, or the one before, round and round, of which it is
// known here how it went.
func (s *screen) known(by int) int {
	asked := s.sitting.Questions(s.session.Language())
	at, of := s.at, len(asked)
	for range asked {
		at = (at + by + of) % of
		if _, unknown := asked[at].Later(); !unknown {
			break
		}
	}
	return at
}

// backToEnd shows the list of how all went, at the question that was looked at.
func (s *screen) backToEnd() {
	at := s.at
	s.finish()
	s.menu.Go(at)
}

func (s *screen) reviewKeys() []key.Binding {
	return append(s.box.Bindings(), keyAround, tui.KeyBack)
}
