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

// spanWriter writes the changed parts of a line. It keeps its memory.
type spanWriter struct {
	old, new []span
	same     []bool // which of new stand on the screen already
}

const (
	// styleLimit is how long the codes of one character may grow before a line
	// counts as not simple.
	styleLimit = 128
	// moveCost is about how many bytes it takes to move the cursor: what is the
	// same and costs less is written again.
	moveCost = 9

	resetCode = "\x1b[m"
)

// write appends what turns the old line into the new one. It does nothing and
// returns false for a line it does not understand: that one is written whole.
func (w *spanWriter) write(buf *[]byte, row int, old, line string) bool {
	var oldOK, newOK bool
	w.old, oldOK = parseSpans(old, w.old[:0])
	w.new, newOK = parseSpans(line, w.new[:0])
	if !oldOK || !newOK {
		return false
	}
	w.compare()
	to := lineWriter{buf: *buf, row: row, cursor: -1}
	for from := 0; from < len(w.new); {
		end := w.runEnd(from)
		run := w.new[from:end]
		if w.same[from] && (end == len(w.new) || to.skipPays(run)) {
			to.col += totalWidth(run)
		} else {
			to.put(run)
		}
		from = end
	}
	to.finish(to.col < totalWidth(w.old))
	*buf = to.buf
	return true
}

// compare finds the characters of the new line that stand in the same columns of
// the old one.
func (w *spanWriter) compare() {
	w.same = w.same[:0]
	i, oldCol, newCol := 0, 0, 0
	for _, s := range w.new {
		for i < len(w.old) && oldCol < newCol {
			oldCol += w.old[i].width
			i++
		}
		w.same = append(w.same, i < len(w.old) && oldCol == newCol && w.old[i] == s)
		newCol += s.width
	}
}

// runEnd gives the end of the run of characters that are all the same as before,
// or all not.
func (w *spanWriter) runEnd(from int) int {
	to := from + 1
	for to < len(w.new) && w.same[to] == w.same[from] {
		to++
	}
	return to
}

func totalWidth(spans []span) (w int) {
	for _, s := range spans {
		w += s.width
	}
	return w
}

// lineWriter writes parts of one line.
type lineWriter struct {
	buf    []byte
	row    int
	col    int    // where the next character belongs
	cursor int    // where the cursor is, -1 if elsewhere
	pen    string // the colours in force
}

// skipPays reports whether moving over a run costs less than writing it again.
func (w *lineWriter) skipPays(run []span) bool {
	n, pen := 0, w.pen
	for _, s := range run {
		n += len(s.text)
		if s.style != pen {
			n += len(s.style) + len(resetCode)
			pen = s.style
		}
	}
	return w.cursor != w.col || n > moveCost
}

// put writes text with its colours.
func (w *lineWriter) put(run []span) {
	w.move()
	for _, s := range run {
		if s.style != w.pen {
			if w.pen != "" && !strings.HasPrefix(s.style, "\x1b[0;") {
				w.buf = append(w.buf, resetCode...)
			}
			w.buf = append(w.buf, s.style...)
			w.pen = s.style
		}
		w.buf = append(w.buf, s.text...)
		w.col += s.width
	}
	w.cursor = w.col
}

// finish ends without colours; the rest of a longer line is erased.
func (w *lineWriter) finish(erase bool) {
	if erase {
		w.move()
	}
	if w.pen != "" {
		w.buf = append(w.buf, resetCode...)
	}
	if erase {
		w.buf = append(w.buf, "\x1b[K"...)
	}
}

// move puts the cursor where the next character belongs.
func (w *lineWriter) move() {
	if w.cursor != w.col {
		w.buf = appendMove(w.buf, w.row, w.col)
		w.cursor = w.col
	}
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
