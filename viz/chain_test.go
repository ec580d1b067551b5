package viz_test

import (
	"strings"
	"testing"

	"convtutor/internal/viztest"
	"convtutor/viz"
)

func TestChainGolden(t *testing.T) {
	link := func(name string, h, c int) viz.Link {
		return viz.Link{
			Name: viz.Words{Key: "chain." + name},
			Does: viz.Words{Key: "chain.does.relu", Args: viz.Args{"layer": 1, "out": viz.Volume{H: h, W: h, C: c}.Shape()}},
			Out:  viz.Volume{H: h, W: h, C: c},
		}
	}
	in := viz.Words{Key: "chain.does.input", Args: viz.Args{"shape": "32×32×3", "n": 3072}}
	c := viz.NewChain(viz.Volume{H: 32, W: 32, C: 3}, in, []viz.Link{
		link("conv", 28, 6), link("relu", 28, 6), link("pool", 14, 6), link("flatten", 1, 1176), link("dense", 1, 10),
	})
	viztest.Golden(t, "chain_in_76x15_en", drawn(c, 0, 76, 15, viztest.Say(t, "en"), false).Golden())
	viztest.Golden(t, "chain_third_60x13_ko", drawn(c, 3, 60, 13, viztest.Say(t, "ko"), false).Golden())
	last := drawn(c, 5, 136, 20, viztest.Say(t, "en"), false)
	viztest.Golden(t, "chain_last_136x20_en", last.Golden())
	text := strings.Join(last.Lines(), "\n")
	for _, shape := range []string{"32×32×3", "28×28×6", "14×14×6", "1,176"} {
		if !strings.Contains(text, shape) {
			t.Errorf("%s is not drawn", shape)
		}
	}
	if strings.Contains(strings.Join(drawn(c, 1, 136, 20, viztest.Say(t, "en"), false).Lines(), ""), "14×14") {
		t.Error("a later shape is told")
	}
	asked := strings.Join(drawn(c, 0, 136, 20, viztest.Say(t, "en"), true).Lines(), "")
	if strings.Count(asked, "┌") != 3 || strings.Count(asked, "?") != 5 {
		t.Error("while a shape is asked for, more than the input's three sheets is drawn")
	}
}
