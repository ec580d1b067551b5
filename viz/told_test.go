package viz_test

import (
	"strings"
	"testing"

	"convtutor/viz"
	"convtutor/viz/canvas"
)

// TestToldKeepsTheLastSentenceInSight draws more sentences than there is room
// for.
func TestToldKeepsTheLastSentenceInSight(t *testing.T) {
	var words []viz.Words
	for _, key := range []string{"one", "two", "three", "four", "five"} {
		words = append(words, viz.Words{Key: key})
	}
	told := viz.NewTold(words[0], words[1:]...)
	for i, w := range words {
		grid := canvas.New(40, 6)
		area := canvas.Rect{W: 40, H: 6}
		told.Draw(i, viz.Frame{Grid: grid, Area: area, Say: func(w viz.Words) string { return w.Key }})
		text := strings.Join(grid.Lines(), "\n")
		if !strings.Contains(text, w.Key) {
			t.Errorf("step %d does not show %q:\n%s", i, w.Key, text)
		}
		if i+1 < len(words) && strings.Contains(text, words[i+1].Key) {
			t.Errorf("step %d tells what comes next:\n%s", i, text)
		}
	}
}
