package quiz

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// ganCurves asks what the losses of a GAN in training say: level 1 with what D
// answers at the end beside them, level 2 from the losses alone, level 3 which of
// three runs ends in balance. Given.Values has "d_loss" and "g_loss", five means
// each, D's loss being -V and G's -log D(G(z)); at level 3 "a_d_loss", "a_g_loss",
// "b_d_loss" and so on. From the last of them D(G(z)) = exp(-g) and
// D(x) = exp(-d)/(1 - D(G(z))). Given.Ask is "reading" or "run".
type ganCurves struct{}

func (ganCurves) ID() string       { return "gan-curves" }
func (ganCurves) Topics() []string { return []string{"gan-loss"} }
func (ganCurves) Levels() int      { return 3 }

func (k ganCurves) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawGanCurves)
}

// balanceOf is a state of the game between the nets.
type balanceOf string

const (
	inBalance balanceOf = "balance"  // D says about 1/2 to both
	dWins     balanceOf = "d-wins"   // D is sure, and right
	gIsAhead  balanceOf = "g-ahead"  // D takes fakes for real
	moments             = 5          // at which the losses are told
	fallen              = "all-good" // the reading that a falling loss is good
)

// says is what D answers to real and made samples in a state.
func (d dice) says(s balanceOf) (genuine, fake float64) {
	hundredths := func(lo, hi int) float64 { return float64(d.from(lo, hi)) / 100 }
	switch s {
	case dWins:
		return hundredths(94, 98), hundredths(3, 7)
	case gIsAhead:
		return hundredths(35, 50), hundredths(85, 93)
	}
	return hundredths(48, 52), hundredths(48, 52)
}

// ganRun is a training: what D said, and the two losses, at each moment.
type ganRun struct {
	ends          balanceOf
	genuine, fake float64 // at the end
	d, g          []float64
}

// train goes from one state to another, in equal steps of what D says.
func (d dice) train(from, to balanceOf) ganRun {
	r0, f0 := d.says(from)
	r1, f1 := d.says(to)
	run := ganRun{ends: to, genuine: r1, fake: f1}
	for i := range moments {
		t := float64(i) / (moments - 1)
		genuine, fake := []float64{r0 + t*(r1-r0)}, []float64{f0 + t*(f1-f0)}
		run.d = append(run.d, nn.DiscriminatorLoss(genuine, fake))
		run.g = append(run.g, nn.GeneratorLoss(fake))
	}
	return run
}

// lossText writes losses with two decimals.
func lossText(losses []float64) string {
	parts := make([]string, len(losses))
	for i, v := range losses {
		parts[i] = fmt.Sprintf("%.2f", v)
	}
	return strings.Join(parts, ", ")
}

func drawGanCurves(d dice, level int) (Question, bool) {
	if level == 3 {
		return d.askRun(), true
	}
	return d.askReading(level), true
}

// askReading asks what is going on in one run.
func (d dice) askReading(level int) Question {
	ends := []balanceOf{inBalance, dWins, gIsAhead}[d.from(0, 2)]
	starts := inBalance
	wrong := []Option{{Answer: string(inBalance), Slip: "first-for-last"}, {Answer: fallen, Slip: "low-loss-good"}}
	switch ends {
	case inBalance:
		starts = []balanceOf{dWins, gIsAhead}[d.from(0, 1)]
		wrong = []Option{
			{Answer: string(starts), Slip: "first-for-last"},
			{Answer: "broken", Slip: "half-is-broken"},
			{Answer: "unfinished", Slip: "low-loss-good"},
		}
	case dWins:
		wrong = append(wrong, Option{Answer: string(gIsAhead), Slip: "g-and-d-swap"})
	case gIsAhead:
		wrong = append(wrong, Option{Answer: string(dWins), Slip: "g-and-d-swap"})
	}
	run := d.train(starts, ends)
	q := Question{
		Prompt: []viz.Words{
			{Key: "quiz.gan-curves.losses", Args: viz.Args{"d": lossText(run.d), "g": lossText(run.g)}},
			{Key: "quiz.gan-curves.ask-reading"},
		},
		Given:  Given{Ask: "reading", Values: Values{"d_loss": run.d, "g_loss": run.g}},
		Worked: []viz.Words{run.worked(), {Key: "quiz.gan-curves.worked-" + string(ends)}},
	}
	if level == 1 {
		says := viz.Words{Key: "quiz.gan-curves.says", Args: viz.Args{"real": viz.Number(run.genuine), "fake": viz.Number(run.fake)}}
		q.Prompt = []viz.Words{q.Prompt[0], says, q.Prompt[1]}
	}
	q.choose(d, "quiz.gan-curves.", string(ends), wrong...)
	q.whys("curves", "half-is-broken", "low-loss-good", "g-and-d-swap")
	return q
}

// whys has these slips say their reason in the words of a variant, which names
// no option: options of curves are whole sentences.
func (q *Question) whys(variant string, slips ...string) {
	for i, s := range q.Slips {
		if slices.Contains(slips, s.Slip) {
			q.Slips[i].Why = why(s.Slip, variant, "")
		}
	}
}

// worked says what D answered at the end, from the losses.
func (r ganRun) worked() viz.Words {
	return viz.Words{Key: "quiz.gan-curves.worked", Args: viz.Args{
		"g": fmt.Sprintf("%.2f", r.g[moments-1]), "fake": fmt.Sprintf("%.2f", r.fake), "real": fmt.Sprintf("%.2f", r.genuine),
	}}
}

// askRun asks which of three runs ends in balance.
func (d dice) askRun() Question {
	runs := []ganRun{
		d.train([]balanceOf{dWins, gIsAhead}[d.from(0, 1)], inBalance), d.train(gIsAhead, dWins), d.train(inBalance, gIsAhead),
	}
	slips := []string{"", "low-loss-good", "first-for-last"}
	order := d.rng.Perm(len(runs))
	q := Question{Given: Given{Ask: "run", Values: Values{}}}
	var right string
	var wrong []Option
	for place, i := range order {
		letter := string(rune('a' + place))
		q.Given.Values[letter+"_d_loss"], q.Given.Values[letter+"_g_loss"] = runs[i].d, runs[i].g
		q.Prompt = append(q.Prompt, viz.Words{Key: "quiz.gan-curves.run", Args: viz.Args{
			"run": strings.ToUpper(letter), "d": lossText(runs[i].d), "g": lossText(runs[i].g),
		}})
		if i == 0 {
			right = "run-" + letter
			q.Worked = []viz.Words{runs[0].worked(), {Key: "quiz.gan-curves.worked-balance"}}
		} else {
			wrong = append(wrong, Option{Answer: "run-" + letter, Slip: slips[i]})
		}
	}
	q.Prompt = append(q.Prompt, viz.Words{Key: "quiz.gan-curves.ask-run"})
	q.choose(d, "quiz.gan-curves.", right, append(wrong, Option{Answer: "none", Slip: "half-is-broken"})...)
	q.whys("runs", "half-is-broken", "low-loss-good", "first-for-last")
	return q
}
