package quiz_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"convtutor/quiz"
)

// TestGanRolesByHand has the roles in a table of its own.
func TestGanRolesByHand(t *testing.T) {
	is := map[string]string{
		"z": "noise", "x": "real", "G": "generator", "D": "discriminator", "G(z)": "fake", "D(x)": "probability",
		"random-start": "noise", "data": "real", "maker": "generator", "judge": "discriminator", "made": "fake", "opinion": "probability",
	}
	everyOf(t, "gan-roles", func(q quiz.Question) {
		v := q.Given.Values
		want := map[string]any{"fake": v["picture"], "judged": v["picture"], "verdict": "1x1x1"}[q.Given.Ask]
		for _, name := range []string{"sign", "thing", "part"} {
			if s, ok := v[name].(string); ok {
				want = is[s]
			}
		}
		if q.Answer != want {
			t.Errorf("%s: the answer is %s, by hand %v", q.Route(), q.Answer, want)
		}
	})
}

// TestGanGoalsByHand asks V itself which way it moves.
func TestGanGoalsByHand(t *testing.T) {
	wanted := []string{
		"D raises real-term", "D raises fake-term", "G lowers fake-term", "G raises passing-term", "D raises value", "G lowers value",
		"D raises real-answer", "D lowers fake-answer", "G raises fake-answer",
	}
	everyOf(t, "gan-goals", func(q quiz.Question) {
		v := q.Given.Values
		var want string
		switch q.Level {
		case 1:
			want = map[any]string{"D": "up-down", "G": "same-up"}[v["net"]]
		case 2:
			before, after := floats(q, "before"), floats(q, "after")
			want = "g-fell"
			if after[0] != before[0] {
				want = "d-rose"
			}
			if rose := after[0]*(1-after[1]) > before[0]*(1-before[1]); rose != strings.HasSuffix(want, "rose") {
				t.Errorf("%s: %v to %v, and V is said to have gone the other way", q.Route(), before, after)
			}
		default:
			var right []string
			for _, s := range v["sentences"].([]string) {
				if slices.Contains(wanted, s) {
					right = append(right, s)
				}
			}
			want = strings.Join(right, "; ")
		}
		if q.Answer != want {
			t.Errorf("%s: the answer is %s, by hand %s", q.Route(), q.Answer, want)
		}
	})
}

func TestGanWeightsByHand(t *testing.T) {
	everyOf(t, "gan-weights", func(q quiz.Question) {
		v := q.Given.Values
		net := v["step"].(string)
		if q.Given.Ask == "count" {
			sum := 0
			for _, n := range v[strings.ToLower(net)].([]int) {
				sum += n
			}
			if n, err := quiz.ReadInt(q.Answer); err != nil || n != sum {
				t.Errorf("%s: the answer is %s, by hand %d", q.Route(), q.Answer, sum)
			}
			return
		}
		through := net
		if q.Given.Ask == "flows" && net == "G" {
			through = "DG"
		}
		var right []string
		for _, part := range v["parts"].([]string) {
			if strings.ContainsAny(part[:1], through) {
				right = append(right, part)
			}
		}
		if want := strings.Join(right, "; "); q.Answer != want {
			t.Errorf("%s: the answer is %s, by hand %s", q.Route(), q.Answer, want)
		}
	})
}

func TestLessonRoutes(t *testing.T) {
	for topic, want := range map[string]string{"padding": "cnn/padding", "gan-value": "gan/gan-value", "gan-1d": "gan/gan-1d"} {
		if got := quiz.LessonRoute(topic); got != want {
			t.Errorf("%s leads to %s, not %s", topic, got, want)
		}
	}
	if s, ok := quiz.FindSlip("z-is-fake"); !ok || s.Lesson() != "gan/gan-arch" {
		t.Errorf("z-is-fake leads to %s", s.Lesson())
	}
}

