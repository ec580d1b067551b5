package quiz

import (
	"convtutor/internal/nn"
	"convtutor/viz"
)

// poolPosition asks which input cell the maximum of a window stood in.
// Given.Problem is the pooling, Given.At the window.
type poolPosition struct{}

func (poolPosition) ID() string       { return "pool-position" }
func (poolPosition) Topics() []string { return []string{"pooling"} }
func (poolPosition) Levels() int      { return 3 }

func (k poolPosition) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawPoolPosition)
}

func drawPoolPosition(d dice, level int) (Question, bool) {
	s := poolScene(d, level)
	s.channels, s.pad = 1, 0
	p := &Problem{
		Op: PoolOps[viz.PoolMax], Layout: "NCHW", Kernel: []int{s.f, s.f},
		Input: d.array(s.low, s.high, 1, 1, s.h, s.w), Stride: [2]int{s.stride, s.stride},
	}
	g, err := p.Geometry()
	if err != nil {
		return Question{}, false
	}
	at := d.cell(g)
	_, _, picked, err := p.pooled()
	if err != nil {
		return Question{}, false
	}
	i := picked[at.Y*g.Out.W+at.X]
	right := point{Y: i / g.In.W, X: i % g.In.W}
	window := p.windowValues(g, at, 0)
	best := p.Input.at(0, right)
	if count(window, best) > 1 {
		return Question{}, false // of equal ones the first: another question
	}
	m := NewMistakes(place(right))
	addPositionSlips(m, p, g, at, right)
	if len(m.list) < 3 {
		return Question{}, false
	}
	return Question{
		Prompt: append(poolSetup(p), viz.Words{Key: "quiz.pool-position.ask", Args: viz.Args{"row": at.Y + 1, "column": at.X + 1}}),
		Given:  Given{Problem: p, At: []int{0, at.Y, at.X}},
		Type:   TypePlace, Answer: m.right, Field: p.field(0), Slips: m.list,
		Worked: []viz.Words{windowWords(g, at), {Key: "quiz.worked.pool-position", Args: viz.Args{
			"numbers": commaed(window), "n": best, "row": right.Y + 1, "column": right.X + 1,
		}}},
	}, true
}

// field is a channel of the input to point at.
func (p *Problem) field(channel int) [][]float64 {
	return planeRows(p.size(), func(at point) float64 { return float64(p.Input.at(channel, at)) })
}

func count(numbers []int, n int) int {
	k := 0
	for _, v := range numbers {
		if v == n {
			k++
		}
	}
	return k
}

// addPositionSlips adds the places that slips lead to.
func addPositionSlips(m *Mistakes, p *Problem, g nn.Geometry, at, right point) {
	origin := g.Origin(at.Y, at.X)
	m.Add(place(point{Y: right.Y - origin.Y, X: right.X - origin.X}), "place-in-window",
		place(point{Y: right.Y - origin.Y, X: right.X - origin.X}))
	m.AddVariant(place(point{Y: right.X, X: right.Y}), "h-w-swap", place(point{Y: right.X, X: right.Y}), "place")
	least, most := origin, point{}
	for tap := range g.Taps(at.Y, at.X) {
		if p.Input.at(0, tap.Input) < p.Input.at(0, least) {
			least = tap.Input
		}
	}
	m.AddVariant(place(least), "min-for-max", itoa(p.Input.at(0, least)), "place")
	m.Add(place(at), "output-place", place(at))
	for i := range g.In.H * g.In.W {
		here := point{Y: i / g.In.W, X: i % g.In.W}
		if p.Input.at(0, here) > p.Input.at(0, most) {
			most = here
		}
	}
	m.Add(place(most), "max-of-all", itoa(p.Input.at(0, most)))
	m.Add(place(point{Y: right.Y - 1, X: right.X - 1}), "from-zero", place(point{Y: right.Y - 1, X: right.X - 1}))
}
