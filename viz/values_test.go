package viz_test

import (
	"strconv"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/viztest"
	"convtutor/viz"

	"pgregory.net/rapid"
)

// TestToningIsTheSumByHand does the same sums apart from the picture.
func TestToningIsTheSumByHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := float64(rapid.IntRange(0, 255).Draw(t, "value"))
		by := float64(rapid.IntRange(-8, 12).Draw(t, "quarters")) / 4
		add := float64(rapid.IntRange(-300, 300).Draw(t, "add"))
		cut := rapid.Bool().Draw(t, "cut")
		want := value*by + add
		if cut {
			want = min(max(want, 0), 255)
		}
		a := viz.NewToning(value, []viz.ToneSum{{"×", by}, {"+", add}}, cut)
		if a.Value() != want || a.Steps() != 4 {
			t.Fatalf("%v in %d steps, by hand %v", a.Value(), a.Steps(), want)
		}
	})
}

// TestColourStepsEndInTheNumber holds the last step to formulas written down
// here once more.
func TestColourStepsEndInTheNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, g, b := rapid.IntRange(0, 255).Draw(t, "r"), rapid.IntRange(0, 255).Draw(t, "g"), rapid.IntRange(0, 255).Draw(t, "b")
		most, least := max(r, g, b), min(r, g, b)
		saturation := 0
		if most > 0 {
			saturation = (200*(most-least) + most) / (2 * most)
		}
		for ask, want := range map[string]int{
			viz.AskLargest: most, viz.AskGrey: (299*r + 587*g + 114*b + 500) / 1000, viz.AskSaturation: saturation,
		} {
			c, ok := viz.NewColourSteps(uint8(r), uint8(g), uint8(b), ask)
			if !ok {
				t.Fatalf("%s cannot be worked out", ask)
			}
			got := c.Words(c.Steps() - 1).Args["n"]
			if got != want && got != strconv.Itoa(want) {
				t.Fatalf("%s of %d, %d, %d is %v, by hand %d", ask, r, g, b, got, want)
			}
		}
		if _, ok := viz.NewColourSteps(0, 0, 0, "loudness"); ok {
			t.Fatal("a colour has no loudness")
		}
	})
}

// TestAHalfTurnTakesEachNumberAcross: every place is left once and reached
// once, the first one last.
func TestAHalfTurnTakesEachNumberAcross(t *testing.T) {
	h := viz.NewHalfTurn([][]float64{{1, 2, 3}, {4, 5, 6}})
	reached := map[nn.Point]bool{}
	for i := 1; i < h.Steps(); i++ {
		from, to := h.Moved(i)
		if from.Y+to.Y != 1 || from.X+to.X != 2 {
			t.Errorf("from %v to %v", from, to)
		}
		reached[to] = true
	}
	if len(reached) != 6 || h.Steps() != 7 {
		t.Errorf("%d places in %d steps", len(reached), h.Steps())
	}
}

func twoWays(t *testing.T, given [][]float64) *viz.TwoWays {
	t.Helper()
	both, err := viz.NewTwoWays(viz.ConvSetup{Input: plane(t, "1 2 0/3 0 4/1 1 2"), Filter: plane(t, "1 -1/0 2")}, given)
	if err != nil {
		t.Fatal(err)
	}
	return both
}

// TestTwoWaysSayWhichOneTheOutputHolds: sums worked out by hand. As written the
// first window gives 1*1 - 2*1 + 0*2 = -1, turned 1*2 - 3*1 + 0*1 = -1 as well;
// the second 2*1 - 0*1 + 4*2 = 10, turned 2*2 - 0*1 + 4*1 = 8.
func TestTwoWaysSayWhichOneTheOutputHolds(t *testing.T) {
	both := twoWays(t, [][]float64{{-1, 10}, {5, 0}})
	for i, want := range map[int]string{0: "product", 3: "both", 7: "plain", 11: "plain", 15: "plain"} {
		if key := both.Words(i).Key; key != "steps.ways."+want {
			args := both.Words(i).Args
			t.Errorf("step %d says %s: %v, %v, the output has %v", i, key, args["plainsum"], args["halfsum"], args["given"])
		}
	}
	if key := twoWays(t, [][]float64{{7, 8}, {0, 0}}).Words(3).Key; key != "steps.ways.neither" {
		t.Errorf("an output of neither: %s", key)
	}
	if key := twoWays(t, [][]float64{{7, 8}, {0, 0}}).Words(7).Key; key != "steps.ways.half" {
		t.Errorf("an output of the turned filter: %s", key)
	}
	if _, err := viz.NewTwoWays(viz.ConvSetup{Input: plane(t, "1 2 0/3 0 4/1 1 2"), Filter: plane(t, "1 -1/0 2")}, [][]float64{{1}}); err == nil {
		t.Error("an output of another size is compared")
	}
}

// TestPicturesOfValues draws one step of each.
func TestPicturesOfValues(t *testing.T) {
	grey, _ := viz.NewColourSteps(100, 250, 200, viz.AskGrey)
	for name, c := range map[string]struct {
		a    viz.Animation
		step int
		lang string
	}{
		"values_toning":   {viz.NewToning(40, []viz.ToneSum{{"-", 128}, {"×", 2}, {"+", 128}}, true), 2, "en"},
		"values_grey":     {grey, 5, "ko"},
		"values_turn":     {viz.NewHalfTurn([][]float64{{1, 2, 3}, {0, -1, 2}, {4, 5, 6}}), 4, "en"},
		"values_two_ways": {twoWays(t, [][]float64{{-1, 10}, {5, 0}}), 7, "ko"},
		"values_checks":   {threeChoices(), 3, "en"},
	} {
		say := viztest.Say(t, c.lang)
		if name == "values_checks" {
			say = func(w viz.Words) string { return w.Key }
		}
		viztest.Golden(t, name, drawn(c.a, c.step, 76, 14, say, false).Golden())
	}
}
