package kernel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// work is a job cut into units that may be done in any order and at once.
type work interface {
	unit(s *scratch, i int)
}

// share does all units of w with a number of goroutines; one works without any.
func share(w work, units, workers int) {
	if min(units, workers) < 2 {
		s := getScratch()
		for i := range units {
			w.unit(s, i)
		}
		s.release()
		return
	}
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(units, workers) {
		all.Go(func() {
			s := getScratch()
			for i := int(next.Add(1)) - 1; i < units; i = int(next.Add(1)) - 1 {
				w.unit(s, i)
			}
			s.release()
		})
	}
	all.Wait()
}

// workers says how many goroutines are worth while for so many multiply-adds
// (or as many floats moved): waking one up costs as much as thousands.
func workers(macs int) int {
	const worthOne = 1 << 21
	return min(runtime.GOMAXPROCS(0), macs/worthOne+1)
}

// scratch is what a goroutine needs to work with, kept from run to run.
type scratch struct {
	job    convJob
	packed []float32 // weights in the order in which the tiles read them
	offs   []int     // where each tap lies in a strip
	strip  []float32 // padded copy of a part of the input
	tail   []float32 // a tile's output that is wider than the picture
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func getScratch() *scratch { return scratches.Get().(*scratch) }

// keepAtMost is how many floats a scratch may hold on to between runs.
const keepAtMost = 1 << 22

func (s *scratch) release() {
	s.job = convJob{}
	if cap(s.packed)+cap(s.strip)+2*cap(s.offs) <= keepAtMost {
		scratches.Put(s)
	}
}

// grown gives a slice of length n, the old one if it is large enough. What it
// holds is arbitrary.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
