package quiz_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"convtutor/quiz"
)

// TestMapCountsByHand follows the layers: a convolution makes as many maps as
// its second number says, whatever reaches it.
func TestMapCountsByHand(t *testing.T) {
	pools := 0
	everyOf(t, "map-count", func(q quiz.Question) {
		_, _, maps, layers := readSpec(t, q.Given.Spec)
		for _, l := range layers {
			if l.name == "conv" {
				maps = l.k
			}
		}
		if layers[len(layers)-1].name == "maxpool" {
			pools++
		}
		if q.Answer != fmt.Sprint(maps) {
			t.Errorf("%s: %s is %s, by hand %d", q.Route(), q.Given.Spec, q.Answer, maps)
		}
	})
	if pools == 0 {
		t.Error("no question ends with a pool")
	}
}

var transposedLayer = regexp.MustCompile(`^convt (\d+) (\d+) s(\d+)(?: p(\d+))?(?: op(\d+))?$`)

// TestTransposedSizesByHand lays the filter down for each input cell along a
// side, cuts the padding off and counts the cells that are left.
func TestTransposedSizesByHand(t *testing.T) {
	extras := 0
	everyOf(t, "transposed-size", func(q quiz.Question) {
		parts := strings.Split(q.Given.Spec, " | ")
		var h, w, c int
		if _, err := fmt.Sscanf(parts[0], "%dx%dx%d", &h, &w, &c); err != nil {
			t.Fatal(err)
		}
		for _, p := range parts[1:] {
			m := transposedLayer.FindStringSubmatch(p)
			if m == nil {
				t.Fatalf("%s: %s", q.Route(), p)
			}
			n := make([]int, len(m))
			for i := range m {
				n[i], _ = strconv.Atoi(m[i])
			}
			side := func(in int) int {
				covered := map[int]bool{}
				for i := range in {
					for j := range n[1] {
						covered[i*n[3]+j] = true
					}
				}
				last := 0
				for at := range covered {
					last = max(last, at)
				}
				return last + 1 - 2*n[4] + n[5]
			}
			h, w, c = side(h), side(w), n[2]
			extras += n[5]
		}
		if want := fmt.Sprintf("%dx%dx%d", h, w, c); q.Answer != want {
			t.Errorf("%s: %s is %s, by hand %s", q.Route(), q.Given.Spec, q.Answer, want)
		}
	})
	if extras == 0 {
		t.Error("no question has output padding")
	}
}
