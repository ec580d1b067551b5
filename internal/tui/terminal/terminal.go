package terminal

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Options say how a program runs. The zero value is right for most.
type Options struct {
	// In and Out are the terminal, standard input and output if nil.
	In, Out *os.File
	// NoMouse leaves the mouse to the terminal.
	NoMouse bool
	// Ask sends these questions once the first frame is shown (Capabilities.Ask
	// says which make sense). Answers become messages; nothing waits for them.
	Ask Questions
	// CrashFile is where the details of a failure are written, "" for nowhere.
	CrashFile string
	// Grace is how long the model may take for an EndingMsg, 300 ms if zero.
	Grace time.Duration
	// Exit is called, with the terminal restored, when the program must end but
	// Update does not return. It must not return; nil prints the error and
	// leaves with ExitCode.
	Exit func(error)
}

const (
	defaultGrace  = 300 * time.Millisecond
	defaultWidth  = 80
	defaultHeight = 24
)

// Terminal runs one program. The zero value is not usable: see Open.
type Terminal struct {
	options Options
	device  device
	screen  *screen
	tea     *tea.Program

	once     sync.Once     // the first reason to end counts
	reason   atomic.Value  // an ended
	finished chan struct{} // the loop is over
	hurry    chan struct{} // a second signal: end now
	suspends chan struct{} // a wish to be suspended

	resizing atomic.Bool // a resizeMsg is under way
	answers  answers
}

// ended is why the program ends.
type ended struct{ err error }

// Open takes a terminal, without doing anything to it yet. It fails with
// ErrNotATerminal if input or output is none.
func Open(o Options) (*Terminal, error) {
	if o.In == nil {
		o.In = os.Stdin
	}
	if o.Out == nil {
		o.Out = os.Stdout
	}
	d, err := openStdio(o.In, o.Out)
	if err != nil {
		return nil, err
	}
	return newTerminal(d, o), nil
}

// Run opens a terminal and runs model on it.
func Run(ctx context.Context, model tea.Model, o Options) error {
	t, err := Open(o)
	if err != nil {
		return err
	}
	return t.Run(ctx, model)
}

func newTerminal(d device, o Options) *Terminal {
	if o.Grace == 0 {
		o.Grace = defaultGrace
	}
	if o.Exit == nil {
		o.Exit = exitWithMessage
	}
	s := newScreen(d)
	s.mouse = !o.NoMouse
	return &Terminal{
		options: o, device: d, screen: s,
		finished: make(chan struct{}), hurry: make(chan struct{}, 1),
		suspends: make(chan struct{}, 1), answers: newAnswers(),
	}
}

// Run runs model until it quits (nil), the context is done, or something ends it:
// a SignalError, ErrInputClosed or a PanicError. The model's View must give
// lines of text with SGR codes, as many as the window is high and none wider;
// it may also be Pictured and Cursored. When Run returns the terminal is as it
// was before. A Terminal runs once.
func (t *Terminal) Run(ctx context.Context, model tea.Model) error {
	p := &program{model: model, terminal: t, screen: t.screen}
	t.tea = tea.NewProgram(p,
		tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer(),
		tea.WithoutSignalHandler(), tea.WithoutCatchPanics(), tea.WithFilter(t.filter))
	stop := t.watchSignals()
	defer stop()
	if err := t.device.raw(); err != nil {
		return err
	}
	t.screen.enter()
	defer t.restore()
	t.Go(t.pump)

	var err error
	func() {
		defer t.catch()
		_, err = t.tea.Run()
	}()
	t.answers.await()
	close(t.finished)
	return t.outcome(ctx, err)
}

// outcome is what Run returns.
func (t *Terminal) outcome(ctx context.Context, err error) error {
	if end, ok := t.reason.Load().(ended); ok {
		return end.err
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if errors.Is(err, tea.ErrInterrupted) { // the model said tea.Interrupt
		return SignalError{Number: 2, Name: "interrupt"}
	}
	return err
}

// filter keeps from Bubble Tea what it would do to a terminal it does not own.
func (t *Terminal) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		t.suspendSoon()
		return nil
	}
	return msg
}

// end ends the program, from any goroutine. The model is told first if it still
// can be, and if it does not let go in time the program ends without it.
func (t *Terminal) end(reason error, tell bool) {
	t.once.Do(func() {
		var failure *PanicError
		if errors.As(reason, &failure) {
			failure.save(t.options.CrashFile)
		}
		t.reason.Store(ended{reason})
		if tell {
			t.Go(func() { t.tea.Send(endingMsg{reason}) })
		} else {
			t.tea.Kill()
		}
		go func() {
			select {
			case <-t.finished:
				return
			case <-t.hurry:
			case <-time.After(t.options.Grace):
			}
			t.restore()
			t.options.Exit(reason)
		}()
	})
}

// failed ends the program because of a panic. Its value and stack go to a file,
// not over the screen. tell says whether the model is sound enough to be told.
func (t *Terminal) failed(value any, tell bool) {
	t.end(&PanicError{Value: value, Stack: debug.Stack()}, tell)
}

// restore gives the terminal back; again does nothing.
func (t *Terminal) restore() {
	within(2*unlockWithin, t.screen.leave) // a terminal that takes no more
	_ = t.device.cooked()                  // a terminal that is gone needs nothing
}

// size is the window's, or the usual one for a terminal that does not tell.
func (t *Terminal) size() (w, h int) {
	w, h, ok := t.device.size()
	if !ok {
		return defaultWidth, defaultHeight
	}
	return w, h
}

// sizeChanged tells the loop to look at the size, at most once at a time.
func (t *Terminal) sizeChanged() {
	if t.resizing.CompareAndSwap(false, true) {
		t.Go(func() {
			t.tea.Send(resizeMsg{})
		})
	}
}

// suspendSoon asks for suspension.
func (t *Terminal) suspendSoon() {
	select {
	case t.suspends <- struct{}{}:
	default:
	}
}
