//go:build unix

package ptytest_test

import (
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
