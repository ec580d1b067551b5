package viz

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
)

// PoolMode is what pooling makes of a window.
type PoolMode int

// Modes of pooling.
const (
	PoolMax PoolMode = iota
	PoolAverage
	PoolMin
)

// poolModes are the modes' names, in keys of the catalogue and in lessons.
var poolModes = []string{"max", "average", "min"}

// String is the mode's name.
func (m PoolMode) String() string { return poolModes[m] }

// PoolModes lists the modes' names in the order of their values.
func PoolModes() []string { return append([]string(nil), poolModes...) }

// PoolSetup is what a pooling animation is made of.
type PoolSetup struct {
	Input  *tensor.Dense[float64] // (H, W, 1), the lecture's order
	Kernel nn.Size
	Stride nn.Size // 0 means the kernel's
	// Padding is passed over by maximum and minimum, and 0 to the average.
	Padding nn.Sides
	Mode    PoolMode
	// Back shows the way back: a step is one window, which hands the gradient
	// of its output cell on to the input. The gradients of the output are 1, 2,
	// 3 and so on, so that each can be told from the others, but for those given.
	Back bool
	// Gradients are the gradients of the output, row by row; nil for 1, 2, 3 …
	Gradients []float64
}

// Pool is the animation of a window that pools a plane. On the way forth a step
// is one number looked at; the last one of a window fills its output cell in.
type Pool struct {
	setup    PoolSetup
	geometry nn.Geometry
	output   *tensor.Dense[float64] // (1, 1, OH, OW)
	picked   []int                  // by output cell the place in the input, row by row; nil for the average
	windows  [][]poolTerm
	grad     []float64   // of the output, row by row
	back     [][]float64 // by step: of the input, row by row, when so many windows have handed theirs on
	read     []bool
	texts    poolTexts
}

// poolTerm is one number of a window, in the order in which it is looked at.
type poolTerm struct {
	at    nn.Point
	value float64
	sum   float64  // of this number and those before it
	best  nn.Point // the one that wins among them
	so    float64  // what it is worth; the sum's share is not worked out before the end
	pad   bool     // it is padding
	none  bool     // nothing but padding so far: no best
}

// maxPoolTerms bounds the numbers looked at in one animation.
const maxPoolTerms = 1 << 14

// NewPool builds the animation. Its numbers come out of the engine.
func NewPool(s PoolSetup) (*Pool, error) {
	if s.Input == nil || s.Input.Rank() != 3 || s.Input.Dim(2) != 1 {
		return nil, fmt.Errorf("pooling: the input must be one plane (H, W, 1)")
	}
	p := &Pool{setup: s}
	x, err := batch(s.Input)
	if err != nil {
		return nil, err
	}
	o := nn.Pool{Kernel: s.Kernel, Stride: s.Stride, Padding: s.Padding}
	if _, p.geometry, err = nn.PoolShape(s.Mode.String()+" pooling", x.Shape(), o); err != nil {
		return nil, err
	}
	if n := p.geometry.Out.H * p.geometry.Out.W * s.Kernel.H * s.Kernel.W; n > maxPoolTerms {
		return nil, fmt.Errorf("pooling: %d numbers are too many to look at one by one, at most %d", n, maxPoolTerms)
	}
	if p.output, p.picked, err = pooled(x, o, s.Mode); err != nil {
		return nil, err
	}
	p.expand()
	if err := p.route(x.Shape(), o); err != nil {
		return nil, err
	}
	p.measure()
	return p, nil
}

// pooled lets the engine pool x in a mode; picked is nil for the average.
func pooled(x *tensor.Dense[float64], o nn.Pool, m PoolMode) (y *tensor.Dense[float64], picked []int, err error) {
	switch m {
	case PoolAverage:
		y, err = nn.AvgPool2D(x, o)
		return y, nil, err
	case PoolMin:
		return nn.MinPool2D(x, o)
	}
	return nn.MaxPool2D(x, o)
}

// expand writes out what each window looks at.
func (p *Pool) expand() {
	p.read = make([]bool, p.geometry.In.H*p.geometry.In.W)
	for oy := range p.geometry.Out.H {
		for ox := range p.geometry.Out.W {
			var terms []poolTerm
			for tap := range p.geometry.Taps(oy, ox) {
				terms = append(terms, p.term(terms, tap))
				if tap.Inside {
					p.read[tap.Input.Y*p.geometry.In.W+tap.Input.X] = true
				}
			}
			p.windows = append(p.windows, terms)
		}
	}
}

