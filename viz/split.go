package viz

import (
	"strconv"

	"convtutor/viz/canvas"
)

// Split is a photo taken apart into its channels, and put together again of
// those that are switched on.
type Split struct {
	photo *Picture
	on    [3]bool
	at    Cursor
}

// NewSplit is a photo with all of its channels on.
func NewSplit(p *Picture) *Split {
	return &Split{photo: p, on: [3]bool{true, true, true}, at: p.middle()}
}

// planeNames name the channels of a colour picture, in their order.
var planeNames = [3]string{"red", "green", "blue"}

// Channels is how many channels the photo has.
func (s *Split) Channels() int {
	if s.photo.Grey {
		return 1
	}
	return 3
}

// Dials are the switches of the channels, which a grey photo has not, and the
// pixel pointed at.
func (s *Split) Dials() []Dial {
	var dials []Dial
	if !s.photo.Grey {
		for c, name := range planeNames {
			dials = append(dials, onOff(name, strconv.Itoa(c+1), s.on[c]))
		}
	}
	return append(dials, s.at.Dials()...)
}

// Turned implements Scene.
func (s *Split) Turned(dial string, value float64) Scene {
	n := *s
	n.at = s.at.Turned(dial, value)
	for c, name := range planeNames {
		if name == dial {
			n.on[c] = value != 0
		}
	}
	return &n
}

// Channel is the number of a channel in row y, column x: 0 where it is off.
func (s *Split) Channel(c, y, x int) uint8 {
	r, g, b := s.photo.At(y, x).Parts()
	if !s.on[c] {
		return 0
	}
	return [3]uint8{r, g, b}[c]
}

// Joined is the colour of a pixel put together again.
func (s *Split) Joined(y, x int) canvas.RGB {
	return canvas.Color(s.Channel(0, y, x), s.Channel(1, y, x), s.Channel(2, y, x))
}

// plane is one channel as a picture in grey, or all of them joined (-1).
func (s *Split) plane(c int) *Picture {
	p := &Picture{W: s.photo.W, H: s.photo.H, pixels: make([]canvas.RGB, 0, s.photo.W*s.photo.H)}
	for y := range p.H {
		for x := range p.W {
			if c < 0 {
				p.pixels = append(p.pixels, s.Joined(y, x))
				continue
			}
			v := s.Channel(c, y, x)
			p.pixels = append(p.pixels, canvas.Color(v, v, v))
		}
	}
	return p
}

// Caption implements Captioned.
func (s *Split) Caption() []Words { return s.Words() }

// Words implements Scene.
func (s *Split) Words() []Words {
	args := Args{
		"row": s.at.Y + 1, "column": s.at.X + 1, "h": s.photo.H, "w": s.photo.W, "c": s.Channels(),
		"r": s.Channel(0, s.at.Y, s.at.X), "g": s.Channel(1, s.at.Y, s.at.X), "b": s.Channel(2, s.at.Y, s.at.X),
	}
	if s.photo.Grey {
		return []Words{{Key: "split.pixel-grey", Args: args}}
	}
	return []Words{{Key: "split.pixel", Args: args}}
}

// MinSize implements Scene.
func (s *Split) MinSize() (w, h int) { return 60, 8 }

// splitGap is the columns between two pictures.
const splitGap = 3

// places are the areas of the photo joined and of its channels.
func (s *Split) places(area canvas.Rect) []canvas.Rect {
	n := 1 + s.Channels()
	columns, rows := fitted(s.photo.bounds(), (area.W-splitGap*3)/4, area.H-2)
	list := make([]canvas.Rect, n)
	for i := range list {
		list[i] = canvas.Rect{X: i * (columns + splitGap), Y: 1, W: columns, H: rows}
	}
	return list
}

