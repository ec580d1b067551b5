package i18n

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// Catalog is one language's words. It is safe for many learners at once.
type Catalog struct {
	language Language
	rule     formRule
	rooms    map[string]*room
	fallback *Catalog
	exact    bool // numbers are written as they stand in files and commands
}

// room is one file of words, read when a word of it is first wanted.
type room struct {
	read     func() (map[string]string, error)
	once     sync.Once
	messages map[string]Message
	texts    map[string]string
	problems []error
}

func newCatalog(fsys fs.FS, lang Language) (*Catalog, error) {
	files, err := fs.ReadDir(fsys, lang.Code)
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	c := &Catalog{language: lang, rule: formRules[lang.Forms], rooms: map[string]*room{}}
	for _, file := range files {
		name, isWords := strings.CutSuffix(file.Name(), ".toml")
		if file.IsDir() || !isWords || strings.HasPrefix(name, "_") {
			continue
		}
		at := path.Join(lang.Code, file.Name())
		c.rooms[name] = &room{read: func() (map[string]string, error) { return readRoom(fsys, at) }}
	}
	return c, nil
}

// readRoom decodes a file of words; a key may be quoted ("a.b" = …) or not.
func readRoom(fsys fs.FS, at string) (map[string]string, error) {
	text, err := fs.ReadFile(fsys, at)
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	var flat map[string]string
	if toml.Unmarshal(text, &flat) == nil {
		return flat, nil
	}
	var nested map[string]any
	if err := toml.Unmarshal(text, &nested); err != nil {
		return nil, fmt.Errorf("words: %s: %w", at, err)
	}
	flat = map[string]string{}
	if err := flatten("", nested, flat); err != nil {
		return nil, fmt.Errorf("words: %s: %w", at, err)
	}
	return flat, nil
}

func flatten(prefix string, nested map[string]any, flat map[string]string) error {
	for key, value := range nested {
		switch value := value.(type) {
		case string:
			flat[prefix+key] = value
		case map[string]any:
			if err := flatten(prefix+key+".", value, flat); err != nil {
				return err
			}
		default:
			return fmt.Errorf("%s%s is not a text", prefix, key)
		}
	}
	return nil
}

// load reads and compiles a room once; what is wrong is kept for Check.
func (r *room) load(rule formRule, name, code string) {
	r.once.Do(func() {
		texts, err := r.read()
		if err != nil {
			r.problems = append(r.problems, err)
			return
		}
		r.texts = texts
		r.messages = make(map[string]Message, len(texts))
		for _, key := range slices.Sorted(keysOf(texts)) {
			message, err := compile(texts[key], rule)
			if err == nil && roomOf(key) != name {
				err = fmt.Errorf("the key should begin with %q", name+".")
			}
			if err != nil {
				r.problems = append(r.problems, fmt.Errorf("words: %s/%s.toml: %s: %w", code, name, key, err))
			}
			r.messages[key] = message
		}
	})
}

func keysOf(m map[string]string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for key := range m {
			if !yield(key) {
				return
			}
		}
	}
}

// roomOf gives the room a key belongs to: what stands before its first dot.
func roomOf(key string) string {
	name, _, _ := strings.Cut(key, ".")
	return name
}

// Language tells which language the catalogue speaks.
func (c *Catalog) Language() Language { return c.language }

// Text says a key, its placeholders filled with args. A key that neither this
// language nor the one that stands in for it has shows as ⟨key⟩.
func (c *Catalog) Text(key string, args map[string]any) string {
	name := roomOf(key)
	for at := c; at != nil; at = at.fallback {
		if message, ok := at.lookup(name, key); ok {
			return message.text(at, args)
		}
	}
	return "⟨" + key + "⟩"
}

// Has tells whether this language itself has a key.
func (c *Catalog) Has(key string) bool {
	_, ok := c.lookup(roomOf(key), key)
	return ok
}

func (c *Catalog) lookup(name, key string) (Message, bool) {
	r := c.rooms[name]
	if r == nil {
		return Message{}, false
	}
	r.load(c.rule, name, c.language.Code)
	message, ok := r.messages[key]
	return message, ok
}

// Keys lists every key that this language has, in order.
func (c *Catalog) Keys() []string {
	var keys []string
	for name, r := range c.rooms {
		r.load(c.rule, name, c.language.Code)
		for key := range r.messages {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// Compile prepares a text that stands outside of the catalogue, such as a
// paragraph of a lesson, so that it can be filled in this language.
func (c *Catalog) Compile(text string) (Message, error) {
	return compile(text, c.rule)
}

// Fill fills a compiled text with args.
func (c *Catalog) Fill(m Message, args map[string]any) string { return m.text(c, args) }
