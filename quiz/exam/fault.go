package exam

import (
	"fmt"
	"strings"

	"convtutor/internal/fault"
)

// Fault is something wrong in an exam's file.
type Fault struct {
	File         string
	Line, Column int    // counted from 1; 0 for the whole file
	Field        string // "questions[2].level", "" where it is about no field
	// What is wrong with it, and what to do about it.
	What *fault.Error
}

// Error is the place, the field, and what is wrong, in English.
func (f *Fault) Error() string { return f.place() + ": " + f.message() }

// message is what is wrong with which field, in English.
func (f *Fault) message() string {
	if f.Field == "" {
		return f.What.Error()
	}
	return f.Field + ": " + f.What.Error()
}

// place is where it stands, as editors read it: "exam.yaml:4:11".
func (f *Fault) place() string {
	if f.Line == 0 {
		return f.File
	}
	return fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
}

// Phrase says it in the reader's language.
func (f *Fault) Phrase() (key string, args map[string]any) {
	return "fault.at", map[string]any{"place": f.place(), "why": f.Within("")}
}

// Within says what is wrong without the place, and names the field without what
// it stands in: "level: …" within "questions[2]".
func (f *Fault) Within(outer string) *fault.Error {
	field := strings.TrimPrefix(strings.TrimPrefix(f.Field, outer), ".")
	if field == "" {
		return f.What
	}
	return fault.New("fault.field", fault.Args{"field": field, "why": f.What}, "%s: %w", field, f.What)
}

// Unwrap gives what is wrong.
func (f *Fault) Unwrap() error { return f.What }

// Hint says in English what to do about it.
func (f *Fault) Hint() string { return f.What.Hint() }

// Advice is the hint to be said in the reader's language.
func (f *Fault) Advice() error { return f.What.Advice() }

// Faults are all that is wrong in a file, in the order of its lines.
type Faults []*Fault

func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.Error()
	}
	return strings.Join(lines, "\n")
}

// maxFaults is how many faults are told at once.
const maxFaults = 50

// said is the part of an error type that has the words: an embedded field's name
// must not be that of its method.
type said = fault.Error

// told is something wrong and what to do about it, by their names in wording.go.
func told(what, hint string, args fault.Args) *fault.Error {
	return fault.New("fault.exam."+what, args, "%s", filled(faultText[what], args)).
		WithHint("fault.hint."+hint, args, "%s", filled(hintText[hint], args))
}

// toldOf is told of something that has an error of its own, which it wraps and
// whose words are the argument "why"; the arguments given are the hint's.
func toldOf(err error, what, hint string, args fault.Args) *fault.Error {
	return fault.New("fault.exam."+what, fault.Args{"why": err}, strings.ReplaceAll(faultText[what], "{why}", "%w"), err).
		WithHint("fault.hint."+hint, args, "%s", filled(hintText[hint], args))
}

// thing is what is spoken of in a fault.
func thing(name string, args fault.Args) *fault.Error {
	return fault.New("fault.a."+name, args, "%s", filled(thingText[name], args))
}

// filled puts arguments into an English text.
func filled(text string, args fault.Args) string {
	var pairs []string
	for name, value := range args {
		pairs = append(pairs, "{"+name+"}", fmt.Sprint(value))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
