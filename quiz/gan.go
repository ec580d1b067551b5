package quiz

import (
	"math"
	"strconv"
	"strings"

	"convtutor/viz"
)

// ganTolerance is how far a value of logarithms worked out by hand may be off:
// people round each of them to two places.
const ganTolerance = 0.02

// thousandths is a number to three decimals, as a whole number of them: so far
// are logarithms printed.
func thousandths(v float64) int { return int(math.Round(1000 * v)) }

// three writes a number to three decimals: "-0.105".
func three(v float64) string { return strconv.FormatFloat(float64(thousandths(v))/1000, 'f', 3, 64) }

// added writes numbers to three decimals as a sum: "-0.105 + (-0.223)".
func added(parts ...float64) string {
	list := make([]string, len(parts))
	for i, p := range parts {
		if list[i] = three(p); i > 0 && strings.HasPrefix(list[i], "-") {
			list[i] = "(" + list[i] + ")"
		}
	}
	return strings.Join(list, " + ")
}

// addsUp says whether parts to three decimals add up to their sum to three
// decimals, so that it can be worked out on what is printed.
func addsUp(parts ...float64) bool {
	sum, whole := 0.0, 0
	for _, p := range parts {
		sum += p
		whole += thousandths(p)
	}
	return thousandths(sum) == whole
}

// logTable says the natural logarithms of 0.1 to 0.9, so that nobody needs a
// calculator. No line breaks between a number and its logarithm.
func logTable() viz.Words {
	list := make([]string, 9)
	for i := range list {
		p := float64(i+1) / 10
		list[i] = "log\u00a0" + viz.Number(p) + "\u00a0=\u00a0" + three(math.Log(p))
	}
	return viz.Words{Key: "quiz.gan.logs", Args: viz.Args{"table": strings.Join(list, ", ")}}
}

// numbersOf writes a list: "0.9, 0.7".
func numbersOf(list []float64) string {
	texts := make([]string, len(list))
	for i, v := range list {
		texts[i] = viz.Number(v)
	}
	return strings.Join(texts, ", ")
}

// tenths draws so many probabilities from 0.1 to 0.9.
func (d dice) tenths(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = float64(d.from(1, 9)) / 10
	}
	return list
}

// distinct adds mistakes to a number with a tolerance, those alone that can be told
// from the answer and from each other.
type distinct struct {
	*Mistakes
	tolerance float64
}

func (m distinct) add(answer, slip, wrong string) { m.addVariant(answer, slip, wrong, "") }

func (m distinct) addVariant(answer, slip, wrong, variant string) {
	v := numeric(answer)
	if math.Abs(v-numeric(m.right)) <= 2*m.tolerance {
		return
	}
	for _, other := range m.list {
		if math.Abs(v-numeric(other.Answer)) <= 2*m.tolerance {
			return
		}
	}
	m.AddVariant(answer, slip, wrong, variant)
}

// numeric is the value of an answer that is a number.
func numeric(answer string) float64 {
	n, err := ReadNumber(answer)
	if err != nil {
		return math.NaN()
	}
	v, _ := n.Float64()
	return v
}

// choose makes a choice of one right option and wrong ones, each with its slip,
// in an order drawn. The words of an option are "<key><answer>".
func (q *Question) choose(d dice, key, right string, wrong ...Option) {
	says := func(answer string) viz.Words { return viz.Words{Key: key + answer} }
	q.Type, q.Answer = TypeChoice, right
	q.Options = []Option{{Answer: right, Says: says(right)}}
	for _, o := range wrong {
		q.wrongWord(o.Answer, o.Slip, says(o.Answer), says(o.Answer))
	}
	d.rng.Shuffle(len(q.Options), func(i, j int) { q.Options[i], q.Options[j] = q.Options[j], q.Options[i] })
}
