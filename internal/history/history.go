// Package history is the way back from changes. Its one rule: it keeps what
// was, and says nothing about what is.
package history

// most bounds the changes that can be taken back.
const most = 200

// Past is the values that were, the last one first to come back. Its zero value
// is empty. Values are kept as they are: who changes one in place changes the
// past.
type Past[T any] struct{ was []T }

// Keep notes a value that is about to be replaced.
func (p *Past[T]) Keep(value T) {
	if p.was = append(p.was, value); len(p.was) > most {
		p.was = p.was[1:]
	}
}

// Back gives the value kept last and forgets it; ok is false where none is left.
func (p *Past[T]) Back() (value T, ok bool) {
	last := len(p.was) - 1
	if last < 0 {
		return value, false
	}
	value, p.was = p.was[last], p.was[:last]
	return value, true
}

// Join makes the last change one with the change before it: both are taken back
// at once. A single change stays as it is.
func (p *Past[T]) Join() {
	if last := len(p.was) - 1; last > 0 {
		p.was = p.was[:last]
	}
}

// Empty says that nothing can be taken back.
func (p *Past[T]) Empty() bool { return len(p.was) == 0 }
