package quiz_test

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
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
		Given               exportedGiven
		Accept              []string
		Options             []struct{ Answer string }
	}
	if err := json.Unmarshal(text, &exported); err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, q := range exported {
		if q.Given.Problem == nil && q.Given.Spec == "" {
			continue // about a picture: no command answers it
		}
		asked++
		var got string
		switch {
		case q.Kind == "flip":
			got = turnOf(solvedGrid(t, q.Given.Problem, ""), solvedGrid(t, halfTurned(t, q.Given.Problem), ""), q.Given.Output)
		case q.Kind == "reads-place":
			got = q.Answer // each that is right, counted one by one
			for _, at := range append(q.Accept, q.Answer) {
				if n := countedBySolve(t, pointedAt(t, q.Given, at)); n != strconv.Itoa(q.Given.Reads) {
					t.Errorf("%s: %s is read %s times", q.Route, at, n)
				}
			}
		case q.Kind == "pool-map" && q.Given.Ask == "gradient":
			got = solvedGradient(t, q.Given.Problem)
		case q.Given.Problem != nil && q.Given.At == nil:
			got = solvedGrid(t, q.Given.Problem, q.Given.Ask)
		case q.Given.Problem != nil:
			got = solved(t, q.Kind, q.Given.Problem, q.Given.At)
			if q.Kind == "activation" {
				got = activated(t, q.Given.Ask, got)
			}
		case q.Kind == "stack-fault":
			got = refused(t, q.Given.Spec)
		case q.Kind == "reads":
			got = countedBySolve(t, q.Given)
		case q.Kind == "fits":
			for _, o := range q.Options {
				if shapedWith(t, q.Given, o.Answer) != "" {
					got += o.Answer
				}
			}
		case q.Kind == "setting-for-size":
			got = q.Answer
			for _, also := range q.Accept {
				if shapedWith(t, q.Given, also) != shapedWith(t, q.Given, q.Answer) {
					t.Errorf("%s: %s does not give what %s gives", q.Route, also, q.Answer)
				}
			}
		default:
			got = shaped(t, q.Kind, q.Given.Spec, q.Given.Rule)
			if q.Kind == "flat-place" {
				got = flattened(t, q.Route, q.Given.Spec, q.Given.At)
			}
			if q.Kind == "conv-vs-fc" {
				got = compared(t, q.Route, q.Given.Spec)
			}
		}
		if got != q.Answer {
			t.Errorf("%s: the commands say %s, the answer is %s", q.Route, got, q.Answer)
		}
	}
	if asked < 50 {
		t.Errorf("only %d questions could be asked", asked)
	}
}

// exportedGiven is "given" of an exported question.
type exportedGiven struct {
	Spec, Rule, Ask string
	Output          string
	Reads           int
	Problem         json.RawMessage
	At              []int
}

// shapedWith gives the output's shape with another number in the place that is
// asked for; "" where it does not fit.
func shapedWith(t *testing.T, g exportedGiven, n string) string {
	t.Helper()
	h, w, c, layers := readSpec(t, g.Spec)
	v, err := strconv.Atoi(n)
	if err != nil {
		t.Fatal(err)
	}
	l := layers[0]
	*map[string]*int{"stride": &l.stride, "padding": &l.pad, "filter": &l.fh}[g.Ask] = v
	rule, err := netspec.ParseRule(g.Rule)
	if err != nil {
		t.Fatal(err)
	}
	net, err := netspec.Parse(fmt.Sprintf("%dx%dx%d | conv %d %d s%d p%d", h, w, c, l.fh, l.k, l.stride, l.pad))
	if err != nil {
		t.Fatal(err)
	}
	table, err := net.Table(rule)
	if err != nil {
		return ""
	}
	return table.Rows[0].Out.String()
}

