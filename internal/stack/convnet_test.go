package stack_test

import (
	"strings"
	"testing"

	"convtutor/internal/data"
	"convtutor/internal/digitnet"
	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/internal/stack"
	"convtutor/internal/viztest"

	"pgregory.net/rapid"
)

func digit(t testing.TB, stage, plane int, cell nn.Point) *stack.Digit {
	t.Helper()
	d, err := stack.NewDigit(3, stage, plane, cell)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func builder(t testing.TB, line string) *stack.Builder {
	t.Helper()
	b, err := stack.NewBuilder(line)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestConvNetGolden(t *testing.T) {
	b := builder(t, "28x28x1 | conv 3 8 p1 | relu | maxpool 2")
	b.Do("add")
	viztest.Golden(t, "builder_en", drawn(t, b, "en", 76, 15, false).Golden())
	for range 3 {
		b.Do("right")
	}
	for b.Do("minus") {
	}
	b.Do("left")
	b.Do("left")
	for b.Do("plus") {
	}
	viztest.Golden(t, "builder_refused_ko", drawn(t, b, "ko", 76, 15, false).Golden())
	viztest.Golden(t, "digit_conv_en", drawn(t, digit(t, 1, 2, nn.Point{Y: 2, X: 3}), "en", 76, 17, false).Golden())
	viztest.Golden(t, "digit_second_ko", drawn(t, digit(t, 4, 3, nn.Point{Y: 1, X: 2}), "ko", 76, 17, false).Golden())
	viztest.Golden(t, "digit_vector_en", drawn(t, digit(t, 7, 9, nn.Point{}), "en", 76, 17, false).Golden())
	viztest.Golden(t, "digit_softmax_ko", drawn(t, digit(t, 9, 2, nn.Point{}), "ko", 76, 17, false).Golden())
	r, err := stack.NewReport()
	if err != nil {
		t.Fatal(err)
	}
	viztest.Golden(t, "report_en", drawn(t, r, "en", 76, 17, false).Golden())
}

// TestSumsOfTheDigitHold walks every stage and map, and works out what is said
// of a number there: the printed operands give the printed result.
func TestSumsOfTheDigitHold(t *testing.T) {
	d := digit(t, 0, 0, nn.Point{Y: 3, X: 3})
	found := 0
	for d.Do("deeper") {
		stage, _, _ := d.At()
		if stage == d.Stages()-1 {
			break // rounded; the scores are worked out below
		}
		for range 3 {
			if said := text(t, d, false); !strings.Contains(said, "max(") { // no sum
				found += sumsHold(t, said)
			}
			d.Do("nextmap")
			d.Do("left")
		}
	}
	if found < 9 {
		t.Errorf("%d sums were found", found)
	}
}

// TestReceptiveFieldIsTheTruth changes one pixel after the other: a number
// depends on none outside of what it is said to have seen.
func TestReceptiveFieldIsTheTruth(t *testing.T) {
	net, err := digitnet.Load()
	if err != nil {
		t.Fatal(err)
	}
	all, err := data.Digits()
	if err != nil {
		t.Fatal(err)
	}
	_, test := digitnet.Split(all)
	before, err := net.Run(test[3])
	if err != nil {
		t.Fatal(err)
	}
	d := digit(t, 0, 0, nn.Point{})
	touched := map[int]bool{}
	for pixel := range test[3].Pixels {
		changed := test[3]
		changed.Pixels[pixel] = data.DigitInk - changed.Pixels[pixel]
		after, err := net.Run(changed)
		if err != nil {
			t.Fatal(err)
		}
		y, x := pixel/data.DigitSide, pixel%data.DigitSide
		for stage := range d.Stages() {
			m := before.Maps[stage]
			h, w := m.Dim(2), m.Dim(3)
			for i, v := range m.Data() {
				if after.Maps[stage].Data()[i] == v {
					continue
				}
				touched[stage] = true
				first, last := d.Seen(stage, i/(h*w), nn.Point{Y: i % (h * w) / w, X: i % w})
				if y < first.Y || y > last.Y || x < first.X || x > last.X {
					t.Fatalf("stage %d, number %d depends on pixel %d,%d, outside of %v to %v", stage, i, y, x, first, last)
				}
			}
		}
	}
	if len(touched) != d.Stages() {
		t.Errorf("pixels changed numbers in %d stages of %d", len(touched), d.Stages())
	}
}

func TestDigitStaysInside(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := digit(t, 0, 0, nn.Point{})
		for _, m := range rapid.SliceOfN(rapid.SampledFrom(d.Moves()), 1, 40).Draw(r, "moves") {
			d.Do(m.ID)
			if len(d.Words(false)) < 2 {
				r.Fatal("nothing is said")
			}
		}
		drawn(t, d, "en", 40, 12, false)
	})
	for _, cell := range []nn.Point{{Y: 8}, {X: -1}} {
		if _, err := stack.NewDigit(0, 1, 0, cell); err == nil {
			t.Errorf("cell %v is taken", cell)
		}
	}
}

