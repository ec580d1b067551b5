package nn

import (
	"fmt"
	"slices"

	"convtutor/internal/tensor"
)

// fourAxes refuses a shape that is not of four axes, each at most MaxSide.
func fourAxes(op, name, axes string, shape []int) error {
	if len(shape) != 4 {
		return fmt.Errorf("%s: %s %s is not of four axes (%s)", op, name, tensor.Format(shape), axes)
	}
	if _, err := tensor.Elements(shape...); err != nil {
		return fmt.Errorf("%s: %s: %w", op, name, err)
	}
	if slices.Max(shape) > MaxSide {
		return fmt.Errorf("%s: %s %s has a side larger than %d", op, name, tensor.Format(shape), MaxSide)
	}
	return nil
}

// sameShape refuses an array whose shape is not the one needed.
func sameShape[T tensor.Float](op, name string, d *tensor.Dense[T], want []int) error {
	if !slices.Equal(d.Shape(), want) {
		return fmt.Errorf("%s: %s %s does not have shape %s", op, name, d, tensor.Format(want))
	}
	return nil
}

// biasFits refuses a bias that is neither absent nor of n numbers.
func biasFits[T tensor.Float](op string, bias []T, n int, weight []int) error {
	if bias != nil && len(bias) != n {
		return fmt.Errorf("%s: bias has %d numbers, weight %s needs %d", op, len(bias), tensor.Format(weight), n)
	}
	return nil
}
