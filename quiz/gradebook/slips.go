package gradebook

import (
	"cmp"
	"slices"

	"convtutor/quiz"
	"convtutor/quiz/exam"
)

// Slip is how often a slip was made.
type Slip struct {
	Slip     quiz.Slip
	Answers  int // that it led to
	Students int // that made it
	// Example is the first answer that it led to.
	Example exam.Mark
	Mistake quiz.Mistake // of the example
}

// slips counts those of the whole class.
func (c *Class) slips() []Slip {
	return tally(c.counting(), func(exam.Mark) bool { return true })
}

// tally counts the slips in some marks, most frequent first, then as quiz lists
// them. An answer to which several slips lead counts for each.
func tally(rows []Row, which func(exam.Mark) bool) []Slip {
	found := map[string]*Slip{}
	for _, row := range rows {
		made := map[string]bool{}
		for _, m := range row.Graded.Marks {
			if !which(m) {
				continue
			}
			for _, mistake := range m.Verdict.Slips {
				s := found[mistake.Slip]
				if s == nil {
					s = &Slip{Example: m, Mistake: mistake}
					found[mistake.Slip] = s
				}
				s.Answers++
				if !made[mistake.Slip] {
					made[mistake.Slip] = true
					s.Students++
				}
			}
		}
	}
	var list []Slip
	for _, known := range quiz.Slips() { // an instructor's own reason is none of these
		if s := found[known.ID]; s != nil {
			s.Slip = known
			list = append(list, *s)
		}
	}
	slices.SortStableFunc(list, func(a, b Slip) int { return cmp.Or(b.Students-a.Students, b.Answers-a.Answers) })
	return list
}
