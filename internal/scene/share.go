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
	at       nn.Point // the weight, or the output cell
	full     int      // 1: the layer is fully connected
}

// NewShare is a filter on an input of one channel, with stride 1 and no
// padding. byCell chooses output cells, else weights.
func NewShare(in, kernel nn.Size, byCell bool) (*Share, error) {
	g, err := nn.NewGeometry(in, nn.Window{Kernel: kernel}, nn.RuleError)
	if err != nil {
		return nil, err
	}
	return &Share{geometry: g, byCell: byCell}, nil
}

// plane is the size of what the cursor moves through.
func (s *Share) plane() nn.Size {
	if s.byCell {
		return s.geometry.Out
	}
	return s.geometry.Window.Kernel
}

// Dials implements Scene.
func (s *Share) Dials() []Dial {
	size := s.plane()
	dials := []Dial{
		{Name: viz.Words{Key: "why.row"}, Value: s.at.Y + 1, Least: 1, Most: size.H, Axis: AxisDown},
		{Name: viz.Words{Key: "why.column"}, Value: s.at.X + 1, Least: 1, Most: size.W, Axis: AxisAcross},
	}
	if s.byCell {
		dials = append(dials, Dial{
			Name: viz.Words{Key: "why.layer"}, Value: s.full, Least: 0, Most: 1,
			Names: []viz.Words{{Key: "why.conv"}, {Key: "why.full"}},
		})
	}
	return dials
}

// Turn implements Scene.
func (s *Share) Turn(dial, value int) {
	value = s.Dials()[dial].hold(value)
	switch dial {
	case 0:
		s.at.Y = value - 1
	case 1:
		s.at.X = value - 1
	default:
		s.full = value
	}
}

// Lit are the input cells that the weight at hand is laid on, or that the
// output cell at hand sees.
func (s *Share) Lit() map[nn.Point]bool {
	lit := map[nn.Point]bool{}
	g := s.geometry
	for y := range g.Out.H {
		for x := range g.Out.W {
			cell := nn.Point{Y: y, X: x}
			for tap := range g.Taps(y, x) {
				if s.byCell && cell == s.at || !s.byCell && tap.Filter == s.at {
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

// Words implements Scene.
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

// MinSize implements Scene.
func (s *Share) MinSize() (w, h int) { return 58, 11 }

// Draw implements Scene.
func (s *Share) Draw(f viz.Frame, _ int) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	g, lit := s.geometry, s.Lit()
	high, wide := 1, 3
	if 2*g.In.H+5 <= h {
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
		case s.byCell && s.at == (nn.Point{Y: row, X: col}):
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
		if !s.byCell && s.at == (nn.Point{Y: row, X: col}) {
			return look{canvas.RoleFilterNow, "●", true}
		}
		return look{role: canvas.RoleFilter, sign: "·"}
	})
}
