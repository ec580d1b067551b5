package plain

import (
	"slices"
	"strings"

	"convtutor/internal/nn"
	"convtutor/quiz"
	"convtutor/viz"
)

// answers says whether a line can only be an answer here, even where it could be
// a command: the letters of options, a place, a grid.
func (a *asking) answers(line string) bool {
	if a.done {
		return false
	}
	var err error
	switch q := a.question; q.Type {
	case quiz.TypeChoice:
		if len(line) != 1 {
			return false
		}
		i := int(line[0]|0x20) - 'a'
		return i >= 0 && i < len(q.Options)
	case quiz.TypeSeveral:
		_, err = quiz.ReadSeveral(q.Options, line)
	case quiz.TypeOrder:
		_, err = quiz.ReadOrder(q.Options, line)
	case quiz.TypePlace:
		_, err = quiz.ReadPlace(line)
	case quiz.TypeGrid:
		rows, cols := quiz.GridSize(q.Answer)
		_, err = quiz.ReadGrid(line, rows, cols)
	default:
		return false
	}
	return err == nil
}

// tellHow says how an answer of the question's type is typed, where that does
// not go without saying.
func (a *asking) tellHow() {
	args := viz.Args{}
	switch a.question.Type {
	case quiz.TypeGrid:
		args["rows"], args["columns"] = quiz.GridSize(a.question.Answer)
	case quiz.TypeOrder:
		letters := make([]string, len(a.question.Options))
		for i := range letters {
			letters[i] = letter(i)
		}
		args["letters"] = strings.Join(letters, " ")
	case quiz.TypeSeveral, quiz.TypePlace:
	default:
		return
	}
	a.talk.say("plain.how."+string(a.question.Type), args)
}

// pointsAtInput says that the plane to point at is the operation's input, so
// that it need not be said twice.
func (a *asking) pointsAtInput() bool {
	q := a.question
	if q.Given.Problem == nil || q.Given.Problem.Weight != nil || len(q.Field) == 0 {
		return false
	}
	return slices.Equal(slices.Concat(q.Field...), q.Given.Problem.Input.Data)
}

// tellField says the plane to point at, row by row.
func (a *asking) tellField() {
	field := a.question.Field
	if len(field) == 0 {
		return
	}
	size := nn.Size{H: len(field), W: len(field[0])}
	heading := a.talk.text("plain.rows.input", viz.Args{"rows": size.H, "columns": size.W})
	a.talk.rows(heading, plane(size, func(p nn.Point) float64 { return field[p.Y][p.X] }), 1)
}

// sayCredit says what of a wrong answer is right already.
func (a *asking) sayCredit(v quiz.Verdict) {
	key, between := "plain.parts-right", ", "
	var parts []string
	switch {
	case v.Cells != nil:
		key, between, parts = "plain.cells-wrong", "; ", wrongCells(v)
	case v.Places != nil:
		key, parts = "plain.places-right", rightPlaces(v)
	case len(v.Slips) > 0: // else the feedback has said it
		for _, p := range v.Parts {
			if p.Right {
				parts = append(parts, a.talk.text("quiz.part."+p.Name, nil))
			}
		}
	}
	if len(parts) > 0 {
		a.talk.say(key, viz.Args{"parts": strings.Join(parts, between)})
	}
}

// wrongCells are the places of a grid's wrong cells; none where all are wrong,
// which helps nobody.
func wrongCells(v quiz.Verdict) []string {
	var list []string
	for y, row := range v.Cells {
		for x, right := range row {
			if !right {
				list = append(list, quiz.PlaceText(nn.Point{Y: y, X: x}))
			}
		}
	}
	if v.Credit == 0 {
		return nil
	}
	return list
}

// rightPlaces are the places of an order that are right, counted from 1.
func rightPlaces(v quiz.Verdict) []string {
	var list []string
	for i, right := range v.Places {
		if right {
			list = append(list, viz.Number(float64(i+1)))
		}
	}
	return list
}
