package gift

import (
	"fmt"

	"convtutor/internal/fault"
)

// FileError is a file that is not read at all.
type FileError struct {
	File string // its name, for whoever reads the message; Parse knows none
	Line int    // 0 for the whole file
	// What is wrong with it, and what to do about it.
	What *fault.Error
}

// Error is the place, and what is wrong, in English.
func (e *FileError) Error() string { return e.place() + ": " + e.What.Error() }

// place is where it stands: "bank.gift:4".
func (e *FileError) place() string {
	name := e.File
	if name == "" {
		name = "gift"
	}
	if e.Line == 0 {
		return name
	}
	return fmt.Sprintf("%s:%d", name, e.Line)
}

// Phrase says it in the reader's language.
func (e *FileError) Phrase() (key string, args map[string]any) {
	return "fault.at", map[string]any{"place": e.place(), "why": e.What}
}

// Unwrap gives what is wrong.
func (e *FileError) Unwrap() error { return e.What }

// Hint says in English what to do about it.
func (e *FileError) Hint() string { return e.What.Hint() }

// Advice is the hint to be said in the reader's language.
func (e *FileError) Advice() error { return e.What.Advice() }

func tooLarge() error {
	what := fault.New("fault.gift.too-large", fault.Args{"kb": MaxFile >> 10}, "the file is larger than %d KB", MaxFile>>10)
	return &FileError{What: inParts(what)}
}

func tooMany(line int) error {
	what := fault.New("fault.gift.many", fault.Args{"most": maxQuestions}, "more than %d questions", maxQuestions)
	return &FileError{Line: line, What: inParts(what)}
}

func inParts(what *fault.Error) *fault.Error {
	return what.WithHint("fault.gift.hint.part", nil, "part it into several files")
}

func notText(line int) error {
	what := fault.New("fault.gift.not-utf8", nil, "this is not UTF-8 text")
	return &FileError{Line: line, What: what.WithHint("fault.gift.hint.save", nil, "save the file as UTF-8")}
}

func noQuestion() error {
	what := fault.New("fault.gift.none", nil, "there is no question in the file")
	return &FileError{What: what.WithHint("fault.gift.hint.example", nil, "a question looks like this: ::Name::2 + 2 {~3 =4 ~5}")}
}