// Shown implements Shown.
func (s *Split) Shown(area canvas.Rect, _ bool) []Placed {
	var list []Placed
	for i, at := range s.places(area) {
		at.X, at.Y = at.X+area.X, at.Y+area.Y
		p := s.plane(i - 1)
		list = append(list, Placed{at, crossed(imageOf(p, p.bounds(), p.H), s.at)})
	}
	return list
}

// Draw implements Scene: the photo joined, then each of its channels, and
// under each the number of the pixel pointed at.
func (s *Split) Draw(f Frame, _ string) {
	p := f.Grid.Part(f.Area)
	for i, at := range s.places(f.Area) {
		plane := s.plane(i - 1)
		drawRaster(p, at, plane, plane.bounds(), plane.H)
		drawCross(p, at, plane, s.at)
		head := p.Part(canvas.Rect{X: at.X, W: at.W + splitGap - 1, H: 1})
		foot := p.Part(canvas.Rect{X: at.X, Y: at.Y + at.H, W: at.W + splitGap - 1, H: 1})
		around := canvas.Rect{X: at.X, Y: at.Y + at.H + 2, W: at.W, H: splitAround}
		if around.Y+around.H > f.Area.H {
			around.Y-- // right below
		}
		if around.Y+around.H <= f.Area.H {
			s.drawAround(p.Part(around), i-1)
		}
		if i == 0 {
			x := head.Text(0, 0, canvas.RoleOutputTitle, f.Say(Words{Key: "split.joined"}))
			head.Text(x+1, 0, canvas.RoleDim, "×"+strconv.Itoa(s.Channels()))
			drawSwatch(foot, s.Joined(s.at.Y, s.at.X))
			continue
		}
		s.drawChannel(head, foot, i-1, f.Say)
	}
}

// splitAround is how many rows, and columns, of numbers around the pixel pointed
// at stand below a picture where there is room.
const splitAround = 3

// drawAround writes the numbers of a channel around the pixel pointed at, in its
// greys; joined (-1), the pixels' colours.
func (s *Split) drawAround(p canvas.Part, c int) {
	const wide = 5
	plane := s.plane(c)
	top := max(0, min(s.at.Y-1, plane.H-splitAround))
	left := max(0, min(s.at.X-1, plane.W-splitAround))
	for y := range min(splitAround, plane.H) {
		for x := range min(splitAround, plane.W) {
			box := canvas.Rect{X: x * wide, Y: y, W: wide, H: 1}
			colour := plane.At(top+y, left+x)
			p.Fill(box, canvas.RoleInput)
			if c >= 0 {
				p.TextRight(box.X+wide-1, box.Y, canvas.RoleInput, strconv.Itoa(int(s.Channel(c, top+y, left+x))))
			}
			if top+y == s.at.Y && left+x == s.at.X {
				p.Set(box.X, box.Y, canvas.RoleInput, "▌")
				p.Set(box.X+wide-1, box.Y, canvas.RoleInput, "▐")
			}
			p.Paint(box, canvas.Readable(colour), colour)
		}
	}
}

// drawSwatch draws a colour as a little area.
func drawSwatch(p canvas.Part, c canvas.RGB) {
	p.Fill(canvas.Rect{W: 6, H: 1}, canvas.RoleInput)
	p.Paint(canvas.Rect{W: 6, H: 1}, canvas.Readable(c), c)
}

// drawChannel writes a channel's name, whether it is on, and its number.
func (s *Split) drawChannel(head, foot canvas.Part, c int, say Say) {
	if s.photo.Grey {
		head.Text(0, 0, canvas.RoleInputTitle, say(Words{Key: "split.grey"}))
	} else {
		mark, role := "● ", canvas.RoleInputTitle
		if !s.on[c] {
			mark, role = "○ ", canvas.RoleDim
		}
		head.Text(0, 0, role, mark+say(Words{Key: "dial." + planeNames[c]}))
	}
	foot.Text(0, 0, canvas.RoleText, strconv.Itoa(int(s.Channel(c, s.at.Y, s.at.X))))
}
