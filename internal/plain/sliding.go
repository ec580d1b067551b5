package plain

import (
	"strconv"
	"strings"

	"convtutor/viz"
)

// sliding is a window that slides, told place by place; where the lesson lets
// it, the four numbers of the formula can be set.
type sliding struct {
	talk     *talk
	slide    viz.Slide
	picture  string
	setup    viz.SlideSetup
	step     int // said last; -1 before the first
	changing bool
	hidden   bool
}

// newSliding is the stage of a lesson's step with a window that slides.
func newSliding(l *lesson) (stage, error) {
	return &sliding{
		talk: l.talk, slide: l.step.Slide, picture: l.step.SlidePicture, setup: l.step.SlideSetup,
		step: l.step.Start, changing: l.step.Editing,
	}, nil
}

// pose implements posed.
func (s *sliding) pose(step int, hidden bool) { s.step, s.hidden = step, hidden }

// ask implements posed: the numbers are said with the picture.
func (s *sliding) ask() (viz.Words, bool) { return viz.Words{}, false }

func (s *sliding) tell() {
	args := viz.Args{"n": s.setup.In, "f": s.setup.Filter, "s": s.setup.Stride, "p": s.setup.Padding}
	if s.hidden {
		for _, letter := range s.setup.Veil {
			args[strings.ToLower(string(letter))] = "?"
		}
	}
	s.talk.say("slide.setup", args)
	if s.hidden {
		return
	}
	s.told()
	if s.changing {
		s.talk.say("slide.how", nil)
		return
	}
	s.talk.say("slide.walk", nil)
}

// told says the picture and what it shows.
func (s *sliding) told() {
	for _, line := range s.slide.Told(s.step, s.talk.session.Say) {
		s.talk.out.line(line)
	}
	s.talk.sayAll([]viz.Words{s.slide.Words(s.step)})
}

// slideCommands set the four numbers.
var slideCommands = map[string]viz.SlideSetting{
	"size": viz.SlideIn, "kernel": viz.SlideFilter, "stride": viz.SlideStride, "padding": viz.SlidePadding,
}

func (s *sliding) commands() []string {
	switch {
	case s.hidden:
		return nil
	case s.changing:
		return []string{"grid", "size", "kernel", "stride", "padding"}
	}
	return []string{"grid", "back"}
}

func (s *sliding) open() bool { return false }

func (s *sliding) take(c command) bool {
	switch c.id {
	case "":
		if c.text != "" {
			s.talk.unknown(c)
			return true
		}
		if s.step >= s.slide.Steps()-1 {
			return false
		}
		s.step++
		s.talk.sayAll([]viz.Words{s.slide.Words(s.step)})
		if _, ladder := s.slide.(*viz.Ladder); ladder && s.step == s.slide.Steps()-1 {
			s.talk.say("slide.sum", viz.Args{"sum": s.setup.Sum()})
		}
	case "grid":
		s.told()
	case "back":
		s.step = max(0, s.step-1)
		s.talk.sayAll([]viz.Words{s.slide.Words(s.step)})
	default:
		s.set(slideCommands[c.id], c.rest)
	}
	return true
}

// set sets one of the four numbers and says what comes of it.
func (s *sliding) set(which viz.SlideSetting, text string) {
	low, high := which.Bounds()
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high {
		s.talk.say("plain.number-how", viz.Args{"low": low, "high": high})
		return
	}
	next := s.setup.With(which, n)
	slide, err := viz.NewSlide(s.picture, next)
	if err != nil {
		s.talk.trouble(err)
		return
	}
	s.setup, s.slide, s.step = next, slide, slide.Steps()-1
	s.told()
}
