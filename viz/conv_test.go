package viz_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/internal/viztest"
	"convtutor/viz"
	"convtutor/viz/canvas"

	"pgregory.net/rapid"
)

func TestConvGolden(t *testing.T) {
	wide := "0 0 1 2 1 0 0/1 2 3 0 1 0 2/0 1 1 1 0 2 1/1 0 2 1 1 0 0/2 1 0 0 1 2 1/0 0 1 1 2 1 0/1 0 0 2 1 0 1"
	bias := 2.0
	edge := viz.ConvSetup{Input: plane(t, wide), Filter: plane(t, "1 0 -1/2 0 -2/1 0 -1"), Padding: nn.AllSides(1), Bias: &bias}
	three := viz.ConvSetup{Input: plane(t, wide), Filter: plane(t, lectureFilter), Stride: nn.Square(3)}
	flip := viz.ConvSetup{Input: plane(t, lectureInput), Filter: plane(t, "1 2 3/4 5 6/7 8 9"), Flip: true}
	five := viz.ConvSetup{Input: plane(t, wide), Filter: plane(t, "1 0 1 0 -1/0 1 0 1 0/1 0 -1 0 1/0 1 0 1 0/1 0 1 0 1")}
	tests := []struct {
		name  string
		setup viz.ConvSetup
		step  int
		w, h  int
		lang  string
		hide  bool
	}{
		{"lecture_76x17_en", viz.ConvSetup{Input: plane(t, lectureInput), Filter: plane(t, lectureFilter)}, 40, 76, 17, "en", false},
		{"lecture_76x17_ko_hidden", viz.ConvSetup{Input: plane(t, lectureInput), Filter: plane(t, lectureFilter)}, 44, 76, 17, "ko", true},
		{"lecture_96x23_complete", viz.ConvSetup{Input: plane(t, lectureInput), Filter: plane(t, lectureFilter)}, 44, 96, 23, "en", false},
		{"lecture_136x33", viz.ConvSetup{Input: plane(t, lectureInput), Filter: plane(t, lectureFilter)}, 0, 136, 33, "ko", false},
		{"padding_bias_76x17", edge, 74, 76, 17, "en", false},
		{"bias_76x17", edge, 79, 76, 17, "ko", false},
		{"stride3_76x17", three, 20, 76, 17, "en", false},
		{"flip_76x17", flip, 3, 76, 17, "ko", false},
		{"five_56x12", five, 60, 56, 12, "en", false},
		{"scrolled_48x8", edge, 300, 48, 8, "en", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := drawn(newConv(t, tt.setup), tt.step, tt.w, tt.h, viztest.Say(t, tt.lang), tt.hide)
			viztest.Golden(t, "conv_"+tt.name, g.Golden())
		})
	}
}

func TestLectureMap(t *testing.T) {
	c := lecture(t)
	want := []float64{4, 3, 4, 2, 4, 3, 2, 3, 4}
	for i, v := range c.Output().Data() {
		if v != want[i] {
			t.Errorf("cell %d is %v, want %v", i, v, want[i])
		}
	}
	if c.Steps() != 81 {
		t.Errorf("%d steps, want 81", c.Steps())
	}
}

func TestConvLevels(t *testing.T) {
	c := lecture(t)
	tests := []struct {
		from       int
		level      viz.Level
		next, prev int
	}{
		{0, viz.LevelProduct, 1, 0},
		{0, viz.LevelWindow, 8, 0},
		{8, viz.LevelWindow, 17, 0},
		{17, viz.LevelWindow, 26, 8},
		{12, viz.LevelWindow, 17, 8},
		{12, viz.LevelRow, 26, 0},
		{26, viz.LevelRow, 53, 0},
		{53, viz.LevelRow, 80, 26},
		{80, viz.LevelRow, 80, 53},
		{80, viz.LevelProduct, 80, 79},
	}
	for _, tt := range tests {
		if got := c.Next(tt.from, tt.level); got != tt.next {
			t.Errorf("next of %d at level %d is %d, want %d", tt.from, tt.level, got, tt.next)
		}
		if got := c.Prev(tt.from, tt.level); got != tt.prev {
			t.Errorf("prev of %d at level %d is %d, want %d", tt.from, tt.level, got, tt.prev)
		}
	}
}

