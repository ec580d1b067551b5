// Package quiz holds the kinds of question: each a pure function from a level
// and a seed to a question. Its one rule: the engine works out every answer,
// right or wrong; equal kind, level and seed make equal questions everywhere.
package quiz

import (
	"fmt"
	"strings"

	"convtutor/viz"
)

// Type says how an answer is written.
type Type string

// Types of answer.
const (
	TypeNumber Type = "number" // one number
	TypeShape  Type = "shape"  // height x width x channels
	TypeChoice Type = "choice" // one of Options, by its letter or its text
	// TypeGrid is rows of numbers: "4 3 4 / 2 4 3 / 2 3 4".
	TypeGrid Type = "grid"
	// TypeSeveral is all of Options that are right, in any order: "a, c" or
	// their texts, "max; average".
	TypeSeveral Type = "several"
	// TypePlace is a cell of Field, its row and column from 1: "2, 3".
	TypePlace Type = "place"
	// TypeOrder is all of Options in the right order: "b a d c" or their texts,
	// "convolution > ReLU > pooling".
	TypeOrder Type = "order"
)

// Question is one question with everything that grading, working it out and
// showing it needs. It is data: nothing in it changes once it is built.
type Question struct {
	Kind   string
	Level  int // counted from 1
	Seed   uint32
	Topic  string      // what it is about, an id of the course: "padding"
	Prompt []viz.Words // sentence by sentence; the last one asks
	Drawn  Drawn       // the same for a screen, where that differs
	Given  Given
	Type   Type
	// Answer is written as a student would type it. Of options it has the texts:
	// those that are right, joined by "; ", or all in order, joined by " > ".
	Answer string
	Accept []string // other ways to write it that are right as well
	// Tolerance is how far a number may be from Answer and still be right.
	Tolerance float64
	Options   []Option    // of choice, several and order, as they are shown
	Field     [][]float64 // of a place: what is pointed at, row by row
	// Rows and Columns name those of a grid that is a table: "maxpool 2", "H".
	Rows, Columns []string
	Slips         []Mistake   // wrong answers that have a reason, likeliest first
	Worked        []viz.Words // the solution, step by step, with the numbers
	// Like is the kind whose picture shows the solution; "" for its own.
	Like string
}

// Route is the question's address: "quiz/output-size/2/7".
func (q Question) Route() string {
	return fmt.Sprintf("quiz/%s/%d/%d", q.Kind, q.Level, q.Seed)
}

// Option is one of the answers to choose from. Slip is empty for a right one,
// and for all that are to be put in order.
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
	switch q.Type {
	case TypeSeveral:
		picked, _ := ReadSeveral(q.Options, q.Answer)
		return q.texts(picked, "; ", say)
	case TypeOrder:
		order, _ := ReadOrder(q.Options, q.Answer)
		return q.texts(order, " > ", say)
	}
	for _, o := range q.Options {
		if o.Answer == q.Answer {
			return o.Text(say)
		}
	}
	return q.Answer
}

// texts says some of the options.
func (q Question) texts(options []int, between string, say viz.Say) string {
	said := make([]string, len(options))
	for i, o := range options {
		said[i] = q.Options[o].Text(say)
	}
	return strings.Join(said, between)
}

// Mistake is a wrong answer that a known slip leads to.
type Mistake struct {
	Answer string
	Slip   string    // id, see Slips
	Why    viz.Words // the reason, with the question's numbers
}

// Given is what a question can be worked out from: a network, an operation on
// given numbers, or what is neither, named.
type Given struct {
	Spec    string   // network in the language of package netspec
	Rule    string   // "error", "floor", "ceil" or "same", with Spec
	Problem *Problem // operation, in the vocabulary of `convtutor solve`
	At      []int    // cell or window asked for: channel, row, column from 0
	// Ask is what is asked for where the kind alone does not say: "stride",
	// "padding" or "filter" of which Spec holds the right value, or a word of the
	// kind's own.
	Ask string
	// Values are what is neither a network nor an operation, by names of the
	// kind's own, which its type's comment explains: "d_real" 0.9. They are
	// numbers, texts, or lists of these, and written beside the rest.
	Values Values
}

// Values are named numbers, texts, or lists of these.
type Values map[string]any
