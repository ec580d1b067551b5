// Package gradebook puts a class's results together: grades, what is wrong with
// files, how questions did, which slips were made. Its one rule: every number is
// worked out anew from the exam and the answers; what is doubtful is held back
// until an instructor has looked at it, and told.
package gradebook

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"

	"convtutor/quiz/exam"
)

// Pick says which attempt of a student counts.
type Pick string

// Which attempt counts.
const (
	PickBest  Pick = "best"
	PickLast  Pick = "last"
	PickFirst Pick = "first"
)

// Picks lists them, the usual one first.
func Picks() []Pick { return []Pick{PickBest, PickLast, PickFirst} }

// Rules say what counts.
type Rules struct {
	Pick Pick
	// Accept are kinds of serious problems that the instructor has looked at:
	// results that have no others count.
	Accept []exam.ProblemKind
}

// Class is all results of an exam.
type Class struct {
	Exam    *exam.Exam
	Rules   Rules
	Rows    []Row // by student and attempt
	Items   []Item
	Summary Summary
	Slips   []Slip // most frequent first
	// Unread are files that are no results; the caller, who could not read them,
	// puts them here to be told with the rest.
	Unread []Unread
}

// Unread is a file that is no result, and why, in the reader's language.
type Unread struct {
	File string `json:"file"`
	Why  string `json:"text"`
}

// Row is one result file.
type Row struct {
	File    string
	Student string
	Attempt int
	Result  *exam.Result
	// Graded is nil where nothing can be graded: another exam's, or sealed.
	Graded   *exam.Graded
	Problems []exam.Problem
	// Remarks are worth a look and change nothing.
	Remarks []exam.Problem
	// Held says that a problem keeps it from counting.
	Held bool
	// Counts says that this is the attempt that counts for its student.
	Counts bool
}

// New grades results of an exam. Their order does not matter.
func New(e *exam.Exam, results []*exam.Result, rules Rules) (*Class, error) {
	results = slices.Clone(results)
	slices.SortStableFunc(results, func(a, b *exam.Result) int {
		return cmp.Or(cmp.Compare(a.Student, b.Student), cmp.Compare(a.Attempt, b.Attempt), cmp.Compare(a.File, b.File))
	})
	c := &Class{Exam: e, Rules: rules}
	together := exam.Compare(results)
	for i, r := range results {
		row := Row{File: r.File, Student: r.Student, Attempt: r.Attempt, Result: r}
		row.Problems = append(exam.Verify(e, r), together[i]...)
		if remark, ok := exam.Remark(r); ok {
			row.Remarks = append(row.Remarks, remark)
		}
		row.Held = slices.ContainsFunc(row.Problems, func(p exam.Problem) bool {
			return p.Serious() && !slices.Contains(rules.Accept, p.Kind) && !(p.Kind == exam.ProblemTwice && firstOfEqual(results, i))
		})
		if r.Exam == e.ID && len(r.Records) > 0 {
			g, err := exam.Grade(e, r)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", r.File, err)
			}
			inOrder(g.Marks)
			row.Graded = g
		}
		c.Rows = append(c.Rows, row)
	}
	c.pick()
	c.Items, c.Summary = c.statistics()
	c.Slips = c.slips()
	return c, nil
}

// firstOfEqual tells whether all results of the same attempt are copies of this
// one, which is the first: the same file handed in twice is told, and counts
// once.
func firstOfEqual(results []*exam.Result, at int) bool {
	r := results[at]
	for i, other := range results {
		if i == at || other.Exam != r.Exam || other.Student != r.Student || other.Attempt != r.Attempt {
			continue
		}
		if i < at || !reflect.DeepEqual(other.Records, r.Records) {
			return false
		}
	}
	return true
}

// inOrder sorts marks as the file has the questions, so that every student's
// stand in the same places whatever the order they were asked in.
func inOrder(marks []exam.Mark) {
	slices.SortFunc(marks, func(a, b exam.Mark) int {
		return cmp.Or(
			cmp.Compare(a.Asked.Entry, b.Asked.Entry),
			cmp.Compare(len(a.Asked.ID), len(b.Asked.ID)), // q3.2 before q3.10
			cmp.Compare(a.Asked.ID, b.Asked.ID),
		)
	})
}

// pick marks for each student the attempt that counts.
func (c *Class) pick() {
	best := map[string]int{}
	for i, row := range c.Rows {
		if row.Held || row.Graded == nil {
			continue
		}
		at, ok := best[row.Student]
		switch {
		case !ok,
			c.Rules.Pick == PickLast,
			c.Rules.Pick != PickFirst && row.Graded.Points > c.Rows[at].Graded.Points:
			best[row.Student] = i
		}
	}
	for _, i := range best {
		c.Rows[i].Counts = true
	}
}

// counting are the rows that count, one a student.
func (c *Class) counting() []Row {
	var list []Row
	for _, row := range c.Rows {
		if row.Counts {
			list = append(list, row)
		}
	}
	return list
}

// Students gives a row for each student: the one that counts, else the first
// that is held back.
func (c *Class) Students() []Row {
	var list []Row
	for _, row := range c.Rows {
		n := len(list)
		switch {
		case n == 0 || list[n-1].Student != row.Student:
			list = append(list, row)
		case row.Counts:
			list[n-1] = row
		}
	}
	return list
}

// Percent is the share of the points reached, 0 to 100; 0 where there are none.
func Percent(g *exam.Graded) float64 {
	if g.Of == 0 {
		return 0
	}
	return 100 * g.Points / g.Of
}
