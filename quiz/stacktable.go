package quiz

import (
	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// stackTable asks for the shape behind every layer of a stack: a table with a
// row a layer. Each row is judged by what was written above it, so that a slip
// costs its own layer only (gradeTable).
type stackTable struct{}

func (stackTable) ID() string       { return "stack-table" }
func (stackTable) Topics() []string { return []string{"convnet", "size-quiz"} }
func (stackTable) Levels() int      { return 3 }

func (k stackTable) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawStackTable)
}

// tableColumns are the numbers of a shape, as the lecture orders them.
var tableColumns = []string{"H", "W", "C"}

func drawStackTable(d dice, level int) (Question, bool) {
	rule := nn.RuleError
	if level == 3 {
		rule = nn.RuleFloor
	}
	net, table, err := netspec.ReadTable(tableSpec(d, level), rule)
	if err != nil {
		return Question{}, false
	}
	m := NewMistakes(tableAnswer(outputs(table)))
	m.addTables(net, table)
	if len(m.list) < 3 {
		return Question{}, false
	}
	rows := make([]string, len(net.Layers))
	for i, l := range net.Layers {
		rows[i] = l.Spec
	}
	return Question{
		Prompt: append(netPrompt(net, rule), viz.Words{Key: "quiz.stack-table.ask"}),
		Given:  Given{Spec: net.String(), Rule: netspec.RuleName(rule)},
		Type:   TypeGrid, Answer: m.right, Rows: rows, Columns: tableColumns,
		Slips: m.list, Worked: workedStack(table),
	}, true
}

// tableSpec draws a convolution and a pool; a second convolution behind them;
// or strides that leave a rest.
func tableSpec(d dice, level int) string {
	n := d.one(12, 14, 16, 20, 24, 28, 32)
	conv := func(f, stride, pad int) string {
		s := "conv " + itoa(f) + " " + itoa(d.one(4, 6, 8, 10, 16))
		if stride > 1 {
			s += " s" + itoa(stride)
		}
		if pad > 0 {
			s += " p" + itoa(pad)
		}
		return s
	}
	first := d.one(3, 5)
	parts := itoa(n) + "x" + itoa(n) + "x" + itoa(d.one(1, 3)) + " | "
	switch level {
	case 1:
		return parts + conv(first, 1, d.from(0, 1)) + " | maxpool 2"
	case 2:
		return parts + conv(first, 1, first/2) + " | maxpool 2 | " + conv(3, 1, d.from(0, 1))
	}
	return parts + conv(first, 2, d.from(0, 2)) + " | " + conv(3, 1, d.from(0, 1)) + " | maxpool " + itoa(d.from(2, 3)) + " s2"
}

// outputs are the shapes behind the layers of a network.
func outputs(t netspec.Table) []netspec.Shape {
	shapes := make([]netspec.Shape, len(t.Rows))
	for i, r := range t.Rows {
		shapes[i] = r.Out
	}
	return shapes
}

// tableAnswer writes shapes (H, W, C) as the rows of a grid.
func tableAnswer(shapes []netspec.Shape) string {
	rows := make([][]float64, len(shapes))
	for i, s := range shapes {
		rows[i] = []float64{float64(s.H), float64(s.W), float64(s.C)}
	}
	return GridText(rows)
}

// layerAlone is one layer laid on an input. The rule lets a layer go on where a
// slip before it made its stride fit no longer.
func layerAlone(l netspec.Layer, in netspec.Shape, rule nn.Rule) (netspec.Table, error) {
	return netspec.Network{Input: in, Layers: []netspec.Layer{l}}.Table(lenient(rule))
}

// layerSlips are the wrong shapes that slips make of one layer.
func layerSlips(t netspec.Table) []Mistake {
	m := NewMistakes(t.Last().Out.String())
	m.AddShapes(t)
	return m.list
}

// addTables adds what each slip makes of a stack when it is made at every layer
// that gives cause for it, and each layer goes on from the one before.
func (m *Mistakes) addTables(net netspec.Network, t netspec.Table) {
	seen := map[string]bool{}
	for _, r := range t.Rows {
		alone, err := layerAlone(r.Layer, r.In, t.Rule)
		if err != nil {
			continue
		}
		for _, slip := range layerSlips(alone) {
			if seen[slip.Slip] {
				continue
			}
			seen[slip.Slip] = true
			if shapes, ok := slippedStack(net, t.Rule, slip.Slip); ok {
				m.addWhy(tableAnswer(shapes), slip)
			}
		}
	}
}

// slippedStack are the shapes behind the layers when a slip is made wherever it
// can be made.
func slippedStack(net netspec.Network, rule nn.Rule, slip string) ([]netspec.Shape, bool) {
	in := net.Input
	shapes := make([]netspec.Shape, len(net.Layers))
	for i, l := range net.Layers {
		alone, err := layerAlone(l, in, rule)
		if err != nil {
			return nil, false
		}
		in = alone.Last().Out
		shapes[i] = in
		for _, made := range layerSlips(alone) {
			if shape, ok := shapeOf(made.Answer); made.Slip == slip && ok {
				shapes[i] = shape
				break
			}
		}
		if !onlyOrder(slip) {
			in = shapes[i]
		}
	}
	return shapes, true
}

// onlyOrder says that a slip writes the right numbers in another order, so that
// the next layer is worked out from the right ones.
func onlyOrder(slip string) bool { return slip == "h-w-swap" || slip == "channel-first" }

// shapeOf reads a shape (H, W, C) that a slip leads to.
func shapeOf(answer string) (netspec.Shape, bool) {
	sides, err := ReadShape(answer)
	if err != nil || len(sides) != 3 {
		return netspec.Shape{}, false
	}
	return netspec.Shape{H: sides[0], W: sides[1], C: sides[2]}, true
}
