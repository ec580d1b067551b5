package solve

import "convtutor/internal/nn"

// The operations of this file take arrays of any shape, as they are.

func relu(p *problem) (a answer, err error) {
	a.output = nn.ReLU(p.input)
	if p.grad == nil {
		return a, nil
	}
	g, err := p.gradient(a.output)
	if err != nil {
		return a, err
	}
	a.gradInput, err = nn.ReLUBackward(p.input, g)
	return a, err
}

func softmax(p *problem) (a answer, err error) {
	if a.output, err = nn.Softmax(p.input, p.axis); err != nil || p.grad == nil {
		return a, err
	}
	g, err := p.gradient(a.output)
	if err != nil {
		return a, err
	}
	a.gradInput, err = nn.SoftmaxBackward(a.output, g, p.axis)
	return a, err
}

func linear(p *problem) (a answer, err error) {
	shape, err := nn.LinearShape(p.input.Shape(), p.weight.Shape())
	if err != nil {
		return a, err
	}
	if err := p.bound(shape, int64(p.weight.Dim(1))); err != nil {
		return a, err
	}
	if a.output, err = nn.Linear(p.input, p.weight, p.bias); err != nil || p.grad == nil {
		return a, err
	}
	g, err := p.gradient(a.output)
	if err != nil {
		return a, err
	}
	grads, err := nn.LinearBackward(p.input, p.weight, g)
	a.gradInput, a.gradWeight, a.gradBias = grads.Input, grads.Weight, grads.Bias
	return a, err
}
