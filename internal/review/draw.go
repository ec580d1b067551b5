package review

import (
	"slices"

	"convtutor/quiz"
)

// tries is how many seeds are looked at for a question that offers a slip.
const tries = 24

// draw makes a question for an item. One about a slip offers that slip: first
// in the kind where it was made, then in any other; ok is false where none does.
func (i item) draw(seed uint32) (quiz.Question, bool) {
	if i.slip == "" {
		k, err := quiz.Find(i.kind)
		if err != nil {
			return quiz.Question{}, false
		}
		q, err := quiz.New(i.kind, min(i.level, k.Levels()), seed)
		return q, err == nil
	}
	kinds := quiz.Kinds()
	here := slices.IndexFunc(kinds, func(k quiz.Kind) bool { return k.ID() == i.kind })
	if here > 0 {
		kinds[0], kinds[here] = kinds[here], kinds[0]
	}
	for _, k := range kinds {
		if q, ok := offering(k, i.slip, seed); ok {
			return q, true
		}
	}
	return quiz.Question{}, false
}

// offering is a question of a kind into which a slip leads, on the lowest level
// that has one.
func offering(k quiz.Kind, slip string, seed uint32) (quiz.Question, bool) {
	for level := 1; level <= k.Levels(); level++ {
		for n := range uint32(tries / k.Levels()) {
			q, err := k.New(level, seed+n)
			if err == nil && slipsIn(q)[slip] {
				return q, true
			}
		}
	}
	return quiz.Question{}, false
}
