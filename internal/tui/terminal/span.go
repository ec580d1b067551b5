package terminal

import (
	"strings"
	"unicode/utf8"
)

// span is one printed character of a line: text, columns and the colours it has.
type span struct {
	text  string
	style string // the SGR codes since the last reset
	width int    // 1 or 2
}

// spanWriter writes the changed part of a line. It keeps its memory.
type spanWriter struct{ old, new []span }

// styleLimit is how long the codes of one character may grow before a line
// counts as not simple.
const styleLimit = 128

// write appends what turns the old line into the new one. It does nothing and
// returns false for a line it does not understand: that one is written whole.
func (w *spanWriter) write(buf *[]byte, row int, old, line string) bool {
	var oldOK, newOK bool
	w.old, oldOK = parseSpans(old, w.old[:0])
	w.new, newOK = parseSpans(line, w.new[:0])
	if !oldOK || !newOK {
		return false
	}
	from, col := 0, 0
	for from < len(w.old) && from < len(w.new) && w.old[from] == w.new[from] {
		col += w.new[from].width
		from++
	}
	oldTail, newTail := w.old[from:], w.new[from:]
	oldWidth, newWidth := totalWidth(oldTail), totalWidth(newTail)
	if oldWidth == newWidth {
		newTail = trimSame(oldTail, newTail)
	}
	if len(newTail) == 0 && oldWidth == newWidth {
		return true // other codes, same look
	}
	*buf = appendMove(*buf, row, col)
	*buf = appendSpans(*buf, newTail)
	if newWidth < oldWidth {
		*buf = append(*buf, "\x1b[K"...)
	}
	return true
}

// trimSame cuts off the end that both have in common.
func trimSame(old, line []span) []span {
	for len(old) > 0 && len(line) > 0 && old[len(old)-1] == line[len(line)-1] {
		old, line = old[:len(old)-1], line[:len(line)-1]
	}
	return line
}

func totalWidth(spans []span) (w int) {
	for _, s := range spans {
		w += s.width
	}
	return w
}

// appendSpans appends text with its colours and ends without any.
func appendSpans(buf []byte, spans []span) []byte {
	style := ""
	for _, s := range spans {
		if s.style != style {
			if style != "" {
				buf = append(buf, "\x1b[m"...)
			}
			buf = append(buf, s.style...)
			style = s.style
		}
		buf = append(buf, s.text...)
	}
	if style != "" {
		buf = append(buf, "\x1b[m"...)
	}
	return buf
}

// parseSpans takes a line apart. It returns false if there is anything else in
// it than colours and characters whose width every terminal agrees on.
func parseSpans(line string, into []span) ([]span, bool) {
	style := ""
	for i := 0; i < len(line); {
		if line[i] == '\x1b' {
			end := sgrEnd(line, i)
			if end < 0 {
				return into, false
			}
			style = addStyle(style, line[i:end])
			if len(style) > styleLimit {
				return into, false
			}
			i = end
			continue
		}
		r, size := utf8.DecodeRuneInString(line[i:])
		width := plainWidth(r)
		if width == 0 {
			return into, false
		}
		into = append(into, span{line[i : i+size], style, width})
		i += size
	}
	return into, true
}

// sgrEnd gives the end of the SGR code that begins at i, -1 if there is none.
func sgrEnd(line string, i int) int {
	if !strings.HasPrefix(line[i:], "\x1b[") {
		return -1
	}
	for j := i + 2; j < len(line); j++ {
		switch c := line[j]; {
		case c == 'm':
			return j + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return -1
		}
	}
	return -1
}

// addStyle adds a code to those in force; one that begins with a reset stands
// alone.
func addStyle(style, code string) string {
	switch {
	case code == "\x1b[m" || code == "\x1b[0m":
		return ""
	case style == "" || strings.HasPrefix(code, "\x1b[0;"):
		return code
	}
	return style + code
}

// Characters that stand alone and have the same width on every terminal that is
// set up as the rest of the program expects.
var (
	narrow = []runeRange{
		{0x20, 0x7e}, {0xa1, 0xac}, {0xae, 0x17f}, // Latin
		{0x2010, 0x2027}, // dashes, quotation marks, dots
		{0x2190, 0x2193}, // arrows
		{0x2200, 0x22ff}, // mathematics
		{0x2500, 0x25a9}, // lines and blocks
	}
	wide = []runeRange{
		{0x3041, 0x3096}, {0x30a1, 0x30fa}, // kana
		{0x3131, 0x318e}, // jamo that stand alone
		{0x4e00, 0x9fff}, // Chinese characters
		{0xac00, 0xd7a3}, // Hangul syllables
		{0xff01, 0xff60}, // full-width forms
	}
)

type runeRange struct{ from, to rune }

// plainWidth gives the columns of such a character, 0 for all others.
func plainWidth(r rune) int {
	switch {
	case among(narrow, r):
		return 1
	case among(wide, r):
		return 2
	}
	return 0
}

func among(ranges []runeRange, r rune) bool {
	for _, x := range ranges {
		if r <= x.to {
			return r >= x.from
		}
	}
	return false
}
