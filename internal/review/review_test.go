package review

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"convtutor/internal/progress"
	"convtutor/quiz"
)

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// verdict is a right answer, or a wrong one that a slip led to.
func verdict(right bool, slip string) quiz.Verdict {
	switch {
	case right:
		return quiz.Verdict{Status: quiz.Right}
	case slip == "":
		return quiz.Verdict{Status: quiz.Wrong}
	}
	return quiz.Verdict{Status: quiz.Wrong, Slips: []quiz.Mistake{{Slip: slip}}}
}

func question(t testing.TB, kind string, level int) quiz.Question {
	t.Helper()
	q, err := quiz.New(kind, level, 5)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestWhatIsKnownComesLate(t *testing.T) {
	store := progress.NewMemory()
	q := question(t, "output-size", 1)
	now := noon
	var waits []time.Duration
	for range 5 {
		store.Apply(Answered(q, verdict(true, ""), now)...)
		card := store.State().Memory["kind/output-size"]
		waits = append(waits, card.Due.Sub(now))
		now = card.Due
	}
	if !slices.IsSorted(waits) || waits[4] < 7*24*time.Hour {
		t.Errorf("right every time, it was asked again after %v", waits)
	}
	store.Apply(Answered(q, verdict(false, ""), now)...)
	if due := store.State().Memory["kind/output-size"].Due; due.Sub(now) > time.Hour {
		t.Errorf("after a wrong answer it comes %v later", due.Sub(now))
	}
}

func TestSlipsAreRememberedAndMended(t *testing.T) {
	store := progress.NewMemory()
	q := question(t, "output-size", 2)
	slip := q.Slips[0].Slip
	store.Apply(Answered(q, verdict(false, slip), noon)...)
	card := store.State().Memory["slip/"+slip]
	if card.Reps != 1 || card.Kind != "output-size" || Due(store.State(), noon.Add(time.Hour)) != 2 {
		t.Fatalf("after the slip: %+v", card)
	}
	// Right before it is due says nothing of the slip; right when it is due does.
	store.Apply(Answered(q, verdict(true, ""), noon)...)
	if got := store.State().Memory["slip/"+slip]; got != card {
		t.Errorf("changed before it was due: %+v", got)
	}
	store.Apply(Answered(q, verdict(true, ""), noon.Add(time.Hour))...)
	if got := store.State().Memory["slip/"+slip]; got.Reps != 2 || !got.Due.After(noon.Add(time.Hour)) {
		t.Errorf("avoided when due: %+v", got)
	}
	if n := len(store.State().Memory); n != 2 {
		t.Errorf("%d cards; slips never made are not remembered", n)
	}
}

func TestLevels(t *testing.T) {
	for _, c := range []struct {
		answers string
		want    int
	}{
		{"r", 1}, {"rr", 2}, {"rrr", 2}, {"rrrr", 3}, {"rrrrrrr", 3}, {"rrw", 1}, {"rwr", 1}, {"w", 1}, {"rrrrwrr", 3},
	} {
		store := progress.NewMemory()
		for _, a := range c.answers {
			level := max(store.State().Memory["kind/output-size"].Level, 1)
			store.Apply(Answered(question(t, "output-size", level), verdict(a == 'r', ""), noon)...)
		}
		if got := store.State().Memory["kind/output-size"].Level; got != c.want {
			t.Errorf("%s: level %d, want %d", c.answers, got, c.want)
		}
	}
}

func TestARunAsksAgainUntilItIsRight(t *testing.T) {
	store := progress.NewMemory()
	run := NewRun(1)
	var kinds []string
	for n := 0; ; n++ {
		q, why, ok := run.Next(store.State(), noon)
		if !ok {
			break
		}
		if n > 40 {
			t.Fatal("the run does not end")
		}
		kinds = append(kinds, q.Kind)
		right := n != 0 // the first one is wrong, once
		if n == 3 && (q.Kind != kinds[0] || why.Key != "review.why.again") {
			t.Errorf("question 4 is %s (%s); %s should come again after two others", q.Kind, why.Key, kinds[0])
		}
		store.Apply(Answered(q, verdict(right, ""), noon)...)
		run.Note(right)
		if run.At() != n+1 {
			t.Errorf("question %d, answered, is said to be number %d", n+1, run.At())
		}
	}
	if len(kinds) != Length+1 {
		t.Errorf("%d questions: %v", len(kinds), kinds)
	}
	if right, of := run.Score(); right != Length-1 || of != Length {
		t.Errorf("score %d of %d", right, of)
	}
	if mended, of := run.Mended(); mended != 1 || of != 1 {
		t.Errorf("mended %d of %d", mended, of)
	}
	if done, of := run.Place(); done != of || of != Length+1 {
		t.Errorf("place %d of %d", done, of)
	}
}

func TestDueSlipsComeFirst(t *testing.T) {
	store := progress.NewMemory()
	q := question(t, "parameters", 1)
	slip := q.Slips[0].Slip
	store.Apply(Answered(question(t, "output-size", 1), verdict(true, ""), noon)...)
	store.Apply(Answered(q, verdict(false, slip), noon)...)
	got, why, ok := NewRun(9).Next(store.State(), noon.Add(2*time.Minute))
	if !ok || why.Key != "review.why.due" && why.Key != "review.why.slip" || got.Kind != "parameters" {
		t.Errorf("first comes %s, %s", got.Kind, why.Key)
	}
}

// TestEverySlipCanBePractised holds that a question can be found for each slip
// that some kind names.
func TestEverySlipCanBePractised(t *testing.T) {
	for _, k := range quiz.Kinds() {
		for level := 1; level <= k.Levels(); level++ {
			q, err := k.New(level, 77)
			if err != nil {
				t.Fatal(err)
			}
			for slip := range slipsIn(q) {
				it := item{reason: reasonSlip, slip: slip, kind: k.ID()}
				if drawn, ok := it.draw(3); !ok || !slipsIn(drawn)[slip] {
					t.Errorf("no question for %s, made in %s", slip, k.ID())
				}
			}
		}
	}
}

// TestRunsAlwaysEnd answers at random, from a memory that may be nonsense.
func TestRunsAlwaysEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		store := progress.NewMemory()
		for range rapid.IntRange(0, 5).Draw(t, "cards") {
			name := rapid.SampledFrom([]string{"kind/output-size", "kind/none", "slip/pad-once", "slip/none", "other", "kind/fits"}).Draw(t, "name")
			card := progress.Card{
				Due: noon.Add(time.Duration(rapid.IntRange(-1e6, 1e6).Draw(t, "due")) * time.Second), Last: noon.AddDate(0, 0, rapid.IntRange(-400, 400).Draw(t, "last")),
				Reps: uint64(rapid.IntRange(0, 3).Draw(t, "reps")), Stability: rapid.Float64Range(-1, 40).Draw(t, "stability"),
				Difficulty: rapid.Float64Range(-1, 12).Draw(t, "difficulty"), Phase: int8(rapid.IntRange(-2, 6).Draw(t, "phase")),
				Level: rapid.IntRange(-3, 9).Draw(t, "level"), Kind: rapid.SampledFrom([]string{"", "fits", "none"}).Draw(t, "kind"),
			}
			store.Apply(progress.Remember(name, func(progress.Card) progress.Card { return card }))
		}
		run, asked := NewRun(rapid.Uint32().Draw(t, "seed")), 0
		for {
			q, _, ok := run.Next(store.State(), noon)
			if !ok {
				break
			}
			right := rapid.Bool().Draw(t, fmt.Sprint("right", asked))
			store.Apply(Answered(q, verdict(right, ""), noon)...)
			run.Note(right)
			if asked++; asked > Length*(maxAgain+1) {
				t.Fatalf("%d questions", asked)
			}
		}
		if done, of := run.Place(); done != asked || of != asked {
			t.Errorf("place %d of %d after %d", done, of, asked)
		}
		for name, c := range store.State().Memory {
			if r := recall(c, noon); r != r || r < 0 || r > 1 {
				t.Errorf("%s: recall %v", name, r)
			}
		}
	})
}
