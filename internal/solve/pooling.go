package solve

import (
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

func maxPool2d(p *problem) (answer, error) {
	return p.pick(nn.MaxPool2D[float64])
}

func minPool2d(p *problem) (answer, error) {
	a, err := p.pick(nn.MinPool2D[float64])
	a.argmax = nil // the smallest is no argmax
	return a, err
}

// pick answers max and min pooling.
func (p *problem) pick(pool func(*tensor.Dense[float64], nn.Pool) (*tensor.Dense[float64], []int, error)) (a answer, err error) {
	x, o, err := p.pooled()
	if err != nil {
		return a, err
	}
	y, picked, err := pool(x, o)
	if err != nil {
		return a, err
	}
	a.argmax = p.layout.backCells(picked, y.Shape())
	return p.poolAnswer(a, y, func(g *tensor.Dense[float64]) (*tensor.Dense[float64], error) {
		return nn.PickPoolBackward(x.Shape(), picked, g)
	})
}

func avgPool2d(p *problem) (a answer, err error) {
	x, o, err := p.pooled()
	if err != nil {
		return a, err
	}
	y, err := nn.AvgPool2D(x, o)
	if err != nil {
		return a, err
	}
	return p.poolAnswer(a, y, func(g *tensor.Dense[float64]) (*tensor.Dense[float64], error) {
		return nn.AvgPool2DBackward(x.Shape(), g, o)
	})
}

// pooled gives the input in the engine's order and the pool, within the limits.
func (p *problem) pooled() (*tensor.Dense[float64], nn.Pool, error) {
	o := nn.Pool{
		Kernel: p.kernel, Stride: p.stride, Padding: p.padding, Dilation: p.dilation, ExcludePadding: p.exclude,
	}
	if p.ceil {
		o.Rule = nn.RuleCeil
	}
	x, err := p.layout.pictures(p.op, "input", p.input)
	if err != nil {
		return nil, o, err
	}
	if o.Stride == (nn.Size{}) {
		o.Stride = o.Kernel
	}
	if p.same != "" && x.Rank() == 4 {
		if o.Padding, err = p.samePadding(x, o.Kernel, o.Stride); err != nil {
			return nil, o, err
		}
	}
	shape, _, err := nn.PoolShape(p.op, x.Shape(), o)
	if err != nil {
		return nil, o, err
	}
	return x, o, p.bound(shape, int64(p.kernel.H)*int64(p.kernel.W))
}

// poolAnswer brings output and gradient to the problem's order.
func (p *problem) poolAnswer(a answer, y *tensor.Dense[float64],
	backward func(g *tensor.Dense[float64]) (*tensor.Dense[float64], error),
) (answer, error) {
	var err error
	if a.output, err = p.layout.back(y); err != nil || p.grad == nil {
		return a, err
	}
	g, err := p.pictureGradient(a.output)
	if err != nil {
		return a, err
	}
	back, err := backward(g)
	if err != nil {
		return a, err
	}
	a.gradInput, err = p.layout.back(back)
	return a, err
}
