package nn

import (
	"fmt"
	"math"

	"convtutor/internal/tensor"
)

// LocalResponseNorm divides every number by how strong the channels beside it
// are at the same place, so that they compete (Krizhevsky et al. 2012, section
// 3.3).
type LocalResponseNorm struct {
	Size  int     // channels that compete, the number's own included
	Alpha float64 // PyTorch's alpha: it is divided by Size
	Beta  float64 // the power
	K     float64 // added, so that nothing is divided by 0
}

// AlexNetLRN is that of AlexNet. The paper writes alpha 1e-4 for the whole sum;
// PyTorch, and so Alpha here, counts it for the mean, five times as much.
func AlexNetLRN() LocalResponseNorm {
	return LocalResponseNorm{Size: 5, Alpha: 5e-4, Beta: 0.75, K: 2}
}

// LRN gives x / (k + alpha/size · Σ x²)^beta, the sum over the size channels
// from c - size/2 to c + (size-1)/2 that exist, as PyTorch defines it. Axis 1
// of x is the channels: (N, C, H, W).
func LRN[T tensor.Float](x *tensor.Dense[T], o LocalResponseNorm) (*tensor.Dense[T], error) {
	if x.Rank() < 2 {
		return nil, fmt.Errorf("lrn: input %s has no channels (N, C, H, W)", x)
	}
	if o.Size < 1 || o.Size > MaxSide {
		return nil, fmt.Errorf("lrn: size %d is not between 1 and %d", o.Size, MaxSide)
	}
	y := x.Clone()
	channels := x.Dim(1)
	cells := x.Len() / x.Dim(0) / channels
	for at, v := range x.Data() {
		c := at / cells % channels
		first, end := max(0, c-o.Size/2), min(channels, c+(o.Size-1)/2+1)
		var sum float64
		for i := first; i < end; i++ {
			neighbour := float64(x.Data()[at+(i-c)*cells])
			sum += float64(neighbour * neighbour)
		}
		y.Data()[at] = T(float64(v) / math.Pow(o.K+float64(o.Alpha/float64(o.Size)*sum), o.Beta))
	}
	return y, nil
}
