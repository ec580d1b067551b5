package solve

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
)

// result is an answer read back.
type result struct {
	Output     shaped
	Argmax     []int
	GradInput  []float64 `json:"grad_input"`
	GradWeight []float64 `json:"grad_weight"`
	GradBias   []float64 `json:"grad_bias"`
	Error      string
}

type shaped struct {
	Shape []int     `json:"shape"`
	Data  []float64 `json:"data"`
}

// vector is a problem with PyTorch's answer (internal/nn/testdata/vectors.py).
type vector struct {
	Name    string
	Problem json.RawMessage
	Want    result
}

func vectors(t *testing.T) []vector {
	t.Helper()
	file, err := os.ReadFile("../nn/testdata/vectors.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var list []vector
	for line := range bytes.Lines(file) {
		var v vector
		if err := json.Unmarshal(line, &v); err != nil {
			t.Fatal(err)
		}
		var p struct{ Op string }
		if err := json.Unmarshal(v.Problem, &p); err != nil {
			t.Fatal(err)
		}
		if _, ours := operations[p.Op]; ours {
			list = append(list, v)
		}
	}
	return list
}

func answerOf(t *testing.T, problem []byte) result {
	t.Helper()
	out, err := Answer(nil, problem)
	if err != nil {
		t.Fatalf("%v", err)
	}
	var r result
	if err := json.Unmarshal(out, &r); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	return r
}

func close64(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Abs(x-y) <= 1e-13+1e-13*math.Abs(y) })
}

// wantResult compares all that an answer has. PyTorch gives no gradient of a
// bias that is not there.
func wantResult(t *testing.T, got, want result) {
	t.Helper()
	if !slices.Equal(got.Output.Shape, want.Output.Shape) {
		t.Fatalf("shape %v, want %v", got.Output.Shape, want.Output.Shape)
	}
	if !slices.Equal(got.Argmax, want.Argmax) {
		t.Errorf("argmax %v, want %v", got.Argmax, want.Argmax)
	}
	for name, pair := range map[string][2][]float64{
		"output":      {got.Output.Data, want.Output.Data},
		"grad_input":  {got.GradInput, want.GradInput},
		"grad_weight": {got.GradWeight, want.GradWeight},
		"grad_bias":   {got.GradBias, want.GradBias},
	} {
		if name == "grad_bias" && pair[1] == nil {
			continue
		}
		if !close64(pair[0], pair[1]) {
			t.Errorf("%s\n got %v\nwant %v", name, pair[0], pair[1])
		}
	}
}

func TestAgreesWithPyTorch(t *testing.T) {
	seen := map[string]int{}
	for _, v := range vectors(t) {
		t.Run(v.Name, func(t *testing.T) { wantResult(t, answerOf(t, v.Problem), v.Want) })
		op, _, _ := strings.Cut(string(v.Problem), ",")
		seen[op]++
	}
	if len(seen) != len(operations) {
		t.Errorf("vectors of %v, not of all %d operations", seen, len(operations))
	}
}
