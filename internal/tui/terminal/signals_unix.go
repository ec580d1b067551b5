//go:build unix

package terminal

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

var watched = []os.Signal{
	syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT,
	syscall.SIGWINCH, syscall.SIGTSTP, syscall.SIGCONT,
}

// canSuspend says that Ctrl+Z suspends instead of being a key.
const canSuspend = true

// stopWithin bounds the wait for the signal that continues the program.
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
//
// The group is stopped with SIGSTOP: Go keeps a handler for SIGTSTP once it was
// watched, so that the default of that signal cannot be had again. Unlike it
// SIGSTOP also stops programs that no shell could continue, hence stoppable.
func (t *Terminal) suspend() {
	if !stoppable() {
		return
	}
	t.restore()
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	defer signal.Stop(continued)
	if syscall.Kill(0, syscall.SIGSTOP) == nil {
		select {
		case <-continued:
		case <-time.After(stopWithin): // it was continued before this was watched
		}
	}
	t.resume()
}

// stoppable reports whether there is a shell that could continue this program:
// then the program's process group is not that of the session's leader.
func stoppable() bool {
	session, err := unix.Getsid(0)
	return err == nil && unix.Getpgrp() != session
}

// watchSize has nothing to do where changes of size are signalled.
func (*Terminal) watchSize(<-chan struct{}) {}
