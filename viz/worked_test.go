package viz_test

import (
	"strings"
	"testing"

	"convtutor/internal/viztest"
	"convtutor/viz"
)

// exercise is the lecture's: ten 5x5 filters on 32x32x3, padding 2.
func exercise() *viz.Worked {
	return viz.NewWorked(viz.WorkedLayer{
		SlideSetup: viz.SlideSetup{In: 32, Filter: 5, Stride: 1, Padding: 2},
		Channels:   3, Count: 10, Out: 32, Params: 760,
	})
}

func TestWorkedGolden(t *testing.T) {
	viztest.Golden(t, "worked_76x15_en", drawn(exercise(), 4, 76, 15, viztest.Say(t, "en"), false).Golden())
	viztest.Golden(t, "worked_60x10_ko", drawn(exercise(), 5, 60, 10, viztest.Say(t, "ko"), false).Golden())
	viztest.Golden(t, "worked_asked_76x15_ko", drawn(exercise(), 2, 76, 15, viztest.Say(t, "ko"), true).Golden())
}

// TestWorkedIsSaid: each line's arithmetic is said with its result.
func TestWorkedIsSaid(t *testing.T) {
	say, w := viztest.Say(t, "en"), exercise()
	for i, want := range []string{
		"(32 - 5 + 2×2)/1 + 1 = 32", "10", "32×32×10", "5×5×3 = 75", "75 + 1 = 76", "10×76 = 760",
	} {
		if text := say(w.Words(i)); !strings.HasSuffix(text, ": "+want+".") {
			t.Errorf("line %d says %q, want %s", i+1, text, want)
		}
	}
}
