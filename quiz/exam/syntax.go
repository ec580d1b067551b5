package exam

import (
	"errors"
	"strings"

	yaml "github.com/goccy/go-yaml"

	"convtutor/internal/fault"
)

// syntaxFaults are the parser's messages that can be said more clearly: by what
// is in them, the first that fits. What else it says is about parts of YAML that
// no exam needs.
var syntaxFaults = []struct{ in, what, hint string }{
	{"end character of", "open-quote", "close-quote"},
	{"tab character", "tab", "blanks"},
	{"'\t'", "tab", "blanks"},
	{"'}'", "bracket", "brackets"},
	{"']'", "bracket", "brackets"},
	{"','", "bracket", "brackets"},
	{"flow map content", "bracket", "brackets"},
	{"escape character", "escape", "backslash"},
	{"surrogate", "escape", "backslash"},
	{"mapping value is not allowed", "colon", "quote-colon"},
	{"map key-value is pre-defined", "after-quote", "whole-quote"},
	{"value is not allowed in this context", "indent", "same-column"},
	{"unexpected key name", "no-colon", "pairs"},
	{"non-map value", "no-colon", "pairs"},
	{"reserved character", "reserved", "in-quotes"},
}

// syntax is a fault of the language itself.
func syntax(err error) *Fault {
	what := unreadable(err.Error())
	var where yaml.Error
	if !errors.As(err, &where) || where.GetToken() == nil {
		return &Fault{What: what}
	}
	return at(where.GetToken(), unreadable(where.GetMessage()))
}

// unreadable says what the parser's message means.
func unreadable(message string) *fault.Error {
	for _, known := range syntaxFaults {
		if strings.Contains(message, known.in) {
			return told(known.what, known.hint, nil)
		}
	}
	return told("not-yaml", "yaml", nil)
}
