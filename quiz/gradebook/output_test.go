package gradebook

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestTheGradebookIsHarmlessCSV(t *testing.T) {
	e := load(t)
	out, err := class(t, e, four(t, e), Rules{}).CSV()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"ID number", "Grade", "Maximum", "Percentage", "Attempt", "By hand", "Problems", "File", "q1.1", "q1.2", "q1.3", "q2", "why", "essay"}
	if !slices.Equal(rows[0], want) || len(rows) != 5 {
		t.Fatalf("%q", rows)
	}
	seen := map[string][]string{}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.Contains("=+-@\t\r", cell[:1]) {
				t.Errorf("a spreadsheet would work out %q", cell)
			}
		}
		seen[row[0]] = row
	}
	if seen["'=2+5"] == nil || seen["ann"][1] != "8" || seen["ann"][3] != "88.89" || seen["다은"][1] != "0" {
		t.Errorf("%q", rows)
	}
	sum := 0.0
	for _, cell := range seen["bobby"][8:] {
		v, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			t.Error(err)
		}
		sum += v
	}
	if seen["bobby"][1] != points(sum) {
		t.Errorf("%q do not add up to %s", seen["bobby"][8:], seen["bobby"][1])
	}
}

func TestTheReportTellsSlipsAndProblems(t *testing.T) {
	e, say := load(t), english(t)
	results := four(t, e)
	results = append(results, read(t, sit(t, load(t, "id: cnn-quiz", "id: other"), "eve", nine, right))...)
	c := class(t, e, results, Rules{})
	report := string(c.Report(nil, "en", say, everywhere))
	for _, want := range []string{"# Quiz, \\|first\\|\n", "KR-20", "| ann | 1 | 8 | 9 | 88.89 |", "belongs to another exam", "Kelley 1939", "다은"} {
		if !strings.Contains(report, want) {
			t.Errorf("%q is not in the report:\n%s", want, report)
		}
	}
	for _, s := range c.Slips {
		if !strings.Contains(report, "### "+strings.NewReplacer("\"", "\"").Replace(say(s.Slip.Name()))) {
			t.Errorf("%s is not in the report", s.Slip.ID)
		}
	}
	for i, t1 := range c.Tables(nil, "en", say) {
		for _, row := range t1.Rows {
			if t1.Head != nil && len(row) != len(t1.Head) {
				t.Errorf("table %d: %q does not fit under %q", i, row, t1.Head)
			}
		}
	}
}

func TestAClassOfNobody(t *testing.T) {
	e := load(t)
	c := class(t, e, nil, Rules{})
	if _, err := c.JSON(nil, "en", english(t)); err != nil || c.Summary.Students != 0 {
		t.Error(err)
	}
	if out, err := c.CSV(); err != nil || bytes.Count(out, []byte("\n")) != 1 {
		t.Errorf("%q, %v", out, err)
	}
	if report := c.Report(nil, "en", english(t), everywhere); len(report) == 0 {
		t.Error("no report")
	}
}

// TestRemarksChangeNothing holds that a file's name is remarked on beside its
// problems, and that it counts.
func TestRemarksChangeNothing(t *testing.T) {
	e, say := load(t), english(t)
	results := four(t, e)
	for _, r := range results {
		r.File = "mine.result"
	}
	c := class(t, e, results, Rules{})
	if len(c.Remarks(say)) != len(results) || len(c.Problems(say)) != 0 || c.Summary.Students != len(results) {
		t.Errorf("remarks %q, problems %q, %d students", c.Remarks(say), c.Problems(say), c.Summary.Students)
	}
	if report := string(c.Report(nil, "en", say, everywhere)); !strings.Contains(report, "## Worth a look") || strings.Contains(report, "## Problems with files") {
		t.Errorf("the report:\n%s", report)
	}
}

// everywhere says that there is a lesson at every route.
func everywhere(string) bool { return true }
