package stack_test

import (
	"fmt"
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/stack"
	"convtutor/internal/viztest"
	"convtutor/viz/canvas"

	"pgregory.net/rapid"
)

func fit(t testing.TB, n int) *stack.Fit {
	t.Helper()
	f, err := stack.NewFit(n, nn.Window{Kernel: nn.Square(11), Stride: nn.Square(4)}, 216, 232)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestAlexNetGolden(t *testing.T) {
	layers, err := stack.NewLayers(known(t, "alexnet"), 4)
	if err != nil {
		t.Fatal(err)
	}
	shares, err := stack.NewShares([]string{"alexnet", "alexnet-nogroups"})
	if err != nil {
		t.Fatal(err)
	}
	rates, err := stack.NewErrors([]string{"alexnet", "runner-up"}, []float64{15.3, 26.2}, "a source")
	if err != nil {
		t.Fatal(err)
	}
	viztest.Golden(t, "layers_76x15_en", drawn(t, layers, "en", 76, 15, false).Golden())
	viztest.Golden(t, "layers_76x15_ko_hidden", drawn(t, layers, "ko", 76, 15, true).Golden())
	viztest.Golden(t, "fit_224_ko", drawn(t, fit(t, 224), "ko", 76, 15, false).Golden())
	viztest.Golden(t, "fit_227_en", drawn(t, fit(t, 227), "en", 76, 15, false).Golden())
	viztest.Golden(t, "shares_en", drawn(t, shares, "en", 76, 12, false).Golden())
	shares.Do("switch")
	viztest.Golden(t, "shares_nogroups_ko", drawn(t, shares, "ko", 76, 12, false).Golden())
	viztest.Golden(t, "errors_en", drawn(t, rates, "en", 76, 13, false).Golden())
}

// TestAlexNetByHand counts the parameters in another way than netspec does.
func TestAlexNetByHand(t *testing.T) {
	filters := func(side, channels, count int) int { return (side*side*channels + 1) * count }
	joined := func(in, out int) int { return (in + 1) * out }
	for name, groups := range map[string]int{"alexnet": 2, "alexnet-nogroups": 1} {
		want := filters(11, 3, 96) + filters(5, 96/groups, 256) + filters(3, 256, 384) +
			filters(3, 384/groups, 384) + filters(3, 384/groups, 256) +
			joined(6*6*256, 4096) + joined(4096, 4096) + joined(4096, 1000)
		s, err := stack.NewShares([]string{name})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Table().Total.Params; got != int64(want) {
			t.Errorf("%s has %d parameters, by hand %d", name, got, want)
		}
	}
}

// TestEverySumOfTheTableHolds walks every network that is known and works out
// all that its layers say.
func TestEverySumOfTheTableHolds(t *testing.T) {
	for _, name := range []string{"alexnet", "alexnet-nogroups", "lenet5", "vgg16"} {
		layers, err := stack.NewLayers(known(t, name), 0)
		if err != nil {
			t.Fatal(err)
		}
		found, steps := sumsHold(t, text(t, layers, false)), 1
		for layers.Do("down") {
			found += sumsHold(t, text(t, layers, false))
			steps++
		}
		if found < steps || steps != len(layers.Table().Rows) {
			t.Errorf("%s: %d sums in %d steps", name, found, steps)
		}
		if layers.Do("first"); layers.At() != 0 || layers.Do("up") {
			t.Errorf("%s: no way back to the first layer", name)
		}
	}
}

func TestHiddenLayersKeepTheirSecret(t *testing.T) {
	layers, err := stack.NewLayers(known(t, "alexnet"), 0)
	if err != nil {
		t.Fatal(err)
	}
	shown := strings.Join(drawn(t, layers, "en", 76, 20, true).Lines(), "\n")
	for _, secret := range []string{"55", "34,944"} {
		if strings.Contains(shown, secret) || strings.Contains(text(t, layers, true), secret) {
			t.Errorf("%s is seen:\n%s", secret, shown)
		}
	}
}

// TestFit counts the columns read one by one.
func TestFit(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		f := rapid.IntRange(1, 12).Draw(r, "filter")
		s := rapid.IntRange(1, 6).Draw(r, "stride")
		n := rapid.IntRange(f+8, 60).Draw(r, "input")
		v, err := stack.NewFit(n, nn.Window{Kernel: nn.Square(f), Stride: nn.Square(s)}, n-4, n+4)
		if err != nil {
			r.Fatal(err)
		}
		read := map[int]bool{}
		windows := 0
		for at := 0; at+f <= n; at += s {
			windows++
			for x := at; x < at+f; x++ {
				read[x] = true
			}
		}
		facts := v.Facts()
		if facts["unread"] != n-len(read) && s <= f {
			r.Errorf("%d, filter %d, stride %d: %v unread, by hand %d", n, f, s, facts["unread"], n-len(read))
		}
		fits := (windows-1)*s+f == n
		if got := facts["result"] == fmt.Sprint(windows); got != fits {
			r.Errorf("%d, filter %d, stride %d: result %v, %d windows", n, f, s, facts["result"], windows)
		}
		above := n + 1
		for (above-f)%s != 0 {
			above++
		}
		if facts["above"] != above {
			r.Errorf("%d, filter %d, stride %d: next is %v, by hand %d", n, f, s, facts["above"], above)
		}
	})
}

// TestFitMarksWhatIsNotRead finds the crosses under the columns left over.
func TestFitMarksWhatIsNotRead(t *testing.T) {
	for n := 216; n <= 232; n++ {
		g := drawn(t, fit(t, n), "en", 76, 15, false)
		unread := 0
		for x := range 76 {
			if c := g.At(x, 3); c.Role == canvas.RoleBad && c.Glyph == "✗" {
				unread++
			}
		}
		if want := (n - 11) % 4; unread != want {
			t.Errorf("%d: %d columns marked, want %d", n, unread, want)
		}
	}
}

func TestRefused(t *testing.T) {
	if _, err := stack.NewErrors([]string{"alexnet"}, []float64{1, 2}, ""); err == nil {
		t.Error("a rate without a name is taken")
	}
	if _, err := stack.NewErrors([]string{"a", "b"}, []float64{1, 120}, ""); err == nil {
		t.Error("120 percent are taken")
	}
	if _, err := stack.NewLayers(known(t, "alexnet"), 24); err == nil {
		t.Error("a layer that is not there is opened")
	}
	if _, err := stack.NewShares([]string{"alexnet", "vgg16"}); err == nil {
		t.Error("networks of other layers are laid side by side")
	}
	if _, err := stack.NewFit(9, nn.Window{Kernel: nn.Square(11)}, 5, 20); err == nil {
		t.Error("a filter larger than its input is taken")
	}
}
