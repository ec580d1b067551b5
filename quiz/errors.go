package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/fault"
)

// UnknownError is a name that is none of those there are.
type UnknownError struct {
	What  string   // "kind", "topic"
	Name  string   // what was asked for
	Known []string // what there is
}

func (e *UnknownError) Error() string {
	return fmt.Sprintf("quiz: unknown %s %q", e.What, e.Name)
}

// Hint lists the names that there are.
func (e *UnknownError) Hint() string {
	return fmt.Sprintf("there is %s", strings.Join(e.Known, ", "))
}

// Phrase says it in the learner's language.
func (e *UnknownError) Phrase() (key string, args map[string]any) {
	return "error.quiz." + e.What, map[string]any{"name": e.Name}
}

// Advice is the hint in words.
func (e *UnknownError) Advice() error {
	return fault.New("error.hint.known", fault.Args{"known": strings.Join(e.Known, ", ")}, "%s", e.Hint())
}

// CountError is a number of questions that cannot be built.
type CountError struct{ Count int }

func (e *CountError) Error() string {
	return fmt.Sprintf("quiz: %d is no number of questions", e.Count)
}

// Phrase says it in the learner's language.
func (e *CountError) Phrase() (key string, args map[string]any) {
	return "error.quiz.count", map[string]any{"n": e.Count, "most": MaxCount}
}

// Hint says how many there may be.
func (e *CountError) Hint() string { return fmt.Sprintf("1 to %d", MaxCount) }

// Advice is the hint in words.
func (e *CountError) Advice() error {
	return fault.New("error.hint.count", fault.Args{"most": MaxCount}, "%s", e.Hint())
}
