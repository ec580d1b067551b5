package gradebook

import (
	"math"
	"slices"
)

// The statistics here take a class as lists of numbers, one a student, and give
// nothing where they are not defined: too few students, or all alike.

// Number is a statistic that may be undefined.
type Number struct {
	Value   float64
	Defined bool
}

func defined(v float64) Number { return Number{v, true} }

func mean(x []float64) float64 {
	sum := 0.0
	for _, v := range x {
		sum += v
	}
	return sum / float64(len(x))
}

// squares is the sum of squared deviations from the mean.
func squares(x []float64) float64 {
	m, sum := mean(x), 0.0
	for _, v := range x {
		sum += (v - m) * (v - m)
	}
	return sum
}

// deviation is the sample's standard deviation: the root of the squares by n-1.
func deviation(x []float64) Number {
	if len(x) < 2 {
		return Number{}
	}
	return defined(math.Sqrt(squares(x) / float64(len(x)-1)))
}

func median(x []float64) float64 {
	sorted := slices.Sorted(slices.Values(x))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// flat is a sum of squares that only rounding made.
func flat(s float64) bool { return s < 1e-12 }

// correlation is Pearson's r. With x of zeros and ones it is the point-biserial
// correlation (Lord & Novick, Statistical Theories of Mental Test Scores, 1968,
// 15.3).
func correlation(x, y []float64) Number {
	if len(x) < 2 {
		return Number{}
	}
	sx, sy := squares(x), squares(y)
	if flat(sx) || flat(sy) {
		return Number{}
	}
	mx, my, sum := mean(x), mean(y), 0.0
	for i := range x {
		sum += (x[i] - mx) * (y[i] - my)
	}
	return defined(sum / math.Sqrt(sx*sy))
}

// extreme is the part of a class in its upper and in its lower group: T. L.
// Kelley, The selection of upper and lower groups for the validation of test
// items, Journal of Educational Psychology 30 (1939).
const extreme = 0.27

// upperLower is the discrimination index: the mean of x in the group with the
// highest totals less that in the one with the lowest. Of students with equal
// totals at a group's edge each is in it by an equal part, so that their order
// does not matter.
func upperLower(x, total []float64) Number {
	n := len(x)
	if n < 2 {
		return Number{}
	}
	k := max(1, int(math.Floor(extreme*float64(n)+0.5)))
	negative := make([]float64, n)
	for i, t := range total {
		negative[i] = -t
	}
	return defined((group(x, total, k) - group(x, negative, k)) / float64(k))
}

// group sums x over the k students with the highest totals.
func group(x, total []float64, k int) float64 {
	edge := slices.Sorted(slices.Values(total))[len(total)-k]
	above, within, at, equal := 0.0, 0, 0.0, 0
	for i, t := range total {
		switch {
		case t > edge:
			above += x[i]
			within++
		case t == edge:
			at += x[i]
			equal++
		}
	}
	return above + at*float64(k-within)/float64(equal)
}

// alpha is Cronbach's alpha of items: items[j][i] is what student i got for item
// j (L. J. Cronbach, Coefficient alpha and the internal structure of tests,
// Psychometrika 16, 1951). Of zeros and ones it is Kuder and Richardson's
// formula 20 (Psychometrika 2, 1937): k/(k-1) * (1 - sum of p(1-p) / variance of
// the totals), with variances by n.
func alpha(items [][]float64) Number {
	k := float64(len(items))
	if len(items) < 2 || len(items[0]) < 2 {
		return Number{}
	}
	parts, total := 0.0, make([]float64, len(items[0]))
	for _, item := range items {
		parts += squares(item)
		for i, v := range item {
			total[i] += v
		}
	}
	all := squares(total)
	if flat(all) {
		return Number{}
	}
	return defined(k / (k - 1) * (1 - parts/all))
}

// wholly gives 1 for what is wholly right and 0 for all else.
func wholly(credits []float64) []float64 {
	list := make([]float64, len(credits))
	for i, v := range credits {
		if v == 1 {
			list[i] = 1
		}
	}
	return list
}
