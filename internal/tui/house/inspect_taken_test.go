package house

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pelletier/go-toml/v2"

	"convtutor/internal/data"
)

// takings is how often each kind of thing is taken away.
const takings = 6

// taken is content from which one thing is gone, and what a problem's line must
// say about it.
type taken struct {
	content
	want []string
}

// TestInspectTellsWhatIsTakenAway takes one thing at a time out of the program's
// content, here and there: the check must say which, and where.
func TestInspectTellsWhatIsTakenAway(t *testing.T) {
	whole := readContent(t)
	if problems := whole.inspect(t, comparing); len(problems) > 0 {
		t.Fatalf("whole: %q", problems)
	}
	for name, take := range map[string]func(*chooser, content) taken{
		"step": takeStep, "file of a lesson": takeFile, "word": takeWord, "file of words": takeRoom,
		"placeholder of a word": takeWordsPlaceholder, "placeholder of a step": takeStepsPlaceholder,
		"term": takeTerm, "term everywhere": takeTermEverywhere, "widget": takeWidget, "prediction": takeAsk,
		"hint": takeHint, "photo's words": takePhoto,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for seed := range uint64(takings) {
				broken := take(&chooser{t, rand.New(rand.NewPCG(seed, 0))}, whole.clone())
				problems := broken.inspect(t, comparing)
				if !slices.ContainsFunc(problems, func(p string) bool { return hasAll(p, broken.want) }) {
					t.Errorf("seed %d: none of %d problems says %q: %.300q", seed, len(problems), broken.want, problems)
				}
			}
		})
	}
}

// chooser chooses what is taken away.
type chooser struct {
	t      *testing.T
	random *rand.Rand
}

// of chooses one of several.
func (c *chooser) of(all []string) string {
	c.t.Helper()
	if len(all) == 0 {
		c.t.Fatal("there is nothing to choose from")
	}
	return all[c.random.IntN(len(all))]
}

// file chooses a file whose name matches a pattern, and whose text a second one.
func (c *chooser) file(files fstest.MapFS, name, text string) string {
	c.t.Helper()
	names, texts := regexp.MustCompile("^"+name+"$"), regexp.MustCompile(text)
	var all []string
	for _, at := range slices.Sorted(maps.Keys(files)) {
		if names.MatchString(at) && texts.Match(files[at].Data) {
			all = append(all, at)
		}
	}
	return c.of(all)
}

// cut takes one match of a pattern out of a file, and gives its first group.
func (c *chooser) cut(files fstest.MapFS, name, pattern string) string {
	c.t.Helper()
	text := string(files[name].Data)
	found := regexp.MustCompile(pattern).FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 {
		c.t.Fatalf("%s has no %s", name, pattern)
	}
	m := found[c.random.IntN(len(found))]
	write(files, name, text[:m[0]]+text[m[1]:])
	return text[m[2]:m[3]]
}

func write(files fstest.MapFS, name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }

// Patterns of what is taken away.
const (
	lessonWords = `cnn/[a-z-]+/(en|ko)\.md`
	lessonFile  = `cnn/[a-z-]+/lesson\.toml`
)

// sections cuts a file of words before each heading of a step.
func sections(text string) []string {
	var all []string
	for i, part := range strings.Split("\n"+text, "\n## ") {
		if i > 0 {
			part = "\n## " + part
		}
		all = append(all, part)
	}
	return all
}

// without is a file of words without one of its steps, and that step's id.
func (c *chooser) without(files fstest.MapFS, name string) (id string) {
	parts := sections(string(files[name].Data))
	at := 1 + c.random.IntN(len(parts)-1)
	id, _, _ = strings.Cut(strings.TrimPrefix(parts[at], "\n## "), " |")
	write(files, name, strings.TrimPrefix(strings.Join(slices.Delete(parts, at, at+1), ""), "\n"))
	return id
}

func takeStep(c *chooser, from content) taken {
	name := c.file(from.course, lessonWords, "## ")
	id := c.without(from.course, name)
	return taken{from, []string{name, "step " + id + " has no words"}}
}

func takeFile(c *chooser, from content) taken {
	name := c.file(from.course, lessonWords, "")
	delete(from.course, name)
	return taken{from, []string{name}}
}

func takeWord(c *chooser, from content) taken {
	name := c.file(from.words, `(en|ko)/[a-z]+\.toml`, `(?m)^"[^"]+" = "`)
	key := c.cut(from.words, name, `(?m)^"([^"]+)" = "[^\n]*[^"\n]"\n`)
	return taken{from, []string{name, key, "missing"}}
}

func takeRoom(c *chooser, from content) taken {
	name := c.file(from.words, `(en|ko)/[a-z]+\.toml`, "")
	delete(from.words, name)
	return taken{from, []string{name, "missing"}}
}

