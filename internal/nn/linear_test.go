package nn

import (
	"testing"

	"convtutor/internal/tensor"
	"pgregory.net/rapid"
)

func TestLinearIsAConvolutionAsLargeAsItsInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in, _ := anyWindow(t)
		n, c, k := rapid.IntRange(1, 3).Draw(t, "n"), rapid.IntRange(1, 2).Draw(t, "c"), rapid.IntRange(1, 3).Draw(t, "k")
		x, w := drawn(t, "x", n, c, in.H, in.W), drawn(t, "w", k, c, in.H, in.W)
		bias := drawn(t, "bias", k)
		conv := must[array](t)(Conv2D(x, w, bias.Data(), Conv{}))
		flatX := must[array](t)(x.Reshape(n, c*in.H*in.W))
		flatW := must[array](t)(w.Reshape(k, c*in.H*in.W))
		y, err := Linear(flatX, flatW, bias.Data())
		if err != nil {
			t.Fatal(err)
		}
		wantClose(t, "output", y, must[array](t)(conv.Reshape(n, k)), 0)

		g := drawn(t, "gradient", n, k)
		got, err := LinearBackward(flatX, flatW, g)
		if err != nil {
			t.Fatal(err)
		}
		loss := func() float64 { return dot(must[array](t)(Linear(flatX, flatW, bias.Data())), g) }
		wantClose(t, "input", got.Input, slope(flatX, loss), 1e-6)
		wantClose(t, "weight", got.Weight, slope(flatW, loss), 1e-6)
		wantClose(t, "bias", of(t, got.Bias, k), slope(bias, loss), 1e-6)
	})
}

func TestLinearRefuses(t *testing.T) {
	zeros := func(shape ...int) array { return must[array](t)(tensor.New[float64](shape...)) }
	_, err := Linear(zeros(2, 3), zeros(4, 5), nil)
	wantError(t, err, "linear: weight 4x5 reads 5 inputs, but the last axis of input 2x3 differs")
	_, err = Linear(zeros(2, 3), zeros(3), nil)
	wantError(t, err, "linear: weight 3 is not of two axes (O, I)")
	_, err = Linear(zeros(2, 3), zeros(4, 3), []float64{1})
	wantError(t, err, "linear: bias has 1 numbers, weight 4x3 needs 4")
	_, err = LinearBackward(zeros(2, 3), zeros(4, 3), zeros(2, 3))
	wantError(t, err, "linear: gradient 2x3 does not have shape 2x4")
	_, err = Linear(zeros(1<<14, 1), zeros(1<<14, 1), nil)
	wantError(t, err, "linear: output: shape 16384x16384 has more than 134217728 elements")
}
