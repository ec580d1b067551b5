package quiz_test

import (
	"fmt"
	"strings"
	"testing"

	"convtutor/quiz"
)

func TestStackShapesByHand(t *testing.T) {
	everyOf(t, "stack-shape", func(q quiz.Question) {
		h, w, c, layers := readSpec(t, q.Given.Spec)
		for _, l := range layers {
			switch l.name {
			case "maxpool":
				h, w = countWindows(h, l.fh, l.fh, 0, "error"), countWindows(w, l.fh, l.fh, 0, "error")
			case "conv":
				h, w, c = countWindows(h, l.fh, l.stride, l.pad, "error"), countWindows(w, l.fw, l.stride, l.pad, "error"), l.k
			}
		}
		if q.Answer != fmt.Sprint(h*w*c) {
			t.Errorf("%s: %s is %s, by hand %d", q.Route(), q.Given.Spec, q.Answer, h*w*c)
		}
	})
}

// TestReceptiveFieldsByHand goes back from one cell, layer by layer, and counts
// the pixels between the first and the last that it reaches.
func TestReceptiveFieldsByHand(t *testing.T) {
	everyOf(t, "receptive-field", func(q quiz.Question) {
		_, _, _, layers := readSpec(t, q.Given.Spec)
		first, last := 10, 10
		for i := len(layers) - 1; i >= 0; i-- {
			l := layers[i]
			first, last = first*l.stride-l.pad, last*l.stride-l.pad+l.fw-1
		}
		if q.Answer != fmt.Sprint(last-first+1) {
			t.Errorf("%s: %s is %s, by hand %d", q.Route(), q.Given.Spec, q.Answer, last-first+1)
		}
	})
}

// TestStackFaultsByHand follows the shapes until a layer cannot be.
func TestStackFaultsByHand(t *testing.T) {
	causes := map[string]int{}
	everyOf(t, "stack-fault", func(q quiz.Question) {
		h, _, _, layers := readSpec(t, q.Given.Spec)
		specs := strings.Split(q.Given.Spec, " | ")[1:]
		fault := ""
		for i, l := range layers {
			stride := l.stride
			if l.name == "maxpool" && !strings.Contains(specs[i], " s") {
				stride = l.fh
			}
			switch {
			case l.name == "dense" && h != 1:
				fault = "vector"
			case l.name == "flatten" || l.name == "dense":
				h = 1
			case h+2*l.pad < l.fh:
				fault = "size"
			case (h+2*l.pad-l.fh)%stride != 0:
				fault = "rest"
			default:
				h = (h+2*l.pad-l.fh)/stride + 1
			}
			if fault != "" {
				if q.Answer != specs[i] {
					t.Errorf("%s: %s: the fault is %s, by hand %s", q.Route(), q.Given.Spec, q.Answer, specs[i])
				}
				break
			}
		}
		causes[fault]++
	})
	for _, cause := range []string{"vector", "size", "rest"} {
		if causes[cause] == 0 {
			t.Errorf("no question about %s: %v", cause, causes)
		}
	}
}
