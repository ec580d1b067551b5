package review

import (
	"slices"
	"time"

	"convtutor/internal/progress"
	"convtutor/quiz"
	"convtutor/viz"
)

// Length is how many different things a run practises.
const Length = 10

const (
	// pause is how many other questions stand between a wrong answer and the
	// next try, if there are so many.
	pause = 2
	// maxAgain is how often one thing comes again in a run.
	maxAgain = 3
)

// Run is one sitting of practice: what is most pressing, one question after
// another; what went wrong comes again, with other numbers, until it is right.
type Run struct {
	seed   uint32
	asked  []item // one entry a question
	again  []waiting
	now    item
	open   bool            // a question is at hand
	wrong  map[string]int  // how often, by the item's name
	last   map[string]bool // how the last answer was
	right  int             // at the first try
	things int
}

// waiting is an item that comes again once so many questions were asked.
type waiting struct {
	item
	after int
}

// NewRun begins a run whose questions are drawn from a seed.
func NewRun(seed uint32) *Run {
	return &Run{seed: seed, wrong: map[string]int{}, last: map[string]bool{}}
}

// Next is the next question and why it is asked; ok is false when the run is
// over. state is the learner's as it is now.
func (r *Run) Next(state *progress.State, now time.Time) (q quiz.Question, why viz.Words, ok bool) {
	for _, it := range r.candidates(state, now) {
		r.seed++
		if q, ok := it.draw(r.seed); ok {
			r.take(it)
			return q, it.words(), true
		}
	}
	r.open = false
	return quiz.Question{}, viz.Words{}, false
}

// candidates are what may come next, in order: what waits long enough, what was
// not asked in this run yet, and when that is all, whatever waits.
func (r *Run) candidates(state *progress.State, now time.Time) []item {
	var list []item
	for _, w := range r.again {
		if len(r.asked) >= w.after {
			list = append(list, w.item)
		}
	}
	if r.things < Length {
		for _, it := range items(state, now) {
			if !r.was(it) {
				list = append(list, it)
			}
		}
	}
	for _, w := range r.again {
		list = append(list, w.item)
	}
	return list
}

// was says that an item, or a question of its kind that led into the slip, was
// asked in this run.
func (r *Run) was(it item) bool {
	return slices.ContainsFunc(r.asked, func(a item) bool { return a.name() == it.name() })
}

func (r *Run) take(it item) {
	if it.reason == reasonAgain {
		i := slices.IndexFunc(r.again, func(w waiting) bool { return w.name() == it.name() })
		r.again = slices.Delete(r.again, i, i+1)
	} else {
		r.things++
	}
	r.asked, r.now, r.open = append(r.asked, it), it, true
}

// Note tells the run how the first answer to the question at hand was; one whose
// solution was opened instead is not right.
func (r *Run) Note(right bool) {
	if !r.open {
		return
	}
	r.open = false
	name := r.now.name()
	r.last[name] = right
	if !right {
		r.wrong[name]++
	}
	switch {
	case right && r.now.reason != reasonAgain:
		r.right++
	case !right && r.wrong[name] <= maxAgain:
		it := r.now
		it.reason = reasonAgain
		r.again = append(r.again, waiting{it, len(r.asked) + pause})
	}
}

// Place is how many things the run has practised and has to practise in all,
// those that come again included.
func (r *Run) Place() (done, of int) {
	done = len(r.asked)
	if r.open {
		done--
	}
	return done, len(r.asked) + max(Length-r.things, 0) + len(r.again)
}

// At is the number of the question at hand, counted from 1, answered or not.
func (r *Run) At() int { return len(r.asked) }

// Score is how many things were right at the first try, of how many.
func (r *Run) Score() (right, of int) { return r.right, r.things }

// Mended says how many of the things that went wrong were right when they came
// again.
func (r *Run) Mended() (mended, of int) {
	for name := range r.wrong {
		if r.last[name] {
			mended++
		}
	}
	return mended, len(r.wrong)
}
