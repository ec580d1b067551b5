package nn

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestAxisOutput(t *testing.T) {
	const bad = -1
	for _, c := range []struct {
		name                   string
		axis                   Axis
		floor, err, ceil, same int
	}{
		{"the lecture's 7, 3, stride 1", Axis{7, 3, 1, 0, 0, 1}, 5, 5, 5, 7},
		{"the lecture's 7, 3, stride 2", Axis{7, 3, 2, 0, 0, 1}, 3, 3, 3, 4},
		{"the lecture's 7, 3, stride 3: (7-3)/3", Axis{7, 3, 3, 0, 0, 1}, 2, bad, 3, 3},
		{"padding 1 keeps the size", Axis{7, 3, 1, 1, 1, 1}, 7, 7, 7, 7},
		{"padding at one side", Axis{7, 4, 1, 1, 2, 1}, 7, 7, 7, 7},
		{"AlexNet's first layer", Axis{227, 11, 4, 0, 0, 1}, 55, 55, 55, 57},
		{"dilation 2 makes 3 cover 5", Axis{7, 3, 1, 0, 0, 2}, 3, 3, 3, 7},
		{"filter as large as the input", Axis{5, 5, 3, 0, 0, 1}, 1, 1, 1, 2},
		{"filter too large", Axis{3, 5, 1, 0, 0, 1}, bad, bad, bad, 3},
		{"padding lets it fit", Axis{3, 5, 1, 1, 1, 1}, 1, 1, 1, 3},
		{"dilation makes it too large", Axis{4, 3, 1, 0, 0, 2}, bad, bad, bad, 4},
		{"ceil: one window hangs over the end", Axis{3, 5, 3, 0, 0, 1}, bad, bad, 1, 1},
		{"ceil: last window would begin behind the input", Axis{4, 1, 3, 1, 1, 1}, 2, bad, 2, 2},
		{"ceil: last window would begin in the padding", Axis{2, 2, 3, 1, 1, 1}, 1, bad, 1, 1},
		{"ceil: last window begins in the last cell", Axis{5, 2, 2, 0, 0, 1}, 2, bad, 3, 3},
		{"stride longer than the filter", Axis{7, 1, 3, 0, 0, 1}, 3, 3, 3, 3},
	} {
		for rule, want := range map[Rule]int{RuleFloor: c.floor, RuleError: c.err, RuleCeil: c.ceil, RuleSame: c.same} {
			got, err := c.axis.Output(rule)
			if want == bad && err == nil {
				t.Errorf("%s, rule %d: got %d, want an error", c.name, rule, got)
			}
			if want != bad && (err != nil || got != want) {
				t.Errorf("%s, rule %d: got %d, %v, want %d", c.name, rule, got, err, want)
			}
		}
	}
}

func TestErrorsNameTheSizes(t *testing.T) {
	for _, c := range []struct {
		in   Size
		w    Window
		rule Rule
		text string
		kind error
	}{
		{Square(3), Window{Kernel: Square(5)}, RuleFloor, "filter 5x5 does not fit input 3x3 with padding 0", ErrTooLarge},
		{
			Size{9, 4},
			Window{Kernel: Square(3), Dilation: Square(3), Padding: Sides{1, 0, 1, 0}},
			RuleFloor,
			"filter 3x3 (7x7 with its dilation) does not fit input 9x4 with padding top 1, left 0, bottom 1, right 0", ErrTooLarge,
		},
		{
			Square(7),
			Window{Kernel: Square(3), Stride: Square(3)},
			RuleError,
			"stride 3 does not fit input 7 with filter 3 and padding 0: (7 - 3 + 0)/3 + 1 is not whole", ErrRemainder,
		},
		{Size{99999999, 5}, Window{Kernel: Square(3)}, RuleFloor, "input 99999999 is larger than 1048576", ErrRange},
		{Square(5), Window{}, RuleFloor, "filter 0 is smaller than 1", ErrRange},
		{Square(5), Window{Kernel: Square(3), Stride: Square(-1)}, RuleFloor, "stride -1 is smaller than 1", ErrRange},
		{Square(5), Window{Kernel: Square(3), Padding: AllSides(-1)}, RuleFloor, "padding -1 is smaller than 0", ErrRange},
		{
			Square(5),
			Window{Kernel: Square(MaxSide), Dilation: Square(MaxSide)},
			RuleSame,
			"filter 1048576 with dilation 1048576 covers 1099510579201 cells, more than 1048576", ErrRange,
		},
		{Square(5), Window{Kernel: Square(3)}, Rule(9), "unknown rule 9", ErrRange},
	} {
		_, err := NewGeometry(c.in, c.w, c.rule)
		if err == nil || err.Error() != c.text || !errors.Is(err, c.kind) {
			t.Errorf("got  %v\nwant %s", err, c.text)
		}
	}
}

