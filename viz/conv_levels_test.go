package viz_test

import (
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/viztest"
	"convtutor/viz"
)

// TestStepsAreToldAtEveryLevel goes through a convolution with everything in it
// by each level, in both languages.
func TestStepsAreToldAtEveryLevel(t *testing.T) {
	bias := -2.0
	c := newConv(t, viz.ConvSetup{
		Input: plane(t, "1 2 3/4 5 6/7 8 9"), Filter: plane(t, "1 -1/2 0"), Bias: &bias, Padding: nn.AllSides(1),
	})
	for _, lang := range []string{"en", "ko"} {
		say := viztest.Say(t, lang)
		told := map[viz.Level]int{}
		for _, level := range c.Levels() {
			for i := -1; i < c.Steps()-1; {
				i = c.Next(i, level)
				told[level]++
				for _, w := range c.WordsAt(i, level) {
					if text := say(w); strings.Contains(text, "⟨") {
						t.Errorf("%s, step %d at level %d: %s", lang, i, level, text)
					}
				}
			}
		}
		if told[viz.LevelProduct] != c.Steps() || told[viz.LevelWindow] != 16 || told[viz.LevelRow] != 4 {
			t.Errorf("%s: told %v", lang, told)
		}
	}
}

func TestWhatIsTold(t *testing.T) {
	c := lecture(t)
	say := viztest.Say(t, "en")
	for _, tt := range []struct {
		step  int
		level viz.Level
		want  string
	}{
		{0, viz.LevelProduct, "Window 1 of 9 lies on rows 1 to 3, columns 1 to 3 of the input. Product 1 of 9: input 1 times weight 1 is 1. So far 1."},
		{1, viz.LevelProduct, "Product 2 of 9: input 1 times weight 0 is 0. So far 1."},
		{17, viz.LevelProduct, "Product 9 of 9: input 1 times weight 1 is 1. So far 3. The window is complete: 3 goes into row 1, column 2 of the feature map."},
		{17, viz.LevelWindow, "Window 2 of 9, on rows 1 to 3, columns 2 to 4: 1×1 + 1×0 + 0×1 + 1×0 + 1×1 + 1×0 + 0×1 + 1×0 + 1×1 = 3. It goes into row 1, column 2 of the feature map."},
		{53, viz.LevelRow, "Row 2 of 3 of the feature map is complete: 2, 4, 3."},
		{40, viz.LevelWindow, "Product 5 of 9: input 1 times weight 1 is 1. So far 3."},
	} {
		var said []string
		for _, w := range c.WordsAt(tt.step, tt.level) {
			said = append(said, say(w))
		}
		if got := strings.Join(said, " "); got != tt.want {
			t.Errorf("step %d, level %d:\n got %s\nwant %s", tt.step, tt.level, got, tt.want)
		}
	}
}
