package tensor

import "fmt"

// Permute copies the array with its axes in another order: axis i of the result
// is axis order[i] of d.
func (d *Dense[T]) Permute(order ...int) (*Dense[T], error) {
	seen := make([]bool, len(d.shape))
	for _, axis := range order {
		if axis < 0 || axis >= len(d.shape) || seen[axis] {
			return nil, fmt.Errorf("%v is not an order of the axes of shape %s", order, d)
		}
		seen[axis] = true
	}
	if len(order) != len(d.shape) {
		return nil, fmt.Errorf("%v is not an order of the axes of shape %s", order, d)
	}
	strides := make([]int, len(d.shape))
	step := 1
	for i := len(d.shape) - 1; i >= 0; i-- {
		strides[i], step = step, step*d.shape[i]
	}
	out := &Dense[T]{make([]int, len(order)), make([]T, len(d.data))}
	steps := make([]int, len(order))
	for i, axis := range order {
		out.shape[i], steps[i] = d.shape[axis], strides[axis]
	}
	at := make([]int, len(order))
	from := 0
	for i := range out.data {
		out.data[i] = d.data[from]
		from = next(at, out.shape, steps, from)
	}
	return out, nil
}

// next counts the position at up by one within shape, the last axis fastest,
// and gives the place that it leads to when each axis is steps long.
func next(at, shape, steps []int, from int) int {
	for axis := len(at) - 1; axis >= 0; axis-- {
		at[axis]++
		from += steps[axis]
		if at[axis] < shape[axis] {
			return from
		}
		from -= steps[axis] * shape[axis]
		at[axis] = 0
	}
	return from
}

// HWCToCHW turns a picture of the lecture's order (H, W, C) into (C, H, W).
func (d *Dense[T]) HWCToCHW() (*Dense[T], error) { return d.Permute(2, 0, 1) }

// CHWToHWC turns (C, H, W) into the lecture's order (H, W, C).
func (d *Dense[T]) CHWToHWC() (*Dense[T], error) { return d.Permute(1, 2, 0) }
