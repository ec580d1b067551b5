package exam

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/i18n"
	"convtutor/quiz"
)

// TestSeedsAreHMAC holds the drawing to an independent computation (Python's
// hmac over the same parts), so that no change of it goes unnoticed: results
// that were handed in could not be graded any more.
func TestSeedsAreHMAC(t *testing.T) {
	e := load(t)
	got := fmt.Sprint(e.draw("kim", 1, "question q1 0", 0), e.draw("김철수", 2, "order", 1))
	if want := "4083817292964848783 4478593167428835174"; got != want {
		t.Errorf("drew %s, want %s", got, want)
	}
}

// TestPapers holds that equal students get equal papers, and others others.
func TestPapers(t *testing.T) {
	e, same := load(t), load(t, "secret: spring", "secret: spring\nvariants: same")
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.StringMatching(`[a-z가-힣0-9]{1,8}`).Draw(t, "a")
		b := rapid.StringMatching(`[a-z가-힣0-9]{1,8}`).Draw(t, "b")
		one, err := e.Paper(a, 1, "en")
		if err != nil {
			t.Fatal(err)
		}
		again, _ := e.Paper(a, 1, "ko")
		if one.Digest() != again.Digest() || !slices.Equal(ids(one), ids(again)) {
			t.Fatal("the same student got another paper")
		}
		other, _ := e.Paper(b, 1, "en")
		if a != b && one.Digest() == other.Digest() {
			t.Fatal("two students got the same paper")
		}
		alike, _ := same.Paper(a, 1, "en")
		unlike, _ := same.Paper(b, 1, "en")
		if alike.Digest() != unlike.Digest() || !slices.Equal(ids(alike), ids(unlike)) {
			t.Fatal("the same for all is not the same")
		}
		if len(one.Asked) != e.Count() || len(slices.Compact(slices.Sorted(slices.Values(ids(one))))) != e.Count() {
			t.Fatal("a question is missing or asked twice:", ids(one))
		}
		for i := range one.Asked {
			if already(one.Asked[:i], one.Asked[i].Question) {
				t.Fatalf("%s asks what was asked before", one.Asked[i].ID)
			}
		}
	})
}

// TestNoQuestionIsAskedTwice draws many questions of kinds that have few, and
// reads what students would read.
func TestNoQuestionIsAskedTwice(t *testing.T) {
	c := says(t, "en")
	for _, few := range []string{"kind: task-of\n    level: 1\n    count: 8", "kind: gan-roles\n    level: 2\n    count: 12"} {
		e := load(t, "kind: output-size\n    level: 2\n    count: 3", few)
		for _, student := range []string{"a", "b", "c", "d", "e", "f"} {
			p, err := e.Paper(student, 1, "en")
			if err != nil {
				t.Fatal(err)
			}
			read := map[string]string{}
			for _, a := range p.Asked {
				var text strings.Builder
				for _, w := range a.Question.Prompt {
					text.WriteString(c.Text(w.Key, w.Args) + " ")
				}
				if other := read[text.String()]; other != "" {
					t.Errorf("%s: %s asks what %s asks: %s", student, a.ID, other, text.String())
				}
				read[text.String()] = a.ID
			}
		}
	}
}

func ids(p *Paper) []string {
	var list []string
	for _, a := range p.Asked {
		list = append(list, a.ID)
	}
	return list
}

