package ask

import "convtutor/quiz"

// Judge takes an answer and says what to tell about it. A verdict that is
// neither right nor wrong is told, and the answer may be changed.
type Judge func(typed string) quiz.Verdict

// Handed makes the box one of an exam: a judge takes its answers, and until it is
// settled there is no solution to open.
func (b *Box) Handed(judge Judge) *Box {
	b.judge = judge
	return b
}

// Answered shows an answer that stands already.
func (b *Box) Answered(typed string) *Box {
	if typed != "" {
		b.typed = typed
		b.entry.set(typed)
		if l, ok := b.entry.(*line); ok {
			l.field.SetValue(typed) // to be changed
		}
	}
	return b
}

// Draft is what stands in the place to answer, given or not; "" while nothing
// does.
func (b *Box) Draft() string { return b.entry.value() }

// Settle closes the box: nothing can be answered any more, how the answer stands
// is shown, and the solution can be opened.
func (b *Box) Settle(v quiz.Verdict) *Box {
	v.Feedback = v.Told() // there is no other try
	b.settled, b.verdict = true, v
	if b.typed != "" {
		b.tries, b.first = 1, v
		if c, ok := b.entry.(*choice); ok {
			c.graded(v) // what was taken is marked, though it was at another time
		}
	}
	return b
}
