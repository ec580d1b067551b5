package i18n

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"
)

// Explain says an error in the catalogue's language: by its own words if it, or
// one that it wraps, has some that the catalogue knows; else by what the system
// calls it; else as it stands. Text that came from outside is cleaned of
// control characters, and numbers are written as they are there.
func (c *Catalog) Explain(err error) string {
	exact := *c
	exact.exact = true
	c = &exact
	text := err.Error()
	if phrase, ok := c.phraseOf(err); ok {
		key, args := phrase.Phrase()
		text = c.Text(key, args)
	} else if why := c.system(err); why != "" {
		text = why
		if at := (*fs.PathError)(nil); errors.As(err, &at) {
			text = c.Text("error.file", map[string]any{"name": at.Path, "why": why})
		}
	}
	return strings.Map(shown, text)
}

// system says what the system calls an error; "" for one that is not of a file.
func (c *Catalog) system(err error) string {
	if key := systemKey(err); key != "" {
		return c.Text(key, nil)
	}
	at := (*fs.PathError)(nil)
	if !errors.As(err, &at) {
		return ""
	}
	if key := systemTexts[at.Err.Error()]; key != "" {
		return c.Text(key, nil)
	}
	return c.Text("error.file.other", map[string]any{"why": at.Err.Error()})
}

// systemTexts are the keys of what systems say of a file in words of their own
// and Go has no error for; a test holds them to the system's. Any other is told
// as the system says it.
var systemTexts = map[string]string{
	"is a directory":          "error.file.folder",
	"not a directory":         "error.file.no-folder",
	"no space left on device": "error.file.full",
	"disk quota exceeded":     "error.file.full",
	"read-only file system":   "error.file.read-only",
	"file name too long":      "error.file.name",
}

// shown is a rune as it may be shown.
func shown(r rune) rune {
	switch {
	case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
		return ' '
	case r == unicode.ReplacementChar:
		return '?'
	}
	return r
}

// phraseOf finds the outermost words of an error.
func (c *Catalog) phraseOf(err error) (Phrase, bool) {
	var phrase Phrase
	if !errors.As(err, &phrase) {
		return nil, false
	}
	key, _ := phrase.Phrase()
	return phrase, c.Has(key) || c.fallback != nil && c.fallback.Has(key)
}

// systemKey is the key of what can be wrong with a file.
func systemKey(err error) string {
	for _, known := range []struct {
		err error
		key string
	}{
		{fs.ErrNotExist, "error.file.missing"},
		{fs.ErrPermission, "error.file.permission"},
		{fs.ErrExist, "error.file.exists"},
		{fs.ErrClosed, "error.file.closed"},
	} {
		if errors.Is(err, known.err) {
			return known.key
		}
	}
	return ""
}
