package quiz_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/internal/nn"
	"convtutor/quiz"
	"convtutor/viz"
)

// leftOver moves a window step by step and gives the cells behind the last one.
func leftOver(n, f, s, p int) int {
	at := -p
	for at+s+f <= n+p {
		at += s
	}
	return n + p - (at + f)
}

// asked is a question's one layer.
func asked(t *testing.T, q quiz.Question) (n, f, s, p int) {
	t.Helper()
	h, _, _, layers := readSpec(t, q.Given.Spec)
	l := layers[0]
	return h, l.fh, l.stride, l.pad
}

// TestFitsByHand: the right option leaves nothing over, each wrong one does.
func TestFitsByHand(t *testing.T) {
	everyOf(t, "fits", func(q quiz.Question) {
		n, f, s, p := asked(t, q)
		filter := q.Prompt[len(q.Prompt)-1].Key == "quiz.fits.ask-filter"
		for _, o := range q.Options {
			v, err := strconv.Atoi(o.Answer)
			if err != nil {
				t.Fatal(err)
			}
			left := leftOver(n, f, v, p)
			if filter {
				left = leftOver(n, v, s, p)
			}
			if (left == 0) != (o.Answer == q.Answer) {
				t.Errorf("%s: %s leaves %d over, the answer is %s", q.Route(), o.Answer, left, q.Answer)
			}
		}
	})
}

// TestSettingsByHand tries every number by moving a window: those accepted are
// those that give the size asked for, no more and no fewer.
func TestSettingsByHand(t *testing.T) {
	kinds := map[string]int{}
	everyOf(t, "setting-for-size", func(q quiz.Question) {
		n, f, s, p := asked(t, q)
		key := q.Prompt[len(q.Prompt)-1].Key
		kinds[key]++
		out := q.Prompt[0].Args["out"].(int)
		var right []string
		for v := range 12 {
			got := -1
			switch {
			case key == "quiz.setting.ask-padding" && v <= 5 && f <= n+2*v:
				got = countWindows(n, f, s, v, "floor")
			case key == "quiz.setting.ask-stride" && v >= 1 && v <= 8:
				got = countWindows(n, f, v, p, "floor")
			case key == "quiz.setting.ask-filter" && v >= 1 && v <= n+2*p:
				got = countWindows(n, v, s, p, "floor")
			}
			if got == out {
				right = append(right, fmt.Sprint(v))
			}
		}
		if all := append([]string{q.Answer}, q.Accept...); !slices.Equal(all, right) {
			t.Errorf("%s: %s accepts %v, by hand %v", q.Route(), q.Given.Spec, all, right)
		}
	})
	if len(kinds) != 3 {
		t.Errorf("only %v are asked", kinds)
	}
}

// TestReadsByHand lays every window and counts those over the pixel.
func TestReadsByHand(t *testing.T) {
	everyOf(t, "reads", func(q quiz.Question) {
		n, f, s, p := asked(t, q)
		count := 0
		for top := -p; top+f <= n+p; top += s {
			for left := -p; left+f <= n+p; left += s {
				y, x := q.Given.At[1]-top, q.Given.At[2]-left
				if y >= 0 && x >= 0 && y < f && x < f {
					count++
				}
			}
		}
		if q.Answer != fmt.Sprint(count) {
			t.Errorf("%s: %s, cell %v is %s, by hand %d", q.Route(), q.Given.Spec, q.Given.At, q.Answer, count)
		}
	})
}

// TestAboutSlides holds the questions of lessons to windows moved by hand, and
// to their slips: none is right.
func TestAboutSlides(t *testing.T) {
	b := bundle(t)
	for n := 3; n <= 12; n++ {
		for f := 1; f <= min(n, 5); f++ {
			for s := 1; s <= 4; s++ {
				for p := range 3 {
					setup := viz.SlideSetup{In: n, Filter: f, Stride: s, Padding: p}
					side, err := quiz.AboutSide(setup, nn.RuleFloor)
					if err != nil {
						t.Fatal(err)
					}
					holds(t, b, side, fmt.Sprint(countWindows(n, f, s, p, "floor")))
					unread, err := quiz.AboutUnread(setup)
					if err != nil {
						t.Fatal(err)
					}
					holds(t, b, unread, fmt.Sprint(neverRead(n, f, s, p)))
					padded, err := quiz.AboutPadded(setup)
					if err != nil {
						t.Fatal(err)
					}
					holds(t, b, padded, fmt.Sprintf("%dx%dx3", p+n+p, p+n+p))
				}
			}
		}
	}
}

// neverRead counts the cells under no window.
func neverRead(n, f, s, p int) int {
	read := map[int]bool{}
	for at := -p; at+f <= n+p; at += s {
		for i := range f {
			read[at+i] = true
		}
	}
	count := 0
	for i := range n {
		if !read[i] {
			count++
		}
	}
	return count
}

// holds checks a question's answer, that its slips are wrong, and its words.
func holds(t *testing.T, b *i18n.Bundle, q quiz.Question, want string) {
	t.Helper()
	what := q.Given.Spec + " " + q.Prompt[0].Key
	if q.Answer != want {
		t.Errorf("%s: %s, by hand %s", what, q.Answer, want)
	}
	said(t, b, what, slices.Concat(q.Prompt, q.Worked)...)
	for _, m := range q.Slips {
		if v := quiz.Grade(q, m.Answer); v.Status != quiz.Wrong {
			t.Errorf("%s: slip %s leads to %s, which is graded %+v", what, m.Slip, m.Answer, v)
		}
		said(t, b, what, m.Why)
	}
}
