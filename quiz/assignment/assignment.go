// Package assignment holds the course's assignment: four questions on an input
// of 720x1280x3, each part answered and graded on its own. Its one rule: what
// is right comes out of the engine, what is wrong is met with the slip that
// leads to exactly that answer.
package assignment

import (
	"fmt"
	"strconv"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/quiz"
	"convtutor/viz"
)

// Input is the shape of the picture that all four questions begin with.
func Input() netspec.Shape { return netspec.Shape{H: 720, W: 1280, C: 3} }

// Part is one thing asked. Its ID is the question's number and what is asked:
// "q1.shape", "q1.depth", "q2.weights".
type Part struct {
	ID       string
	Number   int // of the question, from 1
	Question quiz.Question
}

// Name is the part's name in a few words.
func (p Part) Name() viz.Words {
	_, what, _ := strings.Cut(p.ID, ".")
	return viz.Words{Key: "assignment.part." + what}
}

// Setup says what the part's question is about, without asking.
func (p Part) Setup() viz.Words {
	return viz.Words{Key: "assignment.setup." + "q" + strconv.Itoa(p.Number), Args: viz.Args{"input": Input().String()}}
}

// spec is the network that leads to a question's result.
func spec(number int) string {
	q2 := Input().String() + " | conv 3 10 s1 p1 nobias"
	switch number {
	case 1:
		return Input().String() + " | conv 3 6 s1 p0 nobias"
	case 2:
		return q2
	case 3:
		return q2 + " | conv 1 5 s1 p0 nobias"
	}
	return q2 + " | maxpool 2 s2"
}

// asked lists what each question asks.
func asked() []string {
	return []string{"q1.shape", "q1.depth", "q2.shape", "q2.weights", "q3.shape", "q3.depth", "q4.shape"}
}

// IDs lists the parts' ids in order.
func IDs() []string { return asked() }

// Parts builds the parts; what is right comes out of shape arithmetic. Compute
// gives them with answers taken from real tensors: the two agree.
func Parts() ([]Part, error) {
	var parts []Part
	for _, id := range asked() {
		p, err := newPart(id, "")
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	return parts, nil
}

// newPart builds a part. answer is the right one, or empty to take it from
// shape arithmetic.
func newPart(id, answer string) (Part, error) {
	number := int(id[1] - '0')
	t, err := table(number)
	if err != nil {
		return Part{}, err
	}
	p := Part{ID: id, Number: number}
	q := quiz.Question{
		Kind: "assignment", Topic: "size-quiz",
		Prompt: []viz.Words{p.Setup(), {Key: "assignment.ask." + strings.ReplaceAll(id, ".", "-"), Args: viz.Args{}}},
		Given:  quiz.Given{Spec: spec(number), Rule: netspec.RuleName(nn.RuleFloor)},
		Type:   quiz.TypeNumber,
	}
	last := t.Last()
	switch _, what, _ := strings.Cut(id, "."); what {
	case "shape":
		q.Type, q.Like = quiz.TypeShape, "output-size"
		q.Answer = orElse(answer, last.Out.String())
		q.Slips, q.Worked = shapeMistakes(number, t, q.Answer), workedShape(last)
	case "depth":
		q.Topic, q.Like = "filters", "filter-depth"
		q.Answer = orElse(answer, fmt.Sprint(last.In.C))
		q.Slips, q.Worked = depthMistakes(number, last, q.Answer), workedDepth(number, last)
	case "weights":
		q.Topic, q.Like = "filters", "parameters"
		q.Answer = orElse(answer, fmt.Sprint(last.Weights))
		q.Slips, q.Worked = weightMistakes(t, q.Answer), quiz.WorkedWeights(last)
	}
	p.Question = q
	return p, nil
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// table works a question's network out.
func table(number int) (netspec.Table, error) {
	_, table, err := netspec.ReadTable(spec(number), nn.RuleFloor)
	return table, err
}

// workedShape works a shape out, side by side.
func workedShape(last netspec.Row) []viz.Words {
	return append([]viz.Words{{Key: "quiz.worked.formula"}}, quiz.WorkedSize(last, nn.RuleFloor)...)
}

// workedDepth says where a filter's depth comes from.
func workedDepth(number int, last netspec.Row) []viz.Words {
	args := viz.Args{"c": last.In.C, "k": last.Layer.Count, "filter": last.Layer.Window.Kernel.String(), "in": last.In.String()}
	words := []viz.Words{{Key: "quiz.worked.filter-depth", Args: args}}
	if number == 3 {
		words = append([]viz.Words{{Key: "assignment.worked.q3-input", Args: args}}, words...)
	}
	return words
}
