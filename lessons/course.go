// Package lessons is the course as data: it loads it, checks it and lists it.
// Its one rule: it imports nothing of ours, so that a widget's parameters stay
// data and a lesson is added without touching Go code.
//
// course.toml lists units and lessons in order. A lesson is a folder
// <unit>/<lesson> with lesson.toml (its structure, once) and one <language>.md
// (its words, by step id); README.md tells how to add one.
package lessons

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"sync"
)

//go:embed course.toml */*.md */*/*
var embedded embed.FS

// Unit is a part of the course.
type Unit struct {
	// ID is the unit's folder, such as "cnn".
	ID string
	// Rows are the ids of the curriculum that the unit is to teach, in order.
	Rows []string
	// Lessons are the unit's lessons that exist, in order.
	Lessons []Entry
}

// Entry is a lesson's place in the course, known without reading the lesson.
type Entry struct {
	// ID is the lesson's place, such as "cnn/conv": also its folder and the
	// route to it.
	ID string
	// Unit is the id of its unit, Name the rest of its id.
	Unit, Name string
	// Needs are the ids of the lessons that come before it.
	Needs []string
}

// Course is all units. It is safe for many learners at once.
type Course struct {
	// Units are the units in order.
	Units []Unit

	fsys    fs.FS
	mu      sync.Mutex
	lessons map[string]*Lesson
	words   map[string]*Words
}

// Open gives the program's own course. Only course.toml is read; a lesson is
// read when it is first wanted.
func Open() (*Course, error) { return Load(embedded) }

// courseFile is course.toml as it is written.
type courseFile struct {
	Unit []struct {
		ID     string   `toml:"id"`
		Rows   []string `toml:"rows"`
		Lesson []struct {
			ID    string   `toml:"id"`
			Needs []string `toml:"needs"`
		} `toml:"lesson"`
	} `toml:"unit"`
}

// Load gives the course in fsys.
func Load(fsys fs.FS) (*Course, error) {
	var file courseFile
	if err := decode(fsys, "course.toml", &file); err != nil {
		return nil, err
	}
	c := &Course{fsys: fsys, lessons: map[string]*Lesson{}, words: map[string]*Words{}}
	seen := map[string]bool{}
	for _, u := range file.Unit {
		unit := Unit{ID: u.ID, Rows: u.Rows}
		if !isID(u.ID) || seen[u.ID] {
			return nil, fmt.Errorf("lessons: course.toml: unit id %q is used twice or is not made of small letters, digits and -", u.ID)
		}
		seen[u.ID] = true
		for _, l := range u.Lesson {
			entry := Entry{ID: u.ID + "/" + l.ID, Unit: u.ID, Name: l.ID, Needs: l.Needs}
			if !isID(l.ID) || seen[entry.ID] {
				return nil, fmt.Errorf("lessons: course.toml: lesson id %q is used twice or is not made of small letters, digits and -", entry.ID)
			}
			seen[entry.ID] = true
			unit.Lessons = append(unit.Lessons, entry)
		}
		c.Units = append(c.Units, unit)
	}
	return c, nil
}

// Entries lists all lessons in order.
func (c *Course) Entries() []Entry {
	var all []Entry
	for _, unit := range c.Units {
		all = append(all, unit.Lessons...)
	}
	return all
}

// Entry finds a lesson by its id.
func (c *Course) Entry(id string) (Entry, bool) {
	for _, unit := range c.Units {
		for i := range unit.Lessons {
			if unit.Lessons[i].ID == id {
				return unit.Lessons[i], true
			}
		}
	}
	return Entry{}, false
}

// Next gives the lesson after one; ok is false after the last.
func (c *Course) Next(id string) (entry Entry, ok bool) { return c.beside(id, 1) }

// Previous gives the lesson before one; ok is false before the first.
func (c *Course) Previous(id string) (entry Entry, ok bool) { return c.beside(id, -1) }

func (c *Course) beside(id string, by int) (Entry, bool) {
	all := c.Entries()
	at := slices.IndexFunc(all, func(e Entry) bool { return e.ID == id })
	if at < 0 || at+by < 0 || at+by >= len(all) {
		return Entry{}, false
	}
	return all[at+by], true
}

// Lesson reads the structure of a lesson.
func (c *Course) Lesson(id string) (*Lesson, error) {
	entry, ok := c.Entry(id)
	if !ok {
		return nil, &NoLessonError{ID: id}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if lesson := c.lessons[id]; lesson != nil {
		return lesson, nil
	}
	lesson, err := readLesson(c.fsys, entry)
	if err != nil {
		return nil, err
	}
	c.lessons[id] = lesson
	return lesson, nil
}

// NoLessonError is the id of a lesson that is not there.
type NoLessonError struct{ ID string }

func (e *NoLessonError) Error() string { return fmt.Sprintf("lessons: there is no lesson %q", e.ID) }

// Phrase says it in the learner's language.
func (e *NoLessonError) Phrase() (key string, args map[string]any) {
	return "error.lesson.none", map[string]any{"id": e.ID}
}

// Words reads the words of a lesson ("cnn/conv"), a unit ("cnn") or the glossary
// in a language.
func (c *Course) Words(id, language string) (*Words, error) {
	_, isLesson := c.Entry(id)
	if !isLesson && id != glossary && !slices.ContainsFunc(c.Units, func(u Unit) bool { return u.ID == id }) {
		return nil, fmt.Errorf("lessons: there is no lesson or unit %q", id)
	}
	file := id + "/" + language + ".md"
	c.mu.Lock()
	defer c.mu.Unlock()
	if words := c.words[file]; words != nil {
		return words, nil
	}
	text, err := fs.ReadFile(c.fsys, file)
	if err != nil {
		return nil, fmt.Errorf("lessons: %w", err)
	}
	words, err := ParseWords(file, string(text))
	if err != nil {
		return nil, err
	}
	c.words[file] = words
	return words, nil
}

// isID tells whether something may be called so: small letters, digits and -,
// a letter first.
func isID(id string) bool {
	for i, c := range []byte(id) {
		letter := c >= 'a' && c <= 'z'
		if !letter && (i == 0 || (c != '-' && (c < '0' || c > '9'))) {
			return false
		}
	}
	return id != ""
}
