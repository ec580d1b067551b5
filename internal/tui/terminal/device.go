package terminal

import (
	"fmt"
	"io"
	"os"

	"github.com/charmbracelet/x/term"
)

// device is a terminal as the rest of this package sees it.
type device interface {
	io.ReadWriter
	// raw takes the keyboard without echo and line editing; calling it again
	// does it again, without forgetting what was before.
	raw() error
	// cooked puts back what was before the first raw.
	cooked() error
	// size gives columns and rows, false if the terminal does not know.
	size() (w, h int, ok bool)
}

// stdio is the terminal that the program was started on.
type stdio struct {
	in, out *os.File
	modes   *savedModes
}

// openStdio takes two files that must both be terminals.
func openStdio(in, out *os.File) (*stdio, error) {
	for _, file := range []*os.File{in, out} {
		if !term.IsTerminal(file.Fd()) {
			return nil, fmt.Errorf("%s: %w", file.Name(), ErrNotATerminal)
		}
	}
	return &stdio{in: in, out: out}, nil
}

func (d *stdio) Read(p []byte) (int, error)  { return readConsole(d.in, p) }
func (d *stdio) Write(p []byte) (int, error) { return d.out.Write(p) }

func (d *stdio) raw() error {
	saved, err := enterRaw(d.in, d.out)
	if err != nil {
		return fmt.Errorf("raw mode: %w", err)
	}
	if d.modes == nil {
		d.modes = saved
	}
	return nil
}

func (d *stdio) cooked() error {
	if d.modes == nil {
		return nil
	}
	if err := d.modes.restore(d.in, d.out); err != nil {
		return fmt.Errorf("restore the terminal: %w", err)
	}
	return nil
}

func (d *stdio) size() (w, h int, ok bool) {
	w, h, err := term.GetSize(d.out.Fd())
	return w, h, err == nil && w > 0 && h > 0
}
