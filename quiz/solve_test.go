package quiz_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"convtutor/internal/netspec"
	"convtutor/internal/solve"
	"convtutor/quiz"
	"convtutor/viz"
)

// TestExportedQuestionsAreAnsweredByTheCommands reads questions as they are
// exported and answers them from "given" alone, with the code behind the
// commands solve and shape.
func TestExportedQuestionsAreAnsweredByTheCommands(t *testing.T) {
	list := questions(t, quiz.Plan{Count: 300, Seed: 100})
	text, err := quiz.Encode(list, map[string]viz.Say{})
	if err != nil {
		t.Fatal(err)
	}
	var exported []struct {
		Kind, Route, Answer string
		Given               struct {
			Spec, Rule string
			Problem    json.RawMessage
			At         []int
		}
	}
	if err := json.Unmarshal(text, &exported); err != nil {
		t.Fatal(err)
	}
	for _, q := range exported {
		var got string
		if q.Given.Problem != nil {
			got = solved(t, q.Given.Problem, q.Given.At)
		} else {
			got = shaped(t, q.Kind, q.Given.Spec, q.Given.Rule)
		}
		if got != q.Answer {
			t.Errorf("%s: the commands say %s, the answer is %s", q.Route, got, q.Answer)
		}
	}
}

// solved gives the number at a place (channel, row, column) of solve's output.
func solved(t *testing.T, problem []byte, at []int) string {
	t.Helper()
	text, err := solve.Answer(nil, problem)
	if err != nil {
		t.Fatalf("%s: %v", problem, err)
	}
	var answer struct {
		Output struct {
			Shape []int
			Data  []float64
		}
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	s := answer.Output.Shape
	return fmt.Sprint(answer.Output.Data[(at[0]*s[2]+at[1])*s[3]+at[2]])
}

// shaped gives what shape's JSON says to a question about a network.
func shaped(t *testing.T, kind, spec, ruleName string) string {
	t.Helper()
	rule, err := netspec.ParseRule(ruleName)
	if err != nil {
		t.Fatal(err)
	}
	net, err := netspec.Parse(spec)
	if err != nil {
		t.Fatal(err)
	}
	table, err := net.Table(rule)
	if err != nil {
		t.Fatalf("%s: %v", spec, err)
	}
	text, err := table.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Input  [3]int
		Layers []struct{ Output [3]int }
		Total  struct{ Params int }
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatal(err)
	}
	last := len(answer.Layers) - 1
	switch kind {
	case "parameters":
		return fmt.Sprint(answer.Total.Params)
	case "filter-depth":
		if last == 0 {
			return fmt.Sprint(answer.Input[2])
		}
		return fmt.Sprint(answer.Layers[last-1].Output[2])
	}
	o := answer.Layers[last].Output
	return fmt.Sprintf("%dx%dx%d", o[0], o[1], o[2])
}
