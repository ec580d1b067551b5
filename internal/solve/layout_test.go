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

var (
	pictureOrder = []int{0, 2, 3, 1}
	weightOrders = map[string][]int{"conv2d": {2, 3, 1, 0}, "conv_transpose2d": {2, 3, 0, 1}}
	onPictures   = []string{"conv2d", "conv_transpose2d", "maxpool2d", "avgpool2d", "minpool2d"}
)

// inHWC writes a vector in the lecture's order, if it is of one picture.
func inHWC(t *testing.T, v vector) (op string, problem []byte, want result) {
	t.Helper()
	var p map[string]any
	var in struct {
		Op            string
		Input, Weight shaped
		GradOutput    []float64 `json:"grad_output"`
	}
	if json.Unmarshal(v.Problem, &p) != nil || json.Unmarshal(v.Problem, &in) != nil {
		t.Fatal(v.Name)
	}
	if len(in.Input.Shape) != 4 || in.Input.Shape[0] != 1 || !slices.Contains(onPictures, in.Op) {
		return "", nil, result{}
	}
	put := func(key string, s shaped, order []int, from int) {
		data, shape := turned(s.Data, s.Shape, order)
		p[key] = shaped{shape[from:], data}
	}
	p["layout"] = "HWC"
	put("input", in.Input, pictureOrder, 1)
	p["grad_output"], _ = turned(in.GradOutput, v.Want.Output.Shape, pictureOrder)
	if order, ok := weightOrders[in.Op]; ok {
		put("weight", in.Weight, order, 0)
		want.GradWeight, _ = turned(v.Want.GradWeight, in.Weight.Shape, order)
	}
	output, shape := turned(v.Want.Output.Data, v.Want.Output.Shape, pictureOrder)
	want.Output = shaped{shape[1:], output}
	want.GradInput, _ = turned(v.Want.GradInput, in.Input.Shape, pictureOrder)
	want.GradBias = v.Want.GradBias
	if v.Want.Argmax != nil {
		want.Argmax, _ = turned(v.Want.Argmax, v.Want.Output.Shape, pictureOrder)
	}
	problem, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	return in.Op, problem, want
}

// Every vector of one picture, written in the lecture's order, must have the
// same answer in that order.
func TestHWCIsTheSameTurned(t *testing.T) {
	count := map[string]int{}
	for _, v := range vectors(t) {
		if op, problem, want := inHWC(t, v); op != "" {
			count[op]++
			t.Run(v.Name, func(t *testing.T) { wantResult(t, answerOf(t, problem), want) })
		}
	}
	if len(count) != len(onPictures) {
		t.Errorf("compared %v, want all of %v", count, onPictures)
	}
}
