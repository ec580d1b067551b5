package solve

import (
	"encoding/json"
	"slices"
	"testing"
)

// turned writes the numbers of an array of the given shape in another order of
// its axes, by counting positions.
func turned[V any](data []V, shape []int, order []int) ([]V, []int) {
	to := make([]int, len(shape))
	for i, axis := range order {
		to[i] = shape[axis]
	}
	out := make([]V, len(data))
	at := make([]int, len(shape))
	for i, v := range data {
		rest := i
		for axis := len(shape) - 1; axis >= 0; axis-- {
			at[axis], rest = rest%shape[axis], rest/shape[axis]
		}
		place := 0
		for j, axis := range order {
			place = place*to[j] + at[axis]
		}
		out[place] = v
	}
	return out, to
}

// Every vector of one picture, written in the lecture's order, must have the
// same answer in that order.
func TestHWCIsTheSameTurned(t *testing.T) {
	picture := []int{0, 2, 3, 1}
	weight := map[string][]int{"conv2d": {2, 3, 1, 0}, "conv_transpose2d": {2, 3, 0, 1}}
	count := map[string]int{}
	for _, v := range vectors(t) {
		var p map[string]any
		var in struct {
			Op            string
			Input, Weight shaped
			GradOutput    []float64 `json:"grad_output"`
		}
		if json.Unmarshal(v.Problem, &p) != nil || json.Unmarshal(v.Problem, &in) != nil {
			t.Fatal(v.Name)
		}
		if len(in.Input.Shape) != 4 || in.Input.Shape[0] != 1 || in.Op == "relu" || in.Op == "softmax" || in.Op == "linear" {
			continue
		}
		count[in.Op]++
		put := func(key string, s shaped, order []int, from int) {
			data, shape := turned(s.Data, s.Shape, order)
			p[key] = shaped{shape[from:], data}
		}
		p["layout"] = "HWC"
		put("input", in.Input, picture, 1)
		if order, ok := weight[in.Op]; ok {
			put("weight", in.Weight, order, 0)
		}
		p["grad_output"], _ = turned(in.GradOutput, v.Want.Output.Shape, picture)
		problem, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		got := answerOf(t, problem)

		output, shape := turned(v.Want.Output.Data, v.Want.Output.Shape, picture)
		if !slices.Equal(got.Output.Shape, shape[1:]) || !close64(got.Output.Data, output) {
			t.Errorf("%s: output %v, want %v %v", v.Name, got.Output, shape[1:], output)
		}
		gradInput, _ := turned(v.Want.GradInput, in.Input.Shape, picture)
		if !close64(got.GradInput, gradInput) {
			t.Errorf("%s: grad_input %v, want %v", v.Name, got.GradInput, gradInput)
		}
		if order, ok := weight[in.Op]; ok {
			if want, _ := turned(v.Want.GradWeight, in.Weight.Shape, order); !close64(got.GradWeight, want) {
				t.Errorf("%s: grad_weight %v, want %v", v.Name, got.GradWeight, want)
			}
		}
		if v.Want.Argmax != nil {
			if want, _ := turned(v.Want.Argmax, v.Want.Output.Shape, picture); !slices.Equal(got.Argmax, want) {
				t.Errorf("%s: argmax %v, want %v", v.Name, got.Argmax, want)
			}
		}
	}
	if len(count) != 5 {
		t.Errorf("compared %v, want all five operations on pictures", count)
	}
}
