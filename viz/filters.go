package viz

import "convtutor/internal/tensor"

// KnownFilter is one of the 3x3 filters that pictures are known for.
type KnownFilter struct {
	// Name is its name in routes; its words are viz.filter.<name>.
	Name string
	// Weights are whole numbers, row by row.
	Weights [9]float64
	// Divisor divides every sum, so that a filter that adds up many pixels
	// does not brighten them: 9 for the mean of nine.
	Divisor float64
}

// KnownFilters lists them in the order in which they are offered.
func KnownFilters() []KnownFilter {
	return []KnownFilter{
		{"edges", [9]float64{-1, -1, -1, -1, 8, -1, -1, -1, -1}, 1},
		{"vertical", [9]float64{-1, 0, 1, -2, 0, 2, -1, 0, 1}, 1},
		{"horizontal", [9]float64{-1, -2, -1, 0, 0, 0, 1, 2, 1}, 1},
		{"prewitt", [9]float64{-1, 0, 1, -1, 0, 1, -1, 0, 1}, 1},
		{"blur", [9]float64{1, 1, 1, 1, 1, 1, 1, 1, 1}, 9},
		{"soft", [9]float64{1, 2, 1, 2, 4, 2, 1, 2, 1}, 16},
		{"sharpen", [9]float64{0, -1, 0, -1, 5, -1, 0, -1, 0}, 1},
		{"emboss", [9]float64{-2, -1, 0, -1, 1, 1, 0, 1, 2}, 1},
		{"identity", [9]float64{0, 0, 0, 0, 1, 0, 0, 0, 0}, 1},
	}
}

// FilterNamed gives a known filter by name.
func FilterNamed(name string) (KnownFilter, bool) {
	for _, k := range KnownFilters() {
		if k.Name == name {
			return k, true
		}
	}
	return KnownFilter{}, false
}

// Words names the filter.
func (k KnownFilter) Words() Words { return Words{Key: "viz.filter." + k.Name} }

// Array is the filter as (3, 3, 1), before the division.
func (k KnownFilter) Array() (*tensor.Dense[float64], error) {
	return tensor.From(append([]float64(nil), k.Weights[:]...), 3, 3, 1)
}

// Rows are the weights as rows.
func (k KnownFilter) Rows() [][]float64 {
	rows := make([][]float64, 3)
	for y := range rows {
		rows[y] = append([]float64(nil), k.Weights[3*y:3*y+3]...)
	}
	return rows
}

// Sum is what the weights add up to. Where it is 0, a flat area gives 0 and
// the result is as often below zero as above.
func (k KnownFilter) Sum() float64 {
	sum := 0.0
	for _, w := range k.Weights {
		sum += w
	}
	return sum
}
