package main

import (
	"math"
	"math/rand/v2"

	"convtutor/internal/data"
	"convtutor/internal/digitnet"
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// Settings of the training.
const (
	batch = 25
	rate  = 3e-3
	decay = 1e-4 // of the weights, a step
	beta1 = 0.9
	beta2 = 0.999
)

type dense = tensor.Dense[float64]

// param is a list of numbers that is learned, with Adam's two memories.
type param struct {
	value, grad, mean, square []float64
}

func newParam(value []float64) *param {
	n := len(value)
	return &param{value, make([]float64, n), make([]float64, n), make([]float64, n)}
}

// model is the network while it learns; pixels go in as 0 to 1.
type model struct {
	weights, biases [3]*param
	shapes          [3][]int
	steps           int
}

// newModel starts with the weights of He et al. 2015: normal numbers whose
// spread is the root of 2 by the inputs of a cell.
func newModel(rng *rand.Rand) *model {
	m := &model{shapes: digitnet.Shapes()}
	for i, shape := range m.shapes {
		inputs, n := 1, 1
		for k, side := range shape {
			n *= side
			if k > 0 {
				inputs *= side
			}
		}
		start := make([]float64, n)
		for k := range start {
			start[k] = rng.NormFloat64() * math.Sqrt(2/float64(inputs))
		}
		m.weights[i], m.biases[i] = newParam(start), newParam(make([]float64, shape[0]))
	}
	return m
}

func (m *model) weight(i int) (*dense, error) { return tensor.From(m.weights[i].value, m.shapes[i]...) }

// block is a convolution, ReLU and pooling, as it went forward.
type block struct {
	x, w, sums, pooled *dense
	picked             []int
}

var (
	convolution = nn.Conv{Padding: nn.AllSides(1)}
	pooling     = nn.Pool{Kernel: nn.Square(2), Stride: nn.Square(2)}
)

func (m *model) forward(i int, x *dense) (b block, err error) {
	b.x = x
	if b.w, err = m.weight(i); err != nil {
		return b, err
	}
	if b.sums, err = nn.Conv2D(x, b.w, m.biases[i].value, convolution); err != nil {
		return b, err
	}
	b.pooled, b.picked, err = nn.MaxPool2D(nn.ReLU(b.sums), pooling)
	return b, err
}

// backward notes the gradients of block i and gives that of its input.
func (m *model) backward(i int, b block, grad *dense) (*dense, error) {
	grad, err := nn.PickPoolBackward(b.sums.Shape(), b.picked, grad)
	if err != nil {
		return nil, err
	}
	if grad, err = nn.ReLUBackward(b.sums, grad); err != nil {
		return nil, err
	}
	g, err := nn.Conv2DBackward(b.x, b.w, grad, convolution)
	if err != nil {
		return nil, err
	}
	m.note(i, g)
	return g.Input, nil
}

func (m *model) note(i int, g nn.ConvGrads[float64]) {
	for k, v := range g.Weight.Data() {
		m.weights[i].grad[k] += v / batch
	}
	for k, v := range g.Bias {
		m.biases[i].grad[k] += v / batch
	}
}

// learn adds the gradients of one digit and gives its loss, the cross entropy.
func (m *model) learn(d data.Digit) (float64, error) {
	pixels := make([]float64, len(d.Pixels))
	for i, v := range d.Pixels {
		pixels[i] = float64(v) / data.DigitInk
	}
	x, err := tensor.From(pixels, 1, 1, data.DigitSide, data.DigitSide)
	if err != nil {
		return 0, err
	}
	first, err := m.forward(0, x)
	if err != nil {
		return 0, err
	}
	second, err := m.forward(1, first.pooled)
	if err != nil {
		return 0, err
	}
	return m.classify(d.Label, first, second)
}

// classify ends the way forward and goes back.
func (m *model) classify(label int, first, second block) (float64, error) {
	flat, err := tensor.From(second.pooled.Data(), 1, len(second.pooled.Data()))
	if err != nil {
		return 0, err
	}
	w, err := m.weight(2)
	if err != nil {
		return 0, err
	}
	scores, err := nn.Linear(flat, w, m.biases[2].value)
	if err != nil {
		return 0, err
	}
	p, err := nn.Softmax(scores, 1)
	if err != nil {
		return 0, err
	}
	loss := -math.Log(max(p.Data()[label], 1e-12))
	p.Data()[label]-- // the gradient of the cross entropy behind a softmax
	g, err := nn.LinearBackward(flat, w, p)
	if err != nil {
		return 0, err
	}
	m.note(2, g)
	grad, err := tensor.From(g.Input.Data(), second.pooled.Shape()...)
	if err != nil {
		return 0, err
	}
	if grad, err = m.backward(1, second, grad); err != nil {
		return 0, err
	}
	_, err = m.backward(0, first, grad)
	return loss, err
}

// step moves all numbers against their gradients (Adam, Kingma and Ba 2015,
// with the weights' decay apart).
func (m *model) step(rate float64) {
	m.steps++
	c1 := 1 - math.Pow(beta1, float64(m.steps))
	c2 := 1 - math.Pow(beta2, float64(m.steps))
	for i := range m.shapes {
		for _, p := range []*param{m.weights[i], m.biases[i]} {
			for k, g := range p.grad {
				p.mean[k] = beta1*p.mean[k] + (1-beta1)*g
				p.square[k] = beta2*p.square[k] + (1-beta2)*g*g
				p.value[k] -= rate * (p.mean[k]/c1/(math.Sqrt(p.square[k]/c2)+1e-8) + decay*p.value[k])
				p.grad[k] = 0
			}
		}
	}
}
