package course

import (
	"fmt"
	"slices"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/lessons"
	"convtutor/viz"
)

// levels are the names of levels in a lesson's file.
var levels = map[string]viz.Level{
	"product": viz.LevelProduct, "channel": viz.LevelChannel, "window": viz.LevelWindow, "row": viz.LevelRow,
}

// buildConv builds a step's convolution.
func buildConv(s *Step) error {
	required := []string{"input", "filter"}
	if s.Widget.Params.Has("photo") { // a patch of it is the input
		required[0] = "corner"
	}
	r := s.Widget.Params.Read().Require(required...)
	setup, err := convSetup(r)
	if err != nil {
		return err
	}
	start := r.Ints("start", []int{0, 0})
	s.Level = levels[r.Choice("level", "product", "window", "row")]
	s.Editing = r.Bool("edit", false)
	if err := r.Done(); err != nil {
		return err
	}
	conv, err := viz.NewConv(setup)
	if err != nil {
		return wrongStep(s, err)
	}
	s.Setup, s.Conv = setup, conv
	if s.Start, err = firstStep(conv, start); err != nil {
		return wrongStep(s, err)
	}
	s.Facts = convFacts(conv, setup)
	return nil
}

// convSetup reads input, filter, stride, padding, bias and flip.
func convSetup(r *lessons.Reader) (viz.ConvSetup, error) {
	rows := r.Grid("input", [][]float64{{0}})
	if photo := r.Text("photo", ""); photo != "" {
		var err error
		if rows, err = patch(photo, r.Ints("corner", nil), r.Int("side", 3)); err != nil {
			return viz.ConvSetup{}, err
		}
	}
	input, err := plane(rows)
	if err != nil {
		return viz.ConvSetup{}, err
	}
	filter, err := plane(r.Grid("filter", [][]float64{{0}}))
	if err != nil {
		return viz.ConvSetup{}, err
	}
	setup := viz.ConvSetup{
		Input: input, Filter: filter,
		Stride:  nn.Square(r.Int("stride", 1)),
		Padding: nn.AllSides(r.Int("padding", 0)),
		Flip:    r.Bool("flip", false),
	}
	return setup, nil
}

// plane is rows of numbers as a volume of one channel: (H, W, 1).
func plane(rows [][]float64) (*tensor.Dense[float64], error) {
	return tensor.From(slices.Concat(rows...), len(rows), len(rows[0]), 1)
}

// firstStep is the first product of the window that makes cell at: row, column.
func firstStep(c *viz.Conv, at []int) (int, error) {
	out := c.Geometry().Out
	if len(at) != 2 || at[0] < 0 || at[1] < 0 || at[0] >= out.H || at[1] >= out.W {
		return 0, fmt.Errorf("cell %v is not in the %s output", at, out)
	}
	return lastStep(c, at) - c.Terms() + 1, nil
}

// lastStep is the product that completes cell at: row, column.
func lastStep(c *viz.Conv, at []int) int { return c.StepOf(nn.Point{Y: at[0], X: at[1]}) }

// convFacts are the numbers that a step's prose may mention.
func convFacts(c *viz.Conv, setup viz.ConvSetup) viz.Args {
	g := c.Geometry()
	return viz.Args{
		"input":     sign(g.In),
		"filter":    sign(g.Window.Kernel),
		"output":    sign(g.Out),
		"taps":      c.Terms(),
		"positions": g.Out.H * g.Out.W,
		"best":      slices.Max(c.Output().Data()),
		"stride":    setup.Stride.H,
		"padding":   setup.Padding.Top,
	}
}

// sign writes a size as people do: 5×5.
func sign(s nn.Size) string { return fmt.Sprintf("%d×%d", s.H, s.W) }
