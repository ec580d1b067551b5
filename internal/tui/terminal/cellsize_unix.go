//go:build unix

package terminal

import (
	"os"

	"golang.org/x/sys/unix"
)

// CellSize is the size of a character on a terminal, in pixels; 0, 0 where it
// does not tell.
func CellSize(out *os.File) (w, h int) {
	size, err := unix.IoctlGetWinsize(int(out.Fd()), unix.TIOCGWINSZ)
	if err != nil || size.Col == 0 || size.Row == 0 {
		return 0, 0
	}
	return int(size.Xpixel) / int(size.Col), int(size.Ypixel) / int(size.Row)
}
