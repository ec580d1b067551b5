package viz

import (
	"strings"

	"convtutor/viz/canvas"
)

// Growth is a layer through which a cell sees more of the input.
type Growth struct {
	Name Words
	Does Words  // what the step says
	Sum  string // "3 + (3 - 1)*2 = 7"
	Sees int    // pixels across, when this layer is counted in
}

// Grows is the animation of a receptive field: a bar of the pixels that a cell
// sees, one below the other layer by layer, what a layer adds set off at both
// ends.
type Grows struct{ layers []Growth }

// NewGrows stands the layers in their order.
func NewGrows(layers []Growth) *Grows { return &Grows{layers} }

// Steps is a step for every layer.
func (g *Grows) Steps() int { return len(g.layers) }

// Words says step i.
func (g *Grows) Words(i int) Words { return g.layers[i].Does }

// MinSize is the least area in which the bars can be told apart.
func (g *Grows) MinSize() (w, h int) { return 60, 2*len(g.layers) + 4 }

// Draw draws the bars up to step i.
func (g *Grows) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	most := g.layers[len(g.layers)-1].Sees
	if f.Hide {
		most, i = max(most, w), -1
	}
	p.Runs(0, 0, canvas.Markup(f.Say(Words{Key: "walk.grows.title"}), canvas.RoleDim))
	before := 1
	for k, l := range g.layers {
		y := 1 + 2*k
		if k > i {
			p.Text(0, y, canvas.RoleFaint, f.Say(l.Name))
			continue
		}
		role := canvas.RoleText
		if k == i {
			role = canvas.RoleStrong
		}
		x := p.Text(0, y, role, f.Say(l.Name)) + 2
		sum, result := cutSum(l.Sum)
		x = p.Text(x, y, canvas.RoleDim, sum+" = ")
		p.Text(x, y, canvas.RoleOutputTitle, result)
		g.drawBar(p, y+1, before, l.Sees, most)
		before = l.Sees
	}
	if i < 0 {
		return
	}
	y := 2 + 2*len(g.layers)
	p.Lines(0, y, firstLines(canvas.Wrap(canvas.Markup(f.Say(g.Words(i)), canvas.RoleText), w), h-y))
}

// drawBar draws what a cell sees, in the middle, and what it saw before within.
func (g *Grows) drawBar(p canvas.Part, y, before, sees, most int) {
	w, _ := p.Size()
	long := func(pixels int) int { return max(1, pixels*min(w, most*3)/most) }
	x, all := (w-long(sees))/2, long(sees)
	inner := min(long(before), all)
	p.Fill(canvas.Rect{X: x, Y: y, W: all, H: 1}, canvas.RoleWindow)
	p.Text(x, y, canvas.RoleWindow, strings.Repeat("+", all))
	in := x + (all-inner)/2
	p.Fill(canvas.Rect{X: in, Y: y, W: inner, H: 1}, canvas.RoleInputInk)
	p.Text(in, y, canvas.RoleInputInk, strings.Repeat("▪", inner))
}
