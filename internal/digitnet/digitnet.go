// Package digitnet is the small network that reads handwritten digits: its
// weights, learned beforehand by the command in train, and every number on the
// way through it. Its one rule: weights are short decimals, so that what a
// learner sees of a sum is what was added, to the last digit.
package digitnet

import (
	_ "embed" // the weights' file
	"fmt"
	"strconv"
	"strings"
	"sync"

	"convtutor/internal/data"
	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

//go:generate go run ./train -out weights.txt

//go:embed weights.txt
var weightFile string

// Spec is the network in a line.
const Spec = "8x8x1 | conv 3 8 p1 | relu | maxpool 2 | conv 3 16 p1 | relu | maxpool 2 | flatten | dense 10 | softmax"

// Classes is how many answers the network chooses from.
const Classes = 10

// Parameters are what one layer learned.
type Parameters struct {
	// Weight is (K, C, FH, FW) of a convolution, (O, I) of the dense layer.
	Weight *tensor.Dense[float64]
	Bias   []float64
}

// Net is the network: what its three learning layers learned, in order.
type Net struct {
	Table  netspec.Table
	Layers [3]Parameters
}

// Shapes are the shapes of the three layers' weights.
func Shapes() [3][]int { return [3][]int{{8, 1, 3, 3}, {16, 8, 3, 3}, {Classes, 64}} }

// Load reads the network that is built in. It is read once and shared.
var Load = sync.OnceValues(func() (*Net, error) { return Parse(weightFile) })

// Parse reads weights as Format writes them: for each layer a line with the
// number by which its whole numbers are divided, a line of weights, a line of
// biases.
func Parse(text string) (*Net, error) {
	spec, err := netspec.Parse(Spec)
	if err != nil {
		return nil, fmt.Errorf("digitnet: %w", err)
	}
	n := &Net{}
	if n.Table, err = spec.Table(nn.RuleError); err != nil {
		return nil, fmt.Errorf("digitnet: %w", err)
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) != 3*len(n.Layers) {
		return nil, fmt.Errorf("digitnet: %d lines of weights, want %d", len(lines), 3*len(n.Layers))
	}
	for i, shape := range Shapes() {
		if n.Layers[i], err = parseLayer(lines[3*i:3*i+3], shape); err != nil {
			return nil, fmt.Errorf("digitnet: layer %d: %w", i+1, err)
		}
	}
	return n, nil
}

func parseLayer(lines []string, shape []int) (Parameters, error) {
	by, err := strconv.ParseFloat(lines[0], 64)
	if err != nil || by < 1 {
		return Parameters{}, fmt.Errorf("%q is no divisor", lines[0])
	}
	weights, err := decimals(lines[1], by)
	if err != nil {
		return Parameters{}, err
	}
	p := Parameters{}
	if p.Weight, err = tensor.From(weights, shape...); err != nil {
		return p, err
	}
	if p.Bias, err = decimals(lines[2], by); err == nil && len(p.Bias) != shape[0] {
		err = fmt.Errorf("%d biases, want %d", len(p.Bias), shape[0])
	}
	return p, err
}

// decimals reads whole numbers and divides them.
func decimals(line string, by float64) ([]float64, error) {
	var list []float64
	for _, field := range strings.Fields(line) {
		n, err := strconv.Atoi(field)
		if err != nil {
			return nil, err
		}
		list = append(list, float64(n)/by)
	}
	return list, nil
}

// TrainCount and TestCount part the digits: the network learned from the first
// TrainCount, is tested on the last TestCount, and never saw those between, so
// that no writer is in both.
const (
	TrainCount = 1250
	TestCount  = 397
)

// Split parts the digits into those learned from and those of other writers.
func Split(digits []data.Digit) (train, test []data.Digit) {
	return digits[:TrainCount], digits[len(digits)-TestCount:]
}
