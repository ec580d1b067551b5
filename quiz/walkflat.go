package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/viz"
)

// walkFlat lays a picture's rows one after the other, as far as is asked.
func (q Question) walkFlat(t netspec.Table) (Walk, bool) {
	f := flat{h: t.Input.H, w: t.Input.W, c: t.Input.C, row: 1, column: 1, channel: 1}
	if f.w > widestSide || q.Type != TypeNumber {
		return Walk{}, false
	}
	var steps []viz.FlatStep
	below := false
	switch q.Given.Ask {
	case "length":
		f.row, f.column = f.h, f.w
		steps = f.lengthSteps()
	case "apart":
		below = true
		steps = f.apartSteps()
	case "place":
		channel, at, all := q.Given.asked()
		if all || !inside(at, f.h, f.w) || channel < 0 || channel >= f.c {
			return Walk{}, false
		}
		f.row, f.column, f.channel = at.Y+1, at.X+1, channel+1
		steps = f.placeSteps()
	default:
		return Walk{}, false
	}
	picture := viz.FlatPicture{H: f.h, W: f.w, C: f.c, Row: f.row, Column: f.column}
	return Walk{Animation: viz.NewFlatLine(picture, below, steps)}, true
}

// says is a sentence about the picture.
func (f flat) says(key string, more viz.Args) viz.Words {
	args := viz.Args{"h": f.h, "w": f.w, "c": f.c, "row": f.row, "column": f.column, "channel": f.channel}
	for name, v := range more {
		args[name] = v
	}
	return viz.Words{Key: "walk.flat." + key, Args: args}
}

func (f flat) lengthSteps() []viz.FlatStep {
	each, all := f.w*f.c, f.h*f.w*f.c
	return []viz.FlatStep{
		{Says: f.says("picture", nil)},
		{Says: f.says("first-row", viz.Args{"n": each}), Sum: product(each, f.w, f.c), Rows: 1},
		{Says: f.says("second-row", viz.Args{"from": each + 1}), Sum: product(each, f.w, f.c), Rows: 2},
		{Says: f.says("all-rows", viz.Args{"n": all}), Sum: product(all, f.h, each), Rows: f.h},
	}
}

func (f flat) apartSteps() []viz.FlatStep {
	each := f.w * f.c
	first, second := f.place(1, 1, 1), f.place(2, 1, 1)
	return []viz.FlatStep{
		{Says: f.says("pixel", viz.Args{"n": first}), Places: []int{first}, Lit: []int{first}},
		{Says: f.says("rest-of-row", viz.Args{"n": each}), Sum: product(each, f.w, f.c), Rows: 1, Lit: []int{first}},
		{Says: f.says("pixel-below", viz.Args{"n": second}), Sum: product(each, f.w, f.c), Rows: 1, Places: []int{second}, Lit: []int{first, second}},
		{
			Says: f.says("apart", viz.Args{"n": second - first, "first": first, "second": second}),
			Sum:  fmt.Sprintf("%d - %d = %d", second, first, second-first), Rows: 1, Places: []int{second}, Lit: []int{first, second},
		},
	}
}

func (f flat) placeSteps() []viz.FlatStep {
	rows, pixels := (f.row-1)*f.w, (f.row-1)*f.w+f.column-1
	at := f.place(f.row, f.column, f.channel)
	var places []int
	for c := range f.c {
		places = append(places, f.place(f.row, f.column, c+1))
	}
	return []viz.FlatStep{
		{Says: f.says("asked", nil), Lit: []int{at}},
		{Says: f.says("rows-before", viz.Args{"n": rows, "rows": f.row - 1}), Sum: product(rows, f.row-1, f.w), Rows: f.row - 1, Lit: []int{at}},
		{
			Says: f.says("pixels-before", viz.Args{"n": pixels, "pixels": f.column - 1}), Sum: fmt.Sprintf("%d + %d = %d", rows, f.column-1, pixels),
			Rows: f.row - 1, Pixels: f.column - 1, Lit: []int{at},
		},
		{
			Says: f.says("numbers-before", viz.Args{"n": pixels * f.c, "pixels": pixels}), Sum: product(pixels*f.c, pixels, f.c),
			Rows: f.row - 1, Pixels: f.column - 1, Lit: []int{at},
		},
		{
			Says: f.says("place", viz.Args{"n": at}), Sum: fmt.Sprintf("%d + %d = %d", pixels*f.c, f.channel, at),
			Rows: f.row - 1, Pixels: f.column - 1, Places: places, Lit: []int{at},
		},
	}
}
