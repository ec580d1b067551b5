package quiz

import (
	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// Walk is the solution of a question as an animation of its very numbers.
type Walk struct {
	Animation viz.Animation
	Start     int // the step to begin at
	Level     viz.Level
}

// Walk gives the question's solution as an animation: a picture of its numbers
// where there is one, else its sentences (Worked) one by one. ok is false where
// there is a single sentence, or none.
func (q Question) Walk() (w Walk, ok bool) {
	if w, ok = q.picture(); !ok && len(q.Worked) > 1 {
		return Walk{Animation: viz.NewTold(q.Worked[0], q.Worked[1:]...), Level: viz.LevelWindow}, true
	}
	return w, ok
}

// picture is the walk through a picture of the question's numbers.
func (q Question) picture() (w Walk, ok bool) {
	switch {
	case q.Kind == (flip{}).ID(): // the animation knows no turned filter
		return Walk{}, false
	case q.Given.Problem != nil:
		return q.Given.Problem.walk(q.Given, q.Answer == flipAnswers[madeTurned])
	case q.Given.Spec != "":
		return q.walkNet()
	}
	return Walk{}, false
}

// asked is the cell that is asked for, and its channel; whole where there is
// none, so that everything is.
func (g Given) asked() (channel int, cell nn.Point, whole bool) {
	if len(g.At) != 3 {
		return 0, nn.Point{}, true
	}
	return g.At[0], nn.Point{Y: g.At[1], X: g.At[2]}, false
}

// walk animates an operation, from the window asked for on; flip turns the
// filter first.
func (p *Problem) walk(g Given, flip bool) (Walk, bool) {
	switch {
	case p.Op == opReLU:
		return p.walkActivation(g)
	case p.Weight != nil && p.Op == "conv2d":
		return p.walkConv(g, flip)
	case p.isPool() && p.Padding == [4]int{}:
		return p.walkPool(g)
	}
	return Walk{}, false
}

func (p *Problem) isPool() bool { return p.poolMode() >= 0 }

func (p *Problem) walkConv(g Given, flip bool) (Walk, bool) {
	s, err := p.ConvSetup()
	if err != nil {
		return Walk{}, false
	}
	s.Flip = flip
	c, err := viz.NewConv(s)
	if err != nil {
		return Walk{}, false
	}
	_, cell, whole := g.asked()
	if whole && g.Ask != "" {
		return walkActivated(c, functionNamed(g.Ask))
	}
	if whole || !inside(cell, c.Geometry().Out.H, c.Geometry().Out.W) {
		return Walk{Animation: c, Level: viz.LevelWindow}, true
	}
	return Walk{Animation: c, Start: c.StepOf(cell) - c.Terms() + 1}, true
}

// walkActivated animates a convolution, and then a function on its whole map.
func walkActivated(c *viz.Conv, fun viz.ActivationFunc) (Walk, bool) {
	out := c.Output()
	plane, err := tensor.From(out.Data(), out.Dim(0), out.Dim(1), 1)
	if err != nil {
		return Walk{}, false
	}
	a, err := viz.NewActivation(plane, fun)
	if err != nil {
		return Walk{}, false
	}
	return Walk{Level: viz.LevelWindow, Animation: viz.NewInTurn(
		viz.Titled{Title: viz.Words{Key: "quiz.walk.conv"}, Animation: c},
		viz.Titled{Title: viz.Words{Key: "quiz.walk.activation"}, Animation: a},
	)}, true
}

// walkPool animates a pool's channel; a gradient is handed back.
func (p *Problem) walkPool(g Given) (Walk, bool) {
	channel, cell, whole := g.asked()
	plane, err := plane(p.Input, channel)
	if err != nil {
		return Walk{}, false
	}
	w := p.window()
	a, err := viz.NewPool(viz.PoolSetup{
		Input: plane, Kernel: w.Kernel, Stride: w.Stride, Mode: p.poolMode(),
		Back: p.Grad != nil, Gradients: p.Grad,
	})
	if err != nil {
		return Walk{}, false
	}
	if whole || p.Grad != nil || !inside(cell, a.Geometry().Out.H, a.Geometry().Out.W) {
		return Walk{Animation: a, Level: viz.LevelWindow}, true
	}
	return Walk{Animation: a, Start: a.StepOf(cell) - a.Terms() + 1, Level: viz.LevelCell}, true
}

func (p *Problem) walkActivation(g Given) (Walk, bool) {
	plane, err := plane(p.Input, 0)
	if err != nil {
		return Walk{}, false
	}
	a, err := viz.NewActivation(plane, functionNamed(g.Ask))
	if err != nil {
		return Walk{}, false
	}
	_, cell, whole := g.asked()
	if whole {
		return Walk{Animation: a, Level: viz.LevelCell}, true
	}
	return Walk{Animation: a, Start: cell.Y*p.Input.Shape[3] + cell.X, Level: viz.LevelCell}, true
}

// functionNamed is the activation function of a name, ReLU for another.
func functionNamed(name string) viz.ActivationFunc {
	for i, known := range viz.ActivationNames() {
		if known == name {
			return viz.ActivationFunc(i)
		}
	}
	return viz.ReLU
}

// walkNet animates the arithmetic of a network: of one layer window by window
// along each side, of several layer by layer.
func (q Question) walkNet() (w Walk, ok bool) {
	net, err := netspec.Parse(q.Given.Spec)
	if err != nil {
		return Walk{}, false
	}
	rule, err := netspec.ParseRule(q.Given.Rule)
	if err != nil {
		return Walk{}, false
	}
	table, err := net.Table(rule)
	if err != nil || len(table.Rows) == 0 {
		return Walk{}, false
	}
	if len(table.Rows) == 1 {
		row := table.Rows[0]
		switch {
		case q.Kind == (parameters{}).ID():
			if w, ok = walkCount(row); ok {
				return w, true
			}
		case q.Kind == (reads{}).ID(), q.Kind == (readsPlace{}).ID():
			return walkReads(row)
		case q.Type == TypeShape, q.Kind == (settingForSize{}).ID(), q.Kind == (fits{}).ID():
			if w, ok = walkSides(row, rule); ok {
				return w, true
			}
		}
	}
	return q.walkLayers(table)
}
