package viz

import (
	"fmt"

	"convtutor/internal/nn"
)

// SlideSetup is a square window that slides over a square input: the four
// numbers of the formula, all in cells.
type SlideSetup struct {
	In      int // N
	Filter  int // F
	Stride  int // S
	Padding int // P, on every side
	// Veil is the letters of the numbers that stay secret while the learner is
	// asked for one; "" for none.
	Veil string
}

// SlideSetting is one of the four numbers.
type SlideSetting int

// The numbers in the order in which they are offered.
const (
	SlideIn SlideSetting = iota
	SlideFilter
	SlideStride
	SlidePadding
	SlideSettings // how many there are
)

// Letter is what the formula calls the number: N, F, S, P.
func (s SlideSetting) Letter() string { return [...]string{"N", "F", "S", "P"}[s] }

// Words names the number.
func (s SlideSetting) Words() Words {
	return Words{Key: "slide.set." + [...]string{"in", "filter", "stride", "padding"}[s]}
}

// Bounds are the least and the most that the number may be: what a picture of
// every cell has room for.
func (s SlideSetting) Bounds() (low, high int) {
	return [...]int{1, 1, 1, 0}[s], [...]int{32, 11, 8, 5}[s]
}

// at is where the number is kept.
func (s *SlideSetup) at(which SlideSetting) *int {
	return [...]*int{&s.In, &s.Filter, &s.Stride, &s.Padding}[which]
}

// Get is one of the numbers.
func (s SlideSetup) Get(which SlideSetting) int { return *s.at(which) }

// With is the setup with one number changed, kept within its bounds.
func (s SlideSetup) With(which SlideSetting, n int) SlideSetup {
	low, high := which.Bounds()
	*s.at(which) = max(low, min(n, high))
	return s
}

// Check refuses numbers out of their bounds.
func (s SlideSetup) Check() error {
	for which := range SlideSettings {
		low, high := which.Bounds()
		if n := s.Get(which); n < low || n > high {
			return fmt.Errorf("slide: %s is %d, not from %d to %d", which.Letter(), n, low, high)
		}
	}
	return nil
}

// Window is the setup's window.
func (s SlideSetup) Window() nn.Window {
	return nn.Window{Kernel: nn.Square(s.Filter), Stride: nn.Square(s.Stride), Padding: nn.AllSides(s.Padding)}
}

// Geometry lays the window over the input under a rule.
func (s SlideSetup) Geometry(rule nn.Rule) (nn.Geometry, error) {
	return nn.NewGeometry(nn.Square(s.In), s.Window(), rule)
}

// axis is one axis of the setup.
func (s SlideSetup) axis() nn.Axis {
	return nn.Geometry{In: nn.Square(s.In), Window: nn.Window{
		Kernel: nn.Square(s.Filter), Stride: nn.Square(s.Stride),
		Padding: nn.AllSides(s.Padding), Dilation: nn.Square(1),
	}}.Columns()
}

// room is how far the window can move, N - F + 2P; negative where it does not
// fit at all.
func (s SlideSetup) room() int {
	a := s.axis()
	return a.In + a.Before + a.After - a.Span()
}

// Slide is an animation that is made of a setup alone, and that can be told in
// lines of text.
type Slide interface {
	Animation
	// Told says the whole picture of step i, line by line, for those who do
	// not see it. What is secret in step i stays so.
	Told(i int, say Say) []string
}

// SlidePicture makes a picture of a setup.
type SlidePicture func(SlideSetup) (Slide, error)

// SlidePictures are the pictures by the names they have in lessons.
func SlidePictures() map[string]SlidePicture {
	return map[string]SlidePicture{
		"ladder":  newLadder,
		"rules":   newRules,
		"reads":   newReads,
		"same":    newSame,
		"even":    newEven,
		"values":  newPadValues,
		"volume":  newPadVolume,
		"inverse": newInverse,
	}
}

// NewSlide makes the picture of a name.
func NewSlide(picture string, s SlideSetup) (Slide, error) {
	build, ok := SlidePictures()[picture]
	if !ok {
		return nil, fmt.Errorf("slide: there is no picture %q", picture)
	}
	if err := s.Check(); err != nil {
		return nil, err
	}
	return build(s)
}
