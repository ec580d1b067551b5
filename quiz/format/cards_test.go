package format

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestCardsAreReadBackWhateverTheTexts(t *testing.T) {
	everyType(t, func(t *rapid.T, set Set, item Item) {
		out, err := writeCards(set)
		if err != nil {
			t.Fatal(err)
		}
		text, header := string(out), []string{}
		for strings.HasPrefix(text, "#") {
			line, rest, _ := strings.Cut(text, "\n")
			header, text = append(header, line), rest
		}
		if want := []string{"#separator:Comma", "#html:true", "#tags column:3", "#guid column:4"}; !slices.Equal(header, want) {
			t.Fatalf("header %q", header)
		}
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil || len(rows) != len(set.Questions) {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		front, back := shown(t, rows[0][0]), shown(t, rows[0][1])
		for _, want := range slices.Concat(item.Lead, []string{item.Ask}, optionTexts(item)) {
			if !strings.Contains(front, want) {
				t.Fatalf("%q is not on the front %q", want, front)
			}
		}
		for _, want := range slices.Concat(item.Worked, item.Also, []string{item.Answer}) {
			if !strings.Contains(back, want) {
				t.Fatalf("%q is not on the back %q", want, back)
			}
		}
		for _, w := range wrongs(item) {
			if !strings.Contains(back, w.Why) {
				t.Fatalf("%q is not on the back %q", w.Why, back)
			}
		}
		if rows[0][3] != "convtutor/ko/"+item.Route {
			t.Fatalf("the card is known by %q", rows[0][3])
		}
		for _, cell := range rows[0] {
			if strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Fatalf("a spreadsheet would work out %q", cell)
			}
		}
	})
}

func TestCellsAreHarmless(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+82 10": "'+82 10", "-cmd": "'-cmd", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1",
		"＝1": "'＝1", "-1.5": "-1.5", "-": "'-", "-1-1": "'-1-1", "a=1": "a=1", "": "", "한글": "한글", "+1": "'+1", "-.5": "'-.5",
	} {
		if got := Harmless(cell); got != want {
			t.Errorf("%q is written %q, want %q", cell, got, want)
		}
	}
	for cell, want := range map[string]string{"=1": "&#61;1", "<p>": "<p>", "@x": "&#64;x", "": ""} {
		if got := harmlessHTML(cell); got != want {
			t.Errorf("%q is written %q, want %q", cell, got, want)
		}
	}
}

func TestTextsAreCleaned(t *testing.T) {
	for text, want := range map[string]string{
		"a\r\nb\rc\u2028d\n": "a\nb\nc\nd", "\x1b[31mred\x00": "[31mred", "\u202eabc": "abc", "a\xffb": "ab", "a\tb": "a b",
		"\ufffe\uffff\ufeffx": "x", "가\u0301🙂": "가\u0301🙂", "\u0085x\u009b": "x",
	} {
		if got := clean(text); got != want {
			t.Errorf("%q is cleaned to %q, want %q", text, got, want)
		}
	}
}
