package plain

import (
	"net/url"
	"slices"
	"strconv"

	"convtutor/internal/course"
	"convtutor/internal/progress"
	"convtutor/internal/route"
	"convtutor/quiz"
	task "convtutor/quiz/assignment"
	"convtutor/viz"
)

// assignment is the four questions, part by part.
type assignment struct {
	talk  *talk
	parts []task.Part
	asks  []*asking
	at    int
	work  *task.Work // the tensors; nil until the first answer
}

// openAssignment opens "assignment" or "assignment#q2.shape".
func openAssignment(t *talk, at route.Route) (place, error) {
	parts, err := task.Parts()
	if err != nil {
		return nil, err
	}
	a := &assignment{talk: t, parts: parts}
	for i, p := range parts {
		ask := &asking{talk: t, question: p.Question}
		ask.count = func(typed string, v quiz.Verdict) { a.keep(i, typed, v) }
		ask.done = t.session.Progress.State().Parts[p.ID].Right
		a.asks = append(a.asks, ask)
	}
	a.at = a.open(0)
	if i := slices.IndexFunc(parts, func(p task.Part) bool { return p.ID == at.Place }); i >= 0 {
		a.at = i
	}
	return a, nil
}

// open is the first part from one on that is not done; the one itself if all are.
func (a *assignment) open(from int) int {
	for i := range a.asks {
		if to := (from + i) % len(a.asks); !a.asks[to].done {
			return to
		}
	}
	return from % len(a.asks)
}

// keep keeps an answer.
func (a *assignment) keep(i int, typed string, v quiz.Verdict) {
	a.talk.apply(progress.AnswerPart(a.parts[i].ID, typed, v.Status == quiz.Right, v.Slip()))
}

func (a *assignment) enter() {}

func (a *assignment) tell() {
	t := a.talk
	t.say("home.assignment", nil)
	kept := t.session.Progress.State().Parts
	for i, p := range a.parts {
		key := "plain.part.open"
		switch k := kept[p.ID]; {
		case k.Right:
			key = "plain.part.right"
		case k.Tries > 0:
			key = "plain.part.wrong"
		}
		t.say("plain.item", viz.Args{"n": i + 1, "item": t.text(key, viz.Args{
			"question": p.Number, "part": p.Name(), "typed": shortened(kept[p.ID].Answer),
		})})
	}
	t.out.gap()
	a.tellPart()
}

// tellPart says the part at hand.
func (a *assignment) tellPart() {
	t, p := a.talk, a.parts[a.at]
	t.say("plain.part", viz.Args{"question": p.Number, "part": p.Name()})
	a.asks[a.at].tell()
	if a.asks[a.at].done {
		t.say("plain.part.done", viz.Args{"answer": p.Question.Answer})
	}
}

func (a *assignment) commands() []string {
	commands := with(answerCommands, "next", "previous", "back", "part")
	if a.asks[a.at].done {
		commands = append(commands, "steps")
	}
	return commands
}

func (a *assignment) take(c command) {
	ask := a.asks[a.at]
	switch {
	case ask.done && ask.takeDone(c):
	case c.id == "next":
		a.to(a.at + 1)
	case c.id == "previous", c.id == "back":
		a.to(a.at + len(a.parts) - 1)
	case c.id == "part":
		a.named(c.rest)
	case c.id == "" && ask.done:
		a.answered(c)
	default:
		open := !ask.done
		ask.take(c)
		if open && ask.done {
			a.solved()
		}
	}
}

// answered takes a line at a part that is done: an empty one goes on.
func (a *assignment) answered(c command) {
	if c.text == "" {
		a.to(a.open(a.at + 1))
		return
	}
	a.talk.say("plain.part.done", viz.Args{"answer": a.asks[a.at].question.Answer})
}

// solved says what the tensors say, and how to go on.
func (a *assignment) solved() {
	a.computed()
	if a.asks[a.open(a.at)].done {
		a.talk.say("plain.part.all", nil)
		return
	}
	a.talk.say("plain.part.go-on", nil)
}

// to goes to a part.
func (a *assignment) to(at int) {
	a.at = at % len(a.parts)
	a.talk.out.gap()
	a.tellPart()
}

// named goes to a part by its number in the list.
func (a *assignment) named(text string) {
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > len(a.parts) {
		a.talk.say("plain.no-part", viz.Args{"of": len(a.parts)})
		return
	}
	a.to(n - 1)
}

// computed says what came out of the tensors, which are really computed, once.
func (a *assignment) computed() {
	if a.work == nil {
		work, err := course.Assignment()
		if err != nil {
			a.talk.trouble(err)
			return
		}
		a.work = work
	}
	shape := a.work.Results[a.parts[a.at].Number-1].Shape
	a.talk.say("assignment.computed", viz.Args{"shape": shape.String(), "n": shape.H * shape.W * shape.C})
}

func (a *assignment) route() route.Route {
	return route.Route{Screen: "assignment", Place: a.parts[a.at].ID}
}

// cloned is a copy of a query that can be changed.
func cloned(q url.Values) url.Values {
	copied := url.Values{}
	for name, values := range q {
		copied[name] = slices.Clone(values)
	}
	return copied
}
