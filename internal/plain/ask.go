package plain

import (
	"slices"
	"strings"

	"convtutor/internal/progress"
	"convtutor/internal/review"
	"convtutor/quiz"
	"convtutor/viz"
)

// asking is one question, being answered.
type asking struct {
	talk     *talk
	question quiz.Question
	prompt   func()          // says the question; nil for its own prompt
	hints    func() []string // of the lesson; nil for none
	// count notes the first answer; nil to count it as practice.
	count func(typed string, v quiz.Verdict)

	hinted, tries int
	done          bool   // solved, or the solution was told
	steps         *steps // the solution being gone through; nil for not
}

// answerCommands work while a question is open.
var answerCommands = []string{"hint", "solution"}

// tell says the question.
func (a *asking) tell() {
	if a.prompt != nil {
		a.prompt()
	} else {
		a.tellPrompt()
	}
	for i, o := range a.question.Options {
		a.talk.say("plain.option", viz.Args{"letter": letter(i), "answer": o.Text(a.talk.session.Say)})
	}
	a.tellHow()
}

// tellPrompt says the question's own prompt; the numbers that it is about stand
// before its last sentence, which asks.
func (a *asking) tellPrompt() {
	prompt := a.question.Prompt
	last := max(len(prompt)-1, 0)
	a.talk.sayAll(prompt[:last])
	a.tellField()
	if p := a.question.Given.Problem; p != nil && !a.pointsAtInput() {
		a.talk.array("plain.rows.input", "plain.rows.input-channel", p.Input)
		if p.Weight != nil {
			a.talk.array("plain.rows.filter", "plain.rows.filter-channel", *p.Weight)
		}
	}
	a.talk.sayAll(prompt[last:])
}

func letter(i int) string { return string(rune('a' + i)) }

// take takes an answer, or asks for help.
func (a *asking) take(c command) {
	switch {
	case c.id == "hint":
		a.hint()
	case c.id == "solution":
		a.solve()
	case strings.TrimSpace(c.text) == "":
		a.say("plain.answer-please", "plain.answer-please-hint")
	default:
		a.answer(c.text)
	}
}

func (a *asking) answer(typed string) {
	v := quiz.Grade(a.question, a.question.InLetters(typed, a.talk.session.Say))
	a.sayVerdict(v, typed)
	if v.Status == quiz.NotYet {
		return
	}
	if a.tries == 0 || a.count != nil {
		a.note(typed, v)
	}
	a.tries++
	if v.Status == quiz.Right {
		a.done = true
		return
	}
	a.sayCredit(v)
	a.say("plain.try-again", "plain.try-again-hint")
}

// sayVerdict says how an answer stands; of a right option it says the text,
// since its letter tells nothing once the list is out of hearing.
func (a *asking) sayVerdict(v quiz.Verdict, typed string) {
	say := a.talk.session.Say
	i, err := quiz.ReadChoice(a.question.Options, a.question.InLetters(typed, say))
	if a.question.Type != quiz.TypeChoice || v.Status != quiz.Right || err != nil {
		a.talk.sayAll(v.Feedback)
		return
	}
	a.talk.say("quiz.right", viz.Args{"typed": strings.TrimRight(a.question.Options[i].Text(say), ".")})
}

// say says one sentence, or the other where there are hints to ask for.
func (a *asking) say(without, with string) {
	if a.hints != nil {
		without = with
	}
	a.talk.say(without, nil)
}

// note puts an answer into the learner's progress.
func (a *asking) note(typed string, v quiz.Verdict) {
	if a.count != nil {
		a.count(typed, v)
		return
	}
	a.talk.apply(progress.CountQuestion(a.question.Kind, v.Status == quiz.Right, v.Slip()))
	a.talk.apply(review.Answered(a.question, v, a.talk.session.Now())...)
}

// hint tells the next hint, the last one again and again.
func (a *asking) hint() {
	var hints []string
	if a.hints != nil {
		hints = a.hints()
	}
	if len(hints) == 0 {
		a.talk.say("plain.no-hint", nil)
		return
	}
	a.talk.out.line(hints[min(a.hinted, len(hints)-1)])
	a.hinted++
}

// solve tells the answer and how it is worked out.
func (a *asking) solve() {
	if a.tries == 0 && a.count == nil && !a.done {
		a.talk.apply(review.Shown(a.question, a.talk.session.Now())...)
	}
	a.done = true
	a.talk.say("plain.right-is", viz.Args{"answer": a.question.AnswerText(a.talk.session.Say)})
	for _, w := range a.question.Worked {
		a.talk.out.line(a.talk.session.Say(w))
	}
}

// with gives commands and more of them, in a new list.
func with(commands []string, more ...string) []string { return slices.Concat(commands, more) }
