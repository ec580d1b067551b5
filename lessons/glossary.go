package lessons

import "slices"

// glossary is the folder of the terms: <language>.md, where a step is a term.
const glossary = "glossary"

// Terms are the glossary in a language: each StepWords is a term, its heading
// the word, its body what it means. They are in the order of the file.
func (c *Course) Terms(language string) ([]StepWords, error) {
	words, err := c.Words(glossary, language)
	if err != nil {
		return nil, err
	}
	return words.Steps, nil
}

// HasTerm tells whether the glossary has a term, by its id.
func (c *Course) HasTerm(id, language string) bool {
	terms, err := c.Terms(language)
	return err == nil && slices.ContainsFunc(terms, func(t StepWords) bool { return t.ID == id })
}

// checkGlossary finds terms that one language has and another lacks: the terms
// of the first language are what all must have, in its order.
func (c *Course) checkGlossary(rules Rules) []error {
	if len(rules.Languages) == 0 {
		return nil
	}
	terms, err := c.Terms(rules.Languages[0])
	if err != nil {
		return []error{err}
	}
	all := &Lesson{}
	for _, t := range terms {
		all.Steps = append(all.Steps, Step{ID: t.ID, Widget: Widget{Type: "none"}})
	}
	return c.checkWords(glossary, all, rules)
}
