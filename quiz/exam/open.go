package exam

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"convtutor/internal/fault"
	"convtutor/internal/wholefile"
	"convtutor/viz/canvas"
)

// TimeError is an exam that is not open now.
type TimeError struct {
	*said
	Opens, Closes time.Time // the one that is in the way
}

// timeLayout is how times are written in messages.
const timeLayout = "2006-01-02 15:04 -07:00"

// ChangedError is an exam whose questions are not those that the sitting was
// begun with.
type ChangedError struct{ *said }

// maxStudent bounds a student's id, in characters.
const maxStudent = 64

// Student tidies a student's id and refuses what is none.
func Student(id string) (string, error) {
	id = norm.NFC.String(strings.TrimSpace(id))
	switch {
	case id == "":
		return "", told("student-none", "student", nil)
	case utf8.RuneCountInString(id) > maxStudent:
		return "", told("student-long", "student", fault.Args{"most": maxStudent})
	case canvas.Clean(id) != id || !utf8.ValidString(id):
		return "", told("student-hidden", "anew", nil)
	}
	return id, nil
}

// ResultName is the usual name of a student's result file.
func ResultName(exam, student string, attempt int) string {
	return stem(exam, student, attempt) + ".result"
}

// stem is a file's name without its ending: the student's id as far as file
// systems take it, and a part of its digest, which makes it unmistakable.
func stem(exam, student string, attempt int) string {
	return exam + "-" + safeName(student) + "-" + studentDigest(student) + "." + strconv.Itoa(attempt)
}

// safeName is a student's id as far as file systems take it.
func safeName(student string) string {
	safe := strings.Map(func(r rune) rune {
		if inWord(r) || r == '_' {
			return r
		}
		return '_'
	}, student)
	if r := []rune(safe); len(r) > 24 {
		safe = string(r[:24])
	}
	return safe
}

func studentDigest(student string) string {
	sum := sha256.Sum256([]byte(student))
	return hex.EncodeToString(sum[:4])
}

func journalPath(dir string, e *Exam, student string, attempt int) string {
	return filepath.Join(dir, stem(e.ID, student, attempt)+".journal")
}

// Standing is where a student stands with an exam.
type Standing struct {
	// Attempt is the one that Open goes on with, begins, or shows.
	Attempt int
	// Begun says that it was begun before and is not submitted.
	Begun bool
	// Done says that no attempt is left: Open shows the last one.
	Done bool
	// Ends is when it ends, zero if nothing ends it; of one not yet begun, if
	// it were begun now.
	Ends time.Time
	// Submitted are the attempts that are handed in.
	Submitted []int

	began time.Time // of one that was begun
	clock clock     // as its journal left it
}

// Look says where a student stands, and begins nothing. An exam that is not
// open now, and was not begun, is a TimeError.
func Look(dir string, e *Exam, student string, now time.Time) (Standing, error) {
	student, err := Student(student)
	if err != nil {
		return Standing{}, err
	}
	st := Standing{Attempt: 1}
	for n := 1; n <= e.Attempts; n++ {
		records, err := peek(journalPath(dir, e, student, n))
		if errors.Is(err, errEmpty) || errors.Is(err, os.ErrNotExist) {
			st.Attempt = n
			st.Ends, _ = e.Deadline(now)
			return st, e.openAt(now)
		}
		if err != nil {
			return Standing{}, err
		}
		st.Attempt = n
		st.Ends, _ = e.Deadline(records[0].At)
		if records[len(records)-1].Event != EventSubmit {
			st.Begun, st.began = true, records[0].At
			for _, r := range records {
				st.clock.apply(r)
			}
			return st, nil
		}
		st.Submitted = append(st.Submitted, n)
	}
	st.Done = true
	return st, nil
}

