package stack

import (
	"fmt"
	"slices"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
)

// piece is a layer as it is built: what it does, and numbers to change.
type piece struct {
	op     netspec.Op
	values []int // of the op's dials, in their order
}

// dial is a number of a piece: its mark in a spec, and its limits.
type dial struct {
	mark        string
	least, most int
	start       int
}

// input is the piece before the first layer; it is no layer.
const input netspec.Op = "input"

// dials are the numbers of each kind of piece. Kinds are offered in the order
// of kinds.
var dials = map[netspec.Op][]dial{
	input:           {{"N", 1, 1024, 28}, {"C", 1, 64, 1}},
	netspec.Conv:    {{"K", 1, 4096, 8}, {"F", 1, 31, 3}, {"S", 1, 8, 1}, {"P", 0, 15, 1}},
	netspec.MaxPool: {{"F", 1, 31, 2}, {"S", 1, 8, 2}},
	netspec.AvgPool: {{"F", 1, 31, 2}, {"S", 1, 8, 2}},
	netspec.Dense:   {{"K", 1, 4096, 10}},
}

// kinds are the pieces that can be added, in the order to offer them.
var kinds = []netspec.Op{
	netspec.Conv, netspec.ReLU, netspec.MaxPool, netspec.AvgPool, netspec.Flatten, netspec.Dense, netspec.Softmax,
}

// newPiece is a piece with the numbers that it starts with.
func newPiece(op netspec.Op) piece {
	p := piece{op: op}
	for _, d := range dials[op] {
		p.values = append(p.values, d.start)
	}
	return p
}

// spec writes the piece as netspec reads it.
func (p piece) spec() string {
	v := p.values
	switch p.op {
	case input:
		return fmt.Sprintf("%dx%dx%d", v[0], v[0], v[1])
	case netspec.Conv:
		s := fmt.Sprintf("conv %d %d", v[1], v[0])
		if v[2] != 1 {
			s += fmt.Sprintf(" s%d", v[2])
		}
		if v[3] != 0 {
			s += fmt.Sprintf(" p%d", v[3])
		}
		return s
	case netspec.MaxPool, netspec.AvgPool:
		return fmt.Sprintf("%s %d s%d", p.op, v[0], v[1])
	case netspec.Dense:
		return fmt.Sprintf("dense %d", v[0])
	}
	return string(p.op)
}

// pieceOf is a layer that was read as a piece; ok is false where the builder
// has no such piece.
func pieceOf(l netspec.Layer) (p piece, ok bool) {
	w := l.Window
	p.op = l.Op
	switch l.Op {
	case netspec.Conv:
		p.values = []int{l.Count, w.Kernel.W, w.Stride.W, w.Padding.Left}
	case netspec.MaxPool, netspec.AvgPool:
		p.values = []int{w.Kernel.W, w.Stride.W}
	case netspec.Dense:
		p.values = []int{l.Count}
	}
	if !slices.Contains(kinds, l.Op) {
		return p, false
	}
	again, err := netspec.Parse("1x1x1 | " + p.spec())
	if err != nil {
		return p, false
	}
	same := again.Layers[0]
	same.Spec, same.Column, l.Spec, l.Column = "", 0, "", 0
	return p, same == l
}

// pieces reads a network as pieces.
func pieces(net netspec.Network) ([]piece, error) {
	if net.Input.H != net.Input.W {
		return nil, fmt.Errorf("stack: input %s is not square", net.Input)
	}
	list := []piece{{input, []int{net.Input.H, net.Input.C}}}
	for i, l := range net.Layers {
		p, ok := pieceOf(l)
		if !ok {
			return nil, fmt.Errorf("stack: layer %d, %q, cannot be built here", i+1, l.Spec)
		}
		list = append(list, p)
	}
	return list, nil
}

// network makes a network of pieces and works it out; a stride must fit. at is
// the layer, counted from 1, that cannot be, with what reaches it.
func network(list []piece) (t netspec.Table, at int, in netspec.Shape, err error) {
	line := list[0].spec()
	for _, p := range list[1:] {
		line += " | " + p.spec()
	}
	net, err := netspec.Parse(line)
	if err != nil {
		return t, 0, in, err
	}
	in = net.Input
	for i := range net.Layers {
		part := netspec.Network{Input: net.Input, Layers: net.Layers[:i+1]}
		if t, err = part.Table(nn.RuleError); err != nil {
			return t, i + 1, in, err
		}
		in = t.Rows[i].Out
	}
	if len(net.Layers) == 0 {
		t, err = net.Table(nn.RuleError)
	}
	return t, 0, in, err
}
