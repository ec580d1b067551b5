package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// AboutNetwork asks about a given network what the kinds filter-depth
// ("depth"), output-size ("shape") and parameters ("params") ask about theirs:
// the same answers, slips and solutions. "places" and "full" are
// AboutPlaces and AboutFull.
func AboutNetwork(what, spec string) (Question, error) {
	switch what {
	case "places":
		return AboutPlaces(spec)
	case "full":
		return AboutFull(spec)
	}
	net, table, err := netspec.ReadTable(spec, nn.RuleError)
	if err != nil {
		return Question{}, fmt.Errorf("quiz: %w", err)
	}
	out := table.Last().Out
	q := Question{Level: 1, Given: Given{Spec: spec, Rule: netspec.RuleName(nn.RuleError)}, Type: TypeNumber}
	var m *Mistakes
	switch what {
	case "depth":
		q.Kind, q.Topic = filterDepth{}.ID(), "filters"
		m, q.Worked = depthMistakes(table), workedDepth(table)
		q.Prompt = append(netLayers(net, nn.RuleError), depthAsk(len(net.Layers)))
	case "shape":
		q.Kind, q.Topic, q.Type = outputSize{}.ID(), sizeTopic(table), TypeShape
		m, q.Worked, q.Accept = NewMistakes(out.String()), workedSizes(table), shapeSpellings(out)
		m.AddShapes(table)
		q.Prompt = append(netPrompt(net, nn.RuleError), viz.Words{Key: "quiz.output-size.ask"})
	case "params":
		q.Kind, q.Topic = parameters{}.ID(), "filters"
		m, q.Worked = NewMistakes(fmt.Sprint(table.Total.Params)), workedParameters(table)
		q.Accept = countSpellings(table.Total.Params)
		m.AddCounts(table)
		if table.Total.Params == 0 {
			m.addPoolWeights(table.Rows[0])
			q.Topic, q.Worked = "pooling", []viz.Words{{Key: "quiz.worked.params-none"}}
		}
		q.Prompt = append(paramsPrompt(net), viz.Words{Key: "quiz.parameters.ask"})
	default:
		return Question{}, &UnknownError{What: "question", Name: what, Known: []string{"depth", "shape", "params", "places", "full"}}
	}
	q.Answer, q.Slips = m.right, m.list
	return q, nil
}
