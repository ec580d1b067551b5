package format

import (
	"strings"
	"unicode"
)

// clean takes away what no format can hold or what could deceive a reader:
// control characters but line ends, characters that XML forbids, those that
// turn the direction of writing, bytes that are no text. Blanks are trimmed.
func clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(s, ""))
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff' || r&0xfffe == 0xfffe {
			return -1
		}
		return r
	}, s))
}

// Harmless makes a cell safe where a spreadsheet may open it: one that begins
// like a formula gets an apostrophe, which spreadsheets take for "this is
// text". Numbers stay numbers.
func Harmless(cell string) string {
	if !likeFormula(cell) || isNumber(cell) {
		return cell
	}
	return "'" + cell
}

// likeFormula tells whether a spreadsheet might work a cell out. Those in full
// width are taken by some, too.
func likeFormula(cell string) bool {
	return cell != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(cell)[0])
}

func isNumber(cell string) bool {
	digits := strings.TrimPrefix(cell, "-")
	whole, part, _ := strings.Cut(digits, ".")
	return whole != "" && strings.Trim(whole+part, "0123456789") == ""
}
