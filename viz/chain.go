package viz

import (
	"convtutor/viz/canvas"
)

// Link is one layer of a chain: what it is, and what it puts out.
type Link struct {
	// Name is what the layer is called, Does says what it does and what it makes.
	Name, Does Words
	Out        Volume
	// Bad says that the layer cannot be: nothing comes out.
	Bad bool
}

// Chain is the animation of a picture that goes through a network, one step a
// layer.
type Chain struct {
	in    Volume
	does  Words
	links []Link
	until int // the last layer that has a step, counted from 1; 0 for all
}

// NewChain is a network: its input, the words that say what goes in, its layers.
func NewChain(in Volume, does Words, links []Link) *Chain {
	return &Chain{in: in, does: does, links: links}
}

// Until is the same with steps up to a layer only, counted from 1; what would
// come after it stays dark.
func (c *Chain) Until(layer int) *Chain {
	u := *c
	u.until = layer
	return &u
}

// Steps counts the input and the layers.
func (c *Chain) Steps() int {
	if c.until > 0 {
		return c.until + 1
	}
	return c.places()
}

// places is how many volumes stand beside each other.
func (c *Chain) places() int { return len(c.links) + 1 }

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
	chainBelow  = 5 // rows below the volumes: the shapes, a free one, the words
	chainSheets = 4
	chainLeast  = 4 // rows of the largest volume's front, at least and at most
	chainMost   = 14
)

// chainRoom is how a chain is laid out in an area.
type chainRoom struct {
	each int // columns of a layer's place
	w, h int // of the front of a volume as large as the input
	foot int // the row below the volumes
}

// tight tells that shapes are wider than their places.
func (r chainRoom) tight() bool { return r.each < 10 }

// room uses what an area has: volumes as large as both sides allow.
func (c *Chain) room(w, h int) chainRoom {
	across, behind := w/c.places(), chainSheets-1
	high := min(max(h-chainBelow-1-behind, chainLeast), chainMost)
	wide := min(across-behind-1, 5*high/2)
	high = min(high, max(chainLeast, (2*wide+4)/5))
	return chainRoom{each: min(across, wide+2*chainSheets), w: wide, h: high, foot: high + behind + 1}
}

// Draw draws step i: what is known so far, the layer at hand lit.
func (c *Chain) Draw(i int, f Frame) {
	p := f.Grid.Part(f.Area)
	w, h := p.Size()
	room := c.room(w, h)
	for at := range c.places() {
		c.drawLink(p, f, at, i, room)
	}
	y := room.foot + 2
	if room.tight() {
		y++
	}
	p.Lines(0, y, canvas.Wrap(canvas.Markup(f.Say(c.Words(i)), canvas.RoleText), w))
}

// volume is what there is after layer at, and the name of what makes it.
func (c *Chain) volume(at int) (v Volume, name Words) {
	if at == 0 {
		v, name = c.in, Words{Key: "viz.conv.input"}
		v.Of = PlaneInput
		return v, name
	}
	v, name = c.links[at-1].Out, c.links[at-1].Name
	v.Of = PlaneOutput
	return v, name
}

// drawLink draws the volume after layer at in its place.
func (c *Chain) drawLink(p canvas.Part, f Frame, at, now int, room chainRoom) {
	v, name := c.volume(at)
	title, shape := volumeRoles[v.Of][0], canvas.RoleText
	switch {
	case at == now:
		title, shape, v.Now = canvas.RoleSelected, canvas.RoleStrong, at > 0
	case at > now:
		v.Of, title, shape = PlaneNone, canvas.RoleFaint, canvas.RoleFaint
	}
	x := at * room.each
	said := f.Say(name)
	if at == now {
		p.Text(x, 0, title, "▸"+said)
	} else {
		p.Text(x, 0, title, said)
	}
	if at > now && f.Hide { // an outline would tell the shape that is asked for
		p.TextMiddle(x, room.foot-2, canvas.Width(said), canvas.RoleOutputTitle, "?")
	} else if bad := at > 0 && c.links[at-1].Bad; !bad && v.H > 0 {
		c.drawBlock(p, v, x, room)
	} else if at == now {
		p.Text(x, room.foot-2, canvas.RoleBad, "╳╳╳")
	}
	c.drawShape(p, x, at, now, room, shape)
}

// drawShape writes the shape of the volume after layer at, as far as it is
// known.
func (c *Chain) drawShape(p canvas.Part, x, at, now int, room chainRoom, role canvas.Role) {
	v, _ := c.volume(at)
	y := room.foot
	if room.tight() && at%2 == 1 {
		y++
	}
	switch {
	case at > now:
		p.Text(x, y, role, "·")
	case at > 0 && c.links[at-1].Bad:
		p.Text(x, y, canvas.RoleBad, "✗")
	default:
		p.Text(x, y, role, v.counted())
	}
}

// counted is a volume's shape, or how many numbers stand in a row.
func (v Volume) counted() string {
	if v.H == 1 && v.W == 1 {
		return Grouped(v.C)
	}
	return v.Shape()
}

// drawBlock draws a volume as large as it is beside the input; numbers in a row
// are a bar.
func (c *Chain) drawBlock(p canvas.Part, v Volume, x int, room chainRoom) {
	if v.H == 1 && v.W == 1 {
		high := room.h + 1
		if v.C < 100 {
			high = max(3, high*3/5)
		}
		v.C = 1
		v.Draw(p, x, room.foot-high, 3, high)
		return
	}
	v.C = min(v.C, chainSheets)
	largest := max(c.in.H, c.in.W, 1)
	for _, l := range c.links {
		largest = max(largest, l.Out.H, l.Out.W)
	}
	w := 3 + (room.w-3)*v.W/largest
	h := 2 + (room.h-2)*v.H/largest
	_, rows := v.Size(w, h)
	v.Draw(p, x, room.foot-rows, w, h)
}
