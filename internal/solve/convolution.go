package solve

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

func conv2d(p *problem) (answer, error) {
	o := nn.Conv{Stride: p.stride, Padding: p.padding, Dilation: p.dilation, Groups: p.groups}
	x, w, err := p.convolved(convWeight())
	if err != nil {
		return answer{}, err
	}
	if p.same != "" && w.Rank() == 4 && x.Rank() == 4 {
		if o.Padding, err = p.samePadding(x, nn.Size{H: w.Dim(2), W: w.Dim(3)}, p.stride); err != nil {
			return answer{}, err
		}
	}
	shape, _, err := nn.Conv2DShape(x.Shape(), w.Shape(), o)
	if err != nil {
		return answer{}, p.layout.explain(err)
	}
	// every number of the output is a sum over one filter
	if err := p.bound(shape, int64(w.Len()/w.Dim(0))); err != nil {
		return answer{}, err
	}
	y, err := nn.Conv2D(x, w, p.bias, o)
	if err != nil {
		return answer{}, p.layout.explain(err)
	}
	return p.convAnswer(y, convWeight(), func(g *tensor.Dense[float64]) (nn.ConvGrads[float64], error) {
		return nn.Conv2DBackward(x, w, g, o)
	})
}

func convTranspose2d(p *problem) (answer, error) {
	if p.same != "" {
		return answer{}, fmt.Errorf("conv_transpose2d: padding %q is not defined here; give numbers", p.same)
	}
	o := nn.ConvTranspose{
		Stride: p.stride, Padding: p.padding, Dilation: p.dilation, Groups: p.groups, OutputPadding: p.extra,
	}
	x, w, err := p.convolved(transposedWeight())
	if err != nil {
		return answer{}, err
	}
	shape, _, err := nn.ConvTranspose2DShape(x.Shape(), w.Shape(), o)
	if err != nil {
		return answer{}, p.layout.explain(err)
	}
	// every number of the input is laid out over one filter
	if err := p.bound(x.Shape(), int64(w.Len()/w.Dim(0))); err != nil {
		return answer{}, err
	}
	if err := p.bound(shape, 1); err != nil {
		return answer{}, err
	}
	y, err := nn.ConvTranspose2D(x, w, p.bias, o)
	if err != nil {
		return answer{}, p.layout.explain(err)
	}
	return p.convAnswer(y, transposedWeight(), func(g *tensor.Dense[float64]) (nn.ConvGrads[float64], error) {
		return nn.ConvTranspose2DBackward(x, w, g, o)
	})
}

// convolved gives input and weight in the engine's order.
func (p *problem) convolved(order weightOrder) (x, w *tensor.Dense[float64], err error) {
	if x, err = p.layout.pictures(p.op, "input", p.input); err != nil {
		return nil, nil, err
	}
	w, err = p.layout.weights(p.op, p.weight, order)
	return x, w, err
}

// convAnswer brings output and, if asked for, gradients to the problem's order.
func (p *problem) convAnswer(y *tensor.Dense[float64], order weightOrder,
	backward func(g *tensor.Dense[float64]) (nn.ConvGrads[float64], error),
) (a answer, err error) {
	if a.output, err = p.layout.back(y); err != nil || p.grad == nil {
		return a, err
	}
	g, err := p.pictureGradient(a.output)
	if err != nil {
		return a, err
	}
	grads, err := backward(g)
	if err != nil {
		return a, err
	}
	a.gradBias = grads.Bias
	if a.gradInput, err = p.layout.back(grads.Input); err != nil {
		return a, err
	}
	a.gradWeight, err = p.layout.backWeights(grads.Weight, order)
	return a, err
}

// gradient gives grad_output the shape of the output, both in the problem's
// order.
func (p *problem) gradient(output *tensor.Dense[float64]) (*tensor.Dense[float64], error) {
	if len(p.grad) != output.Len() {
		return nil, fmt.Errorf("%s: grad_output has %d numbers, output %s needs %d", p.op, len(p.grad), output, output.Len())
	}
	return tensor.From(p.grad, output.Shape()...)
}

// pictureGradient is that of a layer of pictures, in the engine's order.
func (p *problem) pictureGradient(output *tensor.Dense[float64]) (*tensor.Dense[float64], error) {
	g, err := p.gradient(output)
	if err != nil {
		return nil, err
	}
	return p.layout.pictures(p.op, "grad_output", g)
}

// bound refuses what would take too long or too much memory: an array of the
// given shape with a sum of so many products at every element.
func (p *problem) bound(shape []int, products int64) error {
	n, err := tensor.Elements(shape...)
	if err != nil {
		return fmt.Errorf("%s: %w", p.op, err)
	}
	if n > MaxNumbers {
		return fmt.Errorf("%s: output %s has more than %d numbers", p.op, tensor.Format(shape), MaxNumbers)
	}
	passes := 1
	if p.grad != nil {
		passes = 3 // forward, and back to input and weight
	}
	if products > int64(MaxWork/(n*passes)) {
		return fmt.Errorf("%s: %d products for each of %d numbers are more than %d multiply-adds",
			p.op, products, n*passes, MaxWork)
	}
	return nil
}

// samePadding is the padding of "same" and "same_lower" for input x.
func (p *problem) samePadding(x *tensor.Dense[float64], kernel, stride nn.Size) (nn.Sides, error) {
	w := nn.Window{Kernel: kernel, Stride: stride, Dilation: p.dilation}
	g, err := nn.NewGeometry(nn.Size{H: x.Dim(2), W: x.Dim(3)}, w, nn.RuleSame)
	if err != nil {
		return nn.Sides{}, fmt.Errorf("%s: %w", p.op, err)
	}
	s := g.Window.Padding
	if p.same == "same_lower" {
		s = nn.Sides{Top: s.Bottom, Left: s.Right, Bottom: s.Top, Right: s.Left}
	}
	return s, nil
}
