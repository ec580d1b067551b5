package stack

import (
	"fmt"
	"slices"

	"convtutor/internal/netspec"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Goal is the structure that a network being built is to get: convolution and
// pooling in turn, then a classifier. The numbers of its layers are free.
type Goal struct {
	// Pairs is how often convolution and pooling follow each other at least,
	// Classes how many scores the last layer gives.
	Pairs, Classes int
}

// goalPart is one thing that a goal asks for, and whether it is there.
type goalPart struct {
	words   viz.Words
	reached bool
}

// Toward gives the network a structure to get to.
func (b *Builder) Toward(g Goal) error {
	if g.Pairs < 1 || g.Classes < 1 {
		return fmt.Errorf("stack: a goal of %d pairs and %d classes", g.Pairs, g.Classes)
	}
	b.goal = &g
	return nil
}

// Reached tells whether the network has the structure that it is to get; true
// where it is to get none.
func (b *Builder) Reached() bool {
	return b.goal == nil || !slices.ContainsFunc(b.goal.parts(b.table), func(p goalPart) bool { return !p.reached })
}

// parts checks a network part by part. Activation functions may stand
// anywhere: they change no shape.
func (g Goal) parts(t netspec.Table) []goalPart {
	ops := skeleton(t)
	flat := slices.Index(ops, netspec.Flatten)
	features, behind := ops, []netspec.Op(nil)
	if flat >= 0 {
		features, behind = ops[:flat], ops[flat+1:]
	}
	scores := len(behind) > 0
	for _, op := range behind {
		scores = scores && op == netspec.Dense
	}
	return []goalPart{
		{words("goal.features", viz.Args{"pairs": g.Pairs}), inTurn(features, g.Pairs)},
		{words("goal.flatten", nil), flat > 0},
		{words("goal.scores", viz.Args{"classes": g.Classes}), scores && outputs(t) == g.Classes},
	}
}

// skeleton is what a network's layers do, those that keep every shape left out.
func skeleton(t netspec.Table) []netspec.Op {
	var ops []netspec.Op
	for _, r := range t.Rows {
		switch r.Layer.Op {
		case netspec.ReLU, netspec.Softmax:
		case netspec.AvgPool, netspec.MinPool:
			ops = append(ops, netspec.MaxPool) // any pooling will do
		default:
			ops = append(ops, r.Layer.Op)
		}
	}
	return ops
}

// inTurn tells whether layers are convolution, pooling, convolution, pooling …,
// at least so many pairs and nothing else.
func inTurn(ops []netspec.Op, pairs int) bool {
	for i, op := range ops {
		if op != []netspec.Op{netspec.Conv, netspec.MaxPool}[i%2] {
			return false
		}
	}
	return len(ops)%2 == 0 && len(ops)/2 >= pairs
}

// outputs is how many numbers the last layer gives.
func outputs(t netspec.Table) int {
	if len(t.Rows) == 0 {
		return 0
	}
	out := t.Last().Out
	return out.H * out.W * out.C
}

// goalWords say what is there of the goal and what is missing.
func (b *Builder) goalWords() []viz.Words {
	if b.goal == nil {
		return nil
	}
	var list []viz.Words
	for _, p := range b.goal.parts(b.table) {
		mark := "goal.open"
		if p.reached {
			mark = "goal.done"
		}
		list = append(list, words(mark, viz.Args{"part": p.words}))
	}
	if b.Reached() {
		list = append(list, words("goal.reached", nil))
	}
	return list
}

// drawGoal draws the parts of the goal from row y on, and gives the row below.
func (b *Builder) drawGoal(p canvas.Part, f viz.Frame, y int) int {
	for _, part := range b.goal.parts(b.table) {
		role, mark := canvas.RoleText, "○"
		if part.reached {
			role, mark = canvas.RoleGood, "✓"
		}
		p.Text(0, y, role, mark)
		y = p.Lines(2, y, canvas.Wrap(canvas.Markup(f.Say(part.words), role), f.Area.W-2))
	}
	if b.Reached() {
		y = p.Lines(0, y, canvas.Wrap(canvas.Markup(f.Say(words("goal.reached", nil)), canvas.RoleGood), f.Area.W))
	}
	return y
}