func takeWordsPlaceholder(c *chooser, from content) taken {
	name := c.file(from.words, `(en|ko)/[a-z]+\.toml`, `(?m)^"[^"]+" = ".*[^{]\{[a-z].*"$`)
	text := string(from.words[name].Data)
	line := c.of(regexp.MustCompile(`(?m)^"[^"]+" = ".*[^{]\{[a-z].*"$`).FindAllString(text, -1))
	placeholder := c.of(regexp.MustCompile(`\{([a-z][a-z0-9_]*)`).FindAllString(line, -1))
	all := regexp.MustCompile(regexp.QuoteMeta(placeholder) + `(,|\|[^}]*)?\}`)
	write(from.words, name, strings.Replace(text, line, all.ReplaceAllString(line, "7"), 1))
	key, _, _ := strings.Cut(line[1:], `"`)
	return taken{from, []string{"words: " + key, "placeholders differ"}}
}

func takeStepsPlaceholder(c *chooser, from content) taken {
	name := c.file(from.course, lessonWords, `[^{]\{[a-z]`)
	parts := sections(string(from.course[name].Data))
	var filled []int
	for i, part := range parts {
		if i > 0 && regexp.MustCompile(`[^{]\{[a-z]`).MatchString(part) {
			filled = append(filled, i)
		}
	}
	at := filled[c.random.IntN(len(filled))]
	placeholder := c.of(regexp.MustCompile(`\{([a-z][a-z0-9_]*)`).FindAllString(parts[at], -1))
	all := regexp.MustCompile(regexp.QuoteMeta(placeholder) + `(,|\|[^}]*)?\}`)
	id, _, _ := strings.Cut(strings.TrimPrefix(parts[at], "\n## "), " |")
	parts[at] = all.ReplaceAllString(parts[at], "7")
	write(from.course, name, strings.TrimPrefix(strings.Join(parts, ""), "\n"))
	return taken{from, []string{"lessons: " + strings.TrimSuffix(name, "/"+name[strings.LastIndex(name, "/")+1:]), "step " + id, "placeholders differ"}}
}

func takeTerm(c *chooser, from content) taken {
	name := c.of([]string{"glossary/en.md", "glossary/ko.md"})
	id := c.without(from.course, name)
	return taken{from, []string{"glossary/ko.md", id}}
}

// takeTermEverywhere takes a term out of all languages: the lesson that names it
// misses it.
func takeTermEverywhere(c *chooser, from content) taken {
	lesson := c.file(from.course, lessonFile, `(?s)terms = \[`)
	list := regexp.MustCompile(`(?s)terms = \[(.*?)\]`).FindStringSubmatch(string(from.course[lesson].Data))[1]
	id := strings.Trim(c.of(regexp.MustCompile(`"[a-z0-9-]+"`).FindAllString(list, -1)), `"`)
	for _, code := range []string{"en", "ko"} {
		parts := slices.DeleteFunc(sections(string(from.course["glossary/"+code+".md"].Data)), func(part string) bool {
			return strings.HasPrefix(part, "\n## "+id+" |")
		})
		write(from.course, "glossary/"+code+".md", strings.TrimPrefix(strings.Join(parts, ""), "\n"))
	}
	return taken{from, []string{lesson, "term " + id + " is not in the glossary"}}
}

// takeWidget takes the picture beside a step away.
func takeWidget(c *chooser, from content) taken {
	name, id := c.takeFromStep(from.course, func(step map[string]any) bool {
		_, ok := step["widget"]
		delete(step, "widget")
		return ok
	})
	return taken{from, []string{name, "step " + id, "there is no [step.widget]"}}
}

// takeAsk takes a step's only prediction away; its question is left over.
func takeAsk(c *chooser, from content) taken {
	name, id := c.takeFromStep(from.course, func(step map[string]any) bool {
		asks, _ := step["ask"].([]any)
		delete(step, "ask")
		return len(asks) == 1
	})
	return taken{from, []string{strings.TrimSuffix(name, "lesson.toml"), "step " + id, "nothing is asked"}}
}

// takeFromStep takes something from a step of a lesson's structure: take says
// whether there was something to be taken.
func (c *chooser) takeFromStep(files fstest.MapFS, take func(step map[string]any) bool) (name, id string) {
	c.t.Helper()
	for {
		name := c.file(files, lessonFile, "")
		var lesson map[string]any
		if err := toml.Unmarshal(files[name].Data, &lesson); err != nil {
			c.t.Fatal(err)
		}
		steps := lesson["step"].([]any)
		step := steps[c.random.IntN(len(steps))].(map[string]any)
		if !take(step) {
			continue
		}
		text, err := toml.Marshal(lesson)
		if err != nil {
			c.t.Fatal(err)
		}
		write(files, name, string(text))
		return name, step["id"].(string)
	}
}

func takeHint(c *chooser, from content) taken {
	name := c.file(from.course, lessonWords, `(?m)^> `)
	c.cut(from.course, name, `(?m)^> (.*)\n`)
	return taken{from, []string{strings.TrimSuffix(strings.TrimSuffix(name, "en.md"), "ko.md"), "hints"}}
}

func takePhoto(c *chooser, from content) taken {
	var names []string
	for _, photo := range data.Photos() {
		names = append(names, photo.Name)
	}
	key := "plain.photo." + c.of(names)
	for _, code := range []string{"en", "ko"} {
		c.cut(from.words, code+"/plain.toml", fmt.Sprintf(`(?m)^"(%s)" = .*\n`, regexp.QuoteMeta(key)))
	}
	return taken{from, []string{"plain.toml", key}}
}