func TestWindowCheckRefusesWhatGeometryForgives(t *testing.T) {
	w := Window{Kernel: Square(3)}
	if _, err := NewGeometry(Square(5), w, RuleFloor); err != nil {
		t.Errorf("a stride of 0 must mean 1: %v", err)
	}
	if err := w.Check(); err == nil || err.Error() != "stride 0 is smaller than 1" {
		t.Errorf("Check: %v", err)
	}
	w.Stride, w.Dilation = Size{1, 2}, Square(1)
	if err := w.Check(); err != nil {
		t.Errorf("Check of a good window: %v", err)
	}
}

func TestSamePutsTheOddCellAtTheEnd(t *testing.T) {
	g, err := NewGeometry(Size{8, 5}, Window{Kernel: Size{4, 3}, Stride: Size{1, 2}, Padding: AllSides(9)}, RuleSame)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Sides{Top: 1, Left: 1, Bottom: 2, Right: 1}); g.Window.Padding != want {
		t.Errorf("padding %v, want %v", g.Window.Padding, want)
	}
	if g.Out != (Size{8, 3}) {
		t.Errorf("output %v, want 8x3", g.Out)
	}
}

func TestReadsAreTheCountsOfThePaddingLesson(t *testing.T) {
	g, err := NewGeometry(Square(5), Window{Kernel: Square(3)}, RuleFloor)
	if err != nil {
		t.Fatal(err)
	}
	want := []int{
		1, 2, 3, 2, 1,
		2, 4, 6, 4, 2,
		3, 6, 9, 6, 3,
		2, 4, 6, 4, 2,
		1, 2, 3, 2, 1,
	}
	if got := g.Reads(); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestUnread(t *testing.T) {
	for _, c := range []struct {
		in            Size
		w             Window
		rows, columns int
	}{
		{Square(7), Window{Kernel: Square(3)}, 0, 0},
		{Size{7, 8}, Window{Kernel: Square(3), Stride: Square(3)}, 1, 2},
		{Size{7, 7}, Window{Kernel: Square(1), Stride: Size{3, 2}}, 4, 3},
		{Size{5, 5}, Window{Kernel: Square(2), Dilation: Size{4, 1}}, 3, 0},
	} {
		g, err := NewGeometry(c.in, c.w, RuleFloor)
		if err != nil {
			t.Fatal(err)
		}
		if rows, columns := g.Unread(); rows != c.rows || columns != c.columns {
			t.Errorf("%v over %v: unread %d, %d, want %d, %d", c.w, c.in, rows, columns, c.rows, c.columns)
		}
	}
}

func TestTransposed(t *testing.T) {
	for _, c := range []struct {
		axis        Axis
		extra, want int
	}{
		{Axis{4, 4, 2, 1, 1, 1}, 0, 8}, // DCGAN's doubling
		{Axis{1, 4, 1, 0, 0, 1}, 0, 4}, // DCGAN's first layer
		{Axis{4, 3, 2, 1, 1, 1}, 0, 7},
		{Axis{4, 3, 2, 1, 1, 1}, 1, 8},
		{Axis{3, 3, 1, 0, 1, 2}, 1, 7},
		{Axis{4, 3, 2, 1, 1, 1}, 2, 0},       // extra as large as the stride
		{Axis{1, 3, 1, 2, 2, 1}, 0, 0},       // nothing left
		{Axis{MaxSide, 3, 2, 0, 0, 1}, 0, 0}, // too large
		{Axis{4, 3, 0, 0, 0, 1}, 0, 0},
	} {
		got, err := c.axis.Transposed(c.extra)
		if got != c.want || (err == nil) != (c.want > 0) {
			t.Errorf("%v with %d: got %d, %v, want %d", c.axis, c.extra, got, err, c.want)
		}
	}
}

// anyWindow draws an input size and a window over it, most of which fit.
func anyWindow(t *rapid.T) (Size, Window) {
	size := func(lo, hi int, name string) Size {
		side := rapid.IntRange(lo, hi)
		return Size{side.Draw(t, name+" height"), side.Draw(t, name+" width")}
	}
	a, b := size(0, 3, "padding top left"), size(0, 3, "padding bottom right")
	return size(1, 12, "input"), Window{
		Kernel: size(1, 5, "kernel"), Stride: size(1, 4, "stride"),
		Padding: Sides{a.H, a.W, b.H, b.W}, Dilation: size(1, 3, "dilation"),
	}
}

func TestGeometryAgreesWithSlidingByHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, w := anyWindow(t)
		g, err := NewGeometry(in, w, RuleFloor)
		// slide along an axis by hand: places of the filter's first cell
		slide := func(n, f, s, before, after, d int) (starts []int) {
			for at := -before; at+d*(f-1) < n+after; at += s {
				starts = append(starts, at)
			}
			return starts
		}
		ys := slide(in.H, w.Kernel.H, w.Stride.H, w.Padding.Top, w.Padding.Bottom, w.Dilation.H)
		xs := slide(in.W, w.Kernel.W, w.Stride.W, w.Padding.Left, w.Padding.Right, w.Dilation.W)
		if (err != nil) != (len(ys) == 0 || len(xs) == 0) {
			t.Fatalf("%d rows and %d columns by hand, but error %v", len(ys), len(xs), err)
		}
		if err != nil {
			return
		}
		if g.Out != (Size{len(ys), len(xs)}) {
			t.Fatalf("output %v, by hand %dx%d", g.Out, len(ys), len(xs))
		}
		reads := make([]int, in.H*in.W)
		for oy, y := range ys {
			for ox, x := range xs {
				i := 0
				for tap := range g.Taps(oy, ox) {
					fy, fx := i/w.Kernel.W, i%w.Kernel.W
					at := Point{y + fy*w.Dilation.H, x + fx*w.Dilation.W}
					inside := at.Y >= 0 && at.X >= 0 && at.Y < in.H && at.X < in.W
					if want := (Tap{Point{fy, fx}, at, inside}); tap != want {
						t.Fatalf("tap %d of (%d,%d): %v, want %v", i, oy, ox, tap, want)
					}
					if inside {
						reads[at.Y*in.W+at.X]++
					}
					i++
				}
			}
		}
		if got := g.Reads(); !slices.Equal(got, reads) {
			t.Fatalf("reads %v, by hand %v", got, reads)
		}
	})
}

