//go:build unix

package terminal_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"convtutor/internal/ptytest"
)

// demo builds the program that these tests drive, once.
var demo = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "terminal-demo")
	if err != nil {
		return "", err
	}
	program := filepath.Join(dir, "demo")
	cmd := exec.Command("go", "build", "-o", program, "../../ptytest/testdata/demo")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	return program, cmd.Run()
})

func TestMain(m *testing.M) {
	code := m.Run()
	if program, err := demo(); err == nil {
		_ = os.RemoveAll(filepath.Dir(program))
	}
	os.Exit(code)
}

// start runs the demo in a mode and waits for its first frame.
func start(t *testing.T, mode string, env ...string) *ptytest.Program {
	t.Helper()
	p := startOnly(t, mode, env...)
	p.WaitText("keys 0.")
	return p
}

func startOnly(t *testing.T, mode string, env ...string) *ptytest.Program {
	t.Helper()
	program, err := demo()
	if err != nil {
		t.Fatalf("build the demo: %v", err)
	}
	cmd := exec.Command(program, mode)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8")
	cmd.Env = append(cmd.Env, env...)
	return ptytest.Start(t, cmd, 80, 24)
}

func TestQuitRestores(t *testing.T) {
	p := start(t, "")
	if !p.Raw() {
		t.Error("not in raw mode while it runs")
	}
	p.Type("q")
	if status := p.Wait(); status != 0 {
		t.Errorf("status %d, want 0", status)
	}
	p.CheckRestored()
}

// leaving is what gives the terminal back, byte for byte.
const leaving = "\x1b[?2026l\x1b[?1006l\x1b[?1002l\x1b[?2004l\x1b[?7h\x1b[m\x1b[?25h\x1b[?1049l"

func TestEveryEndRestores(t *testing.T) {
	tests := []struct {
		name    string
		mode    string
		end     func(*ptytest.Program)
		status  int
		message string // after the screen is given back
	}{
		{"ctrl+c", "", func(p *ptytest.Program) { p.Type("\x03") }, 0, ""},
		{"interrupt", "", func(p *ptytest.Program) { p.Signal(syscall.SIGINT) }, 130, "interrupt"},
		{"terminated", "", func(p *ptytest.Program) { p.Signal(syscall.SIGTERM) }, 143, "terminated"},
		{"hangup", "", func(p *ptytest.Program) { p.Signal(syscall.SIGHUP) }, 129, "hangup"},
		{"quit", "", func(p *ptytest.Program) { p.Signal(syscall.SIGQUIT) }, 131, "quit"},
		{"panic in Init", "panic-init", func(*ptytest.Program) {}, 1, "demo failed in Init"},
		{"panic in Update", "panic-update", bang, 1, "demo failed in Update"},
		{"panic in View", "panic-view", bang, 1, "demo failed in View"},
		{"panic in a command", "panic-command", bang, 1, "demo failed in a command"},
		{"panic in a batch", "panic-batch", bang, 1, "demo failed in a command"},
		{"panic in a sequence", "panic-sequence", bang, 1, "demo failed in a command"},
		{"panic in a goroutine", "panic-goroutine", bang, 1, "demo failed in a goroutine"},
		{"blocked Update, terminated", "block", func(p *ptytest.Program) {
			p.Type("!")
			p.Signal(syscall.SIGTERM)
		}, 143, "terminated"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := startOnly(t, test.mode)
			if test.mode != "panic-init" {
				p.WaitText("keys 0.")
			}
			test.end(p)
			if status := p.Wait(); status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
			p.CheckRestored()
			out := string(p.Output())
			if test.mode == "panic-init" {
				if strings.Contains(out, "\x1b[?1049") {
					t.Error("the screen was switched although nothing was shown")
				}
			} else if strings.Count(out, leaving) != 1 {
				t.Errorf("the screen is given back %d times, want once", strings.Count(out, leaving))
			}
			_, after, _ := strings.Cut(out, leaving)
			if !strings.Contains(p.Text(), test.message) || strings.Contains(out, "goroutine 1") {
				t.Errorf("after the end: %q, want the message %q and no stack", after, test.message)
			}
		})
	}
}

func bang(p *ptytest.Program) { p.Type("!") }

// TestATerminalThatHangs is not written to any more: the program ends all the
// same.
func TestATerminalThatHangs(t *testing.T) {
	p := start(t, "flood")
	bang(p)
	p.WaitText("111111")
	goOn := p.Pause()
	begin := time.Now()
	p.Signal(syscall.SIGTERM)
	p.WaitEnd()
	if took := time.Since(begin); took > 2*time.Second {
		t.Errorf("it took %v to end", took)
	}
	goOn()
	if status := p.Wait(); status != 143 {
		t.Errorf("status %d, want 143", status)
	}
	if p.Raw() {
		t.Error("the settings are not restored")
	}
}

// TestCtrlCWhenNothingListens: the key counts as the signal when keys have not
// been taken for a second.
func TestCtrlCWhenNothingListens(t *testing.T) {
	p := start(t, "block")
	bang(p)
	for tries := 0; !p.Ended(); tries++ {
		if tries == 40 {
			t.Fatal("it does not end")
		}
		p.Type("\x03")
		<-time.After(100 * time.Millisecond)
	}
	if status := p.Wait(); status != 130 {
		t.Errorf("status %d, want 130", status)
	}
	p.CheckRestored()
}

func TestSavesWhenEnded(t *testing.T) {
	file := filepath.Join(t.TempDir(), "saved")
	p := start(t, "", "DEMO_SAVE="+file)
	p.Signal(syscall.SIGTERM)
	p.Wait()
	if saved, err := os.ReadFile(file); err != nil || !strings.Contains(string(saved), "terminated") {
		t.Errorf("saved %q, %v", saved, err)
	}
}

func TestInputClosedEnds(t *testing.T) {
	file := filepath.Join(t.TempDir(), "saved")
	p := start(t, "", "DEMO_SAVE="+file)
	p.CloseTerminal()
	if status := p.Wait(); status != 129 {
		t.Errorf("status %d, want 129", status)
	}
	if _, err := os.ReadFile(file); err != nil {
		t.Errorf("the model could not save: %v", err)
	}
}

func TestCrashDetailsGoToFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "crash.txt")
	p := start(t, "panic-update", "DEMO_CRASH="+file)
	bang(p)
	p.Wait()
	if text, err := os.ReadFile(file); err != nil || !strings.Contains(string(text), "misbehave") {
		t.Errorf("details %q, %v; want the place of the panic", text, err)
	}
}

func TestResizeRedrawsAll(t *testing.T) {
	p := start(t, "")
	for _, size := range [][2]int{{100, 30}, {60, 20}, {80, 24}} {
		p.Resize(size[0], size[1])
		p.WaitFor("the last line", func(s *ptytest.Screen) bool {
			return strings.HasPrefix(s.Line(2), "size "+strconv.Itoa(size[0])+"x"+strconv.Itoa(size[1])) &&
				s.Line(size[1]-1) == strconv.Itoa(size[1]-1)
		})
	}
}

func TestQuitIsImmediate(t *testing.T) {
	p := start(t, "")
	p.Type("\x1b[?62;4c") // the questions are answered
	p.WaitText("graphics=2")
	begin := time.Now()
	p.Type("q")
	p.WaitOutput(leaving)
	if took := time.Since(begin); took > 200*time.Millisecond {
		t.Errorf("leaving took %v", took)
	}
	p.Wait()
}
