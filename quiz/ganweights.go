package quiz

import (
	"fmt"
	"strings"

	"convtutor/viz"
)

// ganWeights asks what a step of training changes: level 1 which parts are
// changed, level 2 through which layers the gradient flows, level 3 how many
// parameters one step changes. Given.Values has "step", the net that
// learns ("D" or "G"), and "parts" (layers as "G1" or "D2", and "z" and "x");
// Given.Ask is "changed" or "flows" (D's step stays inside D, G's comes through
// D). At level 3 it is "count", "g" and "d" are the nets' parameters layer by
// layer.
type ganWeights struct{}

func (ganWeights) ID() string       { return "gan-weights" }
func (ganWeights) Topics() []string { return []string{"gan-arch", "gan-loss"} }
func (ganWeights) Levels() int      { return 3 }

func (k ganWeights) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawGanWeights)
}

func drawGanWeights(d dice, level int) (Question, bool) {
	net := d.text("D", "G")
	if level == 3 {
		return askChangedCount(d, net)
	}
	ask := "changed"
	if level == 2 {
		ask = "flows"
	}
	return askParts(d, net, ask)
}

// partSlip is the slip of who takes a part for one that is asked for; "" where
// it is one.
func partSlip(part, net, ask string) string {
	switch {
	case strings.HasPrefix(part, net):
		return ""
	case part == "z":
		return "noise-learned"
	case part == "x":
		return "data-learned"
	case ask == "flows" && net == "G":
		return "" // the gradient reaches G through D
	}
	return "g-and-d-swap"
}

func askParts(d dice, net, ask string) (Question, bool) {
	parts := []string{"z", "x"}
	g, dd := d.from(2, 3), d.from(2, 3)
	for i := range g {
		parts = append(parts, fmt.Sprintf("G%d", i+1))
	}
	for i := range dd {
		parts = append(parts, fmt.Sprintf("D%d", i+1))
	}
	d.rng.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	q := Question{
		Topic: "gan-arch", Type: TypeSeveral,
		Prompt: []viz.Words{
			{Key: "quiz.gan-weights.nets", Args: viz.Args{"g": g, "d": dd, "net": net, "batch": d.one(16, 32, 64, 128)}},
			{Key: "quiz.gan-weights.ask-" + ask},
		},
		Given:  Given{Ask: ask, Values: Values{"step": net, "parts": parts}},
		Worked: []viz.Words{{Key: "quiz.gan-weights.worked-" + ask + "-" + strings.ToLower(net)}},
	}
	if ask == "flows" {
		q.Topic = "gan-loss"
	}
	var right, own, others []string
	for _, part := range parts {
		slip := partSlip(part, net, ask)
		says := viz.Words{Key: "quiz.gan-weights.layer", Args: viz.Args{"net": part[:1], "n": part[1:]}}
		if len(part) == 1 {
			says = viz.Words{Key: "quiz.gan-weights.part-" + part}
		}
		q.Options = append(q.Options, Option{Answer: part, Slip: slip, Says: says})
		if slip == "" {
			right = append(right, part)
		} else {
			q.Slips = append(q.Slips, Mistake{part, slip, viz.Words{Key: "slip." + slip + ".why", Args: viz.Args{"wrong": says}}})
		}
		if strings.HasPrefix(part, net) {
			own = append(own, part)
		} else if len(part) > 1 {
			others = append(others, part)
		}
	}
	q.Answer = strings.Join(right, "; ")
	whole := func(list []string, slip string) {
		if text := strings.Join(list, "; "); text != q.Answer {
			q.Slips = append(q.Slips, Mistake{text, slip, why(slip, "", strings.Join(list, ", "))})
		}
	}
	whole(others, "g-and-d-swap")
	whole(own, "gradient-needs-update")
	return q, len(q.Slips) >= 3
}

// askChangedCount asks how many parameters a step changes.
func askChangedCount(d dice, net string) (Question, bool) {
	layers := func() []int {
		list := make([]int, d.from(2, 3))
		for i := range list {
			list[i] = 10 * d.from(2, 90)
		}
		return list
	}
	g, dd := layers(), layers()
	own, other := g, dd
	if net == "D" {
		own, other = dd, g
	}
	right, text := wholeSum(own)
	swapped, swappedText := wholeSum(other)
	m := NewMistakes(itoa(right))
	m.Add(itoa(swapped), "g-and-d-swap", swappedText)
	m.Add(itoa(right+swapped), "both-move", fmt.Sprintf("%d + %d = %d", right, swapped, right+swapped))
	m.Add(itoa(own[len(own)-1]), "last-layer-alone", itoa(own[len(own)-1]))
	_, gs := wholeSum(g)
	_, ds := wholeSum(dd)
	before := func(s string) string { list, _, _ := strings.Cut(s, " ="); return strings.ReplaceAll(list, " +", ",") }
	return Question{
		Prompt: []viz.Words{
			{Key: "quiz.gan-weights.counts", Args: viz.Args{"g": before(gs), "d": before(ds)}},
			{Key: "quiz.gan-weights.ask-count", Args: viz.Args{"net": net}},
		},
		Given: Given{Ask: "count", Values: Values{"step": net, "g": g, "d": dd}},
		Type:  TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.gan-weights.worked-count", Args: viz.Args{"net": net, "sum": text}}},
	}, len(m.list) >= 3
}

// wholeSum adds numbers up and writes it out: "20 + 30 = 50".
func wholeSum(list []int) (sum int, text string) {
	parts := make([]string, len(list))
	for i, n := range list {
		sum, parts[i] = sum+n, itoa(n)
	}
	return sum, fmt.Sprintf("%s = %d", strings.Join(parts, " + "), sum)
}
