// Package netspec reads a network written in a line, as in
// "32x32x3 | conv 5 6 | relu | maxpool 2", and works out every layer's shape,
// parameters, multiply-adds and receptive field. Its one rule: sizes come from
// package nn's geometry, and every product is checked, so that no network,
// however large, overflows or allocates.
package netspec

import (
	"fmt"
	"strings"

	"convtutor/internal/fault"
	"convtutor/internal/nn"
)

// Limits of what is read, so that no line of text costs much.
const (
	MaxLayers = 256
	maxLength = 16 << 10 // bytes of a spec
)

// Shape is height, width and channels (H, W, C). A vector of n numbers is
// 1x1xn.
type Shape struct{ H, W, C int }

// String writes the shape as height x width x channels: "32x32x3".
func (s Shape) String() string { return fmt.Sprintf("%dx%dx%d", s.H, s.W, s.C) }

// Size is the shape's height and width.
func (s Shape) Size() nn.Size { return nn.Size{H: s.H, W: s.W} }

// Op is what a layer does, by its name in a spec.
type Op string

// Layers.
const (
	Conv      Op = "conv"
	ConvT     Op = "convt"
	MaxPool   Op = "maxpool"
	AvgPool   Op = "avgpool"
	MinPool   Op = "minpool"
	GlobalAvg Op = "gap"
	ReLU      Op = "relu"
	LeakyReLU Op = "leakyrelu"
	Sigmoid   Op = "sigmoid"
	Tanh      Op = "tanh"
	Softmax   Op = "softmax"
	BatchNorm Op = "batchnorm"
	LRN       Op = "lrn"
	Dropout   Op = "dropout"
	Flatten   Op = "flatten"
	Dense     Op = "dense"
	Reshape   Op = "reshape"
)

// Network is an input and the layers that it goes through.
type Network struct {
	Input  Shape
	Layers []Layer
}

// Layer is one layer as it was written. Fields that its Op has no use for are
// zero.
type Layer struct {
	Op            Op
	Spec          string    // as written, tidied: "conv 3 10 p1"
	Column        int       // where it begins, counted in characters from 1
	Count         int       // filters of a convolution, outputs of a dense layer
	Window        nn.Window // of a convolution or a pool
	OutputPadding nn.Size   // of a transposed convolution
	Groups        int       // of a convolution
	NoBias        bool
	Same          bool  // "same" padding, whatever the network's rule
	Ceil          bool  // rounds up, whatever the network's rule
	Shape         Shape // of a reshape
}

// String writes the network in a line.
func (n Network) String() string {
	parts := []string{n.Input.String()}
	for _, l := range n.Layers {
		parts = append(parts, l.Spec)
	}
	return strings.Join(parts, " | ")
}

// Error is what is wrong with a spec, and where.
type Error struct {
	Column  int    // in characters from 1; 0 if it is nowhere in particular
	Message string // what is wrong, lower case
	Fix     string // what to write instead, or empty
	Cause   error  // the engine's error, or nil

	said, advised *fault.Error // Message and Fix in words, or nil
}

// wrong is an error that can be said in the learner's language.
func wrong(column int, said *fault.Error) *Error {
	return &Error{Column: column, Message: said.Error(), said: said}
}

// fix adds what to write instead.
func (e *Error) fix(advice *fault.Error) *Error {
	e.Fix, e.advised = advice.Error(), advice
	return e
}

// Phrase says it in the learner's language.
func (e *Error) Phrase() (key string, args map[string]any) {
	var said any = e.Message
	switch {
	case e.said != nil:
		said = e.said
	case e.Cause != nil:
		said = e.Cause
	}
	if e.Column == 0 {
		return "error.said", map[string]any{"why": said}
	}
	return "error.spec.column", map[string]any{"column": e.Column, "why": said}
}

// Advice is the hint in words; nil where it has none.
func (e *Error) Advice() error {
	if e.advised == nil {
		return nil
	}
	return e.advised
}

func (e *Error) Error() string {
	if e.Column == 0 {
		return e.Message
	}
	return fmt.Sprintf("column %d: %s", e.Column, e.Message)
}

// Hint says what to write instead.
func (e *Error) Hint() string { return e.Fix }

func (e *Error) Unwrap() error { return e.Cause }
