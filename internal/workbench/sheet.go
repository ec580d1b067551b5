package workbench

import (
	"convtutor/internal/fault"
	"convtutor/internal/history"
	"convtutor/internal/nn"
	"convtutor/viz"
)

// Model is numbers and choices that make an animation. It is a value: what
// changes it gives another one.
type Model interface {
	// Animation is what numbers and choices make; the error says why they make
	// none.
	Animation() (viz.Animation, error)
	// Rows is the plane that can be typed into; the caller does not change it.
	Rows() [][]float64
	// WithRows is the model with another plane of the same size.
	WithRows(rows [][]float64) Model
	// Choices are what can be set besides, in the order to show them.
	Choices() []Choice
	// Chosen is the model with a choice, by its ID, moved on by so many values.
	Chosen(id string, by int) Model
}

// Choice is something that can be set. Its words are "sheet.<ID>".
type Choice struct {
	ID  string
	Key string // a letter
	// Value is what is set, in words of the catalogue, or as Text.
	Value viz.Words
	Text  string
}

// Sheet is a model, the animation that it makes, and the way back.
type Sheet struct {
	model, origin Model
	anim          viz.Animation
	past          history.Past[Model]
}

// NewSheet opens a model to change; the error says why it makes no animation.
func NewSheet(m Model) (*Sheet, error) {
	anim, err := m.Animation()
	if err != nil {
		return nil, err
	}
	return &Sheet{model: m, origin: m, anim: anim}, nil
}

// Model is what holds now.
func (s *Sheet) Model() Model { return s.model }

// Animation is what it makes.
func (s *Sheet) Animation() viz.Animation { return s.anim }

// Size is the size of the plane that can be typed into.
func (s *Sheet) Size() nn.Size { return nn.Size{H: len(s.model.Rows()), W: len(s.model.Rows()[0])} }

// Cell is a number of the plane.
func (s *Sheet) Cell(at nn.Point) float64 { return s.model.Rows()[at.Y][at.X] }

// SetRows puts another plane in the place of the present one, of any size; the
// error says why it cannot be.
func (s *Sheet) SetRows(rows Rows) error { return s.change(s.model.WithRows(cloneRows(rows))) }

// Put puts another model in the place of the present one; the error says why it
// makes no animation.
func (s *Sheet) Put(m Model) error { return s.change(m) }

// Clear makes every number of the plane zero.
func (s *Sheet) Clear() error {
	rows := cloneRows(s.model.Rows())
	for _, row := range rows {
		clear(row)
	}
	return s.change(s.model.WithRows(rows))
}

// SetCell sets a number of the plane; the error says why it cannot be.
func (s *Sheet) SetCell(at nn.Point, v float64) error {
	if v < -MaxValue || v > MaxValue || v != v {
		return fault.New("error.lab.value", fault.Args{"value": v, "most": MaxValue}, "%v is not from -%d to %d", v, MaxValue, MaxValue)
	}
	rows := cloneRows(s.model.Rows())
	if at.Y < 0 || at.X < 0 || at.Y >= len(rows) || at.X >= len(rows[0]) {
		return fault.New("error.lab.cell", fault.Args{"row": at.Y + 1, "column": at.X + 1}, "there is no row %d, column %d", at.Y+1, at.X+1)
	}
	rows[at.Y][at.X] = v
	return s.change(s.model.WithRows(rows))
}

// mostChoices is more than any choice has values.
const mostChoices = 200

// Choose moves a choice on by so many values. Values that make no animation
// are passed over.
func (s *Sheet) Choose(id string, by int) error {
	next := s.model
	var err error
	for range mostChoices {
		next = next.Chosen(id, by)
		if err = s.change(next); err == nil {
			return nil
		}
	}
	return err
}

func (s *Sheet) change(next Model) error {
	anim, err := next.Animation()
	if err != nil {
		return err
	}
	s.past.Keep(s.model)
	s.model, s.anim = next, anim
	return nil
}

// Undo takes the last change back; it does nothing when there is none.
func (s *Sheet) Undo() {
	was, ok := s.past.Back()
	if !ok {
		return
	}
	if anim, err := was.Animation(); err == nil { // it worked before
		s.model, s.anim = was, anim
	}
}

// Join makes the last change one with the change before it, to be undone at once.
func (s *Sheet) Join() { s.past.Join() }

// Reset goes back to where the sheet began; that can be undone too.
func (s *Sheet) Reset() error { return s.change(s.origin) }

// cycled is n moved on by so many within low to high, round and round.
func cycled(n, by, low, high int) int {
	size := high - low + 1
	return low + ((n-low+by)%size+size)%size
}