// TestGanModesByHand counts samples one by one.
func TestGanModesByHand(t *testing.T) {
	counts := func(v any) (list []int) {
		if list, ok := v.([]int); ok {
			return list
		}
		for s := range strings.FieldsSeq(v.(string)) {
			n, err := strconv.Atoi(s)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, n)
		}
		return list
	}
	off := func(data, made []int) int {
		n, sum := 0, 0
		for i := range data {
			d := data[i] - made[i]
			n, sum = n+max(d, -d), sum+d
		}
		if sum != 0 {
			t.Errorf("%v and %v are not equally many", data, made)
		}
		return n / 2
	}
	everyOf(t, "gan-modes", func(q quiz.Question) {
		data, want := counts(q.Given.Values["data"]), ""
		switch q.Given.Ask {
		case "missing":
			made := counts(q.Given.Values["made"])
			want = strconv.Itoa(len(made) - len(slices.DeleteFunc(slices.Clone(made), func(n int) bool { return n == 0 })))
		case "wrong":
			want = strconv.Itoa(off(data, counts(q.Given.Values["made"])))
		default:
			least := 1000
			for _, made := range q.Given.Values["made"].([]string) {
				if n := off(data, counts(made)); n < least {
					least, want = n, made
				}
			}
		}
		if q.Answer != want {
			t.Errorf("%s: the answer is %s, by hand %s", q.Route(), q.Answer, want)
		}
	})
}

// TestNoLetterIsASign: the letter of an option stays that letter, though D and G
// are signs of a GAN as well.
func TestNoLetterIsASign(t *testing.T) {
	b := bundle(t)
	everyOf(t, "gan-roles", func(q quiz.Question) {
		for _, lang := range b.Codes() {
			for i := range q.Options {
				letter := string(rune('a' + i))
				if got := q.InLetters(letter, say(b.For(lang))); got != letter {
					t.Errorf("%s: in %s the letter %s is read as %s", q.Route(), lang, letter, got)
				}
			}
		}
	})
}

// TestGanStepsByHand tries every order of the steps against what must come
// before what, as the procedures have it.
func TestGanStepsByHand(t *testing.T) {
	procedures := map[string]string{ // in order; what is in brackets may stand anywhere before the score
		"fake loss-d move-d score-d x z":                      "z [x] fake score-d loss-d move-d",
		"back-g fake loss-g move-g score-g z":                 "z fake score-g loss-g back-g move-g",
		"fake-d fake-g move-d move-g score-d score-g z-d z-g": "z-d fake-d score-d move-d z-g fake-g score-g move-g|z-g fake-g score-g move-g z-d fake-d score-d move-d",
		"fake move-d move-g score-anew score-d x z":           "z [x] fake score-d move-d score-anew move-g",
		"fake fake-anew move-d move-g score-d score-g z":      "z fake score-g move-g fake-anew score-d move-d",
	}
	everyOf(t, "gan-steps", func(q quiz.Question) {
		names := slices.Sorted(slices.Values(q.Given.Values["steps"].([]string)))
		ways := strings.Split(procedures[strings.Join(names, " ")], "|")
		way := strings.Fields(ways[0])
		if q.Level == 3 { // the other net first
			way = strings.Fields(ways[len(ways)-1])
		}
		var right []string
		if i := slices.Index(way, "[x]"); i < 0 {
			right = []string{strings.Join(way, " > ")}
		} else {
			way = slices.Delete(way, i, i+1)
			for at := range slices.Index(way, "score-d") + 1 {
				right = append(right, strings.Join(slices.Insert(slices.Clone(way), at, "x"), " > "))
			}
		}
		got := append([]string{q.Answer}, q.Accept...)
		slices.Sort(got)
		slices.Sort(right)
		if !slices.Equal(got, right) {
			t.Errorf("%s: right are %q, by hand %q", q.Route(), got, right)
		}
		for _, m := range q.Slips {
			if order := slices.Sorted(slices.Values(strings.Split(m.Answer, " > "))); !slices.Equal(order, names) {
				t.Errorf("%s: %s leads to %q, which is no order of the steps", q.Route(), m.Slip, m.Answer)
			}
			if slices.Contains(right, m.Answer) {
				t.Errorf("%s: %s leads to a right order", q.Route(), m.Slip)
			}
		}
	})
}
