package quiz

import (
	"strings"

	"convtutor/viz"
)

// ganGoals asks who makes what larger or smaller: level 1 where a net that
// learns pushes D(x) and D(G(z)), level 2 whose step it was and what V did,
// level 3 which sentences are true. Given.Values has at level 1 "net" ("D" or
// "G"; answered "up-down", "down-up", "same-up" or "same-down": D(x), then
// D(G(z))); at level 2 "before" and "after", each D(x) and D(G(z)) (answered
// "d-rose", "d-fell", "g-rose" or "g-fell"); at level 3 "sentences", each a net,
// "raises" or "lowers", and a term, which is real-term, log D(x), fake-term,
// log(1 - D(G(z))), passing-term, log D(G(z)), value, V, real-answer, D(x), or
// fake-answer, D(G(z)): true is what moves as the net wants it, D V and D(x) up
// and D(G(z)) down, G V down and D(G(z)) up. "now" holds D(x) and D(G(z)).
type ganGoals struct{}

func (ganGoals) ID() string       { return "gan-goals" }
func (ganGoals) Topics() []string { return []string{"gan-value", "gan-loss"} }
func (ganGoals) Levels() int      { return 3 }

func (k ganGoals) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawGanGoals)
}

func drawGanGoals(d dice, level int) (Question, bool) {
	switch level {
	case 1:
		return askPush(d, d.text("D", "G"))
	case 2:
		return askWhoseStep(d)
	}
	return askGoals(d)
}

func askPush(d dice, net string) (Question, bool) {
	now := d.tenths(2)
	q := Question{
		Prompt: []viz.Words{{Key: "quiz.gan-goals.push-" + strings.ToLower(net), Args: viz.Args{"real": viz.Number(now[0]), "fake": viz.Number(now[1])}}},
		Given:  Given{Values: Values{"net": net, "d_real": now[0], "d_fake": now[1]}},
		Worked: []viz.Words{{Key: "quiz.gan-goals.worked-push-" + strings.ToLower(net)}},
	}
	if net == "D" {
		q.choose(d, "quiz.gan-goals.", "up-down", Option{Answer: "same-up", Slip: "g-and-d-swap"},
			Option{Answer: "down-up", Slip: "real-fake-swap"}, Option{Answer: "same-down", Slip: "real-term-forgotten"})
	} else {
		q.choose(d, "quiz.gan-goals.", "same-up", Option{Answer: "up-down", Slip: "g-and-d-swap"},
			Option{Answer: "down-up", Slip: "g-moves-real"}, Option{Answer: "same-down", Slip: "goal-inverted"})
	}
	return q, true
}

// askWhoseStep shows D's answers before and after a step that did its job.
func askWhoseStep(d dice) (Question, bool) {
	before, moved := d.tenths(2), d.tenths(2)
	after, right, net, rest := moved, "d-rose", "D", []Option{
		{Answer: "g-rose", Slip: "g-and-d-swap"}, {Answer: "d-fell", Slip: "low-loss-good"}, {Answer: "g-fell", Slip: "g-and-d-swap"},
	}
	fine := moved[0] > before[0] && moved[1] < before[1]
	if d.chance(2) {
		after, right, net, rest = []float64{before[0], moved[1]}, "g-fell", "G", []Option{
			{Answer: "d-fell", Slip: "g-and-d-swap"}, {Answer: "g-rose", Slip: "goal-inverted"}, {Answer: "d-rose", Slip: "g-and-d-swap"},
		}
		fine = moved[1] > before[1]
	}
	q := Question{
		Prompt: []viz.Words{
			{Key: "quiz.gan-goals.step", Args: viz.Args{
				"r1": viz.Number(before[0]), "f1": viz.Number(before[1]), "r2": viz.Number(after[0]), "f2": viz.Number(after[1]),
			}},
			{Key: "quiz.gan-goals.ask-step"},
		},
		Given:  Given{Values: Values{"before": before, "after": after}},
		Worked: []viz.Words{{Key: "quiz.gan-goals.worked-step-" + strings.ToLower(net)}},
	}
	q.choose(d, "quiz.gan-goals.", right, rest...)
	return q, fine
}

// goals are sentences about who makes what larger or smaller, with the slip of
// who takes a wrong one for true.
var goals = []struct{ sentence, slip string }{
	{"D raises real-term", ""},
	{"D raises fake-term", ""},
	{"G lowers fake-term", ""},
	{"G raises passing-term", ""},
	{"D lowers real-term", "goal-inverted"},
	{"D lowers fake-term", "g-and-d-swap"},
	{"G raises fake-term", "g-and-d-swap"},
	{"G lowers real-term", "g-moves-real"},
	{"G lowers passing-term", "goal-inverted"},
	{"D raises passing-term", "g-and-d-swap"},
	{"D raises value", ""},
	{"G lowers value", ""},
	{"D lowers value", "g-and-d-swap"},
	{"G raises value", "g-and-d-swap"},
	{"D raises real-answer", ""},
	{"D lowers fake-answer", ""},
	{"G raises fake-answer", ""},
	{"G lowers fake-answer", "goal-inverted"},
	{"G lowers real-answer", "g-moves-real"},
	{"D lowers real-answer", "goal-inverted"},
	{"D raises fake-answer", "g-and-d-swap"},
}

// termSigns are what the sentences are about, as it is written.
var termSigns = map[string]string{
	"real-term": "log D(x)", "fake-term": "log(1 - D(G(z)))", "passing-term": "log D(G(z))",
	"value": "V(D, G)", "real-answer": "D(x)", "fake-answer": "D(G(z))",
}

func askGoals(d dice) (Question, bool) {
	now := d.tenths(2)
	q := Question{
		Prompt: []viz.Words{
			{Key: "quiz.gan-goals.now", Args: viz.Args{"real": viz.Number(now[0]), "fake": viz.Number(now[1])}},
			{Key: "quiz.gan-goals.ask-true"},
		},
		Type:   TypeSeveral,
		Worked: []viz.Words{{Key: "quiz.gan-goals.worked-d"}, {Key: "quiz.gan-goals.worked-g"}},
	}
	var sentences, right []string
	for _, i := range d.rng.Perm(len(goals))[:6] {
		g := goals[i]
		who, rest, _ := strings.Cut(g.sentence, " ")
		way, term, _ := strings.Cut(rest, " ")
		says := viz.Words{Key: "quiz.gan-goals." + way, Args: viz.Args{"net": who, "term": termSigns[term]}}
		q.Options = append(q.Options, Option{Answer: g.sentence, Slip: g.slip, Says: says})
		if sentences = append(sentences, g.sentence); g.slip == "" {
			right = append(right, g.sentence)
			continue
		}
		q.Slips = append(q.Slips, Mistake{g.sentence, g.slip, viz.Words{Key: "slip." + g.slip + ".why", Args: viz.Args{"wrong": says}}})
	}
	q.Answer = strings.Join(right, "; ")
	q.Given.Values = Values{"sentences": sentences, "now": now}
	return q, len(right) >= 2 && len(q.Slips) >= 3
}
