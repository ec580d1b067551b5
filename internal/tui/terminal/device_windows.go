package terminal

import (
	"errors"
	"io"
	"os"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/windows"
)

// savedModes is what the console was set to before raw mode.
type savedModes struct{ in, out *term.State }

func enterRaw(in, out *os.File) (*savedModes, error) {
	before, err := term.GetState(out.Fd())
	if err != nil {
		return nil, err
	}
	var mode uint32
	handle := windows.Handle(out.Fd())
	if err := windows.GetConsoleMode(handle, &mode); err != nil {
		return nil, err
	}
	// Escape codes are text to an old console unless it is told otherwise, and a
	// line that fills the last column must not move the cursor.
	mode |= windows.ENABLE_PROCESSED_OUTPUT | windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING |
		windows.DISABLE_NEWLINE_AUTO_RETURN
	if err := windows.SetConsoleMode(handle, mode); err != nil {
		return nil, err
	}
	state, err := term.MakeRaw(in.Fd()) // also asks for keys as escape codes
	if err != nil {
		return nil, errors.Join(err, term.Restore(out.Fd(), before))
	}
	return &savedModes{in: state, out: before}, nil
}

func (m *savedModes) restore(in, out *os.File) error {
	return errors.Join(term.Restore(in.Fd(), m.in), term.Restore(out.Fd(), m.out))
}

// readConsole reads keys. Go takes Ctrl+Z for the end of a console's input; it
// is a key here.
func readConsole(in *os.File, p []byte) (int, error) {
	n, err := in.Read(p)
	if n == 0 && errors.Is(err, io.EOF) && len(p) > 0 {
		p[0] = 0x1a
		return 1, nil
	}
	return n, err
}
