package gradebook

import (
	"slices"

	"convtutor/quiz"
	"convtutor/quiz/exam"
)

// Taken is how many students took an option of the instructor's own question.
type Taken struct {
	Option   exam.OwnOption
	Students int
}

// taken counts the options of question j, in the order of the exam's file; nil
// where there are none.
func taken(rows []Row, j int) []Taken {
	own := rows[0].Graded.Marks[j].Asked.Own
	if own == nil || len(own.Options) == 0 {
		return nil
	}
	list := make([]Taken, len(own.Options))
	for i, o := range own.Options {
		list[i].Option = o
	}
	for _, row := range rows {
		for _, text := range picked(row.Graded.Marks[j]) {
			// An option's answer is its text in the first language that it has.
			i := slices.IndexFunc(own.Options, func(o exam.OwnOption) bool { return o.Text.In("en") == text })
			if i >= 0 {
				list[i].Students++
			}
		}
	}
	return list
}

// picked are the answers of the options that a student took.
func picked(m exam.Mark) []string {
	if m.Answer == "" {
		return nil
	}
	options := m.Asked.Question.Options
	var places []int
	var err error
	if m.Asked.Own.Type == exam.TypeSeveral {
		places, err = quiz.ReadSeveral(options, m.Answer)
	} else {
		places = make([]int, 1)
		places[0], err = quiz.ReadChoice(options, m.Answer)
	}
	if err != nil {
		return nil
	}
	var texts []string
	for _, p := range places {
		texts = append(texts, options[p].Answer)
	}
	return texts
}

// wrongest is the wrong option that most took; ok is false if nobody took one.
func (item Item) wrongest() (most Taken, ok bool) {
	for _, t := range item.Taken {
		if !t.Option.Right && t.Students > most.Students {
			most = t
		}
	}
	return most, most.Students > 0
}
