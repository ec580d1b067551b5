package terminal

import (
	"time"
	"unicode/utf8"
)

// tokenKind says what a token is.
type tokenKind uint8

const (
	tokenRune  tokenKind = iota // one rune or control character, after ESC if with Alt
	tokenCSI                    // ESC [ … : a key, a click or an answer
	tokenSS3                    // ESC O … : a key
	tokenX10                    // ESC [ M and three bytes: a click, the old way
	tokenReply                  // ESC ] … , ESC P … or ESC _ … : an answer
	tokenPaste                  // what was pasted, without its marks
)

// token is a whole piece of input: never half a rune or half a code.
type token struct {
	kind tokenKind
	data []byte
}

// Limits of what a terminal is believed to send at once.
const (
	maxPaste = 64 << 10
	maxReply = 4 << 10
	maxCSI   = 256

	// How long input may stand still before what has come is taken as it is.
	escapeWait = 50 * time.Millisecond  // ESC alone is the key Esc
	partWait   = 500 * time.Millisecond // a code cut off is dropped
	pasteWait  = time.Second            // a paste that does not end is over
)

const (
	esc    = 0x1b
	ctrlC  = 0x03
	bel    = 0x07
	pasteA = "\x1b[200~"
	pasteB = "\x1b[201~"
)

// tokenizer cuts input into tokens. It is a pure state machine: what it gives
// does not depend on how the input is split into reads.
type tokenizer struct {
	state func(*tokenizer, byte) bool // false: the byte is to be looked at again
	buf   []byte                      // the token so far
	out   []token

	inPaste bool
	mark    int  // how much of pasteB stands at the end of a paste
	broke   bool // a paste's last byte is Ctrl+C
}

func newTokenizer() *tokenizer { return &tokenizer{state: (*tokenizer).ground} }

// feed takes input and gives the tokens that it completes. They are valid until
// the next call.
func (t *tokenizer) feed(input []byte) []token {
	t.out = t.out[:0]
	for _, b := range input {
		for !t.state(t, b) { // at most a few times: each leads to ground
		}
	}
	return t.out
}

// wait says how long input may stand still now before idle is to be called, 0
// for ever.
func (t *tokenizer) wait() time.Duration {
	switch {
	case t.inPaste && t.broke:
		return escapeWait
	case t.inPaste:
		return pasteWait
	case len(t.buf) == 0 || t.buf[0] != esc:
		return 0
	case len(t.buf) <= 2:
		return escapeWait
	}
	return partWait
}

// idle takes what has come as it is: ESC alone is Esc, an unfinished paste is
// over, an unfinished code is dropped. An unfinished rune stays.
func (t *tokenizer) idle() []token {
	t.out = t.out[:0]
	switch {
	case t.wait() == 0:
		return t.out
	case t.inPaste:
		t.endPaste()
	case len(t.buf) > 1 && t.buf[1] >= utf8.RuneSelf: // Esc, and half a rune
		t.splitEscape()
		return t.out
	case len(t.buf) == 1 || len(t.buf) == 2:
		t.giveKeys()
	}
	t.reset()
	return t.out
}

// splitEscape gives Esc and keeps the beginning of a rune that came after it.
func (t *tokenizer) splitEscape() {
	t.out = append(t.out, token{tokenRune, []byte{esc}})
	t.buf = append(t.buf[:0], t.buf[1:]...)
}

func (t *tokenizer) reset() {
	t.buf = t.buf[:0]
	t.state = (*tokenizer).ground
}

// give completes a token.
func (t *tokenizer) give(kind tokenKind) {
	t.out = append(t.out, token{kind, append([]byte(nil), t.buf...)})
	t.reset()
}

// giveKeys gives what looked like the beginning of a code as the keys it is:
// Esc alone, or one with Alt.
func (t *tokenizer) giveKeys() { t.give(tokenRune) }

// ground is where a new token begins.
func (t *tokenizer) ground(b byte) bool {
	t.buf = append(t.buf[:0], b)
	switch {
	case b == esc:
		t.state = (*tokenizer).escape
	case b < utf8.RuneSelf:
		t.give(tokenRune)
	case utf8.RuneStart(b):
		t.state = (*tokenizer).rune
	default: // a continuation of nothing
		t.reset()
	}
	return true
}

// rune collects the bytes of a rune, which may stand after ESC.
func (t *tokenizer) rune(b byte) bool {
	if utf8.RuneStart(b) { // the last one was cut off
		t.reset()
		return false
	}
	t.buf = append(t.buf, b)
	start := 0
	if t.buf[0] == esc {
		start = 1
	}
	if !utf8.FullRune(t.buf[start:]) {
		return true
	}
	if r, size := utf8.DecodeRune(t.buf[start:]); r == utf8.RuneError || start+size != len(t.buf) {
		t.reset()
		return true
	}
	t.give(tokenRune)
	return true
}

// escape looks at what follows ESC.
func (t *tokenizer) escape(b byte) bool {
	switch {
	case b == '[' || b == 'O' || b == ']' || b == 'P' || b == '_':
		t.buf = append(t.buf, b)
		t.state = introducer(b)
	case b == esc || b == ctrlC: // Esc was pressed, and then something else
		t.giveKeys()
		return false
	case b < utf8.RuneSelf:
		t.buf = append(t.buf, b)
		t.give(tokenRune)
	case utf8.RuneStart(b):
		t.buf = append(t.buf, b)
		t.state = (*tokenizer).rune
	default:
		t.giveKeys()
	}
	return true
}

// introducer gives the state that a code's second byte leads to.
func introducer(b byte) func(*tokenizer, byte) bool {
	switch b {
	case '[':
		return (*tokenizer).csi
	case 'O':
		return (*tokenizer).ss3
	}
	return (*tokenizer).replyBegin
}
