package plain

import (
	"io"
	"strings"

	"convtutor/viz/canvas"
)

// width is how wide a line gets at most, in columns.
const width = 78

// output writes lines of text. It keeps the first error of its writer and
// writes nothing more after it.
type output struct {
	out   io.Writer
	err   error
	blank bool // the last line was empty, or nothing is written yet
}

func newOutput(out io.Writer) *output { return &output{out: out, blank: true} }

// line writes a paragraph, wrapped; nothing if it says nothing.
func (o *output) line(text string) {
	text = speakable(text)
	if text == "" {
		return
	}
	for _, l := range canvas.WrapText(text, width) {
		o.write(strings.TrimRight(l, " ") + "\n")
	}
	o.blank = false
}

// whole writes a line that is there to be copied: it stays in one.
func (o *output) whole(text string) {
	o.write(canvas.Clean(text) + "\n")
	o.blank = false
}

// gap parts what follows from what was before by one empty line.
func (o *output) gap() {
	if !o.blank {
		o.write("\n")
	}
	o.blank = true
}

func (o *output) write(text string) {
	if o.err == nil {
		_, o.err = io.WriteString(o.out, text)
	}
}

// signs are those of the screens that part one thing from another, with what
// stands for them in a sentence.
var signs = strings.NewReplacer("  ·  ", ", ", " · ", ", ", "·", ", ", " › ", ", ", " → ", ", ", "−", "-")

// speakable takes out of a sentence what only the eye reads: the marks of
// prose, and everything that is not text.
func speakable(text string) string {
	text = strings.Map(textual, signs.Replace(canvas.Strip(text)))
	return strings.TrimSpace(canvas.Clean(text))
}

// textual drops (-1) arrows, lines, blocks, shapes, ticks and Braille patterns,
// which a screen reader passes over or names at length.
func textual(r rune) rune {
	switch {
	case r >= 0x2190 && r <= 0x21ff, r >= 0x2500 && r <= 0x25ff, r >= 0x2600 && r <= 0x27bf, r >= 0x2800 && r <= 0x28ff:
		return -1
	}
	return r
}
