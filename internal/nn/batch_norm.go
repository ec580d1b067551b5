package nn

import (
	"fmt"
	"math"

	"convtutor/internal/tensor"
)

// BatchNorm holds what batch normalization has learned (Ioffe and Szegedy
// 2015): a number a channel each.
type BatchNorm[T tensor.Float] struct {
	Mean, Variance []T // of the training data
	Scale, Shift   []T // gamma and beta; nil means 1 and 0
	Epsilon        T   // added to the variance; PyTorch's is 1e-5
}

// Apply normalizes as a trained net does, (x - mean)/√(variance + ε)·scale +
// shift. Axis 1 of x is the channels: (N, C) or (N, C, H, W).
func (b BatchNorm[T]) Apply(x *tensor.Dense[T]) (*tensor.Dense[T], error) {
	if x.Rank() < 2 {
		return nil, fmt.Errorf("batchnorm: input %s has no channels (N, C, H, W)", x)
	}
	channels := x.Dim(1)
	for _, f := range []struct {
		name   string
		values []T
		needed bool
	}{{"mean", b.Mean, true}, {"variance", b.Variance, true}, {"scale", b.Scale, false}, {"shift", b.Shift, false}} {
		if len(f.values) != channels && (f.needed || f.values != nil) {
			return nil, fmt.Errorf("batchnorm: %s has %d numbers, input %s needs %d", f.name, len(f.values), x, channels)
		}
	}
	y := x.Clone()
	cells := x.Len() / x.Dim(0) / channels
	for c := range channels {
		spread := b.Variance[c] + b.Epsilon
		if spread <= 0 {
			return nil, fmt.Errorf("batchnorm: variance %v with epsilon %v of channel %d is not above 0", b.Variance[c], b.Epsilon, c)
		}
		scale, shift := T(1), T(0)
		if b.Scale != nil {
			scale = b.Scale[c]
		}
		if b.Shift != nil {
			shift = b.Shift[c]
		}
		deviation := T(math.Sqrt(float64(spread)))
		for n := range x.Dim(0) {
			plane := y.Data()[(n*channels+c)*cells : (n*channels+c+1)*cells]
			for i, v := range plane {
				plane[i] = T((v-b.Mean[c])/deviation*scale) + shift
			}
		}
	}
	return y, nil
}
