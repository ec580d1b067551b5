package viz_test

import (
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/internal/viztest"
	"convtutor/viz"

	"pgregory.net/rapid"
)

// three is the lesson's input and filter of three channels.
func three(t testing.TB) *viz.Channels {
	t.Helper()
	stacked := func(channels ...string) *tensor.Dense[float64] {
		first := plane(t, channels[0])
		data := make([]float64, first.Len()*len(channels))
		for c, rows := range channels {
			for i, v := range plane(t, rows).Data() {
				data[i*len(channels)+c] = v
			}
		}
		d, err := tensor.From(data, first.Dim(0), first.Dim(1), len(channels))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	bias := 1.0
	c, err := viz.NewChannels(viz.ConvSetup{
		Input:  stacked("1 2 0 1/0 1 2 0/2 1 0 1/1 0 1 2", "0 1 1 0/2 0 1 1/1 1 0 2/0 2 1 0", "1 0 2 1/0 1 0 2/1 2 1 0/2 0 1 1"),
		Filter: stacked("1 0 -1/1 0 -1/1 0 -1", "0 1 0/1 0 1/0 1 0", "0 -1 0/-1 2 -1/0 -1 0"),
		Bias:   &bias,
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestChannelsGolden(t *testing.T) {
	c := three(t)
	for _, tt := range []struct {
		name       string
		step, w, h int
		lang       string
		hide       bool
	}{
		{"first_76x15_en", 0, 76, 15, "en", false},
		{"third_76x15_ko", 20, 76, 15, "ko", false},
		{"asked_76x14_en", 28, 76, 14, "en", true},
		{"bias_76x14_ko", 27, 76, 14, "ko", false},
		{"wide_136x33_en", 55, 136, 33, "en", false},
		{"narrow_56x13_en", 40, 56, 13, "en", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			viztest.Golden(t, "channels_"+tt.name, drawn(c, tt.step, tt.w, tt.h, viztest.Say(t, tt.lang), tt.hide).Golden())
		})
	}
}

// TestChannelsByHand: worked out on paper.
func TestChannelsByHand(t *testing.T) {
	c := three(t)
	for at, want := range map[nn.Point][4]float64{{Y: 0, X: 0}: {1, 5, 0, 7}, {Y: 0, X: 1}: {2, 2, -6, -1}} {
		sums := c.Partials(at)
		if sums[0] != want[0] || sums[1] != want[1] || sums[2] != want[2] || c.Conv().Value(at) != want[3] {
			t.Errorf("%v: %v make %v, want %v", at, sums, c.Conv().Value(at), want)
		}
	}
}

func TestChannelsLevels(t *testing.T) {
	c := three(t)
	for _, tt := range []struct{ from, next, prev int }{
		{0, 8, 0}, {8, 17, 0}, {17, 26, 8}, {26, 27, 17}, {27, 36, 26}, {30, 36, 27}, {111, 111, 110},
	} {
		if next, prev := c.Next(tt.from, viz.LevelChannel), c.Prev(tt.from, viz.LevelChannel); next != tt.next || prev != tt.prev {
			t.Errorf("from %d: next %d, prev %d, want %d, %d", tt.from, next, prev, tt.next, tt.prev)
		}
	}
}

func TestChannelsRefuse(t *testing.T) {
	if _, err := viz.NewChannels(viz.ConvSetup{Input: plane(t, lectureInput), Filter: plane(t, lectureFilter)}); err == nil {
		t.Error("one channel is taken")
	}
}

// TestPartialSumsMakeTheCell: the channels' sums and one bias are the engine's
// value, and the last step draws just these numbers.
func TestPartialSumsMakeTheCell(t *testing.T) {
	say := viztest.Say(t, "en")
	rapid.Check(t, func(t *rapid.T) {
		s := setups(t)
		s.Padding, s.Stride, s.Dilation, s.Rule, s.Flip = nn.Sides{}, nn.Square(1), nn.Square(1), nn.RuleFloor, false
		c, err := viz.NewChannels(s)
		if err != nil {
			t.Skip(err)
		}
		i := rapid.IntRange(0, c.Steps()-1).Draw(t, "step")
		cell, _ := c.Conv().Cell(i)
		sum := 0.0
		for _, v := range c.Partials(cell) {
			sum += v
		}
		if s.Bias != nil {
			sum += *s.Bias
		}
		if viz.Number(sum) != viz.Number(c.Conv().Value(cell)) {
			t.Fatalf("%v make %v, the cell is %v", c.Partials(cell), sum, c.Conv().Value(cell))
		}
		g := drawn(c, c.Conv().StepOf(cell), 200, 60, say, false)
		text := strings.Join(g.Lines(), "\n")
		for _, v := range append(c.Partials(cell), c.Conv().Value(cell)) {
			if !strings.Contains(text, " "+viz.Number(v)) {
				t.Fatalf("%v is not drawn:\n%s", v, text)
			}
		}
		if hidden := drawn(c, i, 200, 60, say, true); !strings.Contains(strings.Join(hidden.Lines(), ""), "= ?") {
			t.Fatal("the result is not hidden")
		}
	})
}

func TestStackGolden(t *testing.T) {
	s, err := viz.NewStack(viz.Volume{H: 32, W: 32, C: 3}, nn.Square(5), 6)
	if err != nil {
		t.Fatal(err)
	}
	if s.Out().Shape() != "28×28×6" || s.Filter().Shape() != "5×5×3" {
		t.Errorf("%s by %s", s.Out().Shape(), s.Filter().Shape())
	}
	viztest.Golden(t, "stack_fourth_76x15_en", drawn(s, 3, 76, 15, viztest.Say(t, "en"), false).Golden())
	viztest.Golden(t, "stack_last_96x20_ko", drawn(s, 5, 96, 20, viztest.Say(t, "ko"), false).Golden())
	hidden := drawn(s, 0, 76, 13, viztest.Say(t, "en"), true)
	viztest.Golden(t, "stack_hidden_76x13_en", hidden.Golden())
	if text := strings.Join(hidden.Lines(), ""); strings.Contains(text, "28×28") || strings.Contains(text, "5×5") {
		t.Error("the shapes are told")
	}
	if _, err := viz.NewStack(viz.Volume{H: 4, W: 4, C: 3}, nn.Square(5), 6); err == nil {
		t.Error("a filter larger than its input is taken")
	}
}
