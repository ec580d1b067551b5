package viz

import (
	"fmt"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// Stack is the animation of a layer's filters, one step each: a filter reads
// the whole depth of the input and makes one map, and the maps are laid one
// before the other.
type Stack struct {
	in, out Volume
	kernel  nn.Size
	pools   bool // each step pools a channel by itself: there is no filter
	// told says that a filter's depth is known while the output is asked for,
	// untold that what comes out is asked for elsewhere.
	told, untold bool
}

// NewStack is a layer of count filters on an input of (H, W, C), with stride 1
// and no padding.
func NewStack(in Volume, kernel nn.Size, count int) (*Stack, error) {
	g, err := nn.NewGeometry(nn.Size{H: in.H, W: in.W}, nn.Window{Kernel: kernel}, nn.RuleError)
	if err != nil {
		return nil, err
	}
	if count < 1 || in.C < 1 {
		return nil, fmt.Errorf("conv2d: %d filters on %d channels", count, in.C)
	}
	in.Of = PlaneInput
	return &Stack{in: in, out: Volume{H: g.Out.H, W: g.Out.W, C: count, Of: PlaneOutput}, kernel: kernel}, nil
}

// NewStackOf is a layer of filters that makes out of in, with any stride and
// padding.
func NewStackOf(in, out Volume, kernel nn.Size) *Stack {
	in.Of, out.Of = PlaneInput, PlaneOutput
	return &Stack{in: in, out: out, kernel: kernel}
}

// Told shows a filter's depth even while the output is asked for.
func (s *Stack) Told() *Stack {
	told := *s
	told.told = true
	return &told
}

// Untold shows one filter alone, and keeps secret what comes out of them.
func (s *Stack) Untold() *Stack {
	untold := *s
	untold.untold = true
	return &untold
}

// In and Out are what goes in and what comes out.
func (s *Stack) In() Volume { return s.in }

// Out is what comes out of all filters.
func (s *Stack) Out() Volume { return s.out }

// Filter is one filter: as deep as the input.
func (s *Stack) Filter() Volume {
	return Volume{H: s.kernel.H, W: s.kernel.W, C: s.in.C, Of: PlaneFilter}
}

// Steps is the number of filters that are shown.
func (s *Stack) Steps() int {
	if s.untold {
		return 1
	}
	return s.out.C
}

// so is the output after step i.
func (s *Stack) so(i int) Volume {
	v := s.out
	v.C, v.Now = i+1, true
	return v
}

// Words says step i.
func (s *Stack) Words(i int) Words {
	if s.pools {
		return s.poolWords(i)
	}
	key := "filters.stack.step"
	if s.untold {
		key = "filters.stack.untold"
	}
	return Words{Key: key, Args: Args{
		"k": i + 1, "n": s.out.C, "filter": s.Filter().Shape(), "channels": s.in.C,
		"map": strconv.Itoa(s.out.H) + "×" + strconv.Itoa(s.out.W), "out": s.so(i).Shape(),
	}}
}

// MinSize is the least area in which a step can be followed.
func (s *Stack) MinSize() (w, h int) { return 60, 12 }

// Sheets of the three volumes, in columns and rows.
const (
	stackInW, stackInH         = 16, 7
	stackFilterW, stackFilterH = 7, 3
	stackOutW, stackOutH       = 14, 6
)

// Draw draws step i.
func (s *Stack) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	more := min(max(0, h-16), 4) // rows that sheets may be higher
	inW, inH, outW, outH := stackInW+2*more, stackInH+more, stackOutW+2*more, stackOutH+more
	gap := max(3, (w-inW-outW-stackFilterW-16)/4)
	out := s.so(i)
	if f.Hide || s.untold {
		out.C, i = 0, 0
	}
	full, _ := s.in.Size(inW, inH)
	foot := 1 + s.in.slant() + inH + 1
	drawVolume(p, f, s.in, Words{Key: "viz.conv.input"}, 0, foot, inW, inH)
	s.drawWindow(p, s.in.Front(0, foot-1-inH-s.in.slant(), inW, inH))
	x := full + gap
	middle := foot - inH/2 - 1
	p.Set(x-gap/2-1, middle, canvas.RoleDim, "→")
	x += s.drawTool(p, f, x, middle, i) + gap
	p.Set(x-gap/2-1, middle, canvas.RoleDim, "→")
	drawVolume(p, f, out, Words{Key: "filters.output"}, x, foot, outW, outH)
	if f.Hide {
		return
	}
	p.Lines(0, foot+2, canvas.Wrap(canvas.Markup(f.Say(s.Words(i)), canvas.RoleText), w))
}

// drawTool draws what makes map i, from column x on around row middle, and
// gives its columns.
func (s *Stack) drawTool(p canvas.Part, f Frame, x, middle, i int) (columns int) {
	if s.pools {
		return s.drawPool(p, f, x, middle, i)
	}
	filter := s.Filter()
	if f.Hide && !s.told {
		filter.C = 0
	}
	name := Words{Key: "filters.filter", Args: Args{"k": i + 1, "n": s.out.C}}
	drawVolume(p, f, filter, name, x, middle+2, stackFilterW, stackFilterH)
	s.drawMarks(p, x, middle+4, i)
	wide, _ := filter.Size(stackFilterW, stackFilterH)
	return max(wide, canvas.Width(f.Say(name)))
}

// drawVolume draws a volume with its title above and its shape below, in row
// foot.
func drawVolume(p canvas.Part, f Frame, v Volume, title Words, x, foot, w, h int) {
	_, rows := v.Size(w, h)
	v.Draw(p, x, foot-rows, w, h)
	p.Text(x, foot-rows-1, volumeRoles[v.Of][0], f.Say(title))
	shape := v.Shape()
	if v.C == 0 { // not told yet
		shape = "?"
	}
	p.Text(x, foot, canvas.RoleStrong, shape)
}

// drawWindow marks on the input's front sheet how much of it a filter covers.
func (s *Stack) drawWindow(p canvas.Part, front canvas.Rect) {
	w, h := max(2, front.W*s.kernel.W/s.in.W), max(1, front.H*s.kernel.H/s.in.H)
	box := canvas.Rect{X: front.X + 1, Y: front.Y, W: w + 1, H: h}
	p.Fill(box, canvas.RoleWindow)
	for y := box.Y; y < box.Y+box.H; y++ {
		p.Set(box.X, y, canvas.RoleWindow, "[")
		p.Set(box.X+box.W-1, y, canvas.RoleWindow, "]")
	}
}

// drawMarks draws a mark for each filter: done, current, to come.
func (s *Stack) drawMarks(p canvas.Part, x, y, i int) {
	row := s.out.C // marks in a row
	if row > 6 {
		row = 5
	}
	for k := range min(s.out.C, maxSheets) {
		role, mark := canvas.RoleFilter, "■"
		switch {
		case k == i:
			role = canvas.RoleFilterNow
		case k > i:
			role, mark = canvas.RoleFaint, "□"
		}
		p.Set(x+2*(k%row), y+k/row, role, mark)
	}
}
