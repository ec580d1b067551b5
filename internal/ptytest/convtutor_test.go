//go:build unix

package ptytest_test

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"convtutor/internal/ptytest"
)

// TestTheProgramLeavesTheTerminalAsItWas runs the program itself, on a terminal
// that answers nothing, and ends it in several ways.
func TestTheProgramLeavesTheTerminalAsItWas(t *testing.T) {
	program := ptytest.Build(t, "../..")
	tests := []struct {
		name   string
		end    func(*ptytest.Program)
		status int
	}{
		{"q", func(p *ptytest.Program) { p.Type("q") }, 0},
		{"ctrl+c", func(p *ptytest.Program) { p.Type("\x03") }, 0},
		{"interrupt", func(p *ptytest.Program) { p.Signal(syscall.SIGINT) }, 130},
		{"terminated", func(p *ptytest.Program) { p.Signal(syscall.SIGTERM) }, 143},
		{"hangup", func(p *ptytest.Program) { p.Signal(syscall.SIGHUP) }, 129},
		{"quit", func(p *ptytest.Program) { p.Signal(syscall.SIGQUIT) }, 131},
	}
	best := time.Hour
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cmd := exec.Command(program, "--lang", "en")
			cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8")
			cmd.Env = append(cmd.Env, surroundings(t)...)
			p := ptytest.Start(t, cmd, 80, 24)
			best = min(best, p.WaitText("? help").Sub(p.Started()))
			test.end(p)
			if status := p.Wait(); status != test.status {
				t.Errorf("status %d, want %d", status, test.status)
			}
			p.CheckRestored()
		})
	}
	if best > 300*time.Millisecond {
		t.Errorf("the first frame takes %v", best)
	}
}

// TestTheProgramEndsWhenTheTerminalGoes: nothing may be left running.
func TestTheProgramEndsWhenTheTerminalGoes(t *testing.T) {
	env := surroundings(t)
	cmd := exec.Command(ptytest.Build(t, "../.."), "--lang", "en")
	cmd.Env = append(append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8"), env...)
	p := ptytest.Start(t, cmd, 80, 24)
	p.WaitText("? help")
	p.CloseTerminal()
	if status := p.Wait(); status != 129 {
		t.Errorf("status %d, want 129", status)
	}
	if strays, _ := filepath.Glob("convtutor-crash*"); len(strays) > 0 {
		t.Errorf("left behind: %v", strays)
	}
}

// TestRandomKeysWhileTheWindowChanges presses keys of all kinds on all screens.
func TestRandomKeysWhileTheWindowChanges(t *testing.T) {
	keys := []string{
		"\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\r", "\t", "\x1b[Z", " ", "\x7f",
		"a", "e", "f", "g", "n", "p", "t", "?", "/", "+", "-", "0", "1", "7", "x", "=", ".", "ㄷ", "ㅎ", "가", "漢", "🙂", "\x1b",
		"\x1b[<0;20;12M\x1b[<0;20;12m", "\x1b[<64;10;10M", "\x1b[<65;10;10M", "\x1b[200~718x1278x6\x1b[201~", "\x0c", "\x01",
	}
	random := rand.New(rand.NewPCG(7, 11))
	program := ptytest.Build(t, "../..")
	env := surroundings(t)
	for range 6 {
		cmd := exec.Command(program, "--lang", []string{"ko", "en"}[random.IntN(2)])
		cmd.Env = append(append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8"), env...)
		p := ptytest.Start(t, cmd, 80, 24)
		p.WaitOutput("\x1b[?2026l")
		for range 400 {
			if random.IntN(20) == 0 {
				p.Resize(40+random.IntN(120), 10+random.IntN(50))
			}
			p.Type(keys[random.IntN(len(keys))])
		}
		if !p.Ended() { // Esc on the first screen may have ended it already
			p.Type("\x1b[201~\x03")
			p.WaitEnd()
		}
		if status := p.Wait(); status != 0 {
			t.Errorf("status %d; the screen is:\n%s", status, p.Text())
		}
		p.CheckRestored()
	}
}
