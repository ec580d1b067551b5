package quiz

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// readsPlace asks for a pixel that a number of windows read; any that so many
// read is right. Given.Spec lays the windows, "reads" in Given.Values is the
// number; the numbers in the field are a picture and mean nothing.
type readsPlace struct{}

func (readsPlace) ID() string       { return "reads-place" }
func (readsPlace) Topics() []string { return []string{"padding", "stride"} }
func (readsPlace) Levels() int      { return 3 }

func (k readsPlace) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawReadsPlace)
}

func drawReadsPlace(d dice, level int) (Question, bool) {
	s := viz.SlideSetup{In: d.from(5, 6), Filter: 3, Stride: 1}
	switch level {
	case 2:
		s = viz.SlideSetup{In: d.from(5, 7), Filter: 3, Stride: 1, Padding: 1}
	case 3:
		s = viz.SlideSetup{In: d.from(5, 7), Filter: d.from(3, 4), Stride: 2, Padding: d.from(0, 1)}
	}
	at := point{Y: d.from(0, s.In-1), X: d.from(0, s.In-1)}
	n, byRow, byColumn, err := countReads(s, at)
	if err != nil {
		return Question{}, false
	}
	q, err := aboutReadsPlace(s, n, d.array(0, 9, 1, 1, s.In, s.In).grid())
	many := 1 + len(q.Accept)
	return q, err == nil && len(q.Slips) >= 3 && n > 0 && byRow*byColumn == n && 2*many < s.In*s.In
}

// pixelCount is how many windows read a pixel, and how many lie over its row
// and its column.
type pixelCount struct{ n, byRow, byColumn int }

// aboutReadsPlace asks for a pixel that n windows read.
func aboutReadsPlace(s viz.SlideSetup, n int, field [][]float64) (Question, error) {
	g, err := s.Geometry(nn.RuleFloor)
	if err != nil {
		return Question{}, err
	}
	var right []point
	rows, columns := g.ReadsByAxis()
	eachCell(nn.Square(s.In), func(at point) {
		if rows[at.Y]*columns[at.X] == n {
			right = append(right, at)
		}
	})
	if len(right) == 0 {
		return Question{}, fmt.Errorf("quiz: no pixel is read %d times", n)
	}
	m := NewMistakes(place(right[0]))
	taken := map[point]bool{}
	for _, p := range right {
		taken[p] = true
	}
	for _, slip := range readsPlaceSlips(s) {
		eachCell(nn.Square(s.In), func(at point) {
			wrong, text, ok := slip.rule(at, pixelCount{rows[at.Y] * columns[at.X], rows[at.Y], columns[at.X]})
			if ok && wrong == n && !taken[at] {
				taken[at] = true
				m.AddVariant(place(at), slip.id, text, slip.variant)
			}
		})
	}
	args := slideArgs(s)
	args["reads"], args["row"], args["column"] = n, right[0].Y+1, right[0].X+1
	args["byrow"], args["bycolumn"] = rows[right[0].Y], columns[right[0].X]
	args["sum"] = product(n, rows[right[0].Y], columns[right[0].X])
	args["many"] = len(right)
	q := Question{
		Kind: readsPlace{}.ID(), Level: 1, Topic: sideTopic(s),
		Prompt: []viz.Words{{Key: "quiz.reads.setup", Args: args}, {Key: "quiz.reads-place.ask", Args: args}},
		Given:  Given{Spec: slideSpec(s), Rule: "floor", Values: Values{"reads": n}},
		Type:   TypePlace, Answer: m.right, Field: field, Slips: m.list,
		Worked: []viz.Words{
			{Key: "quiz.worked.reads-row", Args: args},
			{Key: "quiz.worked.reads-column", Args: args},
			{Key: "quiz.reads-place.worked", Args: args},
		},
	}
	for _, p := range right[1:] {
		q.Accept = append(q.Accept, place(p))
	}
	return q, nil
}

func eachCell(size nn.Size, visit func(at point)) {
	for y := range size.H {
		for x := range size.W {
			visit(point{Y: y, X: x})
		}
	}
}

// readsPlaceSlip computes how often a slip takes a pixel to be read.
type readsPlaceSlip struct {
	id, variant string
	rule        func(at point, c pixelCount) (n int, arithmetic string, ok bool)
}

func readsPlaceSlips(s viz.SlideSetup) []readsPlaceSlip {
	other := func(t viz.SlideSetup) func(point, pixelCount) (int, string, bool) {
		return func(at point, _ pixelCount) (int, string, bool) {
			n, r, c, err := countReads(t, at)
			return n, product(n, r, c), err == nil
		}
	}
	slips := []readsPlaceSlip{
		{"pad-ignored", "reads", other(s.With(viz.SlidePadding, 0))},
		{"stride-ignored", "reads", other(s.With(viz.SlideStride, 1))},
		{"axes-added", "", func(_ point, c pixelCount) (int, string, bool) {
			return c.byRow + c.byColumn, fmt.Sprintf("%d + %d = %d", c.byRow, c.byColumn, c.byRow+c.byColumn), true
		}},
		{"one-axis", "", func(_ point, c pixelCount) (int, string, bool) { return c.byRow, itoa(c.byRow), true }},
		{"one-axis", "", func(_ point, c pixelCount) (int, string, bool) { return c.byColumn, itoa(c.byColumn), true }},
		{"reads-everywhere", "", func(point, pixelCount) (int, string, bool) {
			return s.Filter * s.Filter, product(s.Filter*s.Filter, s.Filter, s.Filter), true
		}},
		{"reads-once", "", func(point, pixelCount) (int, string, bool) { return 1, "1", true }},
	}
	if s.Padding == 0 {
		slips = append(slips, readsPlaceSlip{"pad-added", "reads", other(s.With(viz.SlidePadding, 1))})
	}
	return slips
}
