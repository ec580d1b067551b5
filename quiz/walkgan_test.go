package quiz_test

import (
	"strings"
	"testing"

	"convtutor/quiz"
)

// TestEveryGanWalkComesToTheAnswer holds each question about a GAN to a picture
// of its own numbers, in every language.
func TestEveryGanWalkComesToTheAnswer(t *testing.T) {
	b, found := bundle(t), 0
	for _, k := range quiz.Kinds() {
		if !strings.HasPrefix(k.ID(), "gan-") {
			continue
		}
		found++
		for level := 1; level <= k.Levels(); level++ {
			for seed := range uint32(60) {
				q, err := k.New(level, 2000+seed)
				if err != nil {
					t.Fatal(err)
				}
				for _, lang := range b.Codes() {
					holdWalk(t, q, say(b.For(lang)))
				}
			}
		}
	}
	if found < 7 {
		t.Errorf("only %d kinds are about a GAN", found)
	}
}
