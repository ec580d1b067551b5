package progress

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"syscall"
)

const (
	// version is the format that this program writes. It rises with any change
	// that an older program would not keep.
	version = 2
	// maxSize is more than any learner can fill, in bytes.
	maxSize = 8 << 20
)

// document is one file that a part of the state is kept in.
type document struct {
	path     string
	settings bool // which of the two
	// told is set once something was told that keeps the document from being
	// written, until a save succeeds.
	told bool
}

// content is a document as it is written.
type content struct {
	Version  int                `json:"version"`
	Lessons  map[string]Lesson  `json:"lessons,omitempty"`
	Quiz     map[string]Tally   `json:"quiz,omitempty"`
	Parts    map[string]Part    `json:"assignment,omitempty"`
	Memory   map[string]Card    `json:"memory,omitempty"`
	Days     map[string]int     `json:"days,omitempty"`
	Settings map[Setting]string `json:"settings,omitempty"`
}

var (
	errBroken = errors.New("broken")
	errNewer  = errors.New("written by a newer program")
)

// read reads a document into its part of a state. A file that is not there is
// an empty one.
func (d *document) read(into *State) error {
	file, err := os.Open(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer file.Close() //nolint:errcheck // only read from
	text, err := io.ReadAll(io.LimitReader(file, maxSize+1))
	if err != nil {
		return err
	}
	return d.parse(text, into)
}

// parse reads a document's text into its part of a state.
func (d *document) parse(text []byte, into *State) error {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	var format struct{ Version int }
	var c content
	switch {
	case len(text) > maxSize || json.Unmarshal(text, &format) != nil || format.Version < 1:
		return errBroken
	case format.Version > version:
		return errNewer
	case json.Unmarshal(text, &c) != nil:
		return errBroken
	}
	if d.settings {
		into.Settings = orEmpty(c.Settings)
		return nil
	}
	for id, lesson := range c.Lessons {
		slices.Sort(lesson.Done) // someone may have edited the file
		lesson.Done = slices.Compact(lesson.Done)
		c.Lessons[id] = lesson
	}
	into.Lessons, into.Quiz, into.Parts = orEmpty(c.Lessons), orEmpty(c.Quiz), orEmpty(c.Parts)
	into.Memory, into.Days = orEmpty(c.Memory), orEmpty(c.Days)
	return nil
}

func orEmpty[K comparable, V any](m map[K]V) map[K]V {
	if m == nil {
		return map[K]V{}
	}
	return m
}

// setAside renames a broken document so that the learner, or someone who can
// mend it, still has it, and gives the new name.
func (d *document) setAside() (string, error) {
	for n := 1; n < 1000; n++ {
		aside := fmt.Sprintf("%s.broken-%d", d.path, n)
		if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
			return aside, os.Rename(d.path, aside)
		}
	}
	return "", errors.New("too many broken files beside it")
}

// load reads the document at the start and tells what was wrong with it. What
// keeps it from being read keeps it from being written later: update reads too.
func (d *document) load(into *State) []Notice {
	err := d.read(into)
	switch {
	case err == nil:
		return nil
	case !errors.Is(err, errBroken):
		return d.tell("progress.unreadable", err)
	}
	aside, err := d.setAside()
	if err != nil {
		return d.tell("progress.stuck", err)
	}
	return []Notice{{Key: "progress.broken", Args: map[string]any{"file": d.path, "aside": aside}}}
}

// tell makes a notice of an error, unless the learner knows already that the
// document cannot be written.
func (d *document) tell(key string, err error) []Notice {
	if d.told {
		return nil
	}
	d.told = true
	if errors.Is(err, errNewer) {
		key = "progress.newer"
	}
	return []Notice{{Key: key, Args: map[string]any{"file": d.path, "reason": reason(err)}}}
}

// reason says an error in the learner's language where it is one that people
// meet, else in the system's words, without the path that stands beside it.
func reason(err error) any {
	for known, key := range map[error]string{
		fs.ErrPermission: "progress.reason-permission",
		syscall.ENOSPC:   "progress.reason-full",
		syscall.EROFS:    "progress.reason-read-only",
	} {
		if errors.Is(err, known) {
			return Notice{Key: key}
		}
	}
	var inPath *fs.PathError
	var inLink *os.LinkError
	switch {
	case errors.As(err, &inPath):
		return inPath.Err.Error()
	case errors.As(err, &inLink):
		return inLink.Err.Error()
	default:
		return err.Error()
	}
}
