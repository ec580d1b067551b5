package viz

import (
	"strconv"

	"convtutor/internal/nn"
	"convtutor/viz/canvas"
)

// NewPoolStack is a pooling layer on an input of (H, W, C), one channel a step:
// each is pooled by itself, and the results are laid one before the other.
func NewPoolStack(in Volume, w nn.Window) (*Stack, error) {
	g, err := nn.NewGeometry(nn.Size{H: in.H, W: in.W}, w, nn.RuleError)
	if err != nil {
		return nil, err
	}
	in.Of = PlaneInput
	out := Volume{H: g.Out.H, W: g.Out.W, C: in.C, Of: PlaneOutput}
	return &Stack{in: in, out: out, kernel: w.Kernel, pools: true}, nil
}

// poolWords says step i of a pooling.
func (s *Stack) poolWords(i int) Words {
	return Words{Key: "pool.stack.step", Args: Args{
		"k": i + 1, "n": s.out.C, "window": area(s.kernel.H, s.kernel.W), "from": area(s.in.H, s.in.W),
		"map": area(s.out.H, s.out.W), "out": s.so(i).Shape(),
	}}
}

// area writes a size as people do: 28×28.
func area(h, w int) string { return strconv.Itoa(h) + "×" + strconv.Itoa(w) }

// drawPool draws the window that one channel is pooled with, from column x on
// around row middle, and gives its columns.
func (s *Stack) drawPool(p canvas.Part, f Frame, x, middle, i int) (columns int) {
	name := f.Say(Words{Key: "pool.stack.channel", Args: Args{"k": i + 1, "n": s.out.C}})
	p.Text(x, middle-2, canvas.RoleInputTitle, name)
	box := canvas.Rect{X: x, Y: middle - 1, W: stackFilterW, H: 2}
	p.Fill(box, canvas.RoleWindow)
	for y := box.Y; y < box.Y+box.H; y++ {
		p.Set(box.X, y, canvas.RoleWindow, "[")
		p.Set(box.X+box.W-1, y, canvas.RoleWindow, "]")
	}
	size := f.Say(Words{Key: "pool.stack.window", Args: Args{"window": area(s.kernel.H, s.kernel.W)}})
	p.Text(x, middle+1, canvas.RoleStrong, size)
	s.drawMarks(p, x, middle+3, i)
	return max(stackFilterW, canvas.Width(name), canvas.Width(size))
}
