package quiz

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// reads asks how many windows read one pixel.
type reads struct{}

func (reads) ID() string       { return "reads" }
func (reads) Topics() []string { return []string{"padding", "stride"} }
func (reads) Levels() int      { return 3 }

func (k reads) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawReads)
}

func drawReads(d dice, level int) (Question, bool) {
	s := viz.SlideSetup{In: d.from(5, 7), Filter: 3, Stride: 1}
	switch level {
	case 2:
		s = viz.SlideSetup{In: d.from(5, 8), Filter: d.one(3, 5), Stride: 1, Padding: d.from(1, 2)}
	case 3:
		s = viz.SlideSetup{In: d.from(6, 10), Filter: d.from(3, 5), Stride: 2, Padding: d.from(0, 2)}
	}
	at := point{Y: d.from(0, s.In-1), X: d.from(0, s.In-1)}
	q, err := AboutReads(s, at)
	return q, err == nil && len(q.Slips) >= 3
}

// AboutReads asks how many windows read the input's cell at a place, where
// sizes are rounded down.
func AboutReads(s viz.SlideSetup, at nn.Point) (Question, error) {
	right, byRow, byColumn, err := countReads(s, at)
	if err != nil {
		return Question{}, err
	}
	g, err := s.Geometry(nn.RuleFloor)
	if err != nil {
		return Question{}, err
	}
	m := NewMistakes(itoa(right))
	slipped := func(slip string, other viz.SlideSetup) {
		if n, r, c, err := countReads(other, at); err == nil {
			m.AddVariant(itoa(n), slip, fmt.Sprintf("%d*%d = %d", r, c, n), "reads")
		}
	}
	if s.Padding > 0 {
		slipped("pad-ignored", s.With(viz.SlidePadding, 0))
	}
	if s.Stride > 1 {
		slipped("stride-ignored", s.With(viz.SlideStride, 1))
	}
	m.Add(itoa(s.Filter*s.Filter), "reads-everywhere", fmt.Sprintf("%d*%d = %d", s.Filter, s.Filter, s.Filter*s.Filter))
	m.Add(itoa(byRow+byColumn), "axes-added", fmt.Sprintf("%d + %d = %d", byRow, byColumn, byRow+byColumn))
	m.Add("1", "reads-once", "1")
	m.Add(itoa(g.Out.H*g.Out.W), "windows-for-reads", fmt.Sprintf("%d*%d = %d", g.Out.H, g.Out.W, g.Out.H*g.Out.W))
	args := slideArgs(s)
	args["row"], args["column"], args["byrow"], args["bycolumn"] = at.Y+1, at.X+1, byRow, byColumn
	args["sum"] = fmt.Sprintf("%d*%d = %d", byRow, byColumn, right)
	return Question{
		Kind: reads{}.ID(), Level: 1, Topic: sideTopic(s),
		Prompt: []viz.Words{{Key: "quiz.reads.setup", Args: args}, {Key: "quiz.reads.ask", Args: args}},
		Given:  Given{Spec: slideSpec(s), Rule: "floor", At: []int{0, at.Y, at.X}},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{
			{Key: "quiz.worked.reads-row", Args: args},
			{Key: "quiz.worked.reads-column", Args: args},
			{Key: "quiz.worked.reads", Args: args},
		},
	}, nil
}

// countReads counts the windows that read a cell, and those of its row and of
// its column.
func countReads(s viz.SlideSetup, at nn.Point) (n, byRow, byColumn int, err error) {
	g, err := s.Geometry(nn.RuleFloor)
	if err != nil {
		return 0, 0, 0, err
	}
	if at.Y < 0 || at.X < 0 || at.Y >= g.In.H || at.X >= g.In.W {
		return 0, 0, 0, fmt.Errorf("quiz: cell %d, %d is not in the %s input", at.Y, at.X, g.In)
	}
	rows, columns := g.ReadsByAxis()
	return rows[at.Y] * columns[at.X], rows[at.Y], columns[at.X], nil
}
