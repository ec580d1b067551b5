package plain

import (
	"strconv"

	"convtutor/internal/review"
	"convtutor/internal/route"
	"convtutor/quiz"
	"convtutor/viz"
)

// reviewing is a run of adaptive practice.
type reviewing struct {
	talk  *talk
	run   *review.Run
	ask   *asking // nil once the run is over
	why   viz.Words
	noted bool // the run knows how this question went
}

func openReview(t *talk, _ route.Route) (place, error) {
	r := &reviewing{talk: t, run: review.NewRun(t.session.Seed)}
	t.session.Seed += review.Length * review.Length
	r.next()
	return r, nil
}

// next takes what is to be practised next.
func (r *reviewing) next() {
	r.ask, r.noted = nil, false
	q, why, ok := r.run.Next(r.talk.session.Progress.State(), r.talk.session.Now())
	if ok {
		r.ask, r.why = &asking{talk: r.talk, question: q}, why
	}
}

func (r *reviewing) enter() {}

func (r *reviewing) tell() {
	if r.ask == nil {
		r.tellEnd()
		return
	}
	_, of := r.run.Place()
	r.talk.say("review.place", viz.Args{"n": r.run.At(), "of": of, "level": r.ask.question.Level})
	r.talk.sayAll([]viz.Words{r.why})
	r.ask.tell()
}

func (r *reviewing) commands() []string {
	switch {
	case r.ask == nil:
		return []string{"back"}
	case r.ask.done:
		return r.ask.doneCommands()
	}
	return answerCommands
}

// answers implements answerer.
func (r *reviewing) answers(line string) bool { return r.ask != nil && r.ask.answers(line) }

func (r *reviewing) take(c command) {
	switch {
	case r.ask == nil:
		r.takeEnd(c)
	case r.ask.done && r.ask.takeDone(c):
	case r.ask.done && (c.id == "next" || c.text == ""):
		r.next()
		r.talk.tell()
	case r.ask.done:
		r.talk.unknown(c)
	default:
		r.ask.take(c)
		r.note()
		if r.ask.done {
			r.ask.sayGoOn()
		}
	}
}

// note tells the run how the question at hand went: by its first answer, or as
// not known where the solution was asked for.
func (r *reviewing) note() {
	if r.noted || r.ask.tries == 0 && !r.ask.done {
		return
	}
	r.noted = true
	r.run.Note(r.ask.tries == 1 && r.ask.done)
}

// tellEnd tells how the run went.
func (r *reviewing) tellEnd() {
	right, of := r.run.Score()
	r.talk.say("practice.score", viz.Args{"right": right, "of": of})
	if mended, wrong := r.run.Mended(); wrong > 0 {
		r.talk.say("review.mended", viz.Args{"mended": mended, "of": wrong})
	}
	r.talk.sayDue()
	r.talk.list(r.items())
	r.talk.say("plain.list.how", nil)
}

// sayDue says how much is to be practised again now.
func (t *talk) sayDue() {
	if n := review.Due(t.session.Progress.State(), t.session.Now()); n > 0 {
		t.say("review.due", viz.Args{"n": n})
		return
	}
	t.say("review.due.none", nil)
}

func (r *reviewing) items() []item {
	return []item{
		{r.talk.text("practice.once_more", nil), route.Route{Screen: "review"}},
		{r.talk.text("review.known", nil), route.Route{Screen: "known"}},
		{r.talk.text("plain.to-home", nil), route.Route{Screen: "home"}},
	}
}

func (r *reviewing) takeEnd(c command) { r.talk.choose(c, r.items()) }

func (r *reviewing) route() route.Route { return route.Route{Screen: "review"} }

// known tells what the learner knows and which slips they make.
type known struct{ talk *talk }

func (k *known) enter() {}

func (k *known) tell() {
	t := k.talk
	state, now := t.session.Progress.State(), t.session.Now()
	days := 0
	for _, n := range review.Week(state, now) {
		if n > 0 {
			days++
		}
	}
	t.say("review.known", nil)
	t.say("review.week", viz.Args{"n": days})
	slips := review.SlipsMade(state)
	if len(slips) > 0 {
		t.say("review.slips", nil)
	}
	for _, s := range slips {
		line := t.text("plain.slip", viz.Args{"slip": s.Slip.Name(), "n": s.Times})
		if s.Mended {
			line += " (" + t.text("review.mended.mark", nil) + ")"
		}
		t.out.line(line)
	}
	k.tellKinds(review.Knowledge(state, now))
	t.sayDue()
	t.list(k.items())
	t.say("plain.list.how", nil)
}

// tellKinds tells the kinds that were asked.
func (k *known) tellKinds(kinds []review.Known) {
	told := false
	for _, kind := range kinds {
		if kind.Asked == 0 {
			continue
		}
		if !told {
			k.talk.say("review.kinds", nil)
			told = true
		}
		k.talk.say("plain.known", viz.Args{
			"kind": viz.Words{Key: "quiz." + kind.Kind + ".name"}, "lasts": kind.LastsWords(),
			"about": viz.Words{Key: "review.kind", Args: viz.Args{"right": kind.Right, "of": kind.Asked, "level": kind.Level}},
		})
	}
}

func (k *known) items() []item {
	items := []item{{k.talk.text("review.title", nil), route.Route{Screen: "review"}}}
	for _, s := range review.SlipsMade(k.talk.session.Progress.State()) {
		e, ok := k.talk.session.Course.Entry(quiz.LessonRoute(s.Slip.Topic))
		words, err := k.talk.session.Course.Words(e.ID, k.talk.session.Language())
		if ok && err == nil {
			items = append(items, item{k.talk.text("plain.look-again", viz.Args{"lesson": words.Title}), lessonRoute(e, "")})
		}
	}
	return append(items, item{k.talk.text("plain.to-home", nil), route.Route{Screen: "home"}})
}

func (k *known) commands() []string { return []string{"back"} }

func (k *known) take(c command) { k.talk.choose(c, k.items()) }

func (k *known) route() route.Route { return route.Route{Screen: "known"} }

// choose goes where a number of a list leads, or home.
func (t *talk) choose(c command, items []item) {
	n, err := strconv.Atoi(c.text)
	switch {
	case c.id == "back":
		t.visit(route.Route{Screen: "home"})
	case err == nil && n >= 1 && n <= len(items):
		t.visit(items[n-1].to)
	case c.text == "":
		t.say("plain.list.how", nil)
	default:
		t.unknown(c)
	}
}
