//go:build unix

package terminal

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

var watched = []os.Signal{
	syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT,
	syscall.SIGWINCH, syscall.SIGTSTP, syscall.SIGCONT,
}

// canSuspend says that Ctrl+Z suspends instead of being a key.
const canSuspend = true

// stopWithin bounds the wait for a stop that does not come: the kernel does not
// stop a program whose shell could not continue it.
const stopWithin = 200 * time.Millisecond

func meaningOf(s os.Signal) meaning {
	switch s {
	case syscall.SIGWINCH:
		return meansResize
	case syscall.SIGTSTP:
		return meansSuspend
	case syscall.SIGCONT:
		return meansContinue
	}
	return meansEnd
}

func signalError(s os.Signal) SignalError {
	number, _ := s.(syscall.Signal)
	return SignalError{Number: int(number), Name: s.String()}
}

// suspend gives the terminal back, stops the process group, as the shell's own
// Ctrl+Z would, and takes the terminal again when it is continued.
func (t *Terminal) suspend(signals chan os.Signal) {
	t.restore()
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	signal.Reset(syscall.SIGTSTP)
	_ = syscall.Kill(0, syscall.SIGTSTP)
	select {
	case <-continued:
	case <-time.After(stopWithin):
	}
	signal.Stop(continued)
	signal.Notify(signals, syscall.SIGTSTP)
	t.resume()
}

// watchSize has nothing to do where changes of size are signalled.
func (*Terminal) watchSize(<-chan struct{}) {}
