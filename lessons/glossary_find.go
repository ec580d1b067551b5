package lessons

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names are the words that a term goes by: its heading, then what its text sets
// as `code`, other words for the same thing.
func (s StepWords) Names() []string {
	names := []string{s.Heading}
	for _, p := range s.Body {
		for _, span := range p.Spans {
			if span.Style == Code {
				names = append(names, span.Text)
			}
		}
	}
	return names
}

// FindTerm gives the id of the term that a text names, in any language, or ""
// if it names none or several: by its id, by one of its names, or by the
// beginning of one heading alone.
func (c *Course) FindTerm(text string) string {
	text = strings.TrimSpace(text)
	if id := c.termNamed(text); id != "" || text == "" {
		return id
	}
	var begins []string
	for _, code := range c.languagesOf(glossary) {
		terms, _ := c.Terms(code)
		for _, t := range terms {
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

// termNamed gives the id of the term of exactly this name, in any language.
func (c *Course) termNamed(text string) string {
	for _, code := range c.languagesOf(glossary) {
		terms, _ := c.Terms(code)
		for _, t := range terms {
			same := func(name string) bool { return strings.EqualFold(name, text) }
			if same(t.ID) || slices.ContainsFunc(t.Names(), same) {
				return t.ID
			}
		}
	}
	return ""
}

// StepTerms lists those of a lesson's terms that a step says, by id: those that
// no step before it says first, each part in the order of the lesson's list.
func (c *Course) StepTerms(lesson *Lesson, step, language string) []string {
	words, err := c.Words(lesson.ID, language)
	if err != nil {
		return nil
	}
	names := c.termNames()
	said := func(id string, step StepWords) bool {
		text := step.text()
		return slices.ContainsFunc(names[id], func(name string) bool { return mentions(text, name) })
	}
	at := slices.IndexFunc(words.Steps, func(s StepWords) bool { return s.ID == step })
	if at < 0 {
		return nil
	}
	var fresh, known []string
	for _, id := range lesson.Terms {
		switch {
		case !said(id, words.Steps[at]):
		case slices.ContainsFunc(words.Steps[:at], func(s StepWords) bool { return said(id, s) }):
			known = append(known, id)
		default:
			fresh = append(fresh, id)
		}
	}
	return append(fresh, known...)
}

// termNames are the names of each term, by its id, in all languages: one
// language's prose has another's words in brackets.
func (c *Course) termNames() map[string][]string {
	names := map[string][]string{}
	for _, code := range c.languagesOf(glossary) {
		terms, _ := c.Terms(code)
		for _, t := range terms {
			names[t.ID] = append(names[t.ID], t.Names()...)
		}
	}
	return names
}

// text is all that a step says, in small letters.
func (s StepWords) text() string {
	var text strings.Builder
	text.WriteString(s.Heading)
	for _, p := range s.paragraphs() {
		text.WriteString("\n" + p.Text())
	}
	return strings.ToLower(text.String())
}

// endings are what an English word may have behind it and be the same word.
var endings = []string{"", "s", "es", "d", "ed", "ing"}

// mentions says whether a text in small letters says a name: from the beginning
// of a word, with no more behind it than an ending or a Korean particle.
func mentions(text, name string) bool {
	name = strings.ToLower(name)
	for from := 0; name != ""; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		rest := text[at+len(name):]
		end := strings.IndexFunc(rest, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) })
		if end < 0 {
			end = len(rest)
		}
		if !unicode.IsLetter(before) && slices.Contains(endings, rest[:end]) {
			return true
		}
		from = at + len(name)
	}
	return false
}

// introduced lists the words that a step brings in: what it sets in **strong**
// with another language's word for it in brackets behind, that word first.
func (s StepWords) introduced() [][2]string {
	var found [][2]string
	for _, p := range s.paragraphs() {
		for i, span := range p.Spans {
			if word := bracketed(p.Spans, i+1); span.Style == Strong && word != "" {
				found = append(found, [2]string{word, span.Text})
			}
		}
	}
	return found
}

// bracketed gives what a span says in brackets at its beginning, up to the first
// comma, if it is a word of Latin letters: "flatten" of "(flatten, …) the rest".
func bracketed(spans []Span, i int) string {
	if i >= len(spans) || !strings.HasPrefix(spans[i].Text, "(") {
		return ""
	}
	inside, _, closed := strings.Cut(spans[i].Text[1:], ")")
	inside, _, _ = strings.Cut(inside, ",")
	if !closed || inside == "" || strings.ContainsFunc(inside, func(r rune) bool { return r > unicode.MaxASCII }) {
		return ""
	}
	return strings.TrimSpace(inside)
}
