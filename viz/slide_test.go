package viz_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/viztest"
	"convtutor/viz"

	"pgregory.net/rapid"
)

func newSlide(t testing.TB, picture string, s viz.SlideSetup) viz.Slide {
	t.Helper()
	slide, err := viz.NewSlide(picture, s)
	if err != nil {
		t.Fatal(err)
	}
	return slide
}

func TestSlideGolden(t *testing.T) {
	fits, misfit := viz.SlideSetup{In: 7, Filter: 3, Stride: 2}, viz.SlideSetup{In: 7, Filter: 3, Stride: 3}
	padded := viz.SlideSetup{In: 7, Filter: 3, Stride: 1, Padding: 1}
	veiled := viz.SlideSetup{In: 11, Filter: 3, Stride: 2, Veil: "S"}
	for _, tt := range []struct {
		name, picture string
		setup         viz.SlideSetup
		step, w, h    int
		lang          string
		hide          bool
	}{
		{"ladder_fits", "ladder", fits, -1, 76, 14, "en", false},
		{"ladder_window", "ladder", padded, 2, 76, 14, "ko", false},
		{"ladder_misfit", "ladder", misfit, -1, 76, 14, "ko", false},
		{"ladder_hidden", "ladder", misfit, 0, 76, 14, "en", true},
		{"ladder_veiled", "ladder", veiled, 0, 76, 14, "en", true},
		{"ladder_small", "ladder", viz.SlideSetup{In: 32, Filter: 5, Stride: 1, Padding: 2}, 20, 56, 10, "en", false},
		{"ladder_too_large", "ladder", viz.SlideSetup{In: 4, Filter: 7, Stride: 1}, -1, 76, 14, "en", false},
		{"rules_first", "rules", misfit, 0, 76, 14, "en", false},
		{"rules_last", "rules", misfit, -1, 76, 14, "ko", false},
		{"reads_half", "reads", padded, 17, 76, 15, "en", false},
		{"reads_last", "reads", padded, -1, 136, 30, "ko", false},
		{"reads_hidden", "reads", padded, 0, 76, 15, "en", true},
		{"same_last", "same", viz.SlideSetup{In: 5, Filter: 3, Stride: 1}, -1, 76, 16, "en", false},
		{"even_last", "even", viz.SlideSetup{In: 5, Filter: 4, Stride: 1}, -1, 76, 14, "ko", false},
		{"inverse_half", "inverse", viz.SlideSetup{In: 8, Filter: 3, Stride: 2, Padding: 1}, 3, 76, 13, "en", false},
		{"inverse_last", "inverse", viz.SlideSetup{In: 32, Filter: 5, Stride: 1, Padding: 2}, -1, 100, 22, "ko", false},
		{"values_reflect", "values", viz.SlideSetup{In: 3, Filter: 3, Stride: 1, Padding: 2}, 2, 76, 12, "en", false},
		{"values_last", "values", viz.SlideSetup{In: 3, Filter: 3, Stride: 1, Padding: 2}, -1, 136, 30, "ko", false},
		{"volume_input", "volume", viz.SlideSetup{In: 32, Filter: 5, Stride: 1, Padding: 2}, 0, 76, 12, "en", true},
		{"volume_padded", "volume", viz.SlideSetup{In: 32, Filter: 5, Stride: 1, Padding: 2}, 1, 76, 12, "ko", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSlide(t, tt.picture, tt.setup)
			step := tt.step
			if step < 0 {
				step += s.Steps()
			}
			viztest.Golden(t, "slide_"+tt.name, drawn(s, step, tt.w, tt.h, viztest.Say(t, tt.lang), tt.hide).Golden())
		})
	}
}

// anySetup draws four numbers within their bounds.
func anySetup(t *rapid.T) viz.SlideSetup {
	var s viz.SlideSetup
	for which := range viz.SlideSettings {
		low, high := which.Bounds()
		s = s.With(which, rapid.IntRange(low, high).Draw(t, which.Letter()))
	}
	return s
}

// TestSlidesOfAnyNumbers draws and tells every step at several sizes: nothing
// is too large or too small for it.
func TestSlidesOfAnyNumbers(t *testing.T) {
	say := viztest.Say(t, "en")
	rapid.Check(t, func(t *rapid.T) {
		s := anySetup(t)
		for picture := range viz.SlidePictures() {
			slide, err := viz.NewSlide(picture, s)
			if err != nil {
				continue // an even filter that is larger than the input, say
			}
			i := rapid.IntRange(0, slide.Steps()-1).Draw(t, "step")
			w, h := rapid.IntRange(1, 140).Draw(t, "w"), rapid.IntRange(1, 40).Draw(t, "h")
			drawn(slide, i, w, h, say, rapid.Bool().Draw(t, "hide"))
			for _, line := range append(slide.Told(i, say), say(slide.Words(i))) {
				if strings.ContainsAny(line, "⟨{}") {
					t.Fatalf("%s of %+v says %q", picture, s, line)
				}
			}
		}
	})
}

// placed moves a window along a padded row and counts.
func placed(s viz.SlideSetup) (fit, left int) {
	at := 0
	for ; at+s.Filter <= s.In+2*s.Padding; at += s.Stride {
		fit++
	}
	return fit, s.In + 2*s.Padding - (at - s.Stride + s.Filter)
}

var sumText = regexp.MustCompile(`^\((\d+) - (\d+) \+ 2×(\d+)\)/(\d+) \+ 1 = (-?\d+)/(\d+) \+ 1 [=≈] (-?[\d.]+)$`)

