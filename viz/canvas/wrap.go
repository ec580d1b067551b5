package canvas

import "strings"

// piece is one grapheme with its meaning.
type piece struct {
	text string
	w    int
	role Role
}

// WrapText is Wrap for bare text.
func WrapText(s string, width int) []string {
	lines := Wrap(Line{{s, RoleText}}, width)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.String()
	}
	return out
}

// Wrap breaks runs into lines of at most width columns (at least two, so that
// Hangul fits). Lines break between words, Korean ones too. A word longer than a line
// breaks between Hangul syllables, and inside a Latin word or a number only
// where it must; never before closing punctuation or behind an opening one.
// "\n" ends a line.
func Wrap(runs Line, width int) []Line {
	width = max(width, 2)
	w := wrapper{width: width}
	var word []piece
	flush := func() {
		w.word(word)
		word = word[:0]
	}
	for _, run := range runs {
		parts := strings.Split(run.Text, "\n")
		for i, part := range parts {
			if i > 0 {
				flush()
				w.newline()
			}
			for c, cw := range clusters(part) {
				p := piece{c, cw, run.Role}
				if c == " " {
					flush()
					w.gap = append(w.gap, p)
				} else {
					word = append(word, p)
				}
			}
		}
	}
	flush()
	w.newline()
	return w.lines
}

// wrapper fills lines with words.
type wrapper struct {
	width int
	lines []Line
	line  []piece // the line being filled
	used  int     // its columns
	gap   []piece // blanks before the next word, dropped at a break
}

func (w *wrapper) word(word []piece) {
	if len(word) == 0 {
		return
	}
	if total(word) <= w.width {
		w.place(word)
		return
	}
	for _, atom := range atoms(word) {
		if total(atom) <= w.width {
			w.place(atom)
			continue
		}
		for i := range atom {
			w.place(atom[i : i+1])
		}
	}
}

// place puts pieces that belong together on this line or the next.
func (w *wrapper) place(ps []piece) {
	if w.used+total(w.gap)+total(ps) > w.width && w.used > 0 {
		w.gap = w.gap[:0]
		w.newline()
	}
	if len(w.lines) > 0 && w.used == 0 {
		w.gap = w.gap[:0]
	}
	if total(w.gap)+total(ps) > w.width {
		w.gap = w.gap[:0]
	}
	w.line = append(append(w.line, w.gap...), ps...)
	w.used += total(w.gap) + total(ps)
	w.gap = w.gap[:0]
}

func (w *wrapper) newline() {
	w.lines = append(w.lines, join(w.line))
	w.line, w.used, w.gap = w.line[:0], 0, w.gap[:0]
}

func total(ps []piece) int {
	n := 0
	for _, p := range ps {
		n += p.w
	}
	return n
}

// join makes runs of neighbouring pieces with one meaning.
func join(ps []piece) Line {
	line := Line{}
	for i := 0; i < len(ps); {
		var b strings.Builder
		j := i
		for ; j < len(ps) && ps[j].role == ps[i].role; j++ {
			b.WriteString(ps[j].text)
		}
		line = append(line, Run{b.String(), ps[i].role})
		i = j
	}
	return line
}

// atoms parts a long word where it may break: on both sides of a wide
// grapheme, but not before closing punctuation nor behind opening.
func atoms(word []piece) [][]piece {
	var out [][]piece
	start := 0
	for i := 1; i < len(word); i++ {
		before, after := word[i-1], word[i]
		soft := before.w == 2 || after.w == 2
		if !soft || closing(after.text) || opening(before.text) {
			continue
		}
		out = append(out, word[start:i])
		start = i
	}
	return append(out, word[start:])
}

func closing(s string) bool {
	return strings.Contains(".,!?:;)]}%'\"…。、，．！？」』）〉》”’·~", s)
}

func opening(s string) bool { return strings.Contains("([{'\"「『（〈《“‘", s) }
