package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// filterDepth asks how deep the filters of a network's last layer are.
type filterDepth struct{}

func (filterDepth) ID() string       { return "filter-depth" }
func (filterDepth) Topics() []string { return []string{"filters"} }
func (filterDepth) Levels() int      { return 3 }

func (k filterDepth) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawFilterDepth)
}

func drawFilterDepth(d dice, level int) (Question, bool) {
	spec := depthSpec(d, level)
	net, table, err := netspec.ReadTable(spec, nn.RuleFloor)
	if err != nil {
		return Question{}, false
	}
	m := depthMistakes(table)
	if len(m.list) < 3 {
		return Question{}, false
	}
	q := Question{
		Prompt: append(netLayers(net, nn.RuleFloor), depthAsk(len(net.Layers))),
		Given:  Given{Spec: spec, Rule: netspec.RuleName(nn.RuleFloor)},
		Type:   TypeNumber, Answer: m.right, Slips: m.list, Worked: workedDepth(table),
	}
	if level == 1 {
		q.Type, q.Options = TypeChoice, m.options(d, 3)
	}
	return q, true
}

// depthMistakes is the depth of the last layer's filters, and what slips make
// of it.
func depthMistakes(table netspec.Table) *Mistakes {
	last := table.Last()
	m := NewMistakes(itoa(last.In.C))
	m.Add(itoa(last.Layer.Count), "depth-is-count", itoa(last.Layer.Count))
	m.Add(itoa(table.Input.C), "first-layer", itoa(table.Input.C))
	if len(table.Rows) > 1 {
		maps := table.Input.C * last.In.C
		m.Add(itoa(maps), "per-channel-maps", product(maps, last.In.C, table.Input.C))
	}
	m.Add(itoa(last.Layer.Window.Kernel.H), "side-for-depth", last.Layer.Window.Kernel.String())
	m.AddVariant("1", "depth-ignored", "1", "flat")
	return m
}

func depthAsk(layers int) viz.Words {
	if layers == 1 {
		return viz.Words{Key: "quiz.filter-depth.ask"}
	}
	return viz.Words{Key: "quiz.filter-depth.ask-of-many", Args: viz.Args{"layer": layers}}
}

// depthSpec draws one convolution, two, or three with pooling between.
func depthSpec(d dice, level int) string {
	conv := func(f int) string {
		return fmt.Sprintf("conv %d %d s1 p%d", f, d.one(4, 5, 6, 8, 10, 12, 16, 24, 32), f/2)
	}
	n := d.one(16, 24, 28, 32, 64)
	parts := []string{fmt.Sprintf("%dx%dx%d", n, n, d.one(1, 3, 4))}
	if level == 1 {
		parts[0] = fmt.Sprintf("%dx%dx%d", n, n, d.one(2, 3, 4, 6))
	}
	if level > 1 {
		parts = append(parts, conv(d.one(3, 5)))
	}
	if level > 2 {
		parts = append(parts, "maxpool 2 s2")
		if d.chance(2) {
			parts = append(parts, conv(3), "maxpool 2 s2")
		}
	}
	return strings.Join(append(parts, conv(d.one(1, 3, 5))), " | ")
}

// workedDepth follows the depth through the network.
func workedDepth(t netspec.Table) []viz.Words {
	var words []viz.Words
	for i, r := range t.Rows[:len(t.Rows)-1] {
		key := "quiz.worked.depth-after-conv"
		if r.Layer.Op != netspec.Conv {
			key = "quiz.worked.depth-after-pool"
		}
		words = append(words, viz.Words{Key: key, Args: viz.Args{"layer": i + 1, "c": r.Out.C}})
	}
	last := t.Last()
	return append(words, viz.Words{Key: "quiz.worked.filter-depth", Args: viz.Args{
		"c": last.In.C, "filter": last.Layer.Window.Kernel.String(), "k": last.Layer.Count,
	}})
}
