package workbench

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// Pool is a pooling while a learner changes it.
type Pool struct {
	Input  [][]float64
	Window int
	Stride int
	Mode   viz.PoolMode
	Back   bool
	// Shifts, if above 0, shows the input moved by up to so many columns
	// instead of the window at work.
	Shifts int
}

// maxPoolWindow bounds the window's side.
const maxPoolWindow = 4

// Setup is the animation's setup.
func (p Pool) Setup() (viz.PoolSetup, error) {
	input, err := volume(p.Input)
	if err != nil {
		return viz.PoolSetup{}, err
	}
	return viz.PoolSetup{
		Input: input, Kernel: nn.Square(p.Window), Stride: nn.Square(p.Stride), Mode: p.Mode, Back: p.Back,
	}, nil
}

// Animation implements Model.
func (p Pool) Animation() (viz.Animation, error) {
	s, err := p.Setup()
	if err != nil {
		return nil, err
	}
	if p.Shifts > 0 {
		return viz.NewPoolShift(s, p.Shifts)
	}
	return viz.NewPool(s)
}

// Rows implements Model.
func (p Pool) Rows() [][]float64 { return p.Input }

// WithRows implements Model.
func (p Pool) WithRows(rows [][]float64) Model {
	p.Input = rows
	return p
}

// Choices implements Model.
func (p Pool) Choices() []Choice {
	size := strconv.Itoa(p.Window)
	choices := []Choice{
		{ID: "mode", Key: "m", Value: viz.Words{Key: "pool.mode." + p.Mode.String()}},
		{ID: "window", Key: "z", Text: size + "×" + size},
		{ID: "stride", Key: "s", Text: strconv.Itoa(p.Stride)},
	}
	if p.Shifts > 0 {
		return choices
	}
	way := "forth"
	if p.Back {
		way = "back"
	}
	return append(choices, Choice{ID: "way", Key: "b", Value: viz.Words{Key: "pool.way." + way}})
}

// Chosen implements Model.
func (p Pool) Chosen(id string, by int) Model {
	switch id {
	case "mode":
		p.Mode = viz.PoolMode(cycled(int(p.Mode), by, 0, len(viz.PoolModes())-1))
	case "window":
		p.Window = cycled(p.Window, by, 1, maxPoolWindow)
	case "stride":
		p.Stride = cycled(p.Stride, by, 1, maxPoolWindow)
	case "way":
		p.Back = !p.Back
	}
	return p
}
