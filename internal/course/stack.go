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

// buildNet builds a network that the learner goes on building.
func buildNet(s *Step) error {
	r := s.Widget.Params.Read().Require("net")
	spec, goal := r.Text("net", ""), r.Ints("goal", nil)
	if err := r.Done(); err != nil {
		return err
	}
	view, err := stack.NewBuilder(spec)
	if err != nil {
		return wrongStep(s, err)
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
		return fmt.Errorf("lessons: step %s: a cell is a row and a column", s.ID)
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
	if err != nil {
		return wrongStep(s, err)
	}
	s.View, s.Facts = view, view.Facts()
	return nil
}

// askField asks for the receptive field of the layer opened.
func askField(s *Step, ask lessons.Ask) (Prediction, error) {
	view, ok := s.View.(*stack.Layers)
	if !ok {
		return noView(s, ask)
	}
	q, err := quiz.AboutField(view.Table(), view.At())
	return aboutView(s, ask, q, err)
}

// askFault asks which layer of a network cannot be.
func askFault(s *Step, ask lessons.Ask) (Prediction, error) {
	r := ask.Params.Read().Require("net")
	net, err := network(r.Text("net", ""))
	if err := r.Done(); err != nil {
		return Prediction{}, err
	}
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	q, err := quiz.AboutFault(net)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	s.Facts["fault"] = net.String()
	if b, ok := s.View.(*stack.Builder); ok {
		b.Ask(net)
	}
	return Prediction{Question: q, At: -1}, nil
}

// askDepth asks how many convolutions of one size see so many pixels.
func askDepth(s *Step, ask lessons.Ask) (Prediction, error) {
	r := ask.Params.Read().Require("filter", "field")
	f, field := r.Int("filter", 3), r.Int("field", 7)
	if err := r.Done(); err != nil {
		return Prediction{}, err
	}
	q, err := quiz.AboutDepth(f, field)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	s.Facts["see"], s.Facts["side"] = field, f
	return Prediction{Question: q, At: -1}, nil
}
