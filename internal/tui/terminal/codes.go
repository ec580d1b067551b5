package terminal

// The states of the tokenizer inside escape codes and pastes.

// csi collects ESC [ parameters final.
func (t *tokenizer) csi(b byte) bool {
	switch {
	case b < 0x20 || b >= 0x7f: // cut off: Ctrl+C and the next code still count
		return t.abandon()
	case len(t.buf) == 2 && b == '[': // the Linux console's function keys
		t.buf = append(t.buf, b)
		t.state = (*tokenizer).lastByte
		return true
	case len(t.buf) == 2 && b == 'M':
		t.buf = append(t.buf, b)
		t.state = (*tokenizer).x10
		return true
	}
	if len(t.buf) < maxCSI {
		t.buf = append(t.buf, b)
	}
	if b < 0x40 && !(b == '$' && urxvtShift(t.buf)) {
		return true
	}
	if string(t.buf) == pasteA {
		t.buf = t.buf[:0]
		t.inPaste, t.mark, t.broke = true, 0, false
		t.state = (*tokenizer).paste
		return true
	}
	t.give(tokenCSI)
	return true
}

// urxvtShift reports whether $ ends this code, as in ESC [ 7 $ (Shift+Home).
func urxvtShift(code []byte) bool {
	return len(code) == 4 && code[2] >= '0' && code[2] <= '9'
}

// lastByte takes one more byte of a code.
func (t *tokenizer) lastByte(b byte) bool {
	if b < 0x20 || b >= 0x7f {
		return t.abandon()
	}
	t.buf = append(t.buf, b)
	t.give(tokenCSI)
	return true
}

// x10 takes the three bytes of a click, each a number plus 32.
func (t *tokenizer) x10(b byte) bool {
	if b < 0x20 {
		return t.abandon()
	}
	t.buf = append(t.buf, b)
	if len(t.buf) == 6 {
		t.give(tokenX10)
	}
	return true
}

// ss3 collects ESC O final.
func (t *tokenizer) ss3(b byte) bool {
	if b < 0x40 || b >= 0x7f { // Alt+Shift+O, and then something else
		return t.abandon()
	}
	t.buf = append(t.buf, b)
	t.give(tokenSS3)
	return true
}

// abandon ends a code that cannot be one. If only its first two bytes have come
// it was a key with Alt.
func (t *tokenizer) abandon() bool {
	if len(t.buf) == 2 {
		t.giveKeys()
	} else {
		t.reset()
	}
	return false
}

// replyBegin looks whether an answer begins, or a key with Alt was pressed: the
// answers that terminals give begin with few characters.
func (t *tokenizer) replyBegin(b byte) bool {
	var answers bool
	switch t.buf[1] {
	case ']':
		answers = b >= '0' && b <= '9'
	case 'P':
		answers = b >= '0' && b <= '9' || b == '>' || b == '!' || b == '$' || b == '+'
	case '_':
		answers = b == 'G'
	}
	if !answers {
		return t.abandon()
	}
	t.buf = append(t.buf, b)
	t.state = (*tokenizer).reply
	return true
}

// reply collects an answer up to BEL or ESC \.
func (t *tokenizer) reply(b byte) bool {
	last := t.buf[len(t.buf)-1]
	switch {
	case b == bel:
		t.give(tokenReply)
	case last == esc && b == '\\':
		t.buf = t.buf[:len(t.buf)-1]
		t.give(tokenReply)
	case last == esc: // another code begins: this one was cut off
		t.buf = append(t.buf[:0], esc)
		t.state = (*tokenizer).escape
		return false
	case b != esc && b < 0x20:
		t.reset()
		return false
	case len(t.buf) < maxReply || b == esc:
		t.buf = append(t.buf, b)
	}
	return true
}

// paste collects what is pasted up to its mark. More than the limit is dropped.
func (t *tokenizer) paste(b byte) bool {
	t.broke = b == ctrlC
	switch {
	case b == pasteB[t.mark]:
		t.mark++
	case b == pasteB[0]:
		t.keepMark()
		t.mark = 1
	default:
		t.keepMark()
		t.keep(b)
	}
	if t.mark == len(pasteB) {
		t.mark = 0
		t.endPaste()
	}
	return true
}

// keepMark keeps what looked like the mark and was not.
func (t *tokenizer) keepMark() {
	for i := range t.mark {
		t.keep(pasteB[i])
	}
	t.mark = 0
}

func (t *tokenizer) keep(b byte) {
	if len(t.buf) < maxPaste {
		t.buf = append(t.buf, b)
	}
}

// endPaste gives what was pasted. A Ctrl+C at the end of a paste that never
// ended was meant for the program.
func (t *tokenizer) endPaste() {
	broke := t.broke
	t.inPaste, t.broke = false, false
	t.give(tokenPaste)
	if broke {
		t.buf = append(t.buf, ctrlC)
		t.give(tokenRune)
	}
}
