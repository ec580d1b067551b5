package gradebook

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"convtutor/quiz/format"
)

// CSV writes a row for each student, for a learning platform's gradebook: the id
// to find the student by, the grade, then what an instructor may want beside it.
// The grade of a result that is held back is left empty. No cell can be worked
// out by a spreadsheet.
func (c *Class) CSV() ([]byte, error) {
	header := []string{"ID number", "Grade", "Maximum", "Percentage", "Attempt", "By hand", "Problems", "File"}
	header = append(header, c.questionIDs()...)
	rows := [][]string{header}
	for _, row := range c.Students() {
		rows = append(rows, c.csvRow(row, len(header)))
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for _, row := range rows {
		for i, cell := range row {
			row[i] = format.Harmless(cell)
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// questionIDs are the names of the exam's questions, in the order of the marks.
func (c *Class) questionIDs() []string {
	var ids []string
	for _, entry := range c.Exam.Entries {
		for i := range entry.Count {
			id := entry.ID
			if entry.Count > 1 {
				id += "." + strconv.Itoa(i+1)
			}
			ids = append(ids, id)
		}
	}
	return ids
}

func (c *Class) csvRow(row Row, columns int) []string {
	cells := []string{row.Student, "", points(c.Exam.Points()), "", strconv.Itoa(row.Attempt), "", problemKinds(row), row.File}
	if row.Counts {
		cells[1], cells[3], cells[5] = points(row.Graded.Points), decimals(Percent(row.Graded)), strconv.Itoa(row.Graded.ByHand)
		for _, m := range row.Graded.Marks {
			cells = append(cells, points(m.Points))
		}
	}
	for len(cells) < columns {
		cells = append(cells, "")
	}
	return cells
}

// problemKinds names what is wrong with a result.
func problemKinds(row Row) string {
	var kinds []string
	for _, p := range row.Problems {
		kinds = append(kinds, string(p.Kind))
	}
	return strings.Join(kinds, "; ")
}

// points writes points with at most four decimals.
func points(v float64) string {
	s := strconv.FormatFloat(v, 'f', 4, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

func decimals(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }
