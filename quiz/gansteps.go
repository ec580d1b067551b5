package quiz

import (
	"slices"
	"strings"

	"convtutor/viz"
)

// ganSteps asks for the order of what happens in training: level 1 in a step of
// one net, level 2 in an iteration in which D learns first, level 3 in one that is
// done in another way. The prompt says the procedure. Given.Values has "steps", as
// they are shown, and "needs", what must come before what ("z < fake"): every
// order that keeps to that is right.
type ganSteps struct{}

func (ganSteps) ID() string       { return "gan-steps" }
func (ganSteps) Topics() []string { return []string{"gan-loss", "gan-arch"} }
func (ganSteps) Levels() int      { return 3 }

func (k ganSteps) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawGanSteps)
}

// ganProcedure is a way to train: its steps in a right order, in which each needs
// the one before but those in free, which need nothing. Wrong orders are what slips
// make of it.
type ganProcedure struct {
	name  string
	level int
	steps []string
	free  map[string]string // a step that needs nothing, and what needs it
	slips []ganOrderSlip
}

// ganOrderSlip is a slip about an order: a step taken to come before another one
// that must come first. The steps from first on are moved before that one; with
// block, all that leads from there to the end.
type ganOrderSlip struct {
	slip, first, before string
	block               bool
}

// ganProcedures are the procedures that are asked for.
var ganProcedures = []ganProcedure{
	{
		name: "d", level: 1, steps: []string{"z", "x", "fake", "score-d", "loss-d", "move-d"}, free: map[string]string{"x": "score-d"},
		slips: []ganOrderSlip{
			{slip: "z-is-fake", first: "score-d", before: "fake"},
			{slip: "real-term-forgotten", first: "score-d", before: "x"},
			{slip: "update-first", first: "move-d", before: "loss-d"},
			{slip: "fake-from-nothing", first: "fake", before: "z"},
		},
	},
	{
		name: "g", level: 1, steps: []string{"z", "fake", "score-g", "loss-g", "back-g", "move-g"},
		slips: []ganOrderSlip{
			{slip: "z-is-fake", first: "score-g", before: "fake"},
			{slip: "update-first", first: "move-g", before: "loss-g"},
			{slip: "fake-from-nothing", first: "fake", before: "z"},
		},
	},
	{
		name: "d-first", level: 2, steps: []string{"z-d", "fake-d", "score-d", "move-d", "z-g", "fake-g", "score-g", "move-g"},
		slips: []ganOrderSlip{
			{slip: "g-and-d-swap", first: "z-g", before: "z-d", block: true},
			{slip: "both-move", first: "score-g", before: "move-d"},
			{slip: "z-is-fake", first: "score-d", before: "fake-d"},
			{slip: "update-first", first: "move-d", before: "score-d"},
			{slip: "fake-from-nothing", first: "fake-g", before: "z-g"},
		},
	},
	{
		name: "once", level: 3, steps: []string{"z", "x", "fake", "score-d", "move-d", "score-anew", "move-g"}, free: map[string]string{"x": "score-d"},
		slips: []ganOrderSlip{
			{slip: "g-and-d-swap", first: "score-anew", before: "score-d", block: true},
			{slip: "both-move", first: "score-anew", before: "move-d"},
			{slip: "z-is-fake", first: "score-d", before: "fake"},
			{slip: "real-term-forgotten", first: "score-d", before: "x"},
		},
	},
	{
		name: "g-first", level: 3, steps: []string{"z-g", "fake-g", "score-g", "move-g", "z-d", "fake-d", "score-d", "move-d"},
		slips: []ganOrderSlip{
			{slip: "g-and-d-swap", first: "z-d", before: "z-g", block: true},
			{slip: "both-move", first: "score-d", before: "move-g"},
			{slip: "z-is-fake", first: "score-g", before: "fake-g"},
			{slip: "update-first", first: "move-g", before: "score-g"},
		},
	},
	{
		name: "same-noise", level: 3, steps: []string{"z", "fake", "score-g", "move-g", "fake-anew", "score-d", "move-d"},
		slips: []ganOrderSlip{
			{slip: "g-and-d-swap", first: "fake-anew", before: "fake", block: true},
			{slip: "both-move", first: "score-d", before: "move-g"},
			{slip: "z-is-fake", first: "score-g", before: "fake"},
			{slip: "update-first", first: "move-g", before: "score-g"},
		},
	},
}

