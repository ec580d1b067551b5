package viz

import (
	"slices"

	"convtutor/viz/canvas"
)

// InTurn plays several animations one after the other, each under a title.
type InTurn struct {
	parts []Titled
	steps int
}

// Titled is an animation with what is written above it.
type Titled struct {
	Title     Words
	Animation Animation
}

// NewInTurn puts animations in a row; there is one at least.
func NewInTurn(first Titled, more ...Titled) *InTurn {
	t := &InTurn{parts: append([]Titled{first}, more...)}
	for _, p := range t.parts {
		t.steps += p.Animation.Steps()
	}
	return t
}

// Steps is the number of steps of all of them.
func (t *InTurn) Steps() int { return t.steps }

// at is the animation of step i, and which of its own steps that is.
func (t *InTurn) at(i int) (part Titled, step int) {
	for _, part = range t.parts {
		if i < part.Animation.Steps() {
			return part, i
		}
		i -= part.Animation.Steps()
	}
	return part, part.Animation.Steps() - 1
}

// Words says step i.
func (t *InTurn) Words(i int) Words {
	part, step := t.at(i)
	return part.Animation.Words(step)
}

// Draw draws step i under its title.
func (t *InTurn) Draw(i int, f Frame) {
	part, step := t.at(i)
	f.Grid.Part(f.Area).Lines(0, 0, canvas.Wrap(canvas.Markup(f.Say(part.Title), canvas.RoleStrong), f.Area.W)[:1])
	f.Area.Y, f.Area.H = f.Area.Y+1, f.Area.H-1
	part.Animation.Draw(step, f)
}

// MinSize is the least area in which each of them can be followed.
func (t *InTurn) MinSize() (w, h int) {
	for _, p := range t.parts {
		wide, high := p.Animation.MinSize()
		w, h = max(w, wide), max(h, high)
	}
	return w, h + 1
}

// Levels are those of the first animation: where another one has none of them,
// each of its steps counts.
func (t *InTurn) Levels() []Level {
	if s, ok := t.parts[0].Animation.(Stepper); ok {
		return s.Levels()
	}
	return []Level{LevelWindow}
}

// Next goes on as the animation at hand does, and from its last step to the
// next one's first.
func (t *InTurn) Next(i int, l Level) int {
	part, step := t.at(i)
	to := step + 1
	if s, ok := part.Animation.(Stepper); ok && slices.Contains(s.Levels(), l) && to < part.Animation.Steps() {
		to = s.Next(step, l)
	}
	return min(i-step+to, t.steps-1)
}

// Prev goes back in the same way.
func (t *InTurn) Prev(i int, l Level) int {
	part, step := t.at(i)
	to := step - 1
	if s, ok := part.Animation.(Stepper); ok && slices.Contains(s.Levels(), l) && step > 0 {
		to = s.Prev(step, l)
	}
	return max(i-step+to, 0)
}

// StepAt leads from a cell to its step, as the animation that is drawn says.
func (t *InTurn) StepAt(i int, area canvas.Rect, x, y int) (step int, ok bool) {
	part, own := t.at(i)
	seeker, ok := part.Animation.(Seeker)
	if !ok {
		return 0, false
	}
	area.Y, area.H = area.Y+1, area.H-1
	to, ok := seeker.StepAt(own, area, x, y)
	return i - own + to, ok
}

// Headed is an animation of which some steps stand under a title.
type Headed interface {
	// Heading is the title of step i, without a key where it has none.
	Heading(i int) Words
}

// Heading implements Headed.
func (t *InTurn) Heading(i int) Words {
	part, _ := t.at(i)
	return part.Title
}
