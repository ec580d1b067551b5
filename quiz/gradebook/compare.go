package gradebook

import (
	"math"

	"convtutor/internal/fault"
)

// Change is a result that is graded otherwise after the exam was edited.
type Change struct {
	File, Student string
	Attempt       int
	Old, New      float64 // points
	OldOf, NewOf  float64 // that could be reached
	Marks         []MarkChange
}

// MarkChange is a question that earns other points.
type MarkChange struct {
	ID       string
	Answer   string
	Old, New float64
}

// errOtherExam is an exam that asks other questions, so that its grades cannot
// be compared.
var errOtherExam error = fault.New("fault.grade.other-exam", nil,
	"the two exams ask other questions: only points, answers and wording may differ",
).WithHint("fault.grade.hint.older", nil, "--against takes the same exam as it was before you changed it")

// same tells whether two points differ by rounding alone.
func same(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// Against lists what is graded otherwise than by an older exam, from the same
// results.
func (c *Class) Against(old *Class) ([]Change, error) {
	if c.Exam.Digest() != old.Exam.Digest() {
		return nil, errOtherExam
	}
	var list []Change
	before := map[string]Row{}
	for _, row := range old.Rows {
		before[row.File] = row
	}
	for _, row := range c.Rows {
		was, ok := before[row.File]
		if !ok || row.Graded == nil || was.Graded == nil {
			continue
		}
		change := Change{
			File: row.File, Student: row.Student, Attempt: row.Attempt,
			Old: was.Graded.Points, New: row.Graded.Points, OldOf: was.Graded.Of, NewOf: row.Graded.Of,
		}
		for j, m := range row.Graded.Marks {
			if w := was.Graded.Marks[j]; !same(w.Points, m.Points) {
				change.Marks = append(change.Marks, MarkChange{ID: m.Asked.ID, Answer: m.Answer, Old: w.Points, New: m.Points})
			}
		}
		if change.Marks != nil || !same(change.OldOf, change.NewOf) {
			list = append(list, change)
		}
	}
	return list, nil
}
