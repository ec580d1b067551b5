package terminal

import (
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// fakeDevice is a terminal in memory.
type fakeDevice struct {
	mu      sync.Mutex
	reads   chan string // what Read gives, one piece at a time; closed: the end
	output  []string    // one for each write
	rawNow  bool
	changed chan struct{}
}

func newFakeDevice() *fakeDevice {
	return &fakeDevice{reads: make(chan string, 1<<10), changed: make(chan struct{}, 1<<16)}
}

func (d *fakeDevice) Read(p []byte) (int, error) {
	text, ok := <-d.reads
	if !ok {
		return 0, io.EOF
	}
	return copy(p, text), nil
}

func (d *fakeDevice) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.output = append(d.output, string(p))
	d.changed <- struct{}{}
	return len(p), nil
}

func (d *fakeDevice) raw() error                { d.rawNow = true; return nil }
func (d *fakeDevice) cooked() error             { d.rawNow = false; return nil }
func (d *fakeDevice) size() (w, h int, ok bool) { return 20, 2, true }

func (d *fakeDevice) written() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]string(nil), d.output...)
}

// await waits until a write has a text in it.
func (d *fakeDevice) await(t *testing.T, text string) {
	t.Helper()
	late := time.After(10 * time.Second)
	for !strings.Contains(strings.Join(d.written(), ""), text) {
		select {
		case <-d.changed:
		case <-late:
			t.Fatalf("%q was not written, but %q", text, d.written())
		}
	}
}

// counter counts keys and shows them; it can be made to do other things.
type counter struct {
	keys int
	do   func(c counter, msg tea.Msg) tea.Cmd
	view func(keys int)
}

func (c counter) Init() tea.Cmd { return nil }
func (c counter) View() string {
	if c.view != nil {
		c.view(c.keys)
	}
	return "n" + strconv.Itoa(c.keys) + ".\n"
}

func (c counter) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyMsg); ok {
		c.keys++
		if key.String() == "q" {
			return c, tea.Quit
		}
	}
	if c.do != nil {
		return c, c.do(c, msg)
	}
	return c, nil
}

// runFake runs a model on a terminal in memory.
func runFake(ctx context.Context, model tea.Model, o Options) (*fakeDevice, *Terminal, chan error) {
	d := newFakeDevice()
	t := newTerminal(d, o)
	result := make(chan error, 1)
	go func() { result <- t.Run(ctx, model) }()
	return d, t, result
}

func wait(t *testing.T, result chan error) error {
	t.Helper()
	select {
	case err := <-result:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("it does not end")
		return nil
	}
}

func TestFloodShowsItsEnd(t *testing.T) {
	const reads, each = 200, 1000
	shown := make(chan struct{}, 1)
	d, _, result := runFake(context.Background(), counter{view: func(keys int) {
		if keys == reads*each {
			shown <- struct{}{}
		}
	}}, Options{})
	for range reads {
		d.reads <- strings.Repeat("x", each)
	}
	<-shown
	frames := len(d.written())
	if frames > 2000 {
		t.Errorf("%d frames for %d keys", frames, reads*each)
	}
	d.reads <- "q"
	if err := wait(t, result); err != nil {
		t.Error(err)
	}
	if d.rawNow {
		t.Error("still raw")
	}
}

func TestMessagesThatChangeNothingWriteNothing(t *testing.T) {
	seen := make(chan struct{}, 1)
	d, _, result := runFake(context.Background(), counter{do: func(_ counter, msg tea.Msg) tea.Cmd {
		if _, ok := msg.(tea.MouseMsg); ok {
			seen <- struct{}{}
		}
		return nil
	}}, Options{})
	d.await(t, "n0.")
	for range 50 {
		d.reads <- "\x1b[<35;1;1M"
		<-seen
	}
	if n := len(d.written()); n != 1 {
		t.Errorf("%d writes, want the first frame alone", n)
	}
	d.reads <- "q"
	_ = wait(t, result)
}

func TestContextEndsIt(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	d, _, result := runFake(ctx, counter{}, Options{})
	d.await(t, "n0.")
	cancel()
	if err := wait(t, result); !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
	if last := d.written(); last[len(last)-1] != leaveCodes {
		t.Errorf("the last write is %q", last[len(last)-1])
	}
}

