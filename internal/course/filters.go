package course

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/internal/scene"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// buildChannels builds a convolution of several channels, side by side.
func buildChannels(s *Step) error {
	r := s.Widget.Params.Read().Require("input", "filter")
	input, err := tensor.FromPlanes(r.Volume("input", [][][]float64{{{0}}}))
	if err != nil {
		return err
	}
	filter, err := tensor.FromPlanes(r.Volume("filter", [][][]float64{{{0}}}))
	if err != nil {
		return err
	}
	bias := r.Float("bias", 0)
	start := r.Ints("start", []int{0, 0})
	level := r.Choice("level", "product", "channel", "window", "row")
	if err := r.Done(); err != nil {
		return err
	}
	s.Setup = viz.ConvSetup{Input: input, Filter: filter, Bias: &bias}
	channels, err := viz.NewChannels(s.Setup)
	if err != nil {
		return wrongStep(s, err)
	}
	s.Animation, s.Level = channels, levels[level]
	if s.Start, err = firstStep(channels.Conv(), start); err != nil {
		return wrongStep(s, err)
	}
	s.Facts = convFacts(channels.Conv(), s.Setup)
	s.Facts["channels"], s.Facts["bias"] = input.Dim(2), viz.Number(bias)
	s.Facts["products"] = filter.Len()
	return nil
}

// buildStack builds a layer whose filters come one after the other.
func buildStack(s *Step) error {
	r := s.Widget.Params.Read().Require("spec")
	told, untold := r.Bool("told", false), r.Bool("untold", false)
	row, err := oneLayer(r)
	if err != nil {
		return err
	}
	in := viz.Volume{H: row.In.H, W: row.In.W, C: row.In.C}
	if row.Layer.Op != netspec.Conv {
		return s.stackOfPools(in, row)
	}
	stack, err := viz.NewStack(in, row.Layer.Window.Kernel, row.Layer.Count)
	if err != nil {
		return wrongStep(s, err)
	}
	if told {
		stack = stack.Told()
	}
	if untold {
		stack = stack.Untold()
	}
	s.Animation = stack
	s.Facts = viz.Args{
		"input": stack.In().Shape(), "filter": stack.Filter().Shape(), "output": stack.Out().Shape(),
		"count": stack.Out().C, "channels": stack.In().C, "map": fmt.Sprintf("%d×%d", row.Out.H, row.Out.W),
		"side": sign(row.Layer.Window.Kernel),
	}
	return nil
}

// stackOfPools builds a pooling layer whose channels come one after the other.
func (s *Step) stackOfPools(in viz.Volume, row netspec.Row) error {
	w := row.Layer.Window
	stack, err := viz.NewPoolStack(in, w)
	if err != nil {
		return wrongStep(s, err)
	}
	s.Animation = stack
	s.Facts = viz.Args{
		"input": stack.In().Shape(), "output": stack.Out().Shape(), "channels": stack.In().C,
		"from": sign(nn.Size{H: in.H, W: in.W}), "window": sign(w.Kernel), "stride": w.Stride.H,
	}
	return nil
}

// buildBuild builds a network to be put together: its input, and the shapes
// that its layers are to put out.
func buildBuild(s *Step) error {
	table, err := table(s.Widget.Params.Read().Require("spec"))
	if err != nil {
		return err
	}
	var goals []netspec.Shape
	s.Facts = viz.Args{"input": written(table.Input)}
	for i, row := range table.Rows {
		goals = append(goals, row.Out)
		s.Facts[fmt.Sprintf("goal%d", i+1)] = written(row.Out)
	}
	s.Scene, err = scene.NewBuild(table.Input, goals)
	return err
}

// written writes a shape as people do: 28×28×6.
func written(s netspec.Shape) string { return viz.Volume{H: s.H, W: s.W, C: s.C}.Shape() }
