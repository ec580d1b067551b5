package nn

import (
	"math"

	"convtutor/internal/tensor"
)

// Tanh is the hyperbolic tangent of every element.
func Tanh[T tensor.Float](x *tensor.Dense[T]) *tensor.Dense[T] {
	return each(x, func(v T) T { return T(math.Tanh(float64(v))) })
}

// TanhBackward multiplies the gradient by 1 - y², y being the layer's output.
func TanhBackward[T tensor.Float](y, grad *tensor.Dense[T]) (*tensor.Dense[T], error) {
	return chain("tanh", y, grad, func(v T) T { return 1 - T(v*v) })
}
