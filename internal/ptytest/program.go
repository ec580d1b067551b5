//go:build unix

// Package ptytest runs real programs on a real pseudo-terminal, for tests and
// measurements. Its one rule: nothing sleeps; what is expected is waited for, up
// to a deadline.
package ptytest

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
)

// Deadline is how long anything is waited for.
const Deadline = 30 * time.Second

func itoa(n int) string { return strconv.Itoa(n) }

// Program is a program that runs on a pseudo-terminal.
type Program struct {
	tb       testing.TB
	cmd      *exec.Cmd
	master   *os.File
	slave    *os.File
	first    *term.State
	before   string
	started  time.Time
	exited   chan struct{}
	mu       sync.Mutex
	paused   sync.Mutex
	changed  chan struct{} // closed and replaced whenever output came
	output   []byte
	lastRead time.Time
	screen   *Screen
	closed   bool
	answers  map[string]string
}

// Start starts cmd on a new terminal of the given size. It is killed when the
// test ends.
func Start(tb testing.TB, cmd *exec.Cmd, cols, rows int) *Program {
	tb.Helper()
	return start(tb, cmd, cols, rows, nil)
}

// start is Start on a terminal that answers what it is asked.
func start(tb testing.TB, cmd *exec.Cmd, cols, rows int, answers map[string]string) *Program {
	tb.Helper()
	master, slave, err := openTerminal()
	if err != nil {
		tb.Fatalf("open a pseudo-terminal: %v", err)
	}
	if err := setSize(master, cols, rows); err != nil {
		tb.Fatalf("set the size: %v", err)
	}
	p := &Program{
		tb: tb, cmd: cmd, master: master, slave: slave, screen: NewScreen(cols, rows),
		exited: make(chan struct{}), changed: make(chan struct{}), answers: maps.Clone(answers),
	}
	p.first, p.before = p.state(), p.Settings()
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	p.started = time.Now()
	if err := cmd.Start(); err != nil {
		tb.Fatalf("start %s: %v", cmd.Path, err)
	}
	go p.read()
	go func() {
		defer close(p.exited)
		_ = cmd.Wait() // the state is looked at by Wait
	}()
	tb.Cleanup(p.kill)
	return p
}

func (p *Program) kill() {
	_ = p.cmd.Process.Kill() // may have ended
	<-p.exited
	_ = p.slave.Close()
	p.CloseTerminal()
}

func (p *Program) read() {
	buf := make([]byte, 64<<10)
	for {
		p.paused.Lock()   // held by Pause; a read that has begun still counts
		p.paused.Unlock() //nolint:staticcheck // nothing is guarded: this waits
		n, err := p.master.Read(buf)
		p.mu.Lock()
		p.lastRead = time.Now()
		p.output = append(p.output, buf[:n]...)
		_, _ = p.screen.Write(buf[:n]) // never fails
		p.answer()
		close(p.changed)
		p.changed = make(chan struct{})
		p.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// answer answers each question the first time it is asked, in the order asked.
func (p *Program) answer() {
	for {
		first, next := len(p.output), ""
		for question := range p.answers {
			if at := bytes.Index(p.output, []byte(question)); at >= 0 && at < first {
				first, next = at, question
			}
		}
		if next == "" {
			return
		}
		_, _ = p.master.WriteString(p.answers[next]) // it may have ended meanwhile
		delete(p.answers, next)
	}
}

// Type sends keys.
func (p *Program) Type(keys string) {
	p.tb.Helper()
	if _, err := p.master.WriteString(keys); err != nil {
		p.tb.Fatalf("type: %v", err)
	}
}

// TypeBytewise sends keys a byte at a time, each when the program has read the
// one before.
func (p *Program) TypeBytewise(keys string) {
	p.tb.Helper()
	deadline := time.Now().Add(Deadline)
	for i := range len(keys) {
		p.Type(keys[i : i+1])
		for p.unread() > 0 {
			if time.Now().After(deadline) {
				p.tb.Fatalf("the program does not read; the screen is:\n%s", p.Text())
			}
			runtime.Gosched()
		}
	}
}

// unread gives how many bytes the program has not read yet.
func (p *Program) unread() int {
	p.tb.Helper()
	n, err := unreadBytes(p.slave)
	if err != nil {
		p.tb.Skipf("unread input: %v", err)
	}
	return n
}

// Resize changes the terminal's size.
func (p *Program) Resize(cols, rows int) {
	p.tb.Helper()
	p.mu.Lock()
	p.screen.Resize(cols, rows)
	p.mu.Unlock()
	if err := setSize(p.master, cols, rows); err != nil {
		p.tb.Fatalf("resize: %v", err)
	}
}

// Signal sends a signal to the program.
func (p *Program) Signal(s os.Signal) {
	p.tb.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.tb.Fatalf("signal: %v", err)
	}
}

// WaitFor waits until the screen is as wanted and returns when the output that
// made it so was read.
func (p *Program) WaitFor(what string, wanted func(*Screen) bool) time.Time {
	p.tb.Helper()
	return p.wait(what, func() bool { return wanted(p.screen) })
}

// WaitText waits until text is on the screen.
func (p *Program) WaitText(text string) time.Time {
	p.tb.Helper()
	return p.WaitFor(fmt.Sprintf("%q", text), func(s *Screen) bool {
		return bytes.Contains([]byte(s.Text()), []byte(text))
	})
}

// WaitOutput waits until bytes were written, and gives all that was written.
func (p *Program) WaitOutput(text string) []byte {
	p.tb.Helper()
	p.wait(fmt.Sprintf("the bytes %q", text), func() bool { return bytes.Contains(p.output, []byte(text)) })
	return p.Output()
}

func (p *Program) wait(what string, wanted func() bool) time.Time {
	p.tb.Helper()
	deadline := time.After(Deadline)
	for {
		p.mu.Lock()
		ok, at, changed := wanted(), p.lastRead, p.changed
		p.mu.Unlock()
		if ok {
			return at
		}
		select {
		case <-changed:
		case <-deadline:
			p.tb.Fatalf("%s did not come; the screen is:\n%s", what, p.Text())
		}
	}
}

// Text gives the screen's text.
func (p *Program) Text() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.screen.Text()
}

