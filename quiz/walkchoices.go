package quiz

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// stepWords are words of a step.
func stepWords(name string, args viz.Args) viz.Words {
	return viz.Words{Key: "steps." + name, Args: args}
}

// optionWords are an option as it is shown.
func optionWords(o Option) viz.Words {
	if o.Says.Key != "" {
		return o.Says
	}
	return stepWords("text", viz.Args{"text": o.Answer})
}

// walkChecks looks at the options in turn; check finds what there is to say of
// each, and setup has the rest.
func (q Question) walkChecks(setup viz.ChecksSetup, check func(Option) ([]viz.Check, error)) (Walk, bool) {
	var right []string
	for _, o := range q.Options {
		checks, err := check(o)
		if err != nil {
			return Walk{}, false
		}
		if o.Slip == "" {
			right = append(right, o.Answer)
		}
		setup.Choices = append(setup.Choices, viz.Choice{Name: optionWords(o), Right: o.Slip == "", Checks: checks})
	}
	if setup.Ending.Key == "" {
		setup.Ending = stepWords("so", viz.Args{"answer": strings.Join(right, "; ")})
	}
	return Walk{Animation: viz.NewChecks(setup), Level: viz.LevelCell}, true
}

// chosen ends in the one option that is right, in its words.
func (q Question) chosen() viz.Words {
	i := slices.IndexFunc(q.Options, func(o Option) bool { return o.Answer == q.Answer })
	if i < 0 {
		return viz.Words{}
	}
	return stepWords("so", viz.Args{"answer": optionWords(q.Options[i])})
}

// valueText is a value of Given that is a text.
func (g Given) valueText(name string) string {
	text, _ := g.Values[name].(string)
	return text
}

// shape is a value of Given that is a shape.
func (g Given) shape(name string) (netspec.Shape, bool) {
	n, err := netspec.Parse(g.valueText(name))
	return n.Input, err == nil
}

// walkWhichLayers works out of each layer what is asked for.
func (q Question) walkWhichLayers() (Walk, bool) {
	in, ok := q.Given.shape("input")
	if !ok {
		return Walk{}, false
	}
	property := q.Given.valueText("property")
	key := property
	if property != "learns" && property != "keeps-size" {
		key = "gives"
	}
	args := viz.Args{"in": in.String(), "size": in.Size().String(), "shape": property}
	return q.walkChecks(viz.ChecksSetup{
		Goal: stepWords("which.goal-"+key, args), Begin: stepWords("which.begin-"+key, args),
		Columns: []viz.Words{stepWords("which.column-"+key, nil)},
	}, func(o Option) ([]viz.Check, error) {
		t, err := tableOf(in, o.Answer)
		if err != nil {
			return nil, err
		}
		found, has := layerHas(t, property)
		result, says := viz.CheckFails, "-not"
		if has {
			result, says = viz.CheckFits, ""
		}
		if _, out, arrow := strings.Cut(found, " → "); arrow {
			found = out
		}
		args := viz.Args{
			"spec": o.Answer, "sum": paramsText(t), "sizes": sizesText(t), "out": t.Last().Out.String(), "c": t.Last().Out.C,
			"size": t.Last().Out.Size().String(), "in": in.Size().String(), "shape": property,
		}
		return []viz.Check{{Found: found, Result: result, Says: stepWords("which."+key+says, args)}}, nil
	})
}

// paramsText writes out how many numbers layers learn: "3*3*3*8 + 8 = 224".
func paramsText(t netspec.Table) string {
	var terms []string
	for _, r := range t.Rows {
		if r.Params == 0 {
			continue
		}
		weights, _, _ := strings.Cut(r.WeightsText, " = ")
		terms = append(terms, weights)
		if r.Biases > 0 {
			terms = append(terms, formatInt(r.Biases))
		}
	}
	if len(terms) == 0 {
		return "0"
	}
	return fmt.Sprintf("%s = %d", strings.Join(terms, " + "), t.Total.Params)
}

// sizesText writes out the sides that layers make, layer by layer: once where
// height and width go the same way.
func sizesText(t netspec.Table) string {
	var sums []string
	for _, r := range t.Rows {
		if !slides(r.Layer.Op) {
			sums = append(sums, r.In.String()+" → "+r.Out.String())
			continue
		}
		a := axes(r.Layer, r.In.Size())
		rule := t.Rule
		if r.Layer.Same {
			rule = nn.RuleSame
		}
		sums = append(sums, sideText(a[0], rule, r.Out.H))
		if a[0] != a[1] {
			sums = append(sums, sideText(a[1], rule, r.Out.W))
		}
	}
	return strings.Join(sums, "; ")
}

