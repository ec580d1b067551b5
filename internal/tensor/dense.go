// Package tensor holds dense arrays: a shape and its numbers, row by row. Its
// one rule: a shape that was accepted is one whose elements can be counted,
// allocated and indexed without overflow.
//
// Layouts are named by their axes, slowest first: (H, W, C) is one picture in
// the lecture's order, (C, H, W) the same with each channel in one piece,
// (N, C, H, W) several of them, (K, C, FH, FW) the filters of a convolution.
package tensor

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// MaxElements bounds the elements of one array, 2^27 = 134,217,728: enough for
// VGG-16's first fully connected layer (102,760,448 weights), 1 GiB of float64.
const MaxElements = 1 << 27

// Float is what an array is made of.
type Float interface{ float32 | float64 }

// Dense is an array of one or more axes, each at least 1 long. The last axis
// varies fastest.
type Dense[T Float] struct {
	shape []int
	data  []T
}

// New makes an array of zeros.
func New[T Float](shape ...int) (*Dense[T], error) {
	n, err := Elements(shape...)
	if err != nil {
		return nil, err
	}
	return &Dense[T]{slices.Clone(shape), make([]T, n)}, nil
}

// From makes an array of the given numbers, which it keeps without copying.
func From[T Float](data []T, shape ...int) (*Dense[T], error) {
	n, err := Elements(shape...)
	if err != nil {
		return nil, err
	}
	if n != len(data) {
		return nil, fmt.Errorf("shape %s needs %d numbers, got %d", Format(shape), n, len(data))
	}
	return &Dense[T]{slices.Clone(shape), data}, nil
}

// FromPlanes makes a volume (H, W, C) of C planes, each H rows of W numbers. The
// error says that they are not all of one size.
func FromPlanes[P ~[][]float64](planes []P) (*Dense[float64], error) {
	if len(planes) == 0 || len(planes[0]) == 0 {
		return nil, errors.New("tensor: no planes to make a volume of")
	}
	h, w, c := len(planes[0]), len(planes[0][0]), len(planes)
	data := make([]float64, h*w*c)
	for i, plane := range planes {
		if len(plane) != h {
			return nil, fmt.Errorf("tensor: plane %d has %d rows, the first has %d", i+1, len(plane), h)
		}
		for y, row := range plane {
			if len(row) != w {
				return nil, fmt.Errorf("tensor: row %d of plane %d has %d numbers, the first has %d", y+1, i+1, len(row), w)
			}
			for x, v := range row {
				data[(y*w+x)*c+i] = v
			}
		}
	}
	return From(data, h, w, c)
}

// Elements is the product of a shape's sides, or an error where a side is
// smaller than 1 or the product larger than MaxElements.
func Elements(shape ...int) (int, error) {
	if len(shape) == 0 {
		return 0, fmt.Errorf("a shape needs at least one side")
	}
	n := 1
	for _, side := range shape {
		if side < 1 {
			return 0, fmt.Errorf("shape %s has a side smaller than 1", Format(shape))
		}
		if side > MaxElements/n {
			return 0, fmt.Errorf("shape %s has more than %d elements", Format(shape), MaxElements)
		}
		n *= side
	}
	return n, nil
}

// Format writes a shape as its sides: "720x1280x3".
func Format(shape []int) string {
	sides := make([]string, len(shape))
	for i, side := range shape {
		sides[i] = fmt.Sprint(side)
	}
	return strings.Join(sides, "x")
}

// Shape is a copy of the sides.
func (d *Dense[T]) Shape() []int { return slices.Clone(d.shape) }

// Rank is the number of axes.
func (d *Dense[T]) Rank() int { return len(d.shape) }

// Dim is the length of an axis, counted from 0, or from the end with -1 the
// last one.
func (d *Dense[T]) Dim(axis int) int {
	if axis < 0 {
		axis += len(d.shape)
	}
	return d.shape[axis]
}

// Len is the number of elements.
func (d *Dense[T]) Len() int { return len(d.data) }

// Data is the elements themselves, not a copy, the last axis fastest.
func (d *Dense[T]) Data() []T { return d.data }

// String names the shape, for errors: "1x3x5x5".
func (d *Dense[T]) String() string { return Format(d.shape) }

// Index is the place in Data of the element at the given position. Like the
// index of a slice, a position outside of the shape is a mistake of the program
// and panics.
func (d *Dense[T]) Index(at ...int) int {
	if len(at) != len(d.shape) {
		panic(fmt.Sprintf("tensor: %d indices for shape %s", len(at), d))
	}
	n := 0
	for axis, i := range at {
		if i < 0 || i >= d.shape[axis] {
			panic(fmt.Sprintf("tensor: index %v outside of shape %s", at, d))
		}
		n = n*d.shape[axis] + i
	}
	return n
}

// At is the element at a position; see Index.
func (d *Dense[T]) At(at ...int) T { return d.data[d.Index(at...)] }

// Set changes the element at a position; see Index.
func (d *Dense[T]) Set(v T, at ...int) { d.data[d.Index(at...)] = v }

// Clone is a copy that shares nothing.
func (d *Dense[T]) Clone() *Dense[T] { return &Dense[T]{slices.Clone(d.shape), slices.Clone(d.data)} }

// Reshape is the same elements, shared, under another shape of equal size.
func (d *Dense[T]) Reshape(shape ...int) (*Dense[T], error) {
	n, err := Elements(shape...)
	if err != nil {
		return nil, err
	}
	if n != len(d.data) {
		return nil, fmt.Errorf("cannot reshape %s (%d numbers) to %s (%d)", d, len(d.data), Format(shape), n)
	}
	return &Dense[T]{slices.Clone(shape), d.data}, nil
}
