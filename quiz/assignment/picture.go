package assignment

import (
	"fmt"
	"math"

	"convtutor/internal/netspec"
	"convtutor/internal/tensor"
)

// Map is one channel made small: row by row, with the smallest and largest
// value of the small picture, for whoever draws it.
type Map struct {
	W, H     int
	Values   []float32
	Min, Max float32
}

// mapWidth is the width of a Map; its height follows the channel's own.
const mapWidth = 64

// small takes a tensor's (C, H, W) shape and makes its channels small.
func small(x array) Layer {
	l := Layer{Shape: netspec.Shape{H: x.Dim(1), W: x.Dim(2), C: x.Dim(0)}}
	plane := l.Shape.H * l.Shape.W
	for c := range l.Shape.C {
		l.Maps = append(l.Maps, shrink(x.Data()[c*plane:(c+1)*plane], l.Shape.H, l.Shape.W))
	}
	return l
}

// shrink averages the cells that fall together; of large pictures it takes a
// sample of them, four by four.
func shrink(plane []float32, h, w int) Map {
	m := Map{W: min(mapWidth, w), H: max(1, min(mapWidth, w)*h/w)}
	m.Values = make([]float32, m.W*m.H)
	m.Min, m.Max = float32(math.Inf(1)), float32(math.Inf(-1))
	for y := range m.H {
		for x := range m.W {
			v := sample(plane, w, y*h/m.H, (y+1)*h/m.H, x*w/m.W, (x+1)*w/m.W)
			m.Values[y*m.W+x] = v
			m.Min, m.Max = min(m.Min, v), max(m.Max, v)
		}
	}
	return m
}

// sample is the mean of at most four by four cells of a block.
func sample(plane []float32, width, top, bottom, left, right int) float32 {
	dy, dx := max(1, (bottom-top)/4), max(1, (right-left)/4)
	sum, n := float32(0), 0
	for y := top; y < bottom; y += dy {
		for x := left; x < right; x += dx {
			sum += plane[y*width+x]
			n++
		}
	}
	return sum / float32(max(n, 1))
}

// inputOf scales a photo (H, W, 3) to the assignment's input (3, H, W), or
// draws one: a disc on a slope of light, so that edges in every direction are
// there to be found.
func inputOf(photo array) (array, error) {
	in := Input()
	x, err := tensor.New[float32](in.C, in.H, in.W)
	if err != nil {
		return nil, err
	}
	if photo == nil {
		draw(x)
		return x, nil
	}
	if photo.Rank() != 3 || photo.Dim(2) != in.C || photo.Len() == 0 {
		return nil, fmt.Errorf("assignment: picture %s is not height x width x %d", photo, in.C)
	}
	scale(x, photo)
	return x, nil
}

// scale takes the nearest pixel.
func scale(x, photo array) {
	in := Input()
	h, w := photo.Dim(0), photo.Dim(1)
	from, to := photo.Data(), x.Data()
	for c := range in.C {
		for y := range in.H {
			row := from[(y*h/in.H)*w*in.C:]
			at := (c*in.H + y) * in.W
			for i := range in.W {
				to[at+i] = row[(i*w/in.W)*in.C+c]
			}
		}
	}
}

func draw(x array) {
	in := Input()
	to := x.Data()
	for y := range in.H {
		for i := range in.W {
			dy, dx := y-in.H/2, i-in.W/2
			inside := dy*dy+dx*dx < in.H*in.H/9
			for c := range in.C {
				v := float32(i*(c+1)+y*(in.C-c)) / float32(in.C*(in.W+in.H))
				if inside {
					v = 1 - v
				}
				to[(c*in.H+y)*in.W+i] = v
			}
		}
	}
}
