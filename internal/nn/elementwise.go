package nn

import "convtutor/internal/tensor"

// each gives a new array of f of every element.
func each[T tensor.Float](x *tensor.Dense[T], f func(T) T) *tensor.Dense[T] {
	y := x.Clone()
	for i, v := range y.Data() {
		y.Data()[i] = f(v)
	}
	return y
}

// chain gives a new array of every gradient times f of the element of x at its
// place: the chain rule where the layer's slope is f.
func chain[T tensor.Float](op string, x, grad *tensor.Dense[T], slope func(T) T) (*tensor.Dense[T], error) {
	if err := sameShape(op, "gradient", grad, x.Shape()); err != nil {
		return nil, err
	}
	back := grad.Clone()
	for i, v := range x.Data() {
		back.Data()[i] *= slope(v)
	}
	return back, nil
}
