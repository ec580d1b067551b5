package quiz_test

import (
	"testing"

	"convtutor/quiz"
)

// TestEveryTaskIsAskedFor at every level, and each in the learner's words.
func TestEveryTaskIsAskedFor(t *testing.T) {
	seen := map[int]map[string]bool{1: {}, 2: {}, 3: {}}
	b := bundle(t)
	everyOf(t, "task-of", func(q quiz.Question) {
		seen[q.Level][q.Answer] = true
		for _, o := range q.Options {
			said(t, b, q.Route(), o.Says)
			if o.Text(say(b.For("ko"))) == o.Answer {
				t.Errorf("%s: option %s stands as it is written in code", q.Route(), o.Answer)
			}
		}
		if q.AnswerText(say(b.For("en"))) == "" {
			t.Errorf("%s has no answer in words", q.Route())
		}
	})
	for level, tasks := range seen {
		if len(tasks) != 4 {
			t.Errorf("level %d asks for %v", level, tasks)
		}
	}
}