// countedBySolve convolves a picture that is 1 at the pixel and 0 elsewhere
// with a filter of ones: each window that reads the pixel gives a 1.
func countedBySolve(t *testing.T, g exportedGiven) string {
	t.Helper()
	h, w, _, layers := readSpec(t, g.Spec)
	l := layers[0]
	input, ones := make([]float64, h*w), make([]float64, l.fh*l.fh)
	input[g.At[1]*w+g.At[2]] = 1
	for i := range ones {
		ones[i] = 1
	}
	problem, err := json.Marshal(quiz.Problem{
		Op: "conv2d", Layout: "NCHW", Input: quiz.Array{Shape: []int{1, 1, h, w}, Data: input},
		Weight: &quiz.Array{Shape: []int{1, 1, l.fh, l.fh}, Data: ones},
		Stride: [2]int{l.stride, l.stride}, Padding: [4]int{l.pad, l.pad, l.pad, l.pad},
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := solve.Answer(nil, problem)
	if err != nil {
		t.Fatal(err)
	}
	var answer struct{ Output struct{ Data []float64 } }
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, v := range answer.Output.Data {
		sum += v
	}
	return fmt.Sprint(sum)
}

// solved gives the number at a place (channel, row, column) of solve's output:
// what the question of a kind asks for there.
func solved(t *testing.T, kind string, problem []byte, at []int) string {
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
		Argmax    []int
		GradInput []float64 `json:"grad_input"`
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	s := answer.Output.Shape
	switch kind {
	case "pool-gradient":
		w := inputWidth(t, problem)
		return fmt.Sprint(answer.GradInput[at[1]*w+at[2]])
	case "pool-position":
		w, i := inputWidth(t, problem), answer.Argmax[at[1]*s[3]+at[2]]
		return fmt.Sprintf("%d, %d", i/w+1, i%w+1)
	}
	return fmt.Sprint(answer.Output.Data[(at[0]*s[2]+at[1])*s[3]+at[2]])
}

// activated is ReLU or leaky ReLU of a number.
func activated(t *testing.T, function, number string) string {
	t.Helper()
	v, err := strconv.ParseFloat(number, 64)
	if err != nil {
		t.Fatal(err)
	}
	if v < 0 && function == "relu" {
		v = 0
	}
	if v < 0 {
		v /= 10
	}
	return fmt.Sprint(v)
}

// inputWidth is the last side of a problem's input.
func inputWidth(t *testing.T, problem []byte) int {
	t.Helper()
	var p struct{ Input struct{ Shape []int } }
	if err := json.Unmarshal(problem, &p); err != nil {
		t.Fatal(err)
	}
	return p.Input.Shape[3]
}

// flattened gives what shape's JSON says of the parts of a picture that stand
// before a number, by the question's level.
func flattened(t *testing.T, route, spec string, at []int) string {
	t.Helper()
	length := func(h, w, c int) (n int) {
		if h == 0 || w == 0 {
			return 0
		}
		if _, err := fmt.Sscanf(shaped(t, "", fmt.Sprintf("%dx%dx%d | flatten", h, w, c), "floor"), "1x1x%d", &n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	var h, w, c int
	if _, err := fmt.Sscanf(spec, "%dx%dx%d", &h, &w, &c); err != nil {
		t.Fatal(err)
	}
	switch {
	case strings.Contains(route, "/1/"):
		return fmt.Sprint(length(h, w, c))
	case strings.Contains(route, "/2/"):
		return fmt.Sprint(length(1, w, c))
	}
	return fmt.Sprint(length(at[1], w, c) + length(1, at[2], c) + at[0] + 1)
}

// compared gives what shape's JSON says of a convolution and of a fully
// connected layer of the same output, by the question's level.
func compared(t *testing.T, route, spec string) string {
	t.Helper()
	number := func(kind, spec string) (n int) {
		n, err := strconv.Atoi(shaped(t, kind, spec, "floor"))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	var h, w, c int
	if _, err := fmt.Sscanf(shaped(t, "", spec, "floor"), "%dx%dx%d", &h, &w, &c); err != nil {
		t.Fatal(err)
	}
	input, _, _ := strings.Cut(spec, " |")
	full := number("parameters", fmt.Sprintf("%s | flatten | dense %d", input, h*w*c))
	switch {
	case strings.Contains(route, "/1/"):
		return fmt.Sprint(h * w)
	case strings.Contains(route, "/2/"):
		return fmt.Sprint(full)
	}
	return fmt.Sprint(full - number("parameters", spec))
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
	case "stack-table":
		var rows []string
		for _, l := range answer.Layers {
			rows = append(rows, fmt.Sprintf("%d %d %d", l.Output[0], l.Output[1], l.Output[2]))
		}
		return strings.Join(rows, " / ")
	case "stack-shape", "map-count":
		return fmt.Sprint(answer.Layers[last].Output[2])
	case "receptive-field":
		return fmt.Sprint(table.Rows[last].Field.W)
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

// refused is the layer that a network is refused for, as the command names it.
func refused(t *testing.T, spec string) string {
	t.Helper()
	net, err := netspec.Parse(spec)
	if err != nil {
		t.Fatal(err)
	}
	_, err = net.Table(nn.RuleError)
	if err == nil {
		t.Fatalf("%s is not refused", spec)
	}
	_, rest, _ := strings.Cut(err.Error(), ", \"")
	name, _, _ := strings.Cut(rest, "\"")
	return name
}
