package viz_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/nn"
	"convtutor/internal/viztest"
	"convtutor/viz"

	"pgregory.net/rapid"
)

// edgeSums is what the filter 1 0 -1 in three rows makes of the course's picture.
const edgeSums = "-2 0 2/-3 -2 2/-3 -1 2"

func newActivation(t testing.TB, rows string, f viz.ActivationFunc) *viz.Activation {
	t.Helper()
	a, err := viz.NewActivation(plane(t, rows), f)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestActivationGolden(t *testing.T) {
	tests := []struct {
		name string
		fun  viz.ActivationFunc
		step int
		w, h int
		lang string
		hide bool
	}{
		{"relu_76x14_en", viz.ReLU, 3, 76, 14, "en", false},
		{"relu_hidden_76x14", viz.ReLU, 3, 76, 14, "ko", true},
		{"leaky_76x14_ko", viz.LeakyReLU, 6, 76, 14, "ko", false},
		{"sigmoid_136x30", viz.Sigmoid, 8, 136, 30, "en", false},
		{"tanh_low_76x9", viz.Tanh, 4, 76, 9, "en", false},
		{"narrow_40x9", viz.ReLU, 4, 40, 9, "en", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			viztest.Golden(t, "activation_"+tt.name, drawn(newActivation(t, edgeSums, tt.fun), tt.step, tt.w, tt.h, viztest.Say(t, tt.lang), tt.hide).Golden())
		})
	}
}

// TestActivationProperties applies the functions by hand.
func TestActivationProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-30, 30).Draw(t, "v")
		for f, want := range map[viz.ActivationFunc]float64{
			viz.ReLU: (v + math.Abs(v)) / 2, viz.LeakyReLU: max(v, v/10), viz.Sigmoid: 1 / (1 + math.Exp(-v)),
			viz.Tanh: 2/(1+math.Exp(-2*v)) - 1,
		} {
			if got := f.At(v); math.Abs(got-want) > 1e-9 {
				t.Fatalf("%s(%v) is %v, by hand %v", f, v, got, want)
			}
		}
	})
}

// TestActivationWordsHoldTheResult: what is said to a cell ends in its value,
// with a sign of its own where that is rounded.
func TestActivationWordsHoldTheResult(t *testing.T) {
	for i := range viz.ActivationNames() {
		a := newActivation(t, "-2.5 0 4/3 -1 0.5", viz.ActivationFunc(i))
		for step := range a.Steps() {
			v := a.Value(a.Cell(step))
			text := viztest.Say(t, "en")(a.Words(step))
			exact := viz.Short(v, 6) == viz.Number(v)
			want := viz.Number(v)
			if !exact {
				want = strconv.FormatFloat(v, 'f', 3, 64) // above 0 and below it
			}
			if !strings.HasSuffix(text, " "+want+".") || exact != strings.Contains(text, " = ") || exact == strings.Contains(text, "≈") {
				t.Errorf("%s of %v: %q", a.Func(), a.Input(a.Cell(step)), text)
			}
		}
	}
}

func TestActivationSteps(t *testing.T) {
	a := newActivation(t, edgeSums, viz.ReLU)
	if got := fmt.Sprint(a.Steps(), a.Next(0, viz.LevelCell), a.Next(0, viz.LevelRow), a.Next(2, viz.LevelRow), a.Prev(5, viz.LevelRow), a.StepOf(nn.Point{Y: 1, X: 2})); got != "9 1 2 5 2 5" {
		t.Errorf("steps %s", got)
	}
	if _, err := viz.NewActivation(nil, viz.ReLU); err == nil {
		t.Error("nothing is taken for a map")
	}
}
