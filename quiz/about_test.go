package quiz_test

import (
	"strconv"
	"testing"

	"convtutor/internal/nn"
	"convtutor/quiz"
)

// TestSamePaddingNamesEveryOther asks at every filter: the right padding is
// half of what the filter takes away, and each other one up to the filter's
// side is told what it makes.
func TestSamePaddingNamesEveryOther(t *testing.T) {
	for side := 1; side <= 11; side++ {
		q, err := quiz.AboutSamePadding(nn.Square(12), nn.Square(side))
		if side%2 == 0 {
			if err == nil {
				t.Errorf("a filter %d wide keeps the size", side)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if q.Answer != strconv.Itoa((side-1)/2) {
			t.Errorf("a filter %d wide: padding %s", side, q.Answer)
		}
		named := map[string]string{}
		for _, slip := range q.Slips {
			named[slip.Answer] = slip.Slip
		}
		for p := range side + 1 {
			if text := strconv.Itoa(p); text != q.Answer && named[text] == "" {
				t.Errorf("a filter %d wide: nothing is said to padding %d", side, p)
			}
		}
		if side > 1 && named[strconv.Itoa(side-1)] != "pad-once" {
			t.Errorf("a filter %d wide: padding %d is %s", side, side-1, named[strconv.Itoa(side-1)])
		}
	}
}
