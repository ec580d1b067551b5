package exam

import (
	"path/filepath"
	"time"

	"convtutor/viz"
)

// ProblemKind names what is wrong with a result. Its words are
// "exam.problem.<kind>".
type ProblemKind string

// What may be wrong with a result.
const (
	ProblemEdited      ProblemKind = "edited"         // a line is not as it was written
	ProblemTorn        ProblemKind = "torn"           // its end is missing
	ProblemUnsubmitted ProblemKind = "unsubmitted"    // records end without a submission
	ProblemSealed      ProblemKind = "sealed"         // it is sealed, and no key was given
	ProblemKey         ProblemKind = "key"            // it was sealed with another key
	ProblemOpen        ProblemKind = "open"           // the exam names a key, but it is not sealed with it
	ProblemExam        ProblemKind = "other-exam"     // it is of another exam
	ProblemPaper       ProblemKind = "other-paper"    // of this exam with other questions
	ProblemQuestions   ProblemKind = "other-program"  // another version of the program asked other numbers
	ProblemStudent     ProblemKind = "other-student"  // it is of another student
	ProblemTwice       ProblemKind = "twice"          // the same attempt came twice
	ProblemCopied      ProblemKind = "copied"         // two students answered at the very same times
	ProblemEarly       ProblemKind = "begun-early"    // before it opened
	ProblemBegunLate   ProblemKind = "begun-late"     // after it closed
	ProblemLate        ProblemKind = "answered-late"  // answers came after the end; they do not count
	ProblemSubmitted   ProblemKind = "submitted-late" // handed in after the end, the answers before it
	ProblemClock       ProblemKind = "clock"          // the clock was set back
	ProblemAttempt     ProblemKind = "attempt"        // more attempts than there are
	ProblemName        ProblemKind = "name"           // a remark: the file's name does not say whose it is
)

// Problem is a fact about a result that an instructor should know.
type Problem struct {
	Kind ProblemKind
	File string
	Line int // where it shows, counted from 1; 0 for the whole file
	// Other is the file, the student or the exam that it is about, where there
	// is one.
	Other string
	// By is how much too early or late it was, or the clock was set back.
	By time.Duration
}

// Words says the problem.
func (p Problem) Words() viz.Words {
	other := p.Other
	if p.Kind == ProblemTwice || p.Kind == ProblemCopied {
		other = filepath.Base(other)
	}
	return viz.Words{Key: "exam.problem." + string(p.Kind), Args: viz.Args{
		"line": p.Line, "other": cleanLine(other), "by": p.By.Round(time.Second).String(),
	}}
}

// Serious says whether the result should not be graded without a look at it. A
// late submission of answers that were in time, or a clock that was set back,
// may be honest; a name is no more than a remark.
func (p Problem) Serious() bool {
	return p.Kind != ProblemSubmitted && p.Kind != ProblemClock && p.Kind != ProblemName
}
