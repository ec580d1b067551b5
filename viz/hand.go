package viz

import "convtutor/internal/history"

// Hand is a scene in someone's hands: what it is now, how it began, and the
// way back.
type Hand struct {
	scene, origin Scene
	past          history.Past[Scene]
}

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
		h.past.Keep(h.scene)
	}
	h.scene = h.scene.Turned(to.Name, to.Value)
}

// Changed says that there is something to take back.
func (h *Hand) Changed() bool { return !h.past.Empty() }

// Undo takes the last change back; it does nothing when there is none.
func (h *Hand) Undo() {
	if was, ok := h.past.Back(); ok {
		h.scene = was
	}
}

// Reset goes back to how it began; that can be undone too.
func (h *Hand) Reset() {
	h.past.Keep(h.scene)
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
