package nn_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"convtutor/internal/nn"
)

func isNear(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestAdversarialValueAtKnownPoints(t *testing.T) {
	for _, c := range []struct {
		genuine, fake []float64
		want          float64
	}{
		{[]float64{0.5}, []float64{0.5}, -math.Log(4)},
		{[]float64{1}, []float64{0}, 0},
		{[]float64{0.5, 0.125}, []float64{0.75}, -4 * math.Ln2},
	} {
		if got := nn.AdversarialValue(c.genuine, c.fake); !isNear(got, c.want) {
			t.Errorf("V of %v and %v is %g, want %g", c.genuine, c.fake, got, c.want)
		}
		if got := nn.DiscriminatorLoss(c.genuine, c.fake); !isNear(got, -c.want) {
			t.Errorf("D's loss of %v and %v is %g", c.genuine, c.fake, got)
		}
	}
	if got := nn.GeneratorLoss([]float64{0.25}); !isNear(got, math.Log(4)) {
		t.Errorf("G's loss at 1/4 is %g", got)
	}
}

// table draws probabilities that sum to 1.
func table(t *rapid.T, n int, name string) []float64 {
	parts := rapid.SliceOfN(rapid.IntRange(0, 20), n, n).Draw(t, name)
	sum := 0
	for _, p := range parts {
		sum += p
	}
	if sum == 0 {
		parts[0], sum = 1, 1
	}
	list := make([]float64, n)
	for i, p := range parts {
		list[i] = float64(p) / float64(sum)
	}
	return list
}

// TestNoOtherDIsBetter tries D beside the best one, point by point.
func TestNoOtherDIsBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data, made := rapid.Float64Range(0.01, 1).Draw(t, "data"), rapid.Float64Range(0.01, 1).Draw(t, "made")
		at := func(d float64) float64 { return data*math.Log(d) + made*math.Log(1-d) }
		best, other := nn.BestDiscriminator(data, made), rapid.Float64Range(0.001, 0.999).Draw(t, "other")
		if at(other) > at(best)+1e-12 {
			t.Errorf("%g is better than %g", other, best)
		}
	})
}

// TestValueAtBestIsTheDivergence: V at the best D is twice the Jensen-Shannon
// divergence less log 4, so that it is least where the densities are equal.
func TestValueAtBestIsTheDivergence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "n")
		data, made := table(t, n, "data"), table(t, n, "made")
		entropy := func(p float64) float64 {
			if p == 0 {
				return 0
			}
			return -p * math.Log(p)
		}
		divergence := 0.0
		for i := range data {
			divergence += entropy((data[i]+made[i])/2) - (entropy(data[i])+entropy(made[i]))/2
		}
		if got, want := nn.ValueAtBest(data, made), 2*divergence-math.Log(4); !isNear(got, want) {
			t.Errorf("V of %v and %v is %g, want %g", data, made, got, want)
		}
		if got := nn.ValueAtBest(data, data); !isNear(got, -math.Log(4)) {
			t.Errorf("V where both are equal is %g", got)
		}
	})
}
