package plain

import (
	"io"
	"slices"
	"strings"
	"testing"

	"convtutor/internal/route"
	"convtutor/internal/session"
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
