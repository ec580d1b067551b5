package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// walkTable is the picture of a kind that asks about a network's sizes, by what
// it asks; ok is false where the kind has none of its own.
func (q Question) walkTable(t netspec.Table) (w Walk, ok bool) {
	pictures := map[string]func(Question, netspec.Table) (Walk, bool){
		outputSize{}.ID():     Question.walkOutput,
		transposedSize{}.ID(): Question.walkTransposed,
		fits{}.ID():           Question.walkFits,
		settingForSize{}.ID(): Question.walkSettings,
		reads{}.ID():          Question.walkReads,
		readsPlace{}.ID():     Question.walkReads,
		receptiveField{}.ID(): Question.walkField,
		filterDepth{}.ID():    Question.walkDepth,
		mapCount{}.ID():       Question.walkMaps,
		parameters{}.ID():     Question.walkParameters,
		convVsFC{}.ID():       Question.walkBoth,
		flatPlace{}.ID():      Question.walkFlat,
	}
	like := q.Like
	if like == "" {
		like = q.Kind
	}
	draw, ok := pictures[like]
	if !ok {
		return Walk{}, false
	}
	return draw(q, t)
}

// turn is an animation under the title of a part of a solution.
func turn(title string, args viz.Args, a viz.Animation) viz.Titled {
	return viz.Titled{Title: viz.Words{Key: "walk.turn." + title, Args: args}, Animation: a}
}

// inTurn plays parts, of which there is one at least.
func inTurn(parts []viz.Titled) Walk {
	return Walk{Animation: viz.NewInTurn(parts[0], parts[1:]...), Level: viz.LevelWindow}
}

// widestSide is how many cells of a side a picture has room for.
const widestSide = 60

// usedAxes are a layer's axes with the padding that a rule really gives it; ok
// is false where there is no room for their cells.
func usedAxes(r netspec.Row, rule nn.Rule) (used [2]nn.Axis, ok bool) {
	if !slides(r.Layer.Op) {
		return used, false
	}
	used = axes(r.Layer, r.In.Size())
	for i, a := range used {
		if rule == nn.RuleSame {
			a.Before, a.After = a.SamePadding()
		}
		if a.In+a.Before+a.After > widestSide {
			return used, false
		}
		used[i] = a
	}
	return used, true
}

// turnSides are a layer's height and width, window by window; one of them where
// they are alike.
func turnSides(r netspec.Row, rule nn.Rule) ([]viz.Titled, bool) {
	used, ok := usedAxes(r, rule)
	if !ok {
		return nil, false
	}
	side := func(a nn.Axis, out int) viz.Animation {
		return viz.NewSide(viz.SideSetup{Axis: a, Rule: rule, Sum: sideText(a, rule, out)})
	}
	height := side(used[0], r.Out.H)
	if used[0] == used[1] {
		return []viz.Titled{turn("sides", nil, height)}, true
	}
	return []viz.Titled{turn("height", nil, height), turn("width", nil, side(used[1], r.Out.W))}, true
}

// walkOutput animates the shape that comes out: of one layer along its sides,
// of several layer by layer.
func (q Question) walkOutput(t netspec.Table) (Walk, bool) {
	if q.Type != TypeShape {
		return Walk{}, false
	}
	if len(t.Rows) > 1 {
		return Walk{Animation: chainOf(t, func(i int) viz.Words { return shapeWords(t, i) })}, true
	}
	parts, ok := turnSides(t.Last(), t.Rule)
	if !ok {
		return Walk{Animation: chainOf(t, func(i int) viz.Words { return shapeWords(t, i) })}, true
	}
	return inTurn(append(parts, turnShape(t))), true
}

// turnShape is what goes into a single layer, and what comes out.
func turnShape(t netspec.Table) viz.Titled {
	r := t.Last()
	depth := viz.Words{Key: "quiz.worked.depth-pool", Args: viz.Args{"c": r.Out.C}}
	if r.Layer.Op == netspec.Conv || r.Layer.Op == netspec.ConvT {
		depth = viz.Words{Key: "quiz.worked.depth-conv", Args: viz.Args{"k": r.Out.C}}
	}
	shape := viz.Words{Key: "quiz.worked.shape", Args: viz.Args{"shape": r.Out.String()}}
	return turn("shape", nil, chainOf(t, func(int) viz.Words {
		return viz.Words{Key: "quiz.walk.two", Args: viz.Args{"first": depth, "second": shape}}
	}))
}

