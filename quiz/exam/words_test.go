package exam

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"convtutor/internal/fault"
	"convtutor/internal/i18n"
)

// says are the words of a language.
func says(t *testing.T, language string) *i18n.Catalog {
	t.Helper()
	bundle, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	return bundle.For(language)
}

// spoken is the words of errors as they were met, by key.
type spoken map[string]*fault.Error

// take notes the words of an error, of its hint, and of what fills them.
func (s spoken) take(t *testing.T, err error) {
	t.Helper()
	var list Faults
	if errors.As(err, &list) {
		for _, f := range list {
			s.take(t, f.What)
		}
		return
	}
	worded, ok := errors.AsType[interface {
		error
		Phrase() (string, map[string]any)
		Advice() error
	}](err)
	if !ok {
		t.Errorf("%v has no words", err)
		return
	}
	key, args := worded.Phrase()
	s[key] = fault.New(key, args, "%w", err)
	hint, ok := errors.AsType[*fault.Error](worded.Advice())
	if !ok {
		t.Errorf("%v has no hint", err)
		return
	}
	key, _ = hint.Phrase()
	s[key] = hint
	for _, arg := range args {
		if inner, ok := arg.(*fault.Error); ok {
			key, _ = inner.Phrase()
			s[key] = inner
		}
	}
}

// refused are files of which something is wrong that testdata/faults lacks.
var refused = []string{
	"", "id: x\x00y\n", "id: \xff\n", strings.Repeat("# x\n", maxFile/4+1), strings.Repeat("x: y\n", maxTokens/2), "#" + strings.Repeat(" ", maxLine) + "\n",
	strings.Repeat("[", maxDepth+1), "id: !!str x\n", "id: 'x\n", "id:\n\t- x\n", "id: [x\n", "id: \"\\q\"\n", "id: x\n  title: y\n", "~\n", "--- a: b\n", "@a: b\n", "id x\ntitle: y\n", "a:\n  b: 1\n c: 2\n", "a: 'b'c\n",
	"id: [x]\n", "id: {a: b}\n", "title: {en: '', ko: x}\n", "title: " + strings.Repeat("x", maxTitle+1) + "\n",
	"secret: " + strings.Repeat("x", maxSecret+1) + "\n", "language: kr\n",
	"questions:\n" + strings.Repeat("- {kind: fits}\n", maxEntries+1),
	"questions:\n" + strings.Repeat("- {kind: output-size, count: 100}\n", 6),
	"questions:\n- {ask: x, type: text, accept: [" + strings.Repeat("x, ", maxAccept+1) + "]}\n",
	"questions:\n- {ask: x, type: number, options: []}\n- {ask: x, answer: {}}\n- {ask: x, type: text, answer: 1}\n- {picture: nowhere}\n- {picture: fault_test.png}\n- {picture: ../x.png}\n",
}

