package quiz

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// PoolOps are the operations of pooling in the vocabulary of `convtutor solve`,
// by viz.PoolMode.
var PoolOps = []string{viz.PoolMax: "maxpool2d", viz.PoolAverage: "avgpool2d", viz.PoolMin: "minpool2d"}

// poolMode is the mode of a problem's operation.
func (p *Problem) poolMode() viz.PoolMode { return viz.PoolMode(slices.Index(PoolOps, p.Op)) }

// pooled lets the engine pool; picked is nil for the average.
func (p *Problem) pooled() (x, y *tensor.Dense[float64], picked []int, err error) {
	if x, err = tensor.From(p.Input.Data, p.Input.Shape...); err != nil {
		return nil, nil, nil, err
	}
	o := p.pool()
	switch p.poolMode() {
	case viz.PoolAverage:
		y, err = nn.AvgPool2D(x, o)
	case viz.PoolMin:
		y, picked, err = nn.MinPool2D(x, o)
	default:
		y, picked, err = nn.MaxPool2D(x, o)
	}
	return x, y, picked, err
}

func (p *Problem) pool() nn.Pool {
	w := p.window()
	return nn.Pool{Kernel: w.Kernel, Stride: w.Stride, Padding: w.Padding}
}

// poolGradient lets the engine hand the problem's gradient back to its input.
func (p *Problem) poolGradient() (*tensor.Dense[float64], error) {
	x, y, picked, err := p.pooled()
	if err != nil {
		return nil, err
	}
	grad, err := tensor.From(p.Grad, y.Shape()...)
	if err != nil {
		return nil, err
	}
	if picked == nil {
		return nn.AvgPool2DBackward(x.Shape(), grad, p.pool())
	}
	return nn.PickPoolBackward(x.Shape(), picked, grad)
}

// poolText is a window written out: "max(1, 2)" or "(1 + 2) ÷ 2".
func (p *Problem) poolText(window []int, divisor int) string {
	if p.poolMode() == viz.PoolAverage {
		return fmt.Sprintf("(%s) ÷ %d", plusses(window), divisor)
	}
	return p.poolMode().String() + "(" + commaed(window) + ")"
}

func commaed(numbers []int) string {
	parts := make([]string, len(numbers))
	for i, n := range numbers {
		parts[i] = itoa(n)
	}
	return strings.Join(parts, ", ")
}

// poolSetup says the operation.
func poolSetup(p *Problem) []viz.Words {
	args := viz.Args{"window": fmt.Sprintf("%dx%d", p.Kernel[0], p.Kernel[1]), "s": p.Stride[0], "p": p.Padding[0]}
	words := []viz.Words{{Key: "quiz.pool-value.setup-" + p.poolMode().String(), Args: args}}
	if p.Padding[0] > 0 {
		key := "quiz.pool-max.padded"
		if p.poolMode() == viz.PoolAverage {
			key = "quiz.pool-value.padded"
		}
		words = append(words, viz.Words{Key: key, Args: args})
	}
	return words
}

// place writes a row and a column, counted from 1.
func place(p point) string { return fmt.Sprintf("%d, %d", p.Y+1, p.X+1) }
