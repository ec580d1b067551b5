// Package viz holds the animations, each a pure function from a step to a
// picture, and the scenes, pictures with dials. Its one rule: no clock, no terminal and no randomness once built.
package viz

import "convtutor/viz/canvas"

// Words is a sentence still to be said: a key of the catalogue and what fills
// its placeholders. Screen readers and plain mode hear it, prose shows it.
type Words struct {
	Key  string
	Args Args
}

// Phrase gives the key and what fills its placeholders, so that words can
// themselves stand in a sentence.
func (w Words) Phrase() (key string, args map[string]any) { return w.Key, w.Args }

// Args fills a sentence's placeholders by name.
type Args map[string]any

// Say turns words into a sentence of the learner's language.
type Say func(Words) string

// Level is how far one key press goes in an animation.
type Level int

// Levels of step, finest first.
const (
	LevelProduct Level = iota
	LevelWindow
	LevelRow
	LevelChannel // one channel of a window: between a product and a window
	// LevelCell is one number of a window or a map that is not multiplied.
	LevelCell
)

// Frame is where an animation draws: a part of a grid, and the learner's words.
type Frame struct {
	Grid *canvas.Grid
	Area canvas.Rect
	Say  Say
	// Hide keeps the output cell at hand secret ("?") while the learner is
	// asked to predict it.
	Hide bool
	// Answer, if Hide is set, is what the learner typed so far (shown nowhere
	// unless the animation wants to).
	Answer string
}

// Animation is a sequence of steps, each a picture and a sentence.
type Animation interface {
	// Steps is the number of steps; steps are counted from 0.
	Steps() int
	// Words says step i.
	Words(i int) Words
	// Draw draws step i.
	Draw(i int, f Frame)
	// MinSize is the smallest area that Draw needs, in columns and rows.
	MinSize() (w, h int)
}

// Stepper is an animation with coarser steps than one.
type Stepper interface {
	// Levels lists the levels it has, finest first.
	Levels() []Level
	// Next and Prev give the step that a key press at a level leads to,
	// clamped to the ends.
	Next(i int, l Level) int
	Prev(i int, l Level) int
}

// Seeker is an animation whose drawn cells lead to steps: a click on an output
// cell goes to the step that makes it.
type Seeker interface {
	// StepAt gives the step that belongs to place (x, y) of the grid, when
	// step i is drawn in area.
	StepAt(i int, area canvas.Rect, x, y int) (step int, ok bool)
}
