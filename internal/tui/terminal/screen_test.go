//go:build unix

package terminal

import (
	"fmt"
	"strings"
	"testing"

	"convtutor/internal/ptytest"

	"pgregory.net/rapid"
)

// shown draws lines on a screen of its own, whole.
func shown(cols, rows int, view string) *ptytest.Screen {
	s := ptytest.NewScreen(cols, rows)
	for y, line := range strings.Split(view, "\n") {
		_, _ = fmt.Fprintf(s, "\x1b[%d;1H%s\x1b[m", y+1, line)
	}
	return s
}

// difference says where two screens differ, "" if nowhere.
func difference(cols, rows int, got, want *ptytest.Screen) string {
	if got.Text() != want.Text() {
		return fmt.Sprintf("text\n%s\nwant\n%s", got.Text(), want.Text())
	}
	for y := range rows {
		for x := range cols {
			if g, w := got.StyleAt(x, y), want.StyleAt(x, y); g != w {
				return fmt.Sprintf("colours at %d,%d: %q, want %q\n%s", x, y, g, w, got.Text())
			}
		}
	}
	return ""
}

var lineParts = []string{
	"a", "b", " ", "한", "글", "─", "│", "→", "×", "é", "🙂", "e\u0301", "█▀", "0123456789",
	"\x1b[0m", "\x1b[m", "\x1b[1m", "\x1b[31m", "\x1b[0;32m", "\x1b[38;2;1;2;3m", "\x1b[48;5;17m", "\x1b[7m",
}

// drawLine gives a line that is at most cols wide.
func drawLine(t *rapid.T, cols int) string {
	var line strings.Builder
	width := 0
	for _, part := range rapid.SliceOfN(rapid.SampledFrom(lineParts), 0, 14).Draw(t, "line") {
		n := widthOf(part)
		if width+n > cols {
			break
		}
		width += n
		line.WriteString(part)
	}
	return line.String()
}

// TestFramesShowWhatTheySay draws frame after frame and compares the screen with
// one on which each is drawn whole.
func TestFramesShowWhatTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cols, rows := rapid.IntRange(4, 20).Draw(t, "cols"), rapid.IntRange(1, 4).Draw(t, "rows")
		terminal := ptytest.NewScreen(cols, rows)
		s := newScreen(terminal)
		s.resize(cols, rows)
		s.enter()
		lines := make([]string, rows)
		for range rapid.IntRange(1, 8).Draw(t, "frames") {
			switch {
			case rapid.IntRange(0, 9).Draw(t, "resize") == 0:
				cols, rows = rapid.IntRange(4, 20).Draw(t, "cols"), rapid.IntRange(1, 4).Draw(t, "rows")
				terminal.Resize(cols, rows)
				s.resize(cols, rows)
				s.forget() // also when the size is the same: the contents are gone
				lines = make([]string, rows)
			default:
				y := rapid.IntRange(0, rows-1).Draw(t, "y")
				lines[y] = drawLine(t, cols)
			}
			view := strings.Join(lines, "\n")
			s.draw(frame{view: view})
			if d := difference(cols, rows, terminal, shown(cols, rows, view)); d != "" {
				t.Fatalf("after %q: %s", view, d)
			}
		}
	})
}

// writes counts writes and keeps the last.
type writes struct {
	n    int
	last string
}

func (w *writes) Write(p []byte) (int, error) {
	w.n++
	w.last = string(p)
	return len(p), nil
}

func (w *writes) String() string { return w.last }

func testScreen(rows int) (*screen, *writes) {
	w := &writes{}
	s := newScreen(w)
	s.resize(40, rows)
	s.enter()
	return s, w
}

func TestOneWriteForAFrameAndNoneForTheSame(t *testing.T) {
	s, w := testScreen(3)
	s.draw(frame{view: "a\nb\nc"})
	s.draw(frame{view: "a\nb\nc"})
	if w.n != 1 {
		t.Fatalf("%d writes, want 1", w.n)
	}
	if out := w.String(); !strings.HasPrefix(out, enterCodes+beginFrame) || !strings.HasSuffix(out, endFrame) {
		t.Errorf("written %q", out)
	}
	s.draw(frame{view: "a\nb\nd"})
	if want := beginFrame + "\x1b[3;1Hd\x1b[1;1H" + endFrame; w.String() != want {
		t.Errorf("written %q, want %q", w.String(), want)
	}
	s.draw(frame{view: "a\nb\nd", cursor: Cursor{X: 4, Y: 1, Shown: true}})
	if want := beginFrame + "\x1b[2;5H\x1b[?25h" + endFrame; w.String() != want {
		t.Errorf("written %q, want %q", w.String(), want)
	}
}

