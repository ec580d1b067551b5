package exam

import (
	"strings"

	"convtutor/viz/canvas"
)

// Text is a text by language: "en", "ko". A text that is the same in all
// languages stands under "".
type Text map[string]string

// languages are those that an exam may be written in.
var languages = []string{"en", "ko"}

// In gives the text in a language, or in another one if it is not there.
func (t Text) In(language string) string {
	if s, ok := t[language]; ok {
		return s
	}
	if s, ok := t[""]; ok {
		return s
	}
	for _, l := range languages {
		if s, ok := t[l]; ok {
			return s
		}
	}
	return ""
}

// Empty says whether there is nothing to read in any language.
func (t Text) Empty() bool {
	for _, s := range t {
		if s != "" {
			return false
		}
	}
	return true
}

// name is the text that stands for this one in answers, whatever the language
// it is shown in.
func (t Text) name() string { return t.In("en") }

// clean leaves the lines of a text, without what cannot be seen: control
// characters and marks that turn the direction of writing.
func clean(s string) string {
	var lines []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(canvas.Clean(line)); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// cleanLine is clean for what stands in one line.
func cleanLine(s string) string { return strings.TrimSpace(canvas.Clean(s)) }
