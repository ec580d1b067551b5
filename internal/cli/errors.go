package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/pflag"

	"convtutor/internal/fault"
	"convtutor/internal/tui/terminal"
	"convtutor/viz/canvas"
)

// statusError ends the program with a status and without another word: what
// there was to say has been said.
type statusError struct{ status int }

// Error is never shown.
func (e *statusError) Error() string { return fmt.Sprintf("status %d", e.status) }

// commandError is a failure with a hint and a status. What has a cause is said
// by it, in the learner's language.
type commandError struct {
	message string
	hint    string
	status  int
	cause   error
}

// Unwrap gives the cause.
func (e *commandError) Unwrap() error { return e.cause }

// Error is the message without its hint.
func (e *commandError) Error() string { return e.message }

// Hint says what to do about it.
func (e *commandError) Hint() string { return e.hint }

// hinter is an error that knows what to do about it.
type hinter interface{ Hint() string }

// failed is quiet failure: the lines printed have said it.
func failed() error { return &statusError{StatusFailed} }

// usage is a wrong use of the command line: message and hint are keys of the
// catalogue.
func (a *app) usage(key string, args map[string]any, hint string) error {
	e := &commandError{message: a.text(key, args), status: StatusUsage}
	if hint != "" {
		e.hint = a.text(hint, args)
	}
	return e
}

// misuse wraps an error of a parser: the words after the command were wrong.
func misuse(err error) error {
	return &commandError{message: err.Error(), status: StatusUsage, cause: err}
}

// flagError says what is wrong with a flag, with the command's own help as hint.
func (a *app) flagError(err error) error {
	return &commandError{message: err.Error(), hint: a.text("cli.hint.help", nil), status: StatusUsage, cause: flagFault(err)}
}

// complain prints an error and its hint and gives the exit status. Text that
// came from outside is cleaned of control characters.
func (a *app) complain(err error) int {
	status, hint, said := terminal.ExitCode(err), a.hintOf(err), a.words
	var c *commandError
	if errors.As(err, &c) {
		status = c.status
	}
	if isCobraUsage(err) {
		status = StatusUsage
	}
	if hint == "" {
		hint = a.fileHint(err)
	}
	if status == StatusUsage && hint == "" {
		hint = a.text("cli.hint.help", nil)
	}
	fmt.Fprintf(a.process.Stderr, "convtutor: error: %s\n", oneLine(said.Explain(err)))
	if hint != "" {
		fmt.Fprintf(a.process.Stderr, "convtutor: hint: %s\n", oneLine(hint))
	}
	return status
}

// adviser is an error whose hint can be said in the learner's language.
type adviser interface{ Advice() error }

// hintOf says what to do about an error.
func (a *app) hintOf(err error) string {
	var c *commandError
	if errors.As(err, &c) && c.hint != "" {
		return c.hint
	}
	var advised adviser
	if errors.As(err, &advised) {
		if advice := advised.Advice(); advice != nil {
			return a.words.Explain(advice)
		}
	}
	for err != nil {
		if h, ok := err.(hinter); ok && h.Hint() != "" {
			return h.Hint()
		}
		err = errors.Unwrap(err)
	}
	return ""
}

// fileHint says what to do about an error of the system's with a file.
func (a *app) fileHint(err error) string {
	if _, ok := errors.AsType[*fs.PathError](err); ok {
		return a.text("cli.hint.file", nil)
	}
	return ""
}

// flagFault words what the flags' parser found.
func flagFault(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var broken *pflag.InvalidSyntaxError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return fault.New("error.flag.unknown", fault.Args{"flag": unknown.GetSpecifiedName()}, "%w", err)
	case errors.As(err, &empty):
		return fault.New("error.flag.empty", fault.Args{"flag": empty.GetSpecifiedName()}, "%w", err)
	case errors.As(err, &broken):
		return fault.New("error.flag.syntax", fault.Args{"flag": broken.GetSpecifiedFlag()}, "%w", err)
	case errors.As(err, &invalid):
		return fault.New("error.flag.value", fault.Args{"flag": invalid.GetFlag().Name, "value": invalid.GetValue()}, "%w", err)
	}
	return err
}

func oneLine(s string) string { return canvas.Clean(strings.ReplaceAll(s, "\n", " ")) }

// isCobraUsage says whether the command library refused the words: it has no
// type for that.
func isCobraUsage(err error) bool {
	return strings.HasPrefix(err.Error(), "unknown command") || strings.HasPrefix(err.Error(), "unknown help topic")
}
