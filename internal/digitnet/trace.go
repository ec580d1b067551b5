package digitnet

import (
	"fmt"
	"sync"

	"convtutor/internal/data"
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// Trace is a digit on its way through the network.
type Trace struct {
	Digit data.Digit
	// Maps are the input and what every layer of the table puts out, so that
	// Maps[i] goes into layer i and Maps[i+1] comes out of it: each (1, C, H, W),
	// a vector (1, C, 1, 1).
	Maps []*tensor.Dense[float64]
}

// Run sends a digit through the network; its pixels go in as they are, 0 to
// data.DigitInk.
func (n *Net) Run(d data.Digit) (*Trace, error) {
	pixels := make([]float64, len(d.Pixels))
	for i, v := range d.Pixels {
		pixels[i] = float64(v)
	}
	x, err := tensor.From(pixels, 1, 1, data.DigitSide, data.DigitSide)
	if err != nil {
		return nil, fmt.Errorf("digitnet: %w", err)
	}
	t := &Trace{Digit: d, Maps: []*tensor.Dense[float64]{x}}
	for i := range n.Table.Rows {
		if x, err = n.layer(i, x); err != nil {
			return nil, fmt.Errorf("digitnet: layer %d: %w", i+1, err)
		}
		t.Maps = append(t.Maps, x)
	}
	return t, nil
}

// pool is how the network pools.
func pool() nn.Pool { return nn.Pool{Kernel: nn.Square(2), Stride: nn.Square(2)} }

// conv is how the network's convolutions lie on their input.
func conv() nn.Conv { return nn.Conv{Padding: nn.AllSides(1)} }

// layer works layer i of the table out.
func (n *Net) layer(i int, x *tensor.Dense[float64]) (*tensor.Dense[float64], error) {
	switch i {
	case 0, 3:
		p := n.Learned(i)
		return nn.Conv2D(x, p.Weight, p.Bias, conv())
	case 1, 4:
		return nn.ReLU(x), nil
	case 2, 5:
		y, _, err := nn.MaxPool2D(x, pool())
		return y, err
	case 6:
		return tensor.From(x.Data(), 1, len(x.Data()), 1, 1)
	case 7:
		p := n.Learned(i)
		row, err := tensor.From(x.Data(), 1, len(x.Data()))
		if err != nil {
			return nil, err
		}
		if row, err = nn.Linear(row, p.Weight, p.Bias); err != nil {
			return nil, err
		}
		return tensor.From(row.Data(), 1, Classes, 1, 1)
	}
	return nn.Softmax(x, 1)
}

// Learned are the parameters of layer i of the table; nil where it learns
// nothing.
func (n *Net) Learned(i int) *Parameters {
	switch i {
	case 0:
		return &n.Layers[0]
	case 3:
		return &n.Layers[1]
	case 7:
		return &n.Layers[2]
	}
	return nil
}

// Answer is the class with the largest score.
func (t *Trace) Answer() int {
	scores := t.Maps[len(t.Maps)-2].Data()
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// Report is how the network did on the digits of writers it never saw.
type Report struct {
	Right, Of int
	// Missed are the numbers, among all digits, of those that it got wrong.
	Missed []int
}

// Percent is the share that was right, in percent.
func (r Report) Percent() float64 { return 100 * float64(r.Right) / float64(r.Of) }

// Test runs the built-in network over the digits held out. It is done once.
var Test = sync.OnceValues(func() (Report, error) {
	n, err := Load()
	if err != nil {
		return Report{}, err
	}
	digits, err := data.Digits()
	if err != nil {
		return Report{}, err
	}
	return n.Test(digits)
})

// Test runs the network over those digits that are held out.
func (n *Net) Test(digits []data.Digit) (Report, error) {
	_, test := Split(digits)
	r := Report{Of: len(test)}
	for i, d := range test {
		t, err := n.Run(d)
		if err != nil {
			return r, err
		}
		if t.Answer() == d.Label {
			r.Right++
		} else {
			r.Missed = append(r.Missed, len(digits)-len(test)+i)
		}
	}
	return r, nil
}
