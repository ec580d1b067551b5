package viz_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/internal/viztest"
	"convtutor/viz"

	"pgregory.net/rapid"
)

// lecturePool is the plane that the course pools.
const lecturePool = "1 2 6 3/3 5 2 1/1 2 2 1/7 3 4 8"

func newPool(t testing.TB, s viz.PoolSetup) *viz.Pool {
	t.Helper()
	p, err := viz.NewPool(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPoolGolden(t *testing.T) {
	input := plane(t, lecturePool)
	over := plane(t, "1 3 2 0 1/0 2 1 4 0/2 1 9 3 2/1 0 4 1 5/3 2 0 2 1")
	two, three := nn.Square(2), nn.Square(3)
	tests := []struct {
		name       string
		setup      viz.PoolSetup
		step, w, h int
		lang       string
		hide       bool
	}{
		{"max_76x14_en", viz.PoolSetup{Input: input, Kernel: two}, 6, 76, 14, "en", false},
		{"max_136x33_ko", viz.PoolSetup{Input: input, Kernel: two}, 15, 136, 33, "ko", false},
		{"average_76x14_ko", viz.PoolSetup{Input: input, Kernel: two, Mode: viz.PoolAverage}, 2, 76, 14, "ko", false},
		{"min_hidden_76x14", viz.PoolSetup{Input: input, Kernel: two, Mode: viz.PoolMin}, 15, 76, 14, "en", true},
		{"back_76x14", viz.PoolSetup{Input: input, Kernel: two, Back: true}, 2, 76, 14, "en", false},
		{"back_average_76x14", viz.PoolSetup{Input: input, Kernel: two, Back: true, Mode: viz.PoolAverage}, 3, 76, 14, "ko", false},
		{"back_overlap_hidden", viz.PoolSetup{Input: over, Kernel: three, Stride: two, Back: true}, 0, 76, 14, "en", true},
		{"back_low_76x9", viz.PoolSetup{Input: over, Kernel: three, Stride: two, Back: true}, 3, 76, 9, "en", false},
		{"unread_76x12", viz.PoolSetup{Input: over, Kernel: two, Stride: three}, 3, 76, 12, "en", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			viztest.Golden(t, "pool_"+tt.name, drawn(newPool(t, tt.setup), tt.step, tt.w, tt.h, viztest.Say(t, tt.lang), tt.hide).Golden())
		})
	}
}

func TestPoolShiftGolden(t *testing.T) {
	s, err := viz.NewPoolShift(viz.PoolSetup{Input: plane(t, "0 0 0 0/9 0 0 0/0 0 0 7/0 5 0 0"), Kernel: nn.Square(2)}, 2)
	if err != nil {
		t.Fatal(err)
	}
	viztest.Golden(t, "pool_shift_76x12", drawn(s, 1, 76, 12, viztest.Say(t, "en"), false).Golden())
	viztest.Golden(t, "pool_shift_hidden", drawn(s, 1, 76, 12, viztest.Say(t, "ko"), true).Golden())
	if in, ins, out, outs := s.Changed(1); in != 5 || ins != 16 || out != 2 || outs != 4 {
		t.Errorf("changed %d of %d, %d of %d", in, ins, out, outs)
	}
}

func TestLecturePooled(t *testing.T) {
	for mode, want := range map[viz.PoolMode][]float64{
		viz.PoolMax: {5, 6, 7, 8}, viz.PoolAverage: {2.75, 3, 3.25, 3.75}, viz.PoolMin: {1, 1, 1, 1},
	} {
		p := newPool(t, viz.PoolSetup{Input: plane(t, lecturePool), Kernel: nn.Square(2), Mode: mode})
		for i, v := range want {
			if got := p.Value(nn.Point{Y: i / 2, X: i % 2}); got != v {
				t.Errorf("%s pooling: cell %d is %v, want %v", mode, i, got, v)
			}
		}
	}
}

// TestPoolProperties pools random planes by hand, and sees that no gradient is
// lost or made on the way back.
func TestPoolProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h, w := rapid.IntRange(2, 6).Draw(rt, "h"), rapid.IntRange(2, 6).Draw(rt, "w")
		data := rapid.SliceOfN(rapid.Float64Range(-9, 9), h*w, h*w).Draw(rt, "data")
		input, err := tensor.From(data, h, w, 1)
		if err != nil {
			rt.Fatal(err)
		}
		f, s := rapid.IntRange(1, 2).Draw(rt, "f"), rapid.IntRange(1, 3).Draw(rt, "s")
		mode := viz.PoolMode(rapid.IntRange(0, 2).Draw(rt, "mode"))
		p, err := viz.NewPool(viz.PoolSetup{Input: input, Kernel: nn.Square(f), Stride: nn.Square(s), Mode: mode, Back: true})
		if err != nil {
			rt.Fatal(err)
		}
		out := p.Geometry().Out
		if out.H != (h-f)/s+1 || out.W != (w-f)/s+1 {
			rt.Fatalf("output %s of %dx%d, window %d, stride %d", out, h, w, f, s)
		}
		sent, got := 0.0, 0.0
		for y := range out.H {
			for x := range out.W {
				var window []float64
				for i := range f * f {
					window = append(window, data[(y*s+i/f)*w+x*s+i%f])
				}
				want := slices.Max(window)
				switch mode {
				case viz.PoolMin:
					want = slices.Min(window)
				case viz.PoolAverage:
					want = 0
					for _, v := range window {
						want += v / float64(len(window))
					}
				}
				at := nn.Point{Y: y, X: x}
				if math.Abs(p.Value(at)-want) > 1e-9 {
					rt.Fatalf("%s of %v is %v", mode, window, p.Value(at))
				}
				if from, ok := p.Picked(at); ok && data[from.Y*w+from.X] != want {
					rt.Fatalf("%v was picked for %v", from, want)
				}
				sent += p.GradientOf(at)
			}
		}
		for i := range h * w {
			got += p.Gradient(nn.Point{Y: i / w, X: i % w})
		}
		if math.Abs(sent-got) > 1e-9 {
			rt.Fatalf("gradients of %v were sent, %v arrived", sent, got)
		}
	})
}

