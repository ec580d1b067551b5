package nn

import (
	"fmt"

	"convtutor/internal/tensor"
)

// Linear is the fully connected layer, y[o] = Σ x[i]·w[o,i] + bias[o]. The last
// axis of x is the I inputs and becomes the O outputs; w is (O, I), bias O
// numbers or nil.
func Linear[T tensor.Float](x, w *tensor.Dense[T], bias []T) (*tensor.Dense[T], error) {
	shape, err := LinearShape(x.Shape(), w.Shape())
	if err != nil {
		return nil, err
	}
	in, out := w.Dim(1), w.Dim(0)
	if err := biasFits("linear", bias, out, w.Shape()); err != nil {
		return nil, err
	}
	y, err := tensor.New[T](shape...)
	if err != nil {
		return nil, fmt.Errorf("linear: output: %w", err)
	}
	for at := range y.Data() {
		row, o := at/out, at%out
		weights := w.Data()[o*in : o*in+in]
		var sum T
		for i, v := range x.Data()[row*in : row*in+in] {
			sum += T(v * weights[i])
		}
		if bias != nil {
			sum += bias[o]
		}
		y.Data()[at] = sum
	}
	return y, nil
}

// LinearBackward gives the gradients of a fully connected layer, grad being the
// loss's gradient with respect to its output.
func LinearBackward[T tensor.Float](x, w, grad *tensor.Dense[T]) (ConvGrads[T], error) {
	shape, err := LinearShape(x.Shape(), w.Shape())
	if err != nil {
		return ConvGrads[T]{}, err
	}
	if err := sameShape("linear", "gradient", grad, shape); err != nil {
		return ConvGrads[T]{}, err
	}
	g, err := zeroGrads(x, w)
	if err != nil {
		return g, err
	}
	in, out := w.Dim(1), w.Dim(0)
	g.Bias = make([]T, out)
	for at, v := range grad.Data() {
		row, o := at/out, at%out
		g.Bias[o] += v
		for i := range in {
			g.Input.Data()[row*in+i] += T(v * w.Data()[o*in+i])
			g.Weight.Data()[o*in+i] += T(v * x.Data()[row*in+i])
		}
	}
	return g, nil
}

// LinearShape gives the shape of a fully connected layer's output from those of
// its input (…, I) and weight (O, I).
func LinearShape(input, weight []int) ([]int, error) {
	if len(weight) != 2 {
		return nil, fmt.Errorf("linear: weight %s is not of two axes (O, I)", tensor.Format(weight))
	}
	last := len(input) - 1
	if last < 0 || input[last] != weight[1] {
		return nil, fmt.Errorf("linear: weight %s reads %d inputs, but the last axis of input %s differs",
			tensor.Format(weight), weight[1], tensor.Format(input))
	}
	shape := append([]int(nil), input...)
	shape[last] = weight[0]
	if _, err := tensor.Elements(shape...); err != nil {
		return nil, fmt.Errorf("linear: output: %w", err)
	}
	return shape, nil
}
