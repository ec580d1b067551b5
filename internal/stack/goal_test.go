package stack_test

import (
	"strings"
	"testing"

	"convtutor/internal/netspec"
	"convtutor/internal/stack"
)

func TestGoalIsTheStructureOfACNN(t *testing.T) {
	for _, c := range []struct {
		net     string
		reached bool
		missing string
	}{
		{"8x8x1 | conv 3 4 p1 | maxpool 2 | conv 3 4 p1 | maxpool 2 | flatten | dense 10", true, ""},
		{"8x8x1 | conv 3 4 p1 | relu | avgpool 2 | conv 3 4 p1 | relu | maxpool 2 | flatten | dense 20 | relu | dense 10 | softmax", true, ""},
		{"8x8x1 | conv 3 4 p1 | maxpool 2 | flatten | dense 10", false, "at least 2 times"},
		{"8x8x1 | conv 3 4 p1 | conv 3 4 p1 | maxpool 2 | maxpool 2 | flatten | dense 10", false, "in turn"},
		{"8x8x1 | maxpool 2 | conv 3 4 p1 | maxpool 2 | conv 3 4 p1 | flatten | dense 10", false, "in turn"},
		{"8x8x1 | conv 3 4 p1 | maxpool 2 | conv 3 4 p1 | maxpool 2 | flatten | dense 9", false, "10 numbers"},
		{"8x8x1 | conv 3 4 p1 | maxpool 2 | conv 3 4 p1 | maxpool 2 | flatten", false, "10 numbers"},
		{"8x8x1 | conv 3 4 p1 | maxpool 2 | conv 3 4 p1 | maxpool 2", false, "then flatten"},
	} {
		b, err := stack.NewBuilder(c.net)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Toward(stack.Goal{Pairs: 2, Classes: 10}); err != nil {
			t.Fatal(err)
		}
		said := text(t, b, false)
		if b.Reached() != c.reached || strings.Contains(said, "this is a CNN") != c.reached {
			t.Errorf("%s: reached %v, says %q", c.net, b.Reached(), said)
		}
		if missing := said[strings.Index(said, "Still missing")+1:]; c.missing != "" && !strings.Contains(missing, c.missing) {
			t.Errorf("%s: %q does not name %q", c.net, said, c.missing)
		}
	}
}

// What is asked about is shown layer by layer, without what comes out of it.
func TestAskedNetworkShowsNoShapes(t *testing.T) {
	b, err := stack.NewBuilder("32x32x3 | conv 5 6 p2 | flatten")
	if err != nil {
		t.Fatal(err)
	}
	net, err := netspec.Parse("32x32x3 | conv 5 6 p2 | flatten | maxpool 2 s2 | dense 10")
	if err != nil {
		t.Fatal(err)
	}
	b.Ask(net)
	picture := strings.Join(drawn(t, b, "en", 76, 14, true).Lines(), "\n")
	for _, l := range net.Layers {
		if !strings.Contains(picture, l.Spec) || !strings.Contains(text(t, b, true), l.Spec) {
			t.Errorf("%q is not in\n%s", l.Spec, picture)
		}
	}
	if strings.Contains(picture, "32x32x6") || strings.Contains(text(t, b, true), "32x32x6") {
		t.Errorf("tells what is asked for:\n%s", picture)
	}
}
