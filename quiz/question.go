// Package quiz holds the kinds of question: each a pure function from a level
// and a seed to a question. Its one rule: the engine works out every answer,
// right or wrong; equal kind, level and seed make equal questions everywhere.
package quiz

import (
	"fmt"

	"convtutor/viz"
)

// Type says how an answer is written.
type Type string

// Types of answer.
const (
	TypeNumber Type = "number" // one number
	TypeShape  Type = "shape"  // height x width x channels
	TypeChoice Type = "choice" // one of Options, by its letter or its text
)

// Question is one question with everything that grading, working it out and
// showing it needs. It is data: nothing in it changes once it is built.
type Question struct {
	Kind   string
	Level  int // counted from 1
	Seed   uint32
	Topic  string      // what it is about, an id of the course: "padding"
	Prompt []viz.Words // sentence by sentence; the last one asks
	Given  Given
	Type   Type
	Answer string   // as a student would type it
	Accept []string // other ways to write it that are right as well
	// Tolerance is how far a number may be from Answer and still be right.
	Tolerance float64
	Options   []Option    // of a choice question, in the order to show them
	Slips     []Mistake   // wrong answers that have a reason, likeliest first
	Worked    []viz.Words // the solution, step by step, with the numbers
}

// Route is the question's address: "quiz/output-size/2/7".
func (q Question) Route() string {
	return fmt.Sprintf("quiz/%s/%d/%d", q.Kind, q.Level, q.Seed)
}

// Option is one of the answers of a choice question. Slip is empty for the
// right one.
type Option struct {
	Answer string
	Slip   string
	// Says is the answer in words, where it is not a number or a shape.
	Says viz.Words
}

// Text is how the option is shown.
func (o Option) Text(say viz.Say) string {
	if o.Says.Key == "" {
		return o.Answer
	}
	return say(o.Says)
}

// AnswerText is how the right answer is shown.
func (q Question) AnswerText(say viz.Say) string {
	for _, o := range q.Options {
		if o.Answer == q.Answer {
			return o.Text(say)
		}
	}
	return q.Answer
}

// Mistake is a wrong answer that a known slip leads to.
type Mistake struct {
	Answer string
	Slip   string    // id, see Slips
	Why    viz.Words // the reason, with the question's numbers
}

// Given is what a question can be worked out from: a network, or an operation
// on given numbers.
type Given struct {
	Spec    string   // network in the language of package netspec
	Rule    string   // "error", "floor", "ceil" or "same", with Spec
	Problem *Problem // operation, in the vocabulary of `convtutor solve`
	At      []int    // cell or window asked for: channel, row, column from 0
	Ask     string   // "stride", "padding" or "filter" where it is asked for; Spec holds its right value
}
