package plain

import (
	"slices"
	"strings"

	"convtutor/internal/route"
	"convtutor/lessons"
	"convtutor/viz"
)

// glossary explains the course's words: it lists them, or tells one.
type glossary struct {
	talk   *talk
	lesson *lessons.Lesson // whose words are listed; nil for all there are
	term   string          // the id of the word told last, "" for the list
}

func openGlossary(t *talk, to route.Route) (place, error) {
	g := &glossary{talk: t}
	if len(to.Path) > 0 {
		lesson, err := t.session.Course.Lesson(to.At(0) + "/" + to.At(1))
		if err != nil {
			return nil, err
		}
		g.lesson = lesson
	}
	if to.Place != "" {
		if g.term = t.session.Course.FindTerm(to.Place); g.term == "" {
			return nil, &nowhereError{to.String()}
		}
	}
	return g, nil
}

func (g *glossary) enter() {}

func (g *glossary) tell() {
	terms, err := g.talk.session.Course.Terms(g.talk.session.Language())
	if err != nil {
		g.talk.trouble(err)
		return
	}
	if i := slices.IndexFunc(terms, func(t lessons.StepWords) bool { return t.ID == g.term }); i >= 0 {
		g.talk.say("plain.glossary.word", viz.Args{"word": terms[i].Heading})
		for _, p := range terms[i].Body {
			g.talk.out.line(p.Text())
		}
		return
	}
	var words []string
	for _, t := range terms {
		if g.lesson == nil || slices.Contains(g.lesson.Terms, t.ID) {
			words = append(words, t.Heading)
		}
	}
	g.talk.say("home.glossary", nil)
	g.talk.out.line(strings.Join(words, ", "))
	g.talk.say("plain.glossary.how", nil)
}

func (g *glossary) commands() []string { return []string{"back"} }

func (g *glossary) take(c command) {
	switch {
	case c.id == "back" && g.term != "":
		g.term = ""
	case c.id == "back":
		g.talk.visit(route.Route{Screen: "home"})
		return
	case c.text == "":
		g.talk.say("plain.glossary.how", nil)
		return
	default:
		id := g.talk.session.Course.FindTerm(c.text)
		if id == "" {
			g.talk.say("plain.glossary.unknown", viz.Args{"word": c.text})
			return
		}
		g.term = id
	}
	g.talk.tell()
}

func (g *glossary) route() route.Route {
	to := route.Route{Screen: "glossary", Place: g.term}
	if g.lesson != nil {
		to.Path = []string{g.lesson.Unit, g.lesson.Name}
	}
	return to
}

// explain tells a word wherever the learner is, and leaves them there. Without
// a word it lists those of the lesson at hand, or goes to the list of all.
func (t *talk) explain(word string) {
	g := &glossary{talk: t}
	if l, ok := t.at.(*lesson); ok {
		g.lesson = l.lesson
	}
	switch {
	case word == "" && g.lesson != nil:
		g.tell()
		return
	case word == "":
		t.visit(route.Route{Screen: "glossary"})
		return
	}
	if g.term = t.session.Course.FindTerm(word); g.term == "" {
		t.say("plain.glossary.unknown", viz.Args{"word": word})
		return
	}
	g.tell()
}
