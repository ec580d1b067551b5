package lessons

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWordsAreParsed(t *testing.T) {
	w, err := ParseWords("x.md", strings.Join([]string{
		"# The title", "", "An introduction", "over two lines.", "- first", "- second",
		"## one | Heading: a | b", "Prose with **strong {n}** and `code **x**`.",
		"", "? Which one?", "? And which other?", "> a hint", "> that goes on", "", "> another hint", "! afterwards", "goes on",
		"## two | Next", "a * b - c", "",
	}, "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if w.Title != "The title" || len(w.Intro) != 3 || w.Intro[0].Text() != "An introduction over two lines." || !w.Intro[2].Bullet {
		t.Errorf("title %q, introduction %+v", w.Title, w.Intro)
	}
	one := w.Step("one")
	if one.Heading != "Heading: a | b" {
		t.Errorf("heading %q", one.Heading)
	}
	want := []Span{{"Prose with ", Plain}, {"strong {n}", Strong}, {" and ", Plain}, {"code **x**", Code}, {".", Plain}}
	if got := one.Body[0].Spans; len(got) != len(want) {
		t.Errorf("spans %+v", got)
	} else {
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("span %d: %+v, want %+v", i, got[i], want[i])
			}
		}
	}
	if len(one.Hints) != 2 || one.Hints[0].Text() != "a hint that goes on" {
		t.Errorf("hints %+v", one.Hints)
	}
	if len(one.After) != 1 || one.After[0].Text() != "afterwards goes on" {
		t.Errorf("after %+v", one.After)
	}
	if q, ok := one.Question(1); !ok || q.Text() != "And which other?" {
		t.Errorf("second question %+v", q)
	}
	if _, ok := one.Question(2); ok {
		t.Error("a third question was found")
	}
	if got := w.Step("two").Body[0].Text(); got != "a * b - c" {
		t.Errorf("second step %q", got)
	}
	if got := w.Step("three"); got.Heading != "" {
		t.Errorf("a step that is not there: %+v", got)
	}
}

func TestOneQuestionForAll(t *testing.T) {
	w, err := ParseWords("x.md", "# T\n## a | A\n? Which?\n")
	if err != nil {
		t.Fatal(err)
	}
	if q, ok := w.Step("a").Question(3); !ok || q.Text() != "Which?" {
		t.Errorf("got %+v", q)
	}
}

func TestWordsThatCannotBeParsed(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "x.md: the title",
		"prose":                             "x.md:1: words before the title",
		"## a | A":                          "x.md:1: a step before the title",
		"# T\n# U":                          "x.md:2: a second title",
		"# T\n\n### a":                      "x.md:3: a heading is",
		"# T\n## a":                         "x.md:2: a step begins with",
		"# T\n## A | a":                     "x.md:2: a step begins with",
		"# T\n## a |":                       "x.md:2: a step begins with",
		"# T\n## a | A\n## a | B":           "x.md:3: step a stands here twice",
		"# T\n> hint":                       "x.md:2: > before the first step",
		"# T\n## a | A\n**open\nmore\n\nx":  "x.md:3: ** without its partner",
		"# T\n## a | A\nok\n\n`open\n":      "x.md:5: ` without its partner",
		"# T\n## a | A\n****\n## b | B\n\n": "x.md:3: ** without its partner, or with nothing between",
	} {
		if _, err := ParseWords("x.md", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want one with %q", text, err, want)
		}
	}
}

func FuzzParseWords(f *testing.F) {
	f.Add("# T\n## a | A\n? q\n> h\n! a\n- b\n**s** `c` {n|은/는}\n")
	f.Add("# T\n\n** `**` **")
	f.Fuzz(func(t *testing.T, text string) {
		w, err := ParseWords("x.md", text)
		if err != nil {
			return
		}
		if w.Title == "" {
			t.Fatal("no title and no error")
		}
		for _, step := range w.Steps {
			for _, p := range step.paragraphs() {
				if p.Text() == "" || strings.ContainsAny(p.Text(), "\n") || utf8.ValidString(text) && !utf8.ValidString(p.Text()) {
					t.Fatalf("%q gives the paragraph %q", text, p.Text())
				}
			}
		}
	})
}

func TestWordsForScreenAndLines(t *testing.T) {
	words, err := ParseWords("en.md", "# T\n\n## a | A\n\nBoth.\n\n[screen] Press **f**.\n\n[lines] Type f,\nthen Enter.\n\n! After.\n")
	if err != nil {
		t.Fatal(err)
	}
	step := words.Step("a")
	if len(step.Body) != 2 || step.Body[0].Text() != "Both." || step.Body[1].Text() != "Press f." {
		t.Errorf("body %+v", step.Body)
	}
	if len(step.Lines) != 2 || step.Lines[0].Text() != "Both." || step.Lines[1].Text() != "Type f, then Enter." {
		t.Errorf("lines %+v", step.Lines)
	}
	for _, text := range []string{"# T\n\n[lines] x\n", "# T\n\n## a | A\n\n? [screen] x\n"} {
		if _, err := ParseWords("en.md", text); err == nil || !strings.Contains(err.Error(), "prose of a step") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
