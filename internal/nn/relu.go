package nn

import "convtutor/internal/tensor"

// ReLU is max(0, x) of every element. NaN stays NaN.
func ReLU[T tensor.Float](x *tensor.Dense[T]) *tensor.Dense[T] {
	return each(x, func(v T) T { return max(0, v) })
}

// ReLUBackward lets the gradient pass where x, the layer's input, is above 0.
func ReLUBackward[T tensor.Float](x, grad *tensor.Dense[T]) (*tensor.Dense[T], error) {
	return LeakyReLUBackward(x, grad, 0)
}
