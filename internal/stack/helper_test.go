package stack_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/i18n"
	"convtutor/internal/netspec"
	"convtutor/internal/stack"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func sayIn(t testing.TB, lang string) viz.Say {
	t.Helper()
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	c := b.For(lang)
	return func(w viz.Words) string { return c.Text(w.Key, w.Args) }
}

func drawn(t testing.TB, v stack.View, lang string, w, h int, hide bool) *canvas.Grid {
	t.Helper()
	g := canvas.New(w, h)
	v.Draw(viz.Frame{Grid: g, Area: g.All(), Say: sayIn(t, lang), Hide: hide})
	return g
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (run with -update to write it)", err)
	}
	if got != string(want) {
		t.Errorf("%s differs; got\n%s", path, got)
	}
}

func known(t testing.TB, name string) netspec.Network {
	t.Helper()
	net, err := netspec.Known(name)
	if err != nil {
		t.Fatal(err)
	}
	return net
}

// text is all that a view says, in one line.
func text(t testing.TB, v stack.View, hide bool) string {
	t.Helper()
	say := sayIn(t, "en")
	var parts []string
	for _, w := range v.Words(hide) {
		parts = append(parts, canvas.Strip(say(w)))
	}
	return strings.Join(parts, " ")
}

var sum = regexp.MustCompile(`([0-9()+*/. -]*[0-9)]) = (-?[0-9.]+)`)

// sumsHold works out every sum of a text, by a calculator of its own.
func sumsHold(t *testing.T, text string) int {
	t.Helper()
	found := 0
	for _, m := range sum.FindAllStringSubmatch(strings.ReplaceAll(text, ",", ""), -1) {
		want, err := strconv.ParseFloat(strings.TrimSuffix(m[2], "."), 64)
		if err != nil {
			t.Fatal(err)
		}
		c := calculator{text: strings.ReplaceAll(m[1], " ", "")}
		got := c.sum()
		if diff := got - want; c.at != len(c.text) || diff > 0.006 || diff < -0.006 {
			t.Errorf("%q says %q, it is %v", text, m[0], got)
		}
		found++
	}
	return found
}

// calculator reads + - * / and brackets.
type calculator struct {
	text string
	at   int
}

func (c *calculator) peek() byte {
	if c.at < len(c.text) {
		return c.text[c.at]
	}
	return 0
}

func (c *calculator) sum() float64 {
	v := c.product()
	for c.peek() == '+' || c.peek() == '-' {
		op := c.peek()
		c.at++
		w := c.product()
		if op == '-' {
			w = -w
		}
		v += w
	}
	return v
}

func (c *calculator) product() float64 {
	v := c.factor()
	for c.peek() == '*' || c.peek() == '/' {
		op := c.peek()
		c.at++
		if w := c.factor(); op == '*' {
			v *= w
		} else {
			v /= w
		}
	}
	return v
}

func (c *calculator) factor() float64 {
	switch c.peek() {
	case '-':
		c.at++
		return -c.factor()
	case '(':
		c.at++
		v := c.sum()
		c.at++
		return v
	}
	from := c.at
	for c.peek() >= '0' && c.peek() <= '9' || c.peek() == '.' {
		c.at++
	}
	v, _ := strconv.ParseFloat(c.text[from:c.at], 64)
	return v
}
