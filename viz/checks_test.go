package viz_test

import (
	"strings"
	"testing"

	"convtutor/viz"
)

// threeChoices: the first fails at once, the second passes both checks and is
// chosen, the third passes but costs more.
func threeChoices() *viz.Checks {
	w := func(key string) viz.Words { return viz.Words{Key: key} }
	return viz.NewChecks(viz.ChecksSetup{
		Goal: w("goal"), Begin: w("begin"), Ending: w("ending"),
		Columns: []viz.Words{w("size"), w("cost")},
		Choices: []viz.Choice{
			{Name: w("first"), Checks: []viz.Check{{Found: "7x7", Result: viz.CheckFails, Says: w("first-size")}}},
			{Name: w("second"), Right: true, Checks: []viz.Check{
				{Found: "5x5", Result: viz.CheckFits, Says: w("second-size")}, {Column: 1, Found: "10", Says: w("second-cost")},
			}},
			{Name: w("third"), Checks: []viz.Check{
				{Found: "5x5", Result: viz.CheckFits, Says: w("third-size")}, {Column: 1, Found: "99", Says: w("third-cost")},
			}},
		},
	})
}

// TestChecksTellNoMoreThanWasLookedAt: what is found of a choice stands there
// from its own step on, and the choice is told from the others at the end alone.
func TestChecksTellNoMoreThanWasLookedAt(t *testing.T) {
	c := threeChoices()
	key := func(w viz.Words) string { return w.Key }
	for i, want := range []struct{ words, shows, hides string }{
		{"begin", "first", "7x7"},
		{"first-size", "7x7 ✗", "5x5"},
		{"second-size", "5x5 ✓", "10"},
		{"second-cost", "10", "99"},
		{"third-size", "5x5 ✓", "99"},
		{"third-cost", "99", "✓ b)"},
		{"ending", "✓ b) second", "✓ c)"},
	} {
		text := strings.Join(drawn(c, i, 60, 14, key, false).Lines(), "\n")
		if said := c.Words(i).Key; said != want.words {
			t.Errorf("step %d says %s", i, said)
		}
		if !strings.Contains(text, want.shows) || strings.Contains(text, want.hides) {
			t.Errorf("step %d must show %q and not %q:\n%s", i, want.shows, want.hides, text)
		}
	}
	if c.Steps() != 7 {
		t.Errorf("%d steps", c.Steps())
	}
}

// TestChecksGoFromChoiceToChoice: the coarser level stops where a choice is done.
func TestChecksGoFromChoiceToChoice(t *testing.T) {
	c := threeChoices()
	for _, l := range []struct {
		level viz.Level
		path  []int
	}{{viz.LevelCell, []int{0, 1, 2, 3, 4, 5, 6}}, {viz.LevelRow, []int{0, 1, 3, 5, 6}}} {
		for n, at := range l.path {
			if n > 0 && c.Prev(at, l.level) != l.path[n-1] {
				t.Errorf("level %d: back from %d to %d", l.level, at, c.Prev(at, l.level))
			}
			if n+1 < len(l.path) && c.Next(at, l.level) != l.path[n+1] {
				t.Errorf("level %d: from %d to %d", l.level, at, c.Next(at, l.level))
			}
		}
	}
	if c.Next(6, viz.LevelRow) != 6 || c.Prev(0, viz.LevelRow) != 0 {
		t.Error("leads past its ends")
	}
}
