package plain

import (
	"strings"

	"convtutor/internal/netspec"
	"convtutor/quiz"
	"convtutor/quiz/exam"
	"convtutor/viz"
)

// tellVerdict says how an answer went, in an exam that tells it at once; the
// answer stands.
func (e *sitter) tellVerdict(v quiz.Verdict) {
	e.last = e.at
	e.talk.sayAll(v.Told())
	if v.Status != quiz.Right {
		asked := e.sitting.Questions(e.language())[e.at]
		e.talk.say("plain.right-is", viz.Args{"answer": asked.Question.AnswerText(e.talk.session.Say)})
	}
	if e.known(e.at) {
		e.talk.say("exam.look.hint", nil)
	}
}

// known says whether a question has a solution, and the student may see it.
func (e *sitter) known(at int) bool {
	_, done := e.sitting.Submitted()
	told := e.sitting.Exam().Feedback == exam.FeedbackAtOnce && e.sitting.Progress().Items[at].Settled ||
		e.sitting.Exam().Feedback != exam.FeedbackNever && done
	_, walks := e.sitting.Questions(e.language())[at].Question.Walk()
	return told && walks
}

// explain goes through the solution of a question: of the one named by its
// number, or of the one told last.
func (e *sitter) explain(number string) {
	at := e.last
	if number != "" {
		n, err := quiz.ReadInt(number)
		if at = n - 1; err != nil || at >= e.sitting.Progress().Of {
			at = -1
		}
	}
	if at < 0 || !e.known(at) {
		e.talk.say("exam.look.none", nil)
		return
	}
	e.steps, _ = newSteps(e.talk, e.sitting.Questions(e.language())[at].Question)
	e.steps.begin("exam.look.steps")
}

// takeStep takes a line that is for the solution being gone through: an empty
// one goes on, ":back" goes back. Any other line ends it and is not taken.
func (e *sitter) takeStep(line string) (taken bool) {
	if e.steps == nil {
		return false
	}
	command, _ := strings.CutPrefix(netspec.Fold(line), ":")
	switch {
	case line == "" && e.steps.forward():
		return true
	case line == "":
		e.steps = nil
		if !e.over {
			e.ask()
		}
		return true
	case command != line && e.find(strings.TrimSpace(command)) == "back":
		e.steps.backward()
		return true
	}
	e.steps = nil
	return false
}

// tells says whether the exam is over and says how it went.
func (e *sitter) tells() bool {
	_, done := e.sitting.Submitted()
	return done && e.sitting.Exam().Feedback != exam.FeedbackNever
}

// lookBack goes through solutions once the exam is over, until the student
// leaves.
func (e *sitter) lookBack(lines <-chan heard) {
	e.talk.say("exam.look.how", nil)
	for e.talk.out.err == nil {
		t := <-lines
		if !t.ok {
			return
		}
		if e.takeStep(t.line) {
			continue
		}
		command, commanded := strings.CutPrefix(netspec.Fold(t.line), ":")
		word, rest, _ := strings.Cut(strings.TrimSpace(command), " ")
		switch id := e.find(word); {
		case t.line == "", commanded && id == "quit":
			return
		case commanded && id == "steps":
			e.explain(strings.TrimSpace(rest))
		default:
			e.talk.say("exam.look.how", nil)
		}
	}
}
