package exam

import (
	"strings"
	"time"
)

// Result is what a result file holds. Nothing in it is believed before Verify
// has seen it.
type Result struct {
	File    string
	Exam    string
	Student string
	Attempt int
	Sealed  bool
	Start   Start
	// Records are those up to the first that is not as it was written.
	Records   []Record
	Began     time.Time
	Submitted time.Time // zero if it was not
	// Resumed is how often the program was opened again on it.
	Resumed int
	// Found are the problems that reading it showed.
	Found []Problem

	end string // seal of the last line
}

// ReadResult reads a result file. A file that is no result at all is an error;
// whatever else is wrong with it stands in Found. A sealed one is read with the
// instructor's identity, which may be nil for an open one.
func ReadResult(file string, id *Identity) (*Result, error) {
	text, err := readFile(file, maxJournal)
	if err != nil {
		return nil, err
	}
	return parseResult(file, string(text), id)
}

func parseResult(file, text string, id *Identity) (*Result, error) {
	first, rest, ended := strings.Cut(text, "\n")
	h, err := readHead(file, first)
	if err != nil {
		return nil, err
	}
	r := &Result{File: file, Exam: h.Exam, Student: h.Student, Attempt: h.Attempt, Sealed: h.Sealed, end: chained("", first)}
	if h.Sealed && id == nil {
		r.find(ProblemSealed, 0)
		return r, nil
	}
	if !ended || rest != "" && !strings.HasSuffix(rest, "\n") {
		r.find(ProblemTorn, 0)
	}
	n := 1
	for line := range strings.Lines(rest) {
		n++
		if kind := r.take(strings.TrimSuffix(line, "\n"), id); kind != "" {
			r.find(kind, n)
			break
		}
	}
	r.conclude()
	return r, nil
}

// take reads a line; it gives the kind of problem with it, or "".
func (r *Result) take(line string, id *Identity) ProblemKind {
	row, err := split(line, r.end, r.Sealed)
	if err != nil || r.Sealed && line != row.seal+" "+row.body {
		return ProblemEdited
	}
	rec, err := row.record(r.Sealed, id)
	switch {
	case err != nil && r.Sealed && len(r.Records) == 0:
		return ProblemKey
	case err != nil || rec.Prev != r.end || !r.follows(rec):
		return ProblemEdited
	}
	r.Records, r.end = append(r.Records, rec), row.seal
	return ""
}

// follows says whether a record can come after those there are: the start, and
// nothing else, is the first; nothing comes after the end; time goes on.
func (r *Result) follows(rec Record) bool {
	if rec.Seq != len(r.Records) || r.ended() {
		return false
	}
	starts := rec.Event == EventStart && rec.Start != nil
	if len(r.Records) == 0 {
		return starts
	}
	return !starts && !rec.At.Before(r.Records[len(r.Records)-1].At)
}

// ended says whether it was submitted: nothing comes after that.
func (r *Result) ended() bool {
	n := len(r.Records)
	return n > 0 && r.Records[n-1].Event == EventSubmit
}

// conclude works out what the records say together.
func (r *Result) conclude() {
	if len(r.Records) == 0 {
		if len(r.Found) == 0 {
			r.find(ProblemTorn, 0)
		}
		return
	}
	for _, rec := range r.Records {
		if rec.Event == EventResume {
			r.Resumed++
		}
	}
	r.Start, r.Began = *r.Records[0].Start, r.Records[0].At
	if r.Start.Exam != r.Exam || r.Start.Student != r.Student || r.Start.Attempt != r.Attempt {
		r.find(ProblemEdited, 1)
	}
	// What is sealed is nearer to what was written than the first line.
	r.Exam, r.Student, r.Attempt = r.Start.Exam, r.Start.Student, r.Start.Attempt
	if r.ended() {
		r.Submitted = r.Records[len(r.Records)-1].At
	} else {
		r.find(ProblemUnsubmitted, 0)
	}
}

func (r *Result) find(kind ProblemKind, line int) {
	r.Found = append(r.Found, Problem{Kind: kind, File: r.File, Line: line})
}
