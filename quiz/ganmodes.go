package quiz

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/viz"
)

// ganModes asks whether a generator makes all that the data has: level 1 how
// many modes are missing, level 2 which generator comes nearest to the data,
// level 3 how many of its samples would have to be of another mode. Given.Values
// has "data" and "made", samples counted mode by mode, equally many in all; at
// level 2 counts are written "25 25 50", and "made" is a list of them. Given.Ask is
// "missing" (modes never made), "nearest" (least samples in the wrong mode) or
// "wrong" (the sum of what is made too much).
type ganModes struct{}

func (ganModes) ID() string       { return "gan-modes" }
func (ganModes) Topics() []string { return []string{"gan-1d"} }
func (ganModes) Levels() int      { return 3 }

func (k ganModes) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawGanModes)
}

// counts parts a hundred samples among modes, each at least least.
func (d dice) counts(modes, least int) []int {
	list := make([]int, modes)
	for i := range list {
		list[i] = least
	}
	for range (100 - modes*least) / 5 {
		list[d.from(0, modes-1)] += 5
	}
	return list
}

// wrongMode is how many samples are of a mode that has enough of them.
func wrongMode(data, made []int) int {
	n := 0
	for i := range data {
		n += max(0, made[i]-data[i])
	}
	return n
}

// countsText writes counts as they are typed: "25 25 50".
func countsText(list []int) string { return strings.Trim(fmt.Sprint(list), "[]") }

func drawGanModes(d dice, level int) (Question, bool) {
	if level == 2 {
		return askNearest(d)
	}
	n := d.from(4, 6)
	data, made := d.counts(n, 5), d.counts(n, 0)
	for range d.from(1, n-2) {
		from, to := d.from(0, n-1), d.from(0, n-1)
		if from != to { // a mode collapses into another
			made[to], made[from] = made[to]+made[from], 0
		}
	}
	missing := 0
	for _, m := range made {
		if m == 0 {
			missing++
		}
	}
	if missing == 0 {
		return Question{}, false
	}
	if level == 1 {
		return askMissing(data, made, missing)
	}
	return askWrongMode(data, made)
}

func modesQuestion(data, made []int, ask string, m *Mistakes, worked viz.Words) (Question, bool) {
	return Question{
		Prompt: []viz.Words{
			{Key: "quiz.gan-modes.counts", Args: viz.Args{"data": countsText(data), "made": countsText(made), "n": len(data)}},
			{Key: "quiz.gan-modes.ask-" + ask},
		},
		Given: Given{Ask: ask, Values: Values{"data": data, "made": made}},
		Type:  TypeNumber, Answer: m.right, Slips: m.list, Worked: []viz.Words{worked},
	}, len(m.list) >= 3
}

func askMissing(data, made []int, missing int) (Question, bool) {
	m := NewMistakes(itoa(missing))
	m.Add("0", "collapse-is-success", "0")
	m.Add(itoa(len(made)-missing), "modes-made", fmt.Sprintf("%d - %d = %d", len(made), missing, len(made)-missing))
	fewer := 0
	for i := range made {
		if made[i] < data[i] {
			fewer++
		}
	}
	m.Add(itoa(fewer), "rare-is-missing", itoa(fewer))
	m.Add(itoa(len(made)), "all-modes", itoa(len(made)))
	return modesQuestion(data, made, "missing", m, viz.Words{Key: "quiz.gan-modes.worked-missing", Args: viz.Args{"n": missing, "of": len(made)}})
}

func askWrongMode(data, made []int) (Question, bool) {
	right := wrongMode(data, made)
	var parts []string
	for i := range made {
		if made[i] > data[i] {
			parts = append(parts, fmt.Sprintf("(%d - %d)", made[i], data[i]))
		}
	}
	sum := strings.Join(parts, " + ")
	m := NewMistakes(itoa(right))
	m.Add("0", "collapse-is-success", "0")
	m.Add(itoa(2*right), "counted-twice", fmt.Sprintf("2*%d = %d", right, 2*right))
	m.Add(itoa(slices.Max(made)), "largest-mode", itoa(slices.Max(made)))
	m.Add(itoa(100-right), "modes-made", fmt.Sprintf("100 - %d = %d", right, 100-right))
	return modesQuestion(data, made, "wrong", m, viz.Words{Key: "quiz.gan-modes.worked-wrong", Args: viz.Args{"sum": fmt.Sprintf("%s = %d", sum, right)}})
}

// askNearest asks which of four generators comes nearest to the data.
func askNearest(d dice) (Question, bool) {
	n := d.from(3, 5)
	data := d.counts(n, 5)
	near, back := slices.Clone(data), slices.Clone(data)
	near[0], near[n-1] = near[0]+2, near[n-1]-2
	slices.Reverse(back)
	one, even := make([]int, n), make([]int, n)
	one[slices.Index(data, slices.Max(data))] = 100
	for i := range even {
		even[i] = 100 / n
	}
	even[0] += 100 % n
	q := Question{Type: TypeChoice, Answer: countsText(near), Options: []Option{{Answer: countsText(near)}}}
	q.Worked = []viz.Words{{Key: "quiz.gan-modes.worked-nearest", Args: viz.Args{"made": q.Answer, "n": wrongMode(data, near)}}}
	fine := true
	for _, o := range []struct {
		made []int
		slip string
	}{{one, "collapse-is-success"}, {even, "even-is-right"}, {back, "modes-mixed"}} {
		text, off := countsText(o.made), wrongMode(data, o.made)
		fine = fine && off > wrongMode(data, near)+4 && notYetThere(q.Options, text)
		q.Options = append(q.Options, Option{Answer: text, Slip: o.slip})
		q.Slips = append(q.Slips, Mistake{text, o.slip, why(o.slip, "", text)})
	}
	d.rng.Shuffle(4, func(i, j int) { q.Options[i], q.Options[j] = q.Options[j], q.Options[i] })
	var made []string
	for _, o := range q.Options {
		made = append(made, o.Answer)
	}
	q.Given = Given{Ask: "nearest", Values: Values{"data": countsText(data), "made": made}}
	q.Prompt = []viz.Words{
		{Key: "quiz.gan-modes.data", Args: viz.Args{"data": countsText(data), "n": n}},
		{Key: "quiz.gan-modes.ask-nearest"},
	}
	return q, fine
}

// notYetThere says whether an answer is not among the options yet.
func notYetThere(options []Option, answer string) bool {
	return !slices.ContainsFunc(options, func(o Option) bool { return o.Answer == answer })
}
