package quiz_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"convtutor/quiz"
)

// commonSlips are what learners of these networks are known to get
// wrong, as it was found out before anything was written.
const commonSlips = `brackets no-plus-one pad-once pad-ignored stride-ignored ceil-for-floor round one-side-for-all
	depth-is-count per-channel-maps depth-ignored bias-twice no-bias bias-per-weight fc-count output-sized-weights
	pool-has-weights pool-across-channels pool-keeps-size same-with-stride flip relu-first abs-for-relu max-of-filter
	h-w-swap channel-first
	z-is-fake low-loss-good half-is-broken g-and-d-swap collapse-is-success`

// TestEveryCommonSlipBelongsToAKind: some question of some kind has an answer
// that the slip leads to, and names it.
func TestEveryCommonSlipBelongsToAKind(t *testing.T) {
	kinds := map[string]map[string]bool{}
	note := func(slip, kind string) {
		if kinds[slip] == nil {
			kinds[slip] = map[string]bool{}
		}
		kinds[slip][kind] = true
	}
	for _, k := range quiz.Kinds() {
		for level := 1; level <= k.Levels(); level++ {
			for seed := range uint32(150) {
				q, err := k.New(level, seed)
				if err != nil {
					t.Fatal(err)
				}
				for _, m := range q.Slips {
					note(m.Slip, k.ID())
				}
				if q.Type == quiz.TypeShape { // one number for a whole shape, or its sides multiplied
					for _, typed := range []string{"7", "1,440,000"} {
						note(quiz.Grade(q, typed).Slip(), k.ID())
					}
				}
			}
		}
	}
	for slip := range strings.FieldsSeq(commonSlips) {
		if len(kinds[slip]) == 0 {
			t.Errorf("no kind has the slip %s", slip)
		}
		t.Logf("%s: %v", slip, slices.Sorted(maps.Keys(kinds[slip])))
	}
}
