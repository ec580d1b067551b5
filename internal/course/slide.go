package course

import (
	"fmt"

	"convtutor/internal/nn"
	"convtutor/viz"
)

// buildSlide builds a step's picture of a window that slides.
func buildSlide(s *Step) error {
	r := s.Widget.Params.Read().Require("picture", "in", "filter")
	s.SlidePicture = r.Text("picture", "ladder")
	s.SlideSetup = viz.SlideSetup{
		In: r.Int("in", 7), Filter: r.Int("filter", 3), Stride: r.Int("stride", 1), Padding: r.Int("padding", 0),
	}
	s.SlideSetup.Veil = r.Choice("veil", "", "F", "S", "P", "FS")
	start := r.Int("start", 0)
	s.Level = levels[r.Choice("level", "window", "row")]
	s.Editing = r.Bool("edit", false)
	if err := r.Done(); err != nil {
		return err
	}
	slide, err := viz.NewSlide(s.SlidePicture, s.SlideSetup)
	if err != nil {
		return wrongStep(s, err)
	}
	if start < 0 { // counted from the end
		start += slide.Steps()
	}
	if start < 0 || start >= slide.Steps() {
		return wrongStep(s, fmt.Errorf("start %d is none of %d steps", start, slide.Steps()))
	}
	s.Slide, s.Start = slide, start
	s.Facts = slideFacts(slide, s.SlideSetup)
	return nil
}

// slideFacts are the numbers that a step's prose may mention. What does not
// fit under a rule is not there.
func slideFacts(slide viz.Slide, setup viz.SlideSetup) viz.Args {
	facts := viz.Args{
		"n": setup.In, "f": setup.Filter, "s": setup.Stride, "p": setup.Padding,
		"input": sign(nn.Square(setup.In)), "filter": sign(nn.Square(setup.Filter)),
		"sum": setup.Sum(), "channels": viz.VolumeDepth, "padded": sign(nn.Square(setup.In + 2*setup.Padding)),
	}
	for name, rule := range map[string]nn.Rule{"floor": nn.RuleFloor, "ceil": nn.RuleCeil, "same": nn.RuleSame} {
		if g, err := setup.Geometry(rule); err == nil {
			facts[name] = g.Out.H
			rows, _ := g.Unread()
			facts[name+"_unread"] = rows
			facts[name+"_map"] = sign(g.Out)
			facts[name+"_windows"] = g.Out.H * g.Out.W
		}
	}
	if g, err := setup.Geometry(nn.RuleFloor); err == nil {
		facts["most"], facts["least"] = countsOf(g)
	}
	if g, err := setup.With(viz.SlidePadding, 0).Geometry(nn.RuleFloor); err == nil {
		facts["bare_most"], facts["bare_least"] = countsOf(g)
	}
	if inverse, ok := slide.(*viz.Inverse); ok {
		facts["found"] = inverse.Found()
	}
	facts["lost"] = setup.Filter - 1
	facts["shrinks"], facts["layers"] = shrinks(setup)
	return facts
}

// shrinks lists the sizes that a side gets when the same filter is used again
// and again, until it has no place any more: "5, 3, 1"; and how many there are.
func shrinks(setup viz.SlideSetup) (sizes string, layers int) {
	const most = 8
	for layers < most {
		g, err := setup.Geometry(nn.RuleFloor)
		if err != nil || g.Out.H >= setup.In {
			break
		}
		layers++
		if layers > 1 {
			sizes += ", "
		}
		sizes += fmt.Sprint(g.Out.H)
		setup.In = g.Out.H
	}
	return sizes, layers
}

// countsOf are the largest and the smallest number of windows that read a cell.
func countsOf(g nn.Geometry) (most, least int) {
	counts := g.Reads()
	least = counts[0]
	for _, n := range counts {
		most, least = max(most, n), min(least, n)
	}
	return most, least
}
