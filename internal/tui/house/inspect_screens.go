package house

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/quiz"
	"convtutor/quiz/assignment"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// drawAll draws every screen at every size in every language.
func (in *inspector) drawAll() {
	for _, code := range in.bundle.Codes() {
		routes := append(slices.Sorted(maps.Keys(makers())), "lab/conv?c=4&n=2&g=2&d=2&b=0_1")
		for _, route := range routes {
			if v := in.everySize(code, route); v != nil {
				v.whole()
			}
		}
		for _, lesson := range in.course.Entries() {
			in.drawLesson(code, lesson.ID)
		}
		for _, kind := range quiz.Kinds() {
			for level := 1; level <= kind.Levels(); level++ {
				in.drawQuestion(code, kind, level)
			}
		}
		in.drawAssignment(code)
		in.drawLab(code)
	}
}

// everySize draws a screen at every size.
func (in *inspector) everySize(code, route string) *view {
	v := in.open(code, route)
	if v == nil {
		return nil
	}
	for _, at := range sizes {
		v.drawn(at)
	}
	v.drawn(usual)
	return v
}

// drawQuestion draws some questions of a kind: the question, what is said to
// each slip, and the worked solution can be read at the usual size.
func (in *inspector) drawQuestion(code string, kind quiz.Kind, level int) {
	for seed := range uint32(3) {
		q, err := kind.New(level, seed)
		if err != nil {
			continue // told by questions
		}
		if v := in.everySize(code, q.Route()); v != nil {
			v.asked(q)
		}
	}
}

// partsWide is how many columns the list of parts takes, the margin included.
const partsWide = 24

// drawAssignment draws each part of the assignment.
func (in *inspector) drawAssignment(code string) {
	parts, err := assignment.Parts()
	if err != nil {
		in.add("assignment: %v", err)
	}
	for _, part := range parts {
		if v := in.everySize(code, "assignment#"+part.ID); v != nil {
			v.left = partsWide
			v.asked(part.Question)
		}
	}
}

// asked goes through a question that is open: read, answered wrongly in every
// known way, given up.
func (v *view) asked(q quiz.Question) {
	for i, w := range q.OnScreen() {
		v.shows(fmt.Sprintf("sentence %d of the question", i+1), v.text(w))
	}
	v.whole()
	v.slips(q)
	v.press(tea.KeyCtrlE)
	v.worked(q)
}

// slips answers with every known mistake.
func (v *view) slips(q quiz.Question) {
	for _, slip := range q.Slips {
		typed, ok := entered(q, slip.Answer)
		if !ok {
			continue // the screen has no way to enter it
		}
		verdict := quiz.Grade(q, typed)
		if verdict.Status != quiz.Wrong {
			continue // an answer that happens to be right as well
		}
		v.enter(q, typed)
		v.shows("what is said to "+typed, v.texts(verdict.Feedback))
		v.whole()
		if q.Type == quiz.TypeSeveral {
			v.runes(typed) // takes the ticks off again
		}
	}
}

// mostRows is more than a solution takes.
const mostRows = 60

// worked reads the solution from its end to its beginning.
func (v *view) worked(q quiz.Question) {
	unread := map[int]string{}
	for i, w := range q.Worked {
		unread[i] = squeeze(v.text(w))
	}
	for row := range mostRows {
		shown := v.squeezed()
		for i, text := range unread {
			if strings.Contains(shown, text) {
				delete(unread, i)
			}
		}
		if len(unread) == 0 {
			return
		}
		if row == 0 {
			v.runes("e") // where an animation tells it, words are a key away
			continue
		}
		v.press(tea.KeyUp)
	}
	for i := range q.Worked {
		if _, left := unread[i]; left {
			v.wrong("sentence %d of the solution cannot be read", i+1)
		}
	}
}

// text says words in the view's language, without marks.
func (v *view) text(w viz.Words) string { return v.texts([]viz.Words{w}) }

func (v *view) texts(words []viz.Words) string {
	var text strings.Builder
	for _, w := range words {
		text.WriteString(canvas.Strip(v.session.Say(w)))
	}
	return text.String()
}
