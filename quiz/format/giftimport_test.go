package format

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/quiz"
	"convtutor/quiz/gift"
	"convtutor/viz/canvas"
)

// asImported is a text as an exam holds it: without what deceives a terminal, and
// without blanks at the ends of its lines.
func asImported(text string) string {
	lines := strings.Split(asGIFT(text), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(canvas.Clean(line))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// TestGIFTComesBackThroughOurOwnImport holds our two readers of GIFT to one
// meaning: what is exported is what an exam takes over, whatever the texts.
func TestGIFTComesBackThroughOurOwnImport(t *testing.T) {
	everyType(t, func(t *rapid.T, set Set, item Item) {
		out, err := writeGIFT(set)
		if err != nil {
			t.Fatal(err)
		}
		list, notes, err := gift.Parse(out)
		if err != nil || len(notes) > 0 || len(list) != len(set.Questions) {
			t.Fatalf("%d questions, %v, %v:\n%s", len(list), notes, err, out)
		}
		sameImported(t, list[0], item)
	})
}

func sameImported(t rapid.TB, got gift.Question, item Item) {
	t.Helper()
	equal := func(what, got, want string) {
		t.Helper()
		if want = asImported(want); got != want {
			t.Fatalf("%s: %q, want %q", what, got, want)
		}
	}
	equal("name", got.Name, item.Name)
	equal("text", got.Text, plainBody(item, howToAnswer(item)))
	equal("general feedback", got.General, noArrow(strings.Join(item.Worked, "\n")))
	var want []typedAnswer
	switch {
	case item.Type == quiz.TypeOrder && len(item.Also) == 0:
		if got.Type != gift.TypeMatching {
			t.Fatalf("an order is read as %s", got.Type)
		}
		return
	case item.Type == quiz.TypeNumber:
		want = item.numbers()
		for i, a := range got.Answers {
			equal("value", a.Value, want[i].Text)
			equal("tolerance", a.Tolerance, want[i].Tolerance)
			want[i].Text += ":" + want[i].Tolerance
		}
	case item.Choices != nil:
		for _, c := range item.Choices {
			want = append(want, typedAnswer{Text: c.Text, Why: c.Why})
		}
	default:
		for _, a := range item.texts() {
			want = append(want, typedAnswer{Percent: a.Percent, Text: wildcards(noArrow(a.Text)), Why: noArrow(a.Why)})
		}
	}
	if len(got.Answers) != len(want) {
		t.Fatalf("%d answers, want %d", len(got.Answers), len(want))
	}
	for i, a := range got.Answers {
		equal("answer", a.Text, want[i].Text)
		equal("feedback", a.Why, want[i].Why)
		worth := 0.0
		switch {
		case item.Choices != nil:
			worth = percentOf(item, item.Choices[i]) / 100
		case want[i].Percent == "100":
			worth = 1
		}
		if math.Abs(a.Credit-worth) > 1e-6 {
			t.Fatalf("%q earns %v, want %v", a.Text, a.Credit, worth)
		}
	}
}
