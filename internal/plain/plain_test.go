package plain

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"convtutor/quiz"
	"convtutor/viz/canvas"
)

var languages = []string{"en", "ko"}

func TestEmptyInputSaysHome(t *testing.T) {
	for _, language := range languages {
		s := newSession(t, language)
		got := said(t, s, "", "")
		if !strings.Contains(got, s.Text("home.headline")) || !strings.Contains(got, "\n1. ") {
			t.Errorf("%s: %q", language, got)
		}
	}
}

// TestTheInputMayEndAnywhere cuts a conversation after every line: what was
// done until then is kept, and nothing goes wrong.
func TestTheInputMayEndAnywhere(t *testing.T) {
	lines := strings.SplitAfter("n\nn\n3\n\nn\n4\n\n", "\n")
	for n := range len(lines) + 1 {
		s := newSession(t, "en")
		said(t, s, "lesson/cnn/conv", strings.Join(lines[:n], ""))
		if _, ok := s.Progress.State().Lessons["cnn/conv"]; !ok {
			t.Errorf("after %d lines nothing was kept", n)
		}
	}
}

// TestEveryLessonCanBeWalkedThrough answers what is asked, right in one run and
// with the solution opened in the other, until the lesson is finished.
func TestEveryLessonCanBeWalkedThrough(t *testing.T) {
	for _, language := range languages {
		for _, solve := range []bool{false, true} {
			s := newSession(t, language)
			for _, e := range s.Course.Entries() {
				walkThrough(t, begun(t, s, "lesson/"+e.ID), solve)
				l, _ := s.Course.Lesson(e.ID)
				p := s.Progress.State().Lessons[e.ID]
				if !p.Finished || len(p.Done) != len(l.Steps) {
					t.Errorf("%s, %s: finished is %v, steps done %v", language, e.ID, p.Finished, p.Done)
				}
			}
		}
	}
}

func begun(t *testing.T, s sessionOf, to string) *talk {
	k, _ := begin(t, s, to)
	return k
}

func walkThrough(t *testing.T, k *talk, solve bool) {
	t.Helper()
	first := k.at
	for range 2000 {
		l, ok := k.at.(*lesson)
		if !ok || k.at != first {
			return
		}
		a := l.asking()
		if c, ok := l.stage.(*check); ok && a == nil {
			a = c.asking()
		}
		switch {
		case a == nil || a.done:
			k.take("") // Enter alone leads through everything
		case solve:
			k.take("s")
		default:
			k.take(a.question.Answer)
		}
	}
	t.Error("the lesson does not end")
}

// TestSlipsAreNamed answers every prediction, closing question and part with
// each of its wrong answers, and looks for the reason.
func TestSlipsAreNamed(t *testing.T) {
	for _, language := range languages {
		named := 0
		for _, to := range []string{
			"lesson/cnn/conv#predict-second", "lesson/cnn/conv#predict-flip", "lesson/cnn/conv#design", "lesson/cnn/conv#check",
			"assignment#q1.shape", "assignment#q1.depth", "assignment#q2.weights", "assignment#q4.shape",
			"quiz/output-size/2/5", "quiz/filter-depth/1/5", "quiz/pool-max/1/5",
		} {
			k, out := begin(t, newSession(t, language), to)
			q := k.question()
			for _, m := range q.Slips {
				out.Reset()
				k.take(m.Answer)
				if why := oneLine(speakable(k.session.Say(m.Why))); !strings.Contains(oneLine(out.String()), why) {
					t.Errorf("%s, %s: %s was met with %q, not with %q", language, to, m.Answer, out, why)
				}
				named++
			}
			out.Reset()
			k.take(q.Answer)
			if right := oneLine(k.text("quiz.right", map[string]any{"typed": q.Answer})); !strings.Contains(oneLine(out.String()), right) {
				t.Errorf("%s, %s: the right answer was met with %q", language, to, out)
			}
		}
		if named < 20 {
			t.Errorf("only %d slips were tried", named)
		}
	}
}

// question is the question at hand, wherever the learner is.
func (t *talk) question() quiz.Question {
	switch p := t.at.(type) {
	case *lesson:
		if c, ok := p.stage.(*check); ok {
			return c.asking().question
		}
		return p.asking().question
	case *assignment:
		return p.asks[p.at].question
	case *practice:
		return p.ask.question
	}
	return quiz.Question{}
}

func TestLanguageChangesInPlace(t *testing.T) {
	k, out := begin(t, newSession(t, "en"), "lesson/cnn/conv#predict-second")
	k.take("7")
	out.Reset()
	k.take("lang ko")
	if got := oneLine(out.String()); !strings.Contains(got, "다음 칸은 직접 구해 보세요") || !strings.Contains(got, "이 자리에서는 어떤 수가 나올까요?") {
		t.Errorf("in Korean it says %q", got)
	}
	if k.at.(*lesson).asking().tries != 1 {
		t.Error("the answer given is forgotten")
	}
	for _, name := range []string{"언어 영어", "language 한국어", "lang", "ㅣ무ㅎ ko"} {
		before := k.session.Language()
		k.take(name)
		if k.session.Language() == before {
			t.Errorf("%q did not change the language from %s", name, before)
		}
	}
	k.take("lang zz")
	if k.session.Language() != "ko" {
		t.Errorf("a language that is not there led to %s", k.session.Language())
	}
}

// TestLinksLeadBack goes to places, takes their link and opens it.
func TestLinksLeadBack(t *testing.T) {
	for _, to := range []string{
		"home", "lesson/cnn/conv#slide", "quiz/output-size/2/9", "quiz?topic=conv&level=1&seed=4&count=3", "assignment#q3.depth",
		"lab/conv?in=7x7&s=2&p=1&flip=1", "lab/photo", "settings",
	} {
		k, _ := begin(t, newSession(t, "en"), to)
		link := k.at.route()
		again, err := k.open(link)
		if err != nil {
			t.Errorf("%s: the link %s: %v", to, link, err)
			continue
		}
		if got := again.route().String(); got != link.String() {
			t.Errorf("%s: the link %s leads to %s", to, link, got)
		}
		if p, ok := again.(*practice); ok && p.ask.question.Seed != k.at.(*practice).ask.question.Seed {
			t.Errorf("%s: the link leads to other questions", to)
		}
	}
}

func TestRoutesThatLeadNowhere(t *testing.T) {
	for _, to := range []string{
		"nowhere", "lesson/cnn", "lesson/cnn/none", "lesson/cnn/conv#none", "quiz/none", "quiz/output-size/99", "quiz?count=0",
		"quiz?count=many", "lab/none", "lab/conv?s=0", "lab/conv?in=99x99",
	} {
		s := newSession(t, "en")
		if err := Check(s, at(t, to)); err == nil {
			t.Errorf("%s leads somewhere", to)
		}
		if err := Run(s, at(t, to), strings.NewReader(""), &bytes.Buffer{}); err == nil {
			t.Errorf("%s runs", to)
		}
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no more room") }

func TestAnOutputThatCannotBeWritten(t *testing.T) {
	if err := Run(newSession(t, "en"), at(t, ""), strings.NewReader("1\n1\n"), brokenWriter{}); err == nil {
		t.Error("nobody learns of it")
	}
}

// checkSaid holds what was said to the promises of this package.
func checkSaid(t interface{ Errorf(string, ...any) }, out string) {
	if !utf8.ValidString(out) {
		t.Errorf("not UTF-8: %q", out)
	}
	for _, line := range strings.Split(out, "\n") {
		link := strings.HasPrefix(line, "convtutor l") // to be copied: it stays in one line
		if w := canvas.Width(line); w > width && !link {
			t.Errorf("%d columns: %q", w, line)
		}
		if strings.Contains(line, "⟨") {
			t.Errorf("a word or a value is missing: %q", line)
		}
		for _, r := range line {
			if unicode.IsControl(r) || textual(r) < 0 || r == '·' {
				t.Errorf("%U in %q", r, line)
			}
		}
	}
}

func TestTranscriptsKeepThePromises(t *testing.T) {
	for _, tr := range transcripts {
		checkSaid(t, said(t, newSession(t, tr.language), tr.route, strings.ReplaceAll(tr.typed, "|", "\n")))
	}
}

// TestRandomLines types commands of both languages, numbers and noise anywhere.
func TestRandomLines(t *testing.T) {
	v := newVocabulary(newSession(t, "en").Bundle)
	var words []string
	for w := range v {
		words = append(words, w)
	}
	routes := []string{"", "lesson", "lesson/cnn/conv#design", "lesson/cnn/conv#photo", "lesson/cnn/conv#check", "quiz?count=2", "lab", "lab/photo", "settings"}
	rapid.Check(t, func(r *rapid.T) {
		line := rapid.OneOf(
			rapid.SampledFrom(words),
			rapid.Just(""),
			rapid.StringMatching(`-?[0-9]{1,4}(x[0-9]{1,4}){0,2}`),
			rapid.StringMatching(`(x|w) [0-9]{1,2} [0-9] = -?[0-9]{1,4}`),
			rapid.Map(rapid.SampledFrom(words), func(w string) string { return w + " 3x3" }),
			rapid.Map(rapid.SampledFrom(words), func(w string) string { return w + " 2" }),
			rapid.StringMatching(`cell -?[0-9]{1,3} -?[0-9]{1,3}`),
			rapid.String(),
		)
		typed := strings.Join(rapid.SliceOfN(line, 0, 30).Draw(r, "lines"), "\n")
		s := newSession(t, rapid.SampledFrom(languages).Draw(r, "language"))
		checkSaid(r, said(t, s, rapid.SampledFrom(routes).Draw(r, "route"), typed))
	})
}

func FuzzLines(f *testing.F) {
	f.Add("home", "1\n\n?\nq\n")
	f.Add("lab", "in 9x9\nk 7x7\nx 1,2\nlink\r\n\x1b[2J\x00")
	f.Fuzz(func(t *testing.T, to, typed string) {
		s := newSession(t, "ko")
		if len(to) > 100 || len(typed) > 2000 {
			return
		}
		var out bytes.Buffer
		if err := Run(s, parsed(to), strings.NewReader(typed), &out); err == nil {
			checkSaid(t, out.String())
		}
	})
}
