package house

import (
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"

	"convtutor/internal/session"
	"convtutor/internal/tui"
	"convtutor/internal/tui/top"
)

// place is somewhere to go, with the words it can be found by in any language.
type place struct {
	top.Hit
	words string
	lower string // words in small letters
}

// places are what the search looks through.
type places []place

// String implements fuzzy.Source.
func (p places) String(i int) string { return p[i].words }

// Len implements fuzzy.Source.
func (p places) Len() int { return len(p) }

// finder gathers all places, once for a search.
func finder(s *session.Session) func(text string) []top.Hit {
	all := slices.Concat(screens(s), terms(s), steps(s))
	for i := range all {
		all[i].lower = strings.ToLower(all[i].words)
	}
	return all.find
}

// find finds screens, lessons and steps by their words, in the learner's
// language or any other: those that hold every word typed, in the course's
// order; where there is none, those whose letters come nearest.
func (p places) find(text string) []top.Hit {
	typed := strings.Fields(strings.ToLower(text))
	var hits []top.Hit
	for _, p := range p {
		if p.holds(typed) {
			hits = append(hits, p.Hit)
		}
	}
	if len(hits) > 0 {
		return hits
	}
	for _, m := range fuzzy.FindFrom(text, p) {
		hits = append(hits, p[m.Index].Hit)
	}
	return hits
}

// holds says whether all of these words, in small letters, are among the place's.
func (p place) holds(typed []string) bool {
	for _, word := range typed {
		if !strings.Contains(p.lower, word) {
			return false
		}
	}
	return true
}

// screens are the places that are not lessons.
func screens(s *session.Session) places {
	var found places
	for _, name := range []string{"home", "map", "quiz", "assignment", "lab", "glossary", "settings"} {
		p := place{Hit: top.Hit{
			Title: s.Text("find." + name), About: "convtutor " + name, Route: tui.Route{Screen: name},
		}}
		p.words = name
		for _, code := range s.Bundle.Codes() {
			p.words += " " + s.Bundle.For(code).Text("find."+name, nil)
		}
		found = append(found, p)
	}
	return found
}

// terms are the glossary's words.
func terms(s *session.Session) places {
	var found places
	list, err := s.Course.Terms(s.Language())
	if err != nil {
		return nil
	}
	for _, t := range list {
		p := place{Hit: top.Hit{
			Title: t.Heading, About: s.Text("find.glossary"), Route: tui.Route{Screen: "glossary", Place: t.ID},
		}}
		p.words = t.ID + " " + t.Heading
		for _, code := range s.Bundle.Codes() {
			if words, err := s.Course.Words("glossary", code); err == nil {
				p.words += " " + strings.Join(words.Step(t.ID).Names(), " ")
			}
		}
		found = append(found, p)
	}
	return found
}

// steps are the lessons and their steps.
func steps(s *session.Session) places {
	var found places
	for _, e := range s.Course.Entries() {
		lesson, err := s.Course.Lesson(e.ID)
		if err != nil {
			continue
		}
		for _, step := range lesson.Steps {
			p := place{}
			p.Route = tui.Route{Screen: "lesson", Path: []string{e.Unit, e.Name}, Place: step.ID}
			for _, code := range s.Bundle.Codes() {
				words, err := s.Course.Words(e.ID, code)
				if err != nil {
					continue
				}
				heading := words.Step(step.ID).Heading
				p.words += words.Title + " " + heading + " " + step.ID + " "
				if code == s.Language() {
					p.Title, p.About = heading, words.Title
				}
			}
			found = append(found, p)
		}
	}
	return found
}
