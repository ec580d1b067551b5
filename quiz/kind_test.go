package quiz_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/quiz"
	"convtutor/viz"
)

// bundle is the program's own words.
func bundle(t testing.TB) *i18n.Bundle {
	t.Helper()
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func say(c *i18n.Catalog) viz.Say {
	return func(w viz.Words) string { return c.Text(w.Key, w.Args) }
}

// said fails where a sentence lacks words or an argument.
func said(t *testing.T, b *i18n.Bundle, what string, words ...viz.Words) {
	t.Helper()
	for _, lang := range b.Codes() {
		c := b.For(lang)
		for _, w := range words {
			text := c.Text(w.Key, w.Args)
			if !c.Has(w.Key) || strings.ContainsAny(text, "⟨{}") {
				t.Errorf("%s: %s says %q for %s", what, lang, text, w.Key)
			}
		}
	}
}

// TestEveryKindIsListed finds every type of this folder that has an ID among
// the kinds.
func TestEveryKindIsListed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	id := regexp.MustCompile(`\) ID\(\) string +\{ return "([^"]+)" \}`)
	var inFiles, listed []string
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range id.FindAllStringSubmatch(string(text), -1) {
			inFiles = append(inFiles, m[1])
		}
	}
	for _, k := range quiz.Kinds() {
		listed = append(listed, k.ID())
	}
	slices.Sort(inFiles)
	slices.Sort(listed)
	if !slices.Equal(inFiles, listed) {
		t.Errorf("files have the kinds %v, listed are %v", inFiles, listed)
	}
}

func TestEveryKindHasWordsAndTopics(t *testing.T) {
	b := bundle(t)
	for _, k := range quiz.Kinds() {
		said(t, b, k.ID(), viz.Words{Key: "quiz." + k.ID() + ".name"}, viz.Words{Key: "quiz." + k.ID() + ".about"})
		if len(k.Topics()) == 0 || k.Levels() < 3 {
			t.Errorf("%s has %d topics and %d levels", k.ID(), len(k.Topics()), k.Levels())
		}
	}
	for _, s := range quiz.Slips() {
		said(t, b, s.ID, s.Name(), quiz.Why(s.ID, "1 + 1 = 2"))
		if s.Topic == "" {
			t.Errorf("%s has no topic", s.ID)
		}
	}
}

const seeds = 400

// everyQuestion builds every kind and level for many seeds.
func everyQuestion(t *testing.T, check func(q quiz.Question)) {
	t.Helper()
	for _, k := range quiz.Kinds() {
		for level := 1; level <= k.Levels(); level++ {
			for seed := range uint32(seeds) {
				q, err := k.New(level, seed)
				if err != nil {
					t.Fatal(err)
				}
				check(q)
			}
		}
	}
}

// TestEveryQuestionIsSound: it names itself, is answered right by its answer,
// names the slip for every slip's answer, and has each wrong answer once.
func TestEveryQuestionIsSound(t *testing.T) {
	used := map[string]bool{}
	everyQuestion(t, func(q quiz.Question) {
		for _, right := range append([]string{q.Answer}, q.Accept...) {
			if v := quiz.Grade(q, right); v.Status != quiz.Right {
				t.Errorf("%s: the right answer %s is graded %+v", q.Route(), right, v)
			}
		}
		seen := map[string]bool{q.Answer: true}
		for _, m := range q.Slips {
			used[m.Slip] = true
			if seen[m.Answer] {
				t.Errorf("%s: %s is there twice", q.Route(), m.Answer)
			}
			seen[m.Answer] = true
			v := quiz.Grade(q, m.Answer)
			if q.Type == quiz.TypeChoice {
				continue // not every slip is among the options
			}
			if v.Status != quiz.Wrong || len(v.Slips) != 1 || v.Slips[0].Slip != m.Slip {
				t.Errorf("%s: %s is graded %+v, not as %s", q.Route(), m.Answer, v, m.Slip)
			}
		}
		if len(q.Slips) < 3 || len(q.Prompt) == 0 || len(q.Worked) == 0 {
			t.Errorf("%s has %d slips, %d sentences, %d steps", q.Route(), len(q.Slips), len(q.Prompt), len(q.Worked))
		}
	})
	for id := range used {
		if _, ok := quiz.FindSlip(id); !ok {
			t.Errorf("slip %s is not in the table", id)
		}
	}
	t.Logf("%d of %d slips are used by the kinds", len(used), len(quiz.Slips()))
}