// TestBuilderNeverHoldsWhatCannotBe does anything at random: the network can
// always be worked out anew, opens from its link, and undo leads back.
func TestBuilderNeverHoldsWhatCannotBe(t *testing.T) {
	const start = "28x28x1 | conv 3 8 p1 | relu | maxpool 2 s2"
	rapid.Check(t, func(r *rapid.T) {
		b := builder(t, start)
		var lines []string
		for _, m := range rapid.SliceOfN(rapid.SampledFrom(b.Moves()), 1, 60).Draw(r, "moves") {
			if m.ID == "undo" {
				continue
			}
			before := b.Line()
			b.Do(m.ID)
			if b.Line() != before {
				lines = append(lines, before)
			}
			net, err := netspec.Parse(b.Line())
			if err != nil {
				r.Fatalf("%s: %v", b.Line(), err)
			}
			table, err := net.Table(nn.RuleError)
			if err != nil || table.Total != b.Table().Total {
				r.Fatalf("%s: %v, totals %v and %v", b.Line(), err, table.Total, b.Table().Total)
			}
			if again := builder(t, b.Line()); again.Line() != b.Line() {
				r.Fatalf("%s opens as %s", b.Line(), again.Line())
			}
		}
		for i := len(lines) - 1; i >= 0; i-- {
			for b.Line() != lines[i] {
				if !b.Do("undo") {
					r.Fatalf("undo does not lead to %s", lines[i])
				}
			}
		}
		if b.Line() != start || b.Link() != "" {
			r.Fatalf("undone it is %s", b.Line())
		}
	})
}

func TestBuilderRefusesWithTheReason(t *testing.T) {
	b := builder(t, "8x8x1")
	for line, reason := range map[string]string{
		"conv 9 4": "9x9", "dense 10": "vector", "maxpool 3 s2": "remainder",
	} {
		if !b.Take(line) || b.Link() != "" {
			t.Errorf("%s is not refused: %s", line, b.Line())
		}
		if w, refused := b.Refused(); !refused || !strings.Contains(viztest.Say(t, "en")(w), reason) {
			t.Errorf("%s: refused is %v: %s", line, refused, viztest.Say(t, "en")(w))
		}
	}
	if b.Take("conv") || b.Take("convt 3 4") || b.Take("hello") {
		t.Error("what is no layer of the builder is taken")
	}
	if !b.Take("conv 3 4 p1") || b.Link() != "8x8x1 | conv 3 4 p1" {
		t.Errorf("built: %s", b.Link())
	}
	if err := b.Open("8x8x1 | conv 9 4"); err == nil || b.Link() != "8x8x1 | conv 3 4 p1" {
		t.Errorf("a link to what cannot be is opened: %s", b.Link())
	}
	if err := b.Open("16x16x3 | dropout"); err == nil {
		t.Error("a layer that cannot be built here is opened")
	}
}
