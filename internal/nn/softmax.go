package nn

import (
	"fmt"
	"math"

	"convtutor/internal/tensor"
)

// Softmax turns the numbers along an axis into shares of 1, e^x / Σ e^x. The
// largest is taken off first, which changes nothing but that nothing overflows.
// axis counts from 0, or from the end with -1 the last one.
func Softmax[T tensor.Float](x *tensor.Dense[T], axis int) (*tensor.Dense[T], error) {
	y := x.Clone()
	err := alongAxis(x, axis, func(line func(i int) int, n int) {
		top := x.Data()[line(0)]
		for i := range n {
			top = max(top, x.Data()[line(i)])
		}
		var sum T
		for i := range n {
			e := T(math.Exp(float64(x.Data()[line(i)] - top)))
			y.Data()[line(i)] = e
			sum += e
		}
		for i := range n {
			y.Data()[line(i)] /= sum
		}
	})
	return y, err
}

// SoftmaxBackward gives y·(g - Σ g·y) along the axis, y being the layer's output
// and g the gradient.
func SoftmaxBackward[T tensor.Float](y, grad *tensor.Dense[T], axis int) (*tensor.Dense[T], error) {
	if err := sameShape("softmax", "gradient", grad, y.Shape()); err != nil {
		return nil, err
	}
	back := y.Clone()
	err := alongAxis(y, axis, func(line func(i int) int, n int) {
		var sum T
		for i := range n {
			sum += T(grad.Data()[line(i)] * y.Data()[line(i)])
		}
		for i := range n {
			back.Data()[line(i)] *= grad.Data()[line(i)] - sum
		}
	})
	return back, err
}

// alongAxis visits all lines along an axis: line(i) is the place of its element
// i of n.
func alongAxis[T tensor.Float](x *tensor.Dense[T], axis int, visit func(line func(i int) int, n int)) error {
	if axis < -x.Rank() || axis >= x.Rank() {
		return fmt.Errorf("softmax: axis %d is not one of shape %s", axis, x)
	}
	if axis < 0 {
		axis += x.Rank()
	}
	n, step := x.Dim(axis), 1
	for i := axis + 1; i < x.Rank(); i++ {
		step *= x.Dim(i)
	}
	for block := 0; block < x.Len(); block += n * step {
		for inner := range step {
			visit(func(i int) int { return block + inner + i*step }, n)
		}
	}
	return nil
}
