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
// control characters.
func (c *Catalog) Explain(err error) string {
	text := err.Error()
	if phrase, ok := c.phraseOf(err); ok {
		key, args := phrase.Phrase()
		text = c.Text(key, args)
	} else if key := systemKey(err); key != "" {
		text = c.Text(key, nil)
		if at := (*fs.PathError)(nil); errors.As(err, &at) {
			text = c.Text("error.file", map[string]any{"name": at.Path, "why": text})
		}
	}
	return strings.Map(shown, text)
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
	} {
		if errors.Is(err, known.err) {
			return known.key
		}
	}
	return ""
}
