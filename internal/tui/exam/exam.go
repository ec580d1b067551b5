// Package exam is the screen on which a student sits an exam. Its one rule:
// every answer is handed to the sitting, which keeps it, before anything else
// is done with it; the screen itself knows nothing that would be lost with it.
package exam

import (
	"errors"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/ask"
	"convtutor/quiz"
	"convtutor/quiz/exam"
	"convtutor/viz"
)

// Route is where an exam is sat.
var Route = tui.Route{Screen: "exam"}

// view is which of its pages the screen shows.
type view int

const (
	viewQuestion view = iota
	viewMap           // how every question stands; where to hand in
	viewConfirm       // whether to hand in
	viewPicture
	viewEnd    // it is handed in
	viewReview // a question once it is handed in, with its solution
)

// screen is a sitting, shown.
type screen struct {
	session *session.Session
	sitting *exam.Sitting
	view    view
	at      int // the question at hand
	box     *ask.Box
	reply   exam.Reply // to the last answer
	said    viz.Words  // news that stays until the next key
	menu    tui.Menu   // of the map, or of the end
	over    bool       // the time ran out
	trouble error      // the journal cannot be written
	draw    Drawer
}

// Drawer draws the picture of a question.
type Drawer func(f tui.Frame, p exam.Picture) error

// Maker makes the screen of the sitting that is behind an entrance; where it was
// not begun, that begins it.
func Maker(entrance *exam.Entrance, draw Drawer) tui.Maker {
	return func(s *session.Session, _ tui.Route) (tui.Screen, error) {
		sitting, err := entrance.Enter(s.Now())
		if err != nil {
			return nil, err
		}
		sc := &screen{session: s, sitting: sitting, draw: draw}
		sc.visit(sitting.Progress().Place)
		if _, done := sitting.Submitted(); done {
			sc.over = true
			sc.finish()
		}
		return sc, nil
	}
}

// Keys of an exam. None is a letter: those belong to the answer.
var (
	keyNext    = tui.Bind("pgdn", "key.next_question", "pgdown", "ctrl+n")
	keyBefore  = tui.Bind("pgup", "key.question_before", "pgup", "ctrl+b")
	keyAround  = tui.Bind("pgup pgdn", "key.other_question", "pgdown", "pgup")
	keyFlag    = tui.Bind("ctrl+g", "key.flag", "ctrl+g")
	keyMap     = tui.Bind("esc", "key.overview", "ctrl+o") // the root model offers esc to Escape
	keyLeave   = tui.Bind("esc", "key.leave_exam", "esc")
	keyPicture = tui.Bind("ctrl+p", "key.picture", "ctrl+p")
	keyHandIn  = tui.Bind("enter", "key.hand_in", "enter")
)

// Init implements tui.Screen.
func (s *screen) Init() tea.Cmd { return s.tick() }

// tickMsg says that some time has gone by.
type tickMsg struct{ owner *screen }

// How often the clock is looked at: each second where it is shown.
const (
	second  = time.Second
	seldom  = 20 * time.Second
	hurry   = 5 * time.Minute // left: the clock is marked
	alarmed = time.Minute
)

func (s *screen) tick() tea.Cmd {
	if s.handedIn() {
		return nil
	}
	wait := seldom
	if _, limited := s.sitting.Remaining(s.session.Now()); limited {
		wait = second
	}
	return tea.Tick(wait, func(time.Time) tea.Msg { return tickMsg{s} })
}

// Update implements tui.Screen.
func (s *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tickMsg:
		if msg.owner == s && !s.handedIn() {
			s.take(s.sitting.Seen(s.session.Now()))
			return s.tick()
		}
		return nil
	case gotoMsg:
		if msg.owner == s {
			s.show(msg.at)
		}
		return nil
	case askMsg:
		if msg.owner == s {
			s.view = viewConfirm
		}
		return nil
	case tui.RefreshMsg:
		s.refresh()
		return nil
	}
	return s.updateView(msg)
}

func (s *screen) updateView(msg tea.Msg) tea.Cmd {
	switch s.view {
	case viewQuestion:
		return s.updateQuestion(msg)
	case viewReview:
		return s.updateReview(msg)
	case viewPicture:
		if tui.Is(msg, keyPicture, tui.KeyOpen) {
			s.view = viewQuestion
		}
	case viewConfirm:
		if tui.Is(msg, keyHandIn) {
			s.handIn()
		}
	default:
		return s.menu.Update(msg)
	}
	return nil
}

// updateQuestion takes a key where a question is shown.
func (s *screen) updateQuestion(msg tea.Msg) tea.Cmd {
	if cmd, taken := s.box.Explain(msg); taken {
		return cmd
	}
	s.said = viz.Words{}
	of := s.sitting.Progress().Of
	switch {
	case tui.Is(msg, keyNext):
		s.visit((s.at + 1) % of)
	case tui.Is(msg, keyBefore):
		s.visit((s.at + of - 1) % of)
	case tui.Is(msg, keyFlag):
		s.flag()
	case tui.Is(msg, keyMap):
		s.overview()
	case tui.Is(msg, keyPicture) && s.asked().Picture != (exam.Picture{}):
		s.view = viewPicture
	case s.box.Done() && tui.Is(msg, ask.KeyOn):
		s.goOn()
	default:
		s.reply = exam.Reply{}
		if _, clicked := s.box.Picked(msg); !clicked {
			s.box.Update(msg)
		}
		s.replied()
	}
	return nil
}

