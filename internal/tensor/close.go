package tensor

import (
	"fmt"
	"math"
	"slices"
)

// Close says how two arrays differ: nil if the shapes are equal and every pair
// of elements a, b fulfils |a - b| <= absolute + relative*|b|. Equal infinities
// are close, and so are two NaN.
func Close[T Float](a, b *Dense[T], absolute, relative float64) error {
	if !slices.Equal(a.shape, b.shape) {
		return fmt.Errorf("shapes %s and %s differ", a, b)
	}
	for i := range a.data {
		x, y := float64(a.data[i]), float64(b.data[i])
		if x == y || math.IsNaN(x) && math.IsNaN(y) {
			continue
		}
		diff := math.Abs(x - y)
		if !(diff <= absolute+relative*math.Abs(y)) || math.IsInf(diff, 0) {
			return fmt.Errorf("element %d of shape %s: %v and %v differ", i, a, x, y)
		}
	}
	return nil
}
