package assignment

import (
	"fmt"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// array is a picture or a layer's result, (C, H, W), or filters
// (K, C, FH, FW).
type array = *tensor.Dense[float32]

// Work is the assignment really done: the tensors behind each answer.
type Work struct {
	Input   Layer
	Results [4]Result
}

// Layer is a tensor's shape with small pictures of its maps.
type Layer struct {
	Shape netspec.Shape
	Maps  []Map
}

// Result is what came out of one question.
type Result struct {
	Layer
	Filters     int // 0 for pooling
	FilterDepth int
	Weights     int
}

// Compute does the four questions on a picture of shape (H, W, 3), any H and W,
// scaled to the assignment's input; nil stands for a drawn one. It takes some tens
// of milliseconds.
func Compute(photo *tensor.Dense[float32]) (*Work, error) {
	x, err := inputOf(photo)
	if err != nil {
		return nil, err
	}
	w := &Work{Input: small(x)}
	if _, err = w.convolve(1, x); err != nil {
		return nil, err
	}
	q2, err := w.convolve(2, x)
	if err != nil {
		return nil, err
	}
	if _, err = w.convolve(3, q2); err != nil {
		return nil, err
	}
	q4, err := pool(q2)
	if err != nil {
		return nil, err
	}
	w.Results[3].Layer = small(q4)
	return w, nil
}

// convolve runs a question's convolution over x, each filter as deep as x, and
// notes what came out.
func (w *Work) convolve(number int, x array) (array, error) {
	t, err := table(number)
	if err != nil {
		return nil, err
	}
	layer := t.Last().Layer
	weight, err := filters(layer.Count, x.Dim(0), layer.Window.Kernel.H)
	if err != nil {
		return nil, err
	}
	option := nn.Conv{Stride: layer.Window.Stride, Padding: layer.Window.Padding}
	y, err := alone(x, func(x array) (array, error) { return nn.FastConv2D(x, weight, nil, option) })
	if err != nil {
		return nil, err
	}
	w.Results[number-1] = Result{small(y), weight.Dim(0), weight.Dim(1), weight.Len()}
	return y, nil
}

// pool is question 4's max pooling.
func pool(x array) (array, error) {
	t, err := table(4)
	if err != nil {
		return nil, err
	}
	w := t.Last().Layer.Window
	return alone(x, func(x array) (array, error) {
		return nn.FastMaxPool2D(x, nn.Pool{Kernel: w.Kernel, Stride: w.Stride})
	})
}

// alone runs a layer over one picture (C, H, W), which layers take as a batch
// of one.
func alone(x array, layer func(batch array) (array, error)) (array, error) {
	batch, err := x.Reshape(append([]int{1}, x.Shape()...)...)
	if err != nil {
		return nil, err
	}
	y, err := layer(batch)
	if err != nil {
		return nil, err
	}
	return y.Reshape(y.Shape()[1:]...)
}

// Parts builds the parts with what is right taken from the tensors: a shape is
// the result's own, a depth and a count those of the filters that were used.
func (w *Work) Parts() ([]Part, error) {
	var parts []Part
	for _, id := range asked() {
		r := w.Results[id[1]-'1']
		answer := r.Shape.String()
		switch _, what, _ := strings.Cut(id, "."); what {
		case "depth":
			answer = fmt.Sprint(r.FilterDepth)
		case "weights":
			answer = fmt.Sprint(r.Weights)
		}
		p, err := newPart(id, answer)
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	return parts, nil
}
