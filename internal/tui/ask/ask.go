// Package ask is one question on screen: its words, a place to answer, and
// what the engine says to the answer. Its one rule: whether an answer is right
// is the question's to say, never the screen's.
package ask

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/progress"
	"convtutor/internal/review"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/play"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Box is one question, being answered. It is made with New.
type Box struct {
	session  *session.Session
	question quiz.Question
	plain    string // instead of the question's own words
	entry    entry
	verdict  quiz.Verdict
	tries    int
	first    quiz.Verdict
	typed    string
	worked   bool
	walk     *play.Player // the solution as an animation; nil where there is none
	inWords  bool         // the solution's words are wanted in the animation's place
	cramped  bool         // there was no room for the animation
	counting bool         // the first answer counts in the progress
	scroll   int          // rows above the frame, when there is more than fits
	judge    Judge        // takes the answers of an exam; nil in practice
	settled  bool         // nothing can be answered any more
}

// Keys of a question. Letters belong to the place to answer.
var (
	KeyAnswer = tui.Bind("enter", "key.answer", "enter")
	KeyOn     = tui.Bind("enter", "key.continue", "enter")
	KeyShow   = tui.Bind("tab", "key.show_solution", "tab", "ctrl+e")
	// keyShowOnly is KeyShow where tab goes from cell to cell.
	keyShowOnly = tui.Bind("ctrl+e", "key.show_solution", "ctrl+e")
	keyUp       = tui.Bind("↑ ↓", "key.choose", "up")
	keyDown     = tui.Bind("↓", "key.down", "down")
	keyScroll   = tui.Bind("↑ ↓", "key.scroll", "up", "down")
)

// New is a question, not answered yet.
func New(s *session.Session, q quiz.Question) *Box {
	return &Box{session: s, question: q, entry: newEntry(q)}
}

// WithPrompt puts a sentence of the lesson in the place of the question's own.
func (b *Box) WithPrompt(sentence string) *Box {
	b.plain = sentence
	return b
}

// Counted makes the first answer count in the learner's progress, by the
// question's kind.
func (b *Box) Counted() *Box {
	b.counting = true
	return b
}

// Question is what is asked.
func (b *Box) Question() quiz.Question { return b.question }

// Verdict is what was said to the last answer; NotYet before any.
func (b *Box) Verdict() quiz.Verdict { return b.verdict }

// First is what was said to the first answer that could be read.
func (b *Box) First() quiz.Verdict { return b.first }

// Tries counts the answers that could be read.
func (b *Box) Tries() int { return b.tries }

// Solved says that an answer was right.
func (b *Box) Solved() bool { return b.tries > 0 && b.verdict.Status == quiz.Right }

// Shown says that the learner has opened the worked solution.
func (b *Box) Shown() bool { return b.worked }

// Done says that nothing is left to do: solved, or the solution was opened.
func (b *Box) Done() bool {
	if b.judge != nil {
		return b.settled
	}
	return b.Solved() || b.worked
}

// Typing says whether letters belong to the answer.
func (b *Box) Typing() bool { return !b.Done() && b.entry.typing() }

// Writing says whether whole sentences may be written.
func (b *Box) Writing() bool {
	l, ok := b.entry.(*line)
	return ok && l.wide && !b.Done()
}

// Typed is the last answer that was given.
func (b *Box) Typed() string { return b.typed }

// EntryRows is how many rows the place to answer takes below the question; 0
// where it stands on its last line.
func (b *Box) EntryRows() int { return b.entry.rows() }

// showKey opens the solution.
func (b *Box) showKey() key.Binding {
	if b.question.Type == quiz.TypeGrid && !b.Done() {
		return keyShowOnly
	}
	return KeyShow
}

// Bindings are the keys that work now.
func (b *Box) Bindings() []key.Binding {
	if b.Done() {
		return append([]key.Binding{KeyOn}, b.explainKeys()...)
	}
	own := b.entry.bindings()
	if b.question.Type != quiz.TypeGrid { // whose enter goes from cell to cell
		own = append(own, KeyAnswer)
	}
	if b.judge != nil {
		return own
	}
	return append(own, b.showKey())
}

// Update edits and answers. answered is true when this message was an answer
// that could be read.
func (b *Box) Update(msg tea.Msg) (answered bool) {
	switch {
	case b.Done():
		b.scrollBy(msg)
	case b.judge == nil && tui.Is(msg, b.showKey()):
		b.Show()
	case b.entry.update(msg):
		return b.answer()
	}
	return false
}

// Recall takes an answer given at another time, without counting it again.
func (b *Box) Recall(typed string) {
	b.verdict = quiz.Grade(b.question, typed)
	b.typed, b.first, b.tries = typed, b.verdict, 1
	b.entry.set(typed)
}

// Ask puts another question in the place of this one; an answer given stays,
// and is graded anew.
func (b *Box) Ask(q quiz.Question) {
	b.question = q
	if b.tries > 0 {
		b.verdict = quiz.Grade(q, b.typed)
	}
}

func (b *Box) answer() bool {
	typed := b.entry.value()
	if strings.TrimSpace(typed) == "" {
		return false
	}
	b.verdict = b.said(typed)
	b.typed = typed
	b.scroll = 1 << 10 // what is said to it is to be seen, whatever gives way
	b.entry.graded(b.verdict)
	if b.verdict.Status == quiz.NotYet {
		return false
	}
	if b.tries == 0 {
		b.first = b.verdict
		b.count()
	}
	b.tries++
	b.comfort()
	return true
}

// stuck is after how many wrong answers the solution is offered in words.
const stuck = 3

// comfort tells one who keeps being wrong that the solution can be seen.
func (b *Box) comfort() {
	if b.tries < stuck || b.verdict.Status != quiz.Wrong || b.judge != nil {
		return
	}
	offer := viz.Words{Key: "ask.stuck", Args: viz.Args{"key": b.showKey().Help().Key}}
	b.verdict.Feedback = append(slices.Clone(b.verdict.Feedback), offer)
}

// said is what is said to an answer.
func (b *Box) said(typed string) quiz.Verdict {
	if b.judge != nil {
		return b.judge(typed)
	}
	return quiz.Grade(b.question, typed)
}

// count keeps the first answer with the learner's progress.
func (b *Box) count() {
	if b.counting {
		b.session.Progress.Apply(progress.CountQuestion(b.question.Kind, b.first.Status == quiz.Right, b.first.Slip()))
		b.session.Progress.Apply(review.Answered(b.question, b.first, b.session.Now())...)
	}
}

// pick is the message of a click on a place of the entry.
type pick struct {
	box *Box
	at  int
}

// Picked takes a click on the place to answer; ok is false for another message.
func (b *Box) Picked(msg tea.Msg) (answered, ok bool) {
	p, ok := msg.(pick)
	if !ok || p.box != b || b.Done() {
		return false, ok
	}
	return b.entry.click(p.at) && b.answer(), true
}

// feedbackRole is the role of what is said to the last answer.
func (b *Box) feedbackRole() canvas.Role {
	switch {
	case b.verdict.Status == quiz.Right:
		return canvas.RoleGood
	case b.verdict.Status == quiz.Wrong:
		return canvas.RoleBad
	}
	return canvas.RoleNote
}
