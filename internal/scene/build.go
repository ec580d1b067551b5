package scene

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Build is a network of convolutions that the learner puts together: how many
// filters, how wide, how deep. A layer whose filters do not fit its input is
// refused with the reason.
type Build struct {
	in     netspec.Shape
	layers []buildLayer
	goals  []netspec.Shape
}

// buildLayer is what is set of a layer, and what it makes.
type buildLayer struct {
	count, side, depth int
	out                netspec.Shape
	known              bool
	trouble            viz.Words // why out is not known
}

// Limits of the dials.
const (
	mostFilters = 16
	mostSide    = 9
	mostDepth   = 16
)

// dialsOfLayer is the number of dials of a layer: filters, side, depth.
const dialsOfLayer = 3

// NewBuild begins with layers of one flat 3x3 filter each, as many as there
// are goals: the shapes that the layers are to put out.
func NewBuild(in netspec.Shape, goals []netspec.Shape) (*Build, error) {
	if len(goals) == 0 || len(goals) > 2 {
		return nil, errors.New("build: one or two goals")
	}
	b := &Build{in: in, goals: goals, layers: make([]buildLayer, len(goals))}
	for i := range b.layers {
		b.layers[i] = buildLayer{count: 1, side: 3, depth: 1}
	}
	b.work()
	return b, nil
}

// work lets the engine work every layer's output out.
func (b *Build) work() {
	in, known := b.in, true
	for i := range b.layers {
		l := &b.layers[i]
		l.known, l.trouble = false, viz.Words{Key: "filters.build.before"}
		if !known {
			continue
		}
		if l.depth != in.C {
			known, l.trouble = false, viz.Words{Key: "filters.build.depth", Args: viz.Args{"depth": l.depth, "c": in.C}}
			continue
		}
		out, err := layerOut(in, l.side, l.count)
		if err != nil {
			known, l.trouble = false, viz.Words{Key: "filters.build.fit", Args: viz.Args{"side": l.side, "h": in.H, "w": in.W}}
			continue
		}
		l.out, l.known, in = out, true, out
	}
}

// layerOut is what count filters of side by side put out.
func layerOut(in netspec.Shape, side, count int) (netspec.Shape, error) {
	_, table, err := netspec.ReadTable(fmt.Sprintf("%s | conv %d %d", in, side, count), nn.RuleError)
	if err != nil {
		return netspec.Shape{}, err
	}
	return table.Rows[0].Out, nil
}

// Out is what layer i puts out, if it is known.
func (b *Build) Out(i int) (netspec.Shape, bool) { return b.layers[i].out, b.layers[i].known }

// Reached tells whether every layer puts out what it should.
func (b *Build) Reached() bool {
	for i := range b.layers {
		if !b.reached(i) {
			return false
		}
	}
	return true
}

func (b *Build) reached(i int) bool { return b.layers[i].known && b.layers[i].out == b.goals[i] }

// Dials implements viz.Scene: three of each layer, "count1", "side1", "depth1",
// "count2" and so on.
func (b *Build) Dials() []viz.Dial {
	var dials []viz.Dial
	for i, l := range b.layers {
		of := viz.Words{Key: "filters.build.name", Args: viz.Args{"n": i + 1}}
		dial := func(name, title string, value, most int) viz.Dial {
			return viz.Dial{
				Name: name + strconv.Itoa(i+1), Title: words(title), Of: of,
				Low: 1, High: float64(most), Step: 1, Value: float64(value),
			}
		}
		dials = append(
			dials,
			dial("count", "filters.build.count", l.count, mostFilters),
			dial("side", "filters.build.side", l.side, mostSide),
			dial("depth", "filters.build.deep", l.depth, mostDepth),
		)
	}
	return dials
}

// Turned implements viz.Scene.
func (b *Build) Turned(dial string, value float64) viz.Scene {
	n := *b
	n.layers = slices.Clone(b.layers)
	for i, d := range b.Dials() {
		if d.Name == dial {
			l := &n.layers[i/dialsOfLayer]
			*[]*int{&l.count, &l.side, &l.depth}[i%dialsOfLayer] = int(value)
		}
	}
	n.work()
	return &n
}

// Words implements viz.Scene.
func (b *Build) Words() []viz.Words {
	said := []viz.Words{{Key: "filters.build.input", Args: viz.Args{"shape": times(b.in)}}}
	for i, l := range b.layers {
		args := viz.Args{
			"layer": i + 1, "count": l.count, "side": l.side, "depth": l.depth, "goal": times(b.goals[i]), "out": times(l.out), "why": l.trouble,
		}
		key := "filters.build.layer"
		switch {
		case !l.known:
			key = "filters.build.refused"
		case b.reached(i):
			key = "filters.build.layer_reached"
		}
		said = append(said, viz.Words{Key: key, Args: args})
	}
	if b.Reached() {
		said = append(said, viz.Words{Key: "filters.build.done"})
	}
	return said
}

