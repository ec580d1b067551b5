package plain

import (
	"fmt"
	"slices"

	"convtutor/viz"
)

// check is the stage of a lesson's closing questions, one after the other.
type check struct {
	talk *talk
	asks []*asking
	at   int
}

func newCheck(l *lesson) (stage, error) {
	questions, err := l.step.Questions(l.talk.session.Seed)
	if err != nil {
		return nil, err
	}
	if len(questions) == 0 {
		return nil, fmt.Errorf("lessons: step %s: a quiz needs kinds", l.step.ID)
	}
	c := &check{talk: l.talk}
	for _, q := range questions {
		c.asks = append(c.asks, &asking{talk: l.talk, question: q})
	}
	return c, nil
}

func (c *check) asking() *asking { return c.asks[c.at] }

func (c *check) tell() {
	c.talk.say("practice.place", viz.Args{
		"n": c.at + 1, "of": len(c.asks), "level": c.asking().question.Level,
	})
	c.asking().tell()
}

func (c *check) commands() []string {
	switch {
	case !c.asking().done:
		return answerCommands
	case c.at+1 < len(c.asks):
		return c.asking().doneCommands()
	}
	return slices.DeleteFunc(c.asking().doneCommands(), func(id string) bool { return id == "next" }) // which is the lesson's
}

func (c *check) answers(line string) bool { return c.asking().answers(line) }

func (c *check) open() bool { return c.at < len(c.asks)-1 || !c.asking().done }

func (c *check) take(said command) bool {
	a := c.asking()
	switch {
	case !a.done:
		a.take(said)
		if a.done {
			a.sayGoOn()
		}
	case a.takeDone(said):
	case said.text != "" && said.id != "next":
		c.talk.unknown(said)
	case c.at+1 < len(c.asks):
		c.at++
		c.talk.out.gap()
		c.tell()
	default:
		return false
	}
	return true
}
