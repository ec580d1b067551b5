// Package i18n says things in the learner's language. Its one job is to turn a
// key and its arguments into a sentence; its one rule: a language is a folder
// of words, never a branch in Go code.
//
// A folder words/<code> holds _language.toml (the language's own name, how it
// chooses forms, which language stands in for a missing word) and one file a
// room, flat TOML whose keys begin with the file's name:
//
//	"conv.sum" = "The {n} {n|product/products} add up to {sum}."
//
// See Message for what may stand between braces.
package i18n

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// DefaultLanguage speaks where nothing says which language is wanted.
const DefaultLanguage = "en"

// languageFile describes a language in its folder of words.
const languageFile = "_language.toml"

//go:embed all:words
var embedded embed.FS

// Language is what a folder of words says about itself.
type Language struct {
	// Code is the folder's name, such as "ko".
	Code string `toml:"-"`
	// Name is the language's name in itself, such as 한국어.
	Name string `toml:"name"`
	// Forms names the rule that chooses between {n|a/b}; see FormRules.
	Forms string `toml:"forms"`
	// Fallback is the code of the language that says what this one lacks.
	Fallback string `toml:"fallback"`
}

// Bundle is all languages there are. It is safe for many learners at once.
type Bundle struct {
	fsys      fs.FS
	languages []Language
	catalogs  map[string]*Catalog
}

// Open gives the program's own languages. It reads the languages' descriptions
// only; words are read room by room when they are first said.
func Open() (*Bundle, error) {
	words, err := fs.Sub(embedded, "words")
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	return Load(words)
}

// Load gives the languages in fsys: one folder each.
func Load(fsys fs.FS) (*Bundle, error) {
	folders, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	b := &Bundle{fsys: fsys, catalogs: map[string]*Catalog{}}
	for _, folder := range folders {
		if !folder.IsDir() {
			continue
		}
		lang, err := readLanguage(fsys, folder.Name())
		if err != nil {
			return nil, err
		}
		catalog, err := newCatalog(fsys, lang)
		if err != nil {
			return nil, err
		}
		b.languages = append(b.languages, lang)
		b.catalogs[lang.Code] = catalog
	}
	if len(b.languages) == 0 {
		return nil, errors.New("words: no language found")
	}
	return b, b.linkFallbacks()
}

func readLanguage(fsys fs.FS, code string) (Language, error) {
	file := path.Join(code, languageFile)
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return Language{}, fmt.Errorf("words: %w", err)
	}
	lang := Language{Code: code}
	decoder := toml.NewDecoder(strings.NewReader(string(text))).DisallowUnknownFields()
	if err := decoder.Decode(&lang); err != nil {
		return Language{}, fmt.Errorf("words: %s: %w", file, err)
	}
	if lang.Name == "" {
		return Language{}, fmt.Errorf("words: %s: the language's own name is missing", file)
	}
	if _, ok := formRules[lang.Forms]; !ok {
		return Language{}, fmt.Errorf("words: %s: forms %q is none of %s", file, lang.Forms, strings.Join(FormRules(), ", "))
	}
	return lang, nil
}

// linkFallbacks joins each catalogue to the one that stands in for it.
func (b *Bundle) linkFallbacks() error {
	for _, lang := range b.languages {
		if lang.Fallback == "" {
			continue
		}
		stand, ok := b.catalogs[lang.Fallback]
		if !ok {
			return fmt.Errorf("words: %s/%s: fallback %q is not there", lang.Code, languageFile, lang.Fallback)
		}
		b.catalogs[lang.Code].fallback = stand
	}
	for _, lang := range b.languages {
		seen := []string{}
		for c := b.catalogs[lang.Code]; c != nil; c = c.fallback {
			if slices.Contains(seen, c.language.Code) {
				return fmt.Errorf("words: fallbacks go in a circle: %s", strings.Join(append(seen, c.language.Code), " -> "))
			}
			seen = append(seen, c.language.Code)
		}
	}
	return nil
}

// Languages lists the languages by code.
func (b *Bundle) Languages() []Language { return slices.Clone(b.languages) }

// Codes lists the languages' codes in order.
func (b *Bundle) Codes() []string {
	codes := make([]string, len(b.languages))
	for i, lang := range b.languages {
		codes[i] = lang.Code
	}
	return codes
}

// Has tells whether there are words in the language of a code.
func (b *Bundle) Has(code string) bool { return b.catalogs[code] != nil }

// For gives the words of a language; of DefaultLanguage, else of the first
// there is, if that language is not there.
func (b *Bundle) For(code string) *Catalog {
	for _, c := range []string{code, DefaultLanguage} {
		if catalog := b.catalogs[c]; catalog != nil {
			return catalog
		}
	}
	return b.catalogs[b.languages[0].Code]
}

// Detect gives the code of the language that the environment asks for in the
// order that POSIX and gettext set: LC_ALL, LC_MESSAGES, LANG, the first of
// which names the locale, and LANGUAGE, a list that goes before it unless the
// locale is C. It gives DefaultLanguage if none of them is there.
func (b *Bundle) Detect(getenv func(string) string) string {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	wanted := []string{locale}
	if base := baseLanguage(locale); base != "c" && base != "posix" {
		wanted = append(strings.Split(getenv("LANGUAGE"), ":"), locale)
	}
	for _, name := range wanted {
		if code := baseLanguage(name); b.Has(code) {
			return code
		}
	}
	return DefaultLanguage
}

// baseLanguage cuts a locale such as ko_KR.UTF-8@x to its language, ko.
func baseLanguage(locale string) string {
	if end := strings.IndexAny(locale, "_-.@"); end >= 0 {
		locale = locale[:end]
	}
	return strings.ToLower(strings.TrimSpace(locale))
}