// times writes a shape as people do: 28×28×6.
func times(s netspec.Shape) string { return volume(s, viz.PlaneNone).Shape() }

func volume(s netspec.Shape, of viz.Plane) viz.Volume {
	return viz.Volume{H: s.H, W: s.W, C: s.C, Of: of}
}

// MinSize implements viz.Scene.
func (b *Build) MinSize() (w, h int) { return 60, 12 }

// Columns and rows of the picture.
const (
	buildDials  = 12 // columns of a layer's dials
	buildFoot   = 9  // the row of the shapes
	buildGap    = 2
	buildSheet  = 9 // columns of the input's sheets
	buildHeight = 5
)

// Draw implements viz.Scene.
func (b *Build) Draw(f viz.Frame, at string) {
	p := f.Grid.Part(f.Area)
	w, _ := p.Size()
	gap := buildGap
	if w > 90 {
		gap = 5
	}
	x := b.drawVolume(p, f, volume(b.in, viz.PlaneInput), viz.Words{Key: "viz.conv.input"}, 0, buildSheet, buildHeight) + gap
	dials := b.Dials()
	for i, l := range b.layers {
		p.Text(x, 2, canvas.RoleFilterTitle, f.Say(viz.Words{Key: "filters.build.name", Args: viz.Args{"n": i + 1}}))
		for k := range dialsOfLayer {
			d := dials[i*dialsOfLayer+k]
			d.Draw(p, x, 4+k, buildDials, d.Name == at, f.Say)
		}
		p.Text(x, 8, canvas.RoleDim, "→")
		x += buildDials + gap
		x = b.drawOut(p, f, x, i, l) + gap
	}
	b.drawGoal(p, f)
}

// drawOut draws what layer i puts out, and gives the column behind it.
func (b *Build) drawOut(p canvas.Part, f viz.Frame, x, i int, l buildLayer) int {
	title := viz.Words{Key: "filters.build.output", Args: viz.Args{"n": i + 1}}
	v := volume(l.out, viz.PlaneOutput)
	if !l.known {
		v = viz.Volume{C: 1}
	}
	end := b.drawVolume(p, f, v, title, x, buildSheet-1, buildHeight-1)
	goal, role := f.Say(viz.Words{Key: "filters.build.goal", Args: viz.Args{"shape": times(b.goals[i])}}), canvas.RoleDim
	if b.reached(i) {
		goal, role = "✓ "+goal, canvas.RoleGood
	}
	p.Text(x, buildFoot+1, role, goal)
	return max(end, x+canvas.Width(goal))
}

// drawVolume draws a volume with its shape below, "?" where it is not known.
func (b *Build) drawVolume(p canvas.Part, f viz.Frame, v viz.Volume, title viz.Words, x, w, h int) int {
	columns, rows := v.Size(w, h)
	v.Draw(p, x, buildFoot-rows, w, h)
	role := canvas.RoleOutputTitle
	shape := v.Shape()
	switch v.Of {
	case viz.PlaneInput:
		role = canvas.RoleInputTitle
	case viz.PlaneNone:
		role, shape = canvas.RoleDim, "?"
		front := v.Front(x, buildFoot-rows, w, h)
		p.TextMiddle(front.X, front.Y+front.H/2, front.W, canvas.RoleDim, "?")
	}
	name := f.Say(title)
	p.Text(x, buildFoot-rows-1, role, name)
	p.Text(x, buildFoot, canvas.RoleStrong, shape)
	return x + max(columns, canvas.Width(name), canvas.Width(shape))
}

// drawGoal says below why a layer is refused, or that all is reached.
func (b *Build) drawGoal(p canvas.Part, f viz.Frame) {
	w, _ := p.Size()
	say := func(words viz.Words, role canvas.Role, mark string) {
		p.Lines(0, buildFoot+3, canvas.Wrap(canvas.Line{{Text: mark + f.Say(words), Role: role}}, w))
	}
	if b.Reached() {
		say(viz.Words{Key: "filters.build.done"}, canvas.RoleGood, "✓ ")
		return
	}
	for i, l := range b.layers {
		if !l.known {
			say(viz.Words{Key: "filters.build.why", Args: viz.Args{"n": i + 1, "why": l.trouble}}, canvas.RoleNote, "")
			return
		}
	}
	say(viz.Words{Key: "filters.build.open"}, canvas.RoleDim, "")
}