// walkDesign works every choice out: whether it reaches the goal, and if so how
// many numbers it learns.
func (q Question) walkDesign() (Walk, bool) {
	in, ok := q.Given.shape("input")
	if !ok {
		return Walk{}, false
	}
	out, ok := q.Given.shape("goal")
	if !ok {
		return Walk{}, false
	}
	g := goal{in: in, out: out}
	g.field, _ = q.Given.Values["field"].(int)
	args := viz.Args{"in": in.String(), "out": out.String(), "field": g.field}
	setup := viz.ChecksSetup{
		Goal: stepWords("design.goal", args), Begin: stepWords("design.begin", args),
		Columns: []viz.Words{stepWords("design.column-output", nil), stepWords("design.column-params", nil)},
	}
	if g.field > 0 {
		setup.Goal = stepWords("design.goal-field", args)
		setup.Columns = slices.Insert(setup.Columns, 1, stepWords("design.column-field", nil))
	}
	least := int64(-1)
	setup.Ending = q.designEnding(in)
	return q.walkChecks(setup, func(o Option) ([]viz.Check, error) {
		t, err := tableOf(in, o.Answer)
		if err != nil {
			return nil, err
		}
		checks := g.checks(o.Answer, t)
		if checks[len(checks)-1].Result == viz.CheckFails {
			return checks, nil
		}
		params := t.Total.Params
		says := "first"
		switch {
		case least < 0:
		case params < least:
			says = "fewest"
		case params == least:
			says = "equal"
		default:
			says = "more"
		}
		args := viz.Args{"spec": o.Answer, "sum": paramsText(t), "least": least}
		if least < 0 || params < least {
			least = params
		}
		return append(checks, viz.Check{
			Column: len(setup.Columns) - 1, Found: formatInt(params), Says: stepWords("design.params-"+says, args),
		}), nil
	})
}

// designEnding says which choice has the fewest, and how many that is.
func (q Question) designEnding(in netspec.Shape) viz.Words {
	t, err := tableOf(in, q.Answer)
	if err != nil {
		return viz.Words{}
	}
	args := viz.Args{"n": t.Total.Params, "answer": strings.Join(append([]string{q.Answer}, q.Accept...), "; ")}
	if len(q.Accept) > 0 {
		return stepWords("design.ending-several", args)
	}
	return stepWords("design.ending", args)
}

// checks hold layers to the goal, up to where they miss it.
func (g goal) checks(spec string, t netspec.Table) []viz.Check {
	last := t.Last()
	args := viz.Args{
		"spec": spec, "sizes": sizesText(t), "out": last.Out.String(), "goal": g.out.String(),
		"field": last.Field.String(), "least": g.field, "sum": fieldText(t),
	}
	shape := viz.Check{Found: last.Out.String(), Result: viz.CheckFits, Says: stepWords("design.output", args)}
	if last.Out != g.out {
		shape.Result, shape.Says.Key = viz.CheckFails, shape.Says.Key+"-not"
	}
	if g.field == 0 || shape.Result == viz.CheckFails {
		return []viz.Check{shape}
	}
	field := viz.Check{Column: 1, Found: last.Field.String(), Result: viz.CheckFits, Says: stepWords("design.field", args)}
	if g.missedBy(t) != "" {
		field.Result, field.Says.Key = viz.CheckFails, field.Says.Key+"-not"
	}
	return []viz.Check{shape, field}
}

// fieldText writes out how many pixels across a cell sees, from one on: each
// window adds its span less one, times how far apart the cells are that it
// reads.
func fieldText(t netspec.Table) string {
	field, jump := 1, 1
	text := "1"
	for _, r := range t.Rows {
		a := axes(r.Layer, r.In.Size())[1]
		field += (a.Span() - 1) * jump
		text += fmt.Sprintf(" + %d", (a.Span()-1)*jump)
		jump *= max(a.Stride, 1)
	}
	return fmt.Sprintf("%s = %d", text, field)
}

// walkTerm says of each word what it means; of a word with several meanings why
// each of the others is not meant.
func (q Question) walkTerm() (Walk, bool) {
	clue, clash := q.Given.valueText("clue"), q.Given.valueText("clash")
	setup := viz.ChecksSetup{Ending: q.chosen()}
	of := func(o Option, says viz.Words) []viz.Check {
		result := viz.CheckFails
		if o.Answer == q.Answer {
			result = viz.CheckFits
		}
		return []viz.Check{{Column: -1, Result: result, Says: says}}
	}
	switch {
	case clue != "":
		setup.Goal, setup.Begin = viz.Words{Key: "terms." + clue + ".clue"}, stepWords("term.begin", nil)
		return q.walkChecks(setup, func(o Option) ([]viz.Check, error) {
			key := "term.other"
			if o.Answer == q.Answer {
				key = "term.this"
			}
			return of(o, stepWords(key, viz.Args{"word": optionWords(o), "clue": viz.Words{Key: "terms." + o.Answer + ".clue"}})), nil
		})
	case clash != "":
		setup.Begin = stepWords("term.begin-clash", nil)
		return q.walkChecks(setup, func(o Option) ([]viz.Check, error) {
			key := "terms.clash." + clash + ".not-" + o.Answer
			if o.Answer == q.Answer {
				key = "terms.clash." + clash + ".why"
			}
			return of(o, viz.Words{Key: key}), nil
		})
	}
	return Walk{}, false
}