func TestKeysBeforeTheEndOfInputCount(t *testing.T) {
	var keys int
	d, _, result := runFake(context.Background(), counter{do: func(c counter, msg tea.Msg) tea.Cmd {
		if _, ok := msg.(EndingMsg); ok {
			keys = c.keys
		}
		return nil
	}}, Options{})
	d.reads <- strings.Repeat("x", 3000)
	close(d.reads)
	if err := wait(t, result); !errors.Is(err, ErrInputClosed) {
		t.Errorf("ended with %v", err)
	}
	if keys != 3000 {
		t.Errorf("%d keys before the end, want 3000", keys)
	}
}

func TestCommandsOfTheEndAreRun(t *testing.T) {
	saved := false
	d, terminal, result := runFake(context.Background(), counter{do: func(_ counter, msg tea.Msg) tea.Cmd {
		if _, ok := msg.(EndingMsg); ok {
			return func() tea.Msg { saved = true; return nil }
		}
		return nil
	}}, Options{})
	d.await(t, "n0.")
	reason := SignalError{15, "terminated"}
	terminal.end(reason, true)
	if err := wait(t, result); !errors.Is(err, reason) || ExitCode(err) != 143 {
		t.Errorf("ended with %v", err)
	}
	if !saved {
		t.Error("the command did not run")
	}
}

func TestAModelThatDoesNotLetGoIsLeft(t *testing.T) {
	exited := make(chan error, 1)
	forever := make(chan struct{})
	defer close(forever)
	d, terminal, _ := runFake(context.Background(), counter{do: func(_ counter, msg tea.Msg) tea.Cmd {
		if _, ok := msg.(EndingMsg); ok {
			<-forever
		}
		return nil
	}}, Options{Grace: 10 * time.Millisecond, Exit: func(err error) { exited <- err }})
	d.await(t, "n0.")
	terminal.end(SignalError{2, "interrupt"}, true)
	if err := wait(t, exited); ExitCode(err) != 130 {
		t.Errorf("left with %v", err)
	}
	if last := d.written(); last[len(last)-1] != leaveCodes {
		t.Errorf("the last write is %q", last[len(last)-1])
	}
}

func TestPanicsBecomeErrors(t *testing.T) {
	boom := func() tea.Msg { panic("boom") }
	cmds := map[string]tea.Cmd{
		"command":           boom,
		"batch":             tea.Batch(boom, func() tea.Msg { return nil }),
		"sequence":          tea.Sequence(func() tea.Msg { return nil }, boom),
		"batch in sequence": tea.Sequence(func() tea.Msg { return nil }, tea.Batch(boom, boom)),
		"sequence in batch": tea.Batch(tea.Sequence(boom, boom), func() tea.Msg { return nil }),
	}
	for name, cmd := range cmds {
		t.Run(name, func(t *testing.T) {
			file := t.TempDir() + "/crash"
			d, _, result := runFake(context.Background(), counter{do: func(_ counter, msg tea.Msg) tea.Cmd {
				if _, ok := msg.(tea.KeyMsg); ok {
					return cmd
				}
				return nil
			}}, Options{CrashFile: file})
			d.reads <- "x"
			var failure *PanicError
			if err := wait(t, result); !errors.As(err, &failure) || failure.Value != "boom" || failure.File != file {
				t.Fatalf("ended with %v", err)
			}
			if text, _ := os.ReadFile(file); !strings.Contains(string(text), "boom") {
				t.Errorf("the details are %q", text)
			}
			if !strings.Contains(failure.Hint(), file) || d.rawNow {
				t.Errorf("hint %q, raw %v", failure.Hint(), d.rawNow)
			}
		})
	}
}

func TestExitCode(t *testing.T) {
	for _, test := range []struct {
		err  error
		want int
	}{
		{nil, 0},
		{errors.New("x"), 1},
		{&PanicError{Value: 1}, 1},
		{SignalError{2, "interrupt"}, 130},
		{ErrInputClosed, 129},
		{context.Canceled, 1},
	} {
		if got := ExitCode(test.err); got != test.want {
			t.Errorf("%v: %d, want %d", test.err, got, test.want)
		}
	}
}
