package quiz_test

import (
	"reflect"
	"slices"
	"testing"

	"convtutor/quiz"
	"convtutor/viz"
)

// TestWhatIsDrawnIsSaid: a screen draws no grid that the prompt does not say,
// and asks for the same thing.
func TestWhatIsDrawnIsSaid(t *testing.T) {
	drawn := 0
	everyQuestion(t, func(q quiz.Question) {
		if len(q.Drawn.Prompt) == 0 {
			return
		}
		drawn++
		on := q.OnScreen()
		if !reflect.DeepEqual(on[len(on)-1], q.Prompt[len(q.Prompt)-1]) {
			t.Errorf("%s asks %v on screen", q.Route(), on[len(on)-1])
		}
		for _, p := range q.Drawn.Planes {
			said := func(w viz.Words) bool { return w.Args["rows"] == quiz.GridText(p.Rows) }
			if !slices.ContainsFunc(q.Prompt, said) {
				t.Errorf("%s draws %v, which is not said", q.Route(), p.Rows)
			}
		}
	})
	if drawn == 0 {
		t.Error("nothing is drawn")
	}
}
