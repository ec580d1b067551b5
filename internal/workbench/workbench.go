// Package workbench holds the numbers of a convolution while a learner changes
// them. Its one rule: a Bench always holds a convolution that works; a change
// that would not is refused with the reason, and every change can be undone.
package workbench

import (
	"slices"

	"convtutor/internal/nn"
	"convtutor/internal/tensor"
	"convtutor/viz"
)

// Limits of what can be set, so that everything still shows on a screen.
const (
	MaxInput   = 9
	MaxFilter  = 7
	MaxStride  = 9
	MaxPadding = 4
	MaxValue   = 999
)

// maxUndo bounds the changes that can be taken back.
const maxUndo = 200

// State is everything that can be changed.
type State struct {
	Input   [][]float64 // rows of the input
	Filter  [][]float64 // rows of the filter
	Stride  int
	Padding int
	Rule    nn.Rule
	Flip    bool // the filter turned by 180 degrees first
}

// Lecture is where free play begins: the lecture's image and filter.
func Lecture() State {
	return State{
		Input:  [][]float64{{1, 1, 1, 0, 0}, {0, 1, 1, 1, 0}, {0, 0, 1, 1, 1}, {0, 0, 1, 1, 0}, {0, 1, 1, 0, 0}},
		Filter: [][]float64{{1, 0, 1}, {0, 1, 0}, {1, 0, 1}},
		Stride: 1,
	}
}

// Bench is a state, the convolution that it makes, and the way back.
type Bench struct {
	state  State
	conv   *viz.Conv
	undo   []State
	origin State
}

// New opens a state to change; the error says why it makes no convolution.
func New(s State) (*Bench, error) {
	conv, err := s.Conv()
	if err != nil {
		return nil, err
	}
	return &Bench{state: s, conv: conv, origin: s}, nil
}

// FromSetup is the state of an animation of one channel.
func FromSetup(s viz.ConvSetup) State {
	stride := max(s.Stride.H, 1)
	return State{
		Input: rows(s.Input), Filter: rows(s.Filter),
		Stride: stride, Padding: s.Padding.Top, Rule: s.Rule, Flip: s.Flip,
	}
}

// rows are the rows of channel 0 of a volume (H, W, C).
func rows(d *tensor.Dense[float64]) [][]float64 {
	out := make([][]float64, d.Dim(0))
	for y := range out {
		out[y] = make([]float64, d.Dim(1))
		for x := range out[y] {
			out[y][x] = d.At(y, x, 0)
		}
	}
	return out
}

// Setup is the animation's setup of the state.
func (s State) Setup() (viz.ConvSetup, error) {
	input, err := volume(s.Input)
	if err != nil {
		return viz.ConvSetup{}, err
	}
	filter, err := volume(s.Filter)
	if err != nil {
		return viz.ConvSetup{}, err
	}
	return viz.ConvSetup{
		Input: input, Filter: filter, Stride: nn.Square(s.Stride),
		Padding: nn.AllSides(s.Padding), Rule: s.Rule, Flip: s.Flip,
	}, nil
}

// Conv is the animation of the state; the error is the engine's.
func (s State) Conv() (*viz.Conv, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	return viz.NewConv(setup)
}

func volume(rows [][]float64) (*tensor.Dense[float64], error) {
	w := 0
	if len(rows) > 0 {
		w = len(rows[0])
	}
	return tensor.From(slices.Concat(rows...), len(rows), w, 1)
}

// State is what holds now.
func (b *Bench) State() State { return b.state }

// Conv is the convolution that holds now.
func (b *Bench) Conv() *viz.Conv { return b.conv }

// Changed says that something can be undone.
func (b *Bench) Changed() bool { return len(b.undo) > 0 }

// Change makes the state that change gives. Where that makes no convolution,
// the old one stays and the error says why.
func (b *Bench) Change(change func(*State)) error {
	next := b.state.clone()
	change(&next)
	conv, err := next.Conv()
	if err != nil {
		return err
	}
	b.undo = append(b.undo, b.state)
	if len(b.undo) > maxUndo {
		b.undo = b.undo[1:]
	}
	b.state, b.conv = next, conv
	return nil
}

// Undo takes the last change back; it does nothing when there is none.
func (b *Bench) Undo() {
	if len(b.undo) == 0 {
		return
	}
	last := b.undo[len(b.undo)-1]
	conv, err := last.Conv()
	if err != nil {
		return // cannot be: it worked before
	}
	b.undo = b.undo[:len(b.undo)-1]
	b.state, b.conv = last, conv
}

// Reset goes back to where the bench began; that can be undone too.
func (b *Bench) Reset() error { return b.Change(func(s *State) { *s = b.origin.clone() }) }

func (s State) clone() State {
	s.Input, s.Filter = cloneRows(s.Input), cloneRows(s.Filter)
	return s
}

func cloneRows(rows [][]float64) [][]float64 {
	out := make([][]float64, len(rows))
	for i, r := range rows {
		out[i] = slices.Clone(r)
	}
	return out
}
