package stack

import (
	"fmt"

	"convtutor/internal/data"
	"convtutor/internal/digitnet"
	"convtutor/internal/netspec"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// Digit is a handwritten digit on its way through the trained network: every
// map of a layer, one number of it traced back to the pixels that it saw.
type Digit struct {
	net    *digitnet.Net
	digits []data.Digit
	first  int // of the digits held out, among all
	number int // among the digits held out
	trace  *digitnet.Trace
	stage  int // 0 is the input, then one for each layer
	plane  int // the channel at hand
	cell   nn.Point
}

// NewDigit sends a digit of those held out through the network, counted from 0,
// and opens a stage of the way: 0 is the input, then the layers.
func NewDigit(number, stage, at int, cell nn.Point) (*Digit, error) {
	net, err := digitnet.Load()
	if err != nil {
		return nil, err
	}
	all, err := data.Digits()
	if err != nil {
		return nil, err
	}
	_, test := digitnet.Split(all)
	d := &Digit{net: net, digits: test, first: len(all) - len(test), stage: stage, plane: at, cell: cell}
	if stage < 0 || stage > len(net.Table.Rows) {
		return nil, fmt.Errorf("stack: stage %d of %d", stage, len(net.Table.Rows))
	}
	if err := d.show(number); err != nil {
		return nil, err
	}
	if c, size := d.size(); at < 0 || at >= c || cell.Y < 0 || cell.X < 0 || cell.Y >= size.H || cell.X >= size.W {
		return nil, fmt.Errorf("stack: map %d, cell %v is not in %d maps of %s", at, cell, c, size)
	}
	return d, nil
}

// show sends another digit through the network.
func (d *Digit) show(number int) error {
	if number < 0 || number >= len(d.digits) {
		return fmt.Errorf("stack: digit %d of %d", number, len(d.digits))
	}
	t, err := d.net.Run(d.digits[number])
	if err != nil {
		return err
	}
	d.number, d.trace = number, t
	return nil
}

// size is how many maps the stage has, and their height and width.
func (d *Digit) size() (maps int, size nn.Size) { return d.sizeAt(d.stage) }

func (d *Digit) sizeAt(stage int) (maps int, size nn.Size) {
	m := d.trace.Maps[stage]
	return m.Dim(1), nn.Size{H: m.Dim(2), W: m.Dim(3)}
}

// Value is a number of a stage: map c, row y, column x.
func (d *Digit) Value(stage, c, y, x int) float64 {
	_, size := d.sizeAt(stage)
	return d.trace.Maps[stage].Data()[(c*size.H+y)*size.W+x]
}

// now is the number at hand.
func (d *Digit) now() float64 { return d.Value(d.stage, d.plane, d.cell.Y, d.cell.X) }

// row is the layer that made the stage; not to be asked of the input.
func (d *Digit) row() netspec.Row { return d.net.Table.Rows[d.stage-1] }

// Stages is how many stages there are, the input counted in.
func (d *Digit) Stages() int { return len(d.trace.Maps) }

// At is the stage, the map and the cell at hand.
func (d *Digit) At() (stage, channel int, cell nn.Point) { return d.stage, d.plane, d.cell }

// Moves implements View.
func (d *Digit) Moves() []Move {
	return []Move{
		{ID: "deeper", Keys: []string{"tab", "+", "="}, Shown: "tab", About: "stack.key.deeper"},
		{ID: "shallower", Keys: []string{"shift+tab", "-", "_"}, Shown: "-", About: "stack.key.shallower"},
		{ID: "nextmap", Keys: []string{"m"}, Shown: "m", About: "stack.key.map"},
		{ID: "right", Keys: []string{"right", "l"}, Shown: "← ↑ ↓ →", About: "stack.key.cell"},
		{ID: "left", Keys: []string{"left", "h"}},
		{ID: "down", Keys: []string{"down", "j"}},
		{ID: "up", Keys: []string{"up", "k"}},
		{ID: "digit", Keys: []string{"o"}, Shown: "o", About: "stack.key.digit"},
	}
}

// Do implements View.
func (d *Digit) Do(move string) bool {
	maps, size := d.size()
	switch move {
	case "deeper":
		return d.to(d.stage + 1)
	case "shallower":
		return d.to(d.stage - 1)
	case "nextmap":
		d.plane = (d.plane + 1) % maps
		return maps > 1
	case "digit":
		return d.show((d.number+1)%len(d.digits)) == nil
	}
	if maps > 1 && size.H == 1 { // a vector: its numbers are its maps
		return d.along(move, maps)
	}
	return d.across(move, size)
}

// across moves over a map.
func (d *Digit) across(move string, size nn.Size) bool {
	by := map[string]nn.Point{"right": {X: 1}, "left": {X: -1}, "down": {Y: 1}, "up": {Y: -1}}[move]
	to := nn.Point{Y: d.cell.Y + by.Y, X: d.cell.X + by.X}
	if to == d.cell || to.X < 0 || to.Y < 0 || to.X >= size.W || to.Y >= size.H {
		return false
	}
	d.cell = to
	return true
}

// along moves through a vector.
func (d *Digit) along(move string, n int) bool {
	to := d.plane + map[string]int{"right": 1, "down": 1, "left": -1, "up": -1}[move]
	if to == d.plane || to < 0 || to >= n {
		return false
	}
	d.plane = to
	return true
}

// to goes to another stage; the number at hand stays where it can.
func (d *Digit) to(stage int) bool {
	if stage < 0 || stage >= d.Stages() {
		return false
	}
	d.stage = stage
	maps, size := d.size()
	d.plane = min(d.plane, maps-1)
	d.cell = nn.Point{Y: min(d.cell.Y, size.H-1), X: min(d.cell.X, size.W-1)}
	if stage >= len(d.trace.Maps)-2 { // scores and probabilities: the answer
		d.plane = d.trace.Answer()
	}
	return true
}

// Seen is the part of the picture that a number depends on: the rows and
// columns from first to last, padding left out.
func (d *Digit) Seen(stage, channel int, cell nn.Point) (first, last nn.Point) {
	first, last = cell, cell
	for i := stage - 1; i >= 0; i-- {
		r := d.net.Table.Rows[i]
		switch {
		case windowed(r.Layer.Op):
			w := r.Layer.Window
			first = nn.Point{Y: first.Y*w.Stride.H - w.Padding.Top, X: first.X*w.Stride.W - w.Padding.Left}
			last = nn.Point{Y: last.Y*w.Stride.H - w.Padding.Top + w.Kernel.H - 1, X: last.X*w.Stride.W - w.Padding.Left + w.Kernel.W - 1}
		case r.Layer.Op == netspec.Dense:
			return nn.Point{}, nn.Point{Y: data.DigitSide - 1, X: data.DigitSide - 1}
		case r.Layer.Op == netspec.Flatten:
			first = placeIn(r.In, channel)
			last = first
		}
	}
	limit := data.DigitSide - 1
	return nn.Point{Y: max(first.Y, 0), X: max(first.X, 0)}, nn.Point{Y: min(last.Y, limit), X: min(last.X, limit)}
}

// placeIn is where number k of a flattened volume stood: its row and column.
func placeIn(in netspec.Shape, k int) nn.Point {
	k %= in.H * in.W
	return nn.Point{Y: k / in.W, X: k % in.W}
}

// Facts fill prose.
func (d *Digit) Facts() (viz.Args, error) {
	report, err := digitnet.Test()
	if err != nil {
		return nil, err
	}
	return viz.Args{
		"label": d.trace.Digit.Label, "answer": d.trace.Answer(),
		"right": report.Right, "of": report.Of, "missed": len(report.Missed),
		"percent": percent(int64(report.Right), int64(report.Of)),
		"trained": digitnet.TrainCount, "params": viz.Grouped(d.net.Table.Total.Params),
	}, nil
}
