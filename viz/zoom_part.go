package viz

import "image"

// Square is the part of the photo that would be taken at step i as n×n numbers:
// of the corners marked the middle, or n×n pixels where there are not more.
func (z *Zoom) Square(i, n int) image.Rectangle {
	next := z.region(i + 1)
	side := max(n, min(next.Dx(), next.Dy()))
	if i+1 >= z.steps-1 {
		side = n
	}
	side = min(side, z.photo.W, z.photo.H)
	return z.around(side, side)
}

// Numbers are the part of Square as n×n numbers, 0 to 255, a plane for each
// channel: one of greys, or three of red, green and blue. Where the part is
// larger, a number is the mean of the pixels that it stands for.
func (z *Zoom) Numbers(i, n, channels int) [][][]float64 {
	part := z.Square(i, n)
	planes := make([][][]float64, channels)
	for c := range planes {
		planes[c] = make([][]float64, n)
		for y := range n {
			planes[c][y] = make([]float64, n)
			for x := range n {
				planes[c][y][x] = z.number(pixelSquare(part, n, x, y), c, channels)
			}
		}
	}
	return planes
}

// pixelSquare is what number (x, y) of n×n stands for in a part.
func pixelSquare(part image.Rectangle, n, x, y int) image.Rectangle {
	box := image.Rect(
		part.Min.X+x*part.Dx()/n, part.Min.Y+y*part.Dy()/n,
		part.Min.X+(x+1)*part.Dx()/n, part.Min.Y+(y+1)*part.Dy()/n,
	)
	box.Max.X, box.Max.Y = max(box.Max.X, box.Min.X+1), max(box.Max.Y, box.Min.Y+1)
	return box
}

// number is a channel of the mean colour of some pixels; of one channel alone,
// how light they are (ITU-R BT.601).
func (z *Zoom) number(box image.Rectangle, channel, channels int) float64 {
	r, g, b := z.photo.sample(box).Parts()
	if channels == 1 {
		return float64((299*int(r) + 587*int(g) + 114*int(b) + 500) / 1000)
	}
	return float64([]uint8{r, g, b}[channel%3])
}
