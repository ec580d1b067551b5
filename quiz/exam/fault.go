package exam

import (
	"fmt"
	"strings"
)

// Fault is something wrong in an exam's file.
type Fault struct {
	File         string
	Line, Column int    // counted from 1; 0 for the whole file
	Message      string // "questions[2].level: output-size has levels 1 to 3, not 9"
	Advice       string // "" for none
}

func (f *Fault) Error() string {
	if f.Line == 0 {
		return f.File + ": " + f.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.Message)
}

// Hint says what to do about it.
func (f *Fault) Hint() string { return f.Advice }

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
