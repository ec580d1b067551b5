package terminal

import (
	"os"
	"os/signal"
)

// watchSignals takes the signals that end, suspend or resize a program until
// stop is called.
func (t *Terminal) watchSignals() (stop func()) {
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, watched...)
	over := make(chan struct{})
	t.Go(func() {
		t.watchSize(over)
		for {
			select {
			case <-over:
				return
			case s := <-signals:
				t.handle(s)
			case <-t.suspends:
				t.suspend()
			}
		}
	})
	return func() {
		signal.Stop(signals)
		close(over)
	}
}

// handle does what a signal asks for.
func (t *Terminal) handle(s os.Signal) {
	switch meaningOf(s) {
	case meansResize:
		t.sizeChanged()
	case meansSuspend:
		t.suspendSoon()
	case meansContinue:
		t.resume()
	case meansEnd:
		t.endBySignal(signalError(s))
	}
}

// endBySignal ends the program; the second time without waiting for it. A
// hang-up does not count: it comes twice, and together with the end of input.
func (t *Terminal) endBySignal(reason SignalError) {
	if t.reason.Load() != nil && ExitCode(reason) != exitHangup {
		select {
		case t.hurry <- struct{}{}:
		default:
		}
	}
	t.end(reason, true)
}

// resume takes the terminal again and shows everything anew.
func (t *Terminal) resume() {
	if t.reason.Load() != nil {
		return
	}
	_ = t.device.raw() // without raw mode the program is still usable
	t.screen.enter()
	t.Go(func() { t.tea.Send(redrawMsg{}) })
}

// meaning is what a signal asks for.
type meaning int

const (
	meansEnd meaning = iota
	meansResize
	meansSuspend
	meansContinue
)
