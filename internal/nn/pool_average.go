package nn

import (
	"fmt"

	"convtutor/internal/tensor"
)

// AvgPool2D takes the mean of every window. The padding counts as zeros, unless
// o.ExcludePadding; what a window of RuleCeil covers beyond the padding never
// counts, as in PyTorch. x is (N, C, H, W).
func AvgPool2D[T tensor.Float](x *tensor.Dense[T], o Pool) (*tensor.Dense[T], error) {
	shape, g, err := PoolShape("avgpool2d", x.Shape(), o)
	if err != nil {
		return nil, err
	}
	parts, err := shares(g, o)
	if err != nil {
		return nil, err
	}
	y, err := tensor.New[T](shape...)
	if err != nil {
		return nil, fmt.Errorf("avgpool2d: output: %w", err)
	}
	outCells := g.Out.H * g.Out.W
	eachPlaneWindow(g, shape[0]*shape[1], func(taps []meeting, plane, at int) {
		var sum T
		for _, t := range taps {
			sum += x.Data()[plane+t.input]
		}
		y.Data()[at] = sum / T(parts[at%outCells])
	})
	return y, nil
}

// AvgPool2DBackward spreads the gradient of average pooling evenly over the
// cells of each window. input is the shape (N, C, H, W) of what was pooled.
func AvgPool2DBackward[T tensor.Float](input []int, grad *tensor.Dense[T], o Pool) (*tensor.Dense[T], error) {
	shape, g, err := PoolShape("avgpool2d", input, o)
	if err != nil {
		return nil, err
	}
	if err := sameShape("avgpool2d", "gradient", grad, shape); err != nil {
		return nil, err
	}
	parts, err := shares(g, o)
	if err != nil {
		return nil, err
	}
	back, err := tensor.New[T](input...)
	if err != nil {
		return nil, fmt.Errorf("avgpool2d: %w", err)
	}
	outCells := g.Out.H * g.Out.W
	eachPlaneWindow(g, shape[0]*shape[1], func(taps []meeting, plane, at int) {
		share := grad.Data()[at] / T(parts[at%outCells])
		for _, t := range taps {
			back.Data()[plane+t.input] += share
		}
	})
	return back, nil
}

// shares is what every window's sum is divided by. Where the padding does not
// count, a window must see something else.
func shares(g Geometry, o Pool) ([]int, error) {
	if o.ExcludePadding {
		if err := g.allSee("avgpool2d"); err != nil {
			return nil, err
		}
	}
	rows := g.Rows().counted(g.Out.H, o.ExcludePadding)
	columns := g.Columns().counted(g.Out.W, o.ExcludePadding)
	n := make([]int, 0, len(rows)*len(columns))
	for _, r := range rows {
		for _, c := range columns {
			n = append(n, r*c)
		}
	}
	return n, nil
}

// counted is the number of taps of each window that lie in the input, or in the
// input and its padding.
func (a Axis) counted(out int, excludePadding bool) []int {
	first, end := -a.Before, a.In+a.After
	if excludePadding {
		first, end = 0, a.In
	}
	n := make([]int, out)
	for o := range n {
		for f := range a.Filter {
			if at := o*a.Stride - a.Before + f*a.Dilation; at >= first && at < end {
				n[o]++
			}
		}
	}
	return n
}
