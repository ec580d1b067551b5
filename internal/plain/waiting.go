package plain

import "time"

// heard is a line of the input; ok is false at its end.
type heard struct {
	line string
	ok   bool
}

// listen reads lines while something else may be waited for as well, until the
// input ends or stop is closed. A line that nobody takes is not read past.
func (l *lines) listen(stop <-chan struct{}) <-chan heard {
	lines := make(chan heard)
	go func() {
		for {
			line, ok := l.next()
			select {
			case lines <- heard{line, ok}:
			case <-stop:
				return
			}
			if !ok {
				return
			}
		}
	}()
	return lines
}

const (
	// glance is how long nobody looks at the clock while nothing is typed: the
	// machine may have slept, and woken with another time.
	glance = time.Minute
	// moment is so much after the end that the sitting's clock can tell.
	moment = 10 * time.Millisecond
)

// await gives the next line, or none once the time of the exam is up.
func (e *sitter) await(lines <-chan heard) heard {
	for !e.over && e.err == nil {
		var up <-chan time.Time // nothing, where there is no limit
		if left, limited := e.sitting.Remaining(e.now()); limited {
			up = e.after(min(left+moment, glance))
		}
		select {
		case t := <-lines:
			return t
		case <-up:
			if left, _ := e.sitting.Remaining(e.now()); left == 0 {
				e.fail(e.sitting.Seen(e.now()))
			}
		}
	}
	return heard{}
}