// inFiles are the faults of exams' files.
func inFiles(t *testing.T) (list []error) {
	t.Helper()
	picture := filepath.Join(t.TempDir(), "x.png")
	if err := os.WriteFile(picture, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	also := Checks{
		Route: func(string) error {
			return fault.New("error.route", fault.Args{"route": "nowhere"}, "there is no nowhere")
		},
		Picture: func(string) error { return fault.New("error.image.broken", nil, "broken picture") },
	}
	for _, text := range append(slices.Clone(refused), "questions:\n- {picture: x.png}\n") {
		_, err := Parse(picture, []byte(text), also)
		list = append(list, err)
	}
	files, err := filepath.Glob("testdata/faults/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		_, err := Load(file, also)
		list = append(list, err)
	}
	return list
}

// ofFiles are errors of students' ids, keys and results.
func ofFiles(t *testing.T) (list []error) {
	t.Helper()
	dir := t.TempDir()
	for _, id := range []string{" ", strings.Repeat("x", maxStudent+1), "a\u202eb"} {
		_, err := Student(id)
		list = append(list, err)
	}
	path := func(name string) string { return filepath.Join(dir, name) }
	for name, text := range map[string]string{"empty": "# a key\n", "wrong": "AGE\n", "large": strings.Repeat("x", maxKeyFile+1), "result": magic + "{\n", "head": "x\n"} {
		if err := os.WriteFile(path(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadIdentity(path(name)); name != "result" && name != "head" {
			list = append(list, err)
			continue
		}
		_, err := ReadResult(path(name), nil)
		list = append(list, err)
	}
	_, err := ReadResult(dir, nil)
	return append(list, err)
}

// ofSittings are errors of sittings.
func ofSittings(t *testing.T) (list []error) {
	t.Helper()
	e, dir := load(t, "time: 45m", "time: 45m\nfeedback: at-once"), t.TempDir()
	try := func(_ any, err error) { list = append(list, err) }
	_, err := Look(dir, e, "kim", e.Opens.Add(-time.Minute))
	try(nil, err)
	_, err = Look(dir, e, "kim", e.Closes)
	try(nil, err)
	s := sit(t, e, dir, "kim", nine)
	try(Open(dir, e, "kim", nine))
	try(ResultOf(dir, e, "kim", 1))
	try(s.Answer(99, "x", nine))
	if _, err := s.Answer(place(t, s, "pi"), "3", nine); err != nil {
		t.Fatal(err)
	}
	try(s.Answer(place(t, s, "pi"), "4", nine))
	_ = s.journal.file.Close() // nothing can be written any more
	try(s.Answer(place(t, s, "essay"), "x", nine))
	_ = s.Close()
	try(Open(dir, load(t, "secret: spring", "secret: autumn"), "kim", after(1)))
	s = sit(t, e, dir, "kim", after(1))
	try(nil, s.Seen(after(46)))
	try(nil, s.Seen(after(46)))
	path := s.journal.path
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, other := range []string{strings.Replace(string(text), "pi", "po", 1), ""} {
		if err := os.WriteFile(path, []byte(other), 0o600); err != nil {
			t.Fatal(err)
		}
		try(ResultOf(dir, e, "kim", 1))
	}
	return list
}

// TestEveryFaultIsSaidInEachLanguage meets everything that can be wrong: each of
// it has words and a hint in every language, and nothing stands in wording.go
// that cannot be met.
func TestEveryFaultIsSaidInEachLanguage(t *testing.T) {
	met := spoken{}
	for _, err := range slices.Concat(inFiles(t), ofFiles(t), ofSittings(t)) {
		met.take(t, err)
	}
	for prefix, texts := range map[string]map[string]string{"fault.exam.": faultText, "fault.hint.": hintText, "fault.a.": thingText} {
		for name := range texts {
			if met[prefix+name] == nil {
				t.Errorf("%s%s is never met: show a file that has it, or take it out", prefix, name)
			}
		}
	}
	en, ko := says(t, "en"), says(t, "ko")
	for _, key := range slices.Sorted(maps.Keys(met)) {
		f := met[key]
		english, korean := en.Explain(f), ko.Explain(f)
		if _, system := errors.AsType[*fs.PathError](f.Unwrap()); !system && english != f.Error() {
			t.Errorf("%s: the catalogue says\n%s\nand the error\n%s", key, english, f.Error())
		}
		if strings.ContainsAny(english+korean, "⟨⟩") || regexp.MustCompile(`\{[a-z]+\}`).MatchString(english+korean) {
			t.Errorf("%s: unfilled: %s / %s", key, english, korean)
		}
		if english == "" || key != "fault.a.quoted" && english == korean {
			t.Errorf("%s: the same in both languages: %q", key, english)
		}
		if english := inEnglish(korean); english != "" {
			t.Errorf("%s: English in Korean: %q in %s", key, english, korean)
		}
	}
}

// notWords are what stands in messages of every language: what was typed, names
// of files, commands, examples of what is written in an exam.
var notWords = regexp.MustCompile(`"[^"]*"|\S*/\S*|convtutor( quiz [a-z]+)?|[a-z]+: \S+`)

// inEnglish finds two English words beside each other, "" for none.
func inEnglish(korean string) string {
	return regexp.MustCompile(`[A-Za-z']{2,} [A-Za-z']{2,}`).FindString(notWords.ReplaceAllString(korean, "·"))
}
