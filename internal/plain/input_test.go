package plain

import (
	"strings"
	"testing"
	"testing/iotest"
)

func TestLines(t *testing.T) {
	tests := map[string][]string{
		"":                                       nil,
		"\n":                                     {""},
		"a":                                      {"a"},
		"a\nb":                                   {"a", "b"},
		"a\r\n\r\nb\r\n":                         {"a", "", "b"},
		"  n  \n":                                {"n"},
		"\x1b[A\x1b[31mq\x07\x00\n":              {"q"},
		"a\tb\n":                                 {"a b"},
		"\xff\xfe\n":                             {"?"},
		"칸 2 3\n":                                {"칸 2 3"},
		strings.Repeat("x", 3*maxLine) + "\nb\n": {strings.Repeat("x", maxLine), "b"},
	}
	for text, want := range tests {
		for name, l := range map[string]*lines{
			"whole":   newLines(strings.NewReader(text)),
			"bytes":   newLines(iotest.OneByteReader(strings.NewReader(text))),
			"failing": newLines(iotest.DataErrReader(strings.NewReader(text))),
		} {
			var got []string
			for line, ok := l.next(); ok; line, ok = l.next() {
				got = append(got, line)
			}
			if strings.Join(got, "|") != strings.Join(want, "|") || len(got) != len(want) {
				t.Errorf("%s: %.40q gives %.80q, want %.80q", name, text, got, want)
			}
		}
	}
}

func TestSpeakable(t *testing.T) {
	for text, want := range map[string]string{
		"a · b":        "a, b",
		"A › B":        "A, B",
		"**3x3**, `w`": "3x3, w",
		"x\x1b\ay":     "xy",
		"▸ N − F":      "N - F",
		" [out:4] ":    "4",
		"1×(-1) = -1":  "1×(-1) = -1",
	} {
		if got := speakable(text); got != want {
			t.Errorf("%q is said %q, want %q", text, got, want)
		}
	}
}
