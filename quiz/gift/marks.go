package gift

import (
	"strings"
	"unicode"

	"convtutor/viz/canvas"
)

// An escaped letter is kept as another one that no text has until all marks are
// found: letters of Unicode's private area, which is not taken from files.
const hidden = 0xF000

// escapable are the letters that a backslash makes plain.
const escapable = `~=#{}:\`

// hide puts hidden letters in the place of escaped ones.
func hide(text string) string {
	var b strings.Builder
	escaped := false
	for _, r := range strings.Map(seen, text) {
		switch {
		case escaped && r == 'n':
			b.WriteRune(hidden + '\n')
		case escaped && strings.ContainsRune(escapable, r):
			b.WriteRune(hidden + r)
		case escaped:
			b.WriteString(`\` + string(r))
		case r == '\\':
			escaped = true
			continue
		default:
			b.WriteRune(r)
		}
		escaped = false
	}
	if escaped {
		b.WriteByte('\\')
	}
	return b.String()
}

// seen leaves out control characters, and letters that hide uses.
func seen(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t':
		return ' '
	case unicode.IsControl(r), r >= hidden && r < hidden+128:
		return -1
	}
	return r
}

// plain gives the text with its escaped letters, without control characters and
// marks of formats; html says that it is written in HTML.
func plain(hiddenText string, html bool) string {
	text := strings.Map(func(r rune) rune {
		if r >= hidden && r < hidden+128 {
			return r - hidden
		}
		return r
	}, hiddenText)
	if html {
		text = withoutTags(text)
	}
	var lines []string
	for line := range strings.Lines(text) {
		lines = append(lines, strings.TrimSpace(canvas.Clean(strings.TrimRight(line, "\n"))))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
