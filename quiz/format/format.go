// Package format writes questions for elsewhere: JSON, Moodle's GIFT and XML,
// cards for Anki, a sheet of paper with its key. Its one rule: what a format
// writes, an independent reader of that format reads back unchanged.
package format

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/quiz"
	"convtutor/viz"
)

// Format is a way to write questions.
type Format struct {
	Name   string // "gift"
	Ending string // of a file's name: ".gift"
	// Write writes the questions. The answers are among them, unless there is a
	// Key.
	Write func(Set) ([]byte, error)
	// Key writes the answers, where they stand apart from the questions.
	Key func(Set) ([]byte, error)
}

// All lists the formats. A new one is a file and a line here.
func All() []Format {
	return []Format{
		{Name: "json", Ending: ".json", Write: writeJSON},
		{Name: "gift", Ending: ".gift", Write: writeGIFT},
		{Name: "moodle-xml", Ending: ".xml", Write: writeMoodle},
		{Name: "csv", Ending: ".csv", Write: writeCards},
		{Name: "md", Ending: ".md", Write: writeSheet, Key: writeKey},
	}
}

// Find gives the format with a name.
func Find(name string) (Format, bool) {
	return first(func(f Format) bool { return f.Name == name })
}

// ForFile gives the format that a file's name ends with.
func ForFile(name string) (Format, bool) {
	return first(func(f Format) bool { return strings.HasSuffix(strings.ToLower(name), f.Ending) })
}

func first(fits func(Format) bool) (Format, bool) {
	all := All()
	if i := slices.IndexFunc(all, fits); i >= 0 {
		return all[i], true
	}
	return Format{}, false
}

// Names lists the formats' names: "json, gift, …".
func Names() string {
	var names []string
	for _, f := range All() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

// Set is questions with the words to say them in.
type Set struct {
	Questions []quiz.Question
	// Says has each language's way to say words, by its code: "ko", "en".
	Says map[string]viz.Say
	// Language is the code of the one to write in, where a format has only one.
	Language string
}

// items says the questions in the set's language.
func (s Set) items() ([]Item, viz.Say, error) {
	say, ok := s.Says[s.Language]
	if !ok {
		return nil, nil, fmt.Errorf("format: there are no words for language %q", s.Language)
	}
	list := make([]Item, len(s.Questions))
	for i, q := range s.Questions {
		item, err := newItem(q, say)
		if err != nil {
			return nil, nil, fmt.Errorf("format: %s: %w", q.Route(), err)
		}
		list[i] = item
	}
	return list, say, nil
}

func writeJSON(s Set) ([]byte, error) {
	out, err := quiz.Encode(s.Questions, s.Says)
	return append(out, '\n'), err
}
