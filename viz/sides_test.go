package viz_test

import (
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/viztest"
	"convtutor/viz"
)

// TestSideCountsAsTheEngineDoes lays windows along sides of all small sizes
// under every rule.
func TestSideCountsAsTheEngineDoes(t *testing.T) {
	for _, rule := range []nn.Rule{nn.RuleFloor, nn.RuleError, nn.RuleCeil, nn.RuleSame} {
		for in := 1; in <= 12; in++ {
			for filter := 1; filter <= 5; filter++ {
				for stride := 1; stride <= 4; stride++ {
					a := nn.Axis{In: in, Filter: filter, Stride: stride, Before: 1, After: 1, Dilation: 1}
					if rule == nn.RuleSame {
						a.Before, a.After = a.SamePadding()
					}
					want, err := a.Output(rule)
					if err != nil {
						continue
					}
					if d := viz.NewSide(viz.SideSetup{Axis: a, Rule: rule, Sum: "n = n"}); d.Windows() != want {
						t.Errorf("%+v under rule %d: %d windows, want %d", a, rule, d.Windows(), want)
					}
				}
			}
		}
	}
}

func TestSideGolden(t *testing.T) {
	en, ko := viztest.Say(t, "en"), viztest.Say(t, "ko")
	a := nn.Axis{In: 17, Filter: 2, Stride: 2, Dilation: 1}
	floor := viz.NewSide(viz.SideSetup{Axis: a, Rule: nn.RuleFloor, Sum: "floor((17 - 2 + 2*0)/2) + 1 = 8"})
	viztest.Golden(t, "side_dropped_76x14_en", drawn(floor, floor.Steps()-2, 76, 14, en, false).Golden())
	ceil := viz.NewSide(viz.SideSetup{Axis: a, Rule: nn.RuleCeil, Sum: "ceil((17 - 2 + 2*0)/2) + 1 = 9"})
	viztest.Golden(t, "side_hangs_76x14_ko", drawn(ceil, ceil.Steps()-2, 76, 14, ko, false).Golden())
	b := nn.Axis{In: 8, Filter: 3, Stride: 2, Before: 1, After: 1, Dilation: 1}
	reads := viz.NewSide(viz.SideSetup{Axis: b, Rule: nn.RuleFloor, Mark: 4})
	viztest.Golden(t, "side_reads_76x14_en", drawn(reads, reads.Steps()-1, 76, 14, en, false).Golden())
	if text := en(reads.Words(reads.Steps() - 1)); !strings.HasPrefix(text, "2 of 4 windows lie") {
		t.Errorf("of the windows, which begin at cells 0, 2, 4 and 6, two lie over cell 4: %q", text)
	}
}

func TestStampsGolden(t *testing.T) {
	a := nn.Axis{In: 3, Filter: 4, Stride: 2, Before: 1, After: 1, Dilation: 1}
	out, err := a.Transposed(1)
	if err != nil {
		t.Fatal(err)
	}
	s := viz.NewStamps(viz.StampsSetup{Axis: a, Extra: 1, Out: out, Sum: "(3 - 1)*2 - 2*1 + 4 + 1 = 7"})
	last := drawn(s, s.Steps()-1, 76, 14, viztest.Say(t, "ko"), false)
	viztest.Golden(t, "stamps_last_76x14_ko", last.Golden())
	for _, line := range last.Lines() {
		if strings.Contains(line, "╳") && strings.Count(line, "╳") != 2 {
			t.Errorf("cut is %q", line)
		}
		if strings.Contains(line, "╳") && !strings.Contains(line, "7") {
			t.Errorf("of %d cells %q are left", out, line)
		}
	}
}

func TestReadTableMultiplies(t *testing.T) {
	g, err := nn.NewGeometry(nn.Square(6), nn.Window{Kernel: nn.Square(3), Padding: nn.AllSides(1), Stride: nn.Square(2)}, nn.RuleFloor)
	if err != nil {
		t.Fatal(err)
	}
	at := nn.Point{Y: 1, X: 3}
	table := viz.NewReadTable(g, at, viz.Words{Key: "walk.turn.reads"})
	for i, n := range g.Reads() {
		if p := (nn.Point{Y: i / 6, X: i % 6}); table.Count(p) != n {
			t.Errorf("%v is read %d times, the table says %d", p, n, table.Count(p))
		}
	}
	viztest.Golden(t, "readtable_last_76x14_en", drawn(table, 1, 76, 14, viztest.Say(t, "en"), false).Golden())
}

func TestSlicesGolden(t *testing.T) {
	s := viz.NewSlices(viz.Volume{H: 8, W: 8, C: 12}, nn.Square(3), viz.Words{Key: "walk.turn.reads"})
	viztest.Golden(t, "slices_last_76x14_en", drawn(s, s.Steps()-1, 76, 14, viztest.Say(t, "en"), false).Golden())
	asked := strings.Join(drawn(s, s.Steps()-1, 76, 14, viztest.Say(t, "en"), true).Lines(), "\n")
	if strings.Contains(asked, "3×3×12") {
		t.Error("the filter's depth is told while it is asked for")
	}
}

// TestPoolWithPadding holds the picture's numbers to the engine's, and its words
// to what padding means.
func TestPoolWithPadding(t *testing.T) {
	en := viztest.Say(t, "en")
	for mode, want := range map[viz.PoolMode]string{
		viz.PoolMax: "passed over", viz.PoolMin: "passed over", viz.PoolAverage: "padding, which is 0",
	} {
		p, err := viz.NewPool(viz.PoolSetup{
			Input: plane(t, "-4 -2 -3/-5 -6 -1/-7 -8 -9"), Kernel: nn.Square(2), Stride: nn.Square(2), Padding: nn.AllSides(1), Mode: mode,
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := map[viz.PoolMode]float64{viz.PoolMax: -4, viz.PoolMin: -4, viz.PoolAverage: -1}[mode]; p.Value(nn.Point{}) != got {
			t.Errorf("%s of the corner is %v, want %v", mode, p.Value(nn.Point{}), got)
		}
		if text := en(p.Words(0)); !strings.Contains(text, want) {
			t.Errorf("%s: %q", mode, text)
		}
		g := drawn(p, 0, 76, 14, en, false)
		viztest.Golden(t, "pool_padded_"+mode.String(), g.Golden())
	}
}
