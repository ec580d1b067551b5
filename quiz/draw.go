package quiz

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strconv"

	"convtutor/internal/fault"
)

// dice draws a question's numbers. Equal kind, level and seed give equal dice
// on every machine: PCG is defined bit by bit, and only whole numbers are drawn.
type dice struct{ rng *rand.Rand }

func newDice(kind string, level int, seed uint32) dice {
	h := fnv.New64a()
	h.Write([]byte(kind))
	return dice{rand.New(rand.NewPCG(h.Sum64(), uint64(level)<<32|uint64(seed)))}
}

// from draws a whole number from lo to hi, both included.
func (d dice) from(lo, hi int) int { return lo + d.rng.IntN(hi-lo+1) }

// one draws one of some numbers.
func (d dice) one(of ...int) int { return of[d.rng.IntN(len(of))] }

// chance is true once in n times.
func (d dice) chance(n int) bool { return d.rng.IntN(n) == 0 }

// maxDraws is how often a question is drawn anew before giving up. Tests show
// that no seed comes near it.
const maxDraws = 500

// build draws until a question is worth asking.
func build(k Kind, level int, seed uint32, draw func(d dice, level int) (Question, bool)) (Question, error) {
	if level < 1 || level > k.Levels() {
		return Question{}, fault.New("error.quiz.level", fault.Args{"kind": k.ID(), "levels": k.Levels(), "level": level}, "quiz: %s has levels 1 to %d, not %d", k.ID(), k.Levels(), level)
	}
	d := newDice(k.ID(), level, seed)
	for range maxDraws {
		q, ok := draw(d, level)
		if !ok {
			continue
		}
		q.Kind, q.Level, q.Seed = k.ID(), level, seed
		if q.Topic == "" {
			q.Topic = k.Topics()[0]
		}
		return q, nil
	}
	return Question{}, fmt.Errorf("quiz: %s, level %d, seed %d: no question found", k.ID(), level, seed)
}

func itoa(n int) string { return strconv.Itoa(n) }

func formatInt(n int64) string { return strconv.FormatInt(n, 10) }
