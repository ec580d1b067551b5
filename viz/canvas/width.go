package canvas

import (
	"iter"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// maxCluster bounds the bytes of one grapheme: a letter under hundreds of
// accents is cut to what a terminal can show.
const maxCluster = 40

// Width is the number of columns that s takes: Hangul and emoji two, what is
// ambiguous one, control characters none. It is the one place of the program
// that measures width.
func Width(s string) int {
	n := 0
	for _, w := range clusters(s) {
		n += w
	}
	return n
}

// Cut gives what of s fits into width columns, with "…" at the end if
// something was left out.
func Cut(s string, width int) string {
	if width <= 0 {
		return ""
	}
	var b strings.Builder
	used := 0
	for c, w := range clusters(s) {
		if used+w > width {
			return cutEnd(s, width)
		}
		b.WriteString(c)
		used += w
	}
	return b.String()
}

// cutEnd is Cut for an s that is known not to fit.
func cutEnd(s string, width int) string {
	var b strings.Builder
	used := 0
	for c, w := range clusters(s) {
		if used+w > width-1 {
			break
		}
		b.WriteString(c)
		used += w
	}
	return b.String() + "…"
}

// Pad gives s with blanks up to width columns; a longer one is cut.
func Pad(s string, width int) string {
	s = Cut(s, width)
	return s + strings.Repeat(" ", max(0, width-Width(s)))
}

// Clean leaves out what must never reach a terminal from outside: control
// characters, marks that turn the direction of writing, invisible ones.
func Clean(s string) string {
	var b strings.Builder
	for c := range clusters(s) {
		b.WriteString(c)
	}
	return b.String()
}

// clusters yields the graphemes of s that can be seen and their widths (1 or
// 2). Tabs and line ends count as one blank.
func clusters(s string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for i := 0; i < len(s); {
			c, w, n := nextCluster(s[i:])
			i += n
			if w > 0 && !yield(c, w) {
				return
			}
		}
	}
}

// nextCluster gives the first grapheme of s as it is shown, its width (0 if it
// is not shown) and the bytes it took.
func nextCluster(s string) (cluster string, width, bytes int) {
	if b := s[0]; b >= 0x20 && b < 0x7f && (len(s) == 1 || s[1] < 0x80) {
		return s[:1], 1, 1
	}
	c, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	if len(c) == 0 {
		return "", 0, 1
	}
	if strings.ContainsAny(c, "\t\n") {
		return " ", 1, len(c)
	}
	shown := strings.Map(visible, c)
	if len(shown) != len(c) && shown != "" {
		_, w = ansi.FirstGraphemeCluster(shown, ansi.GraphemeWidth)
	}
	if shown == "" || w <= 0 {
		return "", 0, len(c)
	}
	if len(shown) > maxCluster {
		r := []rune(shown)
		shown = string(r[:1])
	}
	return shown, min(w, 2), len(c)
}

// visible drops (-1) the runes that Clean leaves out. The joiner and the
// variation selectors stay: emoji are made with them.
func visible(r rune) rune {
	switch {
	case r == '\u200d' || r == '\ufe0f' || r == '\ufe0e':
		return r
	case r == unicode.ReplacementChar:
		return r
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
		return -1
	}
	return r
}
