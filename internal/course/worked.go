package course

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/viz"
)

// buildWorked builds the arithmetic of one convolution.
func buildWorked(s *Step) error {
	r := s.Widget.Params.Read().Require("spec")
	start, lines := r.Int("start", 0), r.Choice("lines", "all", "shape")
	row, err := oneLayer(r)
	if err != nil {
		return wrongStep(s, err)
	}
	w := row.Layer.Window
	if row.Layer.Op != netspec.Conv || row.Biases == 0 || row.In.H != row.In.W || w.Kernel.H != w.Kernel.W {
		return wrongStep(s, fmt.Errorf("worked takes a convolution with biases and equal sides"))
	}
	layer := viz.WorkedLayer{
		SlideSetup: viz.SlideSetup{In: row.In.H, Filter: w.Kernel.H, Stride: max(1, w.Stride.H), Padding: w.Padding.Top},
		Channels:   row.In.C, Count: row.Out.C, Out: row.Out.H, Params: row.Params,
	}
	worked := viz.NewWorked(layer)
	if lines == "shape" {
		worked = worked.Shape()
	}
	if start < 0 {
		start += worked.Steps()
	}
	if start < 0 || start >= worked.Steps() {
		return wrongStep(s, fmt.Errorf("start is none of %d steps", worked.Steps()))
	}
	s.Animation, s.Start = worked, start
	s.Facts = viz.Args{
		"input": written(row.In), "output": written(row.Out), "filter": sign(w.Kernel), "k": row.Out.C, "c": row.In.C,
		"s": layer.Stride, "p": layer.Padding, "params": row.Params, "weights": row.Weights,
	}
	return nil
}
