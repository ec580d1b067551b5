package plain

import (
	"slices"

	"convtutor/viz"
)

// hints are the hints of the step, in the language in force.
func (l *lesson) hints() []string {
	var hints []string
	for _, p := range l.words().Hints {
		hints = append(hints, l.fill(p.Text()))
	}
	return hints
}

// tellQuestion says the sum that is asked for, since nobody sees it, and the
// lesson's question.
func (l *lesson) tellQuestion(i int) {
	if w, ok := l.stage.(posed); ok && l.step.Predictions[i].At >= 0 {
		if sum, ok := w.ask(); ok {
			l.talk.out.line(l.talk.session.Say(sum))
		}
	}
	if q, ok := l.words().Question(i); ok {
		l.talk.out.line(l.fill(q.Text()))
	}
}

// asking is the prediction at hand; nil when none is open.
func (l *lesson) asking() *asking {
	for _, a := range l.asks {
		if !a.done {
			return a
		}
	}
	return nil
}

// pose puts the animation where the prediction at hand is asked, or where the
// answer of the last one is.
func (l *lesson) pose() {
	if t, ok := l.stage.(*turning); ok {
		t.hidden = l.asking() != nil
		return
	}
	w, ok := l.stage.(posed)
	if !ok {
		return
	}
	for i, p := range l.step.Predictions {
		switch {
		case p.At < 0:
		case !l.asks[i].done:
			w.pose(p.At, true)
			return
		default:
			w.pose(p.Revealed, false)
		}
	}
}

// answers implements answerer.
func (l *lesson) answers(line string) bool {
	if c, ok := l.stage.(*check); ok {
		return c.answers(line)
	}
	a := l.asking()
	return a != nil && a.answers(line)
}

// answer takes what is meant for a prediction, open or made; it says whether c
// is that.
func (l *lesson) answer(c command) bool {
	if a := l.asking(); a != nil {
		if c.id != "" && !slices.Contains(answerCommands, c.id) {
			return false
		}
		a.take(c)
		if a.done {
			l.solved()
		}
		return true
	}
	switch answered := len(l.asks) > 0; {
	case answered && c.id == "solution":
		l.asks[len(l.asks)-1].solve()
		return true
	case answered && c.id == "" && c.text == "": // what was asked is what the step is for
		l.move(1)
		return true
	}
	return false
}

// solved goes on after a prediction: to the next one, or to what is said after
// the last.
func (l *lesson) solved() {
	l.pose()
	if a := l.asking(); a != nil {
		a.tell()
		return
	}
	l.paragraphs(l.words().After)
	l.talk.say("plain.go-on", nil)
}

// posed is a stage that can be put at a step of its animation.
type posed interface {
	// pose goes to a step; hidden keeps what comes of it secret.
	pose(step int, hidden bool)
	// ask says what is asked for there, without its result.
	ask() (viz.Words, bool)
}