// TestClickLeadsToTheCell clicks every place: one that shows a finished output
// cell must lead to the step that completes that very cell.
func TestClickLeadsToTheCell(t *testing.T) {
	c, say := lecture(t), viztest.Say(t, "en")
	area := canvas.Rect{X: 3, Y: 2, W: 76, H: 17}
	found := map[int]bool{}
	for y := range area.H {
		for x := range area.W {
			step, ok := c.StepAt(40, area, area.X+x, area.Y+y)
			if !ok {
				continue
			}
			g := canvas.New(82, 22)
			c.Draw(step, viz.Frame{Grid: g, Area: area, Say: say})
			switch g.At(area.X+x, area.Y+y).Ground {
			case canvas.RoleOutputNow, canvas.RoleFilterNow:
				found[step] = true
			default:
				t.Fatalf("a click on %d,%d leads to step %d, which is about another cell", x, y, step)
			}
		}
	}
	if len(found) != 9+9-1 { // the window's last product is also its completion
		t.Errorf("clicks lead to %d steps, want 17", len(found))
	}
}

// setups draws a random convolution.
func setups(t *rapid.T) viz.ConvSetup {
	side := rapid.IntRange(1, 9)
	kernel := rapid.IntRange(1, 4)
	channels := rapid.IntRange(1, 3).Draw(t, "channels")
	numbers := func(n int, label string) []float64 {
		data := make([]float64, n)
		for i := range data {
			data[i] = float64(rapid.IntRange(-30, 30).Draw(t, label))
			if rapid.IntRange(0, 5).Draw(t, "fraction") == 0 {
				data[i] /= 10
			}
		}
		return data
	}
	array := func(h, w int, label string) *tensor.Dense[float64] {
		d, err := tensor.From(numbers(h*w*channels, label), h, w, channels)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	s := viz.ConvSetup{
		Input:    array(side.Draw(t, "h"), side.Draw(t, "w"), "input"),
		Filter:   array(kernel.Draw(t, "fh"), kernel.Draw(t, "fw"), "filter"),
		Stride:   nn.Size{H: kernel.Draw(t, "sh"), W: kernel.Draw(t, "sw")},
		Padding:  nn.Sides{Top: side.Draw(t, "top") % 3, Left: side.Draw(t, "left") % 3, Bottom: side.Draw(t, "bottom") % 3, Right: side.Draw(t, "right") % 3},
		Dilation: nn.Square(rapid.IntRange(1, 2).Draw(t, "dilation")),
		Rule:     rapid.SampledFrom([]nn.Rule{nn.RuleFloor, nn.RuleCeil, nn.RuleSame}).Draw(t, "rule"),
		Flip:     rapid.Bool().Draw(t, "flip"),
	}
	if rapid.Bool().Draw(t, "biased") {
		b := float64(rapid.IntRange(-9, 9).Draw(t, "bias"))
		s.Bias = &b
	}
	return s
}

func TestEveryStepStaysInsideItsArea(t *testing.T) {
	say := viztest.Say(t, "en")
	rapid.Check(t, func(t *rapid.T) {
		c, err := viz.NewConv(setups(t))
		if err != nil {
			t.Skip(err)
		}
		minW, minH := c.MinSize()
		area := canvas.Rect{X: 2, Y: 1, W: rapid.IntRange(minW, 140).Draw(t, "w"), H: rapid.IntRange(minH, 40).Draw(t, "h")}
		g := canvas.New(area.W+4, area.H+2)
		i := rapid.IntRange(0, c.Steps()-1).Draw(t, "step")
		c.Draw(i, viz.Frame{Grid: g, Area: area, Say: say, Hide: rapid.Bool().Draw(t, "hide")})
		for y := range g.H {
			for x := range g.W {
				if !area.Has(x, y) && (g.At(x, y).Glyph != " " || g.At(x, y).Role != canvas.RoleNone) {
					t.Fatalf("drew outside at %d,%d", x, y)
				}
			}
		}
		if !shows(g, canvas.RoleOutputMark) {
			t.Fatalf("the output cell being made is not shown:\n%s", strings.Join(g.Lines(), "\n"))
		}
		if !shows(g, canvas.RoleProductNow) {
			t.Fatalf("the current product is not shown:\n%s", strings.Join(g.Lines(), "\n"))
		}
	})
}

func shows(g *canvas.Grid, role canvas.Role) bool {
	for _, c := range g.Cells {
		if c.Role == role {
			return true
		}
	}
	return false
}

var (
	number     = `\(?-?[0-9.]+\)?`
	expression = regexp.MustCompile(`((?:` + number + `×` + number + `)(?: \+ ` + number + `(?:×` + number + `)?)*) = (-?[0-9.]+)`)
)

// TestDrawnSumsAddUp reads the drawn sum back, does the arithmetic and compares
// it with the result drawn beside it and with the engine's value.
func TestDrawnSumsAddUp(t *testing.T) {
	say := viztest.Say(t, "en")
	rapid.Check(t, func(t *rapid.T) {
		s := setups(t)
		if s.Filter.Len() > 16 {
			t.Skip("more terms than three lines hold")
		}
		c, err := viz.NewConv(s)
		if err != nil {
			t.Skip(err)
		}
		cell := nn.Point{
			Y: rapid.IntRange(0, c.Geometry().Out.H-1).Draw(t, "oy"),
			X: rapid.IntRange(0, c.Geometry().Out.W-1).Draw(t, "ox"),
		}
		g := drawn(c, c.StepOf(cell), 220, 70, say, false)
		text := strings.Join(g.Lines(), " ")
		text = strings.Join(strings.Fields(strings.NewReplacer("▌", " ", "▐", " ").Replace(text)), " ")
		m := expression.FindStringSubmatch(text)
		if m == nil {
			t.Fatalf("no sum in %q", text)
		}
		sum, result := evaluate(t, m[1]), parse(t, m[2])
		if math.Abs(sum-result) > 1e-7 || math.Abs(result-c.Value(cell)) > 1e-7 {
			t.Fatalf("%s: the operands make %v, the result shown is %v, the engine's %v", m[1], sum, result, c.Value(cell))
		}
	})
}

func evaluate(t *rapid.T, s string) float64 {
	sum := 0.0
	for _, term := range strings.Split(s, " + ") {
		product := 1.0
		for _, f := range strings.Split(term, "×") {
			product *= parse(t, f)
		}
		sum += product
	}
	return sum
}

func parse(t *rapid.T, s string) float64 {
	v, err := strconv.ParseFloat(strings.Trim(s, "()"), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestHiddenStaysHidden(t *testing.T) {
	c := newConv(t, viz.ConvSetup{Input: plane(t, "10 20/30 40"), Filter: plane(t, "1 1/1 7")})
	for i := range c.Steps() {
		g := drawn(c, i, 76, 17, viztest.Say(t, "en"), true)
		if text := strings.Join(g.Lines(), "\n"); strings.Contains(text, "340") {
			t.Errorf("step %d tells the answer:\n%s", i, text)
		}
	}
}

func TestSetupsThatCannotBe(t *testing.T) {
	small, large := plane(t, "1 2/3 4"), plane(t, "1 1 1/1 1 1/1 1 1")
	deep, _ := tensor.New[float64](2, 2, 3)
	for name, s := range map[string]viz.ConvSetup{
		"filter larger than input": {Input: small, Filter: large},
		"other depth":              {Input: small, Filter: deep},
		"nothing":                  {},
		"does not fit":             {Input: large, Filter: small, Stride: nn.Square(2), Rule: nn.RuleError},
	} {
		if _, err := viz.NewConv(s); err == nil {
			t.Errorf("%s: no error", name)
		} else if !strings.HasPrefix(err.Error(), "conv2d: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		v    float64
		want string
	}{{3, "3"}, {-0.25, "-0.25"}, {0.1 + 0.2, "0.3"}, {math.Copysign(0, -1), "0"}, {1e6, "1000000"}} {
		if got := viz.Number(tt.v); got != tt.want {
			t.Errorf("Number(%v) = %q, want %q", tt.v, got, tt.want)
		}
	}
	if got := viz.Short(-12.3456, 5); got != "-12.3" {
		t.Errorf("got %q", got)
	}
	if got := viz.Short(123456, 4); got != "#" {
		t.Errorf("got %q", got)
	}
}

func TestSizeLines(t *testing.T) {
	text := func(in nn.Size, w nn.Window, rule nn.Rule) string {
		var b strings.Builder
		for _, l := range viz.SizeLines(in, w, rule, viztest.Say(t, "en")) {
			fmt.Fprintln(&b, l)
		}
		return b.String()
	}
	if got := text(nn.Square(7), nn.Window{Kernel: nn.Square(3), Stride: nn.Square(2)}, nn.RuleFloor); !strings.Contains(got, "(7 - 3 + 2×0)/2 + 1 = 3\n") {
		t.Errorf("got %s", got)
	}
	got := text(nn.Square(7), nn.Window{Kernel: nn.Square(3), Stride: nn.Square(3)}, nn.RuleFloor)
	for _, want := range []string{"≈ 2.33", "strict does not fit", "round down 2×2", "round up 3×3", "same 3×3", "1 row and 1 column are"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
	if got := text(nn.Size{H: 7, W: 9}, nn.Window{Kernel: nn.Square(3)}, nn.RuleFloor); !strings.Contains(got, "height") || !strings.Contains(got, "= 7\n") {
		t.Errorf("got %s", got)
	}
}

func BenchmarkConvDraw(b *testing.B) {
	c, say := lecture(b), viztest.Say(b, "en")
	g := canvas.New(80, 24)
	f := viz.Frame{Grid: g, Area: canvas.Rect{X: 2, Y: 5, W: 76, H: 17}, Say: say}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		g.Clear(canvas.RoleNone)
		c.Draw(i%c.Steps(), f)
	}
}
