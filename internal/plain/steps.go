package plain

import (
	"convtutor/quiz"
	"convtutor/viz"
)

// steps is a solution being gone through, a step at a time.
type steps struct {
	talk  *talk
	anim  viz.Animation
	level viz.Level
	at    int
}

// newSteps is a question's solution at its first step; ok is false where it has
// none.
func newSteps(t *talk, q quiz.Question) (s *steps, ok bool) {
	walk, ok := q.Walk()
	if !ok {
		return nil, false
	}
	return &steps{talk: t, anim: walk.Animation, level: walk.Level, at: walk.Start}, true
}

// say says the step at hand, under the title of its part where that is new, and
// where the last one was.
func (s *steps) say(before int) {
	if title := s.heading(s.at); title != "" && (before < 0 || title != s.heading(before)) {
		s.talk.out.line(title)
	}
	words := []viz.Words{s.anim.Words(s.at)}
	if teller, ok := s.anim.(viz.Teller); ok {
		words = teller.WordsAt(s.at, s.level)
	}
	s.talk.sayAll(words)
	if s.ended() {
		s.talk.say("plain.steps-end", nil)
	}
}

// heading is the title over a step, as it is said; "" where there is none.
func (s *steps) heading(at int) string {
	h, ok := s.anim.(viz.Headed)
	if !ok || h.Heading(at).Key == "" {
		return ""
	}
	return s.talk.session.Say(h.Heading(at))
}

func (s *steps) ended() bool { return s.at == s.anim.Steps()-1 }

// begin says how many steps there are, with the sentence that tells the way
// through them, and the first.
func (s *steps) begin(how string) {
	s.talk.say(how, viz.Args{"n": s.anim.Steps() - s.at})
	s.say(-1)
}

// forward goes on; ok is false where no step is left.
func (s *steps) forward() (ok bool) {
	if s.ended() {
		return false
	}
	before := s.at
	if stepper, has := s.anim.(viz.Stepper); has {
		s.at = stepper.Next(s.at, s.level)
	} else {
		s.at++
	}
	s.say(before)
	return true
}

func (s *steps) backward() {
	before := s.at
	switch stepper, has := s.anim.(viz.Stepper); {
	case s.at == 0:
		s.talk.say("plain.walk-start", nil)
		return
	case has:
		s.at = stepper.Prev(s.at, s.level)
	default:
		s.at--
	}
	s.say(before)
}

// doneCommands work once a question is done.
func (a *asking) doneCommands() []string {
	commands := []string{"next", "solution"}
	if _, ok := a.question.Walk(); ok {
		commands = append(commands, "steps")
	}
	if a.steps != nil {
		commands = append(commands, "back")
	}
	return commands
}

// takeDone takes what is meant for the solution of a question that is done; it
// says whether c is that.
func (a *asking) takeDone(c command) bool {
	switch {
	case c.id == "solution":
		a.solve()
	case c.id == "steps":
		s, ok := newSteps(a.talk, a.question)
		if !ok {
			return false
		}
		a.steps = s
		s.begin("plain.steps-how")
	case a.steps == nil:
		return false
	case c.id == "back":
		a.steps.backward()
	case c.text == "" && a.steps.forward():
	default:
		a.steps = nil
		return false
	}
	return true
}

// sayGoOn says how to go on once the question is done.
func (a *asking) sayGoOn() {
	if _, ok := a.question.Walk(); ok {
		a.talk.say("plain.go-on-steps", nil)
		return
	}
	a.talk.say("plain.go-on", nil)
}
