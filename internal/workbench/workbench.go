// Package workbench holds the numbers of a convolution while a learner changes
// them. Its one rule: a Bench always holds a convolution that works; a change
// that would not is refused with the reason, and every change can be undone.
package workbench

import (
	"convtutor/internal/history"
	"convtutor/internal/nn"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// Limits of what can be set, so that everything still shows on a screen.
const (
	MaxInput    = 9
	MaxFilter   = 7
	MaxStride   = 9
	MaxPadding  = 4
	MaxDilation = 4
	MaxChannels = 4 // of the input, and filters
	MaxExtra    = 8 // below the stride, which is at most 9
	MaxValue    = 999
)

// Picture is an animation whose numbers can be changed in it.
type Picture interface {
	viz.Animation
	// DrawOpen draws all of it at once, one cell open.
	DrawOpen(f viz.Frame, open viz.OpenCell)
	// CellIn is the cell drawn at column x, row y of the grid in area.
	CellIn(area canvas.Rect, open viz.OpenCell, x, y int) (viz.Plane, nn.Point)
}

// Bench is a state, the convolution that it makes, and the way back.
type Bench struct {
	state   State
	picture Picture
	past    history.Past[State]
	origin  State
}

// New opens a state to change; the error says why it makes no convolution.
func New(s State) (*Bench, error) {
	picture, err := s.picture()
	if err != nil {
		return nil, err
	}
	return &Bench{state: s, picture: picture, origin: s}, nil
}

// picture is the animation of the state; the error is the engine's.
func (s State) picture() (Picture, error) {
	if s.Transposed {
		return s.transposed()
	}
	return s.Conv()
}

// State is what holds now.
func (b *Bench) State() State { return b.state }

// Picture is the animation of what holds now.
func (b *Bench) Picture() Picture { return b.picture }

// Conv is the convolution that holds now; nil where it is a transposed one.
func (b *Bench) Conv() *viz.Conv {
	conv, _ := b.picture.(*viz.Conv)
	return conv
}

// Changed says that something can be undone.
func (b *Bench) Changed() bool { return !b.past.Empty() }

// Change makes the state that change gives. Where that makes no convolution,
// the old one stays and the error says why.
func (b *Bench) Change(change func(*State)) error {
	next := b.state.clone()
	change(&next)
	next.look()
	picture, err := next.picture()
	if err != nil {
		return err
	}
	b.past.Keep(b.state)
	b.state, b.picture = next, picture
	return nil
}

// look keeps the filter and channel looked at among those that there are.
func (s *State) look() {
	s.Filter = within(s.Filter, 0, len(s.Filters)-1)
	s.Channel = within(s.Channel, 0, len(s.Filters[s.Filter])-1)
}

// LookAt looks at another filter and channel, round and round. That changes no
// number and so is not undone.
func (b *Bench) LookAt(filterBy, channelBy int) {
	next := b.state
	next.Filter = round(next.Filter+filterBy, len(next.Filters))
	next.Channel = round(next.Channel+channelBy, len(next.Filters[next.Filter]))
	if picture, err := next.picture(); err == nil { // of the same sizes: cannot fail
		b.state, b.picture = next, picture
	}
}

func round(n, of int) int { return (n%of + of) % of }

// Undo takes the last change back; it does nothing when there is none.
func (b *Bench) Undo() {
	was, ok := b.past.Back()
	if !ok {
		return
	}
	if picture, err := was.picture(); err == nil { // it worked before
		b.state, b.picture = was, picture
	}
}

// Join makes the last change one with the change before it, to be undone at once.
func (b *Bench) Join() { b.past.Join() }

// Reset goes back to where the bench began; that can be undone too.
func (b *Bench) Reset() error { return b.Change(func(s *State) { *s = b.origin.clone() }) }
