package i18n

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Check finds what is wrong with the words of all languages: files that cannot
// be read, keys in the wrong file, broken placeholders, control characters,
// words that one language has and another lacks, and placeholders that differ.
func (b *Bundle) Check() []error {
	var problems []error
	everywhere := map[string]bool{}
	for _, lang := range b.languages {
		catalog := b.catalogs[lang.Code]
		for _, key := range catalog.Keys() {
			everywhere[key] = true
		}
		problems = append(problems, catalog.check()...)
	}
	for _, key := range slices.Sorted(maps.Keys(everywhere)) {
		problems = append(problems, b.compare(key)...)
	}
	return problems
}

// check finds what is wrong within one language.
func (c *Catalog) check() []error {
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(c.rooms)) {
		r := c.rooms[name]
		r.load(c.rule, name, c.language.Code)
		problems = append(problems, r.problems...)
		for _, key := range slices.Sorted(maps.Keys(r.texts)) {
			if err := errors.Join(CheckText(r.texts[key]), c.rule.fixed(r.texts[key])); err != nil {
				problems = append(problems, fmt.Errorf("words: %s/%s.toml: %s: %w", c.language.Code, name, key, err))
			}
		}
	}
	return problems
}

// compare finds how languages differ in a key that at least one of them has.
func (b *Bundle) compare(key string) []error {
	var problems []error
	var first *Catalog
	var names []string
	for _, lang := range b.languages {
		catalog := b.catalogs[lang.Code]
		message, ok := catalog.lookup(roomOf(key), key)
		if !ok {
			problems = append(problems, fmt.Errorf("words: %s/%s.toml: %s is missing", lang.Code, roomOf(key), key))
			continue
		}
		if first == nil {
			first, names = catalog, message.Names()
			continue
		}
		if !slices.Equal(names, message.Names()) {
			problems = append(problems, fmt.Errorf("words: %s: placeholders differ: %s has {%s}, %s has {%s}", key,
				first.language.Code, strings.Join(names, "} {"), lang.Code, strings.Join(message.Names(), "} {")))
		}
	}
	return problems
}

// CheckText finds what is wrong with a text that stands outside of the
// catalogue: what the function CheckText finds, placeholders that cannot be
// read, forms that the language would have to choose.
func (c *Catalog) CheckText(text string) error {
	if err := CheckText(text); err != nil {
		return err
	}
	_, err := c.Compile(text)
	return errors.Join(err, c.rule.fixed(text))
}

// CheckText finds what no text for people may hold: nothing at all, control
// characters other than line breaks, marks that turn the reading direction,
// text that is not UTF-8, and spaces at its ends.
func CheckText(text string) error {
	switch {
	case text == "":
		return fmt.Errorf("the text is empty")
	case strings.TrimSpace(text) != text:
		return fmt.Errorf("the text begins or ends with a space")
	}
	for at, r := range text {
		switch {
		case r == unicode.ReplacementChar:
			return fmt.Errorf("byte %d is not UTF-8", at)
		case r != '\n' && unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return fmt.Errorf("control character %U at byte %d", r, at)
		case unicode.Is(unicode.Hangul, r) && r >= 0x1100 && r <= 0x11FF:
			return fmt.Errorf("%U at byte %d: Hangul taken apart into jamo", r, at)
		}
	}
	return nil
}
