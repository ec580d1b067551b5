package viz

import (
	"fmt"
	"strconv"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz/canvas"
)

// PoolShift shows what a shift of the input does to what pooling makes of it:
// step i moves the input by i columns to the right, zeros come in at the left.
type PoolShift struct {
	setup PoolSetup
	moved []*Pool // one for each shift
}

// NewPoolShift lets the engine pool the input as it is and moved by 1 to most
// columns.
func NewPoolShift(s PoolSetup, most int) (*PoolShift, error) {
	if s.Input == nil || s.Input.Rank() != 3 {
		return nil, fmt.Errorf("pooling: the input must be one plane (H, W, 1)")
	}
	s.Back = false
	p := &PoolShift{setup: s}
	for by := range most + 1 {
		one := s
		var err error
		if one.Input, err = movedRight(s.Input, by); err != nil {
			return nil, err
		}
		pool, err := NewPool(one)
		if err != nil {
			return nil, err
		}
		p.moved = append(p.moved, pool)
	}
	return p, nil
}

// movedRight is a plane (H, W, 1) moved to the right, zeros in what comes in.
func movedRight(d *tensor.Dense[float64], by int) (*tensor.Dense[float64], error) {
	h, w := d.Dim(0), d.Dim(1)
	data := make([]float64, h*w)
	for y := range h {
		for x := by; x < w; x++ {
			data[y*w+x] = d.At(y, x-by, 0)
		}
	}
	return tensor.From(data, h, w, 1)
}

// Steps is the number of shifts, none included.
func (p *PoolShift) Steps() int { return len(p.moved) }

// Changed counts the cells that a shift has changed, of the input and of the
// output, and how many there are of each.
func (p *PoolShift) Changed(i int) (in, ins, out, outs int) {
	g := p.moved[0].geometry
	for k := range g.In.H * g.In.W {
		if p.inputChanged(i, k) {
			in++
		}
	}
	for k := range p.moved[0].output.Data() {
		if p.outputChanged(i, k) {
			out++
		}
	}
	return in, g.In.H * g.In.W, out, g.Out.H * g.Out.W
}

func (p *PoolShift) inputChanged(i, k int) bool {
	return p.moved[i].setup.Input.Data()[k] != p.setup.Input.Data()[k]
}

func (p *PoolShift) outputChanged(i, k int) bool {
	return p.moved[i].output.Data()[k] != p.moved[0].output.Data()[k]
}

// Words says how far the input is moved and what has changed.
func (p *PoolShift) Words(i int) Words {
	in, ins, out, outs := p.Changed(i)
	key := "pool.shift.by"
	if i == 0 {
		key = "pool.shift.none"
	}
	return Words{Key: key, Args: Args{"by": i, "in": in, "ins": ins, "out": out, "outs": outs}}
}

// Ask says what the next shift does to the input.
func (p *PoolShift) Ask(i int) Words {
	i = min(i+1, p.Steps()-1)
	in, ins, _, outs := p.Changed(i)
	return Words{Key: "pool.shift.ask", Args: Args{"by": i, "in": in, "ins": ins, "outs": outs}}
}

// Planes are the numbers of step i.
func (p *PoolShift) Planes(i int, hide bool) []SpokenPlane {
	planes := p.moved[i].Planes(p.moved[i].Steps()-1, false)
	if hide && i > 0 {
		return planes[:1]
	}
	return planes
}

// MinSize is that of the pooling itself.
func (p *PoolShift) MinSize() (w, h int) { return p.moved[0].MinSize() }

// CellAt is none: what is changed is changed in the pooling itself.
func (p *PoolShift) CellAt(area canvas.Rect, x, y int) (Plane, nn.Point) {
	return p.moved[0].CellAt(area, x, y)
}

// DrawOpen draws the input as it is, one cell open.
func (p *PoolShift) DrawOpen(f Frame, open OpenCell) { p.moved[0].DrawOpen(f, open) }

// Draw draws the input moved by i columns and what pooling makes of it; what
// the shift has changed stands between bars.
func (p *PoolShift) Draw(i int, f Frame) {
	pool := p.moved[i]
	f.Hide = f.Hide && i > 0 // before the first shift nothing is secret
	d := poolDrawing{Pool: pool, Part: f.Grid.Part(f.Area), frame: f, w: len(pool.windows), k: -1}
	d.at = p.moved[0].layout(f.Area.W, f.Area.H)
	d.heading(d.at.input, canvas.RoleInputTitle, "pool.input", pool.geometry.In)
	for k := range pool.texts.input {
		at := nn.Point{Y: k / pool.geometry.In.W, X: k % pool.geometry.In.W}
		box, _ := d.at.input.box(at)
		role := canvas.RoleInput
		switch {
		case p.inputChanged(i, k):
			role = canvas.RoleWindow
		case pool.setup.Input.Data()[k] != 0:
			role = canvas.RoleInputInk
		}
		d.Fill(box, role)
		d.TextRight(box.X+box.W-d.at.input.right, box.Y+d.at.input.valueRow(), role, pool.texts.input[k])
		if p.inputChanged(i, k) {
			d.edges(box, canvas.RoleMark, "▌", "▐")
		}
	}
	d.heading(d.at.output, canvas.RoleOutputTitle, "pool.output", pool.geometry.Out)
	p.drawOutput(i, &d)
	words := p.Words(i)
	if f.Hide {
		words = Words{Key: "pool.shift.hidden", Args: words.Args}
	}
	d.Lines(0, d.at.below, canvas.Wrap(canvas.Markup(f.Say(words), canvas.RoleText), f.Area.W))
	_, h := d.Size()
	d.Text(0, min(d.at.below+2, h-1), canvas.RoleDim, strconv.Itoa(i)+"/"+strconv.Itoa(len(p.moved)-1))
}

func (p *PoolShift) drawOutput(i int, d *poolDrawing) {
	for k, text := range d.texts.output {
		box, _ := d.at.output.box(nn.Point{Y: k / d.geometry.Out.W, X: k % d.geometry.Out.W})
		role, changed := canvas.RoleOutput, p.outputChanged(i, k) && !d.frame.Hide
		if changed {
			role = canvas.RoleOutputNow
		}
		if d.frame.Hide {
			role, text = canvas.RoleOutputLater, "?"
		}
		d.Fill(box, role)
		d.TextRight(box.X+box.W-d.at.output.right, box.Y+d.at.output.valueRow(), role, text)
		if changed {
			d.edges(box, canvas.RoleOutputMark, "▌", "▐")
		}
	}
}
