package format

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/quiz"
)

// readMarkdown takes the marks off a line as CommonMark says: a backslash before
// a punctuation mark makes it a letter, and between backticks all are letters.
// It fails where a mark is left that would mean something.
func readMarkdown(t rapid.TB, line string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", line[i+1]) >= 0:
			i++
			b.WriteByte(line[i])
		case c == '`':
			end := strings.IndexByte(line[i+1:], '`')
			if end < 1 {
				t.Fatalf("a backtick alone in %q", line)
			}
			b.WriteString(line[i : i+end+2])
			i += end + 1
		case strings.IndexByte("*_[]<>|~&", c) >= 0:
			t.Fatalf("%q is not escaped at %d in %q", c, i, line)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

var tableRow = regexp.MustCompile(`^\| \*\*\d+\*\* \|(.*)\|$`)

func TestSheetAndKeyAreReadBackWhateverTheTexts(t *testing.T) {
	everyType(t, func(t *rapid.T, set Set, item Item) {
		sheet, err := writeSheet(set)
		if err != nil {
			t.Fatal(err)
		}
		key, err := writeKey(set)
		if err != nil {
			t.Fatal(err)
		}
		onSheet, onKey := markdownLines(t, string(sheet)), markdownLines(t, string(key))
		one := func(s string) string { return strings.ReplaceAll(s, "\n", " ") }
		for _, want := range append(slices.Clone(item.Lead), item.Ask) {
			if !slices.Contains(onSheet, one(want)) {
				t.Fatalf("%q is not on the sheet %q", want, onSheet)
			}
		}
		for i, text := range optionTexts(item) {
			if !slices.Contains(onSheet, "- ("+letter(i)+") "+one(text)) {
				t.Fatalf("%q is not on the sheet %q", text, onSheet)
			}
		}
		for _, want := range item.Worked {
			if slices.Contains(onSheet, one(want)) && one(want) != one(item.Lead[0]) && one(want) != one(item.Ask) {
				t.Fatalf("the sheet tells %q", want)
			}
			if !slices.Contains(onKey, one(want)) {
				t.Fatalf("%q is not on the key %q", want, onKey)
			}
		}
		if !slices.Contains(onKey, one(lettered(item))) {
			t.Fatalf("%q is not on the key %q", item.Answer, onKey)
		}
	})
}

// markdownLines reads every line but those of tables.
func markdownLines(t rapid.TB, text string) []string {
	t.Helper()
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, "|") || strings.HasPrefix(line, "#") || strings.HasSuffix(line, "____") {
			continue
		}
		if bold, ok := strings.CutPrefix(line, "**"); ok {
			line = strings.TrimSuffix(bold, "**")
		}
		lines = append(lines, readMarkdown(t, line))
	}
	return lines
}

func TestSheetHoldsTheNumbersAsTables(t *testing.T) {
	set := ours(t, "en", quiz.Plan{Kind: "cell-value", Level: 1, Seed: 7, Count: 1})
	sheet, err := writeSheet(set)
	if err != nil {
		t.Fatal(err)
	}
	var cells []string
	for line := range strings.SplitSeq(string(sheet), "\n") {
		if m := tableRow.FindStringSubmatch(line); m != nil {
			cells = append(cells, strings.Fields(strings.ReplaceAll(m[1], "|", " "))...)
		}
	}
	var want []string
	p := set.Questions[0].Given.Problem
	for _, v := range append(slices.Clone(p.Input.Data), p.Weight.Data...) {
		want = append(want, trimmedFloat(v))
	}
	if !slices.Equal(cells, want) {
		t.Errorf("%v, want %v", cells, want)
	}
}

// TestTablesHaveTheNamesOfTheirRows asks for the shapes behind layers, on paper
// and in Moodle.
func TestTablesHaveTheNamesOfTheirRows(t *testing.T) {
	set := ours(t, "en", quiz.Plan{Kind: "stack-table", Level: 3, Seed: 7, Count: 1})
	sheet, err := writeSheet(set)
	if err != nil {
		t.Fatal(err)
	}
	xml, err := writeMoodle(set)
	if err != nil {
		t.Fatal(err)
	}
	for _, layer := range set.Questions[0].Rows {
		if !strings.Contains(string(sheet), "\n| **"+layer+"** |") {
			t.Errorf("the sheet has no row %q:\n%s", layer, sheet)
		}
		if !strings.Contains(string(xml), "<tr><th>"+layer+"</th><td>") {
			t.Errorf("the quiz has no row %q:\n%s", layer, xml)
		}
	}
	if !strings.Contains(string(sheet), "|  | H | W | C |") {
		t.Errorf("the columns have no names:\n%s", sheet)
	}
}
