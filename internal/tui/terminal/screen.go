package terminal

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// Escape codes that take the terminal and give it back. The second undoes the
// first in the opposite order, whatever a frame was in the middle of.
const (
	enterCodes = "\x1b[?1049h" + // alternate screen
		"\x1b[?25l" + // no cursor
		"\x1b[?7l" + // a line too long is cut, not wrapped
		"\x1b[?2004h" // pastes are marked
	mouseCodes = "\x1b[?1002h\x1b[?1006h" // buttons and dragging, as numbers
	leaveCodes = "\x1b[?2026l" +
		"\x1b[?1006l\x1b[?1002l" +
		"\x1b[?2004l" +
		"\x1b[?7h" +
		"\x1b[m" +
		"\x1b[?25h" +
		"\x1b[?1049l"
	// abortCodes end a string (a picture, say) that was cut off half way.
	abortCodes = "\x1b\\"

	clearCodes   = "\x1b[m\x1b[H\x1b[2J"
	beginFrame   = "\x1b[?2026h"
	endFrame     = "\x1b[?2026l"
	unlockWithin = 100 * time.Millisecond
)

// frame is what the terminal shall show.
type frame struct {
	view     string
	pictures []Picture
	cursor   Cursor
}

// screen writes frames, and knows what the terminal shows.
type screen struct {
	out io.Writer
	// lock holds one token; unlike a mutex it can be waited for with a limit,
	// so that a write that never returns cannot stop the end of the program.
	lock chan struct{}

	mouse   bool // clicks are wanted
	live    bool // the screen is taken
	entered bool // the codes of that were sent
	width   int
	height  int
	known   bool // lines is what is shown
	lines   []string
	touched []bool // lines that the current frame writes
	shown   []Picture
	cursor  Cursor
	buf     []byte
	spans   spanWriter
	written int // bytes, for measuring
}

func newScreen(out io.Writer) *screen {
	s := &screen{out: out, lock: make(chan struct{}, 1)}
	s.lock <- struct{}{}
	return s
}

// resize forgets what is shown if the size is another one.
func (s *screen) resize(w, h int) (changed bool) {
	<-s.lock
	defer s.unlock()
	changed = w != s.width || h != s.height
	s.width, s.height = w, h
	s.known = s.known && !changed
	return changed
}

// forget makes the next frame draw everything.
func (s *screen) forget() {
	<-s.lock
	defer s.unlock()
	s.known = false
}

func (s *screen) unlock() { s.lock <- struct{}{} }

// enter takes the screen: the codes are sent together with the next frame.
func (s *screen) enter() {
	<-s.lock
	defer s.unlock()
	if s.live {
		return
	}
	s.live, s.entered, s.known = true, false, false
}

// leave gives the screen back, once. It waits for a frame that is being
// written, but not for ever.
func (s *screen) leave() {
	codes := leaveCodes
	select {
	case <-s.lock:
		defer s.unlock()
	case <-time.After(unlockWithin):
		codes = abortCodes + leaveCodes
	}
	entered := s.entered
	s.live, s.entered, s.known = false, false, false
	if !entered {
		return
	}
	codes = eraseAll(s.shown) + codes
	s.shown = nil
	_, _ = io.WriteString(s.out, codes) // a terminal that is gone needs nothing
}

// send writes codes that show nothing, such as a question to the terminal.
func (s *screen) send(codes string) {
	<-s.lock
	defer s.unlock()
	if s.entered {
		_, _ = io.WriteString(s.out, codes)
	}
}

// draw shows a frame: one write, or none if nothing differs.
func (s *screen) draw(f frame) {
	<-s.lock
	defer s.unlock()
	if !s.live || s.height == 0 {
		return
	}
	s.buf = s.buf[:0]
	if !s.entered {
		s.buf = append(s.buf, enterCodes...)
		if s.mouse {
			s.buf = append(s.buf, mouseCodes...)
		}
		s.entered, s.cursor = true, Cursor{}
	}
	s.buf = append(s.buf, beginFrame...)
	start := len(s.buf)
	if !s.known {
		s.buf = append(s.buf, eraseAll(s.shown)...)
		s.buf = append(s.buf, clearCodes...)
		s.lines = append(s.lines[:0], make([]string, s.height)...)
		s.shown = s.shown[:0]
	}
	s.drawLines(f.view, f.pictures)
	s.drawPictures(f.pictures)
	if len(s.buf) == start && f.cursor == s.cursor {
		return
	}
	s.drawCursor(f.cursor)
	s.buf = append(s.buf, endFrame...)
	s.known = true
	s.written += len(s.buf)
	_, _ = s.out.Write(s.buf)
}

// drawLines writes the lines that differ and notes which ones it touched.
func (s *screen) drawLines(view string, next []Picture) {
	uncovered := rowsUncovered(s.shown, next)
	s.touched = append(s.touched[:0], make([]bool, s.height)...)
	for row := range s.height {
		var line string
		line, view, _ = strings.Cut(view, "\n")
		old := s.lines[row]
		if line == old && !uncovered[row] {
			continue
		}
		if uncovered[row] || !s.spans.write(&s.buf, row, old, line) {
			s.drawWhole(row, line)
		}
		s.lines[row] = line
		s.touched[row] = true
	}
}

// drawWhole writes a line from its beginning.
func (s *screen) drawWhole(row int, line string) {
	s.buf = appendMove(s.buf, row, 0)
	s.buf = append(s.buf, line...)
	s.buf = append(s.buf, "\x1b[m"...)
	// At the last column erasing would take the last cell away.
	if ansi.StringWidth(line) < s.width {
		s.buf = append(s.buf, "\x1b[K"...)
	}
}

// drawCursor puts the cursor where typing goes. Input methods draw a syllable
// that is being composed at the cursor, even while it is not shown.
func (s *screen) drawCursor(c Cursor) {
	s.buf = appendMove(s.buf, c.Y, c.X)
	if c.Shown != s.cursor.Shown {
		code := "\x1b[?25l"
		if c.Shown {
			code = "\x1b[?25h"
		}
		s.buf = append(s.buf, code...)
	}
	s.cursor = c
}

// appendMove appends the code that moves the cursor to a place counted from 0.
func appendMove(buf []byte, row, col int) []byte {
	buf = append(buf, "\x1b["...)
	buf = strconv.AppendInt(buf, int64(row)+1, 10)
	buf = append(buf, ';')
	buf = strconv.AppendInt(buf, int64(col)+1, 10)
	return append(buf, 'H')
}
