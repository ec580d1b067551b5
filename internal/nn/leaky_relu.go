package nn

import "convtutor/internal/tensor"

// LeakyReLU is x where x is above 0 and slope·x elsewhere (Maas, Hannun and Ng
// 2013; DCGAN's discriminator uses a slope of 0.2).
func LeakyReLU[T tensor.Float](x *tensor.Dense[T], slope T) *tensor.Dense[T] {
	return each(x, func(v T) T {
		if v > 0 {
			return v
		}
		return slope * v
	})
}

// LeakyReLUBackward multiplies the gradient by 1 where x, the layer's input, is
// above 0 and by slope elsewhere.
func LeakyReLUBackward[T tensor.Float](x, grad *tensor.Dense[T], slope T) (*tensor.Dense[T], error) {
	return chain("relu", x, grad, func(v T) T {
		if v > 0 {
			return 1
		}
		return slope
	})
}
