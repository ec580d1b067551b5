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
	talk *talk
	term string // the id of the word told last, "" for the list
}

func openGlossary(t *talk, to route.Route) (place, error) {
	g := &glossary{talk: t}
	if to.Place != "" {
		if g.term = g.find(to.Place); g.term == "" {
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
		words = append(words, t.Heading)
	}
	g.talk.say("home.glossary", nil)
	g.talk.out.line(strings.Join(words, ", "))
	g.talk.say("plain.glossary.how", nil)
}

// find gives the id of the term that a text names: by its id, or by its word in
// any language, whole or as the beginning of one word alone.
func (g *glossary) find(text string) string {
	var begins []string
	for _, code := range g.talk.session.Bundle.Codes() {
		terms, err := g.talk.session.Course.Terms(code)
		if err != nil {
			continue
		}
		for _, t := range terms {
			if strings.EqualFold(text, t.ID) || strings.EqualFold(text, t.Heading) {
				return t.ID
			}
			if strings.HasPrefix(strings.ToLower(t.Heading), strings.ToLower(text)) && !slices.Contains(begins, t.ID) {
				begins = append(begins, t.ID)
			}
		}
	}
	if len(begins) == 1 {
		return begins[0]
	}
	return ""
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
		id := g.find(strings.TrimSpace(c.text))
		if id == "" {
			g.talk.say("plain.glossary.unknown", viz.Args{"word": c.text})
			return
		}
		g.term = id
	}
	g.talk.tell()
}

func (g *glossary) route() route.Route { return route.Route{Screen: "glossary", Place: g.term} }

// explain tells a word wherever the learner is, and leaves them there; without
// a word it goes to the list.
func (t *talk) explain(word string) {
	if word == "" {
		t.visit(route.Route{Screen: "glossary"})
		return
	}
	g := &glossary{talk: t}
	if g.term = g.find(word); g.term == "" {
		t.say("plain.glossary.unknown", viz.Args{"word": word})
		return
	}
	g.tell()
}