// chainOf lets the input go through a network; does says each layer.
func chainOf(t netspec.Table, does func(i int) viz.Words) *viz.Chain {
	links := make([]viz.Link, len(t.Rows))
	for i, r := range t.Rows {
		links[i] = viz.Link{Name: linkName(r.Layer.Op), Does: does(i), Out: volume(r.Out)}
	}
	input := viz.Words{Key: "quiz.walk.input", Args: viz.Args{"shape": t.Input.String()}}
	return viz.NewChain(volume(t.Input), input, links)
}

// shapeWords says a layer's shape with the arithmetic of both sides.
func shapeWords(t netspec.Table, i int) viz.Words {
	r := t.Rows[i]
	if !slides(r.Layer.Op) {
		return linkWords(t, i)
	}
	a := axes(r.Layer, r.In.Size())
	return viz.Words{Key: "walk.layer", Args: viz.Args{
		"layer": i + 1, "shape": r.Out.String(), "c": r.Out.C,
		"height": sideText(a[0], t.Rule, r.Out.H), "width": sideText(a[1], t.Rule, r.Out.W),
	}}
}

// walkTransposed spreads the cells of both sides, then shows the shape.
func (q Question) walkTransposed(t netspec.Table) (Walk, bool) {
	r := t.Last()
	if len(t.Rows) != 1 || q.Type != TypeShape {
		return Walk{}, false
	}
	a := axes(r.Layer, r.In.Size())
	stamps := func(a nn.Axis, extra, out int) viz.Animation {
		return viz.NewStamps(viz.StampsSetup{Axis: a, Extra: extra, Out: out, Sum: transposedText(a, extra, out)})
	}
	extra := r.Layer.OutputPadding
	height := stamps(a[0], extra.H, r.Out.H)
	parts := []viz.Titled{turn("sides-back", nil, height)}
	if a[0] != a[1] || extra.H != extra.W {
		parts = []viz.Titled{turn("height-back", nil, height), turn("width-back", nil, stamps(a[1], extra.W, r.Out.W))}
	}
	return inTurn(append(parts, turnShape(t))), true
}

// settingOf is the setup of a square layer, and the setting that is asked for.
func (q Question) settingOf(r netspec.Row) (s viz.SlideSetup, which viz.SlideSetting, ok bool) {
	w := r.Layer.Window
	s = viz.SlideSetup{In: r.In.H, Filter: w.Kernel.H, Stride: w.Stride.H, Padding: w.Padding.Top}
	for which = range viz.SlideSettings {
		if settingName(which) == q.Given.Ask {
			used, room := usedAxes(r, nn.RuleFloor)
			return s, which, room && used[0] == used[1] && used[0] == axisOf(s)
		}
	}
	return s, which, false
}

// walkFits tries each option, the one that fits last.
func (q Question) walkFits(t netspec.Table) (Walk, bool) {
	s, which, ok := q.settingOf(t.Last())
	if !ok || len(q.Options) == 0 {
		return Walk{}, false
	}
	var wrong, right []viz.Titled
	for _, o := range q.Options {
		n, err := ReadInt(o.Answer)
		if err != nil {
			return Walk{}, false
		}
		at := s.With(which, n)
		sum := fmt.Sprintf("(%d - %d + 2*%d)/%d = %s", at.In, at.Filter, at.Padding, at.Stride, quotient(roomOf(at), at.Stride))
		args := viz.Args{"letter": which.Letter(), "n": n, "sum": sum}
		setup := viz.SideSetup{Axis: axisOf(at), Rule: nn.RuleError, Sum: sum, Divides: true}
		if o.Slip == "" {
			setup.End = viz.Words{Key: "quiz.worked.fits-well", Args: args}
			right = append(right, turn("setting", args, viz.NewSide(setup)))
			continue
		}
		setup.End = viz.Words{Key: "quiz.worked.fits-not", Args: args}
		wrong = append(wrong, turn("setting", args, viz.NewSide(setup)))
	}
	return inTurn(append(wrong, right...)), len(right) > 0
}

