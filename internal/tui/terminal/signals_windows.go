package terminal

import (
	"os"
	"syscall"
	"time"
)

// Windows sends SIGTERM when the console's window is closed or the user logs
// off.
var watched = []os.Signal{os.Interrupt, syscall.SIGTERM}

const canSuspend = false

// sizeInterval is how often the size is looked at: a console read as a stream of
// text does not tell when it changes.
const sizeInterval = 250 * time.Millisecond

func meaningOf(os.Signal) meaning { return meansEnd }

func signalError(s os.Signal) SignalError {
	number, _ := s.(syscall.Signal)
	return SignalError{Number: int(number), Name: s.String()}
}

func (*Terminal) suspend() {}

func (t *Terminal) watchSize(over <-chan struct{}) {
	t.Go(func() {
		w, h := t.size()
		tick := time.NewTicker(sizeInterval)
		defer tick.Stop()
		for {
			select {
			case <-over:
				return
			case <-tick.C:
			}
			if nw, nh := t.size(); nw != w || nh != h {
				w, h = nw, nh
				t.sizeChanged()
			}
		}
	})
}