// TestOptionsAreSound: a choice has right ones and wrong ones, its letters lead
// to them on both keyboards, and each wrong one names its slip.
func TestOptionsAreSound(t *testing.T) {
	everyQuestion(t, func(q quiz.Question) {
		switch q.Type {
		case quiz.TypeChoice:
			soundChoice(t, q)
		case quiz.TypeSeveral:
			soundSeveral(t, q)
		case quiz.TypeOrder:
			if len(q.Options) < 3 || len(q.Options) > quiz.MaxOptions {
				t.Errorf("%s has %d options", q.Route(), len(q.Options))
			}
		default:
			if len(q.Options) != 0 {
				t.Errorf("%s has options", q.Route())
			}
		}
	})
}

// jamo are what the keys a to h type on a Korean keyboard.
var jamo = []string{"ㅁ", "ㅠ", "ㅊ", "ㅇ", "ㄷ", "ㄹ", "ㅎ", "ㅗ"}

func soundChoice(t *testing.T, q quiz.Question) {
	t.Helper()
	right := 0
	for i, o := range q.Options {
		v := quiz.Grade(q, string(rune('a'+i)))
		for _, typed := range []string{jamo[i], string(rune('A' + i)), o.Answer} {
			if got := quiz.Grade(q, typed); got.Status != v.Status || got.Slip() != v.Slip() {
				t.Errorf("%s: %s is graded %+v", q.Route(), typed, got)
			}
		}
		if o.Slip == "" {
			right++
			if v.Status != quiz.Right || o.Answer != q.Answer && !slices.Contains(q.Accept, o.Answer) {
				t.Errorf("%s: option %s is %+v", q.Route(), o.Answer, v)
			}
		} else if v.Status != quiz.Wrong || len(v.Slips) != 1 || v.Slips[0].Slip != o.Slip {
			t.Errorf("%s: option %s is %+v", q.Route(), o.Answer, v)
		}
	}
	if right == 0 || right == len(q.Options) || len(q.Options) < 2 || len(q.Options) > quiz.MaxOptions {
		t.Errorf("%s has %d right ones of %d options", q.Route(), right, len(q.Options))
	}
}

func soundSeveral(t *testing.T, q quiz.Question) {
	t.Helper()
	var right, letters []string
	for i, o := range q.Options {
		if o.Slip == "" {
			right, letters = append(right, o.Answer), append(letters, jamo[i])
		}
	}
	if strings.Join(right, "; ") != q.Answer || len(right) == 0 || len(right) == len(q.Options) || len(q.Options) > quiz.MaxOptions {
		t.Errorf("%s: the right options are %v, the answer is %s", q.Route(), right, q.Answer)
	}
	slices.Reverse(letters)
	if v := quiz.Grade(q, strings.Join(letters, "")); v.Status != quiz.Right {
		t.Errorf("%s: %v is graded %+v", q.Route(), letters, v)
	}
}

// TestEverySentenceCanBeSaid says all of a question in every language.
func TestEverySentenceCanBeSaid(t *testing.T) {
	b := bundle(t)
	for _, k := range quiz.Kinds() {
		for level := 1; level <= k.Levels(); level++ {
			for seed := range uint32(200) {
				q, err := k.New(level, seed)
				if err != nil {
					t.Fatal(err)
				}
				said(t, b, q.Route(), slices.Concat(q.Prompt, q.Numbers(), q.Worked)...)
				for _, m := range q.Slips {
					said(t, b, q.Route(), m.Why)
				}
			}
		}
	}
}

func TestEqualSeedsEqualQuestions(t *testing.T) {
	for _, k := range quiz.Kinds() {
		a, _ := quiz.New(k.ID(), 2, 7)
		b, _ := quiz.New(k.ID(), 2, 7)
		c, _ := quiz.New(k.ID(), 2, 8)
		text := say(bundle(t).For("en"))
		if a.Text(text) != b.Text(text) || a.Answer != b.Answer {
			t.Errorf("%s: equal seeds give different questions", k.ID())
		}
		if a.Text(text) == c.Text(text) {
			t.Errorf("%s: seeds 7 and 8 give the same question", k.ID())
		}
	}
}

func TestUnknownKindsAndLevels(t *testing.T) {
	if _, err := quiz.New("flattening", 1, 1); err == nil {
		t.Error("an unknown kind is taken")
	}
	for _, level := range []int{0, 4, -1} {
		if _, err := quiz.New("output-size", level, 1); err == nil {
			t.Errorf("level %d is taken", level)
		}
	}
}
