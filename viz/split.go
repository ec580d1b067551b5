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
	y, x  int
}

// NewSplit is a photo with all of its channels on.
func NewSplit(p *Picture) *Split {
	return &Split{photo: p, on: [3]bool{true, true, true}, y: p.H / 2, x: p.W / 2}
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

// Dials are the switches of the channels; a grey photo has none.
func (s *Split) Dials() []Dial {
	if s.photo.Grey {
		return nil
	}
	var dials []Dial
	for c, name := range planeNames {
		dials = append(dials, onOff(name, strconv.Itoa(c+1), s.on[c]))
	}
	return dials
}

// Turned implements Exhibit.
func (s *Split) Turned(name string, value float64) Exhibit {
	n := *s
	for c, known := range planeNames {
		if known == name {
			n.on[c] = value != 0
		}
	}
	return &n
}

// Cursor implements Pointed.
func (s *Split) Cursor() (y, x int) { return s.y, s.x }

// PointedAt implements Pointed.
func (s *Split) PointedAt(y, x int) Exhibit {
	n := *s
	n.y, n.x = s.photo.within(y, x)
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

// Words implements Exhibit.
func (s *Split) Words() []Words {
	args := Args{
		"row": s.y + 1, "column": s.x + 1, "h": s.photo.H, "w": s.photo.W, "c": s.Channels(),
		"r": s.Channel(0, s.y, s.x), "g": s.Channel(1, s.y, s.x), "b": s.Channel(2, s.y, s.x),
	}
	if s.photo.Grey {
		return []Words{{Key: "split.pixel-grey", Args: args}}
	}
	return []Words{{Key: "split.pixel", Args: args}}
}

// MinSize implements Exhibit.
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
		list = append(list, Placed{at, crossed(imageOf(p, p.bounds(), p.H), s.y, s.x)})
	}
	return list
}

// Draw implements Exhibit: the photo joined, then each of its channels, and
// under each the number of the pixel pointed at.
func (s *Split) Draw(f Frame) {
	p := f.Grid.Part(f.Area)
	for i, at := range s.places(f.Area) {
		plane := s.plane(i - 1)
		drawRaster(p, at, plane, plane.bounds(), plane.H)
		drawCross(p, at, plane, s.y, s.x)
		head := p.Part(canvas.Rect{X: at.X, W: at.W + splitGap - 1, H: 1})
		foot := p.Part(canvas.Rect{X: at.X, Y: at.Y + at.H, W: at.W + splitGap - 1, H: 1})
		if i == 0 {
			x := head.Text(0, 0, canvas.RoleOutputTitle, f.Say(Words{Key: "split.joined"}))
			head.Text(x+1, 0, canvas.RoleDim, "×"+strconv.Itoa(s.Channels()))
			drawSwatch(foot, s.Joined(s.y, s.x))
			continue
		}
		s.drawChannel(head, foot, i-1, f.Say)
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
	foot.Text(0, 0, canvas.RoleText, strconv.Itoa(int(s.Channel(c, s.y, s.x))))
}
