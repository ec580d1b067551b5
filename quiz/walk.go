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
	case q.Kind == (imageShape{}).ID():
		return q.walkImage()
	case q.Kind == (stackFault{}).ID():
		return q.walkFault()
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
	case p.isPool():
		return q.walkPool()
	}
	return Walk{}, false
}

func (p *Problem) isPool() bool { return p.poolMode() >= 0 }

// walkNet animates the arithmetic of a network: by the picture of its kind, else
// layer by layer.
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
	if w, ok = q.walkTable(table); ok {
		return w, true
	}
	return q.walkLayers(table)
}
