//go:build unix

package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	"convtutor/internal/ptytest"
)

// build gives the real program, as it is released.
func build(t *testing.T) string {
	t.Helper()
	return ptytest.Build(t, filepath.Join("..", ".."))
}

// home is where one learner's files are.
type home struct {
	t       *testing.T
	program string
	folder  string
	env     []string
}

func newHome(t *testing.T, program string, env ...string) home {
	t.Helper()
	return home{t: t, program: program, folder: t.TempDir(), env: env}
}

// start runs the program on a terminal of 80x24 that answers no question.
func (h home) start(args ...string) *ptytest.Program {
	h.t.Helper()
	cmd := exec.Command(h.program, args...)
	cmd.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + h.folder, "TERM=xterm-256color", "LC_ALL=C.UTF-8",
	}, h.env...)
	return ptytest.Start(h.t, cmd, 80, 24)
}

// progress is what was kept of what the learner did.
func (h home) progress() string {
	h.t.Helper()
	files, err := filepath.Glob(filepath.Join(h.folder, "*", "*", "convtutor", "progress.json"))
	if err != nil || len(files) != 1 {
		h.t.Fatalf("progress files %q, %v", files, err)
	}
	text, err := os.ReadFile(files[0])
	if err != nil {
		h.t.Fatal(err)
	}
	return string(text)
}

func ends(t *testing.T, p *ptytest.Program, want int) {
	t.Helper()
	if status := p.Wait(); status != want {
		t.Errorf("status %d, want %d", status, want)
	}
	p.CheckRestored()
}

func TestProgramOnATerminal(t *testing.T) {
	program := build(t)
	t.Run("keys", func(t *testing.T) { testKeys(t, program) })
	t.Run("ends", func(t *testing.T) { testEnds(t, program) })
	t.Run("sizes", func(t *testing.T) { testSizes(t, program) })
	t.Run("Korean", func(t *testing.T) { testKorean(t, program) })
	t.Run("ASCII", func(t *testing.T) { testASCII(t, program) })
	t.Run("colours", func(t *testing.T) { testColours(t, program) })
	t.Run("dumb", func(t *testing.T) { testDumb(t, program) })
	t.Run("broken progress", func(t *testing.T) { testBrokenProgress(t, program) })
}

// testKeys goes from home into a lesson, answers, and finds it again the next
// time.
func testKeys(t *testing.T, program string) {
	h := newHome(t, program)
	p := h.start()
	p.WaitText("convtutor")
	if !p.Raw() {
		t.Error("not in raw mode")
	}
	p.Type("?")
	p.WaitText("Everywhere")
	p.Type("\x1b")
	p.WaitText("How a network sees")
	p.Type("/predict-second\r")
	p.WaitText("Your turn")
	p.Type("x3") // a shortcut's letter belongs to the field
	p.WaitText("▸ x3")
	p.Type("\x7f\x7f4\r")
	p.WaitText("4 ✓")
	p.Type("\x1b")
	p.WaitText("How a network sees")
	p.Type("q")
	ends(t, p, 0)
	if kept := h.progress(); !strings.Contains(kept, "predict-second") {
		t.Errorf("kept %s", kept)
	}
	p = h.start()
	p.WaitText("Your turn") // where one left
	p.Type("\x03")
	ends(t, p, 0)
}

func testEnds(t *testing.T, program string) {
	for signal, status := range map[syscall.Signal]int{
		syscall.SIGINT: 130, syscall.SIGTERM: 143, syscall.SIGHUP: 129, syscall.SIGQUIT: 131,
	} {
		t.Run(signal.String(), func(t *testing.T) {
			h := newHome(t, program)
			p := h.start("lesson", "cnn/conv#slide")
			p.WaitText("Row by row")
			p.Type(" ") // while it plays
			p.Signal(signal)
			ends(t, p, status)
			if kept := h.progress(); !strings.Contains(kept, `"slide"`) {
				t.Errorf("kept %s", kept)
			}
		})
	}
}

