package nn

import (
	"math"

	"convtutor/internal/tensor"
)

// Sigmoid is 1/(1 + e^-x) of every element, without overflow at either end.
func Sigmoid[T tensor.Float](x *tensor.Dense[T]) *tensor.Dense[T] {
	return each(x, func(v T) T {
		e := math.Exp(-math.Abs(float64(v)))
		if v < 0 {
			return T(e / (1 + e))
		}
		return T(1 / (1 + e))
	})
}

// SigmoidBackward multiplies the gradient by y(1-y), y being the layer's output.
func SigmoidBackward[T tensor.Float](y, grad *tensor.Dense[T]) (*tensor.Dense[T], error) {
	return chain("sigmoid", y, grad, func(v T) T { return v * (1 - v) })
}
