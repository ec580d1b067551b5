package exam

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"time"

	"convtutor/internal/fault"
)

// Event is what a record tells.
type Event string

// What happens in a sitting.
const (
	EventStart  Event = "start"
	EventResume Event = "resume" // opened again after it was closed or killed
	EventAnswer Event = "answer" // "" takes an answer back
	EventFlag   Event = "flag"
	EventSeen   Event = "seen"  // still there: the clock was read
	EventClock  Event = "clock" // the clock was set back
	EventSubmit Event = "submit"
)

// Record is one thing that happened, a line of the journal and of the result.
type Record struct {
	Seq int `json:"seq"` // counted from 0
	// At never goes backwards: where the clock was set back, what it lost is
	// added again.
	At    time.Time `json:"at"`
	Event Event     `json:"event"`
	// Question is the id of the question answered or flagged.
	Question string `json:"question,omitempty"`
	Answer   string `json:"answer,omitempty"` // as it was typed
	On       bool   `json:"on,omitempty"`     // of a flag
	Start    *Start `json:"start,omitempty"`
	Clock    *Clock `json:"clock,omitempty"`
	// Auto says of a submission that the time ran out.
	Auto bool `json:"auto,omitempty"`
	// Prev is the seal of the record before, of the head for the first.
	Prev string `json:"prev"`
}

// Start says what is sat by whom.
type Start struct {
	Exam    string `json:"exam"`
	Student string `json:"student"`
	Attempt int    `json:"attempt"`
	// Digest is the exam's, Asked that of the questions as they were made.
	Digest string            `json:"digest"`
	Asked  string            `json:"asked"`
	Seeds  map[string]uint32 `json:"seeds"`
	// Key is the public key that the records are sealed with, "" for none.
	Key string `json:"key,omitempty"`
	// Wall is what the clock showed.
	Wall time.Time `json:"wall"`
}

// Clock tells of a clock that was set back.
type Clock struct {
	Wall time.Time     `json:"wall"` // what it showed
	Back time.Duration `json:"back"` // by how much it went back, in nanoseconds
}

// head is the first line of a journal or result, to be read without any key.
type head struct {
	Exam    string `json:"exam"`
	Student string `json:"student"`
	Attempt int    `json:"attempt"`
	// Sealed says that the records can be read with the instructor's key alone.
	Sealed bool `json:"sealed"`
}

// magic begins a journal or result.
const magic = "convtutor-exam 1 "

// errLine is a line that is not as it was written.
var errLine = errors.New("exam: a record was changed")

func (h head) line() (string, error) {
	text, err := json.Marshal(h)
	return magic + string(text), err
}

// readHead reads the first line of a file.
func readHead(file, line string) (head, error) {
	var h head
	text, ok := strings.CutPrefix(line, magic)
	if !ok {
		return h, told("not-result", "result", fault.Args{"file": file})
	}
	if err := strictJSON(text, &h); err != nil {
		return h, told("bad-head", "as-written", fault.Args{"file": file})
	}
	return h, nil
}

// chained is the seal of a line: what it holds, and the seal of the line before.
func chained(prev, body string) string {
	sum := sha256.Sum256([]byte(prev + "\n" + body))
	return hex.EncodeToString(sum[:])
}

// line writes a record as `SEAL BODY` or, if it is sealed with a key, as
// `SEAL SEALED NOTE`, whose note, for going on on this machine, never goes into
// the result.
func (r Record) line(key *Key) (line, seal string, err error) {
	text, err := json.Marshal(r)
	if err != nil {
		return "", "", err
	}
	if key == nil {
		seal = chained(r.Prev, string(text))
		return seal + " " + string(text), seal, nil
	}
	sealed, err := key.seal(text)
	if err != nil {
		return "", "", err
	}
	body := base64.RawStdEncoding.EncodeToString(sealed)
	seal = chained(r.Prev, body)
	return seal + " " + body + " " + base64.RawStdEncoding.EncodeToString(text), seal, nil
}

// row is a line of the file, its parts told apart.
type row struct{ seal, body, note string }

// split takes a line apart and checks its seal against that of the line before.
func split(line, prev string, sealed bool) (row, error) {
	seal, rest, ok := strings.Cut(line, " ")
	r := row{seal: seal, body: rest}
	if sealed {
		r.body, r.note, _ = strings.Cut(rest, " ")
	}
	if !ok || chained(prev, r.body) != seal {
		return row{}, errLine
	}
	return r, nil
}

// record reads the record of a row: from the body if it is open or an identity
// opens it, else from the note.
func (r row) record(sealed bool, id *Identity) (Record, error) {
	text := []byte(r.body)
	if sealed {
		var err error
		if id != nil {
			text, err = id.open(r.body)
		} else {
			text, err = base64.RawStdEncoding.Strict().DecodeString(r.note)
		}
		if err != nil {
			return Record{}, err
		}
	}
	var rec Record
	if err := strictJSON(string(text), &rec); err != nil {
		return Record{}, errLine
	}
	return rec, nil
}

// strictJSON reads one value and refuses fields that it does not know.
func strictJSON(text string, into any) error {
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value")
	}
	return nil
}
