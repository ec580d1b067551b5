package gradebook

import (
	"maps"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"convtutor/viz/canvas"
)

// wide is a table of names, numbers and a sentence.
var wide = Table{
	Title: "Slips", Head: []string{"slip", "students", "answer", "why"},
	Rows: [][]string{
		{"마지막 필터 크기를 수용 영역으로 봄", "2", "7", "7, 이것은 마지막 층이 자기 입력에서 보는 넓이예요."},
		{"brackets", "12", "5x3x1", "The brackets are in the wrong place: (17 - 2)/(2 + 1) = 5."},
		{"none", "0", "–", ""},
	},
}

func TestATableInColumns(t *testing.T) {
	for width, want := range map[int]string{
		0: `Slips
  slip                                 students  answer  why
  마지막 필터 크기를 수용 영역으로 봄         2  7       7, 이것은 마지막 층이 자기 입력에서 보는 넓이예요.
  brackets                                   12  5x3x1   The brackets are in the wrong place: (17 - 2)/(2 + 1) = 5.
  none                                        0  –`,
		90: `Slips
  slip                          students  answer  why
  마지막 필터 크기를 수용              2  7       7, 이것은 마지막 층이 자기 입력에서 보는
  영역으로 봄                                     넓이예요.
  brackets                            12  5x3x1   The brackets are in the wrong place: (17
                                                  - 2)/(2 + 1) = 5.
  none                                 0  –`,
		60: `Slips
  slip                                 students  answer
      why
  마지막 필터 크기를 수용 영역으로 봄         2  7
      7, 이것은 마지막 층이 자기 입력에서 보는 넓이예요.
  brackets                                   12  5x3x1
      The brackets are in the wrong place: (17 - 2)/(2 + 1)
      = 5.
  none                                        0  –`,
	} {
		if got := strings.Join(wide.Lines(width), "\n"); got != want {
			t.Errorf("%d columns:\n%s\nwant\n%s", width, got, want)
		}
	}
}

// TestTablesFitAndKeepEverything holds that no line is wider than the terminal,
// and that no letter is lost.
func TestTablesFitAndKeepEverything(t *testing.T) {
	word := rapid.StringMatching(`[a-z가-힣]{1,30}( [a-z가-힣(]{1,9}){0,9}`)
	rapid.Check(t, func(t *rapid.T) {
		table := Table{Title: "T", Head: []string{"name", "n", "what", "why"}}
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			table.Rows = append(table.Rows, []string{
				word.Draw(t, "name"), strconv.Itoa(rapid.IntRange(0, 99999).Draw(t, "n")), word.Draw(t, "what"), word.Draw(t, "why"),
			})
		}
		width := rapid.IntRange(60, 200).Draw(t, "width")
		lines := table.Lines(width)
		for _, line := range lines {
			if canvas.Width(line) > width {
				t.Fatalf("%d columns: %q", width, line)
			}
		}
		want := count("T" + strings.Join(table.Head, ""))
		for _, row := range table.Rows {
			for r, n := range count(strings.Join(row, "")) {
				want[r] += n
			}
		}
		if got := count(strings.Join(lines, "")); !maps.Equal(got, want) {
			t.Fatalf("%v, want %v in\n%s", got, want, strings.Join(lines, "\n"))
		}
	})
}

// count counts the letters of a text, but for blanks.
func count(text string) map[rune]int {
	found := map[rune]int{}
	for _, r := range text {
		if r != ' ' {
			found[r]++
		}
	}
	return found
}
