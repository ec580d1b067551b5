package course

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/internal/stack"
	"convtutor/lessons"
	"convtutor/quiz"
)

// wrongStep says in which step something is wrong.
func wrongStep(s *Step, err error) error { return fmt.Errorf("lessons: step %s: %w", s.ID, err) }

// buildErrors builds the bars of error rates.
func buildErrors(s *Step) error {
	r := s.Widget.Params.Read().Require("names", "rates", "source")
	names, rates, source := r.Texts("names", nil), r.Floats("rates", nil), r.Text("source", "")
	if err := r.Done(); err != nil {
		return err
	}
	view, err := stack.NewErrors(names, rates, source)
	if err != nil {
		return wrongStep(s, err)
	}
	s.View, s.Facts = view, view.Facts()
	return nil
}

// network reads a network by its name ("alexnet") or as a line.
func network(text string) (netspec.Network, error) {
	for _, known := range netspec.KnownNames() {
		if known == text {
			return netspec.Known(text)
		}
	}
	return netspec.Parse(text)
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
	if err != nil {
		return wrongStep(s, err)
	}
	s.View, s.Facts = view, view.Facts()
	return nil
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
		return fmt.Errorf("lessons: step %s: around is two numbers", s.ID)
	}
	view, err := stack.NewFit(n, w, around[0], around[1])
	if err != nil {
		return wrongStep(s, err)
	}
	s.View, s.Facts = view, view.Facts()
	return nil
}

// buildShares builds the bars of a network's parameters.
func buildShares(s *Step) error {
	r := s.Widget.Params.Read().Require("nets")
	names := r.Texts("nets", nil)
	if err := r.Done(); err != nil {
		return err
	}
	view, err := stack.NewShares(names)
	if err != nil {
		return wrongStep(s, err)
	}
	s.View, s.Facts = view, view.Facts()
	return nil
}

// aboutView makes a prediction about the picture of a step.
func aboutView(s *Step, ask lessons.Ask, q quiz.Question, err error) (Prediction, error) {
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	return Prediction{Question: q, At: -1}, ask.Params.Read().Done()
}

// noView says that a prediction stands in a step with another picture.
func noView(s *Step, ask lessons.Ask) (Prediction, error) {
	return Prediction{}, fmt.Errorf("lessons: step %s: %s does not go with a %s widget", s.ID, ask.Type, s.Widget.Type)
}

// askLayerShape asks what comes out of the layer opened.
func askLayerShape(s *Step, ask lessons.Ask) (Prediction, error) {
	view, ok := s.View.(*stack.Layers)
	if !ok {
		return noView(s, ask)
	}
	q, err := quiz.AboutLayerShape(view.Table(), view.At())
	return aboutView(s, ask, q, err)
}

// askLayerParams asks how many numbers the layer opened learns.
func askLayerParams(s *Step, ask lessons.Ask) (Prediction, error) {
	view, ok := s.View.(*stack.Layers)
	if !ok {
		return noView(s, ask)
	}
	q, err := quiz.AboutLayerParams(view.Table(), view.At())
	return aboutView(s, ask, q, err)
}

// askMostParams asks which layer learns the most.
func askMostParams(s *Step, ask lessons.Ask) (Prediction, error) {
	view, ok := s.View.(*stack.Shares)
	if !ok {
		return noView(s, ask)
	}
	q, err := quiz.AboutMostParams(view.Table())
	return aboutView(s, ask, q, err)
}

// askNextFit asks for the next larger size that the window fits.
func askNextFit(s *Step, ask lessons.Ask) (Prediction, error) {
	view, ok := s.View.(*stack.Fit)
	if !ok {
		return noView(s, ask)
	}
	q, err := quiz.AboutNextFit(view.Size(), view.Window(), 1)
	return aboutView(s, ask, q, err)
}

// askFewerErrors asks what two error rates mean for a thousand photos.
func askFewerErrors(s *Step, ask lessons.Ask) (Prediction, error) {
	view, ok := s.View.(*stack.Errors)
	if !ok {
		return noView(s, ask)
	}
	return aboutView(s, ask, quiz.AboutFewerErrors(view.Rates()), nil)
}