// walkSettings shows each number that gives the size, the answer's last.
func (q Question) walkSettings(t netspec.Table) (Walk, bool) {
	s, which, ok := q.settingOf(t.Last())
	if !ok || q.Type != TypeNumber {
		return Walk{}, false
	}
	var parts []viz.Titled
	for i := len(q.Accept); i >= 0; i-- {
		text := q.Answer
		if i > 0 {
			text = q.Accept[i-1]
		}
		n, err := ReadInt(text)
		if err != nil {
			return Walk{}, false
		}
		a := axisOf(s.With(which, n))
		out := windowsOf(s.With(which, n))
		args := viz.Args{"letter": which.Letter(), "n": n, "sum": sideText(a, nn.RuleFloor, out)}
		end := viz.Words{Key: "quiz.setting.one", Args: args}
		parts = append(parts, turn("setting", args, viz.NewSide(viz.SideSetup{Axis: a, Rule: nn.RuleFloor, Sum: sideText(a, nn.RuleFloor, out), End: end})))
	}
	return inTurn(parts), true
}

// walkReads counts the windows over the pixel's row, then over its column, and
// multiplies.
func (q Question) walkReads(t netspec.Table) (Walk, bool) {
	r := t.Last()
	used, ok := usedAxes(r, nn.RuleFloor)
	at, found := q.pixel()
	if !ok || !found || len(q.Worked) == 0 || !inside(at, r.In.H, r.In.W) {
		return Walk{}, false
	}
	g, err := nn.NewGeometry(r.In.Size(), r.Layer.Window, nn.RuleFloor)
	if err != nil {
		return Walk{}, false
	}
	end := q.Worked[len(q.Worked)-1]
	if q.Type == TypePlace {
		args := viz.Args{}
		for name, v := range end.Args {
			args[name] = v
		}
		args["n"] = q.Answer // the worked sentence has the input's side there
		end = viz.Words{Key: "walk.end.pixel", Args: args}
	}
	side := func(title string, a nn.Axis, mark int) viz.Titled {
		return turn(title, viz.Args{"n": mark}, viz.NewSide(viz.SideSetup{Axis: a, Rule: nn.RuleFloor, Mark: mark}))
	}
	return inTurn([]viz.Titled{
		side("reads-row", used[0], at.Y+1), side("reads-column", used[1], at.X+1),
		turn("reads", nil, viz.NewReadTable(g, at, end)),
	}), true
}

// pixel is the one that is asked about, or that is the answer.
func (q Question) pixel() (point, bool) {
	if q.Type != TypePlace {
		_, at, whole := q.Given.asked()
		return at, !whole
	}
	at, err := ReadPlace(q.Answer)
	return at, err == nil
}

// walkMaps lets one filter after the other make its map.
func (q Question) walkMaps(t netspec.Table) (Walk, bool) {
	last := t.Last()
	if len(t.Rows) != 1 || !isConv(last) {
		return Walk{}, false
	}
	return Walk{Animation: viz.NewStackOf(volume(last.In), volume(last.Out), last.Layer.Window.Kernel)}, true
}

// walkField lets a receptive field grow layer by layer.
func (q Question) walkField(t netspec.Table) (Walk, bool) {
	told := map[int]viz.Words{}
	for _, w := range q.Worked {
		if n, ok := w.Args["layer"].(int); ok {
			told[n] = w
		}
	}
	var layers []viz.Growth
	for i, r := range t.Rows {
		w, ok := told[i+1]
		if !ok {
			continue
		}
		sum, _ := w.Args["sum"].(string)
		name := viz.Words{Key: "walk.grows.layer", Args: viz.Args{"name": linkName(r.Layer.Op), "window": r.Layer.Window.Kernel.String(), "s": r.Layer.Window.Stride.W}}
		layers = append(layers, viz.Growth{Name: name, Does: w, Sum: sum, Sees: r.Field.W})
	}
	const most = 5 // there is no room for more
	if len(layers) == 0 || len(layers) > most {
		return Walk{}, false
	}
	return Walk{Animation: viz.NewGrows(layers)}, true
}
