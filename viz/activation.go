package viz

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// ActivationFunc is a function applied to each number of a feature map.
type ActivationFunc int

// Activation functions.
const (
	ReLU ActivationFunc = iota
	LeakyReLU
	Sigmoid
	Tanh
)

// LeakySlope is what the leaky ReLU multiplies negative numbers by here. It is
// chosen by hand: papers use 0.01 to 0.2.
const LeakySlope = 0.1

// activationNames are the functions' names, in keys of the catalogue and in lessons.
var activationNames = []string{"relu", "leaky-relu", "sigmoid", "tanh"}

// String is the function's name.
func (f ActivationFunc) String() string { return activationNames[f] }

// ActivationNames lists the functions' names in the order of their values.
func ActivationNames() []string { return append([]string(nil), activationNames...) }

// Apply lets the engine apply the function to every number.
func (f ActivationFunc) Apply(x *tensor.Dense[float64]) *tensor.Dense[float64] {
	switch f {
	case LeakyReLU:
		return nn.LeakyReLU(x, LeakySlope)
	case Sigmoid:
		return nn.Sigmoid(x)
	case Tanh:
		return nn.Tanh(x)
	}
	return nn.ReLU(x)
}

// At is the function of one number.
func (f ActivationFunc) At(v float64) float64 {
	x, err := tensor.From([]float64{v}, 1)
	if err != nil {
		return v // cannot be: one number is an array of one
	}
	return f.Apply(x).Data()[0]
}

// Activation is the animation of a function applied to a feature map: a step is
// one cell, found on the function's curve.
type Activation struct {
	input  *tensor.Dense[float64] // (H, W, 1)
	fun    ActivationFunc
	output []float64 // row by row
	size   nn.Size
	texts  struct {
		input, output         []string
		inputWide, outputWide int
	}
}

// NewActivation applies a function to a plane (H, W, 1).
func NewActivation(input *tensor.Dense[float64], fun ActivationFunc) (*Activation, error) {
	if input == nil || input.Rank() != 3 || input.Dim(2) != 1 {
		return nil, fmt.Errorf("activation: the feature map must be one plane (H, W, 1)")
	}
	a := &Activation{input: input, fun: fun, output: fun.Apply(input).Data(), size: nn.Size{H: input.Dim(0), W: input.Dim(1)}}
	t := &a.texts
	t.input = eachCell(a.size, func(p nn.Point) string { return Short(input.At(p.Y, p.X, 0), maxNumber) })
	t.output = eachCell(a.size, func(p nn.Point) string { return activated(a.Value(p)) })
	t.inputWide, t.outputWide = widest(t.input), widest(t.output)
	return a, nil
}

// maxActivated is the widest that an activation is written in a cell.
const maxActivated = 6

// activated writes an activation in a cell: where it is rounded, with as many
// decimals whether it lies above 0 or below.
func activated(v float64) string {
	text := Short(v, maxActivated)
	if v > 0 && text != Number(v) {
		return Short(v, maxActivated-1) // where the sign would stand
	}
	return text
}

// Func is the function that is applied.
func (a *Activation) Func() ActivationFunc { return a.fun }

// Size is the size of both maps.
func (a *Activation) Size() nn.Size { return a.size }

// Input is the feature map at p.
func (a *Activation) Input(p nn.Point) float64 { return a.input.At(p.Y, p.X, 0) }

// Value is the activation map at p.
func (a *Activation) Value(p nn.Point) float64 { return a.output[p.Y*a.size.W+p.X] }

// Steps is the number of cells.
func (a *Activation) Steps() int { return a.size.H * a.size.W }

// Cell is the cell of step i.
func (a *Activation) Cell(i int) nn.Point { return nn.Point{Y: i / a.size.W, X: i % a.size.W} }

// StepOf is the step of a cell.
func (a *Activation) StepOf(p nn.Point) int { return p.Y*a.size.W + p.X }

// Levels are cell and row.
func (a *Activation) Levels() []Level { return []Level{LevelCell, LevelRow} }

// Next goes to the next cell, or to the end of this row or the next.
func (a *Activation) Next(i int, l Level) int {
	if l == LevelRow {
		return min((i+a.size.W+1)/a.size.W*a.size.W-1, a.Steps()-1)
	}
	return min(i+1, a.Steps()-1)
}

// Prev goes to the cell before, or to the end of the row before.
func (a *Activation) Prev(i int, l Level) int {
	if l == LevelRow {
		return max(i/a.size.W*a.size.W-1, 0)
	}
	return max(i-1, 0)
}

// Expression writes what the function does to one number, with the number put
// in; the result follows it.
func (f ActivationFunc) Expression(v float64) string {
	switch {
	case f == ReLU:
		return "max(0, " + Number(v) + ")"
	case f == LeakyReLU && v > 0:
		return "1 × " + Number(v) // the other slope, so that both read alike
	case f == LeakyReLU:
		return Number(LeakySlope) + " × " + factor(v)
	case f == Sigmoid:
		return "1 / (1 + e^" + factor(-v) + ")"
	}
	return "tanh(" + Number(v) + ")"
}

// result is an activation with "=", or "≈" where it is rounded.
func result(v float64, text string) string {
	if text == Number(v) {
		return "= " + text
	}
	return "≈ " + text
}

// Words says step i: the number, and what it becomes.
func (a *Activation) Words(i int) Words {
	p := a.Cell(i)
	v := a.Input(p)
	return Words{Key: "maps.cell", Args: Args{
		"row": p.Y + 1, "column": p.X + 1, "n": i + 1, "of": a.Steps(),
		"sum": Number(v), "expression": a.fun.Expression(v), "result": result(a.Value(p), activated(a.Value(p))),
		"function": Words{Key: "maps.function." + a.fun.String()},
	}}
}

// Ask says what is asked for at step i.
func (a *Activation) Ask(i int) Words {
	p := a.Cell(i)
	return Words{Key: "maps.ask", Args: Args{
		"row": p.Y + 1, "column": p.X + 1, "sum": Number(a.Input(p)),
		"function": Words{Key: "maps.function." + a.fun.String()},
	}}
}

// Planes are both maps, as far as they are known at step i.
func (a *Activation) Planes(i int, hide bool) []SpokenPlane {
	return []SpokenPlane{
		{Title: Words{Key: "maps.feature"}, Size: a.size, Text: func(p nn.Point) string { return Number(a.Input(p)) }},
		{Title: Words{Key: "maps.activation"}, Size: a.size, Text: func(p nn.Point) string {
			if at := a.StepOf(p); at > i || hide && at == i {
				return "?"
			}
			return activated(a.Value(p))
		}},
	}
}
