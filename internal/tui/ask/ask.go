// Package ask is one question on screen: its words, a place to answer, and
// what the engine says to the answer. Its one rule: whether an answer is right
// is the question's to say, never the screen's.
package ask

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/progress"
	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/quiz"
	"convtutor/viz/canvas"
)

// Box is one question, being answered. It is made with New.
type Box struct {
	session  *session.Session
	question quiz.Question
	plain    string // instead of the question's own words
	field    tui.Field
	choice   int
	verdict  quiz.Verdict
	tries    int
	first    quiz.Verdict
	typed    string
	worked   bool
	counting bool // the first answer counts in the progress
	scroll   int  // rows above the frame, when there is more than fits
	height   int  // rows of all that was drawn last
}

// Keys of a question. They are not letters: those belong to the field.
var (
	KeyAnswer = tui.Bind("enter", "key.answer", "enter")
	KeyOn     = tui.Bind("enter", "key.continue", "enter")
	KeyShow   = tui.Bind("tab", "key.show_solution", "tab")
	keyUp     = tui.Bind("↑ ↓", "key.choose", "up")
	keyDown   = tui.Bind("↓", "key.down", "down")
	keyScroll = tui.Bind("↑ ↓", "key.scroll", "up", "down")
)

// maxAnswer bounds what can be typed, in runes.
const maxAnswer = 60

// New is a question, not answered yet.
func New(s *session.Session, q quiz.Question) *Box {
	return &Box{session: s, question: q, field: tui.NewField(maxAnswer)}
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
func (b *Box) Done() bool { return b.Solved() || b.worked }

// Typing says whether the field has the keys.
func (b *Box) Typing() bool { return !b.Done() && b.question.Type != quiz.TypeChoice }

// Typed is the last answer that was given.
func (b *Box) Typed() string { return b.typed }

// Value is what stands in the field.
func (b *Box) Value() string { return b.field.Value() }

// Bindings are the keys that work now.
func (b *Box) Bindings() []key.Binding {
	switch {
	case b.Done() && b.scroll > 0:
		return []key.Binding{KeyOn, keyScroll}
	case b.Done():
		return []key.Binding{KeyOn}
	case b.question.Type == quiz.TypeChoice:
		return []key.Binding{keyUp, KeyAnswer, KeyShow}
	}
	return []key.Binding{KeyAnswer, KeyShow}
}

// Update edits and answers. answered is true when this message was an answer
// that could be read.
func (b *Box) Update(msg tea.Msg) (answered bool) {
	if b.Done() {
		b.scrollBy(msg)
		return false
	}
	switch {
	case tui.Is(msg, KeyAnswer):
		return b.answer()
	case tui.Is(msg, KeyShow):
		b.Show()
	case b.question.Type == quiz.TypeChoice:
		return b.choose(msg)
	default:
		b.field.Update(msg)
	}
	return false
}

// Show opens the worked solution, and goes to its end where it does not fit.
func (b *Box) Show() { b.worked, b.scroll = true, 1<<10 }

// Scrolls says that more was drawn than fits.
func (b *Box) Scrolls() bool { return b.scroll > 0 }

// Recall takes an answer given at another time, without counting it again.
func (b *Box) Recall(typed string) {
	b.verdict = quiz.Grade(b.question, typed)
	b.typed, b.first, b.tries = typed, b.verdict, 1
}

// Ask puts another question in the place of this one; an answer given stays,
// and is graded anew.
func (b *Box) Ask(q quiz.Question) {
	b.question = q
	if b.tries > 0 {
		b.verdict = quiz.Grade(q, b.typed)
	}
}

// scrollBy moves what does not fit into the frame.
func (b *Box) scrollBy(msg tea.Msg) {
	switch {
	case tui.Is(msg, tui.KeyUp):
		b.scroll = max(b.scroll-1, 0)
	case tui.Is(msg, tui.KeyDown):
		b.scroll++ // Draw knows where it ends
	}
}

func (b *Box) answer() bool {
	typed := b.field.Value()
	if b.question.Type == quiz.TypeChoice {
		typed = letter(b.choice)
	}
	if strings.TrimSpace(typed) == "" {
		return false
	}
	b.verdict = quiz.Grade(b.question, typed)
	b.typed = typed
	if b.verdict.Status == quiz.NotYet {
		return false
	}
	if b.tries == 0 {
		b.first = b.verdict
		b.count()
	}
	b.tries++
	if b.verdict.Status == quiz.Wrong && b.question.Type != quiz.TypeChoice {
		b.field.SetValue("")
	}
	return true
}

// count keeps the first answer with the learner's progress.
func (b *Box) count() {
	if b.counting {
		b.session.Progress.Apply(progress.CountQuestion(b.question.Kind, b.first.Status == quiz.Right, b.first.Slip()))
	}
}

// choose moves through the options, or takes one by its letter.
func (b *Box) choose(msg tea.Msg) bool {
	n := len(b.question.Options)
	switch {
	case tui.Is(msg, keyUp, tui.KeyUp):
		b.choice = max(b.choice-1, 0)
	case tui.Is(msg, keyDown, tui.KeyDown):
		b.choice = min(b.choice+1, n-1)
	default:
		press, ok := msg.(tea.KeyMsg)
		if !ok || len(press.Runes) != 1 {
			return false
		}
		if i := int(press.Runes[0] - 'a'); i >= 0 && i < n {
			b.choice = i
			return b.answer()
		}
	}
	return false
}

func letter(i int) string { return string(rune('a' + i)) }

// pick is the message of a click on an option.
type pick struct {
	box *Box
	at  int
}

// Picked takes a click on an option; ok is false for another message.
func (b *Box) Picked(msg tea.Msg) (answered, ok bool) {
	p, ok := msg.(pick)
	if !ok || p.box != b || b.Done() {
		return false, ok
	}
	b.choice = p.at
	return b.answer(), true
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
