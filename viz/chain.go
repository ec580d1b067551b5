package viz

import (
	"convtutor/viz/canvas"
)

// Link is one layer of a chain: what it is, and what it puts out.
type Link struct {
	// Name is what the layer is called, Does says what it does and what it makes.
	Name, Does Words
	Out        Volume
}

// Chain is the animation of a picture that goes through a network, one step a
// layer.
type Chain struct {
	in    Volume
	does  Words
	links []Link
}

// NewChain is a network: its input, the words that say what goes in, its layers.
func NewChain(in Volume, does Words, links []Link) *Chain {
	return &Chain{in, does, links}
}

// Steps counts the input and the layers.
func (c *Chain) Steps() int { return len(c.links) + 1 }

// Words says what goes in, or what layer i does.
func (c *Chain) Words(i int) Words {
	if i == 0 {
		return c.does
	}
	return c.links[i-1].Does
}

// MinSize is the least area in which a step can be followed.
func (c *Chain) MinSize() (w, h int) { return 60, 13 }

// Rows of the chain, and the most sheets that stand behind each other.
const (
	chainFoot   = 8 // the row below the volumes
	chainSheets = 4
)

// Draw draws step i: what is known so far, the layer at hand lit.
func (c *Chain) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, _ := p.Size()
	each := min(w/c.Steps(), 14)
	for at := range c.Steps() {
		c.drawLink(p, f, at, i, each)
	}
	y := chainFoot + 3
	if each >= 10 {
		y--
	}
	p.Lines(0, y, canvas.Wrap(canvas.Markup(f.Say(c.Words(i)), canvas.RoleText), w))
}

// drawLink draws the volume after layer at, whose place is each columns wide.
func (c *Chain) drawLink(p canvas.Part, f Frame, at, now, each int) {
	v, name := c.in, Words{Key: "viz.conv.input"}
	v.Of = PlaneInput
	if at > 0 {
		v, name = c.links[at-1].Out, c.links[at-1].Name
		v.Of = PlaneOutput
	}
	title, shape := volumeRoles[v.Of][0], canvas.RoleText
	switch {
	case at == now:
		title, shape, v.Now = canvas.RoleSelected, canvas.RoleStrong, at > 0
	case at > now:
		v.Of, title, shape = PlaneNone, canvas.RoleFaint, canvas.RoleFaint
	}
	x := at * each
	mark := ""
	if at == now {
		mark = "▸"
	}
	p.Text(x, 0, title, mark+f.Say(name))
	if f.Hide && at > now { // an outline would tell the shape that is asked for
		p.TextMiddle(x, chainFoot-2, canvas.Width(f.Say(name)), canvas.RoleOutputTitle, "?")
	} else {
		c.drawBlock(p, v, x, each)
	}
	text := v.Shape()
	if v.H == 1 && v.W == 1 {
		text = Number(float64(v.C))
	}
	if at > now {
		text = "·"
	}
	y := chainFoot
	if each < 10 && at%2 == 1 {
		y++ // shapes are wider than their places
	}
	p.Text(x, y, shape, text)
}

// drawBlock draws a volume as large as it is beside the input; numbers in a row
// are a bar.
func (c *Chain) drawBlock(p canvas.Part, v Volume, x, each int) {
	if v.H == 1 && v.W == 1 {
		high := 5
		if v.C < 100 {
			high = 3
		}
		v.C = 1
		v.Draw(p, x, chainFoot-high, 3, high)
		return
	}
	v.C = min(v.C, chainSheets)
	largest := max(c.in.H, 1)
	w := 3 + (each-3-chainSheets)*v.W/largest
	h := 2 + 2*v.H/largest
	_, rows := v.Size(w, h)
	v.Draw(p, x, chainFoot-rows, w, h)
}
