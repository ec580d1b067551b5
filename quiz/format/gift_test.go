package format

import (
	"math"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/quiz"
)

// asGIFT is a text as GIFT can hold it: "&&" before three digits is apart.
func asGIFT(text string) string {
	return regexp.MustCompile(`&&(\d\d\d)`).ReplaceAllString(text, "& &$1")
}

func TestGIFTIsReadBackWhateverTheTexts(t *testing.T) {
	everyType(t, func(t *rapid.T, set Set, item Item) {
		out, err := writeGIFT(set)
		if err != nil {
			t.Fatal(err)
		}
		category, list, err := readGIFT(string(out))
		if err != nil || len(list) != len(set.Questions) {
			t.Fatalf("%d questions of %d, %v:\n%s", len(list), len(set.Questions), err, out)
		}
		if category != "$course$/top/convtutor" {
			t.Errorf("category %q", category)
		}
		for _, q := range list {
			sameGIFT(t, q, item)
		}
	})
}

// sameGIFT compares what was read with what the question says.
func sameGIFT(t rapid.TB, q giftQuestion, item Item) {
	t.Helper()
	equal := func(what, got, want string) {
		t.Helper()
		if want = asGIFT(want); got != want {
			t.Fatalf("%s: %q, want %q", what, got, want)
		}
	}
	equal("name", q.name, item.Name)
	equal("format", q.format, "plain")
	equal("text", q.text, plainBody(item, howToAnswer(item)))
	for _, part := range append(item.Lead, item.Ask) {
		if !strings.Contains(q.text, asGIFT(part)) {
			t.Fatalf("%q is not in %q", part, q.text)
		}
	}
	equal("general feedback", q.general, strings.ReplaceAll(strings.Join(item.Worked, "\n"), "->", "→"))
	switch item.Type {
	case quiz.TypeNumber:
		equal("type", q.kind, "numerical")
		equal("value", q.answers[0].text, item.Numbers[0].Value)
		equal("tolerance", q.answers[0].tolerance, item.Numbers[0].Tolerance)
		for i, w := range item.Wrong {
			a := q.answers[len(item.Numbers)+i]
			equal("wrong value", a.text, w.Number.Value)
			equal("feedback", a.feedback, w.Why)
			if a.percent != 0 {
				t.Fatalf("a slip earns %v", a.percent)
			}
		}
	case quiz.TypeChoice, quiz.TypeSeveral:
		equal("type", q.kind, "multichoice")
		if q.single != (item.Type == quiz.TypeChoice) || len(q.answers) != len(item.Choices) {
			t.Fatalf("%+v", q)
		}
		for i, c := range item.Choices {
			equal("option", q.answers[i].text, c.Text)
			equal("feedback", q.answers[i].feedback, c.Why)
			if math.Abs(q.answers[i].percent-percentOf(item, c)) > 1e-5 {
				t.Fatalf("%v earns %v", c, q.answers[i].percent)
			}
		}
	case quiz.TypeOrder:
		if len(item.Also) > 0 {
			equal("type", q.kind, "shortanswer")
			lettersAreThere(t, q.text, item, asGIFT)
			sameShortAnswers(t, q, item)
			return
		}
		equal("type", q.kind, "match")
		for i, step := range item.Steps {
			equal("step", q.pairs[i][1], strings.ReplaceAll(step, "->", "→"))
		}
	default:
		equal("type", q.kind, "shortanswer")
		sameShortAnswers(t, q, item)
	}
}

// lettersAreThere holds that who writes letters can read what they stand for.
func lettersAreThere(t rapid.TB, text string, item Item, written func(string) string) {
	t.Helper()
	for i, step := range item.Shuffled {
		if want := written(string(rune('a'+i)) + ") " + step); !strings.Contains(text, want) {
			t.Fatalf("%q is not in %q", want, text)
		}
	}
}

func sameShortAnswers(t rapid.TB, q giftQuestion, item Item) {
	t.Helper()
	full := map[string]bool{}
	said := map[string]string{}
	for _, a := range q.answers {
		text := strings.ReplaceAll(a.text, `\*`, "*") // Moodle's wildcard
		if strings.Contains(strings.ReplaceAll(a.text, `\*`, ""), "*") {
			t.Fatalf("%q stands for anything", a.text)
		}
		full[text] = a.percent == 100
		said[text] = a.feedback
	}
	for _, w := range item.Writings {
		if !full[asGIFT(strings.ReplaceAll(w, "->", "→"))] {
			t.Fatalf("%q is not right in %+v", w, q.answers)
		}
	}
	for _, w := range item.Wrong {
		if why, ok := said[w.Writings[0]]; !ok || why != asGIFT(strings.ReplaceAll(w.Why, "->", "→")) {
			t.Fatalf("%q: %q, want %q", w.Writings[0], why, w.Why)
		}
	}
}

func TestPercentagesAreThoseThatMoodleKnows(t *testing.T) {
	// docs.moodle.org lists these; an import refuses others.
	known := map[int]string{1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667", 7: "14.28571", 8: "12.5"}
	for n, want := range known {
		if got := percent(1, n); got != want {
			t.Errorf("1/%d is %s, want %s", n, got, want)
		}
	}
}
