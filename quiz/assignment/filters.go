package assignment

import "convtutor/internal/tensor"

// filters gives the first n filters (n, depth, side, side): well known ones
// where the side is 3, the same for every channel and divided by the depth, so
// that there is something to see; of 1x1 ones each favours a channel of its own.
func filters(n, depth, side int) (array, error) {
	f, err := tensor.New[float32](n, depth, side, side)
	if err != nil {
		return nil, err
	}
	known := known3x3()
	cells := side * side
	for i := range n {
		for c := range depth {
			for j := range cells {
				v := float32(0.1)
				if side == 3 {
					v = known[i%len(known)][j]
				} else if c%n == i {
					v = 1
				}
				f.Data()[(i*depth+c)*cells+j] = v / float32(depth)
			}
		}
	}
	return f, nil
}

// known3x3 are filters of image processing, row by row: edges in four
// directions, outline, sharpen, blur, emboss, and two second derivatives.
func known3x3() [][9]float32 {
	return [][9]float32{
		{-1, -2, -1, 0, 0, 0, 1, 2, 1},
		{-1, 0, 1, -2, 0, 2, -1, 0, 1},
		{0, 1, 2, -1, 0, 1, -2, -1, 0},
		{-2, -1, 0, -1, 0, 1, 0, 1, 2},
		{-1, -1, -1, -1, 8, -1, -1, -1, -1},
		{0, -1, 0, -1, 5, -1, 0, -1, 0},
		{1. / 9, 1. / 9, 1. / 9, 1. / 9, 1. / 9, 1. / 9, 1. / 9, 1. / 9, 1. / 9},
		{-2, -1, 0, -1, 1, 1, 0, 1, 2},
		{1, -2, 1, 2, -4, 2, 1, -2, 1},
		{1, 2, 1, -2, -4, -2, 1, 2, 1},
	}
}
