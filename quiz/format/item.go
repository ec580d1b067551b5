package format

import (
	"fmt"
	"slices"
	"strconv"

	"convtutor/quiz"
	"convtutor/viz"
)

// Item is a question said in one language, cleaned of what no format can hold.
type Item struct {
	Name  string // "Output size, quiz/output-size/1/7"
	Title string // "Output size"
	Route string // "quiz/output-size/1/7"
	// Command asks it in this program.
	Command string
	Tags    []string
	Lead    []string // the sentences before the numbers
	Planes  []Plane  // the numbers of its picture
	Ask     string   // the last sentence
	How     string   // how an answer is typed, where nobody could know
	Type    quiz.Type

	Answer string // as a person reads it
	// Also are the other right answers, each once.
	Also []string
	// Writings are all ways of writing the answer that a reader of plain texts
	// should take, the plainest first: of a shape, a grid, a place, an order.
	Writings []string
	Numbers  []Number // every right number, of a number question
	Choices  []Choice // of one choice or several, in the order to show them
	Shuffled []string // of an order: the options as they are shown
	Steps    []string // of an order: the options in the right order
	Cells    [][]string
	// Across and Down name the columns and rows of Cells, where they have names.
	Across, Down []string
	Wrong        []Wrong // wrong answers whose slip is known, likeliest first
	Worked       []string
}

// Number is a decimal number and how far from it is still right.
type Number struct{ Value, Tolerance string }

// Choice is an option, and what to say to who takes it.
type Choice struct {
	Text  string
	Right bool
	Why   string // "" where there is nothing to say
}

// Wrong is a wrong answer with the reason for it.
type Wrong struct {
	Answer   string
	Writings []string // of a shape, a grid, a place, an order
	Number   Number   // of a number
	Why      string
}

// newItem says a question.
func newItem(q quiz.Question, say viz.Say) (Item, error) {
	said := func(w viz.Words) string { return clean(say(w)) }
	title := said(viz.Words{Key: "quiz." + q.Kind + ".name"})
	item := Item{
		Title: title, Route: q.Route(), Name: title + ", " + q.Route(),
		Command: fmt.Sprintf("convtutor quiz --kind %s --level %d --seed %d --count 1", q.Kind, q.Level, q.Seed),
		Tags:    []string{"convtutor", q.Kind, q.Topic, "level-" + strconv.Itoa(q.Level)},
		Planes:  planes(q, said), Type: q.Type, Answer: clean(q.AnswerText(say)), Also: others(q, said),
	}
	last := len(q.Prompt) - 1
	for _, w := range q.Prompt[:last] {
		item.Lead = append(item.Lead, said(w))
	}
	item.Ask = said(q.Prompt[last])
	if slices.Contains([]quiz.Type{quiz.TypeShape, quiz.TypeGrid, quiz.TypePlace, quiz.TypeOrder}, q.Type) {
		item.How = said(viz.Words{Key: "format.how." + string(q.Type)})
	}
	for _, w := range q.Worked {
		item.Worked = append(item.Worked, said(w))
	}
	return item, item.answers(q, said)
}

// answers fills in what is right and what is wrong.
func (item *Item) answers(q quiz.Question, said viz.Say) error {
	var err error
	switch q.Type {
	case quiz.TypeNumber:
		item.Numbers, err = rightNumbers(q)
	case quiz.TypeChoice, quiz.TypeSeveral:
		item.Choices = choices(q, said)
		return nil
	case quiz.TypeOrder:
		item.Steps, err = steps(q, q.Answer, said)
		for _, o := range q.Options {
			item.Shuffled = append(item.Shuffled, clean(o.Text(said)))
		}
	case quiz.TypeGrid:
		item.Cells, err = gridCells(q.Answer)
		item.Across, item.Down = q.Columns, q.Rows
	}
	if err != nil {
		return err
	}
	item.Writings = writings(q, q.Answer, said)
	for _, other := range q.Accept { // another way to write it, or another right answer
		item.Writings = append(append(item.Writings, clean(other)), writings(q, other, said)...)
	}
	item.Writings = distinct(item.Writings)
	for _, m := range q.Slips {
		all := writings(q, m.Answer, said)
		w := Wrong{Answer: wrongText(q, m, said), Writings: all[:min(len(all), usual)], Why: reason(m, said)}
		w.Number, _ = number(m.Answer, q.Tolerance)
		item.Wrong = append(item.Wrong, w)
	}
	return nil
}

// choices are the options; a wrong one says which slip leads to it.
func choices(q quiz.Question, said viz.Say) []Choice {
	list := make([]Choice, len(q.Options))
	for i, o := range q.Options {
		list[i] = Choice{Text: clean(o.Text(said)), Right: o.Slip == ""}
		at := slices.IndexFunc(q.Slips, func(m quiz.Mistake) bool { return m.Answer == o.Answer && m.Slip == o.Slip })
		if o.Slip != "" && at >= 0 {
			list[i].Why = reason(q.Slips[at], said)
		}
	}
	return list
}

// reason names a slip and says how it led to the answer.
func reason(m quiz.Mistake, said viz.Say) string {
	slip := quiz.Slip{ID: m.Slip}
	return said(viz.Words{Key: "format.slip", Args: viz.Args{"name": slip.Name(), "why": m.Why}})
}

// steps are the texts of an order's options, in the order that answer gives.
func steps(q quiz.Question, answer string, said viz.Say) ([]string, error) {
	order, err := quiz.ReadOrder(q.Options, answer)
	if err != nil {
		return nil, err
	}
	list := make([]string, len(order))
	for i, o := range order {
		list[i] = clean(q.Options[o].Text(said))
	}
	return list, nil
}

func distinct(texts []string) []string {
	var list []string
	for _, t := range texts {
		if t != "" && !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}

// wrongText is a wrong answer as a person reads it.
func wrongText(q quiz.Question, m quiz.Mistake, said viz.Say) string {
	q.Answer = m.Answer
	return clean(q.AnswerText(said))
}
