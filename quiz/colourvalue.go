package quiz

import (
	"fmt"
	"math"

	"convtutor/viz"
)

// colourValue asks for one number of a colour in another language of colour:
// its value V, how grey it is, its saturation. Given.Values has "red", "green"
// and "blue", 0 to 255; Given.Ask is "largest" (V of HSV, 0 to 255), "grey"
// (0.299 red + 0.587 green + 0.114 blue, rounded) or "saturation" (S of HSV in
// percent).
type colourValue struct{}

func (colourValue) ID() string       { return "colour-value" }
func (colourValue) Topics() []string { return []string{"colour"} }
func (colourValue) Levels() int      { return 3 }

func (k colourValue) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawColourValue)
}

// rgb is a pixel's red, green and blue.
type rgb struct{ r, g, b int }

// hsv is the colour in HSV, as the engine has it.
func (c rgb) hsv() (h, s, v float64) { return viz.HSV(uint8(c.r), uint8(c.g), uint8(c.b)) }

func (c rgb) most() int  { return max(c.r, c.g, c.b) }
func (c rgb) least() int { return min(c.r, c.g, c.b) }
func (c rgb) sum() int   { return c.r + c.g + c.b }

func drawColourValue(d dice, level int) (Question, bool) {
	switch level {
	case 1:
		return enough(rgb{d.from(1, 255), d.from(1, 255), d.from(1, 255)}.askLargest())
	case 2:
		c := rgb{50 * d.from(0, 5), 50 * d.from(0, 5), 50 * d.from(0, 5)}
		if c.most() == c.least() {
			return Question{}, false // nothing to weigh
		}
		return enough(c.askGrey())
	}
	return enough(rgb{10 * d.from(1, 25), 10 * d.from(1, 25), 10 * d.from(1, 25)}.askSaturation())
}

// enough tells whether a question is worth asking: its slips can be told apart.
func enough(q Question) (Question, bool) { return q, len(q.Slips) >= 3 }

func (c rgb) question(which string, m *Mistakes, tolerance float64, worked viz.Words) Question {
	return Question{
		Prompt: []viz.Words{
			{Key: "quiz.colour-value.pixel", Args: viz.Args{"r": c.r, "g": c.g, "b": c.b}},
			{Key: "quiz.colour-value.ask-" + which},
		},
		Given: Given{Ask: which, Values: Values{"red": c.r, "green": c.g, "blue": c.b}},
		Type:  TypeNumber, Answer: m.right, Slips: m.list, Tolerance: tolerance,
		Worked: []viz.Words{worked},
	}
}

// askLargest asks for V of HSV, on the scale of 0 to 255.
func (c rgb) askLargest() Question {
	_, _, v := c.hsv()
	m := NewMistakes(itoa(int(math.Round(255 * v))))
	if c.sum()%3 == 0 {
		m.Add(itoa(c.sum()/3), "value-is-mean", fmt.Sprintf("(%d + %d + %d)/3 = %d", c.r, c.g, c.b, c.sum()/3))
	}
	m.Add(itoa(c.least()), "value-is-least", itoa(c.least()))
	m.Add(itoa(c.sum()), "value-is-sum", fmt.Sprintf("%d + %d + %d = %d", c.r, c.g, c.b, c.sum()))
	m.Add(itoa(c.most()-c.least()), "value-is-spread", fmt.Sprintf("%d - %d = %d", c.most(), c.least(), c.most()-c.least()))
	return c.question("largest", m, 0, viz.Words{Key: "quiz.worked.largest", Args: viz.Args{
		"r": c.r, "g": c.g, "b": c.b, "n": m.right,
	}})
}

// greyTolerance is how far a grey value worked out by hand may be off: people
// round on the way.
const greyTolerance = 1

