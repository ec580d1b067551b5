package review

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"convtutor/internal/progress"
	"convtutor/quiz"
	"convtutor/viz"
)

// reason says why something is asked now.
type reason string

// Reasons, the most pressing first.
const (
	reasonAgain reason = "again" // it went wrong a moment ago
	reasonSlip  reason = "slip"  // a slip that was made before
	reasonDue   reason = "due"   // it is time, before it is forgotten
	reasonNew   reason = "new"   // it was never asked
	reasonEarly reason = "early" // nothing is due; this is remembered least
)

// item is one thing to practise: a kind, and a slip where it is about one.
type item struct {
	reason reason
	kind   string
	slip   string
	level  int
}

// name is the item's card.
func (i item) name() string {
	if i.slip != "" {
		return slipCard + i.slip
	}
	return kindCard + i.kind
}

// Words say why it is asked now.
func (i item) words() viz.Words {
	w := viz.Words{Key: "review.why." + string(i.reason)}
	if i.reason == reasonSlip {
		s, _ := quiz.FindSlip(i.slip)
		w.Args = viz.Args{"slip": s.Name()}
	}
	return w
}

// items lists what to practise in order: what is due, longest first, then what
// is new in the order of the kinds, those of topics the learner has begun before
// others, then the rest, least remembered first.
func items(s *progress.State, now time.Time) []item {
	due, early := asked(s, now)
	var begun, fresh []item
	for _, k := range quiz.Kinds() {
		if s.Memory[kindCard+k.ID()].Reps > 0 {
			continue
		}
		it := item{reason: reasonNew, kind: k.ID(), level: 1}
		if _, ok := s.Lessons[quiz.LessonRoute(k.Topics()[0])]; ok {
			begun = append(begun, it)
		} else {
			fresh = append(fresh, it)
		}
	}
	return slices.Concat(due, begun, fresh, early)
}

// asked parts what was asked before into what is due and what is not yet.
func asked(s *progress.State, now time.Time) (due, early []item) {
	type remembered struct {
		item
		card progress.Card
	}
	var all []remembered
	for name, c := range s.Memory {
		if c.Reps > 0 && known(name) {
			all = append(all, remembered{itemOf(name, c), c})
		}
	}
	slices.SortFunc(all, func(a, b remembered) int {
		return cmp.Or(a.card.Due.Compare(b.card.Due), strings.Compare(a.name(), b.name()))
	})
	for _, r := range all {
		if !r.card.Due.After(now) {
			due = append(due, r.item)
		}
	}
	slices.SortStableFunc(all, func(a, b remembered) int {
		return cmp.Compare(recall(a.card, now), recall(b.card, now))
	})
	for _, r := range all {
		if r.card.Due.After(now) && r.slip == "" {
			r.reason = reasonEarly
			early = append(early, r.item)
		}
	}
	return due, early
}

// itemOf is the item of a card.
func itemOf(name string, c progress.Card) item {
	if id, ok := strings.CutPrefix(name, slipCard); ok {
		return item{reason: reasonSlip, slip: id, kind: c.Kind}
	}
	return item{reason: reasonDue, kind: strings.TrimPrefix(name, kindCard), level: max(c.Level, 1)}
}
