package viz

import "slices"

// Hand is a scene in someone's hands: what it is now, how it began, and the
// way back.
type Hand struct {
	scene, origin Scene
	undo          []Scene
}

// mostUndone bounds the changes that can be taken back.
const mostUndone = 200

// NewHand takes a scene in hand.
func NewHand(s Scene) *Hand { return &Hand{scene: s, origin: s} }

// Scene is the scene as it is now.
func (h *Hand) Scene() Scene { return h.scene }

// Turn turns a dial to the nearest value that it can have. What only moves
// through the picture is no change to take back.
func (h *Hand) Turn(dial string, value float64) {
	if d, ok := DialNamed(h.scene, dial); ok {
		h.set(d, d.At(value))
	}
}

// By turns a dial by so many steps.
func (h *Hand) By(dial string, steps int) {
	if d, ok := DialNamed(h.scene, dial); ok {
		h.set(d, d.After(steps))
	}
}

// Point points at a row and a column, counted from 0, or at the nearest.
func (h *Hand) Point(row, column int) { h.scene = PointAt(h.scene, row, column) }

func (h *Hand) set(from, to Dial) {
	if from.Value == to.Value {
		return
	}
	if from.Axis == AxisNone {
		h.keep()
	}
	h.scene = h.scene.Turned(to.Name, to.Value)
}

// keep notes what there is, to come back to it.
func (h *Hand) keep() {
	if h.undo = append(h.undo, h.scene); len(h.undo) > mostUndone {
		h.undo = slices.Delete(h.undo, 0, 1)
	}
}

// Changed says that there is something to take back.
func (h *Hand) Changed() bool { return len(h.undo) > 0 }

// Undo takes the last change back; it does nothing when there is none.
func (h *Hand) Undo() {
	if last := len(h.undo) - 1; last >= 0 {
		h.scene, h.undo = h.undo[last], h.undo[:last]
	}
}

// Reset goes back to how it began; that can be undone too.
func (h *Hand) Reset() {
	h.keep()
	h.scene = h.origin
}

// Swap takes another scene instead, such as the same over another photo, and
// turns its dials to where those of the old one are. No way leads back.
func (h *Hand) Swap(next Scene) {
	was := h.scene
	*h = *NewHand(next)
	for _, d := range was.Dials() {
		if to, ok := DialNamed(next, d.Name); ok && d.Axis == AxisNone {
			h.scene = h.scene.Turned(d.Name, to.At(d.Value).Value)
		}
	}
}
