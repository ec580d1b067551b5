package main

import (
	"fmt"
	"math"
	"strings"

	"convtutor/internal/data"
)

// divisors are what the written whole numbers of each layer are divided by:
// weights with so many decimals.
var divisors = [3]float64{100, 100, 1000}

// largest is what the largest weight of each convolution is brought to.
var largest = [2]float64{1, 0.5}

// format writes the network for pixels of 0 to data.DigitInk, with short
// decimals. A factor may move from one layer to the next, since ReLU and
// pooling let it through; what goes into the softmax stays as it was learned.
func (m *model) format() string {
	var b strings.Builder
	before := float64(data.DigitInk) // how many times too large a layer's input is
	for i := range m.shapes {
		after := 1.0 // how many times too large its output is made
		if i < len(largest) {
			most := 0.0
			for _, w := range m.weights[i].value {
				most = max(most, math.Abs(w)/before)
			}
			after = largest[i] / most
		}
		fmt.Fprintf(&b, "%v\n", divisors[i])
		writeWhole(&b, m.weights[i].value, after/before*divisors[i])
		writeWhole(&b, m.biases[i].value, after*divisors[i])
		before = after
	}
	return b.String()
}

func writeWhole(b *strings.Builder, list []float64, by float64) {
	for i, v := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprint(b, int(math.Round(v*by)))
	}
	b.WriteByte('\n')
}
