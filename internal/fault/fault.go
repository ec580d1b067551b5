// Package fault holds errors that can be said in the learner's language. Its one
// rule: an error is a key of the catalogue and what fills it, besides its English
// text; whoever shows it says it (i18n.Catalog.Explain).
package fault

import "fmt"

// Args fill a sentence's placeholders by name. A value may itself be an error,
// or words.
type Args map[string]any

// Error is an error with words.
type Error struct {
	key  string
	args Args
	err  error
	hint *Error
}

// New makes an error that is said by a key and its arguments. Its text is
// written as by fmt.Errorf, and wraps as that does.
func New(key string, args Args, format string, a ...any) *Error {
	return &Error{key: key, args: args, err: fmt.Errorf(format, a...)}
}

// WithHint adds what to do about it, with words of its own.
func (e *Error) WithHint(key string, args Args, format string, a ...any) *Error {
	e.hint = New(key, args, format, a...)
	return e
}

// Error is the English text.
func (e *Error) Error() string { return e.err.Error() }

// Unwrap gives what New wrapped.
func (e *Error) Unwrap() error { return e.err }

// Phrase gives the key and what fills its placeholders.
func (e *Error) Phrase() (key string, args map[string]any) { return e.key, e.args }

// Hint says in English what to do about it; empty if there is nothing to say.
func (e *Error) Hint() string {
	if e.hint == nil {
		return ""
	}
	return e.hint.Error()
}

// Advice is the hint to be said in the learner's language; nil if there is none.
func (e *Error) Advice() error {
	if e.hint == nil {
		return nil
	}
	return e.hint
}
