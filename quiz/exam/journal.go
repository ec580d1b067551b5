package exam

import (
	"errors"
	"os"
	"strings"

	"convtutor/internal/fault"
	"convtutor/internal/wholefile"

	"github.com/gofrs/flock"
)

// journal is the file that a sitting is kept in, only ever longer. A record is
// in it, and on the disk, before its answer counts as accepted.
type journal struct {
	path    string
	file    *os.File
	lock    *flock.Flock
	key     *Key // nil to leave records open
	head    head
	size    int64  // of all whole records, in bytes
	seal    string // of the last line
	records []Record
}

// maxJournal bounds, in bytes, what is read as a journal or result.
const maxJournal = 64 << 20

// private are the permissions of what a student writes.
const private = 0o600

// DamagedError is a journal that is not as it was written.
type DamagedError struct{ *said }

// damaged is a journal with a line, counted from 1, that is not as it was
// written.
func damaged(path string, line int) error {
	return &DamagedError{told("damaged", "show-journal", fault.Args{"file": path, "line": line})}
}

// BusyError is a sitting that is open in another process.
type BusyError struct{ *said }

// open reads a journal and goes on with it. What a crash left of a last record
// is cut off: it was never accepted. One that is not there, or without a whole
// record, is begun with what first gives; a nil one begins none. No other
// process has it open meanwhile.
func open(path string, key *Key, first func() (head, Record)) (*journal, error) {
	j := &journal{path: path, key: key, lock: flock.New(path + ".lock")}
	if ok, err := j.lock.TryLock(); err != nil {
		return nil, err
	} else if !ok {
		return nil, &BusyError{told("busy", "other-window", nil)}
	}
	err := j.read()
	if first != nil && (errors.Is(err, os.ErrNotExist) || errors.Is(err, errEmpty)) {
		if err = j.begin(first()); err == nil {
			err = j.read()
		}
	}
	if err == nil {
		return j, nil
	}
	return nil, errors.Join(err, j.close())
}

// begin writes the head and the first record, whole or not at all.
func (j *journal) begin(h head, first Record) error {
	line, err := h.line()
	if err != nil {
		return err
	}
	first.Prev = chained("", line)
	text, _, err := first.line(j.key)
	if err != nil {
		return err
	}
	return wholefile.Write(j.path, []byte(line+"\n"+text+"\n"), private)
}

// errEmpty is a journal without a whole first record.
var errEmpty error = told("nothing-begun", "as-written", nil)

func (j *journal) read() error {
	text, err := readFile(j.path, maxJournal)
	if err != nil {
		return err
	}
	kept, err := j.parse(string(text))
	if err != nil {
		return err
	}
	if j.file, err = os.OpenFile(j.path, os.O_RDWR, 0); err != nil {
		return err
	}
	if j.size = int64(kept); text[kept-1] != '\n' { // the record is whole, only its end was lost
		if _, err := j.file.WriteAt([]byte("\n"), j.size); err != nil {
			return err
		}
		j.size++
	}
	return j.file.Truncate(j.size)
}

// parse reads all whole records and gives how many bytes they take.
func (j *journal) parse(text string) (kept int, err error) {
	at, n := 0, 0
	for at < len(text) {
		line, _, ended := strings.Cut(text[at:], "\n")
		n++
		err := j.take(line, n == 1)
		if err != nil && ended {
			return 0, damaged(j.path, n)
		}
		if err != nil { // torn
			break
		}
		at = min(at+len(line)+1, len(text))
	}
	if len(j.records) == 0 {
		return 0, errEmpty
	}
	return at, nil
}

// take reads one line.
func (j *journal) take(line string, first bool) (err error) {
	if first {
		j.head, err = readHead(j.path, line)
		j.seal = chained("", line)
		return err
	}
	r, err := split(line, j.seal, j.head.Sealed)
	if err != nil {
		return err
	}
	rec, err := r.record(j.head.Sealed, nil)
	if err != nil || rec.Prev != j.seal || rec.Seq != len(j.records) {
		return errLine
	}
	j.records, j.seal = append(j.records, rec), r.seal
	return nil
}

// add writes a record and waits until it is on the disk.
func (j *journal) add(r Record) error {
	r.Seq, r.Prev = len(j.records), j.seal
	line, seal, err := r.line(j.key)
	if err != nil {
		return err
	}
	text := []byte(line + "\n")
	if err := j.file.Truncate(j.size); err != nil { // of what a write that failed may have left
		return err
	}
	_, err = j.file.WriteAt(text, j.size)
	if err == nil {
		err = j.file.Sync()
	}
	if err != nil { // a full disk: what was half written goes again
		return errors.Join(err, j.file.Truncate(j.size))
	}
	j.records, j.seal, j.size = append(j.records, r), seal, j.size+int64(len(text))
	return nil
}

// result is the journal without its notes.
func (j *journal) result() ([]byte, error) {
	text, err := readFile(j.path, maxJournal)
	if err != nil || !j.head.Sealed {
		return text, err
	}
	var out strings.Builder
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if out.Len() > 0 {
			line = line[:max(strings.LastIndexByte(line, ' '), 0)]
		}
		out.WriteString(line + "\n")
	}
	return []byte(out.String()), nil
}

func (j *journal) close() error {
	var err error
	if j.file != nil {
		err = j.file.Close()
	}
	return errors.Join(err, j.lock.Unlock())
}
