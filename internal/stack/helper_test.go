package stack_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"convtutor/internal/netspec"
	"convtutor/internal/stack"
	"convtutor/internal/viztest"
	"convtutor/viz/canvas"
)

func drawn(t testing.TB, v stack.View, lang string, w, h int, hide bool) *canvas.Grid {
	t.Helper()
	return viztest.Grid(w, h, viztest.Say(t, lang), hide, v.Draw)
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
	say := viztest.Say(t, "en")
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
