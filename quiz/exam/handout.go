package exam

import (
	yaml "github.com/goccy/go-yaml"
)

// Handout is the file for students: the exam without remarks and without the
// answers to the instructor's own questions. Results of it and of the whole
// file are the same exam's. Points to a file's faults as Parse does.
func Handout(path string, text []byte, also Checks) ([]byte, error) {
	e, err := Parse(path, text, also)
	if err != nil {
		return nil, err
	}
	doc, _ := decode(text) // parsed without fault before
	doc.Handout = true
	for i := range doc.Questions {
		q := &doc.Questions[i]
		q.ID = e.Entries[i].ID
		if own := e.Entries[i].Own; own != nil {
			q.Type, q.Answer, q.Accept, q.Tolerance = string(own.Type), "", nil, nil
		}
		for j := range q.Options {
			q.Options[j].Right, q.Options[j].Why = false, nil
		}
	}
	out, err := yaml.MarshalWithOptions(doc, yaml.IndentSequence(true), yaml.UseLiteralStyleIfMultiline(true))
	if err != nil {
		return nil, err
	}
	if _, err := Parse(path, out, also); err != nil { // what cannot be read back is not handed out
		return nil, err
	}
	return out, nil
}

// MarshalYAML writes a text for all languages as a text, another as a map.
func (t Text) MarshalYAML() (any, error) {
	if s, ok := t[""]; ok {
		return s, nil
	}
	return map[string]string(t), nil
}
