package quiz

import (
	"fmt"
	"math"
	"math/big"
	"slices"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// ganBest asks about the best D for given densities: level 1 for D(x) at a
// point, level 2 at one of some points, level 3 for V at the best D.
// Given.Values has "p_data" and "p_g", lists of densities or of probabilities
// point by point, and "point", the one asked for, counted from 1; Given.Ask is
// "best" (p_data/(p_data + p_g) at that point) or "value" (the sum over all
// points of p_data log D(x) + p_g log(1 - D(x)), natural logarithms).
type ganBest struct{}

func (ganBest) ID() string       { return "gan-best-d" }
func (ganBest) Topics() []string { return []string{"gan-value", "gan-1d"} }
func (ganBest) Levels() int      { return 3 }

func (k ganBest) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawGanBest)
}

func drawGanBest(d dice, level int) (Question, bool) {
	switch level {
	case 1:
		data, made := d.from(1, 19)*5, d.from(1, 19)*5
		if d.chance(5) { // the goal: both the same
			made = data
		}
		return askBest([]int{data}, []int{made}, 0)
	case 2:
		n := d.from(3, 5)
		data, made := d.hundred(n), d.hundred(n)
		return askBest(data, made, d.from(0, n-1))
	}
	return d.valueAtBest()
}

// valueAtBest draws more often than other questions: in few tables can V be worked
// out with the logarithms that are told. Most of these have both lists equal,
// of which most are drawn anew.
func (d dice) valueAtBest() (q Question, ok bool) {
	for range 50 {
		n := d.from(2, 3)
		data, made := d.cut(n), d.cut(n)
		if slices.Equal(data, made) && !d.chance(5) {
			continue
		}
		if q, ok = askValueAtBest(data, made); ok {
			break
		}
	}
	return q, ok
}

// hundred parts a hundred into n parts, each a multiple of ten and more than 0.
func (d dice) hundred(n int) []int {
	parts := make([]int, n)
	for i := range parts {
		parts[i] = 10
	}
	for range 10 - n {
		parts[d.from(0, n-1)] += 10
	}
	return parts
}

// cut parts a hundred into n parts, each a multiple of five and more than 0; each
// way of doing so is equally likely, so that uneven ones are not rare.
func (d dice) cut(n int) []int {
	places := d.rng.Perm(19)[:n-1]
	slices.Sort(places)
	parts, at := make([]int, n), 0
	for i := range parts {
		to := 20
		if i < len(places) {
			to = places[i] + 1
		}
		parts[i], at = 5*(to-at), to
	}
	return parts
}

// hundredths are whole numbers as hundredths.
func hundredths(list []int) []float64 {
	parts := make([]float64, len(list))
	for i, n := range list {
		parts[i] = float64(n) / 100
	}
	return parts
}

// bestTolerance lets two decimals stand for a fraction.
const bestTolerance = 0.005

// asFraction writes a number as a fraction with a divisor of under below: "3/4".
func asFraction(v float64, under int) string {
	return big.NewRat(int64(math.Round(v*float64(under))), int64(under)).RatString()
}

