package netspec

import (
	"strings"
	"unicode"
)

// Fold puts what people type in other ways as a keyboard's first layer types
// it: full-width digits, letters and punctuation, every sign for times as x,
// every space as a space, letters lower case. One character stays one
// character, so that positions still hold.
func Fold(s string) string { return strings.Map(fold, s) }

// fullWidth is how far the full-width forms lie above the ASCII characters that
// they repeat (Unicode, "Halfwidth and Fullwidth Forms", U+FF01 to U+FF5E).
const fullWidth = 0xFF01 - '!'

func fold(r rune) rune {
	switch r {
	case '×', '✕', '✖', '⨯', '╳', '⨉', 'х', 'Х':
		return 'x'
	case '−', '–', '—', '‐', '‑':
		return '-'
	case '、', '،':
		return ','
	case '。':
		return '.'
	case '│', '┃', '¦', 'ǀ':
		return '|'
	case '∗', '·', '⋅', '∙', '•':
		return '*'
	case '⁄', '÷', '∕':
		return '/'
	}
	if r >= '！' && r <= '～' {
		r -= fullWidth
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return unicode.ToLower(r)
}
