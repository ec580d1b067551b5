package workbench

import (
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// Activation is a function over a feature map while a learner changes them.
type Activation struct {
	Feature [][]float64
	Func    viz.ActivationFunc
}

// Convolved is the feature map that a filter makes of an input.
func Convolved(input, filter *tensor.Dense[float64]) ([][]float64, error) {
	conv, err := viz.NewConv(viz.ConvSetup{Input: input, Filter: filter})
	if err != nil {
		return nil, err
	}
	out := conv.Output()
	plane, err := tensor.From(out.Data(), out.Dim(0), out.Dim(1), 1)
	if err != nil {
		return nil, err
	}
	return rows(plane), nil
}

// Edges is the filter that makes a feature map of a part of a photo: it answers
// above and below zero.
func Edges() Rows {
	k, _ := viz.FilterNamed("prewitt")
	return k.Rows()
}

// Filtered is the feature map that a filter makes of a plane.
func Filtered(plane, filter Rows) (Rows, error) {
	input, err := volume(plane)
	if err != nil {
		return nil, err
	}
	weights, err := volume(filter)
	if err != nil {
		return nil, err
	}
	return Convolved(input, weights)
}

// Animation implements Model.
func (a Activation) Animation() (viz.Animation, error) {
	plane, err := volume(a.Feature)
	if err != nil {
		return nil, err
	}
	return viz.NewActivation(plane, a.Func)
}

// Rows implements Model.
func (a Activation) Rows() [][]float64 { return a.Feature }

// WithRows implements Model.
func (a Activation) WithRows(rows [][]float64) Model {
	a.Feature = rows
	return a
}

// Choices implements Model.
func (a Activation) Choices() []Choice {
	return []Choice{{ID: "function", Key: "m", Value: viz.Words{Key: "maps.function." + a.Func.String()}}}
}

// Chosen implements Model.
func (a Activation) Chosen(_ string, by int) Model {
	a.Func = viz.ActivationFunc(cycled(int(a.Func), by, 0, len(viz.ActivationNames())-1))
	return a
}