// TestLaddersCount: a step for every window that fits, one for the next that
// does not, one for the formula, whose numbers are worked out anew.
func TestLaddersCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySetup(t)
		slide, err := viz.NewSlide("ladder", s)
		if err != nil {
			t.Fatal(err)
		}
		fit, left := placed(s)
		want := fit + 1
		if fit == 0 || left > 0 {
			want++
		}
		if slide.Steps() != want {
			t.Fatalf("%+v: %d steps, %d windows fit and %d cells are left", s, slide.Steps(), fit, left)
		}
		m := sumText.FindStringSubmatch(s.Sum())
		if m == nil {
			t.Fatalf("%q", s.Sum())
		}
		var n [8]float64
		for i := 1; i < len(m); i++ {
			n[i], _ = strconv.ParseFloat(m[i], 64)
		}
		above, value := n[1]-n[2]+2*n[3], (n[1]-n[2]+2*n[3])/n[4]+1
		if n[5] != above || n[6] != n[4] || fmt.Sprintf("%.2f", n[7]) != fmt.Sprintf("%.2f", value) {
			t.Fatalf("%s: by hand %v/%v + 1 = %v", s.Sum(), above, n[4], value)
		}
	})
}

// TestReadsCount: the numbers of the finished heat map are those of windows
// laid one by one.
func TestReadsCount(t *testing.T) {
	say := viztest.Say(t, "en")
	rapid.Check(t, func(t *rapid.T) {
		s := anySetup(t)
		if s.In > 12 || s.Filter > s.In {
			s.In, s.Filter = 9, min(s.Filter, 9)
		}
		slide, err := viz.NewSlide("reads", s)
		if err != nil {
			t.Fatal(err)
		}
		lines := slide.Told(slide.Steps()-1, say)
		lines = lines[len(lines)-s.In:]
		for y, line := range lines {
			_, cells, _ := strings.Cut(strings.TrimSuffix(line, "."), ": ")
			for x, text := range strings.Fields(cells) {
				count := 0
				for top := -s.Padding; top+s.Filter <= s.In+s.Padding; top += s.Stride {
					for at := -s.Padding; at+s.Filter <= s.In+s.Padding; at += s.Stride {
						if y >= top && y < top+s.Filter && x >= at && x < at+s.Filter {
							count++
						}
					}
				}
				if text != strconv.Itoa(count) {
					t.Fatalf("%+v: row %d, column %d is %s, by hand %d", s, y+1, x+1, text, count)
				}
			}
		}
	})
}

func TestSlidesRefuse(t *testing.T) {
	for _, s := range []viz.SlideSetup{{}, {In: 33, Filter: 3, Stride: 1}, {In: 7, Filter: 3, Stride: 0}, {In: 7, Filter: 3, Stride: 1, Padding: -1}} {
		if _, err := viz.NewSlide("ladder", s); err == nil {
			t.Errorf("%+v is taken", s)
		}
	}
	if _, err := viz.NewSlide("stairs", viz.SlideSetup{In: 7, Filter: 3, Stride: 1}); err == nil {
		t.Error("a picture that is not there is taken")
	}
}

// TestPadValuesAddUp works the corner's sum out from the rows that are told.
func TestPadValuesAddUp(t *testing.T) {
	say := viztest.Say(t, "en")
	s := viz.SlideSetup{In: 4, Filter: 3, Stride: 1, Padding: 2}
	slide := newSlide(t, "values", s)
	seen := map[int]bool{}
	for i := range slide.Steps() {
		sum := 0
		for _, line := range slide.Told(i, say)[1:][s.Padding-1 : s.Padding+2] {
			_, cells, _ := strings.Cut(strings.TrimSuffix(line, "."), ": ")
			for _, text := range strings.Fields(cells)[s.Padding-1 : s.Padding+2] {
				n, err := strconv.Atoi(text)
				if err != nil {
					t.Fatalf("%q: %v", line, err)
				}
				sum += n
			}
		}
		if got := slide.Words(i).Args["sum"]; got != sum {
			t.Errorf("mode %d says %v, its numbers add up to %d", i, got, sum)
		}
		seen[sum] = true
	}
	if len(seen) != 4 {
		t.Errorf("the modes have %d different sums", len(seen))
	}
}

var cellText = regexp.MustCompile(`S(\d) ((?:≈?P\d ?)+|-)`)

// TestInverseFindsAll moves windows for every filter, stride and padding: those
// told are those that give the output, marked where something is left over.
func TestInverseFindsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySetup(t)
		slide, err := viz.NewSlide("inverse", s)
		if err != nil {
			return // nothing fits, so there is no output to look for
		}
		out, _ := placed(s)
		found := 0
		for i := range slide.Steps() {
			cells := cellText.FindAllStringSubmatch(slide.Words(i).Args["cells"].(string), -1)
			if len(cells) != 4 {
				t.Fatalf("%v", slide.Words(i))
			}
			for _, c := range cells {
				stride, _ := strconv.Atoi(c[1])
				var want []string
				for p := range 6 {
					n, left := placed(viz.SlideSetup{In: s.In, Filter: i + 1, Stride: stride, Padding: p})
					switch {
					case n != out:
					case left == 0:
						want = append(want, fmt.Sprintf("P%d", p))
					default:
						want = append(want, fmt.Sprintf("≈P%d", p))
					}
				}
				found += len(want)
				if got := strings.TrimSpace(c[2]); got != strings.Join(want, " ") && (got != "-" || want != nil) {
					t.Fatalf("%+v to %d: filter %d, stride %d: %s, by hand %v", s, out, i+1, stride, got, want)
				}
			}
		}
		if slide.Words(0).Args["found"] != found {
			t.Fatalf("%v are said to be found, by hand %d", slide.Words(0).Args["found"], found)
		}
	})
}