// ResultOf is the text of the result file of an attempt that is submitted, for
// one that was lost before it was handed in.
func ResultOf(dir string, e *Exam, student string, attempt int) ([]byte, error) {
	student, err := Student(student)
	if err != nil {
		return nil, err
	}
	path := journalPath(dir, e, student, attempt)
	text, err := readFile(path, maxJournal)
	if err != nil {
		return nil, err
	}
	j := &journal{path: path}
	if _, err := j.parse(string(text)); err != nil {
		return nil, err
	}
	if j.records[len(j.records)-1].Event != EventSubmit {
		return nil, errUnsubmitted
	}
	return j.result()
}

// WriteResult writes the text of a result file, in a single step.
func WriteResult(path string, text []byte) error { return wholefile.Write(path, text, private) }

// peek reads a journal that another process may be writing.
func peek(path string) ([]Record, error) {
	text, err := readFile(path, maxJournal)
	if err != nil {
		return nil, err
	}
	j := &journal{path: path}
	_, err = j.parse(string(text))
	return j.records, err
}

// openAt says whether an exam may be begun at a time.
func (e *Exam) openAt(now time.Time) error {
	if now.Before(e.Opens) {
		return &TimeError{told("opens", "come-back", fault.Args{"time": e.Opens.Format(timeLayout)}), e.Opens, time.Time{}}
	}
	if !e.Closes.IsZero() && !now.Before(e.Closes) {
		return &TimeError{told("closed", "ask-instructor", fault.Args{"time": e.Closes.Format(timeLayout)}), time.Time{}, e.Closes}
	}
	return nil
}

// Open goes on with the attempt that a student has begun, or begins the next
// one, which starts its clock; where none is left it shows the last. One whose
// time ran out while it was closed is submitted. The journals are kept in dir.
func Open(dir string, e *Exam, student string, now time.Time) (*Sitting, error) {
	st, err := Look(dir, e, student, now)
	if err != nil {
		return nil, err
	}
	if student, err = Student(student); err != nil {
		return nil, err
	}
	s := &Sitting{
		exam: e, student: student, attempt: st.Attempt, spoken: e.Language,
		answers: map[string]string{}, flags: map[string]bool{}, resumed: st.Begun || st.Done,
	}
	if s.paper, err = e.Paper(student, st.Attempt, e.Language); err != nil {
		return nil, err
	}
	if err := s.enter(journalPath(dir, e, student, st.Attempt), now); err != nil {
		return nil, err
	}
	for _, r := range s.journal.records {
		s.apply(r)
	}
	if err := s.goOn(now); err != nil {
		return nil, errors.Join(err, s.journal.close())
	}
	return s, nil
}

// enter opens the journal, or makes it.
func (s *Sitting) enter(path string, now time.Time) error {
	var key *Key
	var err error
	if s.exam.Key != "" {
		if key, err = ParseKey(s.exam.Key); err != nil {
			return err
		}
	}
	if s.resumed {
		s.journal, err = open(path, key, nil)
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	s.resumed = true // unless nobody else begins it this very moment
	s.journal, err = open(path, key, func() (head, Record) {
		s.resumed = false
		start := s.start(now)
		return head{start.Exam, start.Student, start.Attempt, key != nil}, Record{At: tidy(now), Event: EventStart, Start: start}
	})
	return err
}

// start says what is begun.
func (s *Sitting) start(now time.Time) *Start {
	return &Start{
		Exam: s.exam.ID, Student: s.student, Attempt: s.attempt, Digest: s.exam.Digest(),
		Asked: s.paper.Digest(), Seeds: s.paper.Seeds(), Key: s.exam.Key, Wall: tidy(now),
	}
}

// goOn checks that this is what was begun, and notes that it was opened again.
func (s *Sitting) goOn(now time.Time) error {
	begun, is := s.journal.records[0].Start, s.start(now)
	if begun == nil {
		return damaged(s.journal.path, 2)
	}
	if begun.Digest != is.Digest || begun.Key != is.Key || begun.Student != is.Student {
		return &ChangedError{told("changed", "same-exam", fault.Args{"file": s.exam.File})}
	}
	if _, done := s.Submitted(); done || !s.resumed {
		return nil
	}
	if err := s.record(Record{Event: EventResume}, now); err != nil && !errors.Is(err, ErrOver) {
		return err
	}
	return nil
}
