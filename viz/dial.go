package viz

import (
	"math"
	"slices"

	"convtutor/viz/canvas"
)

// Dial is one thing about a scene that can be turned.
type Dial struct {
	// Name names it among the scene's dials; it is typed in English as it is.
	Name string
	// Title is what it is called, Of what it belongs to where several dials of
	// a scene have the same title.
	Title, Of Words
	// More and Less are keys of its own; without Less, More goes round. A dial
	// without keys and without an axis is chosen first and turned then.
	More, Less string
	// Low, High and Step are its values, Value the one it has.
	Low, High, Step, Value float64
	// Names stand for the values Low, Low+1 … of a dial that has no numbers.
	Names []Words
	// Axis says along which direction of the picture it moves, if it does.
	Axis Axis
}

// Axis is a direction of the picture: the arrow keys turn a dial that has one.
type Axis int

// Axes.
const (
	AxisNone Axis = iota
	AxisDown
	AxisAcross
)

// Reading is the dial's value in words.
func (d Dial) Reading() Words {
	if d.Names == nil {
		return Words{Key: "dial.number", Args: Args{"n": Number(d.Value)}}
	}
	return d.Names[int(d.Value-d.Low)]
}

// At is the dial at the nearest value that it can have.
func (d Dial) At(value float64) Dial {
	steps := math.Round((min(max(value, d.Low), d.High) - d.Low) / d.Step)
	d.Value = d.Low + steps*d.Step
	return d
}

// After is the dial so many steps further on. A dial with one key of its own
// goes round, others stop at their ends.
func (d Dial) After(by int) Dial {
	if d.More == "" || d.Less != "" {
		return d.At(d.Value + float64(by)*d.Step)
	}
	of := int((d.High-d.Low)/d.Step) + 1
	n := int((d.Value-d.Low)/d.Step) + by
	return d.At(d.Low + float64((n%of+of)%of)*d.Step)
}

// Fits tells whether a value is one of the dial's.
func (d Dial) Fits(v float64) bool { return d.At(v).Value == v }

// Keyless says that the dial must be chosen before it can be turned.
func (d Dial) Keyless() bool { return d.More == "" && d.Axis == AxisNone }

// Draw writes the dial in w columns from (x, y): its title, its value at the
// right end; the one at hand is marked.
func (d Dial) Draw(p canvas.Part, x, y, w int, here bool, say Say) {
	title, value, mark := canvas.RoleDim, canvas.RoleStrong, " "
	if here {
		title, value, mark = canvas.RoleSelected, canvas.RoleSelected, "▸"
		p.Fill(canvas.Rect{X: x, Y: y, W: w, H: 1}, canvas.RoleSelected)
	}
	p.Text(x, y, title, mark+say(d.Title))
	p.TextRight(x+w-1, y, value, say(d.Reading()))
}

// DialNamed finds a scene's dial by its name.
func DialNamed(s Scene, name string) (Dial, bool) {
	dials := s.Dials()
	i := slices.IndexFunc(dials, func(d Dial) bool { return d.Name == name })
	if i < 0 {
		return Dial{}, false
	}
	return dials[i], true
}

// dialWord is the word "dial.<name>" of the catalogue.
func dialWord(name string) Words { return Words{Key: "dial." + name} }

// choice is a dial of values with names, turned by one key: "dial.<name>.<value>".
func choice(name, key string, value int, names ...string) Dial {
	d := Dial{Name: name, Title: dialWord(name), More: key, High: float64(len(names) - 1), Step: 1, Value: float64(value)}
	for _, n := range names {
		d.Names = append(d.Names, dialWord(name+"."+n))
	}
	return d
}

// onOff is a switch: 0 is off, 1 is on.
func onOff(name, key string, on bool) Dial {
	if on {
		return choice(name, key, 1, "off", "on")
	}
	return choice(name, key, 0, "off", "on")
}

// Names of the dials of a cursor.
const dialRow, dialColumn = "row", "column"

// Cursor is a place that one points at in H rows and W columns, row and column
// from 0: two dials, moved by the arrows.
type Cursor struct{ Y, X, H, W int }

// middle points at the middle of a picture.
func (p *Picture) middle() Cursor { return Cursor{p.H / 2, p.W / 2, p.H, p.W} }

// Dials are its row and its column, counted from 1.
func (c Cursor) Dials() []Dial {
	return []Dial{
		{Name: dialRow, Title: dialWord(dialRow), Low: 1, High: float64(c.H), Step: 1, Value: float64(c.Y + 1), Axis: AxisDown},
		{Name: dialColumn, Title: dialWord(dialColumn), Low: 1, High: float64(c.W), Step: 1, Value: float64(c.X + 1), Axis: AxisAcross},
	}
}

// Turned is the cursor with its row or column elsewhere; other dials leave it.
func (c Cursor) Turned(dial string, value float64) Cursor {
	switch dial {
	case dialRow:
		c.Y = int(value) - 1
	case dialColumn:
		c.X = int(value) - 1
	}
	return c
}
