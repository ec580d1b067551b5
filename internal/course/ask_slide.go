package course

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// slidePrediction is a question about a step's sliding window: asked at the
// picture's step pose, shown at its end.
func slidePrediction(s *Step, ask lessons.Ask, question func(r *lessons.Reader) (quiz.Question, error)) (Prediction, error) {
	if s.Slide == nil {
		return Prediction{}, wrongStep(s, fmt.Errorf("%s needs a slide widget", ask.Type))
	}
	r := ask.Params.Read()
	pose := r.Int("pose", 0)
	q, err := question(r)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	return Prediction{Question: q, At: pose, Revealed: s.Slide.Steps() - 1}, r.Done()
}

// rules are the names of rules in a lesson's file.
var rules = map[string]nn.Rule{"floor": nn.RuleFloor, "error": nn.RuleError, "ceil": nn.RuleCeil, "same": nn.RuleSame}

// askSide asks how many windows fit along a side.
func askSide(s *Step, ask lessons.Ask) (Prediction, error) {
	return slidePrediction(s, ask, func(r *lessons.Reader) (quiz.Question, error) {
		return quiz.AboutSide(s.SlideSetup, rules[r.Choice("rule", "floor", "error", "ceil", "same")])
	})
}

// askUnread asks how many columns no window reads.
func askUnread(s *Step, ask lessons.Ask) (Prediction, error) {
	return slidePrediction(s, ask, func(*lessons.Reader) (quiz.Question, error) {
		return quiz.AboutUnread(s.SlideSetup)
	})
}

// askReads asks how often the cell at row, column is read.
func askReads(s *Step, ask lessons.Ask) (Prediction, error) {
	return slidePrediction(s, ask, func(*lessons.Reader) (quiz.Question, error) {
		if len(ask.At) != 2 {
			return quiz.Question{}, fmt.Errorf("reads needs a place: at = [row, column]")
		}
		return quiz.AboutReads(s.SlideSetup, nn.Point{Y: ask.At[0], X: ask.At[1]})
	})
}

// askSetting asks which number of one setting gives the output that the step's
// picture has; the picture must not show it.
func askSetting(s *Step, ask lessons.Ask) (Prediction, error) {
	return slidePrediction(s, ask, func(r *lessons.Reader) (quiz.Question, error) {
		which := map[string]viz.SlideSetting{
			"padding": viz.SlidePadding, "stride": viz.SlideStride, "filter": viz.SlideFilter,
		}[r.Choice("setting", "padding", "stride", "filter")]
		of := viz.SlideSetup{
			In: r.Int("in", s.SlideSetup.In), Filter: r.Int("filter", s.SlideSetup.Filter),
			Stride: r.Int("stride", s.SlideSetup.Stride), Padding: r.Int("padding", s.SlideSetup.Padding),
		}
		return quiz.AboutSetting(of, which)
	})
}

// askPadded asks for the shape of a colour picture with its padding.
func askPadded(s *Step, ask lessons.Ask) (Prediction, error) {
	return slidePrediction(s, ask, func(*lessons.Reader) (quiz.Question, error) {
		return quiz.AboutPadded(s.SlideSetup)
	})
}
