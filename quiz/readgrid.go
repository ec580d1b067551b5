package quiz

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"convtutor/viz"
)

// GridSize gives the rows and columns of an answer that is a grid.
func GridSize(answer string) (rows, cols int) {
	lines := strings.Split(answer, " / ")
	return len(lines), len(strings.Fields(lines[0]))
}

// GridText writes rows of numbers as an answer: "4 3 4 / 2 4 3 / 2 3 4".
func GridText(rows [][]float64) string {
	lines := make([]string, len(rows))
	for i, row := range rows {
		cells := make([]string, len(row))
		for j, v := range row {
			cells[j] = strconv.FormatFloat(v, 'f', -1, 64)
		}
		lines[i] = strings.Join(cells, " ")
	}
	return strings.Join(lines, " / ")
}

var (
	// brackets around one number, as a negative one is written.
	oneBracketed = regexp.MustCompile(`\( *([+-]? *[\d./]+) *\)`)
	// what parts two rows that have brackets of their own.
	rowBrackets = regexp.MustCompile(`[)\]}] *,? *[(\[{]`)
	anyBracket  = regexp.MustCompile(`[()\[\]{}]`)
	// a slash that is no fraction's has a space beside it.
	rowSlash = regexp.MustCompile(` +/ *| */ +`)
	cellMark = regexp.MustCompile(` *, *| +`)
)

// ReadGrid reads the numbers of a grid as people write them: rows parted by
// slashes, line ends, semicolons, bars or brackets of their own, cells by spaces
// or commas; or all cells one after the other, row by row. A slash without a
// space beside it is a fraction's where the grid's size says so.
func ReadGrid(typed string, rows, cols int) ([][]*big.Rat, error) {
	s, err := tidyUpTo(strings.NewReplacer("\r\n", ";", "\n", ";").Replace(strings.TrimSpace(typed)), maxLong)
	if err != nil {
		return nil, err
	}
	numbers := false
	for _, lines := range waysToPart(unwrapped(s)) {
		grid, whole, all := readLines(lines, rows, cols)
		if whole {
			return grid, nil
		}
		numbers = numbers || all
	}
	hint := "grid"
	if numbers {
		hint = "cells"
	}
	return nil, unreadableAs(typed, hint, viz.Args{"rows": rows, "columns": cols})
}

// unwrapped takes brackets off and puts semicolons between rows that have some.
func unwrapped(s string) string {
	s = oneBracketed.ReplaceAllString(s, "$1")
	return anyBracket.ReplaceAllString(rowBrackets.ReplaceAllString(s, ";"), " ")
}

// waysToPart parts a text into rows in each way there is, the plainest first.
func waysToPart(s string) [][]string {
	ways := [][]string{strings.Split(strings.ReplaceAll(s, "|", " "), ";")}
	if len(filled(ways[0])) > 1 {
		return ways
	}
	return append(ways, strings.Split(s, "|"), rowSlash.Split(s, -1), strings.Split(s, "/"))
}

// filled leaves out what is empty.
func filled(lines []string) []string {
	var list []string
	for _, l := range lines {
		if l = strings.Trim(l, " ,"); l != "" {
			list = append(list, l)
		}
	}
	return list
}

// readLines reads rows of cells; fits says that they are the grid, all that
// each cell is a number at least.
func readLines(lines []string, rows, cols int) (grid [][]*big.Rat, fits, all bool) {
	lines = filled(lines)
	each := cols
	if len(lines) == 1 {
		each = rows * cols
	}
	var cells []*big.Rat
	fits, all = len(lines) == rows || len(lines) == 1, len(lines) > 0
	for _, l := range lines {
		row, ok := readCells(l, each)
		all = all && ok
		fits = fits && ok && len(row) == each
		cells = append(cells, row...)
	}
	if !fits || !all {
		return nil, false, all
	}
	for y := range rows {
		grid = append(grid, cells[y*cols:(y+1)*cols])
	}
	return grid, true, true
}

// readCells reads the numbers of one row, parted by spaces where that gives as
// many as there are to be, else by commas as well.
func readCells(line string, want int) ([]*big.Rat, bool) {
	apart := filled(strings.Fields(line))
	if len(apart) != want {
		apart = cellMark.Split(line, -1)
	}
	row := make([]*big.Rat, len(apart))
	for i, cell := range apart {
		n, err := ReadNumber(cell)
		if err != nil {
			return nil, false
		}
		row[i] = n
	}
	return row, true
}