// Output gives all that was written.
func (p *Program) Output() []byte {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]byte(nil), p.output...)
}

// Written gives how many bytes were written.
func (p *Program) Written() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.output)
}

// Started gives the moment just before the program was started.
func (p *Program) Started() time.Time { return p.started }

// CPU gives the processor time that the program has used.
func (p *Program) CPU() time.Duration {
	p.tb.Helper()
	d, err := cpuTime(p.cmd.Process.Pid)
	if err != nil {
		p.tb.Skipf("processor time: %v", err)
	}
	return d
}

// CloseTerminal hangs up: the program's input ends.
func (p *Program) CloseTerminal() {
	if !p.closed {
		p.closed = true
		_ = p.master.Close() // the end of it is the point
	}
}

// ended is written by the test itself: what stands before it came from the
// program.
const endMark = "\x1b_end\x1b\\"

// Pause stops reading what the program writes, as a terminal that hangs, and
// returns when the program cannot write any more. continued lets it go on.
func (p *Program) Pause() (continued func()) {
	p.tb.Helper()
	p.paused.Lock()
	deadline := time.Now().Add(Deadline)
	used := time.Duration(-1)
	for now := p.CPU(); now != used; now = p.CPU() { // until it does nothing
		if time.Now().After(deadline) {
			p.tb.Fatal("the program goes on although nothing is read")
		}
		used = now
		<-time.After(100 * time.Millisecond)
	}
	return p.paused.Unlock
}

// Ended reports whether the program has ended.
func (p *Program) Ended() bool {
	select {
	case <-p.exited:
		return true
	default:
		return false
	}
}

// WaitEnd waits for the program's end alone.
func (p *Program) WaitEnd() {
	p.tb.Helper()
	select {
	case <-p.exited:
	case <-time.After(Deadline):
		p.tb.Fatalf("the program did not end; the screen is:\n%s", p.Text())
	}
}

// Wait waits for the program's end and for all of its output, and gives its
// status: the exit code, or 128 and the number of the signal that killed it.
func (p *Program) Wait() int {
	p.tb.Helper()
	p.WaitEnd()
	if !p.closed {
		if _, err := p.slave.WriteString(endMark); err != nil {
			p.tb.Fatalf("end mark: %v", err)
		}
		p.WaitOutput(endMark)
	}
	status, _ := p.cmd.ProcessState.Sys().(syscall.WaitStatus)
	if status.Signaled() {
		return 128 + int(status.Signal())
	}
	return status.ExitStatus()
}

// Settings describes the terminal's settings (termios).
func (p *Program) Settings() string {
	p.tb.Helper()
	return fmt.Sprintf("%+v", *p.state())
}

func (p *Program) state() *term.State {
	p.tb.Helper()
	state, err := term.GetState(p.slave.Fd())
	if err != nil {
		p.tb.Fatalf("the terminal's settings: %v", err)
	}
	return state
}

// Raw reports whether the settings are other ones than at the start.
func (p *Program) Raw() bool { return p.Settings() != p.before }

// Spoil does to the terminal what a shell does: the settings are as at the
// start, and the screen is empty.
func (p *Program) Spoil() {
	p.tb.Helper()
	if err := term.Restore(p.slave.Fd(), p.first); err != nil {
		p.tb.Fatalf("restore: %v", err)
	}
	if _, err := p.slave.WriteString("\x1b[2J"); err != nil {
		p.tb.Fatalf("clear: %v", err)
	}
}

// CheckRestored fails the test if the terminal is not as it was at the start.
func (p *Program) CheckRestored() {
	p.tb.Helper()
	if now := p.Settings(); now != p.before {
		p.tb.Errorf("the settings are not restored:\nbefore %s\nnow    %s", p.before, now)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if on := p.screen.ModesOn(); len(on) > 0 {
		p.tb.Errorf("modes are not restored: %v", on)
	}
}
