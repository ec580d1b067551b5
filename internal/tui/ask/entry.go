package ask

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/quiz"
)

// entry is where the answer to one type of question is made. Its value is what
// a student would type, whatever keys have made it.
type entry interface {
	// value is the answer in a line; "" while there is none to give.
	value() string
	// set shows an answer that was given at another time.
	set(typed string)
	// update takes a key; answer is true where the answer is to be taken now.
	update(msg tea.Msg) (answer bool)
	// click takes a click on one of the places that draw names.
	click(at int) (answer bool)
	// graded hears what was said to the answer.
	graded(v quiz.Verdict)
	// bindings are the keys that it has besides those of every question.
	bindings() []key.Binding
	// typing says whether letters belong to it.
	typing() bool
	// rows is how many rows draw takes; 0 where it stands on the question's own.
	rows() int
	// draw draws it from row y on; s says how the answer stands.
	draw(d drawing, y int, s standing)
}

// standing is how an answer stands when it is drawn.
type standing struct {
	done, solved bool
	verdict      quiz.Verdict
}

// drawing is where an entry draws, and who says its words.
type drawing struct {
	tui.Frame
	session *session.Session
	x       int // behind the question's last word, where a line goes on
	place   func(at int) func(x, y int) tea.Msg
}

// newEntry is the entry for a question's type of answer.
func newEntry(q quiz.Question) entry {
	switch q.Type {
	case quiz.TypeChoice:
		return &choice{question: q}
	case quiz.TypeSeveral:
		return &several{question: q, picked: make([]bool, len(q.Options))}
	case quiz.TypeOrder:
		return newOrder(q)
	case quiz.TypeGrid:
		return newGrid(q)
	case quiz.TypePlace:
		if len(q.Field) > 0 {
			return &place{question: q}
		}
	}
	if q.Type != quiz.TypeNumber && q.Type != quiz.TypeShape { // words of the student's own
		return &line{question: q, field: tui.NewField(maxWords), wide: true}
	}
	return &line{question: q, field: tui.NewField(maxAnswer)}
}

// letter is the letter of an option.
func letter(i int) string { return string(rune('a' + i)) }

// zone makes a part of a row, counted from the frame's corner, one that can be
// clicked on.
func (d drawing) zone(x, y, w, at int) {
	rect := d.Area
	rect.X, rect.Y, rect.W, rect.H = rect.X+x, rect.Y+y, w, 1
	d.Zone(rect, d.place(at))
}
