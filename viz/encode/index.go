package encode

import "convtutor/viz/canvas"

// cube are the six levels of a channel in the 6x6x6 colours 16 to 231.
var cube = [6]int{0, 95, 135, 175, 215, 255}

// nearest256 is the one of the colours 16 to 255 that is nearest in red, green
// and blue. (Distances by hue turn dark greys into loud teal and red.)
func nearest256(c canvas.RGB) uint8 {
	r8, g8, b8 := c.Parts()
	r, g, b := int(r8), int(g8), int(b8)
	ri, gi, bi := nearestLevel(r), nearestLevel(g), nearestLevel(b)
	inCube := square(r-cube[ri]) + square(g-cube[gi]) + square(b-cube[bi])

	// The greys 232 to 255 are 8, 18, … 238; the mean is nearest to the three.
	step := max(0, min(23, ((r+g+b)/3-8+5)/10))
	grey := 8 + 10*step
	if square(r-grey)+square(g-grey)+square(b-grey) <= inCube {
		return uint8(232 + step)
	}
	return uint8(16 + 36*ri + 6*gi + bi)
}

func nearestLevel(v int) int {
	best := 0
	for i, l := range cube {
		if square(v-l) < square(v-cube[best]) {
			best = i
		}
	}
	return best
}

func square(d int) int { return d * d }
