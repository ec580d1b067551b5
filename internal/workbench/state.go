package workbench

import (
	"slices"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// Rows are the rows of a plane of numbers.
type Rows = [][]float64

// State is everything that can be changed. Lecture gives one to begin with.
type State struct {
	// Transposed says that it is a transposed convolution: of one channel and
	// one filter, without Rule and Flip.
	Transposed bool
	Input      []Rows    // by channel
	Filters    [][]Rows  // by filter, then by channel of the filter's group
	Bias       []float64 // by filter
	Stride     int
	Padding    int
	Pad        nn.PadMode // what stands in the padding, not of a transposed one
	Dilation   int
	Groups     int
	Extra      int // rows and columns more at the output's end, transposed alone
	Rule       nn.Rule
	Flip       bool // the filter turned by 180 degrees first
	// Filter and Channel are those looked at; Channel is counted within the
	// filter's group.
	Filter, Channel int
}

// Lecture is where free play begins: the lecture's image and filter.
func Lecture() State {
	return State{
		Input:   []Rows{{{1, 1, 1, 0, 0}, {0, 1, 1, 1, 0}, {0, 0, 1, 1, 1}, {0, 0, 1, 1, 0}, {0, 1, 1, 0, 0}}},
		Filters: [][]Rows{{{{1, 0, 1}, {0, 1, 0}, {1, 0, 1}}}},
		Bias:    []float64{0},
		Stride:  1, Dilation: 1, Groups: 1,
	}
}

// Spread is where free play with a transposed convolution begins: each of four
// numbers is spread over nine cells, two apart.
func Spread() State {
	s := Lecture()
	s.Transposed = true
	s.Input = []Rows{{{1, 2}, {3, 4}}}
	s.Filters = [][]Rows{{{{1, 2, 1}, {2, 4, 2}, {1, 2, 1}}}}
	s.Stride = 2
	return s
}

// FromSetup is the state of an animation of one filter.
func FromSetup(s viz.ConvSetup) State {
	state := State{
		Input: planes(s.Input), Filters: [][]Rows{planes(s.Filter)}, Bias: []float64{0},
		Stride: max(s.Stride.H, 1), Padding: s.Padding.Top, Pad: s.Pad, Dilation: max(s.Dilation.H, 1), Groups: 1,
		Rule: s.Rule, Flip: s.Flip,
	}
	if s.Bias != nil {
		state.Bias[0] = *s.Bias
	}
	return state
}

// planes are the channels of a volume (H, W, C).
func planes(d *tensor.Dense[float64]) []Rows {
	out := make([]Rows, d.Dim(2))
	for c := range out {
		out[c] = make(Rows, d.Dim(0))
		for y := range out[c] {
			out[c][y] = make([]float64, d.Dim(1))
			for x := range out[c][y] {
				out[c][y][x] = d.At(y, x, c)
			}
		}
	}
	return out
}

// rows are the rows of the first channel of a volume (H, W, C).
func rows(d *tensor.Dense[float64]) Rows { return planes(d)[0] }

// volume is one plane as a volume (H, W, 1).
func volume(rows Rows) (*tensor.Dense[float64], error) { return tensor.FromPlanes([]Rows{rows}) }

// group gives the input channels that the filter looked at reads: the first and
// the one after the last.
func (s State) group() (from, to int) {
	depth := len(s.Filters[s.Filter])
	of := s.Filter / max(len(s.Filters)/max(s.Groups, 1), 1)
	return of * depth, (of + 1) * depth
}

// bias is that of the filter looked at; nil for none.
func (s State) bias() *float64 {
	if s.Bias[s.Filter] == 0 {
		return nil
	}
	return &s.Bias[s.Filter]
}

// Setup is the setup of the convolution's animation: of the filter looked at,
// on the channels of its group.
func (s State) Setup() (viz.ConvSetup, error) {
	o := nn.Conv{
		Stride: nn.Square(s.Stride), Padding: nn.AllSides(s.Padding), Dilation: nn.Square(s.Dilation),
		Groups: s.Groups, Rule: s.Rule,
	}
	if _, _, err := nn.Conv2DShape(s.inputShape(), s.weightShape(), o); err != nil {
		return viz.ConvSetup{}, err
	}
	from, to := s.group()
	input, err := tensor.FromPlanes(s.Input[from:to])
	if err != nil {
		return viz.ConvSetup{}, err
	}
	filter, err := tensor.FromPlanes(s.Filters[s.Filter])
	if err != nil {
		return viz.ConvSetup{}, err
	}
	return viz.ConvSetup{
		Input: input, Filter: filter, Bias: s.bias(), Stride: o.Stride, Padding: o.Padding, Pad: s.Pad,
		Dilation: o.Dilation, Rule: s.Rule, Flip: s.Flip,
	}, nil
}

// inputShape is (1, C, H, W).
func (s State) inputShape() []int {
	return []int{1, len(s.Input), len(s.Input[0]), len(s.Input[0][0])}
}

// weightShape is (K, C/groups, FH, FW).
func (s State) weightShape() []int {
	f := s.Filters[0]
	return []int{len(s.Filters), len(f), len(f[0]), len(f[0][0])}
}

// Parameters counts weights and biases of all filters.
func (s State) Parameters() int {
	n := len(s.Bias)
	w := s.weightShape()
	return n + w[0]*w[1]*w[2]*w[3]
}

// Conv is the convolution's animation; the error is the engine's.
func (s State) Conv() (*viz.Conv, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	return viz.NewConv(setup)
}

// transposed is the animation of a transposed convolution.
func (s State) transposed() (*viz.Transposed, error) {
	input, err := volume(s.Input[0])
	if err != nil {
		return nil, err
	}
	filter, err := volume(s.Filters[0][0])
	if err != nil {
		return nil, err
	}
	return viz.NewTransposed(viz.TransposedSetup{
		Input: input, Filter: filter, Bias: s.bias(), Stride: nn.Square(s.Stride),
		Padding: nn.AllSides(s.Padding), Dilation: nn.Square(s.Dilation), Extra: nn.Square(s.Extra),
	})
}

func (s State) clone() State {
	s.Input = clonePlanes(s.Input)
	filters := make([][]Rows, len(s.Filters))
	for i, f := range s.Filters {
		filters[i] = clonePlanes(f)
	}
	s.Filters, s.Bias = filters, slices.Clone(s.Bias)
	return s
}

func clonePlanes(planes []Rows) []Rows {
	out := make([]Rows, len(planes))
	for i, p := range planes {
		out[i] = cloneRows(p)
	}
	return out
}

func cloneRows(rows Rows) Rows {
	out := make(Rows, len(rows))
	for i, r := range rows {
		out[i] = slices.Clone(r)
	}
	return out
}
