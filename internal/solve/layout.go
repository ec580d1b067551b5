package solve

import (
	"encoding/json"
	"fmt"

	"convtutor/internal/tensor"
)

// layout is the order in which a problem writes its arrays. The engine's is
// (N, C, H, W).
type layout struct{ hwc bool }

func (l *layout) read(raw json.RawMessage) error {
	switch string(raw) {
	case `"NCHW"`:
		l.hwc = false
	case `"HWC"`:
		l.hwc = true
	default:
		return fmt.Errorf("layout is %s, not NCHW or HWC", show(raw))
	}
	return nil
}

// pictures brings an array of the problem to (N, C, H, W).
func (l layout) pictures(op, name string, d *tensor.Dense[float64]) (*tensor.Dense[float64], error) {
	if !l.hwc {
		if d.Rank() == 3 {
			return nil, fmt.Errorf(`%s: %s %s is not of four axes (N, C, H, W); one picture (H, W, C) needs "layout":"HWC"`, op, name, d)
		}
		return d, nil
	}
	if d.Rank() != 3 {
		return nil, fmt.Errorf("%s: %s %s is not of three axes (H, W, C)", op, name, d)
	}
	chw, err := d.HWCToCHW()
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", op, name, err)
	}
	return chw.Reshape(1, d.Dim(2), d.Dim(0), d.Dim(1))
}

// back brings pictures (N, C, H, W) to the problem's order.
func (l layout) back(d *tensor.Dense[float64]) (*tensor.Dense[float64], error) {
	if !l.hwc {
		return d, nil
	}
	chw, err := d.Reshape(d.Dim(1), d.Dim(2), d.Dim(3))
	if err != nil {
		return nil, err
	}
	return chw.CHWToHWC()
}

// backCells brings a number for every cell of pictures of the given shape
// (N, C, H, W) to the problem's order.
func (l layout) backCells(cells []int, shape []int) []int {
	if !l.hwc {
		return cells
	}
	channels, plane := shape[1], shape[2]*shape[3]
	turned := make([]int, len(cells))
	for i, v := range cells {
		turned[i%plane*channels+i/plane] = v
	}
	return turned
}

// explain adds to an error of the engine, which knows its own order only, that
// the shapes in it are not in the problem's.
func (l layout) explain(err error) error {
	if !l.hwc {
		return err
	}
	return fmt.Errorf("%w (shapes written as N, C, H, W, filters before their channels)", err)
}

// weightOrder says how a weight in the problem's order is turned into the
// engine's, and backOrder the reverse. In HWC the filter comes first, then the
// channels read, then those made.
type weightOrder struct{ to, from []int }

func convWeight() weightOrder       { return weightOrder{[]int{3, 2, 0, 1}, []int{2, 3, 1, 0}} }
func transposedWeight() weightOrder { return weightOrder{[]int{2, 3, 0, 1}, []int{2, 3, 0, 1}} }

// weights brings the problem's weight to the engine's order.
func (l layout) weights(op string, w *tensor.Dense[float64], order weightOrder) (*tensor.Dense[float64], error) {
	if !l.hwc {
		return w, nil
	}
	if w.Rank() != 4 {
		return nil, fmt.Errorf("%s: weight %s is not of four axes (FH, FW, channels read, channels made)", op, w)
	}
	return w.Permute(order.to...)
}

// backWeights brings a weight's gradient to the problem's order.
func (l layout) backWeights(w *tensor.Dense[float64], order weightOrder) (*tensor.Dense[float64], error) {
	if !l.hwc {
		return w, nil
	}
	return w.Permute(order.from...)
}