func TestCeilDropsWindowsThatBeginBehindTheInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, w := anyWindow(t)
		g, err := NewGeometry(in, w, RuleCeil)
		if err != nil {
			return
		}
		if last := g.Origin(g.Out.H-1, g.Out.W-1); last.Y >= in.H || last.X >= in.W {
			t.Fatalf("last window begins at %v of %v", last, in)
		}
		f, err := NewGeometry(in, w, RuleFloor)
		if err != nil {
			return
		}
		if g.Out.H > f.Out.H+1 || g.Out.W > f.Out.W+1 {
			t.Fatalf("ceil %v, floor %v", g.Out, f.Out)
		}
	})
}

func TestTransposedLeadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, w := anyWindow(t)
		extra := Size{rapid.IntRange(0, w.Stride.H-1).Draw(t, "extra"), rapid.IntRange(0, w.Stride.W-1).Draw(t, "extra")}
		g, err := NewTransposed(in, w, extra)
		if err != nil {
			return
		}
		back, err := NewGeometry(g.In, w, RuleFloor)
		if err != nil || back != g {
			t.Fatalf("the convolution of %v: %v, %v, want %v", g.In, back, err, g)
		}
	})
}

func TestReadsTakesNoTimeOfTheFilter(t *testing.T) {
	g, err := NewGeometry(Size{MaxSide, 1}, Window{Kernel: Size{MaxSide / 2, 1}}, RuleFloor)
	if err != nil {
		t.Fatal(err)
	}
	rows, _ := g.ReadsByAxis()
	if rows[0] != 1 || rows[MaxSide/2] != MaxSide/2 || rows[MaxSide-1] != 1 {
		t.Errorf("got %d, %d, %d", rows[0], rows[MaxSide/2], rows[MaxSide-1])
	}
}

// Whatever the sizes, geometry is given or refused, without a panic, and what is
// given can be worked with.
func FuzzGeometry(f *testing.F) {
	f.Add(7, 9, 3, 3, 2, 1, 1, 1, 1, 1, 0)
	f.Add(99999999, 1, 3, 3, 0, -1, 1<<20, 0, 1, 1, 3)
	f.Add(1<<20, 1<<20, 1<<20, 1, 1<<20, 1, 1<<20, 1<<20, 1, 2, 2)
	f.Fuzz(func(t *testing.T, h, w, fh, fw, sh, sw, top, left, dh, dw, rule int) {
		window := Window{Size{fh, fw}, Size{sh, sw}, Sides{top, left, left, top}, Size{dh, dw}}
		g, err := NewGeometry(Size{h, w}, window, Rule(rule))
		if err == nil {
			wantUsable(t, g, Rule(rule))
		}
		if g, err := NewTransposed(Size{h, w}, window, Size{rule, rule}); err == nil {
			wantUsable(t, g, RuleFloor)
		}
	})
}

func wantUsable(t *testing.T, g Geometry, rule Rule) {
	t.Helper()
	if g.Out.H < 1 || g.Out.W < 1 || g.Out.H > 3*MaxSide || g.Out.W > 3*MaxSide {
		t.Fatalf("output %v of %v", g.Out, g)
	}
	rows, columns := g.ReadsByAxis()
	if len(rows) != g.In.H || len(columns) != g.In.W {
		t.Fatalf("%d rows and %d columns of reads for %v", len(rows), len(columns), g)
	}
	// a last window that does not hang over the end under any rule but ceil
	last := g.Origin(g.Out.H-1, g.Out.W-1)
	over := last.Y+g.Rows().Span() > g.In.H+g.Window.Padding.Bottom || last.X+g.Columns().Span() > g.In.W+g.Window.Padding.Right
	if over && rule != RuleCeil {
		t.Fatalf("last window of %v begins at %v", g, last)
	}
}
