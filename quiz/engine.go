package quiz

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// engine lets the engine work the problem out and gives the first channel's
// cell at a place of its output.
func (p *Problem) engine(at point) (int, error) {
	out, err := p.Output()
	if err != nil {
		return 0, err
	}
	return int(out.At(0, 0, at.Y, at.X)), nil
}

// Output is the problem's whole output (1, K, OH, OW), worked out by the
// engine.
func (p *Problem) Output() (*tensor.Dense[float64], error) {
	x, err := tensor.From(p.Input.Data, p.Input.Shape...)
	if err != nil {
		return nil, err
	}
	w := p.window()
	if p.Weight == nil {
		_, y, _, err := p.pooled()
		return y, err
	}
	weight, err := tensor.From(p.Weight.Data, p.Weight.Shape...)
	if err != nil {
		return nil, err
	}
	return nn.Conv2D(x, weight, p.Bias, nn.Conv{Stride: w.Stride, Padding: w.Padding})
}

// ConvSetup is the convolution animation of the very problem.
func (p *Problem) ConvSetup() (viz.ConvSetup, error) {
	if p.Weight == nil {
		return viz.ConvSetup{}, fmt.Errorf("quiz: %s is no convolution", p.Op)
	}
	input, err := hwc(p.Input)
	if err != nil {
		return viz.ConvSetup{}, err
	}
	filter, err := hwc(*p.Weight)
	if err != nil {
		return viz.ConvSetup{}, err
	}
	w := p.window()
	s := viz.ConvSetup{Input: input, Filter: filter, Stride: w.Stride, Padding: w.Padding}
	if len(p.Bias) > 0 {
		s.Bias = &p.Bias[0]
	}
	return s, nil
}

// hwc is the one picture of an array of shape 1, C, H, W in the lecture's order.
func hwc(a Array) (*tensor.Dense[float64], error) {
	d, err := tensor.From(a.Data, a.Shape[1:]...)
	if err != nil {
		return nil, err
	}
	return d.CHWToHWC()
}
