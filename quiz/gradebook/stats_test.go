package gradebook

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// ten is a class of ten students (rows) and six questions, right or wrong. The
// values below were worked out by another program.
var ten = [][]float64{
	{1, 1, 1, 1, 1, 1},
	{1, 1, 1, 1, 1, 0},
	{1, 1, 1, 0, 1, 0},
	{1, 1, 1, 1, 0, 0},
	{1, 1, 0, 1, 0, 0},
	{1, 0, 1, 0, 0, 1},
	{1, 1, 0, 0, 0, 0},
	{0, 1, 0, 0, 0, 0},
	{1, 0, 0, 0, 0, 0},
	{0, 0, 0, 1, 0, 0},
}

// six is a class of six students and three questions of 2, 1 and 4 points with
// parts of them.
var six = [][]float64{{2, 1, 4}, {2, .5, 3}, {1, 1, 2.5}, {1.5, 0, 1}, {0, .5, 2}, {.5, 0, 0}}

// turned makes a list of questions of a list of students.
func turned(students [][]float64) (items [][]float64, total []float64) {
	items = make([][]float64, len(students[0]))
	for _, s := range students {
		sum := 0.0
		for j, v := range s {
			items[j] = append(items[j], v)
			sum += v
		}
		total = append(total, sum)
	}
	return items, total
}

func near(t rapid.TB, what string, got Number, want float64) {
	t.Helper()
	if !got.Defined || math.Abs(got.Value-want) > 1e-9 {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestStatisticsOfAClass(t *testing.T) {
	items, total := turned(ten)
	near(t, "KR-20", alpha(items), 0.6685714285714286)
	near(t, "mean", defined(mean(total)), 3)
	near(t, "median", defined(median(total)), 3)
	near(t, "deviation", deviation(total), 1.7638342073763937)
	for j, want := range []struct{ d, r, rest float64 }{
		{2. / 3, 0.5976143046671968, 0.40824829046386296},
		{2. / 3, 0.5216405309573011, 0.2788995520575487},
		{1, 0.8366600265340756, 0.7006490497453707},
		{0.5, 0.47809144373375745, 0.2},
		{5. / 6, 0.7824607964359516, 0.6325803136333973},
		{1. / 3, 0.4482107285003976, 0.22783059421644175},
	} {
		rest := make([]float64, len(total))
		for i := range rest {
			rest[i] = total[i] - items[j][i]
		}
		near(t, "upper less lower", upperLower(items[j], total), want.d)
		near(t, "point-biserial", correlation(items[j], total), want.r)
		near(t, "with the rest", correlation(items[j], rest), want.rest)
	}
	parts, points := turned(six)
	near(t, "alpha", alpha(parts), 0.7174887892376681)
	near(t, "deviation", deviation(points), 2.361143790623519)
	if got := wholly([]float64{0, 0.5, 1, 0.999}); !slices.Equal(got, []float64{0, 0, 1, 0}) {
		t.Errorf("wholly right: %v", got)
	}
}

func TestStatisticsThatAreNotDefined(t *testing.T) {
	for what, n := range map[string]Number{
		"deviation of one":           deviation([]float64{3}),
		"correlation of one":         correlation([]float64{1}, []float64{2}),
		"correlation of equal":       correlation([]float64{1, 1, 1}, []float64{1, 2, 3}),
		"correlation with equal":     correlation([]float64{1, 2, 3}, []float64{.1, .1, .1}),
		"alpha of no question":       alpha(nil),
		"alpha of one question":      alpha([][]float64{{0, 1, 1}}),
		"alpha of one student":       alpha([][]float64{{1}, {0}}),
		"alpha of equal totals":      alpha([][]float64{{1, 0}, {0, 1}}),
		"upper less lower, of one":   upperLower([]float64{1}, []float64{1}),
		"upper less lower of nobody": upperLower(nil, nil),
	} {
		if n.Defined {
			t.Errorf("%s is %v", what, n.Value)
		}
	}
}

// classOf draws a class: students and questions, right, wrong or between.
func classOf(t *rapid.T, marks ...float64) [][]float64 {
	n, k := rapid.IntRange(2, 12).Draw(t, "students"), rapid.IntRange(2, 6).Draw(t, "questions")
	class := make([][]float64, n)
	for i := range class {
		class[i] = rapid.SliceOfN(rapid.SampledFrom(marks), k, k).Draw(t, "marks")
	}
	return class
}

// TestReliabilityByOtherFormulas works alpha out from covariances, and KR-20
// from shares that are right.
func TestReliabilityByOtherFormulas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		class := classOf(t, 0, 1)
		items, total := turned(class)
		n, k := float64(len(class)), float64(len(items))
		own, all := 0.0, 0.0
		for i, a := range items {
			for j, b := range items {
				c := 0.0
				for s := range a {
					c += a[s] * b[s]
				}
				c = c/n - mean(a)*mean(b)
				if all += c; i == j {
					own += c
				}
			}
		}
		wrongs, variance := 0.0, 0.0
		for _, item := range items {
			p := mean(item)
			wrongs += p * (1 - p)
		}
		for _, x := range total {
			variance += x * x / n
		}
		variance -= mean(total) * mean(total)
		got := alpha(items)
		if variance < 1e-9 {
			if got.Defined {
				t.Fatalf("%v of equal totals", got)
			}
			return
		}
		near(t, "alpha from covariances", got, k/(k-1)*(1-own/all))
		near(t, "KR-20", got, k/(k-1)*(1-wrongs/variance))
	})
}

// TestPointBiserialByItsOwnFormula compares with (M1 - M0)/s * sqrt(p*q).
func TestPointBiserialByItsOwnFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items, total := turned(classOf(t, 0, 1))
		for _, item := range items {
			var right, wrong []float64
			for i, v := range item {
				if v == 1 {
					right = append(right, total[i])
				} else {
					wrong = append(wrong, total[i])
				}
			}
			s := math.Sqrt(squares(total) / float64(len(total)))
			got := correlation(item, total)
			if len(right) == 0 || len(wrong) == 0 || s < 1e-9 {
				if got.Defined {
					t.Fatalf("%v for %v, %v", got, item, total)
				}
				continue
			}
			p := mean(item)
			near(t, "r", got, (mean(right)-mean(wrong))/s*math.Sqrt(p*(1-p)))
		}
	})
}

// TestUpperLowerIsTheMeanOverAllOrdersOfEqualTotals goes through all orders of a
// small class that sort it by its totals.
func TestUpperLowerIsTheMeanOverAllOrdersOfEqualTotals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 7).Draw(t, "students")
		x := rapid.SliceOfN(rapid.SampledFrom([]float64{0, .25, 1}), n, n).Draw(t, "marks")
		total := rapid.SliceOfN(rapid.SampledFrom([]float64{1, 2, 3}), n, n).Draw(t, "totals")
		k := max(1, int(math.Round(0.27*float64(n))))
		sum, orders := 0.0, 0
		var walk func(order []int, left []int)
		walk = func(order, left []int) {
			if len(left) == 0 {
				orders++
				for i := range k {
					sum += (x[order[i]] - x[order[n-1-i]]) / float64(k)
				}
				return
			}
			for i, s := range left {
				if len(order) > 0 && total[order[len(order)-1]] < total[s] {
					continue
				}
				rest := append(append([]int{}, left[:i]...), left[i+1:]...)
				walk(append(append([]int{}, order...), s), rest)
			}
		}
		var everybody []int
		for i := range n {
			everybody = append(everybody, i)
		}
		walk(nil, everybody)
		near(t, "upper less lower", upperLower(x, total), sum/float64(orders))
	})
}
