package quiz

import (
	"fmt"
	"maps"
	"strings"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// ganWays are the parts to go through until one is explained, by what it is.
var ganWays = map[string][]viz.GanPart{
	"noise":         {viz.GanNoise, viz.GanG, viz.GanFake},
	"generator":     {viz.GanNoise, viz.GanFake, viz.GanG},
	"fake":          {viz.GanNoise, viz.GanG, viz.GanFake},
	"real":          {viz.GanFake, viz.GanReal, viz.GanD},
	"probability":   {viz.GanReal, viz.GanD, viz.GanOfReal},
	"discriminator": {viz.GanReal, viz.GanFake, viz.GanOfReal, viz.GanD},
}

// ganPartOf is the part of a GAN that is something.
var ganPartOf = map[string]viz.GanPart{
	"noise": viz.GanNoise, "generator": viz.GanG, "fake": viz.GanFake, "real": viz.GanReal,
	"probability": viz.GanOfReal, "discriminator": viz.GanD,
}

// flow says what happens at a part as samples go through.
func flow(part viz.GanPart) viz.GanStep {
	names := map[viz.GanPart]string{
		viz.GanNoise: "noise", viz.GanG: "g", viz.GanFake: "fake", viz.GanReal: "real", viz.GanD: "d",
		viz.GanOfFake: "of-fake", viz.GanOfReal: "of-real",
	}
	return viz.NewGanStep(viz.Words{Key: "gan.flow." + names[part]}, part)
}

// walkRoles goes through the diagram and lights what is asked for last, or writes
// the shape of each part below it.
func (q Question) walkRoles() viz.Animation {
	v := q.Given.Values
	if z, shapes := v["z"].(string); shapes {
		return q.walkShapes(z, v.text("picture"))
	}
	steps := []viz.GanStep{}
	for _, part := range ganWays[q.Answer] {
		steps = append(steps, flow(part))
	}
	last := ganPartOf[q.Answer]
	ending := q.so("because")
	ending.Args["answer"] = viz.Words{Key: "gan.so.is", Args: viz.Args{"sign": last.Sign(), "answer": ending.Args["answer"]}}
	if v.text("sign") == "" {
		ending.Args["answer"] = q.answerWords() // the sign is the answer
	}
	return viz.NewGanBlocks(0, 0, append(steps, viz.NewGanStep(q.Worked[0], last)), ending)
}

func (q Question) walkShapes(z, picture string) viz.Animation {
	parts := []viz.GanPart{viz.GanNoise, viz.GanG, viz.GanFake, viz.GanReal, viz.GanD}
	shapes := map[viz.GanPart]string{viz.GanNoise: z, viz.GanReal: picture}
	if q.Given.Ask == "verdict" {
		parts = append(parts, viz.GanOfFake, viz.GanOfReal)
	}
	var steps []viz.GanStep
	for _, part := range parts {
		switch part {
		case viz.GanFake:
			shapes[part] = picture // it is to pass for a real one
		case viz.GanOfFake, viz.GanOfReal:
			shapes[part] = q.Answer
		}
		step := flow(part)
		step.Notes = maps.Clone(shapes)
		steps = append(steps, step)
	}
	last := viz.NewGanStep(q.Worked[0], map[string]viz.GanPart{"fake": viz.GanFake, "judged": viz.GanFake, "verdict": viz.GanOfReal}[q.Given.Ask])
	last.Notes = shapes
	return viz.NewGanBlocks(0, 0, append(steps, last), q.so("shape"))
}

// said writes what D says of a real sample and of a fake.
func said(genuine, fake string) map[viz.GanPart]string {
	return map[viz.GanPart]string{viz.GanOfReal: genuine, viz.GanOfFake: fake}
}

// walkGoals shows D's answers and where they go, or goes through sentences about
// that one by one.
func (q Question) walkGoals() viz.Animation {
	v := q.Given.Values
	switch {
	case v.texts("sentences") != nil:
		return q.walkSentences(v.texts("sentences"))
	case v.floats("before") != nil:
		return q.walkChange(v.floats("before"), v.floats("after"))
	}
	genuine, fake := v["d_real"].(float64), v["d_fake"].(float64)
	now := viz.NewGanStep(viz.Words{Key: "gan.goals.now"}, viz.GanOfReal, viz.GanOfFake)
	now.Notes = said(viz.Number(genuine), viz.Number(fake))
	learns := flow(viz.GanD)
	learns.Notes, learns.Moves, learns.Back = now.Notes, viz.GanD, viz.GanD
	learns.Words = viz.Words{Key: "gan.goals.learns-d"}
	pushed := viz.NewGanStep(q.Worked[0], viz.GanOfReal, viz.GanOfFake)
	pushed.Moves = viz.GanD
	pushed.Notes = said(viz.Number(genuine)+" ▸ 1", viz.Number(fake)+" ▸ 0")
	if v.text("net") == "G" {
		learns.Words, learns.Lit, learns.Moves, learns.Back = viz.Words{Key: "gan.goals.learns-g"}, []viz.GanPart{viz.GanG}, viz.GanG, viz.GanG
		pushed.Lit, pushed.Moves = []viz.GanPart{viz.GanOfFake}, viz.GanG
		pushed.Notes = said(viz.Number(genuine), viz.Number(fake)+" ▸ 1")
	}
	return viz.NewGanBlocks(0, 0, []viz.GanStep{now, learns, pushed}, q.so("answer"))
}

// walkChange shows the answers before and after a step, and V of each.
func (q Question) walkChange(before, after []float64) viz.Animation {
	value := func(d []float64) string { return three(nn.AdversarialValue(d[:1], d[1:])) }
	args := viz.Args{"before": value(before), "after": value(after)}
	step := func(key string, notes map[viz.GanPart]string, lit ...viz.GanPart) viz.GanStep {
		s := viz.NewGanStep(viz.Words{Key: "gan.goals." + key, Args: args}, lit...)
		s.Notes = notes
		return s
	}
	both := said(viz.Number(before[0])+" ▸ "+viz.Number(after[0]), viz.Number(before[1])+" ▸ "+viz.Number(after[1]))
	steps := []viz.GanStep{
		step("before", said(viz.Number(before[0]), viz.Number(before[1])), viz.GanOfReal, viz.GanOfFake),
		step("after", both, viz.GanOfReal, viz.GanOfFake),
	}
	who := step("step-d", both, viz.GanOfReal, viz.GanD)
	who.Moves = viz.GanD
	if before[0] == after[0] {
		who = step("step-g", both, viz.GanOfFake, viz.GanG)
		who.Moves = viz.GanG
	}
	values := who
	values.Words, values.Lit = viz.Words{Key: "gan.goals.values", Args: args}, []viz.GanPart{viz.GanOfReal, viz.GanOfFake}
	return viz.NewGanBlocks(0, 0, append(steps, who, values), q.so("because"))
}

// walkSentences judges the sentences to choose from, one a step.
func (q Question) walkSentences(sentences []string) viz.Animation {
	steps := make([]viz.GanStep, len(sentences))
	for i, o := range q.Options {
		mark := "true"
		if o.Slip != "" {
			mark = "false"
		}
		net, _, term := goalParts(o.Answer)
		now := q.Given.Values.floats("now")
		steps[i] = viz.NewGanStep(viz.Words{Key: "gan.goals." + mark, Args: viz.Args{"says": o.Says}}, net)
		steps[i].Notes = said(viz.Number(now[0]), viz.Number(now[1]))
		switch {
		case strings.Contains(term, "value"):
			steps[i].Lit = append(steps[i].Lit, viz.GanOfReal, viz.GanOfFake)
		case strings.Contains(term, "real"):
			steps[i].Lit = append(steps[i].Lit, viz.GanOfReal)
		default:
			steps[i].Lit = append(steps[i].Lit, viz.GanOfFake)
		}
	}
	return viz.NewGanBlocks(0, 0, steps, q.so("true"))
}

// goalParts reads a sentence such as "D raises real-term".
func goalParts(sentence string) (net viz.GanPart, way, term string) {
	who, rest, _ := strings.Cut(sentence, " ")
	way, term, _ = strings.Cut(rest, " ")
	if who == "G" {
		return viz.GanG, way, term
	}
	return viz.GanD, way, term
}

// walkWeights goes forward through both nets, and back as far as the net that
// learns.
func (q Question) walkWeights() viz.Animation {
	v := q.Given.Values
	g, d := len(v.ints("g")), len(v.ints("d"))
	for _, part := range v.texts("parts") {
		switch {
		case strings.HasPrefix(part, "G"):
			g++
		case strings.HasPrefix(part, "D"):
			d++
		}
	}
	var notes map[viz.GanPart]string
	if q.Given.Ask == "count" {
		notes = map[viz.GanPart]string{viz.GanG: fields(v.ints("g")), viz.GanD: fields(v.ints("d"))}
	}
	net, key := viz.GanD, "d"
	if v.text("step") == "G" {
		net, key = viz.GanG, "g"
	}
	step := func(words string, lit ...viz.GanPart) viz.GanStep {
		s := viz.NewGanStep(viz.Words{Key: "gan.weights." + words}, lit...)
		s.Notes = notes
		return s
	}
	steps := []viz.GanStep{step("fakes", viz.GanNoise, viz.GanG, viz.GanFake)}
	if net == viz.GanD {
		steps = append(steps, step("judged-d", viz.GanReal, viz.GanFake, viz.GanD, viz.GanOfReal, viz.GanOfFake))
	} else {
		steps = append(steps, step("judged-g", viz.GanFake, viz.GanD, viz.GanOfFake))
	}
	back := step("back-d", viz.GanD)
	back.Back = viz.GanD
	if net == viz.GanG {
		through := step("through-d", viz.GanD)
		through.Back = viz.GanD
		steps = append(steps, through)
		back = step("back-g", viz.GanG)
		back.Back = viz.GanG
	}
	moves := step("moves-"+key, net)
	moves.Moves = net
	if q.Given.Ask == "flows" {
		moves.Back = back.Back
	}
	return viz.NewGanBlocks(g, d, append(steps, back, moves), q.so("because"))
}

// stepParts are the parts of the diagram that a step of training is about, by the
// beginning of its name.
var stepParts = map[string][]viz.GanPart{
	"z": {viz.GanNoise}, "x": {viz.GanReal}, "fake": {viz.GanG, viz.GanFake},
	"score-d":    {viz.GanFake, viz.GanReal, viz.GanD, viz.GanOfFake, viz.GanOfReal},
	"score-g":    {viz.GanFake, viz.GanD, viz.GanOfFake},
	"score-anew": {viz.GanFake, viz.GanD, viz.GanOfFake},
	"loss-d":     {viz.GanOfFake, viz.GanOfReal}, "loss-g": {viz.GanOfFake},
	"back-g": {viz.GanD, viz.GanG}, "move-d": {viz.GanD}, "move-g": {viz.GanG},
}

// walkSteps goes through the steps of training in their order.
func (q Question) walkSteps() viz.Animation {
	var steps []viz.GanStep
	for i, name := range strings.Split(q.Answer, " > ") {
		parts, known := stepParts[name]
		if !known { // "fake-anew"
			first, _, _ := strings.Cut(name, "-")
			parts = stepParts[first]
		}
		step := viz.NewGanStep(viz.Words{Key: "gan.so.step", Args: viz.Args{"n": i + 1, "says": q.Worked[i]}}, parts...)
		switch name {
		case "back-g":
			step.Back = viz.GanG
		case "move-d":
			step.Back, step.Moves = viz.GanD, viz.GanD
		case "move-g":
			step.Back, step.Moves = viz.GanG, viz.GanG
		}
		steps = append(steps, step)
	}
	return viz.NewGanBlocks(0, 0, steps, q.so("order"))
}

// fields writes numbers with blanks between.
func fields(list []int) string { return strings.Trim(fmt.Sprint(list), "[]") }
