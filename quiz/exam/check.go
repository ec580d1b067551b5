package exam

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"convtutor/internal/fault"
	"convtutor/quiz"
	"convtutor/viz"
)

// checker makes an exam of a document and tells what must not be.
type checker struct {
	*decoder
	doc  *document
	also Checks
	exam *Exam
	ids  map[string]bool
}

var (
	examID  = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,47}$`)
	entryID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)
)

// Limits of what an exam may ask.
const (
	maxEntries  = 200
	maxQuestion = 500 // questions in all
	maxCount    = 100
	maxAttempts = 20
	maxPoints   = 1000
	maxSecret   = 200
	maxTitle    = 200
	maxText     = 4000
	maxOptions  = quiz.MaxOptions
	maxAccept   = 50
	maxLimit    = 31 * 24 * time.Hour
)

func (c *checker) run() {
	doc, e := c.doc, c.exam
	c.ids = map[string]bool{}
	if e.ID = doc.ID; !examID.MatchString(doc.ID) {
		c.badID("id", doc.ID, 48, "for-exam-id")
	}
	e.Title = c.texts("title", doc.Title, maxTitle, true)
	e.Language = c.oneOf("language", doc.Language, "", languages...)
	e.Feedback = Feedback(c.oneOf("feedback", doc.Feedback, "end", "at-once", "end", "never"))
	e.Variants = Variants(c.oneOf("variants", doc.Variants, "student", "student", "same"))
	e.Shuffle, e.ShuffleOptions, e.Handout = doc.Shuffle, doc.ShuffleOptions, doc.Handout
	e.Attempts = c.count("attempts", doc.Attempts, maxAttempts)
	c.times()
	c.secrets()
	c.entries()
}

// has says whether the file has a field.
func (c *checker) has(path string) bool { return c.places[path] != nil }

// badID tells that a name is not there, or is not as it must be.
func (c *checker) badID(path, value string, most int, example string) {
	switch {
	case c.faulty(path):
	case !c.has(path):
		c.add(path, told("missing", example, nil))
	default:
		c.add(path, told("exam-id", example, fault.Args{"value": short(value), "most": most}))
	}
}

// faulty says whether something is told about a field already.
func (c *checker) faulty(path string) bool {
	return slices.ContainsFunc(c.faults, func(f *Fault) bool { return f.Field == path })
}

// absent says whether a field is not there and nothing is told that explains it:
// a misspelled name beside it, a wrong value above it.
func (c *checker) absent(path, value string) bool {
	above := parent(path)
	return value == "" && !c.faulty(path) && (above == "" || !c.faulty(above))
}

// oneOf checks a word.
func (c *checker) oneOf(path, value, usual string, known ...string) string {
	if value == "" && !c.has(path) {
		return usual
	}
	if !slices.Contains(known, value) && !c.faulty(path) {
		args := fault.Args{"value": short(value), "known": strings.Join(known, ", "), "near": nearest(value, known)}
		if args["near"] == "" {
			c.add(path, told("none-of", "pick", args))
		} else {
			c.add(path, told("none-of", "near", args))
		}
	}
	return value
}

// count checks a number from 1 to most, which is 1 where it is left out.
func (c *checker) count(path string, n *int, most int) int {
	if n == nil {
		return 1
	}
	if *n < 1 || *n > most {
		c.add(path, notFrom(*n, 1, most))
		return 1
	}
	return *n
}

// texts checks a text in its languages.
func (c *checker) texts(path string, t Text, most int, needed bool) Text {
	if needed && t.Empty() && c.absent(path, "") {
		c.add(path, told("missing", "a-text", nil))
	}
	for language, s := range t {
		at := path
		if language != "" {
			at += "." + language
		}
		if n := len([]rune(s)); n > most {
			c.add(at, told("too-long", "shorter", fault.Args{"n": n, "most": most}))
		}
		if s == "" && !c.faulty(at) && !t.Empty() {
			c.add(at, told("blank", "this-language", nil))
		}
	}
	return t
}

// times reads the limit and when it opens and closes.
func (c *checker) times() {
	e := c.exam
	if c.has("time") && !c.faulty("time") {
		limit, err := time.ParseDuration(strings.ReplaceAll(c.doc.Time, " ", ""))
		switch {
		case err != nil:
			c.add("time", told("no-span", "for-time", fault.Args{"value": short(c.doc.Time)}))
		case limit < time.Second || limit > maxLimit:
			c.add("time", told("span-range", "no-limit", fault.Args{"time": limit, "days": int(maxLimit / (24 * time.Hour))}))
		}
		e.Limit = limit
	}
	e.Opens, e.Closes = c.instant("opens", c.doc.Opens), c.instant("closes", c.doc.Closes)
	if !e.Opens.IsZero() && !e.Closes.IsZero() && !e.Closes.After(e.Opens) {
		c.add("closes", told("closes-first", "both-times", nil))
	}
}

// notFrom is a number that is too small or too large.
func notFrom(n any, low, high int) *fault.Error {
	return told("not-from", "between", fault.Args{"n": n, "low": low, "high": high})
}

func (c *checker) instant(path, value string) time.Time {
	if !c.has(path) || c.faulty(path) {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339, value)
	if err != nil {
		c.add(path, told("no-instant", "for-instant", fault.Args{"value": short(value), "field": path}))
	}
	return t
}

// secrets checks the secret and the key.
func (c *checker) secrets() {
	e, doc := c.exam, c.doc
	e.Secret, e.Key = doc.Secret, doc.Key
	if e.Variants == VariantsStudent && c.absent("secret", e.Secret) {
		c.add("secret", told("no-secret", "a-secret", nil))
	}
	if len(e.Secret) > maxSecret {
		c.add("secret", told("long-secret", "short-secret", fault.Args{"most": maxSecret}))
	}
	if !c.has("key") || c.faulty("key") {
		return
	}
	if strings.HasPrefix(strings.ToUpper(e.Key), "AGE-SECRET-KEY-") {
		c.add("key", told("private-key", "public-key", nil))
		return
	}
	if _, err := ParseKey(e.Key); err != nil {
		c.add("key", told("no-key", "from-key", nil))
	}
}

// entries checks the list of questions.
func (c *checker) entries() {
	list := c.doc.Questions
	switch {
	case len(list) == 0 && !c.faulty("questions"):
		c.add("questions", told("no-questions", "for-questions", nil))
	case len(list) > maxEntries:
		c.add("questions", told("many-items", "two-exams", fault.Args{"n": len(list), "most": maxEntries}))
		return
	}
	for i := range list {
		c.exam.Entries = append(c.exam.Entries, c.entry(i))
	}
	if n := c.exam.Count(); n > maxQuestion {
		c.add("questions", told("many-questions", "lower-counts", fault.Args{"n": n, "most": maxQuestion}))
		return
	}
	known := map[string]int{} // how many there are, where that is few
	for i, entry := range c.exam.Entries {
		of := fmt.Sprint(entry.Kind, entry.Level)
		n, ok := known[of]
		if !ok {
			n = different(entry)
		}
		if n < entry.Count && !entry.Fixed {
			known[of] = n
			c.add(fmt.Sprintf("questions[%d].count", i+1), told("few", "fewer", fault.Args{
				"kind": entry.Kind, "level": entry.Level, "n": n, "count": entry.Count,
			}))
		}
	}
}

// different is how many different questions an entry can ask, looked for among
// many seeds, and no further than it needs.
func different(e Entry) int {
	if e.Count == 1 || e.Fixed {
		return e.Count
	}
	type content struct {
		Prompt []viz.Words
		Given  quiz.Given
	}
	found := map[string]bool{}
	for seed := range uint32(20 * e.Count) {
		q, err := quiz.New(e.Kind, e.Level, seed)
		if err != nil {
			return e.Count // its level is told already
		}
		found[digest(content{q.Prompt, q.Given})] = true
		if len(found) == e.Count {
			break
		}
	}
	return len(found)
}

func (c *checker) entry(i int) Entry {
	doc, path := c.doc.Questions[i], fmt.Sprintf("questions[%d]", i+1)
	e := Entry{ID: doc.ID, Points: 1, Kind: doc.Kind, Level: 1, Count: 1}
	c.entryID(path+".id", &e, i)
	if p := doc.Points; p != nil {
		if e.Points = *p; *p < 0 || *p > maxPoints {
			c.add(path+".points", notFrom(*p, 0, maxPoints))
		}
	}
	e.Picture = c.picture(path+".picture", doc.Picture)
	own, kind := c.has(path+".ask"), c.has(path+".kind")
	switch {
	case own && kind:
		c.add(path+".ask", told("kind-and-ask", "kind-or-ask", nil))
	case own:
		e.Own = c.own(path, doc)
		c.refuse(path, "own", "level", "count", "seed")
	case kind:
		c.kind(path, doc, &e)
		c.refuse(path, "program", "type", "options", "answer", "tolerance", "accept")
	case !c.faulty(path):
		c.add(path, told("neither", "for-entry", nil))
	}
	return e
}

// entryID checks an entry's name, or gives it one by its place.
func (c *checker) entryID(path string, e *Entry, i int) {
	if e.ID == "" {
		e.ID = "q" + strconv.Itoa(i+1)
	}
	if !entryID.MatchString(e.ID) && !c.faulty(path) {
		c.badID(path, e.ID, 32, "for-id")
	}
	if c.ids[e.ID] {
		c.add(path, told("id-twice", "own-name", fault.Args{"name": short(e.ID)}))
	}
	c.ids[e.ID] = true
}

// refuse tells of fields that do not belong here: what it is, by its name in
// wording.go.
func (c *checker) refuse(path, what string, names ...string) {
	for _, name := range names {
		if c.has(path + "." + name) {
			c.add(path+"."+name, told("misplaced", "leave-out", fault.Args{"what": thing(what, nil)}))
		}
	}
}

// kind checks a question of the program.
func (c *checker) kind(path string, doc entry, e *Entry) {
	k, err := quiz.Find(doc.Kind)
	if err != nil {
		if !c.faulty(path + ".kind") {
			var known []string
			for _, k := range quiz.Kinds() {
				known = append(known, k.ID())
			}
			c.add(path+".kind", unknown("no-kind", doc.Kind, known))
		}
		return
	}
	if doc.Level != nil {
		e.Level = *doc.Level
		if e.Level < 1 || e.Level > k.Levels() {
			c.add(path+".level", told("level", "between", fault.Args{"kind": k.ID(), "levels": k.Levels(), "n": e.Level}))
		}
	}
	e.Count = c.count(path+".count", doc.Count, maxCount)
	if doc.Seed != nil {
		if *doc.Seed < 0 || *doc.Seed > math.MaxUint32 {
			c.add(path+".seed", notFrom(*doc.Seed, 0, math.MaxUint32))
		}
		e.Fixed, e.Seed = true, uint32(*doc.Seed)
	}
}

// pictureEndings are those of files; anything else is a place in the program.
var pictureEndings = []string{".png", ".jpg", ".jpeg", ".gif"}

func (c *checker) picture(path, value string) Picture {
	if value == "" {
		return Picture{}
	}
	if !slices.Contains(pictureEndings, strings.ToLower(filepath.Ext(value))) {
		if c.also.Route != nil {
			if err := c.also.Route(value); err != nil {
				c.add(path, toldOf(err, "no-route", "place", fault.Args{"endings": strings.Join(pictureEndings, ", ")}))
			}
		}
		return Picture{Route: value}
	}
	if !filepath.IsLocal(value) {
		c.add(path, told("outside", "beside", nil))
		return Picture{}
	}
	file := filepath.Join(filepath.Dir(c.exam.File), value)
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
		c.add(path, told("no-picture", "looked-for", fault.Args{"name": short(value)}))
	} else if c.also.Picture != nil {
		if err := c.also.Picture(file); err != nil {
			c.add(path, toldOf(err, "bad-picture", "picture-kinds", nil))
		}
	}
	return Picture{File: file}
}
