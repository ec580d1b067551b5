package quiz_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// sized are kinds about sizes, counts, pools and places, of which every question
// is walked through as a picture of its own numbers; there is no exception.
var sized = []string{
	"output-size", "fits", "setting-for-size", "transposed-size", "image-shape", "filter-depth", "conv-vs-fc", "flat-place",
	"map-count", "stack-shape", "stack-fault", "receptive-field", "parameters", "reads", "reads-place",
	"pool-max", "pool-value", "pool-map", "pool-position", "pool-gradient",
}

// settings are kinds whose last sentence names the setting first, and then the
// size that it leads to.
var settings = []string{"fits", "setting-for-size"}

// TestEveryWalkOfSizesComesToTheAnswer holds these kinds to what holdWalk asks
// for: a picture that moves at every step and ends in the answer, which is the
// last number that is said.
func TestEveryWalkOfSizesComesToTheAnswer(t *testing.T) {
	b := bundle(t)
	for _, id := range sized {
		k, err := quiz.Find(id)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(id, func(t *testing.T) {
			for level := 1; level <= k.Levels(); level++ {
				for seed := range uint32(25) {
					q, err := k.New(level, 2000+seed)
					if err != nil {
						t.Fatal(err)
					}
					for _, lang := range []string{"en", "ko"} {
						holdWalk(t, q, say(b.For(lang)))
						holdLast(t, q, say(b.For(lang)))
					}
				}
			}
		})
	}
}

var numerals = regexp.MustCompile(`-?\d+(?:[.,]\d+)*`)

// holdLast holds the last number that a walk says to the answer.
func holdLast(t *testing.T, q quiz.Question, say viz.Say) {
	t.Helper()
	w, ok := q.Walk()
	if !ok || q.Type != quiz.TypeNumber && len(q.Options) == 0 || strings.Contains(q.Answer, " ") {
		return
	}
	text := unparted(canvas.Strip(say(w.Animation.Words(w.Animation.Steps() - 1))))
	numbers := numerals.FindAllString(text, -1)
	at := len(numbers) - 1
	if slices.Contains(settings, q.Kind) {
		at = 0
	}
	if at < 0 || numbers[at] != q.Answer {
		t.Errorf("%s: the answer is %s, %q ends in another number", q.Route(), q.Answer, text)
	}
}
