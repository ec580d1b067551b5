package quiz_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"convtutor/quiz"
	"convtutor/viz"
)

// tableByHand counts windows from layer to layer, beginning at a shape.
func tableByHand(t *testing.T, spec string) string {
	t.Helper()
	h, w, c, layers := readSpec(t, spec)
	specs := strings.Split(spec, " | ")[1:]
	var rows []string
	for i, l := range layers {
		stride := l.stride
		if l.name == "maxpool" && !strings.Contains(specs[i], " s") {
			stride = l.fh
		}
		h, w = countWindows(h, l.fh, stride, l.pad, "floor"), countWindows(w, l.fh, stride, l.pad, "floor")
		if l.name == "conv" {
			c = l.k
		}
		rows = append(rows, fmt.Sprintf("%d %d %d", h, w, c))
	}
	return strings.Join(rows, " / ")
}

func TestStackTablesByHand(t *testing.T) {
	everyOf(t, "stack-table", func(q quiz.Question) {
		if want := tableByHand(t, q.Given.Spec); q.Answer != want {
			t.Errorf("%s: %s is %s, by hand %s", q.Route(), q.Given.Spec, q.Answer, want)
		}
	})
}

// TestAnEarlierErrorIsNotCarriedOn types a first row that is one too large
// everywhere, and goes on from it: only the first row costs anything.
func TestAnEarlierErrorIsNotCarriedOn(t *testing.T) {
	everyOf(t, "stack-table", func(q quiz.Question) {
		h, w, c, _ := readSpec(t, q.Given.Spec)
		layers := strings.Split(q.Given.Spec, " | ")
		first := strings.Fields(strings.Split(q.Answer, " / ")[0])
		fh, fw := number(first[0])+2, number(first[1])+2
		rest := fmt.Sprintf("%dx%dx%s | %s", fh, fw, first[2], strings.Join(layers[2:], " | "))
		typed := fmt.Sprintf("%d %d %s / %s", fh, fw, first[2], tableByHand(t, rest))
		v := quiz.Grade(q, typed)
		cells := float64(3 * (len(layers) - 1))
		if v.Status != quiz.Wrong || v.Credit != (cells-2)/cells {
			t.Errorf("%s (%dx%dx%d): %q has credit %v, want all but two cells", q.Route(), h, w, c, typed, v.Credit)
		}
		if !slices.ContainsFunc(v.Feedback, func(w viz.Words) bool { return w.Key == "quiz.followed" }) && behindFirst(typed) != behindFirst(q.Answer) {
			t.Errorf("%s: nothing says that the rest of %q follows", q.Route(), typed)
		}
	})
}

// behindFirst are all rows of a table but the first.
func behindFirst(rows string) string {
	_, rest, _ := strings.Cut(rows, " / ")
	return rest
}

// TestASlipInOneLayerIsNamed makes a slip at the last layer only.
func TestASlipInOneLayerIsNamed(t *testing.T) {
	named := 0
	everyOf(t, "stack-table", func(q quiz.Question) {
		rows := strings.Split(q.Answer, " / ")
		before := strings.Fields(rows[len(rows)-2])
		layers := strings.Split(q.Given.Spec, " | ")
		if !strings.HasPrefix(layers[len(layers)-1], "maxpool") {
			return
		}
		rows[len(rows)-1] = strings.Join(before, " ")
		v := quiz.Grade(q, strings.Join(rows, " / "))
		if v.Slip() != "pool-keeps-size" {
			t.Errorf("%s: %q names %q", q.Route(), strings.Join(rows, " / "), v.Slip())
		}
		named++
	})
	if named == 0 {
		t.Error("no stack ends with a pool")
	}
}

// TestATableOfNonsenseIsGraded types what no layer can be laid on.
func TestATableOfNonsenseIsGraded(t *testing.T) {
	q, err := quiz.New("stack-table", 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{
		"0 0 0 / 0 0 0 / 0 0 0", "-1 -1 -1 / 1 1 1 / 1 1 1", "1/2 1 1 / 1 1 1 / 1 1 1",
		"99999999 99999999 99999999 / 1 1 1 / 1 1 1", "1 1 1 / 1 1 1 / 1 1 1",
	} {
		if v := quiz.Grade(q, typed); v.Status != quiz.Wrong || v.Credit > 0.34 {
			t.Errorf("%q: %+v", typed, v)
		}
	}
}
