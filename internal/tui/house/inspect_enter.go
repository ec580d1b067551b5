package house

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/quiz"
)

// entered is an answer as the screen writes what has been entered there; ok is
// false where it cannot be entered.
func entered(q quiz.Question, answer string) (typed string, ok bool) {
	var places []int
	var err error
	between := " "
	switch q.Type {
	case quiz.TypeChoice:
		i := slices.IndexFunc(q.Options, func(o quiz.Option) bool { return o.Answer == answer })
		return string(rune('a' + max(i, 0))), i >= 0
	case quiz.TypeSeveral:
		places, err = quiz.ReadSeveral(q.Options, answer)
		between = ", "
	case quiz.TypeOrder:
		places, err = quiz.ReadOrder(q.Options, answer)
	case quiz.TypeGrid:
		rows, cols := quiz.GridSize(q.Answer)
		_, err = quiz.ReadGrid(answer, rows, cols)
		return answer, err == nil
	case quiz.TypePlace:
		at, err := quiz.ReadPlace(answer)
		inside := at.Y >= 0 && at.X >= 0 && at.Y < len(q.Field) && at.X < len(q.Field[0])
		return answer, err == nil && inside
	default:
		return answer, true
	}
	letters := make([]string, len(places))
	for i, p := range places {
		letters[i] = string(rune('a' + p))
	}
	return strings.Join(letters, between), err == nil
}

// enter enters an answer that can be, and sends it.
func (v *view) enter(q quiz.Question, typed string) {
	switch q.Type {
	case quiz.TypeChoice: // whose letter is an answer
		v.runes(typed)
		return
	case quiz.TypePlace:
		v.point(q, typed)
	default:
		v.runes(typed)
	}
	v.press(tea.KeyEnter)
}

// point moves the cursor of a plane to a cell, from its corner on.
func (v *view) point(q quiz.Question, cell string) {
	at, err := quiz.ReadPlace(cell)
	if err != nil {
		return
	}
	for range q.Field {
		v.press(tea.KeyUp)
	}
	for range q.Field[0] {
		v.press(tea.KeyLeft)
	}
	v.press(slices.Repeat([]tea.KeyType{tea.KeyDown}, at.Y)...)
	v.press(slices.Repeat([]tea.KeyType{tea.KeyRight}, at.X)...)
}