// TestOwnQuestions holds how each type of own question is graded, for every
// order of its options.
func TestOwnQuestions(t *testing.T) {
	e, err := Parse("x", []byte(`
id: own
title: Own
variants: same
shuffle_options: true
questions:
  - id: one
    ask: Which?
    options: [{text: {en: 'Left; or "a, b"', ko: 왼쪽}, right: true}, {text: {en: Right > up, ko: 오른쪽}}, {text: {en: Up, ko: 위}, why: No.}]
  - id: some
    ask: Which?
    options: [{text: Left; down, right: true}, {text: Right, right: true}, {text: Up}]
  - {id: number, ask: How many?, answer: 1/3, tolerance: 0.01, accept: [7]}
  - {id: shape, ask: What shape?, answer: 4x5x6}
  - {id: word, ask: Say., accept: [Max Pooling, 맥스 풀링]}
`), Checks{})
	if err != nil {
		t.Fatal(err)
	}
	credit := func(language, id, typed string, attempt int) float64 {
		t.Helper()
		p, err := e.Paper("", attempt, language)
		if err != nil {
			t.Fatal(err)
		}
		a := p.Asked[p.Find(id)]
		return grade(a, a.canonical(typed)).Credit
	}
	orders := map[string]bool{}
	for attempt := 1; attempt <= 20; attempt++ {
		p, _ := e.Paper("", attempt, "ko")
		one, some := p.Asked[0], p.Asked[1]
		left := slices.IndexFunc(one.Question.Options, func(o quiz.Option) bool { return o.Slip == "" })
		orders[one.Question.Options[0].Answer] = true
		up := slices.IndexFunc(some.Question.Options, func(o quiz.Option) bool { return o.Answer == "Up" })
		down := slices.IndexFunc(some.Question.Options, func(o quiz.Option) bool { return o.Answer == "Left; down" })
		for _, c := range []struct {
			id, typed string
			want      float64
		}{
			{"one", letter(left), 1},
			{"one", "왼쪽", 1},
			{"one", letter((left + 1) % 3), 0},
			{"one", "위", 0},
			{"some", letter((up+1)%3) + letter((up+2)%3), 1},
			{"some", letter(down), 0.5},
			{"some", letter(down) + ", " + letter(up), 0},
			{"some", "abc", 0.5},
			{"number", "0.33", 1},
			{"number", "⅓", 1},
			{"number", "7", 1},
			{"number", "0.3", 0},
			{"shape", "4×5×6", 1},
			{"shape", "4x5x7", 2.0 / 3},
			{"word", " max  POOLING", 1},
			{"word", "맥스 풀링", 1},
			{"word", "pool", 0},
		} {
			if got := credit("ko", c.id, c.typed, attempt); got != c.want {
				t.Errorf("attempt %d, %s: %q gets %v, want %v", attempt, c.id, c.typed, got, c.want)
			}
		}
	}
	if len(orders) != 3 {
		t.Errorf("options are not shuffled: %v stand first", orders)
	}
}

// TestOwnTextsAreSaidAsTheyAre holds that an own text goes through the
// catalogue untouched.
func TestOwnTextsAreSaidAsTheyAre(t *testing.T) {
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	text := `{n|은/는} {{x}} **a** [b] \ %s`
	for _, code := range b.Codes() {
		w := ownWords(text)
		if got := b.For(code).Text(w.Key, w.Args); got != text {
			t.Errorf("%s: %q", code, got)
		}
	}
}

// TestTemplates holds that each language's example is an exam, that it can be
// handed out, and that what is handed out is the same exam without answers.
func TestTemplates(t *testing.T) {
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range b.Codes() {
		text, err := Template(code, "SECRET")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), "# yaml-language-server: $schema="+SchemaName+"\n") {
			t.Errorf("%s: editors are not told of the schema", code)
		}
		e, err := Parse("x", text, Checks{})
		if err != nil {
			t.Fatal(err)
		}
		if e.Secret != "SECRET" {
			t.Errorf("%s: the secret is %q", code, e.Secret)
		}
		given, err := Handout("x", text, Checks{})
		if err != nil {
			t.Fatal(err)
		}
		h, err := Parse("y", given, Checks{})
		if err != nil {
			t.Fatal(err)
		}
		if h.Digest() != e.Digest() || !h.Handout {
			t.Errorf("%s: what is handed out is another exam", code)
		}
		for _, secret := range []string{"right", "0.333", "풀링", "#", "480x640x3"} {
			if strings.Contains(string(given), secret) {
				t.Errorf("%s: %q is handed out", code, secret)
			}
		}
	}
}

// TestAHandoutIsSatAndGradedWithTheWholeFile goes the way of a class.
func TestAHandoutIsSatAndGradedWithTheWholeFile(t *testing.T) {
	given, err := Handout("x", []byte(sample), Checks{})
	if err != nil {
		t.Fatal(err)
	}
	h, err := Parse("x", given, Checks{})
	if err != nil {
		t.Fatal(err)
	}
	e := load(t)
	full, _ := e.Paper("kim", 1, "en")
	s := sit(t, h, t.TempDir(), "kim", nine)
	for i, a := range s.Questions("en") {
		typed := full.Asked[full.Find(a.ID)].Question.Answer
		if a.Own != nil && a.Own.Type == TypeText {
			typed = "pooling"
		}
		if reply, err := s.Answer(i, typed, after(1)); err != nil || !reply.Accepted {
			t.Fatal(a.ID, typed, reply, err)
		}
	}
	if err := s.Submit(after(2)); err != nil {
		t.Fatal(err)
	}
	for i, v := range s.Verdicts() {
		if own := s.Questions("en")[i].Own != nil; own == (v != nil) {
			t.Errorf("%s: a verdict without an answer to compare with, or none", s.Questions("en")[i].ID)
		}
	}
	text, _ := s.Result()
	r, err := parseResult("x", string(text), nil)
	if err != nil || len(Verify(e, r)) > 0 {
		t.Fatal(err, Verify(e, r))
	}
	if g, _ := Grade(e, r); g.Points != 10 {
		t.Errorf("%v points, want 10", g.Points)
	}
}
