package house

import (
	"strings"
	"testing"

	"convtutor/internal/progress"
)

// screensWithWords are routes of every kind of screen, and whether a text field
// has the letters there.
var screensWithWords = map[string]bool{
	"home": false, "map": false, "lab": false, "lab/conv": false, "lab/pool": false, "lab/photo": false, "quiz": false,
	"quiz/output-size/1/1": true, "quiz/task-of/1/1": false, "assignment": true, "settings": false,
	"lesson/cnn/conv#idea": false, "lesson/cnn/conv#predict-second": true, "lesson/cnn/conv#check": true,
}

// TestWordsAreExplainedEverywhere opens the glossary and comes back to what was
// there.
func TestWordsAreExplainedEverywhere(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		for route, typing := range screensWithWords {
			d := drive(t, learner(t, language, progress.NewMemory()), route)
			before := d.model.Route().String()
			keys := []string{"f4"}
			if !typing {
				keys = append(keys, "w")
			}
			for _, key := range keys {
				d.press(key)
				if to := d.model.Route().String(); !strings.HasPrefix(to, "glossary") {
					t.Errorf("%s: %s leads to %s", route, key, to)
					continue
				}
				d.press("w", "f4") // in the glossary they do nothing
				d.press("esc")
				d.at(before)
			}
		}
	})
}

// TestWordsAreFoundEverywhere finds a word by the search, in either language and
// by its other names.
func TestWordsAreFoundEverywhere(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		for route := range screensWithWords {
			for typed, id := range map[string]string{"Sobel": "sobel", "전치": "transposed-convolution", "dense layer": "fully-connected", "모드 붕괴": "mode-collapse"} {
				d := drive(t, learner(t, language, progress.NewMemory()), route)
				d.press("ctrl+f")
				d.typed(typed)
				d.press("enter")
				d.at("glossary#" + id)
			}
		}
	})
}

// TestALessonsWords lists the words of a lesson, at the one that the step brings
// in, and all of them on request.
func TestALessonsWords(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "lesson/cnn/conv#flip")
		term := func(id string) string {
			terms, err := d.session.Course.Words("glossary", language)
			if err != nil {
				t.Fatal(err)
			}
			return terms.Step(id).Heading
		}
		d.press("w")
		d.at("glossary/cnn/conv#cross-correlation")
		d.shows(term("cross-correlation"))
		d.shows(term("stride"))
		if d.has(term("alexnet")) {
			t.Error("a word of another lesson is listed")
		}
		d.press("tab")
		d.at("glossary#cross-correlation")
		d.press("home")
		d.shows(term("alexnet"))
		d.press("tab", "end", "f2")
		d.shows(d.said("home.glossary"))
		d.press("esc")
		d.at("lesson/cnn/conv#flip")
	})
}
