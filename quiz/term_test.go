package quiz_test

import (
	"slices"
	"testing"

	"convtutor/lessons"
	"convtutor/quiz"
)

// TestTermsAreThoseOfTheGlossary: each term asked for is in the glossary under
// the same word, in every language.
func TestTermsAreThoseOfTheGlossary(t *testing.T) {
	course, err := lessons.Open()
	if err != nil {
		t.Fatal(err)
	}
	b := bundle(t)
	for _, lang := range b.Codes() {
		terms, err := course.Terms(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range quiz.Terms() {
			i := slices.IndexFunc(terms, func(s lessons.StepWords) bool { return s.ID == id })
			if i < 0 {
				t.Errorf("%s: the glossary has no %s", lang, id)
				continue
			}
			if word := b.For(lang).Text("terms."+id+".word", nil); word != terms[i].Heading {
				t.Errorf("%s: %s is %q here and %q in the glossary", lang, id, word, terms[i].Heading)
			}
		}
	}
}

// TestEveryTermAndClashIsAsked at some seed, with all its words.
func TestEveryTermAndClashIsAsked(t *testing.T) {
	b := bundle(t)
	asked := map[string]map[any]bool{"clue": {}, "clash": {}}
	everyOf(t, "term", func(q quiz.Question) {
		for what, value := range q.Given.Values {
			asked[what][value] = true
		}
		for _, o := range q.Options {
			said(t, b, q.Route(), o.Says)
		}
	})
	for _, id := range quiz.Terms() {
		if !asked["clue"][id] {
			t.Errorf("%s is never asked for", id)
		}
	}
	if len(asked["clash"]) != 12 {
		t.Errorf("%d words with several meanings are asked for", len(asked["clash"]))
	}
}
