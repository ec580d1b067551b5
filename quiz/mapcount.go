package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// mapCount asks how many feature maps come out of a layer. Given.Spec is the
// network up to that layer.
type mapCount struct{}

func (mapCount) ID() string       { return "map-count" }
func (mapCount) Topics() []string { return []string{"filters", "maps"} }
func (mapCount) Levels() int      { return 3 }

func (k mapCount) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawMapCount)
}

func drawMapCount(d dice, level int) (Question, bool) {
	net, table, err := netspec.ReadTable(mapCountSpec(d, level), nn.RuleFloor)
	if err != nil {
		return Question{}, false
	}
	ask := viz.Words{Key: "quiz.map-count.ask-of-many", Args: viz.Args{"layer": len(net.Layers)}}
	if len(net.Layers) == 1 {
		ask = viz.Words{Key: "quiz.map-count.ask"}
	}
	m := mapMistakes(table)
	return Question{
		Prompt: append(netLayers(net, nn.RuleFloor), ask),
		Given:  Given{Spec: net.String(), Rule: netspec.RuleName(nn.RuleFloor)},
		Type:   TypeNumber, Answer: m.right, Slips: m.list, Worked: workedMaps(table),
	}, len(m.list) >= 3 && table.Rows[0].In.C != table.Rows[0].Out.C
}

// mapCountSpec draws one convolution, one with a pool behind it, or two with a
// pool between or behind them.
func mapCountSpec(d dice, level int) string {
	n := d.one(16, 20, 24, 28, 32)
	conv := func() string {
		return fmt.Sprintf("conv %d %d s1 p%d", d.one(3, 5), d.one(4, 5, 6, 8, 10, 12, 16), d.from(0, 2))
	}
	spec := fmt.Sprintf("%dx%dx%d | %s", n, n, d.one(2, 3, 4, 6), conv())
	switch {
	case level == 1:
		return spec
	case level == 2:
		return spec + " | maxpool 2 s2"
	case d.chance(2):
		return spec + " | maxpool 2 s2 | " + conv()
	}
	return spec + " | " + conv() + " | maxpool 2 s2"
}

// mapMistakes is how many maps the last layer puts out, and what slips make of
// that number.
func mapMistakes(t netspec.Table) *Mistakes {
	last := t.Last()
	m := NewMistakes(itoa(last.Out.C))
	perChannel, earlier, sum := t.Input.C, 0, 0
	factors, terms := []int{t.Input.C}, ""
	for _, r := range t.Rows {
		if !isConv(r) {
			continue
		}
		if sum > 0 {
			earlier, terms = sum, terms+" + "
		}
		perChannel *= r.Out.C
		sum += r.Out.C
		factors, terms = append(factors, r.Out.C), terms+itoa(r.Out.C)
	}
	m.Add(itoa(perChannel), "per-channel-maps", product(perChannel, factors...))
	if !isConv(last) && last.Out.C%4 == 0 {
		m.AddVariant(itoa(last.Out.C/4), "pool-across-channels", fmt.Sprintf("%d/4 = %d", last.Out.C, last.Out.C/4), "maps")
	}
	m.AddVariant(itoa(t.Input.C), "depth-is-count", itoa(t.Input.C), "output")
	if earlier > 0 {
		m.Add(itoa(sum), "maps-added", fmt.Sprintf("%s = %d", terms, sum))
		m.Add(itoa(earlier), "maps-of-another", itoa(earlier))
	}
	m.Add("1", "one-map", "1")
	m.Add(itoa(last.Out.H*last.Out.W), "cells-for-maps", product(last.Out.H*last.Out.W, last.Out.H, last.Out.W))
	return m
}

// workedMaps follows the maps through the network.
func workedMaps(t netspec.Table) []viz.Words {
	var words []viz.Words
	for i, r := range t.Rows {
		key := "quiz.map-count.worked-conv"
		if !isConv(r) {
			key = "quiz.map-count.worked-pool"
		}
		words = append(words, viz.Words{Key: key, Args: viz.Args{"layer": i + 1, "c": r.In.C, "k": r.Out.C}})
	}
	return words
}
