package exam

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// bombs are files that cost a careless parser much.
var bombs = map[string]string{
	"brackets":       strings.Repeat("[", 100_000),
	"brackets lines": strings.Repeat("[\n", 100_000),
	"braces":         strings.Repeat("{a: ", 50_000),
	"dashes":         strings.Repeat("- ", 100_000),
	"dashes lines":   stairs("- "),
	"keys":           stairs("a:"),
	"question marks": strings.Repeat("? ", 4000),
	"question lines": strings.Repeat("? ? ? ? ?\n", 20_000),
	"aliases": "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n" +
		"c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n",
	"merge":          "a: &a {x: 1}\nb: {<<: *a}\n",
	"tags":           strings.Repeat("- !!binary aaaa\n", 10_000),
	"many keys":      many("k%: 1\n", 30_000),
	"same keys":      strings.Repeat("id: 1\n", 40_000),
	"many items":     "id: x\nquestions:\n" + strings.Repeat("  - {}\n", 30_000),
	"many documents": strings.Repeat("---\na: 1\n", 25_000),
	"quotes":         strings.Repeat("'", 250_000),
	"quotes lines":   strings.Repeat("a: \"\n", 50_000),
	"long line":      "title: " + strings.Repeat("x", 200_000),
	"long block":     "title: |\n" + strings.Repeat("  some words of a long text\n", 9000),
	"long folded":    "title: >\n" + strings.Repeat("  x\n", 60_000),
	"plain lines":    "title: a\n" + strings.Repeat("  b\n", 60_000),
	"comments":       strings.Repeat("# x\n", 60_000),
	"colons":         strings.Repeat(": ", 4000),
	"colons lines":   strings.Repeat(":\n", 100_000),
	"commas":         "a: [" + strings.Repeat(",", 8000) + "]",
	"blanks":         strings.Repeat(" \n", 120_000) + "id: x",
	"tabs":           strings.Repeat("\t\n", 100_000),
	"escapes":        "a: \"" + strings.Repeat(`\u0041`, 1000) + "\"",
	"percent":        strings.Repeat("%TAG ! x\n", 20_000),
	"costly kinds":   "id: x\ntitle: x\nvariants: same\nquestions:\n" + strings.Repeat("  - {kind: reads-place, count: 99}\n", 5),
	"large":          strings.Repeat("a", maxFile+1),
	"zeros":          strings.Repeat("\x00", 1000),
	"not text":       strings.Repeat("\xff\xfe", 1000),
	"carriage":       strings.Repeat("a: 1\r", 50_000),
}

// stairs are lines each further in than the last.
func stairs(word string) string {
	var b strings.Builder
	for i := range 600 {
		b.WriteString(strings.Repeat(" ", i) + word + "\n")
	}
	return b.String()
}

func many(line string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(line, "%", strings.Repeat("x", i%7)+string(rune('a'+i%26))+string(rune('a'+i/26%26))+string(rune('a'+i/676%26))))
	}
	return b.String()[:min(b.Len(), maxFile)]
}

// slow is far more than any file takes on a machine that is busy with other
// things, and far less than a bomb would take.
const slow = 10 * time.Second

// TestNoFileCostsMuch holds that no file, however it is written, takes longer
// than a moment to be refused.
func TestNoFileCostsMuch(t *testing.T) {
	for name, text := range bombs {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := Parse("bomb.yaml", []byte(text), Checks{})
			took := time.Since(start)
			var faults Faults
			if !errors.As(err, &faults) || len(faults) == 0 {
				t.Fatalf("it was taken for an exam: %v", err)
			}
			t.Logf("%v: %v", took, faults[0])
			if took > slow {
				t.Errorf("it took %v", took)
			}
			if len(faults) > maxFaults {
				t.Errorf("%d faults", len(faults))
			}
		})
	}
}
