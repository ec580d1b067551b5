package encode

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// svgText is a piece of text at its place, in cells.
type svgText struct {
	x, y, columns int
	text, class   string
}

func (t svgText) write(b *strings.Builder) {
	fmt.Fprintf(b, `<text x="%d" y="%d" textLength="%d" lengthAdjust="spacingAndGlyphs" class="%s">%s</text>`+"\n",
		t.x*svgWidth, t.y*svgHeight+svgBaseline, t.columns*svgWidth, t.class, escaped(t.text))
}

// script is what may share a piece of text: glyphs whose widths are in the
// same proportion in one font.
type script int

const (
	scriptLatin  script = iota
	scriptSymbol        // often taken from another font
	scriptWide
)

func scriptOf(glyph string, columns int) script {
	r, _ := utf8.DecodeRuneInString(glyph)
	switch {
	case columns == 2:
		return scriptWide
	case r < 0x100 || unicode.IsLetter(r):
		return scriptLatin
	}
	return scriptSymbol
}

// svgLine puts a row's glyphs together to pieces of text: of one style and
// script. Latin words share a piece across one blank: more would not be kept,
// and beside Hangul a blank is not half as wide in every font.
type svgLine struct {
	s        *svg
	y        int
	text     strings.Builder
	x, after int // where the piece begins, and the column after it
	style    svgStyle
	script   script
}

// add adds a glyph at column x.
func (l *svgLine) add(x, columns int, glyph string, style svgStyle) {
	if glyph == " " {
		return
	}
	script := scriptOf(glyph, columns)
	blanks := x - l.after
	if l.text.Len() > 0 && blanks <= 1 && style == l.style && script == l.script && (blanks == 0 || script == scriptLatin) {
		l.text.WriteString(strings.Repeat(" ", blanks))
	} else {
		l.close()
		l.x, l.style, l.script = x, style, script
	}
	l.text.WriteString(glyph)
	l.after = x + columns
}

// close ends the piece at hand.
func (l *svgLine) close() {
	if l.text.Len() > 0 {
		l.s.texts = append(l.s.texts, svgText{l.x, l.y, l.after - l.x, l.text.String(), l.s.class(l.style)})
		l.text.Reset()
	}
}