// term is the number at a place, after those before it.
func (p *Pool) term(before []poolTerm, tap nn.Tap) poolTerm {
	t := poolTerm{at: tap.Input, pad: !tap.Inside, none: true}
	if len(before) > 0 {
		last := before[len(before)-1]
		t.sum, t.best, t.so, t.none = last.sum, last.best, last.so, last.none
	}
	if t.pad {
		return t
	}
	t.value = p.setup.Input.At(t.at.Y, t.at.X, 0)
	t.sum += t.value
	better := t.value > t.so
	if p.setup.Mode == PoolMin {
		better = t.value < t.so
	}
	if t.none || better { // of equal ones the first
		t.best, t.so, t.none = t.at, t.value, false
	}
	return t
}

// route lets the engine hand the gradients back, one window more each time.
func (p *Pool) route(input []int, o nn.Pool) error {
	n := p.output.Len()
	p.grad = append(p.grad, p.setup.Gradients...)
	if p.grad != nil && len(p.grad) != n {
		return fmt.Errorf("pooling: %d gradients for %d cells of the output", len(p.grad), n)
	}
	for i := len(p.grad); i < n; i++ {
		p.grad = append(p.grad, float64(i+1))
	}
	if !p.setup.Back {
		return nil
	}
	for i := range n {
		g, err := tensor.New[float64](p.output.Shape()...)
		if err != nil {
			return err
		}
		copy(g.Data(), p.grad[:i+1])
		var back *tensor.Dense[float64]
		if p.picked == nil {
			back, err = nn.AvgPool2DBackward(input, g, o)
		} else {
			back, err = nn.PickPoolBackward(input, p.picked, g)
		}
		if err != nil {
			return err
		}
		p.back = append(p.back, back.Data())
	}
	return nil
}

// Setup is what the animation was made of.
func (p *Pool) Setup() PoolSetup { return p.setup }

// Geometry says which input cells each window reads.
func (p *Pool) Geometry() nn.Geometry { return p.geometry }

// Value is what output cell at holds.
func (p *Pool) Value(at nn.Point) float64 { return p.output.At(0, 0, at.Y, at.X) }

// Gradient is what input cell at gets in all; 0 on the way forth.
func (p *Pool) Gradient(at nn.Point) float64 {
	if !p.setup.Back {
		return 0
	}
	return p.back[len(p.back)-1][at.Y*p.geometry.In.W+at.X]
}

// GradientOf is the gradient of output cell at.
func (p *Pool) GradientOf(at nn.Point) float64 { return p.grad[at.Y*p.geometry.Out.W+at.X] }

// Gradients are the gradients of the output, row by row.
func (p *Pool) Gradients() []float64 { return append([]float64(nil), p.grad...) }

// Picked is the input cell that won window at; ok is false for the average.
func (p *Pool) Picked(at nn.Point) (cell nn.Point, ok bool) {
	if p.picked == nil {
		return cell, false
	}
	i := p.picked[at.Y*p.geometry.Out.W+at.X]
	return nn.Point{Y: i / p.geometry.In.W, X: i % p.geometry.In.W}, true
}

// Terms is the number of steps of one window.
func (p *Pool) Terms() int {
	if p.setup.Back {
		return 1
	}
	return len(p.windows[0])
}

// Steps is the number of steps of all windows.
func (p *Pool) Steps() int { return len(p.windows) * p.Terms() }

// Cell is the output cell of step i, and which of the window's numbers it looks
// at, counted from 0: the last one on the way back.
func (p *Pool) Cell(i int) (cell nn.Point, term int) {
	w := i / p.Terms()
	cell = nn.Point{Y: w / p.geometry.Out.W, X: w % p.geometry.Out.W}
	if p.setup.Back {
		return cell, len(p.windows[w]) - 1
	}
	return cell, i % p.Terms()
}

// StepOf is the step at which output cell at is complete.
func (p *Pool) StepOf(at nn.Point) int { return (at.Y*p.geometry.Out.W+at.X+1)*p.Terms() - 1 }

// Levels are number, window and row; on the way back window and row.
func (p *Pool) Levels() []Level {
	if p.setup.Back {
		return []Level{LevelWindow, LevelRow}
	}
	return []Level{LevelCell, LevelWindow, LevelRow}
}

func (p *Pool) laps() laps {
	return laps{p.Terms(), p.Terms() * p.geometry.Out.W, p.Steps()}
}

// Next goes to where this number, window or row is complete, or, if it is already, to where the
// next one is.
func (p *Pool) Next(i int, l Level) int { return p.laps().next(i, l) }

// Prev goes to where the one before is complete; from the first one to the
// first step.
func (p *Pool) Prev(i int, l Level) int { return p.laps().prev(i, l) }
