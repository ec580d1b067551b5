// Package assignment is the screen of the four questions. Its one rule: each
// part stands for itself, and what is right comes out of tensors that are
// really computed while the learner is there.
package assignment

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/course"
	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/ask"
	"convtutor/quiz"
	task "convtutor/quiz/assignment"
	"convtutor/viz"
)

// screen is the assignment at one of its parts.
type screen struct {
	session *session.Session
	parts   []task.Part
	boxes   []*ask.Box
	at      int
	work    *task.Work // nil until it is computed
	trouble error
	shown   []viz.Placed // the pictures drawn last
}

// partMsg is a click on a part.
type partMsg struct {
	owner *screen
	at    int
}

// workMsg brings the computed tensors.
type workMsg struct {
	owner *screen
	work  *task.Work
	parts []task.Part
	err   error
}

var (
	keyPart = tui.Bind("↑ ↓", "key.part", "up", "down")
	keyOn   = tui.Bind("enter", "key.next_part", "enter")
)

// Maker makes the assignment: "assignment", "assignment#q2.shape".
func Maker(s *session.Session, route tui.Route) (tui.Screen, error) {
	parts, err := task.Parts()
	if err != nil {
		return nil, err
	}
	sc := &screen{session: s, parts: parts}
	kept := s.Progress.State().Parts
	for _, p := range parts {
		box := ask.New(s, p.Question)
		if k := kept[p.ID]; k.Right {
			box.Recall(k.Answer)
		}
		sc.boxes = append(sc.boxes, box)
	}
	sc.at = sc.open()
	for i, p := range parts {
		if p.ID == route.Place {
			sc.at = i
		}
	}
	return sc, nil
}

// open is the first part that is not answered yet, or the first of all.
func (s *screen) open() int {
	for i, b := range s.boxes {
		if !b.Done() {
			return i
		}
	}
	return 0
}

func (s *screen) box() *ask.Box { return s.boxes[s.at] }

// Init implements tui.Screen: the tensors are computed beside the screen.
func (s *screen) Init() tea.Cmd {
	return func() tea.Msg {
		work, err := course.Assignment()
		if err != nil {
			return workMsg{owner: s, err: err}
		}
		parts, err := work.Parts()
		return workMsg{owner: s, work: work, parts: parts, err: err}
	}
}

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	if w, ok := msg.(workMsg); ok {
		s.computed(w)
		return nil
	}
	if p, ok := msg.(partMsg); ok && p.owner == s {
		s.at = p.at
		return nil
	}
	box := s.box()
	if cmd, taken := box.Explain(msg); taken {
		return cmd
	}
	switch {
	case tui.Is(msg, keyPart) && (!box.Done() || !box.Scrolls()):
		s.step(msg)
		return nil
	case box.Done() && tui.Is(msg, keyOn):
		s.at = s.next()
		return nil
	}
	if box.Update(msg) {
		s.keep(box)
	}
	return nil
}

// computed takes the tensors: what is right is now theirs to say.
func (s *screen) computed(w workMsg) {
	if w.owner != s {
		return
	}
	s.work, s.trouble = w.work, w.err
	for i, p := range w.parts {
		s.parts[i] = p
		s.boxes[i].Ask(p.Question)
	}
}

// next is the next part that is not done, or simply the next.
func (s *screen) next() int {
	for i := range s.boxes {
		if to := (s.at + 1 + i) % len(s.boxes); !s.boxes[to].Done() {
			return to
		}
	}
	return (s.at + 1) % len(s.boxes)
}

func (s *screen) step(msg tea.Msg) {
	by := 1
	if tui.Is(msg, tui.KeyUp) {
		by = len(s.boxes) - 1
	}
	s.at = (s.at + by) % len(s.boxes)
}

// keep keeps an answer.
func (s *screen) keep(box *ask.Box) {
	v := box.Verdict()
	s.session.Progress.Apply(progress.AnswerPart(s.parts[s.at].ID, box.Typed(), v.Status == quiz.Right, v.Slip()))
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string {
	return []string{s.session.Text("home.assignment"), "Q" + string(rune('0'+s.parts[s.at].Number))}
}

// Progress implements tui.Progresser.
func (s *screen) Progress() (done, total int) {
	for _, b := range s.boxes {
		if b.Solved() {
			done++
		}
	}
	return done, len(s.boxes)
}

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	box := s.box()
	if box.Done() {
		return append(append([]key.Binding{keyOn}, box.Bindings()[1:]...), keyPart, tui.KeyBack)
	}
	return append(box.Bindings(), keyPart, tui.KeyBack)
}

// Typing implements tui.Screen.
func (s *screen) Typing() bool { return s.box().Typing() }

// Route implements tui.Screen.
func (s *screen) Route() tui.Route {
	return tui.Route{Screen: "assignment", Place: s.parts[s.at].ID}
}
