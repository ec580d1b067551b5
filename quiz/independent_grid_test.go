package quiz_test

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/solve"
	"convtutor/quiz"
)

// solvedGrid is all of solve's output, under an activation function if one is
// named.
func solvedGrid(t *testing.T, problem []byte, function string) string {
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
		t.Fatal(err)
	}
	w := answer.Output.Shape[3]
	var rows [][]float64
	for i, v := range answer.Output.Data {
		if i%w == 0 {
			rows = append(rows, nil)
		}
		rows[i/w] = append(rows[i/w], underFunction(v, function))
	}
	return written(rows)
}

func underFunction(v float64, function string) float64 {
	switch {
	case function == "relu" && v < 0:
		return 0
	case function == "leaky-relu" && v < 0:
		return math.Round(v*10) / 100
	}
	return v
}

// written writes a grid as a student types it.
func written(rows [][]float64) string {
	lines := make([]string, len(rows))
	for y, row := range rows {
		cells := make([]string, len(row))
		for x, v := range row {
			cells[x] = strconv.FormatFloat(v, 'f', -1, 64)
		}
		lines[y] = strings.Join(cells, " ")
	}
	return strings.Join(lines, " / ")
}

// convolvedByHand spreads every padded input number to the sums that it belongs
// to, instead of gathering the numbers of a window.
func convolvedByHand(p *quiz.Problem, function string) string {
	f, s := p.Weight.Shape[2], p.Stride[0]
	h := (p.Input.Shape[2]+2*p.Padding[0]-f)/s + 1
	w := (p.Input.Shape[3]+2*p.Padding[1]-f)/s + 1
	rows := make([][]float64, h)
	for y := range rows {
		rows[y] = make([]float64, w)
		for x := range rows[y] {
			for _, b := range p.Bias {
				rows[y][x] = b
			}
		}
	}
	for c := range p.Input.Shape[1] {
		for y, line := range padded(p, c, 0) {
			for x, v := range line {
				for oy := range h {
					for ox := range w {
						if fy, fx := y-oy*s, x-ox*s; fy >= 0 && fx >= 0 && fy < f && fx < f {
							rows[oy][ox] += v * p.Weight.Data[(c*f+fy)*f+fx]
						}
					}
				}
			}
		}
	}
	for y := range rows {
		for x, v := range rows[y] {
			rows[y][x] = underFunction(v, function)
		}
	}
	return written(rows)
}

func TestFeatureMapsByHand(t *testing.T) {
	seen := map[string]int{}
	everyOf(t, "feature-map", func(q quiz.Question) {
		p := q.Given.Problem
		if p.Padding[0] > 0 {
			seen["padding"]++
		}
		if p.Stride[0] > 1 {
			seen["stride"]++
		}
		if p.Input.Shape[1] == 3 {
			seen["three channels"]++
		}
		if want := convolvedByHand(p, ""); q.Answer != want {
			t.Errorf("%s is %s, by hand %s", q.Route(), q.Answer, want)
		}
	})
	for _, what := range []string{"padding", "stride", "three channels"} {
		if seen[what] == 0 {
			t.Errorf("no question has %s", what)
		}
	}
}

func TestActivationMapsByHand(t *testing.T) {
	functions := map[string]int{}
	everyOf(t, "activation-map", func(q quiz.Question) {
		p := q.Given.Problem
		functions[q.Given.Ask]++
		var want string
		if p.Weight != nil {
			want = convolvedByHand(p, q.Given.Ask)
		} else {
			rows := padded(&quiz.Problem{Input: p.Input}, 0, 0)
			for y := range rows {
				for x, v := range rows[y] {
					rows[y][x] = underFunction(v, q.Given.Ask)
				}
			}
			want = written(rows)
		}
		if q.Answer != want {
			t.Errorf("%s is %s, by hand %s", q.Route(), q.Answer, want)
		}
	})
	if functions["relu"] == 0 || functions["leaky-relu"] == 0 {
		t.Errorf("functions: %v", functions)
	}
}
