package nn

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestActivationsAtTheirEnds(t *testing.T) {
	inf := math.Inf(1)
	x := of(t, []float64{-inf, -1000, 0, 1000, inf}, 5)
	for name, c := range map[string]struct {
		got  array
		want []float64
	}{
		"relu":      {ReLU(x), []float64{0, 0, 0, 1000, inf}},
		"leakyrelu": {LeakyReLU(x, 0.2), []float64{-inf, -200, 0, 1000, inf}},
		"sigmoid":   {Sigmoid(x), []float64{0, 0, 0.5, 1, 1}},
		"tanh":      {Tanh(x), []float64{-1, -1, 0, 1, 1}},
	} {
		wantClose(t, name, c.got, of(t, c.want, 5), 0)
	}
	n := of(t, []float64{nan}, 1)
	for name, y := range map[string]array{"relu": ReLU(n), "leakyrelu": LeakyReLU(n, 0.2), "sigmoid": Sigmoid(n), "tanh": Tanh(n)} {
		if !math.IsNaN(y.Data()[0]) {
			t.Errorf("%s of NaN is %v", name, y.Data()[0])
		}
	}
}

func TestActivationsBackwardIsTheSlope(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := rapid.SliceOfN(rapid.IntRange(1, 4), 1, 4).Draw(t, "shape")
		x, g := distinct(t, "x", shape...), drawn(t, "gradient", shape...)
		for i := range x.Data() {
			x.Data()[i] /= 8
		}
		axis := rapid.IntRange(-len(shape), len(shape)-1).Draw(t, "axis")
		softmax := func() array { return must[array](t)(Softmax(x, axis)) }
		for name, c := range map[string]struct {
			forward func() array
			back    func() (array, error)
		}{
			"relu":      {func() array { return ReLU(x) }, func() (array, error) { return ReLUBackward(x, g) }},
			"leakyrelu": {func() array { return LeakyReLU(x, 0.2) }, func() (array, error) { return LeakyReLUBackward(x, g, 0.2) }},
			"sigmoid":   {func() array { return Sigmoid(x) }, func() (array, error) { return SigmoidBackward(Sigmoid(x), g) }},
			"tanh":      {func() array { return Tanh(x) }, func() (array, error) { return TanhBackward(Tanh(x), g) }},
			"softmax":   {softmax, func() (array, error) { return SoftmaxBackward(softmax(), g, axis) }},
		} {
			wantClose(t, name, must[array](t)(c.back()), slope(x, func() float64 { return dot(c.forward(), g) }), 1e-6)
		}
	})
}

func TestActivationsBackwardRefusesOtherShapes(t *testing.T) {
	x, g := of(t, []float64{1, 2}, 2), of(t, []float64{1, 2, 3}, 3)
	_, err := ReLUBackward(x, g)
	wantError(t, err, "relu: gradient 3 does not have shape 2")
	_, err = SoftmaxBackward(x, g, 0)
	wantError(t, err, "softmax: gradient 3 does not have shape 2")
}

func TestSoftmaxIsStable(t *testing.T) {
	y, err := Softmax(of(t, []float64{1e300, 1e300, -1e300, 0}, 2, 2), -1)
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "rows", y, of(t, []float64{0.5, 0.5, 0, 1}, 2, 2), 0)
	_, err = Softmax(y, 2)
	wantError(t, err, "softmax: axis 2 is not one of shape 2x2")
}

func TestSoftmaxSumsToOneAlongItsAxis(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := drawn(t, "x", 2, 3, 4)
		y, err := Softmax(x, 1)
		if err != nil {
			t.Fatal(err)
		}
		for n := range 2 {
			for i := range 4 {
				if sum := y.At(n, 0, i) + y.At(n, 1, i) + y.At(n, 2, i); math.Abs(sum-1) > 1e-12 {
					t.Fatalf("sum %v", sum)
				}
			}
		}
	})
}
