package quiz

import (
	"strconv"
	"strings"

	"convtutor/viz"
)

// walkFlip turns the filter that is to be turned, number by number; where an
// output is given, it lays the filter on as it is and turned, side by side.
func (q Question) walkFlip() (Walk, bool) {
	if text := q.Given.valueText("filter"); text != "" {
		rows, ok := gridRows(text)
		if !ok {
			return Walk{}, false
		}
		ending := stepWords("turn.ending", viz.Args{"rows": q.Answer})
		return Walk{Animation: viz.NewExcerpt(viz.Whole(viz.NewHalfTurn(rows), ending)), Level: viz.LevelCell}, true
	}
	p := q.Given.Problem
	output, ok := gridRows(q.Given.valueText("output"))
	if p == nil || !ok {
		return Walk{}, false
	}
	s, err := p.ConvSetup()
	if err != nil {
		return Walk{}, false
	}
	both, err := viz.NewTwoWays(s, output)
	if err != nil {
		return Walk{}, false
	}
	return Walk{Animation: viz.NewExcerpt(viz.Whole(both, q.chosen())), Level: viz.LevelProduct}, true
}

// gridRows reads rows of numbers as GridText writes them, all equally long.
func gridRows(text string) ([][]float64, bool) {
	var rows [][]float64
	for line := range strings.SplitSeq(text, "/") {
		var row []float64
		for field := range strings.FieldsSeq(line) {
			v, err := strconv.ParseFloat(field, 64)
			if err != nil {
				return nil, false
			}
			row = append(row, v)
		}
		if len(row) == 0 || len(rows) > 0 && len(row) != len(rows[0]) {
			return nil, false
		}
		rows = append(rows, row)
	}
	return rows, true
}
