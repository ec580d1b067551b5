package quiz

import (
	"convtutor/internal/nn"
	"convtutor/viz"
)

// walkPool animates a pool's channel, of a cell asked for its window alone; a
// gradient is handed back by all of them.
func (q Question) walkPool() (Walk, bool) {
	p := q.Given.Problem
	channel, cell, all := q.Given.asked()
	plane, err := plane(p.Input, channel)
	if err != nil {
		return Walk{}, false
	}
	w := p.window()
	a, err := viz.NewPool(viz.PoolSetup{
		Input: plane, Kernel: w.Kernel, Stride: w.Stride, Padding: w.Padding, Mode: p.poolMode(),
		Back: p.Grad != nil, Gradients: p.Grad,
	})
	if err != nil {
		return Walk{}, false
	}
	part, level := viz.Whole(a, q.poolEnding(cell, all)), viz.LevelWindow
	if out := a.Geometry().Out; !all && p.Grad == nil {
		if !inside(cell, out.H, out.W) {
			return Walk{}, false
		}
		part.Last, level = a.StepOf(cell), viz.LevelCell
		part.First = part.Last - a.Terms() + 1
	}
	return Walk{Animation: viz.NewExcerpt(part), Level: level}, true
}

// poolEnding says what the pooling, or its way back, has led to.
func (q Question) poolEnding(cell nn.Point, all bool) viz.Words {
	args := viz.Args{"row": cell.Y + 1, "column": cell.X + 1, "n": q.Answer, "rows": q.Answer}
	switch {
	case q.Kind == poolPosition{}.ID():
		at, err := ReadPlace(q.Answer)
		if err == nil {
			args["row"], args["column"] = at.Y+1, at.X+1
		}
		return viz.Words{Key: "walk.end.place", Args: args}
	case q.Given.Problem.Grad != nil && all:
		return viz.Words{Key: "walk.end.gradients", Args: args}
	case q.Given.Problem.Grad != nil:
		return viz.Words{Key: "walk.end.gradient", Args: args}
	}
	return q.ending("feature", cell, all)
}
