package course

import (
	"errors"
	"fmt"
	"slices"

	"convtutor/internal/nn"
	"convtutor/internal/workbench"
	"convtutor/lessons"
	"convtutor/quiz"
	"convtutor/viz"
)

// buildPool builds a step's pooling.
func buildPool(s *Step) error {
	r := s.Widget.Params.Read().Require("input")
	model := workbench.Pool{
		Input:  r.Grid("input", [][]float64{{0}}),
		Window: r.Int("window", 2), Stride: r.Int("stride", 2),
		Mode:   viz.PoolMode(slices.Index(viz.PoolModes(), r.Choice("mode", viz.PoolModes()...))),
		Back:   r.Bool("back", false),
		Shifts: r.Int("shifts", 0),
	}
	s.Level = viz.LevelWindow
	if r.Choice("level", "window", "number") == "number" {
		s.Level = viz.LevelCell
	}
	start := r.Int("start", 0)
	s.Editing = r.Bool("edit", false)
	if err := r.Done(); err != nil {
		return err
	}
	return s.keep(model, start)
}

// keep takes a model, with the animation that it makes and its facts.
func (s *Step) keep(model workbench.Model, start int) error {
	anim, err := model.Animation()
	if err != nil {
		return wrongStep(s, err)
	}
	if start < 0 || start >= anim.Steps() {
		return wrongStep(s, fmt.Errorf("start %d is not one of the %d steps", start, anim.Steps()))
	}
	s.Model, s.Animation, s.Start = model, anim, start
	switch a := anim.(type) {
	case *viz.Pool:
		s.Facts = poolFacts(a)
	case *viz.PoolShift:
		in, ins, out, outs := a.Changed(min(1, a.Steps()-1))
		s.Facts = viz.Args{"in": in, "ins": ins, "out": out, "outs": outs}
	}
	return nil
}

// poolFacts are the numbers that a step's prose may mention.
func poolFacts(p *viz.Pool) viz.Args {
	g := p.Geometry()
	return viz.Args{
		"input": sign(g.In), "window": sign(g.Window.Kernel), "output": sign(g.Out), "stride": g.Window.Stride.H,
		"cells": g.Window.Kernel.H * g.Window.Kernel.W, "positions": g.Out.H * g.Out.W,
		"numbers": g.In.H * g.In.W,
	}
}

// askPool asks for the output cell at row, column of a pooling.
func askPool(s *Step, ask lessons.Ask) (Prediction, error) {
	p, at, err := s.pool(ask, func(g nn.Geometry) nn.Size { return g.Out })
	if err != nil {
		return Prediction{}, err
	}
	q, err := quiz.AboutPool(poolProblem(p), at)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	last := p.StepOf(at)
	return Prediction{Question: q, At: last - p.Terms() + 1, Revealed: last}, ask.Params.Read().Done()
}

// askPoolGradient asks what gradient arrives at an input cell.
func askPoolGradient(s *Step, ask lessons.Ask) (Prediction, error) {
	p, at, err := s.pool(ask, func(g nn.Geometry) nn.Size { return g.In })
	if err != nil {
		return Prediction{}, err
	}
	problem := poolProblem(p)
	problem.Grad = p.Gradients()
	q, err := quiz.AboutPoolGradient(problem, at)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	return Prediction{Question: q, At: 0, Revealed: p.Steps() - 1}, ask.Params.Read().Done()
}

// pool is the step's pooling, and the cell asked for of a plane of it.
func (s *Step) pool(ask lessons.Ask, plane func(nn.Geometry) nn.Size) (*viz.Pool, nn.Point, error) {
	p, ok := s.Animation.(*viz.Pool)
	if !ok {
		return nil, nn.Point{}, wrongStep(s, fmt.Errorf("%s needs a pool widget", ask.Type))
	}
	size := plane(p.Geometry())
	if len(ask.At) != 2 || ask.At[0] < 0 || ask.At[1] < 0 || ask.At[0] >= size.H || ask.At[1] >= size.W {
		return nil, nn.Point{}, wrongStep(s, fmt.Errorf("cell %v is not in the %s plane", ask.At, size))
	}
	return p, nn.Point{Y: ask.At[0], X: ask.At[1]}, nil
}

// poolProblem is a pooling in the vocabulary of the quiz.
func poolProblem(p *viz.Pool) *quiz.Problem {
	s, w := p.Setup(), p.Geometry().Window
	return &quiz.Problem{
		Op: quiz.PoolOps[s.Mode], Layout: "NCHW", Kernel: []int{w.Kernel.H, w.Kernel.W},
		Input:  quiz.Array{Shape: []int{1, 1, s.Input.Dim(0), s.Input.Dim(1)}, Data: slices.Clone(s.Input.Data())},
		Stride: [2]int{w.Stride.H, w.Stride.W},
	}
}

// askPoolShift asks how many output cells a shift by one column changes.
func askPoolShift(s *Step, ask lessons.Ask) (Prediction, error) {
	p, ok := s.Animation.(*viz.PoolShift)
	if !ok || p.Steps() < 2 {
		return Prediction{}, wrongStep(s, errors.New("pool-shift needs a pool widget with shifts"))
	}
	in, _, out, outs := p.Changed(1)
	return Prediction{Question: quiz.AboutPoolShift(in, out, outs), At: 0, Revealed: 1}, ask.Params.Read().Done()
}

// askPoolWindow asks which window, moved by its own side, makes one size out of
// another.
func askPoolWindow(s *Step, ask lessons.Ask) (Prediction, error) {
	r := ask.Params.Read().Require("from", "to")
	from, to := r.Int("from", 0), r.Int("to", 0)
	if err := r.Done(); err != nil {
		return Prediction{}, err
	}
	q, err := quiz.AboutPoolWindow(from, to)
	if err != nil {
		return Prediction{}, wrongStep(s, err)
	}
	s.Facts["from"], s.Facts["to"] = from, to
	if s.Slide != nil { // its windows stand side by side
		return Prediction{Question: q, At: 0, Revealed: s.Slide.Steps() - 1}, nil
	}
	return Prediction{Question: q, At: -1}, nil
}
