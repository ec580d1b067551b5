package nn

import (
	"fmt"

	"convtutor/internal/fault"
	"convtutor/internal/tensor"
)

// Conv is what a convolution is told besides its arrays. The filter's size is
// that of the weight.
type Conv struct {
	Stride   Size  // 0 means 1
	Padding  Sides // zeros around the input
	Dilation Size  // 0 means 1
	Groups   int   // channels are split into so many groups, each with its own filters; 0 means 1
	Rule     Rule  // for a stride that does not fit
}

// ConvGrads are the gradients of a loss with respect to what a convolution or a
// linear layer was given, each of the shape of the thing itself.
type ConvGrads[T tensor.Float] struct {
	Input, Weight *tensor.Dense[T]
	Bias          []T
}

// Conv2DShape gives the shape of a convolution's output, (N, K, OH, OW), and
// its geometry, from the shapes of its input (N, C, H, W) and its weight
// (K, C/groups, FH, FW).
func Conv2DShape(input, weight []int, o Conv) ([]int, Geometry, error) {
	s, err := convSlide(input, weight, o)
	if err != nil {
		return nil, Geometry{}, err
	}
	return []int{s.n, s.out, s.g.Out.H, s.g.Out.W}, s.g, nil
}

// Conv2D slides filters over pictures. As everywhere in deep learning this is
// the cross-correlation: filters are not turned (see Flip).
//
//	y[n,k,oy,ox] = bias[k] + Σ x[n, c, oy·S - P + fy·D, ox·S - P + fx·D] · w[k,c,fy,fx]
//
// over the channels c of k's group and the filter's cells. x is (N, C, H, W), w
// (K, C/groups, FH, FW), the result (N, K, OH, OW); bias is K numbers or nil.
func Conv2D[T tensor.Float](x, w *tensor.Dense[T], bias []T, o Conv) (*tensor.Dense[T], error) {
	s, err := convSlide(x.Shape(), w.Shape(), o)
	if err != nil {
		return nil, err
	}
	if err := biasFits("conv2d", bias, s.out, w.Shape()); err != nil {
		return nil, err
	}
	y, err := tensor.New[T](s.n, s.out, s.g.Out.H, s.g.Out.W)
	if err != nil {
		return nil, fmt.Errorf("conv2d: output: %w", err)
	}
	gather(s, x.Data(), w.Data(), y.Data())
	addBias(y, bias)
	return y, nil
}

// Conv2DBackward gives the gradients of a convolution, grad being the loss's
// gradient with respect to its output.
func Conv2DBackward[T tensor.Float](x, w, grad *tensor.Dense[T], o Conv) (ConvGrads[T], error) {
	s, err := convSlide(x.Shape(), w.Shape(), o)
	if err != nil {
		return ConvGrads[T]{}, err
	}
	if err := sameShape("conv2d", "gradient", grad, []int{s.n, s.out, s.g.Out.H, s.g.Out.W}); err != nil {
		return ConvGrads[T]{}, err
	}
	g, err := zeroGrads(x, w)
	if err != nil {
		return ConvGrads[T]{}, err
	}
	spread(s, g.Input.Data(), w.Data(), grad.Data())
	correlate(s, x.Data(), g.Weight.Data(), grad.Data())
	g.Bias = sumOfChannels(grad)
	return g, nil
}

// zeroGrads makes gradients of zeros in the shapes of input and weight.
func zeroGrads[T tensor.Float](x, w *tensor.Dense[T]) (g ConvGrads[T], err error) {
	if g.Input, err = tensor.New[T](x.Shape()...); err != nil {
		return g, err
	}
	g.Weight, err = tensor.New[T](w.Shape()...)
	return g, err
}

// convSlide checks a convolution's shapes.
func convSlide(input, weight []int, o Conv) (slide, error) {
	const op = "conv2d"
	if err := fourAxes(op, "input", "N, C, H, W", input); err != nil {
		return slide{}, err
	}
	if err := fourAxes(op, "weight", "K, C/groups, FH, FW", weight); err != nil {
		return slide{}, err
	}
	groups := o.Groups
	if groups == 0 {
		groups = 1
	}
	in, out := input[1], weight[0]
	if groups < 0 || in%groups != 0 || out%groups != 0 {
		return slide{}, fault.New("error.size.groups", fault.Args{"groups": groups, "channels": in, "filters": out}, "%s: %d groups do not divide %d channels into %d filters", op, groups, in, out)
	}
	if weight[1] != in/groups {
		return slide{}, fault.New("error.size.depth", fault.Args{"depth": weight[1], "channels": in}, "%s: depth %d of weight %s does not match input %s with %d channels%s",
			op, weight[1], tensor.Format(weight), tensor.Format(input), in, inGroups(groups))
	}
	g, err := NewGeometry(Size{input[2], input[3]}, Window{
		Kernel: Size{weight[2], weight[3]}, Stride: o.Stride, Padding: o.Padding, Dilation: o.Dilation,
	}, o.Rule)
	if err != nil {
		return slide{}, fmt.Errorf("%s: %w", op, err)
	}
	if _, err := tensor.Elements(input[0], out, g.Out.H, g.Out.W); err != nil {
		return slide{}, fmt.Errorf("%s: output: %w", op, err)
	}
	return slide{g, input[0], in, out, groups}, nil
}

// inGroups says that channels are split, where they are.
func inGroups(groups int) string {
	if groups == 1 {
		return ""
	}
	return fmt.Sprintf(" in %d groups", groups)
}
