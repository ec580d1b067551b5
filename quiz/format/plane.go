package format

import (
	"convtutor/quiz"
	"convtutor/viz"
)

// Plane is numbers in rows, with what they are called. Rows and columns are
// counted from 1 beside it, as the questions count them.
type Plane struct {
	Label string
	Rows  [][]string
	// Across and Down name the columns and the rows; both are counted where they
	// have no names.
	Across, Down []string
}

// named is the name of a column or a row, else its place, as people count.
func named(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return count(i)
}

// planes are the numbers of a question's picture.
func planes(q quiz.Question, said viz.Say) []Plane {
	var list []Plane
	if p := q.Given.Problem; p != nil {
		list = append(list, ofArray(p.Input, "format.input-", said)...)
		if p.Weight != nil {
			list = append(list, ofArray(*p.Weight, "format.filter-", said)...)
		}
	}
	if q.Field != nil && len(list) == 0 {
		list = append(list, Plane{Label: said(viz.Words{Key: "format.field"}), Rows: rows(len(q.Field), len(q.Field[0]), func(y, x int) float64 {
			return q.Field[y][x]
		})})
	}
	return list
}

// ofArray is each channel of each picture or filter: shape N, C, H, W.
func ofArray(a quiz.Array, key string, said viz.Say) []Plane {
	if len(a.Shape) != 4 {
		return nil
	}
	count, channels, h, w := a.Shape[0], a.Shape[1], a.Shape[2], a.Shape[3]
	var list []Plane
	for n := range count {
		for c := range channels {
			base := (n*channels + c) * h * w
			label := viz.Words{Key: key + which(count, channels), Args: viz.Args{"number": n + 1, "channel": c + 1}}
			list = append(list, Plane{Label: said(label), Rows: rows(h, w, func(y, x int) float64 { return a.Data[base+y*w+x] })})
		}
	}
	return list
}

func rows(h, w int, at func(y, x int) float64) [][]string {
	list := make([][]string, h)
	for y := range list {
		for x := range w {
			list[y] = append(list[y], viz.Number(at(y, x)))
		}
	}
	return list
}

// which says what tells several planes apart.
func which(count, channels int) string {
	switch {
	case count > 1 && channels > 1:
		return "number-channel"
	case count > 1:
		return "number"
	case channels > 1:
		return "channel"
	}
	return "one"
}

// blank is a grid of as many rows and columns with nothing in them.
func blank(rows [][]string) [][]string {
	empty := make([][]string, len(rows))
	for y, row := range rows {
		empty[y] = make([]string, len(row))
	}
	return empty
}
