package course

import (
	"fmt"

	"convtutor/internal/stack"
	"convtutor/lessons"
	"convtutor/quiz"
)

// asksView makes predictions about a step's picture, where it is one of a
// network of a certain kind.
func asksView[V stack.View](about func(V) (quiz.Question, error)) func(*Step, lessons.Ask) (Prediction, error) {
	return func(s *Step, ask lessons.Ask) (Prediction, error) {
		view, ok := s.View.(V)
		if !ok {
			return Prediction{}, wrongStep(s, fmt.Errorf("%s does not go with a %s widget", ask.Type, s.Widget.Type))
		}
		q, err := about(view)
		if err != nil {
			return Prediction{}, wrongStep(s, err)
		}
		return Prediction{Question: q, At: -1}, ask.Params.Read().Done()
	}
}

// Predictions about pictures of networks: what comes out of the layer opened,
// how many numbers it learns, how far it sees; which layer learns the most; the
// next larger size that the window fits; what two error rates mean for a
// thousand photos.
var (
	askLayerShape  = asksView(func(v *stack.Layers) (quiz.Question, error) { return quiz.AboutLayerShape(v.Table(), v.At()) })
	askLayerParams = asksView(func(v *stack.Layers) (quiz.Question, error) { return quiz.AboutLayerParams(v.Table(), v.At()) })
	askField       = asksView(func(v *stack.Layers) (quiz.Question, error) { return quiz.AboutField(v.Table(), v.At()) })
	askMostParams  = asksView(func(v *stack.Shares) (quiz.Question, error) { return quiz.AboutMostParams(v.Table()) })
	askNextFit     = asksView(func(v *stack.Fit) (quiz.Question, error) { return quiz.AboutNextFit(v.Size(), v.Window(), 1) })
	askFewerErrors = asksView(func(v *stack.Errors) (quiz.Question, error) { return quiz.AboutFewerErrors(v.Rates()), nil })
)

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
