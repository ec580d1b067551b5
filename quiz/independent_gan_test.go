package quiz_test

import (
	"math"
	"math/big"
	"testing"

	"convtutor/quiz"
)

// floats are a list of a question's values.
func floats(q quiz.Question, name string) []float64 {
	list, _ := q.Given.Values[name].([]float64)
	return list
}

// closeTo fails where a question's answer is farther from a number than may be.
func closeTo(t *testing.T, q quiz.Question, want float64) {
	t.Helper()
	got, err := quiz.ReadNumber(q.Answer)
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := got.Float64(); math.Abs(v-want) > q.Tolerance/2+1e-9 {
		t.Errorf("%s: the answer is %s, by hand %g", q.Route(), q.Answer, want)
	}
}

// geometric works V out as the logarithm of products: a way of its own.
func geometric(genuine, fake []float64) float64 {
	product := 1.0
	for i := range genuine {
		product *= genuine[i] * (1 - fake[i])
	}
	return math.Log(product) / float64(len(genuine))
}

func TestGanValueByHand(t *testing.T) {
	everyOf(t, "gan-v", func(q quiz.Question) {
		genuine, fake := floats(q, "d_real"), floats(q, "d_fake")
		if q.Given.Ask == "value" {
			closeTo(t, q, geometric(genuine, fake))
			return
		}
		want := "g-a" // V is larger where the product is
		if genuine[0]*(1-fake[0]) > genuine[1]*(1-fake[1]) {
			want = "d-a"
		}
		if q.Answer != want {
			t.Errorf("%s: %v, %v: the answer is %s", q.Route(), genuine, fake, q.Answer)
		}
	})
}

// TestBestDByHand finds the best D by trying, and V by a sum of divergences.
func TestBestDByHand(t *testing.T) {
	everyOf(t, "gan-best-d", func(q quiz.Question) {
		data, made := floats(q, "p_data"), floats(q, "p_g")
		if q.Given.Ask == "best" {
			at := q.Given.Values["point"].(int) - 1
			best, most := 0.0, math.Inf(-1)
			for i := 1; i < 10_000; i++ {
				d := float64(i) / 10_000
				if v := data[at]*math.Log(d) + made[at]*math.Log(1-d); v > most {
					best, most = d, v
				}
			}
			closeTo(t, q, best)
			exact, _ := quiz.ReadNumber(q.Answer)
			whole := func(v float64) int64 { return int64(math.Round(100 * v)) }
			if exact.Cmp(big.NewRat(whole(data[at]), whole(data[at])+whole(made[at]))) != 0 {
				t.Errorf("%s: %s is not exact", q.Route(), q.Answer)
			}
			return
		}
		sum, all, mass := 0.0, true, [2]float64{}
		for i := range data {
			middle := (data[i] + made[i]) / 2
			sum += data[i]*math.Log(data[i]/middle) + made[i]*math.Log(made[i]/middle)
			all = all && data[i] == made[i]
			mass[0], mass[1] = mass[0]+data[i], mass[1]+made[i]
		}
		closeTo(t, q, sum-math.Log(4))
		if all && q.Answer != "-1.386" || math.Abs(mass[0]-1)+math.Abs(mass[1]-1) > 1e-9 {
			t.Errorf("%s: %s where the densities are equal, masses %v", q.Route(), q.Answer, mass)
		}
	})
}
