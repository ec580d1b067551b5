package review

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"convtutor/internal/progress"
	"convtutor/quiz"
	"convtutor/viz"
)

// Known is how well the questions of a kind are known.
type Known struct {
	Kind  string
	Topic string // its main topic
	// Asked and Right count first answers.
	Asked, Right int
	Level        int // to be asked next
	// Lasts is for how long it is remembered, in days: after that, nine in ten
	// answers are still right (the stability of FSRS).
	Lasts float64
	Due   bool
}

// Knowledge lists every kind there is, in their order.
func Knowledge(s *progress.State, now time.Time) []Known {
	var list []Known
	for _, k := range quiz.Kinds() {
		c, t := s.Memory[kindCard+k.ID()], s.Quiz[k.ID()]
		list = append(list, Known{
			Kind: k.ID(), Topic: k.Topics()[0], Asked: t.Asked, Right: t.Right, Level: max(c.Level, 1),
			Lasts: lasts(c), Due: c.Reps > 0 && !c.Due.After(now),
		})
	}
	return list
}

// lasts is a card's stability; 0 where it was never asked.
func lasts(c progress.Card) float64 { return toFSRS(c).Stability }

// Strength is a share of 1 for a bar: each doubling of the days is as long as
// the one before, and two months fill it.
func (k Known) Strength() float64 {
	const full = 60
	return min(math.Log2(1+k.Lasts)/math.Log2(1+full), 1)
}

// LastsWords say for how long it is remembered.
func (k Known) LastsWords() viz.Words {
	days := int(k.Lasts)
	if days < 1 {
		return viz.Words{Key: "review.lasts.less"}
	}
	return viz.Words{Key: "review.lasts", Args: viz.Args{"n": days}}
}

// SlipMade is a slip that the learner has made.
type SlipMade struct {
	Slip  quiz.Slip
	Times int
	// Mended says that it was avoided when it came again.
	Mended bool
}

// SlipsMade lists the slips made, those not mended yet first, then by how
// often.
func SlipsMade(s *progress.State) []SlipMade {
	times := map[string]int{}
	for _, t := range s.Quiz {
		for id, n := range t.Slips {
			times[id] += n
		}
	}
	var list []SlipMade
	for id, n := range times {
		slip, ok := quiz.FindSlip(id)
		if !ok {
			continue
		}
		c := s.Memory[slipCard+id]
		list = append(list, SlipMade{Slip: slip, Times: n, Mended: c.Row > 0})
	}
	slices.SortFunc(list, func(a, b SlipMade) int {
		return cmp.Or(before(b.Mended, a.Mended), cmp.Compare(b.Times, a.Times), strings.Compare(a.Slip.ID, b.Slip.ID))
	})
	return list
}

// before orders two answers to a yes-or-no question: -1 where a alone is yes.
func before(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// Week counts the questions answered on each of the last seven days, today last.
func Week(s *progress.State, now time.Time) [7]int {
	var week [7]int
	for i := range week {
		week[i] = s.Days[now.AddDate(0, 0, i-6).Format(time.DateOnly)]
	}
	return week
}
