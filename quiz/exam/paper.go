package exam

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"

	"convtutor/quiz"
)

// Paper is the questions of one student's attempt, in the order to ask them.
type Paper struct {
	Student string
	Attempt int // counted from 1
	Asked   []Asked
}

// Asked is a question on a paper.
type Asked struct {
	// ID is the question's name within the exam, the same for every student
	// and in any order: "q3", or "q3.2" for the second of several.
	ID      string
	Entry   int // index in Exam.Entries
	Points  float64
	Picture Picture
	// Own is set if the instructor wrote the question.
	Own *Own
	// Handout says that the answer to an own question was taken out.
	Handout bool
	// Question is what is asked. An own question's texts are said by the key
	// "exam.own"; of a text to write its Type is "text", which package quiz does
	// not grade.
	Question quiz.Question
}

// maxTries is how often a question that was asked already is drawn anew.
const maxTries = 50

// Paper makes a student's questions. Equal exam, student and attempt make equal
// papers everywhere; the language chooses the wording of own questions alone.
func (e *Exam) Paper(student string, attempt int, language string) (*Paper, error) {
	p := &Paper{Student: student, Attempt: attempt}
	for n, entry := range e.Entries {
		var asked []Asked
		var err error
		if entry.Own != nil {
			asked = []Asked{{ID: entry.ID, Own: entry.Own, Handout: e.Handout, Question: e.ask(entry, student, attempt, language)}}
		} else if asked, err = e.drawn(entry, student, attempt); err != nil {
			return nil, fmt.Errorf("exam %s: %s: %w", e.ID, entry.ID, err)
		}
		for _, a := range asked {
			a.Entry, a.Points, a.Picture = n, entry.Points, entry.Picture
			p.Asked = append(p.Asked, a)
		}
	}
	if e.Shuffle {
		shuffled := make([]Asked, len(p.Asked))
		for i, from := range e.order(student, attempt, "order", len(p.Asked)) {
			shuffled[i] = p.Asked[from]
		}
		p.Asked = shuffled
	}
	return p, nil
}

// drawn makes the questions of an entry that the program asks, no two alike if
// there are enough of them.
func (e *Exam) drawn(entry Entry, student string, attempt int) ([]Asked, error) {
	var list []Asked
	for i := range entry.Count {
		var q quiz.Question
		for try := range maxTries {
			var err error
			if q, err = quiz.New(entry.Kind, entry.Level, e.seed(student, attempt, entry, i, try)); err != nil {
				return nil, err
			}
			if entry.Fixed || !already(list, q) {
				break
			}
		}
		id := entry.ID
		if entry.Count > 1 {
			id += "." + strconv.Itoa(i+1)
		}
		list = append(list, Asked{ID: id, Question: q})
	}
	return list, nil
}

// already says whether a question stands in a list: the same is given and asked
// for, whatever the seed, the order of the options and what else a prompt tells.
func already(list []Asked, q quiz.Question) bool {
	return slices.ContainsFunc(list, func(a Asked) bool {
		return a.Own == nil && a.Question.Kind == q.Kind && a.Question.Type == q.Type && reflect.DeepEqual(a.Question.Given, q.Given)
	})
}

// Find gives the place of a question on the paper, -1 if it is not there.
func (p *Paper) Find(id string) int {
	for i, a := range p.Asked {
		if a.ID == id {
			return i
		}
	}
	return -1
}

// Digest names the questions as this program makes them: another version of it
// may make others from the same seeds.
func (p *Paper) Digest() string {
	type item struct {
		ID, Kind, Answer string
		Level            int
		Seed             uint32
		Given            quiz.Given
	}
	var items []item
	for _, a := range p.Asked {
		it := item{ID: a.ID}
		if q := a.Question; a.Own == nil {
			it = item{a.ID, q.Kind, q.Answer, q.Level, q.Seed, q.Given}
		}
		items = append(items, it)
	}
	return digest(items)
}

// Seeds gives each question's seed by the question's id; own questions have none.
func (p *Paper) Seeds() map[string]uint32 {
	seeds := map[string]uint32{}
	for _, a := range p.Asked {
		if a.Own == nil {
			seeds[a.ID] = a.Question.Seed
		}
	}
	return seeds
}
