package quiz

import (
	"regexp"
	"strconv"
	"strings"

	"convtutor/internal/nn"
)

// PlaceText writes a cell, counted from 0, as an answer: "2, 3" counts from 1.
func PlaceText(p nn.Point) string { return place(p) }

var (
	// two numbers, row and column, with the words that may stand beside them.
	rowFirst = regexp.MustCompile(`^(?:row|r|y)? *[:=]? *(\d{1,6}) *행?(?: *[,;] *| *)(?:column|col|c|x)? *[:=]? *(\d{1,6}) *열?$`)
	// the same two the other way round, which only their words can say.
	columnFirst = regexp.MustCompile(`^(?:(?:column|col|c|x) *[:=]? *(\d{1,6})|(\d{1,6}) *열)(?: *[,;] *| *)(?:(?:row|r|y) *[:=]? *(\d{1,6})|(\d{1,6}) *행)$`)
	// apart says that two numbers are not written as one.
	apart = regexp.MustCompile(`\d\D+\d`)
)

// ReadPlace reads a cell: its row and column, counted from 1, as people write
// them: "2, 3", "(2, 3)", "2 3", "2행 3열", "row 2 column 3", "r2c3", "x=3, y=2".
// The point counts from 0; it may lie outside of everything.
func ReadPlace(typed string) (nn.Point, error) {
	s, err := tidy(typed)
	if err != nil {
		return nn.Point{}, err
	}
	s = strings.TrimRight(unbracket(s), ", ")
	if m := columnFirst.FindStringSubmatch(s); m != nil {
		return cell(m[3]+m[4], m[1]+m[2]), nil // one of each two matched
	}
	m := rowFirst.FindStringSubmatch(s)
	if m == nil || !apart.MatchString(s) {
		return nn.Point{}, unreadable(typed, "place")
	}
	return cell(m[1], m[2]), nil
}

// cell is the cell of a row and a column in a few digits.
func cell(row, column string) nn.Point {
	y, _ := strconv.Atoi(row)
	x, _ := strconv.Atoi(column)
	return nn.Point{Y: y - 1, X: x - 1}
}
