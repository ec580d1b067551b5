// Package exam holds exams that an instructor writes and a student sits: the
// file, the sitting, the result and its grading. Its one rule: a result holds
// answers and never a score that is believed; time and randomness are handed in.
package exam

import (
	"time"
)

// Exam is what an instructor's file says, checked. It does not change.
type Exam struct {
	File  string // where it was read from, "" if from nowhere
	ID    string // "cnn-midterm"
	Title Text
	// Language is the one the exam is held in; "" leaves it to the student.
	Language string
	Limit    time.Duration // from the first start; 0 for none
	Attempts int           // how often a student may sit it, at least 1
	Opens    time.Time     // zero for no opening time
	Closes   time.Time     // zero for no closing time
	Feedback Feedback
	// Shuffle puts the questions, ShuffleOptions the options of the
	// instructor's own questions, into another order for each variant.
	Shuffle        bool
	ShuffleOptions bool
	Variants       Variants
	// Secret is what seeds are drawn from, together with the exam's and the
	// student's id. It stands in the file, and the file is on the student's
	// machine: it keeps nobody from working the questions out beforehand who
	// has the file.
	Secret string
	// Key is the instructor's public key (age1…), "" to leave results open.
	Key string
	// Handout says that the file is the one for students: the answers to the
	// instructor's own questions were taken out of it.
	Handout bool
	Entries []Entry
}

// Feedback says when a student hears how an answer stands.
type Feedback string

// When feedback is given.
const (
	FeedbackAtOnce Feedback = "at-once" // after each answer, which then stands
	FeedbackEnd    Feedback = "end"     // after the exam is submitted
	FeedbackNever  Feedback = "never"
)

// Variants says whose questions differ.
type Variants string

// Who gets which questions.
const (
	VariantsStudent Variants = "student" // each student others
	VariantsSame    Variants = "same"    // all the same
)

// Entry is one item of the file's list of questions: some questions of a kind,
// or one that the instructor wrote.
type Entry struct {
	ID     string // "q3" for the third item where the file names none
	Points float64
	// Kind, Level and Count are of questions that the program makes. Level
	// counts from 1. Kind is "" for an own question, whose Count is 1.
	Kind  string
	Level int
	Count int
	// Seed is the first question's where Fixed is set; else seeds are drawn.
	Fixed   bool
	Seed    uint32
	Own     *Own
	Picture Picture
}

// Own is a question that the instructor wrote.
type Own struct {
	Type Type
	Ask  Text
	// Options are those of a choice or of several choices.
	Options []OwnOption
	// Answer is the right number or shape, as a student would type it.
	Answer    string
	Tolerance float64
	// Accept are other right answers; of a text all right ones. A text without
	// any is graded by hand.
	Accept []string
}

// OwnOption is one option of an own question.
type OwnOption struct {
	Text  Text
	Right bool
	// Why is what a student who takes it hears; empty for nothing.
	Why Text
}

// Type is how an own question is answered.
type Type string

// Types of own questions.
const (
	TypeChoice  Type = "choice"
	TypeSeveral Type = "several"
	TypeNumber  Type = "number"
	TypeShape   Type = "shape"
	TypeText    Type = "text"
)

// Picture is what is shown beside a question: a place in the program or a file.
type Picture struct {
	Route string // "lesson/cnn/conv#slide"
	File  string // path, joined with the folder of the exam's file
}

// Points is how many points there are in all.
func (e *Exam) Points() float64 {
	sum := 0.0
	for _, entry := range e.Entries {
		sum += entry.Points * float64(entry.Count)
	}
	return sum
}

// Count is how many questions a student is asked.
func (e *Exam) Count() int {
	n := 0
	for _, entry := range e.Entries {
		n += entry.Count
	}
	return n
}

// Deadline is when a sitting that was begun at a time ends; ok is false if
// nothing ends it.
func (e *Exam) Deadline(began time.Time) (end time.Time, ok bool) {
	if e.Limit > 0 {
		end, ok = began.Add(e.Limit), true
	}
	if !e.Closes.IsZero() && (!ok || e.Closes.Before(end)) {
		end, ok = e.Closes, true
	}
	return end, ok
}
