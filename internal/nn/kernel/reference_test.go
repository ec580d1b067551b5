package kernel

import (
	"math"
	"math/rand/v2"
)

// naive is the convolution as its definition reads, summed in float64. It also
// gives, for each output, the sum of the terms' absolute values, which bounds
// what rounding can do.
func naive(c Conv, src, weights, bias []float32) (out, size []float64) {
	s := c.shape
	in, perFilter := s.Channels/s.Groups, s.Filters/s.Groups
	for k := range s.Filters {
		for oy := range c.y.out {
			for ox := range c.x.out {
				sum, abs := 0.0, 0.0
				if bias != nil {
					sum, abs = float64(bias[k]), math.Abs(float64(bias[k]))
				}
				for ch := range in {
					for fy := range s.FilterH {
						for fx := range s.FilterW {
							y := oy*s.StrideH + fy*s.DilationH - s.PadTop
							x := ox*s.StrideW + fx*s.DilationW - s.PadLeft
							if y < 0 || y >= s.Height || x < 0 || x >= s.Width {
								continue
							}
							v := src[((k/perFilter*in+ch)*s.Height+y)*s.Width+x]
							w := weights[((k*in+ch)*s.FilterH+fy)*s.FilterW+fx]
							sum += float64(v) * float64(w)
							abs += math.Abs(float64(v) * float64(w))
						}
					}
				}
				out, size = append(out, sum), append(size, abs)
			}
		}
	}
	return out, size
}

// naive32 is the plain float32 loop that the speed is compared with, for
// stride 1 and the same padding on all sides.
func naive32(dst, src, weights, bias []float32, c, h, w, k, f, pad int) {
	oh, ow := h+2*pad-f+1, w+2*pad-f+1
	for o := range k {
		for y := range oh {
			for x := range ow {
				sum := bias[o]
				for ch := range c {
					for fy := range f {
						for fx := range f {
							iy, ix := y+fy-pad, x+fx-pad
							if iy >= 0 && iy < h && ix >= 0 && ix < w {
								sum += src[(ch*h+iy)*w+ix] * weights[((o*c+ch)*f+fy)*f+fx]
							}
						}
					}
				}
				dst[(o*oh+y)*ow+x] = sum
			}
		}
	}
}

// naivePool is max pooling as its definition reads.
func naivePool(p MaxPool, src []float32) []float32 {
	var out []float32
	for ch := range p.channels {
		for oy := range p.y.out {
			for ox := range p.x.out {
				best := float32(math.Inf(-1))
				for fy := range p.y.filter {
					for fx := range p.x.filter {
						y := oy*p.y.stride + fy*p.y.dilation - p.y.before
						x := ox*p.x.stride + fx*p.x.dilation - p.x.before
						if y >= 0 && y < p.y.in && x >= 0 && x < p.x.in {
							best = max(best, src[(ch*p.y.in+y)*p.x.in+x])
						}
					}
				}
				out = append(out, best)
			}
		}
	}
	return out
}

// integers are small enough for every sum of their products to be exact.
func integers(r *rand.Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = float32(r.IntN(17) - 8)
	}
	return v
}

// fractions lie between -1 and 1.
func fractions(r *rand.Rand, n int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = 2*r.Float32() - 1
	}
	return v
}

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 720)) }
