//go:build unix

package terminal

import (
	"os"

	"github.com/charmbracelet/x/term"
)

// savedModes is what the terminal was set to before raw mode.
type savedModes struct{ in *term.State }

func enterRaw(in, _ *os.File) (*savedModes, error) {
	state, err := term.MakeRaw(in.Fd())
	if err != nil {
		return nil, err
	}
	return &savedModes{in: state}, nil
}

func (m *savedModes) restore(in, _ *os.File) error { return term.Restore(in.Fd(), m.in) }

func readConsole(in *os.File, p []byte) (int, error) { return in.Read(p) }
