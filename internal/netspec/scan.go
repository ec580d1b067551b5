package netspec

import "strings"

// word is a part of a spec without spaces, and where it begins (in characters,
// from 1).
type word struct {
	text   string
	column int
}

// piece is what stands between two bars.
type piece struct {
	words  []word
	column int // of its first word, or of where it should be
}

// text is the piece with single spaces.
func (p piece) text() string {
	parts := make([]string, len(p.words))
	for i, w := range p.words {
		parts[i] = w.text
	}
	return strings.Join(parts, " ")
}

// scan folds a spec and cuts it at bars and spaces. "3 x 3" is one word.
func scan(spec string) []piece {
	runes := []rune(strings.ReplaceAll(Fold(spec), "*", "x"))
	pieces := []piece{{column: 1}}
	for i := 0; i < len(runes); {
		last := &pieces[len(pieces)-1]
		switch {
		case runes[i] == '|':
			i++
			pieces = append(pieces, piece{column: i + 1})
		case runes[i] == ' ':
			i++
		default:
			w, next := scanWord(runes, i)
			if len(last.words) == 0 {
				last.column = w.column
			}
			last.words = append(last.words, w)
			i = next
		}
	}
	return pieces
}

// scanWord reads the word that begins at i and gives what comes after it.
func scanWord(runes []rune, i int) (word, int) {
	w := word{column: i + 1}
	var text strings.Builder
	for i < len(runes) && runes[i] != '|' {
		if runes[i] != ' ' && runes[i] != 'x' {
			text.WriteRune(runes[i])
			i++
			continue
		}
		next, times := timesSign(runes, i)
		if !times && runes[i] == ' ' {
			break
		}
		text.WriteRune('x')
		i = next
	}
	w.text = text.String()
	return w, i
}

// timesSign says whether an x between two digits stands at i, perhaps after
// spaces, and gives what follows it and its spaces. An x that is none is a
// letter of one character.
func timesSign(runes []rune, i int) (next int, ok bool) {
	before := i > 0 && digit(runes[i-1])
	j := skipSpaces(runes, i)
	if !before || j >= len(runes) || runes[j] != 'x' {
		return i + 1, false
	}
	j = skipSpaces(runes, j+1)
	if j >= len(runes) || !digit(runes[j]) {
		return i + 1, false
	}
	return j, true
}

func skipSpaces(runes []rune, i int) int {
	for i < len(runes) && runes[i] == ' ' {
		i++
	}
	return i
}

func digit(r rune) bool { return r >= '0' && r <= '9' }
