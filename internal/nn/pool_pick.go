package nn

import (
	"fmt"

	"convtutor/internal/tensor"
)

// MaxPool2D takes the largest cell of every window, and says which it was: for
// every output cell the place in the input's H·W plane, row by row. Of equal
// cells it is the first, as in PyTorch. A NaN counts as the largest (of several
// the last), so that it is not lost. A window that sees nothing but padding is an
// error. x is (N, C, H, W).
func MaxPool2D[T tensor.Float](x *tensor.Dense[T], o Pool) (y *tensor.Dense[T], argmax []int, err error) {
	return pick("maxpool2d", x, o, func(v, best T) bool { return v > best || v != v })
}

// MinPool2D takes the smallest cell of every window; see MaxPool2D.
func MinPool2D[T tensor.Float](x *tensor.Dense[T], o Pool) (y *tensor.Dense[T], argmin []int, err error) {
	return pick("minpool2d", x, o, func(v, best T) bool { return v < best || v != v })
}

// pick pools by choosing one cell of every window: the first, unless a later
// one is better.
func pick[T tensor.Float](op string, x *tensor.Dense[T], o Pool, better func(v, best T) bool) (*tensor.Dense[T], []int, error) {
	shape, g, err := PoolShape(op, x.Shape(), o)
	if err != nil {
		return nil, nil, err
	}
	if err := g.allSee(op); err != nil {
		return nil, nil, err
	}
	y, err := tensor.New[T](shape...)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: output: %w", op, err)
	}
	picked := make([]int, y.Len())
	eachPlaneWindow(g, shape[0]*shape[1], func(taps []meeting, plane, at int) {
		best := taps[0].input
		for _, t := range taps[1:] {
			if better(x.Data()[plane+t.input], x.Data()[plane+best]) {
				best = t.input
			}
		}
		y.Data()[at], picked[at] = x.Data()[plane+best], best
	})
	return y, picked, nil
}

// PickPoolBackward routes the gradient of max or min pooling back to the cells
// that were picked; all others get nothing. input is the shape (N, C, H, W) of
// what was pooled, picked what MaxPool2D or MinPool2D said.
func PickPoolBackward[T tensor.Float](input []int, picked []int, grad *tensor.Dense[T]) (*tensor.Dense[T], error) {
	const op = "pooling backward"
	if err := fourAxes(op, "input", "N, C, H, W", input); err != nil {
		return nil, err
	}
	if err := fourAxes(op, "gradient", "N, C, OH, OW", grad.Shape()); err != nil {
		return nil, err
	}
	if input[0] != grad.Dim(0) || input[1] != grad.Dim(1) || len(picked) != grad.Len() {
		return nil, fmt.Errorf("%s: gradient %s and %d picked cells do not belong to input %s",
			op, grad, len(picked), tensor.Format(input))
	}
	back, err := tensor.New[T](input...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", op, err)
	}
	inCells, outCells := input[2]*input[3], grad.Dim(2)*grad.Dim(3)
	for i, v := range grad.Data() {
		if picked[i] < 0 || picked[i] >= inCells {
			return nil, fmt.Errorf("%s: picked cell %d is outside of the %d cells of input %s",
				op, picked[i], inCells, tensor.Format(input))
		}
		back.Data()[i/outCells*inCells+picked[i]] += v
	}
	return back, nil
}
