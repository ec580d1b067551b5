package stack_test

import (
	"net/url"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/stack"
)

// TestEveryNetworkHasALink builds at random: the link opens the same network,
// and everything can be taken back.
func TestEveryNetworkHasALink(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shop, err := stack.NewWorkshop("")
		if err != nil {
			t.Fatal(err)
		}
		moves := shop.Moves()
		changes, line := 0, shop.Line()
		for range rapid.IntRange(0, 40).Draw(t, "moves") {
			shop.Do(moves[rapid.IntRange(0, len(moves)-1).Draw(t, "move")].ID)
			if shop.Line() != line {
				changes, line = changes+1, shop.Line()
			}
			q := url.Values{"spec": {shop.Spec()}}
			if strings.ContainsAny(shop.Spec(), " |+%'&") {
				t.Fatalf("%s is no plain word", shop.Spec())
			}
			spec, err := stack.SpecOf(q)
			if err != nil {
				t.Fatal(err)
			}
			again, err := stack.NewWorkshop(spec)
			if err != nil || again.Line() != shop.Line() || again.Table().Total != shop.Table().Total {
				t.Fatalf("%s: %v, %v; want %s", spec, again, err, shop.Line())
			}
		}
		for range 100 {
			shop.Do("undo")
		}
		if shop.Spec() != "" {
			t.Fatalf("not back at the start: %s", shop.Spec())
		}
	})
}

// TestExamplesCanAllBeBuilt goes round all examples.
func TestExamplesCanAllBeBuilt(t *testing.T) {
	shop, err := stack.NewWorkshop("")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int64{}
	for range 20 {
		if !shop.Do("example") {
			t.Fatalf("stuck after %s", shop.Line())
		}
		seen[shop.Line()] = shop.Table().Total.Params
	}
	vgg := int64(0)
	for _, params := range seen {
		vgg = max(vgg, params)
	}
	// VGG-16's 138,357,544 parameters (Simonyan and Zisserman 2014, table 2: 138 million).
	if len(seen) != 5 || vgg != 138357544 {
		t.Errorf("seen %v", seen)
	}
}

func TestTypedLayersAndNetworks(t *testing.T) {
	shop, err := stack.NewWorkshop("32x32x3-conv_5_6")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"tanh", "softmax up", "nonsense", "conv", "8x9x1 | relu", "8x8x1 | tanh", "relu | relu"} {
		if err := shop.Type(text); err == nil || shop.Line() != "32x32x3 | conv 5 6" {
			t.Errorf("%q: %v, now %s", text, err, shop.Line())
		}
	}
	if err := shop.Type("conv 5 10 s2"); err != nil { // 28 - 5 is odd: it does not fit
		t.Fatal(err)
	}
	if why, refused := shop.Refused(); !refused || shop.Line() != "32x32x3 | conv 5 6" {
		t.Errorf("%v, %v, now %s", why, refused, shop.Line())
	}
	for _, step := range []struct{ text, line string }{
		{"maxpool 2", "32x32x3 | conv 5 6 | maxpool 2 s2"},
		{"8x8x1 | conv 3 2", "8x8x1 | conv 3 2"},
		{"9x9x1-conv_3_2-relu", "9x9x1 | conv 3 2 | relu"},
	} {
		if err := shop.Type(step.text); err != nil || shop.Line() != step.line {
			t.Errorf("%q: %v, now %s", step.text, err, shop.Line())
		}
	}
	for range 3 {
		shop.Do("undo")
	}
	if shop.Line() != "32x32x3 | conv 5 6" {
		t.Errorf("taken back to %s", shop.Line())
	}
}

func TestSpecsThatAreWrong(t *testing.T) {
	for _, spec := range []string{"x", "8x9x1", "8x8x1-tanh", "8x8x1-conv_9_1", "8x8x1-conv_3", "8x8x1--relu", "0x0x0", "8x8x1 | dropout"} {
		if shop, err := stack.NewWorkshop(spec); err == nil {
			t.Errorf("%q was taken: %s", spec, shop.Line())
		}
	}
	if _, err := stack.SpecOf(url.Values{"net": {"8x8x1"}}); err == nil {
		t.Error("an unknown part was taken")
	}
}
