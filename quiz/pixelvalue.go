package quiz

import (
	"fmt"
	"strings"

	"convtutor/viz"
)

// pixelValue asks what becomes of a pixel when all numbers of a photo are
// multiplied and added to. Given.Values has "value", the pixel; "times", the
// multiplier; "add", what is added; and at level 3 "middle", what is taken off
// before and added again after. Where it is cut off, "least" and "most" say at
// what.
type pixelValue struct{}

func (pixelValue) ID() string       { return "pixel-value" }
func (pixelValue) Topics() []string { return []string{"pixels"} }
func (pixelValue) Levels() int      { return 3 }

func (k pixelValue) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawPixelValue)
}

// toned is a pixel's value, with what is done to it. The multiplier is counted
// in quarters, so that all stays whole; middle is taken off before it is
// multiplied, and added again after.
type toned struct {
	value, quarters, add, middle int
	cut                          bool
}

// raw is the number wherever it leads.
func (t toned) raw() int { return (t.value-t.middle)*t.quarters/4 + t.middle + t.add }

// result is what the picture holds: 0 to 255 where it is cut off.
func (t toned) result() int { return t.kept(t.raw()) }

func (t toned) kept(n int) int {
	if t.cut {
		return min(max(n, 0), 255)
	}
	return n
}

// times writes the multiplier: "1.5".
func (t toned) times() string { return viz.Number(float64(t.quarters) / 4) }

// sum writes the arithmetic: "120×1.5 + 40 = 220".
func (t toned) sum() string {
	left := fmt.Sprintf("%d×%s", t.value, signedText(t.times()))
	if t.middle != 0 {
		left = fmt.Sprintf("(%d - %d)×%s + %d", t.value, t.middle, t.times(), t.middle)
	}
	if t.add != 0 {
		left += " + " + signed(t.add)
	}
	return fmt.Sprintf("%s = %d", left, t.raw())
}

func signedText(n string) string {
	if strings.HasPrefix(n, "-") {
		return "(" + n + ")"
	}
	return n
}

func drawPixelValue(d dice, level int) (Question, bool) {
	t := toned{value: 4 * d.from(2, 62), quarters: d.one(2, 6, 8), add: 5 * d.from(-16, 16), cut: true}
	if level == 3 {
		t.add, t.middle, t.quarters = 0, 128, d.one(2, 3, 5, 6, 8)
	}
	outside := t.raw() != t.result()
	if t.add == 0 && level < 3 || level == 1 && outside || level == 2 && !outside {
		return Question{}, false
	}
	q := t.ask()
	return q, len(q.Slips) >= 3
}

func (t toned) ask() Question {
	m := NewMistakes(itoa(t.result()))
	t.addSlips(m)
	setup := viz.Words{Key: "quiz.pixel-value.setup", Args: viz.Args{"times": t.times(), "add": t.add}}
	if t.middle != 0 {
		setup = viz.Words{Key: "quiz.pixel-value.setup-middle", Args: viz.Args{"times": t.times(), "middle": t.middle}}
	}
	prompt := []viz.Words{setup}
	if t.cut {
		prompt = append(prompt, viz.Words{Key: "quiz.pixel-value.cut"})
	}
	worked := []viz.Words{{Key: "quiz.worked.pixel-sum", Args: viz.Args{"sum": t.sum()}}}
	if t.raw() != t.result() {
		worked = append(worked, viz.Words{Key: "quiz.worked.pixel-cut", Args: viz.Args{"raw": t.raw(), "n": t.result()}})
	}
	return Question{
		Prompt: append(prompt, viz.Words{Key: "quiz.pixel-value.ask", Args: viz.Args{"value": t.value}}),
		Given:  t.given(),
		Type:   TypeNumber, Answer: m.right, Slips: m.list, Worked: worked,
	}
}

// given names the numbers.
func (t toned) given() Given {
	v := Values{"value": t.value, "times": float64(t.quarters) / 4, "add": t.add}
	if t.middle != 0 {
		v["middle"] = t.middle
	}
	if t.cut {
		v["least"], v["most"] = 0, 255
	}
	return Given{Values: v}
}

// addSlips adds what slips make of the value.
func (t toned) addSlips(m *Mistakes) {
	if t.cut && t.raw() != t.result() {
		m.Add(itoa(t.raw()), "cut-ignored", t.sum())
		around := (t.raw()%256 + 256) % 256
		m.Add(itoa(around), "wraps-around", itoa(around))
	}
	add := func(slip string, n int, text string) {
		m.Add(itoa(t.kept(n)), slip, fmt.Sprintf("%s = %d", text, n))
	}
	if t.middle != 0 {
		far := (t.value - t.middle) * t.quarters / 4
		add("middle-ignored", t.value*t.quarters/4, fmt.Sprintf("%d×%s", t.value, t.times()))
		add("middle-not-back", far, fmt.Sprintf("(%d - %d)×%s", t.value, t.middle, t.times()))
		return
	}
	if first := (t.value + t.add) * t.quarters; first%4 == 0 {
		add("add-first", first/4, fmt.Sprintf("(%d + %s)×%s", t.value, signed(t.add), t.times()))
	}
	add("add-ignored", t.value*t.quarters/4, fmt.Sprintf("%d×%s", t.value, signedText(t.times())))
	add("times-ignored", t.value+t.add, fmt.Sprintf("%d + %s", t.value, signed(t.add)))
}

// AboutPixel asks what becomes of a pixel's value, multiplied by a number of
// quarters and added to; cut says that 0 to 255 is all that can be kept.
func AboutPixel(value, quarters, add int, cut bool) (Question, error) {
	if value*quarters%4 != 0 {
		return Question{}, fmt.Errorf("quiz: %d times %d quarters is no whole number", value, quarters)
	}
	q := toned{value: value, quarters: quarters, add: add, cut: cut}.ask()
	q.Kind, q.Level, q.Topic = pixelValue{}.ID(), 1, "pixels"
	return q, nil
}

// AboutNegative asks what must be added when a photo's numbers are multiplied
// by -1, so that black becomes white and white black.
func AboutNegative() Question {
	right := 0
	for (toned{value: 0, quarters: -4, add: right}).raw() != 255 {
		right++
	}
	m := NewMistakes(itoa(right))
	m.Add("0", "add-ignored", "255×(-1) = -255")
	m.Add(itoa(right+1), "counts-256", itoa(right+1))
	m.Add(itoa((right+1)/2), "middle-for-end", itoa((right+1)/2))
	return Question{
		Kind: pixelValue{}.ID(), Level: 1, Topic: "pixels",
		Prompt: []viz.Words{{Key: "quiz.pixel-value.negative"}},
		Type:   TypeNumber, Answer: m.right, Slips: m.list,
		Worked: []viz.Words{{Key: "quiz.worked.negative", Args: viz.Args{"n": right}}},
	}
}
