package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// Slices shows why a filter is as deep as its input: below each channel of the
// input comes the filter's slice that reads it, one a step; many are cut short.
type Slices struct {
	in     Volume
	kernel nn.Size
	shown  []int // channels that are drawn
	end    Words
}

// slicesWhole is how many channels are shown at most.
const slicesWhole = 6

// NewSlices lays a filter of a size on an input; end is what the last step says.
func NewSlices(in Volume, kernel nn.Size, end Words) *Slices {
	s := &Slices{in: in, kernel: kernel, end: end}
	for c := range in.C {
		if in.C <= slicesWhole || c < sideFirst || c == in.C-1 {
			s.shown = append(s.shown, c)
		}
	}
	return s
}

// Steps is one for the input, one for each slice shown, one for the whole filter.
func (s *Slices) Steps() int { return len(s.shown) + 2 }

// Words says step i.
func (s *Slices) Words(i int) Words {
	args := Args{"shape": s.in.Shape(), "c": s.in.C, "filter": area(s.kernel.H, s.kernel.W)}
	switch {
	case i == 0:
		return Words{Key: "walk.slices.input", Args: args}
	case i > len(s.shown):
		return s.end
	}
	k := s.shown[i-1]
	args["k"] = k + 1
	if i > 1 && k > s.shown[i-2]+1 {
		return Words{Key: "walk.slices.on", Args: args}
	}
	return Words{Key: "walk.slices.one", Args: args}
}

// Rows and columns of a sheet, and of what stands beside it.
const (
	sliceInW, sliceInH = 9, 4
	sliceW, sliceH     = 5, 3
	sliceWide          = 11
)

// MinSize is the least area in which the slices can be told apart.
func (s *Slices) MinSize() (w, h int) {
	n := len(s.shown)
	if n < s.in.C {
		n++
	}
	return max(60, n*sliceWide), sliceInH + sliceH + 6
}

// Draw draws step i.
func (s *Slices) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	x := p.Text(0, 0, canvas.RoleInputTitle, f.Say(Words{Key: "viz.conv.input"})+" ")
	p.Text(x, 0, canvas.RoleStrong, s.in.Shape())
	below := 1 + sliceInH
	if i > 0 && !f.Hide {
		filter := Volume{H: s.kernel.H, W: s.kernel.W, C: s.in.C}
		x = p.Text(0, below, canvas.RoleFilterTitle, f.Say(Words{Key: "walk.slices.filter"})+" ")
		text := area(s.kernel.H, s.kernel.W) + "×?"
		if i > len(s.shown) {
			text = filter.Shape()
		}
		p.Text(x, below, canvas.RoleStrong, text)
	}
	x = 0
	for at, c := range s.shown {
		if at > 0 && c > s.shown[at-1]+1 {
			p.Text(x+sliceWide/2-2, 2, canvas.RoleDim, "…")
			if i > at && !f.Hide {
				p.Text(x+sliceWide/2-2, below+2, canvas.RoleDim, "…")
			}
			x += sliceWide
		}
		s.drawPair(p, x, at, i, f.Hide)
		x += sliceWide
	}
	y := below + sliceH + 2
	if !f.Hide {
		p.Lines(0, y, firstLines(canvas.Wrap(canvas.Markup(f.Say(s.Words(i)), canvas.RoleText), w), h-y))
	}
}

// drawPair draws channel number at of those shown, and its slice below once it
// is there.
func (s *Slices) drawPair(p canvas.Part, x, at, i int, hide bool) {
	now := i == at+1
	ground := canvas.RoleInput
	if now {
		ground = canvas.RoleWindow
	}
	sheet(p, canvas.Rect{X: x, Y: 1, W: sliceInW, H: sliceInH}, canvas.RoleInputTitle, ground)
	number := strconv.Itoa(s.shown[at] + 1)
	p.Text(x+1, 2, ground, number)
	if at >= i || hide {
		return
	}
	ground = canvas.RoleFilter
	if now {
		ground = canvas.RoleFilterNow
	}
	y := 1 + sliceInH + 1
	sheet(p, canvas.Rect{X: x + 2, Y: y, W: sliceW, H: sliceH}, canvas.RoleFilterTitle, ground)
	p.Text(x+3, y+1, ground, number)
	if now {
		p.Set(x, y+1, canvas.RoleFilterMark, "▸")
	}
}
