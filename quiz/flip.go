package quiz

import (
	"slices"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// flip asks about the half turn that parts convolution in mathematics from what
// networks compute. Level 1 asks for the turned filter: Given.Values "filter"
// is the filter, a grid as it is typed. Levels 2 and 3 ask which of the two
// has made an output: Given.Problem is the operation without a turn, "output"
// in Given.Values what came out. Answers are "cross-correlation" (not turned),
// "convolution" (turned), "both" (it makes no difference) and "neither".
type flip struct{}

func (flip) ID() string       { return "flip" }
func (flip) Topics() []string { return []string{"conv", "known-filters"} }
func (flip) Levels() int      { return 3 }

func (k flip) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawFlip)
}

func drawFlip(d dice, level int) (Question, bool) {
	if level == 1 {
		q := askTurned(d.array(-1, 3, 1, 1, d.from(2, 3), 3))
		return q, len(q.Slips) >= 4
	}
	p := &Problem{
		Op: "conv2d", Layout: "NCHW", Stride: [2]int{1, 1},
		Input: d.array(0, 4, 1, 1, 3, 3), Weight: new(d.array(-1, 2, 1, 1, 2, 2)),
	}
	made := d.one(madePlain, madeTurned)
	if level == 3 {
		made = d.one(madePlain, madeTurned, madeBoth, madeNeither)
	}
	if made == madeBoth { // a filter that is the same upside down
		w := p.Weight.Data
		w[3], w[2] = w[0], w[1]
	}
	q, got, err := askWhichTurn(p, made)
	return q, err == nil && got == made
}

// turned is the filter after half a turn.
func turned(rows [][]float64) [][]float64 {
	return upsideDown(mirrored(rows))
}

func mirrored(rows [][]float64) [][]float64 {
	return arranged(rows, func(at point, h, w int) point { return point{Y: at.Y, X: w - 1 - at.X} })
}

func upsideDown(rows [][]float64) [][]float64 {
	return arranged(rows, func(at point, h, w int) point { return point{Y: h - 1 - at.Y, X: at.X} })
}

// arranged takes each cell from another of the same grid.
func arranged(rows [][]float64, from func(at point, h, w int) point) [][]float64 {
	h, w := len(rows), len(rows[0])
	return planeRows(nn.Size{H: h, W: w}, func(at point) float64 {
		f := from(at, h, w)
		return rows[f.Y][f.X]
	})
}

// askTurned asks for a filter after half a turn.
func askTurned(filter Array) Question {
	rows := filter.grid()
	right := turned(rows)
	m := NewMistakes(GridText(right))
	add := func(slip string, rows [][]float64) { m.Add(GridText(rows), slip, GridText(rows)) }
	add("turn-missed", rows)
	add("mirror-for-turn", mirrored(rows))
	add("upside-down-for-turn", upsideDown(rows))
	add("quarter-turn", mirrored(transposed(rows)))
	text := GridText(rows)
	return Question{
		Topic:  "conv",
		Prompt: []viz.Words{{Key: "quiz.flip.filter", Args: viz.Args{"rows": text}}, {Key: "quiz.flip.ask-turned"}},
		Drawn: Drawn{
			Prompt: []viz.Words{{Key: "quiz.flip.drawn-filter"}, {Key: "quiz.flip.ask-turned"}},
			Planes: []viz.NumberPlane{planeOf("viz.conv.filter", viz.PlaneFilter, rows)},
		},
		Given: Given{Values: Values{"filter": text}},
		Type:  TypeGrid, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.flip.worked-turned", Args: viz.Args{"rows": m.right}}},
	}
}

// grid is the array's one channel, row by row.
func (a Array) grid() [][]float64 {
	return planeRows(nn.Size{H: a.Shape[2], W: a.Shape[3]}, func(at point) float64 { return float64(a.at(0, at)) })
}

// Ways in which an output can have come about, places in flipAnswers.
const (
	madePlain = iota
	madeTurned
	madeBoth
	madeNeither
)

var flipAnswers = []string{madePlain: "cross-correlation", madeTurned: "convolution", madeBoth: "both", madeNeither: "neither"}

// flipSlips name who takes one way (second) for another (first).
var flipSlips = [][]string{
	madePlain:   {madeTurned: "flip", madeBoth: "symmetry-supposed", madeNeither: "sums-off"},
	madeTurned:  {madePlain: "turn-missed", madeBoth: "symmetry-supposed", madeNeither: "sums-off"},
	madeBoth:    {madePlain: "symmetry-missed", madeTurned: "symmetry-missed", madeNeither: "sums-off"},
	madeNeither: {madePlain: "one-cell-checked", madeTurned: "one-cell-checked", madeBoth: "symmetry-supposed"},
}

// askWhichTurn shows an output made in some way and asks for the way. got is the
// way that the engine finds.
func askWhichTurn(p *Problem, made int) (q Question, got int, err error) {
	g, err := p.Geometry()
	if err != nil {
		return q, 0, err
	}
	unturned, turned := p.cellMap(g, plainCell), p.cellMap(g, cellRule{flip: true})
	shown := unturned
	switch made {
	case madeTurned:
		shown = turned
	case madeNeither:
		q := *p
		q.Weight = &Array{Shape: p.Weight.Shape, Data: slices.Concat(mirrored(p.Weight.grid())...)}
		shown = q.cellMap(g, plainCell)
	}
	plain, half, output := GridText(unturned), GridText(turned), GridText(shown)
	switch {
	case plain == half && output == plain:
		got = madeBoth
	case output == plain:
		got = madePlain
	case output == half:
		got = madeTurned
	default:
		got = madeNeither
	}
	q = Question{
		Topic: "conv",
		Prompt: []viz.Words{
			{Key: "quiz.flip.setup", Args: viz.Args{"rows": output}}, {Key: "quiz.flip.ask"},
		},
		Drawn: Drawn{
			Prompt: []viz.Words{{Key: "quiz.flip.drawn-setup"}, {Key: "quiz.flip.ask"}},
			Planes: []viz.NumberPlane{planeOf("filters.output", viz.PlaneOutput, shown)},
		},
		Given: Given{Problem: p, Values: Values{"output": output}},
		Type:  TypeChoice, Answer: flipAnswers[got],
		Worked: []viz.Words{
			{Key: "quiz.flip.worked-plain", Args: viz.Args{"rows": plain}},
			{Key: "quiz.flip.worked-half", Args: viz.Args{"rows": half}},
			{Key: "quiz.flip.worked-" + flipAnswers[got], Args: viz.Args{"rows": output}},
		},
	}
	for i, answer := range flipAnswers {
		o := Option{Answer: answer, Says: viz.Words{Key: "quiz.flip.option-" + answer}}
		if i != got {
			o.Slip = flipSlips[got][i]
			q.Slips = append(q.Slips, Mistake{answer, o.Slip, why(o.Slip, flipWhy(o.Slip), output)})
		}
		q.Options = append(q.Options, o)
	}
	return q, got, nil
}

// flipWhy is the variant of a slip's words that speaks of a whole output.
func flipWhy(slip string) string {
	if slip == "flip" || slip == "turn-missed" {
		return "output"
	}
	return ""
}
