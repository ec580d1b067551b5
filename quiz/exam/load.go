package exam

import (
	"cmp"
	"os"
	"slices"
)

// Checks are what this package cannot know and the caller may check.
type Checks struct {
	// Route says whether a place in the program exists; nil checks none.
	Route func(route string) error
	// Picture says whether a file is a picture that can be shown; nil checks
	// only that it is there.
	Picture func(path string) error
}

// Load reads an exam's file and checks it. What is wrong with it comes back as
// Faults, all at once where one does not hide another.
func Load(path string, also Checks) (*Exam, error) {
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() > maxFile {
		return nil, Faults{{File: path, What: tooLargeFile()}}
	}
	text, err := readFile(path, maxFile)
	if err != nil {
		return nil, err
	}
	return Parse(path, text, also)
}

// Parse is Load of a text that was read from a file of that name, which
// stands in messages and to whose folder pictures are relative.
func Parse(path string, text []byte, also Checks) (*Exam, error) {
	doc, d := decode(text)
	var e *Exam
	if doc != nil {
		c := checker{decoder: d, doc: doc, also: also, exam: &Exam{File: path}}
		c.run()
		e = c.exam
	}
	if len(d.faults) == 0 {
		return e, nil
	}
	for _, f := range d.faults {
		f.File = path
	}
	slices.SortStableFunc(d.faults, func(a, b *Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return nil, d.faults[:min(len(d.faults), maxFaults)]
}
