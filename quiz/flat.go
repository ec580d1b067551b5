package quiz

import (
	"fmt"

	"convtutor/viz"
)

// flatPlace asks about a picture written in one row of numbers: how long it
// is, how far apart neighbours come to stand, where a number stands. Given.Spec
// has the picture, Given.Ask is "length", "apart" or "place" (of Given.At).
type flatPlace struct{}

func (flatPlace) ID() string       { return "flat-place" }
func (flatPlace) Topics() []string { return []string{"flatten"} }
func (flatPlace) Levels() int      { return 3 }

func (k flatPlace) New(level int, seed uint32) (Question, error) {
	return build(k, level, seed, drawFlatPlace)
}

func drawFlatPlace(d dice, level int) (Question, bool) {
	f := flat{h: d.from(4, 32), w: d.from(4, 32), c: d.one(2, 3, 4)}
	f.row, f.column, f.channel = d.from(2, f.h), d.from(2, f.w), d.from(1, f.c)
	if f.h == f.w {
		return Question{}, false
	}
	q := f.question([]string{"length", "apart", "place"}[level-1])
	return q, len(q.Slips) >= 3
}

// flat is a picture of (H, W, C), and a number of it, all counted from 1.
type flat struct{ h, w, c, row, column, channel int }

// AboutFlat asks for the "length" of a picture of (H, W, C) in one row, how far
// "apart" a pixel and the one below stand, or the "place" of a number.
func AboutFlat(what string, h, w, c int) (Question, error) {
	if h < 2 || w < 2 || c < 1 {
		return Question{}, fmt.Errorf("quiz: a picture of %dx%dx%d has no neighbours", h, w, c)
	}
	switch what {
	case "length", "apart", "place":
		return flat{h, w, c, 2, 2, 1}.question(what), nil
	}
	return Question{}, &UnknownError{What: "question", Name: what, Known: []string{"length", "apart", "place"}}
}

// place is where a number stands in the row, counted from 1: row by row, in a
// row pixel by pixel, in a pixel channel by channel.
func (f flat) place(row, column, channel int) int {
	return ((row-1)*f.w+column-1)*f.c + channel
}

func (f flat) question(what string) Question {
	args := viz.Args{
		"h": f.h, "w": f.w, "c": f.c, "row": f.row, "column": f.column, "channel": f.channel,
	}
	q := Question{
		Kind: flatPlace{}.ID(), Level: 1, Topic: "flatten", Type: TypeNumber,
		Given: Given{Spec: fmt.Sprintf("%dx%dx%d | flatten", f.h, f.w, f.c), Rule: "floor", Ask: what},
		Prompt: []viz.Words{
			{Key: "quiz.flat-place.setup", Args: args}, {Key: "quiz.flat-place." + what, Args: args},
		},
	}
	var m *Mistakes
	switch what {
	case "length":
		m = f.length()
		args["sum"] = product(f.h*f.w*f.c, f.h, f.w, f.c)
	case "apart":
		m = f.apart()
		args["sum"] = product(f.w*f.c, f.w, f.c)
	default:
		m = f.where()
		args["sum"] = f.sum(f.row, f.column, f.channel)
		q.Given.At = []int{f.channel - 1, f.row - 1, f.column - 1}
	}
	q.Worked = []viz.Words{{Key: "quiz.flat-place.worked-" + what, Args: args}}
	q.Answer, q.Slips = m.right, m.list
	return q
}

// sum writes how a place is found.
func (f flat) sum(row, column, channel int) string {
	return fmt.Sprintf("(%d*%d + %d)*%d + %d = %d", row-1, f.w, column-1, f.c, channel, f.place(row, column, channel))
}

func (f flat) length() *Mistakes {
	n := f.h * f.w * f.c
	m := NewMistakes(itoa(n))
	m.AddVariant(itoa(f.h*f.w), "depth-ignored", product(f.h*f.w, f.h, f.w), "flat-row")
	m.AddVariant(itoa(f.h+f.w+f.c), "sides-added", fmt.Sprintf("%d + %d + %d = %d", f.h, f.w, f.c, f.h+f.w+f.c), "flat")
	m.Add(itoa(f.w*f.c), "one-row", product(f.w*f.c, f.w, f.c))
	return m
}

func (f flat) apart() *Mistakes {
	m := NewMistakes(itoa(f.w * f.c))
	m.AddVariant(itoa(f.w), "depth-ignored", itoa(f.w), "flat-row")
	m.Add("1", "still-beside", "1")
	m.AddVariant(itoa(f.h*f.c), "h-w-swap", product(f.h*f.c, f.h, f.c), "flat")
	m.Add(itoa(f.c), "beside-for-below", itoa(f.c))
	return m
}

func (f flat) where() *Mistakes {
	m := NewMistakes(itoa(f.place(f.row, f.column, f.channel)))
	flatly := (f.row-1)*f.w + f.column
	m.AddVariant(itoa(flatly), "depth-ignored", fmt.Sprintf("%d*%d + %d = %d", f.row-1, f.w, f.column, flatly), "flat-row")
	swapped := ((f.column-1)*f.h+f.row-1)*f.c + f.channel
	m.AddVariant(itoa(swapped), "h-w-swap", fmt.Sprintf("(%d*%d + %d)*%d + %d = %d", f.column-1, f.h, f.row-1, f.c, f.channel, swapped), "flat")
	planes := (f.channel-1)*f.h*f.w + (f.row-1)*f.w + f.column
	m.AddVariant(itoa(planes), "channel-first", fmt.Sprintf("%d*%d*%d + %d*%d + %d = %d", f.channel-1, f.h, f.w, f.row-1, f.w, f.column, planes), "flat")
	full := (f.row*f.w+f.column)*f.c + f.channel
	m.Add(itoa(full), "itself-counted", fmt.Sprintf("(%d*%d + %d)*%d + %d = %d", f.row, f.w, f.column, f.c, f.channel, full))
	return m
}
