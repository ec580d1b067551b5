package progress

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"time"

	"convtutor/internal/wholefile"

	"github.com/gofrs/flock"
)

const (
	// lockWait is how long another process may keep the file.
	lockWait  = 2 * time.Second
	lockRetry = 10 * time.Millisecond
)

// update reads the document anew, makes changes to it and writes it, while no
// other process does the same. It gives the state that it wrote.
func (d *document) update(changes []Change) (*State, error) {
	if err := os.MkdirAll(filepath.Dir(d.path), 0o700); err != nil {
		return nil, err
	}
	lock := flock.New(d.path + ".lock")
	ctx, cancel := context.WithTimeout(context.Background(), lockWait)
	defer cancel()
	if _, err := lock.TryLockContext(ctx, lockRetry); err != nil {
		return nil, err
	}
	defer lock.Unlock() //nolint:errcheck // the lock goes with the process at the latest
	state := newState()
	if err := d.read(state); errors.Is(err, errBroken) {
		if _, err := d.setAside(); err != nil {
			return nil, err
		}
	} else if err != nil {
		return nil, err
	}
	for _, change := range changes {
		change.apply(state)
	}
	return state, d.write(state)
}

// write puts the document in the place of the old one in a single step, so
// that a crash leaves one or the other, whole.
func (d *document) write(state *State) error {
	text, err := d.text(state)
	if err != nil {
		return err
	}
	return wholefile.Write(d.path, text, 0o600)
}

// text writes the document's part of a state.
func (d *document) text(state *State) ([]byte, error) {
	c := content{Version: version}
	if d.settings {
		c.Settings = state.Settings
	} else {
		c.Lessons, c.Quiz, c.Parts = state.Lessons, state.Quiz, state.Parts
		c.Memory, c.Days = state.Memory, state.Days
	}
	text, err := json.MarshalIndent(c, "", "  ")
	return append(text, '\n'), err
}
