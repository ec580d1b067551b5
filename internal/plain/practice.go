package plain

import (
	"strconv"

	"convtutor/internal/course"
	"convtutor/internal/route"
	"convtutor/quiz"
	"convtutor/viz"
)

// practice is a run through questions, then what to look at again.
type practice struct {
	talk *talk
	at   route.Route
	seed uint32
	run  *quiz.Practice
	ask  *asking // nil once the run is over
}

func openPractice(t *talk, at route.Route) (place, error) {
	plan, err := course.Plan(at, t.session.Seed)
	if err != nil {
		return nil, err
	}
	questions, err := plan.Questions()
	if err != nil {
		return nil, err
	}
	p := &practice{talk: t, at: at, seed: plan.Seed, run: quiz.NewPractice(questions)}
	p.next()
	return p, nil
}

// next takes the question at hand.
func (p *practice) next() {
	p.ask = nil
	if q, ok := p.run.Question(); ok {
		p.ask = &asking{talk: p.talk, question: q}
	}
}

func (p *practice) enter() {}

func (p *practice) tell() {
	if p.ask == nil {
		p.tellSummary()
		return
	}
	n, of := p.run.Place()
	p.talk.say("practice.place", viz.Args{"n": n, "of": of, "level": p.ask.question.Level})
	p.ask.tell()
}

func (p *practice) commands() []string {
	switch {
	case p.ask == nil:
		return []string{"back"}
	case p.ask.done:
		return p.ask.doneCommands()
	}
	return with(answerCommands, "next")
}

// answers implements answerer.
func (p *practice) answers(line string) bool { return p.ask != nil && p.ask.answers(line) }

func (p *practice) take(c command) {
	switch {
	case p.ask == nil:
		p.takeSummary(c)
	case p.ask.done && p.ask.takeDone(c):
	case c.id == "next", p.ask.done && c.text == "":
		p.run.Next()
		p.next()
		p.talk.tell()
	case p.ask.done:
		p.talk.unknown(c)
	default:
		p.answer(c)
	}
}

// answer passes a line on to the question and to the run.
func (p *practice) answer(c command) {
	if c.id == "" && c.text != "" {
		p.run.Answer(p.ask.question.InLetters(c.text, p.talk.session.Say))
	}
	p.ask.take(c)
	if p.ask.done {
		p.ask.sayGoOn()
	}
}

// tellSummary tells how the run went and what to look at again.
func (p *practice) tellSummary() {
	sum := p.run.Summary()
	t := p.talk
	t.say("practice.score", viz.Args{"right": sum.Right, "of": sum.Of})
	for _, k := range sum.ByKind {
		t.say("plain.tally", viz.Args{
			"kind": viz.Words{Key: "quiz." + k.Kind + ".name"}, "right": k.Right, "of": k.Of,
		})
	}
	if len(sum.BySlip) > 0 {
		t.say("practice.slips", nil)
	}
	for _, s := range sum.BySlip {
		t.say("plain.slip", viz.Args{"slip": s.Slip.Name(), "n": s.Count})
	}
	t.list(p.items())
	t.say("plain.list.how", nil)
}

// items are what can be done after a run: another one, the lessons of the
// slips made, home.
func (p *practice) items() []item {
	items := []item{{p.talk.text("practice.once_more", nil), p.another()}}
	for _, topic := range p.run.Summary().Again {
		e, ok := p.talk.session.Course.Entry(quiz.LessonRoute(topic))
		words, err := p.talk.session.Course.Words(e.ID, p.talk.session.Language())
		if !ok || err != nil {
			continue
		}
		items = append(items, item{p.talk.text("plain.look-again", viz.Args{"lesson": words.Title}), lessonRoute(e, "")})
	}
	return append(items, item{p.talk.text("plain.to-home", nil), route.Route{Screen: "home"}})
}

// another is the route to a run of the same sort with new questions.
func (p *practice) another() route.Route {
	at := p.at
	if len(at.Path) > 2 {
		at.Path = at.Path[:2]
	}
	at.Query = cloned(at.Query)
	_, of := p.run.Place()
	at.Query.Set("count", strconv.Itoa(of))
	at.Query.Set("seed", strconv.FormatUint(uint64(p.seed+quiz.MaxCount), 10))
	return at
}

func (p *practice) takeSummary(c command) { p.talk.choose(c, p.items()) }

// route is the link to this very run.
func (p *practice) route() route.Route {
	at := route.Route{Screen: "quiz", Path: p.at.Path, Query: cloned(p.at.Query)}
	if len(at.Path) > 1 {
		at.Query.Set("level", at.Path[1])
		at.Path = at.Path[:1]
	}
	_, of := p.run.Place()
	at.Query.Set("count", strconv.Itoa(of))
	at.Query.Set("seed", strconv.FormatUint(uint64(p.seed), 10))
	return at
}
