package plain

import (
	"io"
	"slices"
	"strings"
	"testing"

	"convtutor/internal/route"
	"convtutor/internal/session"
	"convtutor/lessons"
)

type sessionOf = *session.Session

// parsed is a route, or home where it cannot be read.
func parsed(text string) route.Route {
	r, err := route.Parse(text)
	if err != nil {
		return route.Route{Screen: "home"}
	}
	return r
}

func TestCommandsAreRead(t *testing.T) {
	v := newVocabulary(newSession(t, "en").Bundle)
	lesson := []string{"next", "previous", "back", "hint", "solution", "stride", "padding", "grid", "cell", "level", "product", "flip"}
	accepted := append(slices.Clone(lesson), everywhere...)
	for line, want := range map[string]string{
		"next": "next", "n": "next", "N": "next", "다음": "next", "ㅜ": "next", "ｎ": "next", "nex": "next", "다": "",
		"previous": "previous", "p": "previous", "p 1": "padding", "P 2": "padding", "s": "solution", "s 2": "stride",
		"?": "help", "？": "help", "help": "help", "ㅗ디ㅔ": "help", "도움말": "help",
		"q": "quit", "ㅂ": "quit", "끝": "quit", "quit": "quit", "qu": "", "qui": "", "quiz": "quiz", "퀴즈": "quiz",
		"cell 2 3": "cell", "칸 2 3": "cell", "cell": "", "next week": "", "lang ko": "language", "언어": "language",
		"level row": "level", "": "", "7": "", "resume": "", "h": "hint", "돌리기": "flip", "ㄹ": "flip",
	} {
		if got := v.read(line, accepted).id; got != want {
			t.Errorf("%q is %q, want %q", line, got, want)
		}
	}
	if c := v.read("Lang  KO ", accepted); c.rest != "ko" || c.text != "Lang  KO " {
		t.Errorf("%+v", c)
	}
}

// TestEveryNameWorks types the commands as help names them, in every place and
// language, and looks that no two mean the same word.
func TestEveryNameWorks(t *testing.T) {
	places := []string{
		"home", "lesson/cnn/conv#slide", "lesson/cnn/conv#predict-last", "lesson/cnn/conv#design", "lesson/cnn/conv#photo",
		"quiz", "assignment", "lab", "lab/photo", "settings",
	}
	for _, language := range languages {
		s := newSession(t, language)
		k := newTalk(s, strings.NewReader(""), io.Discard)
		for _, to := range places {
			p, err := k.open(at(t, to))
			if err != nil {
				t.Fatal(err)
			}
			accepted := append(p.commands(), everywhere...)
			for _, a := range arguments {
				if !slices.Contains(accepted, a.id) {
					continue
				}
				for _, word := range strings.Split(k.command(a.id), ", ") {
					line := word
					if a.argument == needed {
						line += " 1"
					}
					if got := k.words.read(line, accepted).id; got != a.id {
						t.Errorf("%s, %s: %q is %q, not %q", language, to, line, got, a.id)
					}
				}
			}
		}
	}
}

func TestEveryCommandOfAPlaceIsKnown(t *testing.T) {
	var known []string
	for _, a := range arguments {
		if slices.Contains(known, a.id) {
			t.Errorf("%s stands twice", a.id)
		}
		known = append(known, a.id)
	}
	for _, ids := range [][]string{everywhere, benchCommands, answerCommands} {
		for _, id := range ids {
			if !slices.Contains(known, id) {
				t.Errorf("%s is no command", id)
			}
		}
	}
	for _, id := range everywhere {
		k, _ := begin(t, newSession(t, "en"), "home")
		if !k.everywhere(command{id: id}) {
			t.Errorf("%s does nothing", id)
		}
	}
}

// TestLessonsNameCommandsThatWork types every command that a lesson's words
// for lines of text name, where they stand.
func TestLessonsNameCommandsThatWork(t *testing.T) {
	named := 0
	for _, language := range languages {
		s := newSession(t, language)
		for _, e := range s.Course.Entries() {
			words, err := s.Course.Words(e.ID, language)
			if err != nil {
				t.Fatal(err)
			}
			for _, step := range words.Steps {
				k, _ := begin(t, s, "lesson/"+e.ID+"#"+step.ID)
				for _, p := range step.Lines {
					for _, span := range p.Spans {
						if span.Style != lessons.Code {
							continue
						}
						named++
						if k.words.read(span.Text, k.at.commands()).id == "" {
							t.Errorf("%s, %s#%s: %q is no command there", language, e.ID, step.ID, span.Text)
						}
					}
				}
			}
		}
	}
	if named < 10 {
		t.Errorf("only %d commands are named", named)
	}
}

// TestTheAnswerStaysHidden asks for everything there is to hear while a
// prediction is open: the cell asked for is not among it.
func TestTheAnswerStaysHidden(t *testing.T) {
	k, out := begin(t, newSession(t, "en"), "lesson/cnn/conv#predict-second")
	if strings.Contains(out.String(), "= 4") {
		t.Errorf("the question tells: %s", out)
	}
	for typed, want := range map[string]string{
		"grid": "Row 1: 3 ? ?", "cell 1 2": "column 2: still to come.", "cell 1 1": "Feature map, row 1, column 1: 3.",
		"window": "cannot read", "flip": "cannot read", "x 1 1 = 0": "cannot read", "n": "Answer first",
	} {
		out.Reset()
		k.take(typed)
		if !strings.Contains(oneLine(out.String()), want) {
			t.Errorf("%q is met with %q", typed, out)
		}
	}
	k.take("4")
	out.Reset()
	k.take("cell 1 2")
	if !strings.Contains(out.String(), "Feature map, row 1, column 2: 4.") {
		t.Errorf("after the answer: %q", out)
	}
}
