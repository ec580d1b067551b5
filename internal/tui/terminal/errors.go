package terminal

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// ErrInputClosed ends a program whose input has come to its end.
var ErrInputClosed = errors.New("input closed")

// ErrNotATerminal is returned by Open when input or output is no terminal.
var ErrNotATerminal = errors.New("not a terminal")

// SignalError ends a program that was told to end from outside.
type SignalError struct {
	Number int    // as in signal(7): 2 for SIGINT
	Name   string // such as "interrupt"
}

// Error names the signal.
func (e SignalError) Error() string { return "ended by signal: " + e.Name }

// PanicError ends a program that failed where it should not.
type PanicError struct {
	Value any    // what was given to panic
	Stack []byte // where it happened
	File  string // where Value and Stack were written, "" if nowhere
}

// Error says what failed, in one line, without the stack.
func (e *PanicError) Error() string { return fmt.Sprintf("unexpected failure: %v", e.Value) }

// Hint says where the details are.
func (e *PanicError) Hint() string {
	if e.File == "" {
		return ""
	}
	return "details are in " + e.File
}

// save writes the details to file; a failure to do so must not hide the panic.
func (e *PanicError) save(file string) {
	if file == "" {
		return
	}
	text := fmt.Sprintf("%v\n\n%s", e.Value, e.Stack)
	if os.WriteFile(file, []byte(text), 0o600) == nil {
		e.File = file
	}
}

// exitHangup is the status of a program whose terminal went away.
const exitHangup = 128 + 1

// ExitCode gives the process' exit status for what Run returned: 0 for nil, 128
// and the signal's number, the same as for a hang-up when the input closed, 1
// for everything else.
func ExitCode(err error) int {
	var signal SignalError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &signal):
		return 128 + signal.Number
	case errors.Is(err, ErrInputClosed):
		return exitHangup
	}
	return 1
}

// exitWithMessage is the usual Options.Exit. A terminal that takes nothing any
// more does not keep it.
func exitWithMessage(err error) {
	text := fmt.Sprintf("convtutor: error: %v\n", err)
	var failure *PanicError
	if errors.As(err, &failure) && failure.Hint() != "" {
		text += "convtutor: hint: " + failure.Hint() + "\n"
	}
	within(unlockWithin, func() { _, _ = os.Stderr.WriteString(text) })
	os.Exit(ExitCode(err))
}

// within runs f, but does not wait for it longer than limit: for what may hang
// for ever while the program ends.
func within(limit time.Duration, f func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	select {
	case <-done:
	case <-time.After(limit):
	}
}
