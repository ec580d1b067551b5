//go:build unix

package ptytest

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Screen is what a terminal would show: enough of one for what our programs
// send, with wide characters in two places.
type Screen struct {
	cols, rows int
	x, y       int
	cells      [][]string // "" is the right half of a wide character
	saved      [][]string // the main screen while the alternate one is shown
	modes      map[int]bool
	parser     *ansi.Parser
	style      string
	styles     [][]string
}

// Private modes that programs switch.
const (
	modeWrap   = 7
	modeCursor = 25
	modeAlt    = 1049
)

// NewScreen makes an empty screen with a cursor and wrapping lines.
func NewScreen(cols, rows int) *Screen {
	s := &Screen{modes: map[int]bool{modeWrap: true, modeCursor: true}, parser: ansi.NewParser()}
	s.parser.SetDataSize(1 << 20)
	s.parser.SetHandler(ansi.Handler{Print: s.print, Execute: s.execute, HandleCsi: s.csi})
	s.Resize(cols, rows)
	return s
}

// Resize changes the size and empties the screen, as the worst of terminals do.
func (s *Screen) Resize(cols, rows int) {
	s.cols, s.rows = cols, rows
	s.cells, s.styles = blank(cols, rows), blank(cols, rows)
	s.saved = nil
	s.x, s.y = 0, 0
}

func blank(cols, rows int) [][]string {
	cells := make([][]string, rows)
	for y := range cells {
		cells[y] = make([]string, cols)
		for x := range cells[y] {
			cells[y][x] = " "
		}
	}
	return cells
}

// Write takes a program's output.
func (s *Screen) Write(p []byte) (int, error) {
	for _, b := range p {
		s.parser.Advance(b)
	}
	return len(p), nil
}

// Line gives a line's text without the blanks at its end.
func (s *Screen) Line(y int) string { return strings.TrimRight(strings.Join(s.cells[y], ""), " ") }

// Text gives all lines.
func (s *Screen) Text() string {
	lines := make([]string, s.rows)
	for y := range lines {
		lines[y] = s.Line(y)
	}
	return strings.Join(lines, "\n")
}

// StyleAt gives the SGR parameters, joined, in force where a cell was written.
func (s *Screen) StyleAt(x, y int) string { return strings.TrimSpace(s.styles[y][x]) }

// Mode reports whether a private mode is set; the cursor (25) and wrapping (7)
// are at the start.
func (s *Screen) Mode(mode int) bool { return s.modes[mode] }

// ModesOn lists the private modes that are not as they are at the start.
func (s *Screen) ModesOn() map[int]bool {
	changed := map[int]bool{}
	for mode, on := range s.modes {
		if usual := mode == modeWrap || mode == modeCursor; on != usual {
			changed[mode] = on
		}
	}
	return changed
}

// Cursor gives the cursor's place.
func (s *Screen) Cursor() (x, y int) { return s.x, s.y }

func (s *Screen) print(r rune) {
	width := ansi.StringWidth(string(r))
	if width == 0 {
		if s.x > 0 {
			s.cells[s.y][s.x-1] += string(r)
		}
		return
	}
	if s.x+width > s.cols {
		if !s.modes[modeWrap] {
			s.x = s.cols - width
		} else {
			s.x = 0
			s.lineFeed()
		}
	}
	row := s.cells[s.y]
	for x := s.x; x < s.x+width; x++ {
		s.free(x)
		row[x], s.styles[s.y][x] = "", s.style
	}
	row[s.x] = string(r)
	s.x += width
}

// free makes blanks of both halves of a wide character of which one is at x.
func (s *Screen) free(x int) {
	row := s.cells[s.y]
	if row[x] == "" && x > 0 {
		row[x-1] = " "
	}
	if x+1 < s.cols && row[x+1] == "" {
		row[x+1] = " "
	}
	row[x] = " "
}

func (s *Screen) execute(b byte) {
	switch b {
	case '\r':
		s.x = 0
	case '\n':
		s.lineFeed()
	case '\b':
		s.x = max(s.x-1, 0)
	}
}

func (s *Screen) lineFeed() {
	if s.y < s.rows-1 {
		s.y++
		return
	}
	s.cells = append(s.cells[1:], blank(s.cols, 1)[0])
	s.styles = append(s.styles[1:], blank(s.cols, 1)[0])
}

func (s *Screen) csi(cmd ansi.Cmd, params ansi.Params) {
	first := func(def int) int {
		n, _, _ := params.Param(0, def)
		return n
	}
	if cmd.Prefix() == '?' {
		s.private(cmd.Final(), params)
		return
	}
	switch cmd.Final() {
	case 'A':
		s.y = max(s.y-max(first(1), 1), 0)
	case 'B':
		s.y = min(s.y+max(first(1), 1), s.rows-1)
	case 'C':
		s.x = min(s.x+max(first(1), 1), s.cols-1)
	case 'D':
		s.x = max(s.x-max(first(1), 1), 0)
	case 'G':
		s.x = clamp(first(1), s.cols)
	case 'H':
		col, _, _ := params.Param(1, 1)
		s.y, s.x = clamp(first(1), s.rows), clamp(col, s.cols)
	case 'J':
		s.eraseScreen(first(0))
	case 'K':
		s.eraseLine(s.y, first(0))
	case 'm':
		s.sgr(params)
	}
}

// clamp turns a place counted from 1 into one counted from 0 that exists.
func clamp(n, limit int) int { return min(max(n, 1), limit) - 1 }

func (s *Screen) private(final byte, params ansi.Params) {
	if final != 'h' && final != 'l' {
		return
	}
	params.ForEach(0, func(_, mode int, _ bool) {
		on := final == 'h'
		if mode == modeAlt && on != s.modes[modeAlt] {
			if on {
				s.saved, s.cells = s.cells, blank(s.cols, s.rows)
			} else if s.saved != nil {
				s.cells, s.saved = s.saved, nil
			}
		}
		s.modes[mode] = on
	})
}

func (s *Screen) eraseScreen(what int) {
	s.eraseLine(s.y, what)
	for y := range s.rows {
		if what == 2 || what == 0 && y > s.y || what == 1 && y < s.y {
			s.eraseLine(y, 2)
		}
	}
}

func (s *Screen) eraseLine(y, what int) {
	for x := range s.cols {
		if what == 2 || what == 0 && x >= s.x || what == 1 && x <= s.x {
			s.cells[y][x], s.styles[y][x] = " ", ""
		}
	}
}

func (s *Screen) sgr(params ansi.Params) {
	if len(params) == 0 {
		s.style = ""
		return
	}
	params.ForEach(0, func(i, n int, _ bool) {
		if i == 0 && n == 0 {
			s.style = ""
			return
		}
		s.style += ";" + itoa(n)
	})
}
