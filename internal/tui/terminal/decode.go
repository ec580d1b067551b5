package terminal

import (
	"strconv"
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
)

// decode gives the message that a token stands for, nil if it is none of ours.
func decode(t token) tea.Msg {
	switch t.kind {
	case tokenRune:
		return decodeRune(t.data)
	case tokenCSI:
		return decodeCSI(string(t.data[2:]))
	case tokenSS3:
		if key, ok := ss3Keys[t.data[2]]; ok {
			return tea.KeyMsg{Type: key}
		}
	case tokenX10:
		return decodeX10(t.data[3:])
	case tokenReply:
		return decodeReply(string(t.data[1:]))
	case tokenPaste:
		return decodePaste(t.data)
	}
	return nil
}

// decodeRune decodes a rune or control character, after ESC if Alt was held.
func decodeRune(data []byte) tea.Msg {
	var key tea.KeyMsg
	if len(data) > 1 && data[0] == esc {
		key.Alt, data = true, data[1:]
	}
	r, _ := utf8.DecodeRune(data)
	switch {
	case r == ' ':
		key.Type, key.Runes = tea.KeySpace, []rune{r}
	case r < ' ' || r == 0x7f:
		key.Type = tea.KeyType(r)
	default:
		key.Type, key.Runes = tea.KeyRunes, []rune{r}
	}
	return key
}

// decodePaste keeps the text of a paste: line ends become \n, other control
// characters and those that turn the direction of text are dropped.
func decodePaste(data []byte) tea.Msg {
	text := strings.ToValidUTF8(string(data), "")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	runes := make([]rune, 0, len(text))
	for _, r := range text {
		if r == '\n' || r == '\t' || !invisible(r) {
			runes = append(runes, r)
		}
	}
	if len(runes) == 0 {
		return nil
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: runes, Paste: true}
}

// invisible reports control characters, old and new.
func invisible(r rune) bool {
	return r < 0x20 || r >= 0x7f && r < 0xa0 ||
		r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// decodeCSI decodes what follows ESC [.
func decodeCSI(code string) tea.Msg {
	last := code[len(code)-1]
	params := code[:len(code)-1]
	switch {
	case code == "I":
		return tea.FocusMsg{}
	case code == "O":
		return tea.BlurMsg{}
	case code[0] == '[' && len(code) == 2: // the Linux console's F1 to F5
		if last >= 'A' && last <= 'E' {
			return tea.KeyMsg{Type: tea.KeyF1 - tea.KeyType(last-'A')}
		}
		return nil
	case code[0] == '<' && (last == 'M' || last == 'm'):
		return decodeSGR(params[1:], last == 'm')
	case code[0] == '?' && last == 'c':
		return decodeAttributes(params[1:])
	}
	return decodeKey(params, last)
}

// decodeKey decodes a key: a letter, or a number and ~, with modifiers.
func decodeKey(params string, last byte) tea.Msg {
	number, modifiers, ok := twoNumbers(params)
	if !ok {
		return nil
	}
	keys, known := letterKeys[last]
	switch last {
	case '~':
		keys, known = numberKeys[number]
	case '^': // urxvt: with Ctrl
		keys, known = numberKeys[number]
		modifiers |= ctrlHeld
	case '$': // with Shift
		keys, known = numberKeys[number]
		modifiers |= shiftHeld
	case '@': // with both
		keys, known = numberKeys[number]
		modifiers |= ctrlHeld | shiftHeld
	default:
		// With another number in front this is an answer: the cursor's place.
		known = known && number <= 1
	}
	if !known {
		return nil
	}
	return keys.with(modifiers)
}

// twoNumbers reads "", "n" or "n;m", where m-1 says which modifiers were held.
func twoNumbers(params string) (number, modifiers int, ok bool) {
	if params == "" {
		return 0, 0, true
	}
	first, second, two := strings.Cut(params, ";")
	number, err := strconv.Atoi(first)
	if err != nil {
		return 0, 0, false
	}
	if !two {
		return number, 0, true
	}
	m, err := strconv.Atoi(second)
	if err != nil || m < 1 || m > 16 {
		return 0, 0, false
	}
	return number, m - 1, true
}