func testSizes(t *testing.T, program string) {
	p := newHome(t, program).start("lesson", "cnn/conv#product")
	p.WaitText("so far")
	for _, size := range [][2]int{{140, 40}, {100, 30}, {60, 20}, {59, 20}, {60, 19}, {20, 5}, {1, 1}, {80, 24}} {
		w, h := size[0], size[1]
		p.Resize(w, h)
		p.WaitFor("the frame of "+strconv.Itoa(w)+"x"+strconv.Itoa(h), func(s *ptytest.Screen) bool {
			switch {
			case w >= 60 && h >= 20:
				return strings.Contains(s.Line(0), "convtutor") && strings.Contains(s.Line(h-1), "?") &&
					strings.Count(s.Line(1), "─") == w && strings.Count(s.Line(h-2), "─") == w
			case w > 10:
				return strings.Contains(strings.Join(strings.Fields(s.Text()), ""), strconv.Itoa(w)+"×"+strconv.Itoa(h)) &&
					strings.Contains(strings.Join(strings.Fields(s.Text()), ""), "60×20")
			}
			return true
		})
	}
	p.Type("q")
	ends(t, p, 0)
}

func testKorean(t *testing.T, program string) {
	p := newHome(t, program, "LC_ALL=ko_KR.UTF-8").start()
	p.WaitText("합성곱")
	p.TypeBytewise("ㅎ") // g, a byte at a time
	p.WaitText("Convolution")
	p.TypeBytewise("ㅂ") // q
	ends(t, p, 0)
	p = newHome(t, program).start("--lang", "ko", "lesson", "cnn/conv#predict-second")
	p.WaitText("어떤 수가")
	p.TypeBytewise("한글")
	p.WaitText("▸ 한글")
	p.Type("\x03")
	ends(t, p, 0)
}

func testASCII(t *testing.T, program string) {
	for _, args := range [][]string{
		nil,
		{"lesson", "cnn/conv#product"},
		{"lesson", "cnn/conv#photo"},
		{"lesson", "cnn/conv#yours"},
		{"quiz", "--kind", "cell-value", "--seed", "7"},
		{"assignment"},
		{"lab", "photo"},
		{"--lang", "ko"},
	} {
		p := newHome(t, program, "LC_ALL=C").start(args...)
		p.WaitText("convtutor")
		p.Type("\x1b[C\x1b[C\t\x1bOP")
		p.Type("\x03")
		ends(t, p, 0)
		if i := bytes.IndexFunc(p.Output(), func(r rune) bool { return r >= utf8.RuneSelf }); i >= 0 {
			t.Errorf("%v: %q is not ASCII", args, p.Output()[i:min(i+20, len(p.Output()))])
		}
	}
}

// look is the parameters of a code that changes how text looks.
var look = regexp.MustCompile(`\x1b\[([0-9;]*)m`)

// coloured tells whether an output sets a colour.
func coloured(output []byte) bool {
	for _, match := range look.FindAllSubmatch(output, -1) {
		for _, param := range strings.Split(string(match[1]), ";") {
			if n, _ := strconv.Atoi(param); n >= 30 && n <= 49 || n >= 90 && n <= 107 {
				return true
			}
		}
	}
	return false
}

func testColours(t *testing.T, program string) {
	for _, test := range []struct {
		env  string
		want bool
	}{{"NO_COLOR=1", false}, {"NO_COLOR=", true}, {"COLORTERM=truecolor", true}} {
		p := newHome(t, program, test.env).start("lesson", "cnn/conv#product")
		p.WaitText("so far")
		p.Type("q")
		ends(t, p, 0)
		if got := coloured(p.Output()); got != test.want {
			t.Errorf("%s: coloured is %v", test.env, got)
		}
	}
}

func testDumb(t *testing.T, program string) {
	p := newHome(t, program, "TERM=dumb").start("lesson", "cnn/conv")
	p.WaitText("Part 1")
	if p.Raw() {
		t.Error("in raw mode")
	}
	p.Type("q\n")
	ends(t, p, 0)
	if written, _, _ := strings.Cut(string(p.Output()), "\x1b_end"); strings.ContainsRune(written, '\x1b') {
		t.Errorf("escape codes on a dumb terminal: %q", written)
	}
}

func testBrokenProgress(t *testing.T, program string) {
	h := newHome(t, program)
	p := h.start("lesson", "cnn/conv#slide")
	p.WaitText("Row by row")
	p.Type("q")
	ends(t, p, 0)
	files, _ := filepath.Glob(filepath.Join(h.folder, "*", "*", "convtutor", "progress.json"))
	if err := os.WriteFile(files[0], []byte("{broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	p = h.start()
	p.WaitText("broken")
	p.Type("q")
	ends(t, p, 0)
	if text, err := os.ReadFile(files[0] + ".broken-1"); err != nil || string(text) != "{broken" {
		t.Errorf("set aside: %q, %v", text, err)
	}
}
