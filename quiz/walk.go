package quiz

import (
	"convtutor/internal/netspec"
	"convtutor/internal/nn"
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
	if w, ok = q.walkValues(); ok {
		return w, true
	}
	if w, ok = q.walkGAN(); ok {
		return w, true
	}
	switch {
	case q.Given.Problem != nil:
		return q.walkProblem()
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

// walkProblem animates an operation, from the window asked for on.
func (q Question) walkProblem() (Walk, bool) {
	p := q.Given.Problem
	switch {
	case p.Op == opReLU:
		return q.walkActivation()
	case p.Weight != nil && p.Op == "conv2d":
		return q.walkConv()
	case p.isPool() && p.Padding == [4]int{}:
		return p.walkPool(q.Given)
	}
	return Walk{}, false
}

func (p *Problem) isPool() bool { return p.poolMode() >= 0 }

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
