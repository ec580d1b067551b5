package course

import (
	"fmt"
	"slices"

	"convtutor/internal/nn"
	"convtutor/lessons"
	"convtutor/quiz"
)

// asks make the predictions by their type: a new one is a line here.
var asks = map[string]func(*Step, lessons.Ask) (Prediction, error){
	"output-cell":  askCell,
	"same-padding": askSamePadding,
}

// askCell asks for the value of the output cell at row, column.
func askCell(s *Step, ask lessons.Ask) (Prediction, error) {
	if s.Conv == nil {
		return Prediction{}, fmt.Errorf("lessons: step %s: output-cell needs a conv widget", s.ID)
	}
	first, err := firstStep(s.Conv, ask.At)
	if err != nil {
		return Prediction{}, fmt.Errorf("lessons: step %s: %w", s.ID, err)
	}
	q, err := quiz.AboutCell(problem(s), nn.Point{Y: ask.At[0], X: ask.At[1]})
	if err != nil {
		return Prediction{}, fmt.Errorf("lessons: step %s: %w", s.ID, err)
	}
	return Prediction{Question: q, At: first, Revealed: lastStep(s.Conv, ask.At)}, ask.Params.Read().Done()
}

// problem is the step's convolution in the vocabulary of the quiz.
func problem(s *Step) *quiz.Problem {
	in, f := s.Setup.Input, s.Setup.Filter
	data := slices.Clone(f.Data())
	if s.Setup.Flip {
		slices.Reverse(data)
	}
	pad := s.Setup.Padding
	return &quiz.Problem{
		Op: "conv2d", Layout: "NCHW",
		Input:   quiz.Array{Shape: []int{1, 1, in.Dim(0), in.Dim(1)}, Data: slices.Clone(in.Data())},
		Weight:  &quiz.Array{Shape: []int{1, 1, f.Dim(0), f.Dim(1)}, Data: data},
		Stride:  [2]int{max(s.Setup.Stride.H, 1), max(s.Setup.Stride.W, 1)},
		Padding: [4]int{pad.Top, pad.Left, pad.Bottom, pad.Right},
	}
}

// askSamePadding asks how much padding keeps the size at the step's filter and
// stride 1.
func askSamePadding(s *Step, ask lessons.Ask) (Prediction, error) {
	if s.Conv == nil {
		return Prediction{}, fmt.Errorf("lessons: step %s: same-padding needs a conv widget", s.ID)
	}
	q, err := quiz.AboutSamePadding(s.Conv.Geometry().In, s.Conv.Geometry().Window.Kernel)
	if err != nil {
		return Prediction{}, fmt.Errorf("lessons: step %s: %w", s.ID, err)
	}
	return Prediction{Question: q, At: -1}, ask.Params.Read().Done()
}
