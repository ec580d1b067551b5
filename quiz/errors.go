package quiz

import (
	"fmt"
	"strings"
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

// CountError is a number of questions that cannot be built.
type CountError struct{ Count int }

func (e *CountError) Error() string {
	return fmt.Sprintf("quiz: %d is no number of questions", e.Count)
}

// Hint says how many there may be.
func (e *CountError) Hint() string { return fmt.Sprintf("1 to %d", MaxCount) }
