package gradebook

import (
	"slices"
	"strconv"
	"strings"

	"convtutor/viz/canvas"
)

// Widths of a table that is too wide, in columns of the terminal.
const (
	gap = "  " // before each column
	// least is how narrow a column of words may get.
	least = 16
	// beside is what the last column must have to stand beside the others; one
	// that needs more and has less stands below its row.
	beside = 40
	// under is how far it is indented there.
	under = "      "
)

// Lines writes a table in columns, numbers to the right, that fit a terminal of
// a width: long words go on in the next line. 0 is any width. A table is wider
// than it should be only where its numbers are.
func (t Table) Lines(width int) []string {
	rows := t.Rows
	if t.Head != nil {
		rows = append([][]string{t.Head}, rows...)
	}
	lines := []string{t.Title}
	if len(rows) == 0 {
		return lines
	}
	c := t.columns(rows)
	if width > 0 {
		c.fit(width)
	}
	for _, row := range rows {
		lines = append(lines, c.row(row)...)
	}
	return lines
}

// columns are how a table is set.
type columns struct {
	widths  []int
	numbers []bool // to the right, and as wide as they are
	below   int    // how wide the last one is below its row; 0 for beside it
}

// columns measures the columns and tells which hold numbers alone.
func (t Table) columns(rows [][]string) columns {
	n := len(rows[0])
	c := columns{widths: make([]int, n), numbers: make([]bool, n)}
	for i := range n {
		c.numbers[i] = t.Head != nil && i < n-1
		for _, row := range rows {
			c.widths[i] = max(c.widths[i], canvas.Width(row[i]))
		}
		for _, row := range t.Rows {
			if _, err := strconv.ParseFloat(row[i], 64); err != nil && row[i] != unknown && row[i] != "" {
				c.numbers[i] = false
			}
		}
	}
	return c
}

// fit makes the columns of words as narrow as a width asks for.
func (c *columns) fit(width int) {
	last := len(c.widths) - 1
	wants := c.widths[last]
	if c.shrink(width - min(wants, beside)) {
		c.widths[last] = min(wants, width-c.others()-len(gap))
		return
	}
	c.below = max(width-len(under), least)
	c.shrink(width + len(gap))
}

// others is what the columns but the last take, with the gaps before them.
func (c *columns) others() int {
	sum := 0
	for _, w := range c.widths[:len(c.widths)-1] {
		sum += w + len(gap)
	}
	return sum
}

// shrink takes from the widest columns of words, but the last, until that has its
// place in what is left; it gives up, and leaves all as it was, where it would
// have to make one too narrow.
func (c *columns) shrink(space int) bool {
	was := slices.Clone(c.widths)
	for c.others()+len(gap) > space {
		widest := -1
		for i, w := range c.widths[:len(c.widths)-1] {
			if !c.numbers[i] && w > least && (widest < 0 || w > c.widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			c.widths = was
			return false
		}
		c.widths[widest]--
	}
	return true
}

// row sets a row in as many lines as its longest cell needs.
func (c *columns) row(cells []string) []string {
	last := len(cells) - 1
	shown, high := make([][]string, len(cells)), 1
	for i, cell := range cells {
		if i == last && c.below > 0 {
			continue
		}
		shown[i] = canvas.WrapText(cell, c.widths[i])
		high = max(high, len(shown[i]))
	}
	var lines []string
	for y := range high {
		var b strings.Builder
		for i := range cells {
			part := ""
			if y < len(shown[i]) {
				part = strings.TrimRight(shown[i][y], " ")
			}
			blank := strings.Repeat(" ", max(0, c.widths[i]-canvas.Width(part)))
			if c.numbers[i] {
				b.WriteString(gap + blank + part)
			} else {
				b.WriteString(gap + part + blank)
			}
		}
		lines = append(lines, strings.TrimRight(b.String(), " "))
	}
	if c.below > 0 && cells[last] != "" {
		for _, line := range canvas.WrapText(cells[last], c.below) {
			lines = append(lines, under+strings.TrimRight(line, " "))
		}
	}
	return lines
}