// replied follows what became of an answer.
func (s *screen) replied() {
	switch {
	case !s.reply.Accepted:
	case s.reply.Verdict != nil:
		s.box.Settle(*s.reply.Verdict)
	default:
		s.goOn()
		s.said = viz.Words{Key: "exam.recorded"}
	}
}

// goOn goes to the next question without an answer; to the overview where there
// is none.
func (s *screen) goOn() {
	p := s.sitting.Progress()
	if p.Answered == p.Of {
		s.overview()
		return
	}
	at := s.at
	for p.Items[at].Answer != "" {
		at = (at + 1) % p.Of
	}
	s.visit(at)
}

// visit shows a question.
func (s *screen) visit(at int) {
	s.at, s.view, s.reply = at, viewQuestion, exam.Reply{}
	item := s.sitting.Progress().Items[at]
	s.box = s.boxOf(item)
	if v := s.sitting.Verdicts(); item.Settled && v[at] != nil {
		s.box.Settle(*v[at])
	}
}

func (s *screen) boxOf(item exam.Item) *ask.Box {
	return ask.New(s.session, s.asked().Question).Handed(s.judge).Answered(item.Answer)
}

func (s *screen) asked() exam.Asked { return s.sitting.Questions(s.session.Language())[s.at] }

// judge hands an answer to the sitting.
func (s *screen) judge(typed string) quiz.Verdict {
	reply, err := s.sitting.Answer(s.at, typed, s.session.Now())
	s.take(err)
	s.reply = reply
	switch {
	case err != nil:
		return quiz.Verdict{}
	case !reply.Accepted:
		return quiz.Verdict{Feedback: reply.Unread}
	case reply.Verdict != nil:
		return *reply.Verdict
	}
	return quiz.Verdict{}
}

func (s *screen) flag() {
	on := !s.sitting.Progress().Items[s.at].Flagged
	s.take(s.sitting.Flag(s.at, on, s.session.Now()))
}

// handIn submits.
func (s *screen) handIn() {
	err := s.sitting.Submit(s.session.Now())
	s.take(err)
	if err == nil {
		s.finish()
	}
}

// take follows an error of the sitting: the time may be over, and the journal
// may not be writable.
func (s *screen) take(err error) {
	switch {
	case err == nil:
		s.trouble = nil
	case errors.Is(err, exam.ErrOver):
		s.over = true
		s.finish()
	case errors.Is(err, exam.ErrSettled), errors.Is(err, exam.ErrSubmitted):
	default:
		s.trouble = err
	}
}

// refresh follows another language or theme.
func (s *screen) refresh() {
	switch s.view {
	case viewEnd:
		s.finish()
	case viewReview:
		s.review(s.at)
	case viewMap:
		s.overview()
	default:
		s.reword()
	}
}

// reword says the instructor's own question in the present language; others are
// said as they are drawn. What stands in the place to answer stays.
func (s *screen) reword() {
	if s.asked().Own == nil {
		return
	}
	view, draft := s.view, s.box.Draft()
	s.visit(s.at)
	s.view = view
	if !s.box.Done() {
		s.box.Answered(draft)
	}
}

// Escape implements tui.Escaper: Esc goes to the overview first, and leaves the
// exam from there.
func (s *screen) Escape() bool {
	switch s.view {
	case viewQuestion, viewConfirm:
		s.overview()
		return true
	case viewPicture:
		s.view = viewQuestion
		return true
	case viewReview:
		s.backToEnd()
		return true
	}
	return false
}

// Crumbs implements tui.Screen.
func (s *screen) Crumbs() []string {
	return []string{s.sitting.Exam().Title.In(s.session.Language()), s.sitting.Student()}
}

// Bindings implements tui.Screen.
func (s *screen) Bindings() []key.Binding {
	switch s.view {
	case viewQuestion:
		return s.questionKeys()
	case viewReview:
		return s.reviewKeys()
	case viewPicture:
		return []key.Binding{keyPicture, tui.KeyBack}
	case viewConfirm:
		return []key.Binding{keyHandIn, tui.KeyBack}
	}
	return append(s.menu.Bindings(), keyLeave)
}

func (s *screen) questionKeys() []key.Binding {
	keys := append(s.box.Bindings(), keyMap)
	if s.asked().Picture != (exam.Picture{}) {
		keys = append(keys, keyPicture)
	}
	return append(keys, keyAround, keyFlag)
}

// Typing implements tui.Screen: no letter is a shortcut while a question is
// open, so that none ends the exam by accident.
func (s *screen) Typing() bool { return s.view == viewQuestion || s.view == viewConfirm }

// Writing implements tui.Writer: an answer in words may hold a question mark.
func (s *screen) Writing() bool { return s.view == viewQuestion && s.box.Writing() }

// Route implements tui.Screen.
func (s *screen) Route() tui.Route { return Route }
