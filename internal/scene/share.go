package scene

import (
	"convtutor/internal/nn"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Share shows which input cells meet which weights: for a weight of the filter
// all places where it is used, or for an output cell all inputs that it sees,
// in a convolution and in a fully connected layer of the same sizes.
type Share struct {
	geometry nn.Geometry
	byCell   bool
	at       viz.Cursor // the weight, or the output cell
	full     int        // 1: the layer is fully connected
}

// NewShare is a filter on an input of one channel, with stride 1 and no
// padding. byCell chooses output cells, else weights.
func NewShare(in, kernel nn.Size, byCell bool) (*Share, error) {
	g, err := nn.NewGeometry(in, nn.Window{Kernel: kernel}, nn.RuleError)
	if err != nil {
		return nil, err
	}
	plane := kernel
	if byCell {
		plane = g.Out
	}
	return &Share{geometry: g, byCell: byCell, at: viz.Cursor{H: plane.H, W: plane.W}}, nil
}

// Dials implements viz.Scene.
func (s *Share) Dials() []viz.Dial {
	if !s.byCell {
		return s.at.Dials()
	}
	return append(s.at.Dials(), two("layer", "why.layer", s.full, "why.conv", "why.full"))
}

// Turned implements viz.Scene.
func (s *Share) Turned(dial string, value float64) viz.Scene {
	n := *s
	if n.at = s.at.Turned(dial, value); dial == "layer" {
		n.full = int(value)
	}
	return &n
}

// here says that the cursor stands in a cell.
func (s *Share) here(row, col int) bool { return s.at.Y == row && s.at.X == col }

// Lit are the input cells that the weight at hand is laid on, or that the
// output cell at hand sees.
func (s *Share) Lit() map[nn.Point]bool {
	lit := map[nn.Point]bool{}
	g := s.geometry
	for y := range g.Out.H {
		for x := range g.Out.W {
			for tap := range g.Taps(y, x) {
				if s.byCell && s.here(y, x) || !s.byCell && s.here(tap.Filter.Y, tap.Filter.X) {
					lit[tap.Input] = true
				}
			}
		}
	}
	if s.full == 1 {
		for i := range g.In.H * g.In.W {
			lit[nn.Point{Y: i / g.In.W, X: i % g.In.W}] = true
		}
	}
	return lit
}

// Words implements viz.Scene.
func (s *Share) Words() []viz.Words {
	g := s.geometry
	args := viz.Args{
		"row": s.at.Y + 1, "column": s.at.X + 1, "n": len(s.Lit()), "inputs": g.In.H * g.In.W, "outputs": g.Out.H * g.Out.W,
		"weights": g.Window.Kernel.H * g.Window.Kernel.W, "all": g.In.H * g.In.W * g.Out.H * g.Out.W,
	}
	switch {
	case !s.byCell:
		return []viz.Words{{Key: "why.share.weight", Args: args}, {Key: "why.share.full", Args: args}}
	case s.full == 1:
		return []viz.Words{{Key: "why.sees.full", Args: args}}
	}
	return []viz.Words{{Key: "why.sees.conv", Args: args}}
}

// MinSize implements viz.Scene.
func (s *Share) MinSize() (w, h int) { return 58, 11 }

// Draw implements viz.Scene.
func (s *Share) Draw(f viz.Frame, _ string) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	g, lit := s.geometry, s.Lit()
	high, wide := 1, 3
	if 2*g.In.H+6 <= h { // four lines of words stand below
		high = 2
	}
	for n := g.In.W + g.Window.Kernel.W + g.Out.W; wide < 6 && n*(wide+1)+16 <= w; wide++ {
	}
	in := grid{0, 0, g.In.H, g.In.W, wide, high}
	filter := grid{in.right() + 5, 0, g.Window.Kernel.H, g.Window.Kernel.W, wide, high}
	out := grid{max(filter.right(), filter.x+10) + 5, 0, g.Out.H, g.Out.W, wide, high}
	in.draw(p, f.Say(viz.Words{Key: "viz.conv.input"}), canvas.RoleInputTitle, func(row, col int) look {
		if lit[nn.Point{Y: row, X: col}] {
			return look{role: canvas.RoleWindow, sign: "●"}
		}
		return look{role: canvas.RoleInput, sign: "·"}
	})
	s.drawFilter(p, f, filter)
	out.draw(p, f.Say(viz.Words{Key: "viz.conv.output"}), canvas.RoleOutputTitle, func(row, col int) look {
		switch {
		case s.byCell && s.here(row, col):
			return look{canvas.RoleOutputNow, "●", true}
		case s.byCell:
			return look{role: canvas.RoleOutputLater, sign: "·"}
		}
		return look{role: canvas.RoleOutput, sign: "●"}
	})
	prose(p, f, in.bottom()+1, s.Words())
}

// drawFilter draws the filter, or what stands in its place where every pair
// has a weight of its own.
func (s *Share) drawFilter(p canvas.Part, f viz.Frame, filter grid) {
	if s.full == 1 {
		end := p.Text(filter.x, filter.y, canvas.RoleFilterTitle, f.Say(viz.Words{Key: "why.own"}))
		p.Text(end+1, filter.y, canvas.RoleDim, viz.Grouped(int64(s.geometry.In.H*s.geometry.In.W)))
		return
	}
	filter.draw(p, f.Say(viz.Words{Key: "viz.conv.filter"}), canvas.RoleFilterTitle, func(row, col int) look {
		if !s.byCell && s.here(row, col) {
			return look{canvas.RoleFilterNow, "●", true}
		}
		return look{role: canvas.RoleFilter, sign: "·"}
	})
}
