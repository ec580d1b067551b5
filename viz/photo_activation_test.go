package viz_test

import (
	"testing"

	"convtutor/internal/viztest"
	"convtutor/viz"
)

// photoMaps is the scene over a small picture, at a filter and a function.
func photoMaps(t *testing.T, filter, function float64) *viz.PhotoActivation {
	t.Helper()
	a, err := viz.NewPhotoActivation(slope(20, 14))
	if err != nil {
		t.Fatal(err)
	}
	return a.Turned("filter", filter).Turned("function", function).(*viz.PhotoActivation)
}

// Every activation is worked out anew from its sum, every filter's sum from the
// pixels, and the sums below 0 are counted.
func TestPhotoActivationByHand(t *testing.T) {
	p := slope(20, 14)
	edges := 0
	for _, k := range viz.KnownFilters() {
		if k.Sum() != 0 {
			continue
		}
		relu, leaky := photoMaps(t, float64(edges), 0), photoMaps(t, float64(edges), 1)
		edges++
		below := 0
		for y := range 12 {
			for x := range 18 {
				sum := 0.0
				for i, w := range k.Weights {
					sum += w * float64(p.GreyAt(y+i/3, x+i%3))
				}
				low := 0.0
				if sum < 0 {
					below++
					low = sum * viz.LeakySlope
				}
				if relu.Sum(y, x) != sum || relu.Value(y, x) != max(0, sum) || leaky.Value(y, x) != max(0, sum)+low {
					t.Fatalf("%s at %d, %d: sum %v (by hand %v), ReLU %v, leaky %v", k.Name, y, x, relu.Sum(y, x), sum, relu.Value(y, x), leaky.Value(y, x))
				}
			}
		}
		if got, of := relu.Below(); got != below || of != 12*18 {
			t.Errorf("%s: %d of %d below 0, by hand %d", k.Name, got, of, below)
		}
	}
	if d, ok := viz.DialNamed(photoMaps(t, 0, 0), "filter"); !ok || int(d.High)+1 != edges {
		t.Errorf("the dial has %v filters, want %d", d.High+1, edges)
	}
}

func TestPhotoActivationGolden(t *testing.T) {
	a := viz.PointAt(photoMaps(t, 1, 0), 5, 9)
	for _, lang := range []string{"en", "ko"} {
		viztest.Golden(t, "photo_maps_"+lang, shown(a, 76, 10, viztest.Say(t, lang), false))
	}
}
