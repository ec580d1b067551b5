package quiz

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// receptiveField asks how many pixels across a cell behind several layers sees.
type receptiveField struct{}

func (receptiveField) ID() string       { return "receptive-field" }
func (receptiveField) Topics() []string { return []string{"convnet"} }
func (receptiveField) Levels() int      { return 3 }

func (k receptiveField) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawReceptiveField)
}

func drawReceptiveField(d dice, level int) (Question, bool) {
	_, table, err := netspec.ReadTable(fieldSpec(d, level), nn.RuleFloor)
	if err != nil {
		return Question{}, false
	}
	q, err := AboutField(table, len(table.Rows)-1)
	return q, err == nil && len(q.Slips) >= 3
}

// fieldSpec draws two convolutions, two with a pool between them, or more with
// strides.
func fieldSpec(d dice, level int) string {
	conv := func(s int) string {
		f := d.one(3, 3, 5, 7)
		return fmt.Sprintf("conv %d %d s%d p%d", f, d.one(4, 6, 8, 16), s, f/2)
	}
	n := d.one(64, 96, 128)
	parts := []string{fmt.Sprintf("%dx%dx%d", n, n, d.one(1, 3))}
	switch level {
	case 1:
		parts = append(parts, conv(1), conv(1))
	case 2:
		parts = append(parts, conv(1), "maxpool 2 s2", conv(1))
	default:
		parts = append(parts, conv(d.from(1, 2)), "maxpool 2 s2", conv(d.from(1, 2)), "maxpool 2 s2")
		if d.chance(2) {
			parts = append(parts, conv(1))
		}
	}
	return strings.Join(parts, " | ")
}

// AboutDepth asks how many convolutions of f x f, stride 1, it takes until a cell
// sees field pixels across. The engine adds one after the other; the error says
// that no number of them sees exactly so many.
func AboutDepth(f, field int) (Question, error) {
	line := fmt.Sprintf("%dx%dx1", 4*field, 4*field)
	right, seen := 0, 1
	for seen < field && right < netspec.MaxLayers {
		line += fmt.Sprintf(" | conv %d 1 p%d", f, f/2)
		right++
		net, err := netspec.Parse(line)
		if err != nil {
			return Question{}, err
		}
		t, err := net.Table(nn.RuleFloor)
		if err != nil {
			return Question{}, err
		}
		seen = t.Rows[right-1].Field.W
	}
	if seen != field {
		return Question{}, fmt.Errorf("quiz: filters of %d never see exactly %d", f, field)
	}
	m := NewMistakes(itoa(right))
	m.Add(itoa((field+f-1)/f), "filters-added", fmt.Sprintf("%d/%d", field, f))
	m.Add(itoa(field-f), "one-pixel-a-layer", fmt.Sprintf("%d - %d = %d", field, f, field-f))
	m.Add(itoa(field-f+1), "one-pixel-a-layer", fmt.Sprintf("%d - %d + 1 = %d", field, f, field-f+1))
	m.Add("1", "last-filter-only", itoa(f))
	args := viz.Args{"f": f, "field": field, "n": right, "step": f - 1, "sum": fmt.Sprintf("1 + %d*%d = %d", right, f-1, field)}
	return Question{
		Kind: receptiveField{}.ID(), Level: 1, Topic: "convnet",
		Prompt: []viz.Words{{Key: "quiz.depth-for-field.ask", Args: args}},
		Given:  Given{Spec: line, Rule: netspec.RuleName(nn.RuleFloor)},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.depth-for-field.worked", Args: args}},
	}, nil
}

// AboutField asks for the receptive field of a layer of a network, in pixels
// across.
func AboutField(t netspec.Table, layer int) (Question, error) {
	if layer < 0 || layer >= len(t.Rows) {
		return Question{}, fmt.Errorf("quiz: layer %d of %d", layer+1, len(t.Rows))
	}
	var worked []viz.Words
	var sizes, growths []string
	added, plain, last, field, jump := 0, 1, 0, 1, 1
	product := 1
	for i, r := range t.Rows[:layer+1] {
		w := r.Layer.Window
		switch r.Layer.Op {
		case netspec.Conv, netspec.MaxPool, netspec.AvgPool, netspec.MinPool:
		case netspec.ReLU, netspec.BatchNorm:
			continue
		default:
			return Question{}, fmt.Errorf("quiz: no receptive field through %s", r.Layer.Op)
		}
		f, s := w.Kernel.W, w.Stride.W
		args := viz.Args{"layer": i + 1, "f": f, "before": field, "jump": jump, "sum": fmt.Sprintf("%d + (%d - 1)*%d = %d", field, f, jump, field+(f-1)*jump)}
		worked = append(worked, viz.Words{Key: "quiz.worked.field", Args: args})
		sizes, growths = append(sizes, itoa(f)), append(growths, fmt.Sprintf("(%d - 1)", f))
		field, jump = field+(f-1)*jump, jump*s
		added, plain, last, product = added+f, plain+f-1, f, product*f
	}
	if got := t.Rows[layer].Field.W; got != field {
		return Question{}, fmt.Errorf("quiz: receptive field %d, netspec says %d", field, got)
	}
	m := NewMistakes(itoa(field))
	m.Add(itoa(plain), "jump-ignored", fmt.Sprintf("1 + %s = %d", strings.Join(growths, " + "), plain))
	m.Add(itoa(last), "last-filter-only", itoa(last))
	m.Add(itoa(added), "filters-added", fmt.Sprintf("%s = %d", strings.Join(sizes, " + "), added))
	m.Add(itoa(product), "filters-multiplied", fmt.Sprintf("%s = %d", strings.Join(sizes, "*"), product))
	m.Add(itoa(field-1), "field-no-one", fmt.Sprintf("%d - 1 = %d", field, field-1))
	net := netspec.Network{Input: t.Input, Layers: layersOf(t)[:layer+1]}
	return Question{
		Kind: receptiveField{}.ID(), Level: 1, Topic: "convnet",
		Prompt: append(netLayers(net, nn.RuleFloor), viz.Words{Key: "quiz.receptive-field.ask", Args: viz.Args{"layer": layer + 1}}),
		Given:  Given{Spec: net.String(), Rule: netspec.RuleName(nn.RuleFloor)},
		Type:   TypeNumber, Answer: m.right, Slips: m.list, Worked: worked,
	}, nil
}
