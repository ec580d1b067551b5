package exam

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

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
		c.missing("id", doc.ID, "small letters, digits and hyphens are expected, at most 48", "for example: id: cnn-midterm")
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

// missing tells that a field is not there, or is not as it must be.
func (c *checker) missing(path, value, message, advice string) {
	switch {
	case c.faulty(path):
	case !c.has(path):
		c.add(path, "it is missing", advice)
	default:
		c.add(path, message+", not "+strconv.Quote(short(value)), advice)
	}
}

// faulty says whether something is told about a field already.
func (c *checker) faulty(path string) bool {
	return slices.ContainsFunc(c.faults, func(f *Fault) bool { return strings.HasPrefix(f.Message, path+": ") })
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
		c.add(path, fmt.Sprintf("%q is none of %s", short(value), strings.Join(known, ", ")), "")
	}
	return value
}

// count checks a number from 1 to most, which is 1 where it is left out.
func (c *checker) count(path string, n *int, most int) int {
	if n == nil {
		return 1
	}
	if *n < 1 || *n > most {
		c.add(path, fmt.Sprintf("%d is not from 1 to %d", *n, most), "")
		return 1
	}
	return *n
}

// texts checks a text in its languages.
func (c *checker) texts(path string, t Text, most int, needed bool) Text {
	if needed && t.Empty() && c.absent(path, "") {
		c.add(path, "it is missing", "a text, or one for each language: {en: …, ko: …}")
	}
	for language, s := range t {
		at := path
		if language != "" {
			at += "." + language
		}
		if n := len([]rune(s)); n > most {
			c.add(at, fmt.Sprintf("%d characters are too many: at most %d", n, most), "")
		}
		if s == "" && !c.faulty(at) && !t.Empty() {
			c.add(at, "there is nothing in it", "")
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
			c.add("time", strconv.Quote(short(c.doc.Time))+" is no length of time", "for example: time: 45m, or time: 1h30m")
		case limit < time.Second || limit > maxLimit:
			c.add("time", limit.String()+" is not from a second to 31 days", "")
		}
		e.Limit = limit
	}
	e.Opens, e.Closes = c.instant("opens", c.doc.Opens), c.instant("closes", c.doc.Closes)
	if !e.Opens.IsZero() && !e.Closes.IsZero() && !e.Closes.After(e.Opens) {
		c.add("closes", "it closes before it opens", "")
	}
}

func (c *checker) instant(path, value string) time.Time {
	if !c.has(path) || c.faulty(path) {
		return time.Time{}
	}
	t, err := time.Parse(time.RFC3339, value)
	if err != nil {
		c.add(path, strconv.Quote(short(value))+" is no time with a time zone", "for example: "+path+": 2027-03-02T09:00:00+09:00")
	}
	return t
}

// secrets checks the secret and the key.
func (c *checker) secrets() {
	e, doc := c.exam, c.doc
	e.Secret, e.Key = doc.Secret, doc.Key
	if e.Variants == VariantsStudent && c.absent("secret", e.Secret) {
		c.add("secret", "it is missing: each student's numbers are drawn from it", "any text, another one for each exam; or variants: same")
	}
	if len(e.Secret) > maxSecret {
		c.add("secret", fmt.Sprintf("it is longer than %d bytes", maxSecret), "")
	}
	if !c.has("key") || c.faulty("key") {
		return
	}
	if strings.HasPrefix(strings.ToUpper(e.Key), "AGE-SECRET-KEY-") {
		c.add("key", "this is the private key: nobody else may ever see it", "the public one begins with age1; make a new pair with convtutor quiz key if this file was given away")
		return
	}
	if _, err := ParseKey(e.Key); err != nil {
		c.add("key", "this is no public key", "it begins with age1 and comes from: convtutor quiz key")
	}
}

