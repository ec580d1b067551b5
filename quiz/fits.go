package quiz

import (
	"fmt"
	"slices"
	"strings"

	"convtutor/viz"
)

// fits asks which stride, or which filter, leaves nothing over.
type fits struct{}

func (fits) ID() string       { return "fits" }
func (fits) Topics() []string { return []string{"stride", "padding"} }
func (fits) Levels() int      { return 3 }

func (k fits) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawFits)
}

// drawFits draws sizes, and then of all strides (at level 3: filters) one that
// fits and three that seem to fit to who makes a slip.
func drawFits(d dice, level int) (Question, bool) {
	s := viz.SlideSetup{In: d.from(7, 14), Filter: d.from(2, 5), Stride: d.from(2, 4)}
	if level > 1 {
		s.In, s.Padding = d.from(9, 32), d.from(1, 3)
	}
	which := viz.SlideStride
	if level == 3 {
		which = viz.SlideFilter
	}
	right, wrong := fitting(s, which)
	if len(right) == 0 || len(wrong) < 3 {
		return Question{}, false
	}
	answer := right[d.from(0, len(right)-1)]
	m := NewMistakes(itoa(answer))
	d.rng.Shuffle(len(wrong), func(i, j int) { wrong[i], wrong[j] = wrong[j], wrong[i] })
	for _, plainly := range []bool{false, true} { // those that say most first
		for _, w := range wrong {
			if (w.slip == "remainder-ignored") == plainly {
				m.Add(itoa(w.n), w.slip, w.text)
			}
		}
	}
	m.list = m.list[:3]
	s = s.With(which, answer)
	q := Question{
		Topic:  sideTopic(s),
		Prompt: fitsPrompt(s, which),
		Given:  Given{Spec: slideSpec(s), Rule: "error", Ask: settingName(which)},
		Type:   TypeChoice, Answer: m.right, Options: m.options(d, 3), Slips: m.list,
	}
	slices.SortFunc(q.Options, func(a, b Option) int { return strings.Compare(a.Answer, b.Answer) }) // one digit each
	q.Worked = workedFits(s, which, q.Options)
	return q, len(q.Options) == 4
}

// seeming is a number that does not fit, and the slip that makes it seem to.
type seeming struct {
	n          int
	slip, text string
}

// fitting sorts the numbers that one setting may be: those that fit, and those
// that seem to. Fewer than two windows are left out, and a stride of 1, which
// always fits.
func fitting(s viz.SlideSetup, which viz.SlideSetting) (right []int, wrong []seeming) {
	for n := 2; n <= 8; n++ {
		at := s.With(which, n)
		span := roomOf(at)
		switch {
		case span < at.Stride:
		case span%at.Stride == 0:
			right = append(right, n)
		default:
			slip, text := seemsToFit(at)
			wrong = append(wrong, seeming{n, slip, text})
		}
	}
	return right, wrong
}

// roomOf is N - F + 2P.
func roomOf(s viz.SlideSetup) int { return s.In - s.Filter + 2*s.Padding }

// seemsToFit finds the likeliest slip by which a stride that does not fit
// divides without a remainder, with its arithmetic; at last, that the remainder
// was not looked at.
func seemsToFit(s viz.SlideSetup) (slip, text string) {
	try := func(id string, total int, above string) {
		if slip == "" && total > 0 && total%s.Stride == 0 {
			slip, text = id, fmt.Sprintf("(%s)/%d = %d", above, s.Stride, total/s.Stride)
		}
	}
	if s.Padding > 0 {
		try("pad-ignored", s.In-s.Filter, fmt.Sprintf("%d - %d", s.In, s.Filter))
		try("pad-once", s.In-s.Filter+s.Padding, fmt.Sprintf("%d - %d + %d", s.In, s.Filter, s.Padding))
	}
	try("filter-ignored", s.In+2*s.Padding, fmt.Sprintf("%d + 2*%d", s.In, s.Padding))
	try("brackets", roomOf(s)+1, fmt.Sprintf("%d - %d + 2*%d + 1", s.In, s.Filter, s.Padding))
	if s.Padding == 0 {
		try("pad-added", s.In-s.Filter+2, fmt.Sprintf("%d - %d + 2*1", s.In, s.Filter))
	}
	if slip == "" {
		rest := roomOf(s) % s.Stride
		return "remainder-ignored", fmt.Sprintf("%d = %d*%d + %d", roomOf(s), roomOf(s)/s.Stride, s.Stride, rest)
	}
	return slip, text
}

func fitsPrompt(s viz.SlideSetup, which viz.SlideSetting) []viz.Words {
	return []viz.Words{
		{Key: "quiz.fits.setup-" + settingName(which), Args: slideArgs(s)},
		{Key: "quiz.fits.ask-" + settingName(which)},
	}
}

// workedFits divides for each option in turn.
func workedFits(s viz.SlideSetup, which viz.SlideSetting, options []Option) []viz.Words {
	words := []viz.Words{{Key: "quiz.worked.fits"}}
	for _, o := range options {
		n, err := ReadInt(o.Answer)
		if err != nil {
			continue
		}
		at := s.With(which, n)
		key := "quiz.worked.fits-not"
		sum := fmt.Sprintf("(%d - %d + 2*%d)/%d = %s", at.In, at.Filter, at.Padding, at.Stride, quotient(roomOf(at), at.Stride))
		if o.Slip == "" {
			key = "quiz.worked.fits-well"
		}
		words = append(words, viz.Words{Key: key, Args: viz.Args{"letter": which.Letter(), "n": n, "sum": sum}})
	}
	return words
}
