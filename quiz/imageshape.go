package quiz

import (
	"fmt"

	"convtutor/viz"
)

// imageShape asks for a picture's shape, or how many numbers it holds: Given.Ask
// is "shape" or "numbers". Given.Values has "width" and "height" in pixels,
// "picture", "colour" or "grey", and "count", how many pictures there are.
type imageShape struct{}

func (imageShape) ID() string       { return "image-shape" }
func (imageShape) Topics() []string { return []string{"pixels", "colour"} }
func (imageShape) Levels() int      { return 3 }

func (k imageShape) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawImageShape)
}

// photoShape is a picture as the question tells of it.
type photoShape struct {
	h, w, c int
	count   int // of pictures
}

func (s photoShape) text() string { return fmt.Sprintf("%dx%dx%d", s.h, s.w, s.c) }

// numbers is how many numbers all pictures hold.
func (s photoShape) numbers() int { return s.count * s.h * s.w * s.c }

func (s photoShape) args() viz.Args {
	return viz.Args{"w": s.w, "h": s.h, "c": s.c, "count": s.count}
}

// given names the picture's numbers.
func (s photoShape) given(ask string) Given {
	return Given{Ask: ask, Values: Values{"width": s.w, "height": s.h, "picture": s.sort(), "count": s.count}}
}

// sort is "colour" or "grey".
func (s photoShape) sort() string {
	if s.c == 1 {
		return "grey"
	}
	return "colour"
}

// other is the number of channels of the other sort: grey for colour.
func (s photoShape) other() int { return 4 - s.c }

func drawImageShape(d dice, level int) (Question, bool) {
	s := photoShape{c: d.one(1, 3), count: 1}
	switch level {
	case 1:
		s.w, s.h = d.from(20, 640), d.from(20, 480)
		if s.h == s.w {
			return Question{}, false
		}
		return s.askShape(), true
	case 2:
		s.w, s.h = 10*d.from(2, 80), 10*d.from(2, 60)
	default:
		s.w, s.h, s.count = d.one(16, 28, 32, 40, 64, 100), d.one(16, 28, 32, 48, 60), d.one(5, 10, 20, 60, 100)
	}
	return s.askNumbers(), true
}

// askShape asks for height x width x channels.
func (s photoShape) askShape() Question {
	m := NewMistakes(s.text())
	m.Add(photoShape{h: s.w, w: s.h, c: s.c}.text(), "h-w-swap", fmt.Sprintf("%dx%d", s.w, s.h))
	first := fmt.Sprintf("%dx%dx%d", s.c, s.h, s.w)
	m.Add(first, "channel-first", first)
	m.Add(photoShape{h: s.h, w: s.w, c: s.other()}.text(), "channel-count", itoa(s.other()))
	return Question{
		Prompt: []viz.Words{s.setup(), {Key: "quiz.image-shape.ask-shape"}},
		Given:  s.given("shape"),
		Type:   TypeShape, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{s.channels(), {Key: "quiz.worked.image-shape", Args: viz.Args{"shape": m.right}}},
	}
}

// askNumbers asks how many numbers there are in all.
func (s photoShape) askNumbers() Question {
	m := NewMistakes(itoa(s.numbers()))
	add := func(n int, slip, text string) { m.Add(itoa(n), slip, fmt.Sprintf("%s = %d", text, n)) }
	if s.count > 1 {
		one := s.numbers() / s.count
		add(one, "one-picture", fmt.Sprintf("%d×%d×%d", s.h, s.w, s.c))
	}
	other := s.numbers() / s.c * s.other()
	add(other, "channel-count", s.product(s.other()))
	added := s.count * (s.h + s.w) * s.c
	add(added, "sides-added", fmt.Sprintf("(%d + %d)×%d", s.h, s.w, s.c*s.count))
	add(8*s.numbers(), "bits-for-numbers", s.product(s.c)+"×8")
	return Question{
		Prompt: []viz.Words{s.setup(), {Key: "quiz.image-shape.ask-numbers"}},
		Given:  s.given("numbers"),
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{s.channels(), {Key: "quiz.worked.image-numbers", Args: viz.Args{
			"sum": fmt.Sprintf("%s = %d", s.product(s.c), s.numbers()),
		}}},
	}
}

// product writes what the numbers of all pictures are counted by, had they c
// channels.
func (s photoShape) product(c int) string {
	text := fmt.Sprintf("%d×%d×%d", s.h, s.w, c)
	if s.count > 1 {
		text = fmt.Sprintf("%d×%s", s.count, text)
	}
	return text
}

// setup says the picture: "A photo in colour is 640 pixels wide …".
func (s photoShape) setup() viz.Words {
	key := "quiz.image-shape." + s.sort()
	if s.count > 1 {
		key += "-many"
	}
	return viz.Words{Key: key, Args: s.args()}
}

func (s photoShape) channels() viz.Words {
	if s.c == 1 {
		return viz.Words{Key: "quiz.worked.channels-grey"}
	}
	return viz.Words{Key: "quiz.worked.channels-colour"}
}

// AboutImageShape asks for the shape of one picture of h rows, w columns and c
// channels, 1 or 3.
func AboutImageShape(h, w, c int) (Question, error) {
	return aboutPicture(h, w, c, photoShape.askShape)
}

// AboutImageNumbers asks how many numbers such a picture holds.
func AboutImageNumbers(h, w, c int) (Question, error) {
	return aboutPicture(h, w, c, photoShape.askNumbers)
}

func aboutPicture(h, w, c int, ask func(photoShape) Question) (Question, error) {
	if h < 1 || w < 1 || c != 1 && c != 3 {
		return Question{}, fmt.Errorf("quiz: there is no picture of %d x %d pixels and %d channels", h, w, c)
	}
	q := ask(photoShape{h: h, w: w, c: c, count: 1})
	q.Kind, q.Level, q.Topic = imageShape{}.ID(), 1, "pixels"
	return q, nil
}