// askBest asks for the best D at a point; densities are in hundredths.
func askBest(data, made []int, at int) (Question, bool) {
	p, g := data[at], made[at]
	ps, gs := viz.Number(float64(p)/100), viz.Number(float64(g)/100)
	right := asFraction(nn.BestDiscriminator(float64(p), float64(g)), p+g)
	m := distinct{NewMistakes(right), bestTolerance}
	if p == g {
		m.add("1", "half-is-broken", "1")
		m.add("0", "half-is-broken", "0")
	}
	share := fmt.Sprintf("%s/(%s + %s)", ps, ps, gs)
	m.add(asFraction(float64(g)/float64(p+g), p+g), "densities-swapped", fmt.Sprintf("%s/(%s + %s) = %s", gs, ps, gs, big.NewRat(int64(g), int64(p+g)).RatString()))
	m.add(ps, "density-for-d", ps)
	m.add(big.NewRat(int64(p), int64(g)).RatString(), "ratio-for-share", fmt.Sprintf("%s/%s = %s", ps, gs, big.NewRat(int64(p), int64(g)).RatString()))
	m.add(viz.Number(float64(p-g)/100), "difference-for-share", fmt.Sprintf("%s - %s = %s", ps, gs, viz.Number(float64(p-g)/100)))
	sure := "0"
	if p > g {
		sure = "1"
	}
	m.add(sure, "d-decides", sure)
	m.add(viz.Number(float64(p+g)/100), "sum-for-share", fmt.Sprintf("%s + %s = %s", ps, gs, viz.Number(float64(p+g)/100)))
	which, topic := "point", "gan-value"
	if len(data) > 1 {
		which, topic = "table", "gan-1d"
	}
	q := Question{
		Topic: topic,
		Prompt: []viz.Words{
			{Key: "quiz.gan-best-d.given-" + which, Args: viz.Args{"data": numbersOf(hundredths(data)), "made": numbersOf(hundredths(made)), "n": len(data)}},
			{Key: "quiz.gan-best-d.ask-" + which, Args: viz.Args{"x": at + 1}},
		},
		Given: Given{Ask: "best", Values: Values{"p_data": hundredths(data), "p_g": hundredths(made), "point": at + 1}},
		Type:  TypeNumber, Answer: right, Tolerance: bestTolerance, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.gan-best-d.worked", Args: viz.Args{"sum": share + " = " + right}}},
	}
	if p == g {
		q.Worked = append(q.Worked, viz.Words{Key: "quiz.gan-best-d.worked-half"})
	}
	return q, len(m.list) >= 3
}

// askValueAtBest asks for V where D is the best at each point.
func askValueAtBest(data, made []int) (Question, bool) {
	p, g := hundredths(data), hundredths(made)
	parts := make([]float64, len(p))
	right := nn.ValueAtBest(p, g)
	q := Question{
		Prompt: []viz.Words{
			{Key: "quiz.gan-best-d.given-table", Args: viz.Args{"data": numbersOf(p), "made": numbersOf(g), "n": len(p)}},
			logTable(),
			{Key: "quiz.gan-best-d.ask-value"},
		},
		Given: Given{Ask: "value", Values: Values{"p_data": p, "p_g": g}},
		Type:  TypeNumber, Answer: three(right), Tolerance: ganTolerance,
	}
	for i := range p {
		best := nn.BestDiscriminator(p[i], g[i])
		if math.Abs(10*best-math.Round(10*best)) > 1e-9 {
			return q, false // not in the table of logarithms
		}
		parts[i] = nn.ValueAtBest(p[i:i+1], g[i:i+1])
		ps, gs, ds := viz.Number(p[i]), viz.Number(g[i]), viz.Number(best)
		q.Worked = append(q.Worked, viz.Words{Key: "quiz.gan-best-d.worked-point", Args: viz.Args{
			"x": i + 1, "best": fmt.Sprintf("%s/(%s + %s) = %s", ps, ps, gs, ds),
			"sum": fmt.Sprintf("%s*log(%s) + %s*log(1 - %s) ≈ %s", ps, ds, gs, ds, three(parts[i])),
		}})
	}
	q.Worked = append(q.Worked, viz.Words{Key: "quiz.gan-best-d.worked-value", Args: viz.Args{"sum": added(parts...) + " = " + three(right)}})
	m := distinct{NewMistakes(three(right)), ganTolerance}
	m.addVariant("0", "half-is-broken", "0", "value")
	m.add(three(-right), "sign-forgotten", fmt.Sprintf("-(%s) = %s", three(right), three(-right)))
	m.add(three(right/math.Ln10), "log-base-ten", three(right/math.Ln10))
	genuine, bare := 0.0, 0.0
	for i := range p {
		best := nn.BestDiscriminator(p[i], g[i])
		genuine += float64(p[i] * math.Log(best))
		bare += math.Log(best) + math.Log(1-best)
	}
	m.add(three(genuine), "real-term-alone", three(genuine))
	m.add(three(bare), "densities-forgotten", three(bare))
	if q.Slips = m.list; slices.Equal(p, g) {
		q.Worked = append(q.Worked, viz.Words{Key: "quiz.gan-best-d.worked-equal", Args: viz.Args{"sum": "-log(4) ≈ " + three(-math.Log(4))}})
	}
	return q, len(m.list) >= 3 && addsUp(parts...)
}