// entries checks the list of questions.
func (c *checker) entries() {
	list := c.doc.Questions
	switch {
	case len(list) == 0 && !c.faulty("questions"):
		c.add("questions", "there is none", "for example: questions: [{kind: output-size, count: 3}]")
	case len(list) > maxEntries:
		c.add("questions", fmt.Sprintf("%d items are too many: at most %d", len(list), maxEntries), "")
		return
	}
	for i := range list {
		c.exam.Entries = append(c.exam.Entries, c.entry(i))
	}
	if n := c.exam.Count(); n > maxQuestion {
		c.add("questions", fmt.Sprintf("%d questions in all are too many: at most %d", n, maxQuestion), "")
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
			c.add(fmt.Sprintf("questions[%d].count", i+1),
				fmt.Sprintf("%s, level %d, has only %d different questions, not %d", entry.Kind, entry.Level, n, entry.Count), "ask fewer, or another level as well")
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
			c.add(path+".points", fmt.Sprintf("%v is not from 0 to %d", *p, maxPoints), "")
		}
	}
	e.Picture = c.picture(path+".picture", doc.Picture)
	own, kind := c.has(path+".ask"), c.has(path+".kind")
	switch {
	case own && kind:
		c.add(path+".ask", "kind and ask do not go together", "kind is for questions of the program, ask for one of your own")
	case own:
		e.Own = c.own(path, doc)
		c.refuse(path, "a question of your own", "level", "count", "seed")
	case kind:
		c.kind(path, doc, &e)
		c.refuse(path, "a question of the program", "type", "options", "answer", "tolerance", "accept")
	case !c.faulty(path):
		c.add(path, "neither kind nor ask", "kind: output-size, or ask: a question of your own")
	}
	return e
}

// entryID checks an entry's name, or gives it one by its place.
func (c *checker) entryID(path string, e *Entry, i int) {
	if e.ID == "" {
		e.ID = "q" + strconv.Itoa(i+1)
	}
	if !entryID.MatchString(e.ID) && !c.faulty(path) {
		c.add(path, "small letters, digits and hyphens are expected, at most 32", "")
	}
	if c.ids[e.ID] {
		c.add(path, fmt.Sprintf("there is another question %q", short(e.ID)), "each needs a name of its own")
	}
	c.ids[e.ID] = true
}

// refuse tells of fields that do not belong here.
func (c *checker) refuse(path, what string, names ...string) {
	for _, name := range names {
		if c.has(path + "." + name) {
			c.add(path+"."+name, "it does not belong to "+what, "leave it out")
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
			c.add(path+".kind", fmt.Sprintf("there is no kind %q", short(doc.Kind)), hintNames(doc.Kind, known))
		}
		return
	}
	if doc.Level != nil {
		e.Level = *doc.Level
		if e.Level < 1 || e.Level > k.Levels() {
			c.add(path+".level", fmt.Sprintf("%s has levels 1 to %d, not %d", k.ID(), k.Levels(), e.Level), "")
		}
	}
	e.Count = c.count(path+".count", doc.Count, maxCount)
	if doc.Seed != nil {
		if *doc.Seed < 0 || *doc.Seed > 1<<32-1 {
			c.add(path+".seed", fmt.Sprintf("%d is not from 0 to 4294967295", *doc.Seed), "")
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
				c.add(path, cleanLine(err.Error()), "a place in the program, as lesson/cnn/conv#slide, or a file that ends in "+strings.Join(pictureEndings, ", "))
			}
		}
		return Picture{Route: value}
	}
	if !filepath.IsLocal(value) {
		c.add(path, "the picture must be in the exam's folder or below it", "put it beside the file")
		return Picture{}
	}
	file := filepath.Join(filepath.Dir(c.exam.File), value)
	if info, err := os.Stat(file); err != nil || !info.Mode().IsRegular() {
		c.add(path, "there is no such file: "+short(value), "it is looked for beside the exam's file")
	} else if c.also.Picture != nil {
		if err := c.also.Picture(file); err != nil {
			c.add(path, cleanLine(err.Error()), "")
		}
	}
	return Picture{File: file}
}
