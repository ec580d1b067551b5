package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"convtutor/viz/canvas"
)

// maxLine is how much of a line is looked at, in bytes; the rest is dropped.
const maxLine = 4096

// lines reads what is typed, line by line.
type lines struct{ in *bufio.Reader }

func newLines(in io.Reader) *lines { return &lines{bufio.NewReader(in)} }

// next gives the next line without its end, cleaned of what cannot be seen and
// of what arrow keys and the like send; ok is false once the input has ended. A
// last line without an end counts.
func (l *lines) next() (line string, ok bool) {
	var kept []byte
	for {
		part, err := l.in.ReadSlice('\n')
		ok = ok || len(part) > 0
		kept = append(kept, part[:min(len(part), maxLine-len(kept))]...)
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && !ok {
			return "", false
		}
		return strings.TrimSpace(canvas.Clean(ansi.Strip(strings.ToValidUTF8(string(kept), "?")))), true
	}
}
