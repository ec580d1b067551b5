package course

import (
	"errors"
	"fmt"

	"convtutor/internal/nn"
	"convtutor/internal/stack"
	"convtutor/viz"
)

// show makes a picture of a network the step's, with what it tells.
func show[V interface {
	stack.View
	Facts() viz.Args
}](s *Step, view V, err error,
) error {
	if err != nil {
		return wrongStep(s, err)
	}
	s.View, s.Facts = view, view.Facts()
	return nil
}

// buildErrors builds the bars of error rates.
func buildErrors(s *Step) error {
	r := s.Widget.Params.Read().Require("names", "rates", "source")
	names, rates, source := r.Texts("names", nil), r.Floats("rates", nil), r.Text("source", "")
	if err := r.Done(); err != nil {
		return err
	}
	view, err := stack.NewErrors(names, rates, source)
	return show(s, view, err)
}

// buildLayers builds a network's table, a layer of it opened.
func buildLayers(s *Step) error {
	r := s.Widget.Params.Read().Require("net")
	spec, at := r.Text("net", ""), r.Int("layer", 1)
	if err := r.Done(); err != nil {
		return err
	}
	net, err := network(spec)
	if err != nil {
		return wrongStep(s, err)
	}
	view, err := stack.NewLayers(net, at-1)
	return show(s, view, err)
}

// buildFit builds the right end of a row of pixels under a layer's windows.
func buildFit(s *Step) error {
	r := s.Widget.Params.Read().Require("input", "filter", "stride")
	n, f, by := r.Int("input", 1), r.Int("filter", 1), r.Int("stride", 1)
	w := nn.Window{Kernel: nn.Square(f), Stride: nn.Square(by), Padding: nn.AllSides(r.Int("padding", 0))}
	around := r.Ints("around", []int{n - 5, n + 5})
	if err := r.Done(); err != nil {
		return err
	}
	if len(around) != 2 {
		return wrongStep(s, errors.New("around is two numbers"))
	}
	view, err := stack.NewFit(n, w, around[0], around[1])
	return show(s, view, err)
}

// buildShares builds the bars of a network's parameters.
func buildShares(s *Step) error {
	r := s.Widget.Params.Read().Require("nets")
	names := r.Texts("nets", nil)
	if err := r.Done(); err != nil {
		return err
	}
	view, err := stack.NewShares(names)
	return show(s, view, err)
}

// buildNet builds a network that the learner goes on building.
func buildNet(s *Step) error {
	r := s.Widget.Params.Read().Require("net")
	spec, goal, field := r.Text("net", ""), r.Ints("goal", nil), r.Bool("field", true)
	if err := r.Done(); err != nil {
		return err
	}
	view, err := stack.NewBuilder(spec)
	if err != nil {
		return wrongStep(s, err)
	}
	if !field {
		view.WithoutFields()
	}
	s.View, s.Facts = view, view.Facts()
	if len(goal) == 0 {
		return nil
	}
	if len(goal) != 2 {
		return wrongStep(s, fmt.Errorf("goal is how many pairs and how many classes"))
	}
	s.Facts["pairs"], s.Facts["classes"] = goal[0], goal[1]
	if err := view.Toward(stack.Goal{Pairs: goal[0], Classes: goal[1]}); err != nil {
		return wrongStep(s, err)
	}
	return nil
}

// buildDigit builds a digit on its way through the trained network.
func buildDigit(s *Step) error {
	r := s.Widget.Params.Read()
	number, stage, channel, cell := r.Int("digit", 0), r.Int("stage", 0), r.Int("map", 1), r.Ints("cell", []int{0, 0})
	if err := r.Done(); err != nil {
		return err
	}
	if len(cell) != 2 {
		return wrongStep(s, errors.New("a cell is a row and a column"))
	}
	view, err := stack.NewDigit(number, stage, channel-1, nn.Point{Y: cell[0], X: cell[1]})
	if err != nil {
		return wrongStep(s, err)
	}
	s.View = view
	if s.Facts, err = view.Facts(); err != nil {
		return wrongStep(s, err)
	}
	return nil
}

// buildReport builds how the trained network did on digits held out.
func buildReport(s *Step) error {
	if err := s.Widget.Params.Read().Done(); err != nil {
		return err
	}
	view, err := stack.NewReport()
	return show(s, view, err)
}
