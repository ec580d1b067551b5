package quiz

import (
	"fmt"
	"math"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// ganValue asks for V(D, G) at what D says: level 1 of one real sample and one
// fake, level 2 of some of each, whose mean is taken; level 3 asks which net
// likes which of two states better. Given.Values has "d_real" and "d_fake",
// lists of D(x) and of D(G(z)); Given.Ask is "value" (log D(x) + log(1 -
// D(G(z))), means, natural logarithms) or "who", where the lists hold state A
// and state B. Who is "d-a" (D likes A better and G likes B), "g-a" (the other
// way), "both-a" or "both-b".
type ganValue struct{}

func (ganValue) ID() string       { return "gan-v" }
func (ganValue) Topics() []string { return []string{"gan-value"} }
func (ganValue) Levels() int      { return 3 }

func (k ganValue) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawGanValue)
}

func drawGanValue(d dice, level int) (Question, bool) {
	switch level {
	case 1:
		return askValue(d.tenths(1), d.tenths(1), "one")
	case 2:
		return askValue(d.tenths(2), d.tenths(2), "mean")
	}
	return askWhoLikes(d, d.tenths(2), d.tenths(2))
}

// meanText is the mean of logarithms as it is worked out; of is "" or "1 - ".
func meanText(function, of string, list []float64) string {
	logs := make([]string, len(list))
	for i, p := range list {
		logs[i] = function + "(" + of + viz.Number(p) + ")"
	}
	if len(list) == 1 {
		return logs[0]
	}
	return fmt.Sprintf("(%s)/%d", strings.Join(logs, " + "), len(list))
}

// askValue asks for V; which names the sentences.
func askValue(genuine, fake []float64, which string) (Question, bool) {
	value, first, second := nn.AdversarialValue(genuine, fake), nn.MeanLog(genuine), nn.AdversarialValue(nil, fake)
	m := NewMistakes(three(value))
	addAdversarialSlips(distinct{m, ganTolerance}, genuine, fake)
	return Question{
		Prompt: []viz.Words{
			{Key: "quiz.gan-v.says-" + which, Args: viz.Args{"real": numbersOf(genuine), "fake": numbersOf(fake)}},
			logTable(),
			{Key: "quiz.gan-v.ask-" + which},
		},
		Given: Given{Ask: "value", Values: Values{"d_real": genuine, "d_fake": fake}},
		Type:  TypeNumber, Answer: m.right, Tolerance: ganTolerance, Slips: m.list,
		Worked: []viz.Words{
			{Key: "quiz.gan-v.worked-real", Args: viz.Args{"sum": meanText("log", "", genuine) + " ≈ " + three(first)}},
			{Key: "quiz.gan-v.worked-fake", Args: viz.Args{"sum": meanText("log", "1 - ", fake) + " ≈ " + three(second)}},
			{Key: "quiz.gan-v.worked-sum", Args: viz.Args{"sum": added(first, second) + " = " + three(value)}},
		},
	}, len(m.list) >= 3 && addsUp(first, second)
}

func addAdversarialSlips(m distinct, genuine, fake []float64) {
	value := nn.AdversarialValue(genuine, fake)
	add := func(slip, text string, v float64) { m.add(three(v), slip, text+" ≈ "+three(v)) }
	add("one-minus-forgotten", meanText("log", "", genuine)+" + "+meanText("log", "", fake), nn.MeanLog(genuine)+nn.MeanLog(fake))
	add("sign-forgotten", fmt.Sprintf("-(%s + %s)", meanText("log", "", genuine), meanText("log", "1 - ", fake)), -value)
	add("log-base-ten", meanText("log10", "", genuine)+" + "+meanText("log10", "1 - ", fake), value/math.Ln10)
	add("real-fake-swap", meanText("log", "1 - ", genuine)+" + "+meanText("log", "", fake), nn.AdversarialValue(fake, genuine))
	add("real-term-alone", meanText("log", "", genuine), nn.MeanLog(genuine))
	add("fake-term-alone", meanText("log", "1 - ", fake), nn.AdversarialValue(nil, fake))
	if n := len(genuine); n > 1 {
		add("sum-for-mean", fmt.Sprintf("%d*(%s) + %d*(%s)", n, meanText("log", "", genuine), n, meanText("log", "1 - ", fake)), float64(n)*value)
	}
}

// askWhoLikes asks which net likes which of two states better.
func askWhoLikes(d dice, genuine, fake []float64) (Question, bool) {
	a, b := nn.AdversarialValue(genuine[:1], fake[:1]), nn.AdversarialValue(genuine[1:], fake[1:])
	right, swapped, higher, lower := "d-a", "g-a", "both-a", "both-b"
	if a < b {
		right, swapped, higher, lower = swapped, right, lower, higher
	}
	state := func(name string, i int, v float64) viz.Words {
		return viz.Words{Key: "quiz.gan-v.worked-state", Args: viz.Args{"state": name, "sum": fmt.Sprintf(
			"log(%s) + log(1 - %s) ≈ %s", viz.Number(genuine[i]), viz.Number(fake[i]), three(v))}}
	}
	q := Question{
		Prompt: []viz.Words{
			{Key: "quiz.gan-v.states", Args: viz.Args{
				"ra": viz.Number(genuine[0]), "fa": viz.Number(fake[0]), "rb": viz.Number(genuine[1]), "fb": viz.Number(fake[1]),
			}},
			logTable(),
			{Key: "quiz.gan-v.ask-who"},
		},
		Given: Given{Ask: "who", Values: Values{"d_real": genuine, "d_fake": fake}},
		Worked: []viz.Words{
			state("A", 0, a), state("B", 1, b),
			{Key: "quiz.gan-v.worked-who", Args: viz.Args{"who": viz.Words{Key: "quiz.gan-v." + right}}},
		},
	}
	q.choose(d, "quiz.gan-v.", right,
		Option{Answer: swapped, Slip: "g-and-d-swap"}, Option{Answer: higher, Slip: "one-goal-for-both"}, Option{Answer: lower, Slip: "low-loss-good"})
	return q, math.Abs(a-b) > 0.1 &&
		addUpInPrint(genuine[0], fake[0]) && addUpInPrint(genuine[1], fake[1])
}

// addUpInPrint says whether V of one sample each can be worked out from logarithms as
// they are printed.
func addUpInPrint(genuine, fake float64) bool { return addsUp(math.Log(genuine), math.Log(1-fake)) }
