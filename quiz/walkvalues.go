package quiz

import (
	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// walkConv animates a convolution: the window of the cell asked for alone, else
// all of them. What is asked of the sums, a function, comes after them.
func (q Question) walkConv() (Walk, bool) {
	g, p := q.Given, q.Given.Problem
	s, err := p.ConvSetup()
	if err != nil {
		return Walk{}, false
	}
	c, err := viz.NewConv(s)
	if err != nil {
		return Walk{}, false
	}
	_, cell, whole := g.asked()
	part := viz.Whole(c, q.ending("feature", cell, whole))
	level := viz.LevelWindow
	if !whole {
		if !inside(cell, c.Geometry().Out.H, c.Geometry().Out.W) {
			return Walk{}, false
		}
		part.Last, level = c.StepOf(cell), viz.LevelProduct
		part.First = part.Last - c.Terms() + 1
	}
	if g.Ask != "" {
		return q.walkActivated(c, part, level)
	}
	return Walk{Animation: viz.NewExcerpt(part), Level: level}, true
}

// ending says what the solution has led to: the number of a cell, or all of a map.
func (q Question) ending(of string, cell nn.Point, whole bool) viz.Words {
	if whole {
		return viz.Words{Key: "steps.map-" + of, Args: viz.Args{"rows": q.Answer}}
	}
	return viz.Words{Key: "steps.cell-" + of, Args: viz.Args{"row": cell.Y + 1, "column": cell.X + 1, "n": q.Answer}}
}

// walkActivated animates a part of a convolution, and then the function that is
// applied: to the one sum asked for, or to the whole map.
func (q Question) walkActivated(c *viz.Conv, part viz.Excerpt, level viz.Level) (Walk, bool) {
	_, cell, whole := q.Given.asked()
	out := c.Output()
	plane, err := tensor.From(out.Data(), out.Dim(0), out.Dim(1), 1)
	if err != nil {
		return Walk{}, false
	}
	a, err := viz.NewActivation(plane, functionNamed(q.Given.Ask))
	if err != nil {
		return Walk{}, false
	}
	mapped := viz.Whole(a, viz.Words{})
	first, then := "steps.first-map", "steps.then-map"
	if !whole {
		first, then = "steps.first-cell", "steps.then-cell"
		mapped.First = a.StepOf(cell)
		mapped.Last = mapped.First
	}
	part.Ending = viz.Words{}
	both := viz.NewInTurn(
		viz.Titled{Title: viz.Words{Key: first}, Animation: viz.NewExcerpt(part)},
		viz.Titled{Title: viz.Words{Key: then}, Animation: viz.NewExcerpt(mapped)},
	)
	return Walk{Level: level, Animation: viz.NewExcerpt(viz.Whole(both, q.ending("activation", cell, whole)))}, true
}

// walkActivation animates a function on a feature map that is given: on the cell
// asked for alone, else on all of them.
func (q Question) walkActivation() (Walk, bool) {
	p := q.Given.Problem
	plane, err := plane(p.Input, 0)
	if err != nil {
		return Walk{}, false
	}
	a, err := viz.NewActivation(plane, functionNamed(q.Given.Ask))
	if err != nil {
		return Walk{}, false
	}
	_, cell, whole := q.Given.asked()
	part := viz.Whole(a, q.ending("activation", cell, whole))
	if !whole {
		part.First = a.StepOf(cell)
		part.Last = part.First
	}
	return Walk{Animation: viz.NewExcerpt(part), Level: viz.LevelCell}, true
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

// walkValues animates kinds whose numbers are neither a network nor one
// operation.
func (q Question) walkValues() (Walk, bool) {
	switch q.Kind {
	case flip{}.ID():
		return q.walkFlip()
	case pixelValue{}.ID():
		return q.walkPixel()
	case colourValue{}.ID():
		return q.walkColour()
	case layerOrder{}.ID():
		return q.walkOrder()
	case taskOf{}.ID():
		return q.walkTask()
	case whichLayers{}.ID():
		return q.walkWhichLayers()
	case design{}.ID():
		return q.walkDesign()
	case termOf{}.ID():
		return q.walkTerm()
	case flatPlace{}.ID():
		return q.walkFlatInput()
	}
	return Walk{}, false
}

// walkTask holds each task's answer to what the application wants.
func (q Question) walkTask() (Walk, bool) {
	if q.Given.valueText("application") == "" {
		return Walk{}, false
	}
	t, ok := viz.NewTasksInTurn(q.Answer, stepWords("task.begin", viz.Args{"wanted": q.Prompt[0]}), q.chosen())
	return Walk{Animation: t, Level: viz.LevelWindow}, ok
}
