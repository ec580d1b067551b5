package quiz

import (
	"slices"

	"convtutor/viz"
)

// Status is how an answer stands.
type Status int

// How an answer stands.
const (
	NotYet Status = iota // cannot be read as an answer: ask again, it costs nothing
	Right
	Wrong
)

// Verdict is what the engine says to an answer.
type Verdict struct {
	Status Status
	// Slips are the slips that lead to exactly this answer: none, one, two
	// where one spoils the sides and another the depth, or several where each
	// would.
	Slips []Mistake
	// Feedback is what to tell, sentence by sentence. It does not give the
	// right answer away unless the answer is right.
	Feedback []viz.Words
	// Credit is how much of the answer is right, from 0 to 1: of a shape the
	// share of its numbers, of a grid that of its cells, of an order that of its
	// places; of several choices the right ones less the wrong ones.
	Credit float64
	// Parts says for each number of a shape whether it is right.
	Parts []Part
	// Cells says for each cell of a grid whether it is right, row by row.
	Cells [][]bool
	// Places says for each place of an order whether the right option is there.
	Places []bool
}

// Part is one number of an answer.
type Part struct {
	Name  string // "height", "width", "channels"; its word is "quiz.part.<name>"
	Typed int
	Right bool
}

// oncemore are the sentences that only ask to try once more.
var oncemore = []string{"quiz.wrong.number", "quiz.wrong.shape", "quiz.wrong.choice", "quiz.wrong.place"}

// Told is the feedback for one who can give no other answer: without the
// sentences that only ask to try once more.
func (v Verdict) Told() []viz.Words {
	var told []viz.Words
	for _, w := range v.Feedback {
		if !slices.Contains(oncemore, w.Key) {
			told = append(told, w)
		}
	}
	return told
}

// Slip is the id of the slip that led to the answer, the first where there are
// several, "" where none is known.
func (v Verdict) Slip() string {
	if len(v.Slips) == 0 {
		return ""
	}
	return v.Slips[0].Slip
}
