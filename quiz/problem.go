package quiz

import (
	"encoding/json"

	"convtutor/internal/nn"
)

// Problem is one operation on given numbers, field by field what `convtutor
// solve` reads. Questions hold one picture, so that N is 1.
type Problem struct {
	Op      string    `json:"op"`     // "conv2d", "maxpool2d"
	Layout  string    `json:"layout"` // "NCHW"
	Input   Array     `json:"input"`  // shape 1, C, H, W
	Weight  *Array    `json:"weight,omitempty"`
	Bias    []float64 `json:"bias,omitempty"`
	Kernel  []int     `json:"kernel,omitempty"` // height, width; of a pool
	Stride  [2]int    `json:"stride"`           // height, width
	Padding [4]int    `json:"padding"`          // top, left, bottom, right
	// Grad is the gradient of the output, row by row, where it is handed back.
	Grad []float64 `json:"grad_output,omitempty"`
}

// Array is numbers with their shape, the last axis running fastest.
type Array struct {
	Shape []int     `json:"shape"`
	Data  []float64 `json:"data"`
}

// Geometry lays the problem's window over its input, as the animation does.
func (p *Problem) Geometry() (nn.Geometry, error) {
	return nn.NewGeometry(p.size(), p.window(), nn.RuleFloor)
}

// size is the height and width of the input.
func (p *Problem) size() nn.Size { return nn.Size{H: p.Input.Shape[2], W: p.Input.Shape[3]} }

func (p *Problem) window() nn.Window {
	w := nn.Window{
		Stride:  nn.Size{H: p.Stride[0], W: p.Stride[1]},
		Padding: nn.Sides{Top: p.Padding[0], Left: p.Padding[1], Bottom: p.Padding[2], Right: p.Padding[3]},
	}
	switch {
	case p.Weight != nil:
		w.Kernel = nn.Size{H: p.Weight.Shape[2], W: p.Weight.Shape[3]}
	case p.Op == opReLU: // cell by cell
		w.Kernel = nn.Square(1)
	default:
		w.Kernel = nn.Size{H: p.Kernel[0], W: p.Kernel[1]}
	}
	return w
}

// MarshalJSON leaves out what an operation without a window does not take.
func (p Problem) MarshalJSON() ([]byte, error) {
	if p.Op == opReLU {
		return json.Marshal(struct {
			Op    string `json:"op"`
			Input Array  `json:"input"`
		}{p.Op, p.Input})
	}
	type all Problem
	return json.Marshal(all(p))
}