func TestPoolSaysWhatItShows(t *testing.T) {
	for _, lang := range []string{"en", "ko"} {
		say := viztest.Say(t, lang)
		for mode := range viz.PoolModes() {
			for _, back := range []bool{false, true} {
				p := newPool(t, viz.PoolSetup{Input: plane(t, lecturePool), Kernel: nn.Square(2), Mode: viz.PoolMode(mode), Back: back})
				for i := range p.Steps() {
					for _, level := range p.Levels() {
						for _, w := range p.WordsAt(i, level) {
							if text := say(w); text == "" || text == w.Key || slices.Contains([]rune(text), '⟨') {
								t.Errorf("step %d says %q", i, text)
							}
						}
					}
					if text := say(p.Ask(i)); text == "" || slices.Contains([]rune(text), '⟨') {
						t.Errorf("step %d asks %q", i, text)
					}
				}
			}
		}
	}
}

func TestPoolRefuses(t *testing.T) {
	input := plane(t, lecturePool)
	for name, s := range map[string]viz.PoolSetup{
		"no input": {Kernel: nn.Square(2)}, "too large a window": {Input: input, Kernel: nn.Square(5)}, "no window": {Input: input},
		"too few gradients": {Input: input, Kernel: nn.Square(2), Back: true, Gradients: []float64{1}},
	} {
		if _, err := viz.NewPool(s); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

func TestPoolSteps(t *testing.T) {
	p := newPool(t, viz.PoolSetup{Input: plane(t, lecturePool), Kernel: nn.Square(2)})
	if got := fmt.Sprint(p.Steps(), p.Next(0, viz.LevelCell), p.Next(0, viz.LevelWindow), p.Next(3, viz.LevelWindow), p.Next(0, viz.LevelRow), p.Prev(7, viz.LevelWindow)); got != "16 1 3 7 7 3" {
		t.Errorf("steps %s", got)
	}
}
