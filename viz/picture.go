package viz

import (
	"image"
	"image/color"

	"convtutor/internal/tensor"
	"convtutor/viz/canvas"
)

// Picture is a photo as numbers: rows of pixels, each 0 to 255 a channel.
type Picture struct {
	W, H   int
	Grey   bool         // one channel
	pixels []canvas.RGB // row by row
}

// NewPicture reads an image's pixels; what is transparent stands on white.
func NewPicture(img image.Image) *Picture {
	b := img.Bounds()
	p := &Picture{W: b.Dx(), H: b.Dy(), pixels: make([]canvas.RGB, 0, b.Dx()*b.Dy())}
	_, p.Grey = img.(*image.Gray)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			p.pixels = append(p.pixels, canvas.Color(onWhite(c.R, c.A), onWhite(c.G, c.A), onWhite(c.B, c.A)))
		}
	}
	return p
}

func onWhite(v, alpha uint8) uint8 {
	return uint8((int(v)*int(alpha) + 255*(255-int(alpha)) + 127) / 255)
}

// At is the colour of the pixel in row y, column x.
func (p *Picture) At(y, x int) canvas.RGB { return p.pixels[y*p.W+x] }

// GreyAt is how light a pixel is, 0 to 255: its own value in a grey picture,
// else red, green and blue weighed as the eye does (ITU-R BT.601), rounded.
func (p *Picture) GreyAt(y, x int) int {
	r, g, b := p.At(y, x).Parts()
	return (299*int(r) + 587*int(g) + 114*int(b) + 500) / 1000
}

// Greys is the picture in grey as (1, 1, H, W), the shape that the engine takes.
func (p *Picture) Greys() (*tensor.Dense[float64], error) {
	data := make([]float64, 0, p.W*p.H)
	for y := range p.H {
		for x := range p.W {
			data = append(data, float64(p.GreyAt(y, x)))
		}
	}
	return tensor.From(data, 1, 1, p.H, p.W)
}

// sample is the mean colour of an area that lies inside of the picture.
func (p *Picture) sample(r image.Rectangle) canvas.RGB {
	var red, green, blue, n int
	eachSample(r, func(x, y int) {
		r, g, b := p.At(y, x).Parts()
		red, green, blue, n = red+int(r), green+int(g), blue+int(b), n+1
	})
	return canvas.Color(uint8(red/n), uint8(green/n), uint8(blue/n))
}

// meaning of a photo's pixels: they are what they look like.
func (p *Picture) meaning(image.Rectangle) canvas.Role { return canvas.RoleNone }

// raster is something with a colour, and a meaning, for each area of itself.
type raster interface {
	sample(r image.Rectangle) canvas.RGB
	meaning(r image.Rectangle) canvas.Role
}

// maxSamples bounds the pixels looked at for one pixel drawn, on each axis.
const maxSamples = 4

// eachSample visits pixels spread evenly over an area, all of a small one.
func eachSample(r image.Rectangle, visit func(x, y int)) {
	dx, dy := max(1, r.Dx()/maxSamples), max(1, r.Dy()/maxSamples)
	for y := r.Min.Y; y < r.Max.Y; y += dy {
		for x := r.Min.X; x < r.Max.X; x += dx {
			visit(x, y)
		}
	}
}

// fitted is the largest area of half blocks, at most w columns by h rows, in
// which a region keeps its proportions (a half block is about square).
func fitted(region image.Rectangle, w, h int) (columns, rows int) {
	rw, rh := region.Dx(), region.Dy()
	columns, rows = w, max(1, (rh*w/rw+1)/2)
	if rows > h {
		columns, rows = max(1, min(w, rw*2*h/rh)), h
	}
	return columns, rows
}

// drawRaster draws a region of a raster in half blocks on at; only the rows of
// the region above limit are there yet.
func drawRaster(p canvas.Part, at canvas.Rect, r raster, region image.Rectangle, limit int) {
	for row := range at.H {
		for col := range at.W {
			upper, lower := pixelBox(at, region, col, 2*row), pixelBox(at, region, col, 2*row+1)
			if upper.Min.Y >= limit {
				p.Fill(canvas.Rect{X: at.X + col, Y: at.Y + row, W: 1, H: 1}, canvas.RoleOutputLater)
				continue
			}
			if lower.Min.Y >= limit {
				lower = upper
			}
			upper.Max.Y, lower.Max.Y = min(upper.Max.Y, limit), min(lower.Max.Y, limit)
			p.PixelOf(r.meaning(upper.Union(lower)), at.X+col, at.Y+row, r.sample(upper), r.sample(lower))
		}
	}
}

// pixelBox is the part of a region that is seen in one half block, counted from
// the top left of at.
func pixelBox(at canvas.Rect, region image.Rectangle, col, half int) image.Rectangle {
	box := image.Rect(
		region.Min.X+col*region.Dx()/at.W, region.Min.Y+half*region.Dy()/(2*at.H),
		region.Min.X+(col+1)*region.Dx()/at.W, region.Min.Y+(half+1)*region.Dy()/(2*at.H),
	)
	box.Max.X, box.Max.Y = max(box.Max.X, box.Min.X+1), max(box.Max.Y, box.Min.Y+1)
	return box
}

// Placed is a picture that stands in an area, for terminals that can show real
// pixels there instead of half blocks.
type Placed struct {
	At    canvas.Rect // on the grid
	Image image.Image
}

// Pictured is an animation whose steps hold pictures.
type Pictured interface {
	// Pictures gives the pictures of step i when drawn in area.
	Pictures(i int, area canvas.Rect) []Placed
}

// imageOf renders a region of a raster, pixel by pixel; rows from limit on are
// transparent.
func imageOf(r raster, region image.Rectangle, limit int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, region.Dx(), region.Dy()))
	for y := range min(region.Dy(), limit-region.Min.Y) {
		for x := range region.Dx() {
			at := region.Min.Add(image.Pt(x, y))
			red, green, blue := r.sample(image.Rectangle{Min: at, Max: at.Add(image.Pt(1, 1))}).Parts()
			img.SetNRGBA(x, y, color.NRGBA{red, green, blue, 255})
		}
	}
	return img
}
