package nn

import (
	"fmt"

	"convtutor/internal/tensor"
)

// ConvTranspose is what a transposed convolution is told besides its arrays.
type ConvTranspose struct {
	Stride        Size  // 0 means 1
	Padding       Sides // cells cut off the output's sides
	Dilation      Size  // 0 means 1
	Groups        int   // 0 means 1
	OutputPadding Size  // rows and columns more at the output's end
}

// ConvTranspose2DShape gives the shape of a transposed convolution's output,
// (N, K, OH, OW), and its geometry (see NewTransposed), from the shapes of its
// input (N, C, H, W) and its weight (C, K/groups, FH, FW).
func ConvTranspose2DShape(input, weight []int, o ConvTranspose) ([]int, Geometry, error) {
	s, err := transposedSlide(input, weight, o)
	if err != nil {
		return nil, Geometry{}, err
	}
	return []int{s.n, s.in, s.g.In.H, s.g.In.W}, s.g, nil
}

// ConvTranspose2D lays the filter, times each input cell, on the output and
// sums where they overlap: what a convolution's backward pass does with a
// gradient (Dumoulin and Visin 2016, chapter 4).
//
//	y[n, k, iy·S - P + fy·D, ix·S - P + fx·D] += x[n,c,iy,ix] · w[c,k,fy,fx]
//
// x is (N, C, H, W), w (C, K/groups, FH, FW), the result (N, K, OH, OW) with
// OH = (H-1)S - P + D(F-1) + output padding + 1; bias is K numbers or nil.
func ConvTranspose2D[T tensor.Float](x, w *tensor.Dense[T], bias []T, o ConvTranspose) (*tensor.Dense[T], error) {
	s, err := transposedSlide(x.Shape(), w.Shape(), o)
	if err != nil {
		return nil, err
	}
	if err := biasFits("conv_transpose2d", bias, s.in, w.Shape()); err != nil {
		return nil, err
	}
	y, err := tensor.New[T](s.n, s.in, s.g.In.H, s.g.In.W)
	if err != nil {
		return nil, fmt.Errorf("conv_transpose2d: output: %w", err)
	}
	spread(s, y.Data(), w.Data(), x.Data())
	addBias(y, bias)
	return y, nil
}

// ConvTranspose2DBackward gives the gradients of a transposed convolution, grad
// being the loss's gradient with respect to its output.
func ConvTranspose2DBackward[T tensor.Float](x, w, grad *tensor.Dense[T], o ConvTranspose) (ConvGrads[T], error) {
	s, err := transposedSlide(x.Shape(), w.Shape(), o)
	if err != nil {
		return ConvGrads[T]{}, err
	}
	if err := sameShape("conv_transpose2d", "gradient", grad, []int{s.n, s.in, s.g.In.H, s.g.In.W}); err != nil {
		return ConvGrads[T]{}, err
	}
	g, err := zeroGrads(x, w)
	if err != nil {
		return ConvGrads[T]{}, err
	}
	gather(s, grad.Data(), w.Data(), g.Input.Data())
	correlate(s, grad.Data(), g.Weight.Data(), x.Data())
	g.Bias = sumOfChannels(grad)
	return g, nil
}

// transposedSlide checks the shapes and gives the slide of the convolution that
// is transposed: its in channels are the K of the output, its out channels the C
// of the input, and (C, K/groups, FH, FW) is the shape of its filters.
func transposedSlide(input, weight []int, o ConvTranspose) (slide, error) {
	const op = "conv_transpose2d"
	if err := fourAxes(op, "input", "N, C, H, W", input); err != nil {
		return slide{}, err
	}
	if err := fourAxes(op, "weight", "C, K/groups, FH, FW", weight); err != nil {
		return slide{}, err
	}
	groups := o.Groups
	if groups == 0 {
		groups = 1
	}
	if groups < 0 || input[1]%groups != 0 {
		return slide{}, fmt.Errorf("%s: %d groups do not divide %d channels", op, groups, input[1])
	}
	if weight[0] != input[1] {
		return slide{}, fmt.Errorf("%s: weight %s is for %d channels, but input %s has %d",
			op, tensor.Format(weight), weight[0], tensor.Format(input), input[1])
	}
	g, err := NewTransposed(Size{input[2], input[3]}, Window{
		Kernel: Size{weight[2], weight[3]}, Stride: o.Stride, Padding: o.Padding, Dilation: o.Dilation,
	}, o.OutputPadding)
	if err != nil {
		return slide{}, fmt.Errorf("%s: %w", op, err)
	}
	// groups is at most 2^20 here, being a divisor of a side
	channels := weight[1] * groups
	if _, err := tensor.Elements(input[0], channels, g.In.H, g.In.W); err != nil {
		return slide{}, fmt.Errorf("%s: output: %w", op, err)
	}
	return slide{g, input[0], channels, input[1], groups}, nil
}
