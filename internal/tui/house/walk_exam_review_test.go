package house

import (
	"strings"
	"testing"

	"convtutor/viz"
)

// TestSolutionsOfAnExam looks at how questions went and at their solutions: once
// the exam is handed in where it tells that at the end, after each answer where
// it tells that at once, and never where it does not.
func TestSolutionsOfAnExam(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, sitting := sit(t, language, "end", t.TempDir())
		d.typed("1x1x1")
		d.press("ctrl+e") // there is no solution to open yet
		if d.has(d.said("key.step")) {
			t.Error("a solution is open before the exam is handed in")
		}
		for range sitting.Progress().Of {
			d.press("enter", "pgdown")
		}
		d.press("esc", "end", "enter", "enter")
		d.says("exam.submitted", nil)
		d.press("home", "enter") // the first question: a wrong shape
		d.says("exam.place", viz.Args{"n": 1, "of": 4, "points": 2})
		right := sitting.Questions(language)[0].Question.Answer
		d.says("ask.right_is", viz.Args{"answer": right})
		d.press("tab")
		d.shows(d.said("key.step"))
		d.press("end")
		d.shows(right)
		d.press("ctrl+e")
		d.shows(d.said("key.in_steps"))
		d.press("enter")
		d.says("exam.place", viz.Args{"n": 2, "of": 4, "points": 1})
		d.press("pgup", "esc")
		d.says("exam.submitted", nil)
		d.press("end", "enter")
		if !d.quit {
			t.Error("still there")
		}
	})
}

// TestWhatWasTakenIsMarkedAfterTheEnd looks at a wrong option, and at how all
// questions went beside the one at hand.
func TestWhatWasTakenIsMarkedAfterTheEnd(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, sitting := sit(t, language, "end", t.TempDir())
		asked := sitting.Questions(language)
		d.typed(asked[0].Question.Answer)
		d.press("enter", "pgdown", "b") // the third: pool does not learn
		d.press("esc", "end", "enter", "enter", "home", "enter")
		d.shows("1✓")
		d.shows("2–")
		d.shows("3✗")
		d.press("pgdown", "pgdown")
		d.shows("✓ a) conv")
		d.shows("✗ b) pool")
	})
}

// TestSolutionsAtOnce opens a solution as soon as the answer stands.
func TestSolutionsAtOnce(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, sitting := sit(t, language, "at-once", t.TempDir())
		d.typed("1x1x1")
		d.press("enter", "tab", "end")
		d.shows(sitting.Questions(language)[0].Question.Answer)
		if text := d.text(); !strings.Contains(text, d.said("key.step")) {
			t.Errorf("no solution:\n%s", text)
		}
		d.press("enter")
		d.says("exam.place", viz.Args{"n": 2, "of": 4, "points": 1})
	})
}
