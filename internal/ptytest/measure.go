//go:build unix

package ptytest

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"
)

// Subject is a program to be measured.
type Subject struct {
	Name    string
	Program string
	Args    []string
	Env     []string // added to the environment
	Ready   string   // text that the first frame has
	Press   []string // keys that change the screen, pressed in turns
	Quit    string   // keys that end it
}

// Cols and Rows are the size of the terminal in measurements.
const (
	Cols = 100
	Rows = 30
)

// Answers are what most terminals answer at once: a program that asks and waits
// is not punished for it.
var Answers = map[string]string{
	"\x1b]11;?": "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
	"\x1b[6n":   "\x1b[1;1R",
	"\x1b[c":    "\x1b[?62;22c",
}

// Run starts a subject on a terminal that answers.
func (s Subject) Run(tb testing.TB) *Program {
	tb.Helper()
	cmd := exec.Command(s.Program, s.Args...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8")
	cmd.Env = append(cmd.Env, s.Env...)
	return start(tb, cmd, Cols, Rows, Answers)
}

// End quits a subject.
func (s Subject) End(p *Program) {
	p.tb.Helper()
	p.Type(s.Quit)
	p.Wait()
	p.kill()
}

// Start measures once how long it takes from the start to the first frame.
func (s Subject) Start(tb testing.TB) time.Duration {
	tb.Helper()
	p := s.Run(tb)
	ready := p.WaitText(s.Ready)
	s.End(p)
	return ready.Sub(p.started)
}

// Keys measures how long it takes from a key to the changed screen. Between two
// keys passes a random time, so that no program's ticker is met in step.
func (s Subject) Keys(tb testing.TB, n int) []time.Duration {
	tb.Helper()
	p := s.Run(tb)
	p.WaitText(s.Ready)
	random := rand.New(rand.NewPCG(1, 2))
	delays := make([]time.Duration, n)
	for i := range delays {
		<-time.After(5*time.Millisecond + time.Duration(random.IntN(20_000))*time.Microsecond)
		before := p.Text()
		begin := time.Now()
		p.Type(s.Press[i%len(s.Press)])
		changed := p.WaitFor("a change", func(screen *Screen) bool { return screen.Text() != before })
		delays[i] = changed.Sub(begin)
	}
	s.End(p)
	return delays
}

// Idle measures the share of one processor that is used while nothing happens.
func (s Subject) Idle(tb testing.TB, during time.Duration) float64 {
	tb.Helper()
	p := s.Run(tb)
	p.WaitText(s.Ready)
	<-time.After(during / 4) // what follows the start is not idle
	before, begin := p.CPU(), time.Now()
	<-time.After(during)
	share := float64(p.CPU()-before) / float64(time.Since(begin))
	s.End(p)
	return share
}

// Quantile gives the value below which the share q of all lies.
func Quantile(durations []time.Duration, q float64) time.Duration {
	sorted := slices.Sorted(slices.Values(durations))
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}

// Milliseconds is a duration as a number for testing.B's metrics.
func Milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
