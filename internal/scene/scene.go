// Package scene holds pictures whose numbers a learner turns like dials: the
// picture follows at once. Its one rule: a scene works out what it shows with
// the engine, says the same in words, and knows no key and no terminal.
package scene

import (
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Scene is a picture with dials.
type Scene interface {
	// Dials are what can be turned, in their order.
	Dials() []Dial
	// Turn sets a dial to a value, held within its limits.
	Turn(dial, value int)
	// Draw draws the picture, dial number at marked as the one at hand.
	Draw(f viz.Frame, at int)
	// Words say what the picture shows now, to one who does not see it.
	Words() []viz.Words
	// MinSize is the least area that Draw needs, in columns and rows.
	MinSize() (w, h int)
}

// Axis says along which direction of the picture a dial moves, if it does: the
// arrow keys turn it then.
type Axis int

// Axes.
const (
	AxisNone Axis = iota
	AxisDown
	AxisAcross
)

// Dial is a whole number that can be turned.
type Dial struct {
	Name               viz.Words
	Of                 viz.Words // what it belongs to, where several have a dial of the same name
	Value, Least, Most int
	Axis               Axis
	// Names are what stands for the values where they are no numbers, from
	// Least on; nil for numbers.
	Names []viz.Words
}

// Text is how the dial's value is written.
func (d Dial) Text(say viz.Say) string {
	if d.Names != nil {
		return say(d.Names[d.Value-d.Least])
	}
	return viz.Number(float64(d.Value))
}

// hold keeps a value within a dial's limits.
func (d Dial) hold(value int) int { return min(max(value, d.Least), d.Most) }

// drawDial writes a dial in w columns from (x, y): its name, its value at the
// right end; the one at hand is marked.
func drawDial(p canvas.Part, x, y, w int, d Dial, here bool, say viz.Say) {
	name, value, mark := canvas.RoleDim, canvas.RoleStrong, " "
	if here {
		name, value, mark = canvas.RoleSelected, canvas.RoleSelected, "▸"
		p.Fill(canvas.Rect{X: x, Y: y, W: w, H: 1}, canvas.RoleSelected)
	}
	p.Text(x, y, name, mark+say(d.Name))
	p.TextRight(x+w-1, y, value, d.Text(say))
}
