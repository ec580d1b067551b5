package canvas

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

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
	b.Grow(len(s))
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
func cutEnd(s string, width int) string { return Head(s, width-1) + "…" }

// Head gives the beginning of s that fits into width columns, without a sign
// that something was left out.
func Head(s string, width int) string {
	var b strings.Builder
	used := 0
	for c, w := range clusters(s) {
		if used+w > width {
			break
		}
		b.WriteString(c)
		used += w
	}
	return b.String()
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
	if ascii(s[0]) && (len(s) == 1 || ascii(s[1])) {
		return s[:1], 1, 1
	}
	if w, n := plainCluster(s); n > 0 {
		return s[:n], w, n
	}
	return anyCluster(s)
}

// ascii tells whether a byte is a character of ASCII that can be seen.
func ascii(b byte) bool { return b >= 0x20 && b < 0x7f }

// plainCluster is the fast path of anyCluster: a rune that is a grapheme of its
// own because neither it nor what follows ever joins. n is 0 where that is not
// known.
func plainCluster(s string) (width, n int) {
	r, n := utf8.DecodeRuneInString(s)
	width = plainWidth(r)
	if width == 0 {
		return 0, 0
	}
	if n < len(s) {
		if next, _ := utf8.DecodeRuneInString(s[n:]); plainWidth(next) == 0 {
			return 0, 0
		}
	}
	return width, n
}

// plainWidth is the width of runes that never join with others of their kind:
// ASCII, Latin letters, dashes and quotes, arrows, lines and blocks, Hangul
// syllables. It is 0 for all others.
func plainWidth(r rune) int {
	switch {
	case r >= 0x20 && r < 0x7f:
		return 1
	case r >= 0xac00 && r <= 0xd7a3:
		return 2
	case r >= 0xa1 && r < 0x300 && r != 0xad, r >= 0x2010 && r <= 0x2027, r >= 0x2190 && r <= 0x21ff, r >= 0x2500 && r <= 0x25fc:
		return 1
	}
	return 0
}

// anyCluster is nextCluster for everything that may come from outside: bytes
// that are no UTF-8 too.
func anyCluster(s string) (cluster string, width, bytes int) {
	if r, n := utf8.DecodeRuneInString(s); r == utf8.RuneError && n <= 1 {
		return string(utf8.RuneError), 1, 1
	}
	c, w := ansi.FirstGraphemeCluster(untilInvalid(s), ansi.GraphemeWidth)
	if c == "" { // so that no text can keep a loop over it from ending
		return "", 0, 1
	}
	if strings.ContainsAny(c, "\t\n") {
		return " ", 1, len(c)
	}
	shown := strings.Map(visible, c)
	if shown != c {
		shown, w = ansi.FirstGraphemeCluster(shown, ansi.GraphemeWidth)
	}
	if shown == "" || w <= 0 {
		return "", 0, len(c)
	}
	if len(shown) > maxCluster || ansi.StringWidth(shown) != w { // a letter with an emoji's sign behind it
		_, n := utf8.DecodeRuneInString(shown)
		shown, w = ansi.FirstGraphemeCluster(shown[:n], ansi.GraphemeWidth)
	}
	return shown, min(w, 2), len(c)
}

// untilInvalid is what of s stands before the first byte that is no UTF-8, as
// far as the longest grapheme could reach.
func untilInvalid(s string) string {
	for i, r := range s {
		if i > 4*maxCluster {
			break
		}
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], string(utf8.RuneError)) {
			return s[:i]
		}
	}
	return s
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