// needs is what must come before what, in pairs.
func (p ganProcedure) needs() [][2]string {
	var list [][2]string
	last := ""
	for _, step := range p.steps {
		if user := p.free[step]; user != "" {
			list = append(list, [2]string{step, user})
			continue
		}
		if last != "" {
			list = append(list, [2]string{last, step})
		}
		last = step
	}
	return list
}

// orders lists every order that keeps to what each step needs, beginning with
// the one in which the procedure is written.
func (p ganProcedure) orders() [][]string {
	var found [][]string
	needs := p.needs()
	var visit func(done []string)
	visit = func(done []string) {
		if len(done) == len(p.steps) {
			found = append(found, slices.Clone(done))
			return
		}
		for _, step := range p.steps {
			waits := slices.ContainsFunc(needs, func(n [2]string) bool { return n[1] == step && !slices.Contains(done, n[0]) })
			if !waits && !slices.Contains(done, step) {
				visit(append(slices.Clone(done), step))
			}
		}
	}
	visit(nil)
	return found
}

// slipped is the order that a slip makes of the right one.
func (p ganProcedure) slipped(s ganOrderSlip) []string {
	from, to := slices.Index(p.steps, s.first), slices.Index(p.steps, s.before)
	upTo := from + 1
	if s.block {
		upTo = len(p.steps)
	}
	return slices.Concat(p.steps[:to], p.steps[from:upTo], p.steps[to:from], p.steps[upTo:])
}

// ganStepWords says a step.
func ganStepWords(step string) viz.Words { return viz.Words{Key: "quiz.gan-steps.step-" + step} }

func drawGanSteps(d dice, level int) (Question, bool) {
	of := slices.DeleteFunc(slices.Clone(ganProcedures), func(p ganProcedure) bool { return p.level != level })
	p := of[d.from(0, len(of)-1)]
	shown := slices.Clone(p.steps)
	d.rng.Shuffle(len(shown), func(i, j int) { shown[i], shown[j] = shown[j], shown[i] })
	orders := p.orders()
	var needs []string
	for _, n := range p.needs() {
		needs = append(needs, n[0]+" < "+n[1])
	}
	q := Question{
		Type: TypeOrder, Answer: strings.Join(orders[0], " > "),
		Prompt: []viz.Words{
			{Key: "quiz.gan-steps.setup-" + p.name, Args: viz.Args{"batch": d.one(16, 32, 64, 128, 256)}},
			{Key: "quiz.gan-steps.ask"},
		},
		Given: Given{Values: Values{"steps": shown, "needs": needs}},
	}
	if p.level == 1 {
		q.Topic = "gan-arch"
	}
	sorted := false // an order that is right as it is shown asks nothing
	for _, order := range orders {
		sorted = sorted || slices.Equal(order, shown)
		if text := strings.Join(order, " > "); text != q.Answer {
			q.Accept = append(q.Accept, text)
		}
	}
	for _, step := range shown {
		q.Options = append(q.Options, Option{Answer: step, Says: ganStepWords(step)})
	}
	for _, step := range orders[0] {
		q.Worked = append(q.Worked, viz.Words{Key: "quiz.gan-steps.worked-" + step})
	}
	q.Slips = p.mistakes(q)
	return q, !sorted && len(q.Slips) >= 3
}

// mistakes are the wrong orders that slips lead to. Of each the two steps are
// said that stand the wrong way round.
func (p ganProcedure) mistakes(q Question) []Mistake {
	var list []Mistake
	for _, s := range p.slips {
		text := strings.Join(p.slipped(s), " > ")
		if slices.Contains(q.rights(), text) || slices.ContainsFunc(list, func(m Mistake) bool { return m.Answer == text }) {
			continue
		}
		pair := viz.Words{Key: "quiz.gan-steps.pair", Args: viz.Args{"first": ganStepWords(s.first), "second": ganStepWords(s.before)}}
		variant := "order" // what is elsewhere a slip about other things
		if s.slip == "update-first" || s.slip == "fake-from-nothing" {
			variant = ""
		}
		says := why(s.slip, variant, "")
		says.Args["wrong"] = pair
		list = append(list, Mistake{text, s.slip, says})
	}
	return list
}
