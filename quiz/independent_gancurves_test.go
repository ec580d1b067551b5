package quiz_test

import (
	"math"
	"strings"
	"testing"

	"convtutor/quiz"
)

// TestCurvesByHand reads each run from its last losses: what D says to fakes is
// exp(-G's loss), and what it says to real samples follows from D's.
func TestCurvesByHand(t *testing.T) {
	state := func(d, g []float64) string {
		fake := math.Exp(-g[len(g)-1])
		genuine := math.Exp(-d[len(d)-1]) / (1 - fake)
		switch {
		case math.Abs(fake-0.5) < 0.1 && math.Abs(genuine-0.5) < 0.1:
			return "balance"
		case fake < 0.1 && genuine > 0.9:
			return "d-wins"
		case fake > 0.8:
			return "g-ahead"
		}
		return "nothing of these"
	}
	everyOf(t, "gan-curves", func(q quiz.Question) {
		floats := func(name string) []float64 { return q.Given.Values[name].([]float64) }
		if q.Given.Ask == "reading" {
			if got := state(floats("d_loss"), floats("g_loss")); got != q.Answer {
				t.Errorf("%s: the answer is %s, by hand %s", q.Route(), q.Answer, got)
			}
			return
		}
		var balanced []string
		for _, run := range []string{"a", "b", "c"} {
			if state(floats(run+"_d_loss"), floats(run+"_g_loss")) == "balance" {
				balanced = append(balanced, "run-"+run)
			}
		}
		if strings.Join(balanced, " ") != q.Answer {
			t.Errorf("%s: the answer is %s, by hand %s", q.Route(), q.Answer, balanced)
		}
	})
}
