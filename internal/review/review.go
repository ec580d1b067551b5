// Package review decides what a learner practises next, by spaced repetition:
// what was forgotten comes soon, what is known comes late. Its one rule: when
// to ask again is the scheduler's to say (FSRS, see the ADR); this room only
// says what is remembered, and turns answers into its grades.
package review

import (
	"strings"
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"convtutor/internal/progress"
	"convtutor/quiz"
)

// What is remembered is a kind of question that can be answered, or a slip that
// is no longer made.
const (
	kindCard = "kind/"
	slipCard = "slip/"
)

// rowForLevel is how many right answers in a row lead to the next level.
const rowForLevel = 2

// scheduler is FSRS with its default weights: nine in ten are to be remembered
// when asked again. It has no state.
func scheduler() *fsrs.FSRS { return fsrs.NewFSRS(fsrs.DefaultParam()) }

// Answered is what an answer to a question changes in the memory: the kind's
// card, the cards of the slips made, and of those avoided that were made before.
func Answered(q quiz.Question, v quiz.Verdict, now time.Time) []progress.Change {
	if v.Status == quiz.NotYet {
		return nil
	}
	right := v.Status == quiz.Right
	changes := []progress.Change{progress.CountDay(now), answered(q, right, now)}
	for _, m := range v.Slips {
		changes = append(changes, progress.Remember(slipCard+m.Slip, func(c progress.Card) progress.Card {
			c = graded(c, false, now)
			c.Kind, c.Row = q.Kind, 0
			return c
		}))
	}
	if right {
		changes = append(changes, avoided(q, now)...)
	}
	return changes
}

// Shown is what opening the solution without an answer changes: the kind is
// asked again soon.
func Shown(q quiz.Question, now time.Time) []progress.Change {
	return []progress.Change{answered(q, false, now)}
}

func answered(q quiz.Question, right bool, now time.Time) progress.Change {
	return progress.Remember(kindCard+q.Kind, func(c progress.Card) progress.Card {
		return levelled(graded(c, right, now), q, right)
	})
}

// avoided grades the slips that this question could have led into, if the
// learner has made them before and they are due.
func avoided(q quiz.Question, now time.Time) []progress.Change {
	var changes []progress.Change
	for id := range slipsIn(q) {
		changes = append(changes, progress.RememberIfKnown(slipCard+id, func(c progress.Card) progress.Card {
			if c.Due.After(now) {
				return c
			}
			c = graded(c, true, now)
			c.Row++
			return c
		}))
	}
	return changes
}

// slipsIn are the slips that a question can name.
func slipsIn(q quiz.Question) map[string]bool {
	ids := map[string]bool{}
	for _, m := range q.Slips {
		ids[m.Slip] = true
	}
	return ids
}

// graded is a card after an answer. The scheduler's grades "hard" and "easy"
// ask how an answer felt; here only right and wrong are known.
func graded(c progress.Card, right bool, now time.Time) progress.Card {
	grade := fsrs.Again
	if right {
		grade = fsrs.Good
	}
	next := scheduler().Next(toFSRS(c), notBefore(now, c.Last), grade).Card
	return fromFSRS(next, c)
}

// levelled moves a kind's level: up after some right in a row, down after a
// wrong one. A question below the level does not raise it, one above it does
// not lower it.
func levelled(c progress.Card, q quiz.Question, right bool) progress.Card {
	c.Level = max(c.Level, 1)
	switch {
	case right && q.Level >= c.Level:
		c.Row++
	case !right && q.Level <= c.Level:
		c.Level, c.Row = max(c.Level-1, 1), 0
	}
	if c.Row >= rowForLevel {
		c.Level, c.Row = c.Level+1, 0
	}
	if k, err := quiz.Find(q.Kind); err == nil {
		c.Level = min(c.Level, k.Levels())
	}
	return c
}

// recall is how likely something is remembered now, from 0 to 1; 0 where it was
// never asked.
func recall(c progress.Card, now time.Time) float64 {
	if c.Reps == 0 {
		return 0
	}
	return scheduler().GetRetrievability(toFSRS(c), notBefore(now, c.Last))
}

// notBefore keeps a clock that was set back from counting days below zero.
func notBefore(now, last time.Time) time.Time {
	if now.Before(last) {
		return last
	}
	return now
}

// Due counts what is to be asked again by now.
func Due(s *progress.State, now time.Time) int {
	n := 0
	for name, c := range s.Memory {
		if known(name) && c.Reps > 0 && !c.Due.After(now) {
			n++
		}
	}
	return n
}

// known says that a card is of something that this program can ask: the file
// may be of another version.
func known(name string) bool {
	if id, ok := strings.CutPrefix(name, kindCard); ok {
		_, err := quiz.Find(id)
		return err == nil
	}
	id, ok := strings.CutPrefix(name, slipCard)
	_, found := quiz.FindSlip(id)
	return ok && found
}
