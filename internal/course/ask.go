package course

import (
	"errors"
	"slices"

	"convtutor/internal/nn"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// asks make the predictions by their type: a new one is a line here.
var asks = map[string]func(*Step, lessons.Ask) (Prediction, error){
	"image-numbers": askNumbers,
	"pixel-value":   askPixel,
	"negative":      askNegative,
	"colour-value":  askColour,
	"light":         askLight,
	"image-shape":   askImageShape,
	"mask-numbers":  askMask,
	"box-numbers":   askBoxes,

	"output-cell":  askCell,
	"same-padding": askSamePadding,
	"flat":         askFlat,
	"flat-input":   askFlatInput,
	"network":      askNetwork,
	"side":         askSide,
	"unread":       askUnread,
	"reads":        askReads,
	"setting":      askSetting,
	"fewer-errors": askFewerErrors,
	"layer-params": askLayerParams,
	"layer-shape":  askLayerShape,
	"most-params":  askMostParams,
	"next-fit":     askNextFit,

	"pool-cell":     askPool,
	"pool-gradient": askPoolGradient,
	"pool-shift":    askPoolShift,
	"pool-window":   askPoolWindow,
	"padded":        askPadded,

	"activation":       askActivation,
	"activation-range": askActivationRange,
	"patch":            askPatch,
	"divisor":          askDivisor,
	"field":            askField,
	"field-depth":      askDepth,
	"stack-fault":      askFault,
}

// askCell asks for the value of the output cell at row, column.
func askCell(s *Step, ask lessons.Ask) (Prediction, error) {
	conv := s.Conv
	if c, ok := s.Animation.(*viz.Channels); ok {
		conv = c.Conv()
	}
	if conv == nil {
		return Prediction{}, wrongStep(s, errors.New("output-cell needs a conv widget"))
	}
	first, err := firstStep(conv, ask.At)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	p, err := problem(s)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	about := quiz.AboutCell
	if p.Input.Shape[1] > 1 {
		about = quiz.AboutChannels
	}
	q, err := about(p, nn.Point{Y: ask.At[0], X: ask.At[1]})
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	return Prediction{Question: q, At: first, Revealed: lastStep(conv, ask.At)}, ask.Params.Read().Done()
}

// problem is the step's convolution in the vocabulary of the quiz.
func problem(s *Step) (*quiz.Problem, error) {
	in, err := s.Setup.Input.HWCToCHW()
	if err != nil {
		return nil, err
	}
	f, err := s.Setup.Filter.HWCToCHW()
	if err != nil {
		return nil, err
	}
	data := slices.Clone(f.Data())
	if s.Setup.Flip {
		slices.Reverse(data) // of one channel, which is all that is ever turned
	}
	pad := s.Setup.Padding
	p := &quiz.Problem{
		Op: "conv2d", Layout: "NCHW",
		Input:   quiz.Array{Shape: []int{1, in.Dim(0), in.Dim(1), in.Dim(2)}, Data: slices.Clone(in.Data())},
		Weight:  &quiz.Array{Shape: []int{1, f.Dim(0), f.Dim(1), f.Dim(2)}, Data: data},
		Stride:  [2]int{max(s.Setup.Stride.H, 1), max(s.Setup.Stride.W, 1)},
		Padding: [4]int{pad.Top, pad.Left, pad.Bottom, pad.Right},
	}
	if s.Setup.Bias != nil {
		p.Bias = []float64{*s.Setup.Bias}
	}
	return p, nil
}

// askSamePadding asks how much padding keeps the size at the step's filter and
// stride 1.
func askSamePadding(s *Step, ask lessons.Ask) (Prediction, error) {
	if s.Conv == nil {
		return Prediction{}, wrongStep(s, errors.New("same-padding needs a conv widget"))
	}
	q, err := quiz.AboutSamePadding(s.Conv.Geometry().In, s.Conv.Geometry().Window.Kernel)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	return Prediction{Question: q, At: -1}, ask.Params.Read().Done()
}

// askNetwork asks for a number of a network's last layer: the depth of its
// filters, the shape that it puts out, or the parameters of them all.
func askNetwork(s *Step, ask lessons.Ask) (Prediction, error) {
	r := ask.Params.Read().Require("spec")
	what, spec := r.Choice("what", "shape", "depth", "params", "places", "full"), r.Text("spec", "")
	if err := r.Done(); err != nil {
		return Prediction{}, err
	}
	q, err := quiz.AboutNetwork(what, spec)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	at, revealed := s.seen(what == "shape")
	return Prediction{Question: q, At: at, Revealed: revealed}, nil
}

// seen is where a question about a network is asked in the step's animation,
// and where its answer is seen: behind the layers of a chain, or, if what comes
// out is asked for, behind the filters of a layer. -1 is nowhere.
func (s *Step) seen(out bool) (at, revealed int) {
	switch s.Animation.(type) {
	case *viz.Chain:
	case *viz.Stack:
		if !out {
			return -1, 0
		}
	default:
		return -1, 0
	}
	return s.Start, s.Animation.Steps() - 1
}