// askGrey asks for the grey value, weighed as the eye does.
func (c rgb) askGrey() Question {
	right := (299*c.r + 587*c.g + 114*c.b + 500) / 1000
	m := NewMistakes(itoa(right))
	add := func(sum, by int, slip, text string) {
		n := (sum + by/2) / by
		for _, taken := range append([]int{right}, m.numbers()...) {
			if max(taken-n, n-taken) <= 2*greyTolerance {
				return // could not be told apart
			}
		}
		sign := "="
		if sum != n*by {
			sign = "≈"
		}
		m.Add(itoa(n), slip, fmt.Sprintf("%s %s %d", text, sign, n))
	}
	add(c.sum(), 3, "grey-is-mean", fmt.Sprintf("(%d + %d + %d)/3", c.r, c.g, c.b))
	add(299*c.b+587*c.g+114*c.r, 1000, "red-blue-swap", fmt.Sprintf("0.299×%d + 0.587×%d + 0.114×%d", c.b, c.g, c.r))
	add(587*c.r+299*c.g+114*c.b, 1000, "red-green-swap", fmt.Sprintf("0.587×%d + 0.299×%d + 0.114×%d", c.r, c.g, c.b))
	add(c.most(), 1, "grey-is-largest", fmt.Sprintf("max(%d, %d, %d)", c.r, c.g, c.b))
	if c.most() == c.least() { // no rule above tells anything
		add(c.sum(), 1, "grey-is-sum", fmt.Sprintf("%d + %d + %d", c.r, c.g, c.b))
		add(0, 1, "grey-is-nothing", fmt.Sprintf("%d - %d", c.most(), c.least()))
		add(587*c.g, 1000, "green-alone", fmt.Sprintf("0.587×%d", c.g))
	}
	return c.question("grey", m, greyTolerance, viz.Words{Key: "quiz.worked.grey", Args: viz.Args{
		"r": c.r, "g": c.g, "b": c.b, "n": right,
	}})
}

// numbers are the answers so far that are whole numbers.
func (m *Mistakes) numbers() []int {
	var list []int
	for _, other := range m.list {
		if n, err := ReadInt(other.Answer); err == nil {
			list = append(list, n)
		}
	}
	return list
}

// askSaturation asks for S of HSV in percent, where that is a whole number.
func (c rgb) askSaturation() Question {
	_, s, _ := c.hsv()
	m := NewMistakes(viz.Number(math.Round(100 * s)))
	spread := c.most() - c.least()
	if 100*spread%c.most() != 0 {
		return Question{}
	}
	m.Add(itoa(spread), "not-divided", fmt.Sprintf("%d - %d = %d", c.most(), c.least(), spread))
	if 100*c.least()%c.most() == 0 {
		n := 100 * c.least() / c.most()
		m.Add(itoa(n), "least-of-most", fmt.Sprintf("%d/%d = %d%%", c.least(), c.most(), n))
	}
	if 100*spread%255 == 0 {
		n := 100 * spread / 255
		m.Add(itoa(n), "divided-by-255", fmt.Sprintf("%d/255 = %d%%", spread, n))
	}
	if c.least() > 0 && 100*spread%c.least() == 0 {
		n := 100 * spread / c.least()
		m.Add(itoa(n), "divided-by-least", fmt.Sprintf("%d/%d = %d%%", spread, c.least(), n))
	}
	return c.question("saturation", m, 0, viz.Words{Key: "quiz.worked.saturation", Args: viz.Args{
		"most": c.most(), "least": c.least(), "n": m.right,
	}})
}

// AboutValue asks for V of a colour in HSV, on the scale of 0 to 255.
func AboutValue(r, g, b uint8) Question { return aboutColour(rgb{int(r), int(g), int(b)}.askLargest()) }

// AboutGrey asks for the grey value of a colour.
func AboutGrey(r, g, b uint8) Question { return aboutColour(rgb{int(r), int(g), int(b)}.askGrey()) }

func aboutColour(q Question) Question {
	q.Kind, q.Level, q.Topic = colourValue{}.ID(), 1, "colour"
	return q
}

// AboutStacked asks for the shape when RGB and HSV of the same picture lie
// behind each other.
func AboutStacked(h, w int) Question {
	right := photoShape{h: h, w: w, c: 6}
	m := NewMistakes(right.text())
	m.Add(photoShape{h: h, w: w, c: 3}.text(), "not-stacked", "3")
	m.Add(photoShape{h: h, w: w, c: 2}.text(), "pictures-for-channels", "2")
	m.Add(photoShape{h: w, w: h, c: 6}.text(), "h-w-swap", fmt.Sprintf("%dx%d", w, h))
	m.Add(photoShape{h: 2 * h, w: w, c: 3}.text(), "stacked-in-height", itoa(2*h))
	first := fmt.Sprintf("6x%dx%d", h, w)
	m.Add(first, "channel-first", first)
	return Question{
		Kind: imageShape{}.ID(), Level: 1, Topic: "colour",
		Prompt: []viz.Words{{Key: "quiz.image-shape.stacked", Args: viz.Args{"h": h, "w": w}}},
		Type:   TypeShape, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.worked.stacked", Args: viz.Args{"shape": m.right}}},
	}
}
