package nn

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"testing"
)

// The vectors are PyTorch's (testdata/vectors.py). The operations that the solve
// command knows are compared through it, in package solve; here are the rest.

type vector struct {
	Name    string
	Problem struct {
		Op                           string
		Input                        vectorArray
		GradOutput                   []float64 `json:"grad_output"`
		Slope, Alpha, Beta, K        float64
		Mean, Variance, Scale, Shift []float64
		Epsilon                      float64
		Size                         int
	}
	Want struct {
		Output    vectorArray
		GradInput []float64 `json:"grad_input"`
	}
}

type vectorArray struct {
	Shape []int
	Data  []float64
}

func TestLayersAgreeWithPyTorch(t *testing.T) {
	file, err := os.ReadFile("testdata/vectors.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	lines := bufio.NewScanner(bytes.NewReader(file))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var v vector
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		forward, back := layerOf(v)
		if forward == nil {
			continue
		}
		seen[v.Problem.Op] = true
		x, g := of(t, v.Problem.Input.Data, v.Problem.Input.Shape...), of(t, v.Problem.GradOutput, v.Want.Output.Shape...)
		y := must[array](t)(forward(x))
		wantClose(t, v.Name, y, of(t, v.Want.Output.Data, v.Want.Output.Shape...), 1e-14)
		if back != nil {
			wantClose(t, v.Name+", gradient", must[array](t)(back(x, y, g)), of(t, v.Want.GradInput, x.Shape()...), 1e-14)
		}
	}
	for _, op := range []string{"leakyrelu", "sigmoid", "tanh", "batchnorm", "lrn"} {
		if !seen[op] {
			t.Errorf("no vector of %s", op)
		}
	}
}

// layerOf gives the layer of a vector, and its backward pass where there is one;
// nil for those that package solve compares.
func layerOf(v vector) (forward func(x array) (array, error), back func(x, y, g array) (array, error)) {
	p := v.Problem
	switch p.Op {
	case "leakyrelu":
		return func(x array) (array, error) { return LeakyReLU(x, p.Slope), nil },
			func(x, _, g array) (array, error) { return LeakyReLUBackward(x, g, p.Slope) }
	case "sigmoid":
		return func(x array) (array, error) { return Sigmoid(x), nil },
			func(_, y, g array) (array, error) { return SigmoidBackward(y, g) }
	case "tanh":
		return func(x array) (array, error) { return Tanh(x), nil },
			func(_, y, g array) (array, error) { return TanhBackward(y, g) }
	case "batchnorm":
		b := BatchNorm[float64]{p.Mean, p.Variance, p.Scale, p.Shift, p.Epsilon}
		return b.Apply, nil
	case "lrn":
		o := LocalResponseNorm{Size: p.Size, Alpha: p.Alpha, Beta: p.Beta, K: p.K}
		return func(x array) (array, error) { return LRN(x, o) }, nil
	}
	return nil, nil
}