func TestOnlyTheChangedPartOfALineIsWritten(t *testing.T) {
	s, w := testScreen(1)
	s.draw(frame{view: "한글 \x1b[31mred\x1b[0m and more"})
	s.draw(frame{view: "한글 \x1b[31mrad\x1b[0m and more"})
	if want := beginFrame + "\x1b[1;7H\x1b[31ma\x1b[m\x1b[1;1H" + endFrame; w.String() != want {
		t.Errorf("written %q, want %q", w.String(), want)
	}
	s.draw(frame{view: "한글"})
	if want := beginFrame + "\x1b[1;5H\x1b[K\x1b[1;1H" + endFrame; w.String() != want {
		t.Errorf("written %q, want %q", w.String(), want)
	}
}

func TestLeaveOnceAndNothingAfter(t *testing.T) {
	s, w := testScreen(1)
	s.draw(frame{view: "a"})
	s.leave()
	if w.String() != leaveCodes {
		t.Errorf("written %q", w.String())
	}
	s.leave()
	s.draw(frame{view: "b"})
	s.send("c")
	if w.n != 2 {
		t.Errorf("%d writes, want 2", w.n)
	}
	s.enter()
	s.draw(frame{view: "b"})
	if !strings.Contains(w.String(), enterCodes) || !strings.Contains(w.String(), "b") {
		t.Errorf("written %q", w.String())
	}
}

func TestLeaveWithoutAFrameWritesNothing(t *testing.T) {
	s, w := testScreen(1)
	s.leave()
	if w.n != 0 {
		t.Errorf("written %q", w.String())
	}
}

func TestPictures(t *testing.T) {
	kitty := Picture{ID: "k", X: 2, Y: 1, W: 4, H: 2, Codes: "<kitty>", Erase: "<no kitty>"}
	sixel := Picture{ID: "s", X: 2, Y: 1, W: 4, H: 2, Codes: "<sixel>"}
	moved := kitty
	moved.X = 3
	changed := sixel
	changed.Version++
	tests := []struct {
		name         string
		before, next []Picture
		view         string // before: "a\nb\nc"
		want         string
	}{
		{"drawn", nil, []Picture{kitty}, "a\nb\nc", "\x1b[2;3H<kitty>"},
		{"kept", []Picture{kitty}, []Picture{kitty}, "a\nb\nc", ""},
		{"text under kitty's", []Picture{kitty}, []Picture{kitty}, "a\nB\nc", "\x1b[2;1HB"},
		{"text under sixels", []Picture{sixel}, []Picture{sixel}, "a\nB\nc", "\x1b[2;1HB\x1b[2;3H<sixel>"},
		{"text elsewhere", []Picture{sixel}, []Picture{sixel}, "A\nb\nc", "\x1b[1;1HA"},
		{"moved", []Picture{kitty}, []Picture{moved}, "a\nb\nc", "<no kitty>\x1b[2;4H<kitty>"},
		{"changed", []Picture{sixel}, []Picture{changed}, "a\nb\nc", "\x1b[2;1Hb\x1b[m\x1b[K\x1b[3;1Hc\x1b[m\x1b[K\x1b[2;3H<sixel>"},
		{"kitty's gone", []Picture{kitty}, nil, "a\nb\nc", "<no kitty>"},
		{"sixels gone", []Picture{sixel}, nil, "a\nb\nc", "\x1b[2;1Hb\x1b[m\x1b[K\x1b[3;1Hc\x1b[m\x1b[K"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, w := testScreen(3)
			s.draw(frame{view: "a\nb\nc", pictures: test.before})
			w.last = ""
			s.draw(frame{view: test.view, pictures: test.next})
			got := strings.TrimSuffix(strings.TrimPrefix(w.String(), beginFrame), "\x1b[1;1H"+endFrame)
			if got != test.want {
				t.Errorf("written %q, want %q", got, test.want)
			}
		})
	}
	s, w := testScreen(3)
	s.draw(frame{view: "a", pictures: []Picture{kitty, sixel}})
	s.leave()
	if want := "<no kitty>" + leaveCodes; w.String() != want {
		t.Errorf("at the end %q, want %q", w.String(), want)
	}
}

// BenchmarkFrame draws a frame of 80x24 in which three lines change a little.
func BenchmarkFrame(b *testing.B) {
	views := make([]string, 2)
	for i := range views {
		lines := make([]string, 24)
		for y := range lines {
			lines[y] = strings.Repeat("\x1b[38;2;90;90;90m│ 12 \x1b[0m", 13)
			if y%8 == 3 {
				lines[y] = fmt.Sprintf("\x1b[1m%d한글\x1b[0m", i) + lines[y][:len(lines[y])/2]
			}
		}
		views[i] = strings.Join(lines, "\n")
	}
	s, _ := testScreen(24)
	s.out = discard{}
	b.ReportAllocs()
	for i := range b.N {
		s.draw(frame{view: views[i%2]})
	}
	b.ReportMetric(float64(s.written)/float64(b.N), "bytes/frame")
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

func widthOf(text string) int {
	s := ptytest.NewScreen(40, 1)
	_, _ = s.Write([]byte(text))
	x, _ := s.Cursor()
	return x
}
