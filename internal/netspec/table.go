package netspec

import (
	"errors"
	"fmt"

	"convtutor/internal/fault"
	"convtutor/internal/nn"
)

// Table is what becomes of a network's input, layer by layer.
type Table struct {
	Input Shape
	Rule  nn.Rule
	Rows  []Row
	Total Total
}

// ReadTable reads a network in a line and works it out.
func ReadTable(spec string, rule nn.Rule) (Network, Table, error) {
	net, err := Parse(spec)
	if err != nil {
		return net, Table{}, err
	}
	table, err := net.Table(rule)
	return net, table, err
}

// Last is the last layer's row.
func (t Table) Last() Row { return t.Rows[len(t.Rows)-1] }

// Row is one layer of a table.
type Row struct {
	Layer   Layer
	In, Out Shape
	Counts
	// Field is the receptive field: how many rows and columns of the network's
	// input an output cell depends on, padding counted where a window reaches
	// into it. A layer that joins all cells (dense, gap) sees the rows and
	// columns of the input that are used at all.
	Field nn.Size
	// Jump is how many input cells lie between neighbouring output cells, down
	// and across; zero where the layer has no neighbours left.
	Jump [2]Ratio
	// Unread are the rows and columns of the layer's own input that no window
	// reads.
	Unread Unread
}

// Total sums a table up.
type Total struct {
	Params int64
	MACs   int64
	// Activations counts the numbers that every layer puts out, and the
	// input's.
	Activations int64
}

// Unread counts rows and columns of a layer's input that no window reads.
type Unread struct {
	Rows, Columns int
	// Between says that some of them lie between windows, not at the end.
	Between bool
}

// Table works the network out; rule says what becomes of a stride that does
// not fit. Errors are of type *Error and name the layer and its shapes.
func (n Network) Table(rule nn.Rule) (Table, error) {
	t := Table{Input: n.Input, Rule: rule}
	count, err := product(int64(n.Input.H), int64(n.Input.W), int64(n.Input.C))
	if err != nil {
		return Table{}, &Error{Column: 1, Message: fmt.Sprintf("input %s: %v", n.Input, err)}
	}
	t.Total.Activations = count
	trail := newTrail()
	in := n.Input
	for i, l := range n.Layers {
		row, err := l.row(in, rule, &trail)
		if err == nil {
			err = t.Total.add(row)
		}
		if err != nil {
			return Table{}, l.failed(i, err)
		}
		t.Rows = append(t.Rows, row)
		in = row.Out
	}
	return t, nil
}

// row works one layer out. The trail gets the layer added.
func (l Layer) row(in Shape, rule nn.Rule, trail *trail) (Row, error) {
	row := Row{Layer: l, In: in}
	s, err := l.slide(in, rule)
	if err != nil {
		return Row{}, err
	}
	row.Out, row.Unread = s.out, s.unread
	if row.Counts, err = l.counts(in, row.Out); err != nil {
		return Row{}, err
	}
	trail.add(l, in, s)
	if row.Jump, err = trail.jump(); err != nil {
		return Row{}, err
	}
	row.Field, err = trail.field(row.Out)
	return row, err
}

func (t *Total) add(r Row) (err error) {
	if t.Params, err = sumUp(t.Params, r.Params); err != nil {
		return err
	}
	if t.MACs, err = sumUp(t.MACs, r.MACs); err != nil {
		return err
	}
	t.Activations, err = sumUp(t.Activations, r.Activations)
	return err
}

// failed says which layer an error is of.
func (l Layer) failed(i int, err error) error {
	f := (*Error)(nil)
	if !errors.As(err, &f) {
		f = &Error{Message: err.Error(), Cause: err}
	}
	inner := *f
	inner.Column = 0 // what is told is where the layer stands
	e := wrong(l.Column, fault.New("error.spec.in_layer", fault.Args{"layer": i + 1, "spec": clip(l.Spec), "why": &inner},
		"layer %d, %q: %s", i+1, clip(l.Spec), f.Message))
	e.Fix, e.Cause, e.advised = f.Fix, f.Cause, f.advised
	return e
}
