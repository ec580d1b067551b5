package house

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/progress"
	"convtutor/quiz"
	"convtutor/viz"
	"convtutor/viz/canvas"
)

// opened is a question of a kind, open on the screen.
func opened(t *testing.T, language, kind string, level int) (*driver, quiz.Question, progress.Store) {
	t.Helper()
	q, err := quiz.New(kind, level, 5)
	if err != nil {
		t.Fatal(err)
	}
	store := progress.NewMemory()
	return drive(t, learner(t, language, store), q.Route()), q, store
}

// told fails unless what is said to an answer is on the screen.
func (d *driver) told(q quiz.Question, typed string) {
	d.t.Helper()
	for _, w := range quiz.Grade(q, typed).Feedback {
		d.shows(d.session.Say(w))
	}
}

// counted fails unless so many first answers to a kind are kept.
func counted(t *testing.T, store progress.Store, kind string, right, asked int) {
	t.Helper()
	if tally := store.State().Quiz[kind]; tally.Right != right || tally.Asked != asked {
		t.Errorf("%s: %d of %d are kept, want %d of %d", kind, tally.Right, tally.Asked, right, asked)
	}
}

// explained walks through the solution, reads it in words and goes on.
func (d *driver) explained(q quiz.Question) {
	d.t.Helper()
	d.press("tab")
	if w, ok := q.Walk(); ok {
		before := d.text()
		d.press("right")
		if d.text() == before && w.Animation.Steps() > w.Start+1 {
			d.t.Errorf("%s: the solution does not go on", q.Route())
		}
		d.press("e")
	}
	last := q.Worked[len(q.Worked)-1]
	d.shows(canvas.Strip(d.session.Say(last)))
	d.press("enter")
	d.shows(d.session.Text("practice.once_more"))
}

// cellsOf are the cells of a grid, row by row.
func cellsOf(answer string) []string { return strings.Fields(strings.ReplaceAll(answer, "/", " ")) }

// TestGridOfCells types a feature map cell by cell: a slip's first, then anew
// what is wrong of it.
func TestGridOfCells(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, q, store := opened(t, language, "feature-map", 1)
		right := cellsOf(q.Answer)
		i := slices.IndexFunc(q.Slips, func(m quiz.Mistake) bool { return len(cellsOf(m.Answer)) == len(right) })
		slip := q.Slips[i].Answer
		d.press("enter", "shift+tab", "q", "g") // nothing to answer yet; letters are no numbers
		for _, cell := range cellsOf(slip) {
			d.typed("77")
			d.press("backspace", "backspace")
			d.typed(cell)
			d.press("enter")
		}
		d.told(q, slip)
		d.shows("✗")
		counted(t, store, q.Kind, 0, 1)
		for range right {
			d.press("shift+tab")
		}
		for i, cell := range cellsOf(slip) {
			if right[i] != cell {
				d.typed(right[i])
			}
			d.press([]string{"tab", "space"}[i%2])
		}
		d.press("enter")
		d.told(q, q.Answer)
		counted(t, store, q.Kind, 0, 1)
		d.explained(q)
	})
}

// TestGridIsPastedAndClicked fills all cells at once, and goes to one by mouse.
func TestGridIsPastedAndClicked(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, q, store := opened(t, language, "feature-map", 1)
		d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(strings.ReplaceAll(q.Answer, " / ", "\n")), Paste: true})
		first := cellsOf(q.Answer)[0]
		d.typed("123")
		d.click("123")
		d.press("up", "left", "down", "right", "up", "left", "left", "up")
		d.typed(strings.ReplaceAll(first, "-", "－"))
		d.press("enter")
		d.told(q, q.Answer)
		counted(t, store, q.Kind, 1, 1)
	})
}

// TestSeveralAreTicked ticks by letters of both keyboards, by space and by mouse.
func TestSeveralAreTicked(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, q, store := opened(t, language, "which-layers", 1)
		picked, err := quiz.ReadSeveral(q.Options, q.Answer)
		if err != nil {
			t.Fatal(err)
		}
		wrong := slices.IndexFunc(q.Options, func(o quiz.Option) bool { return o.Slip != "" })
		d.press("enter") // nothing is ticked yet
		d.press(slices.Repeat([]string{"down"}, wrong)...)
		d.press("space", "enter")
		d.told(q, string(rune('a'+wrong)))
		d.click(string(rune('a'+wrong)) + ")")
		for _, i := range picked[1:] {
			d.press([]string{"ㅁ", "ㅠ", "ㅊ", "ㅇ", "ㄷ", "ㄹ"}[i])
		}
		d.click(string(rune('a'+picked[0])) + ")")
		d.press("enter")
		d.told(q, typedLetters(picked, ", "))
		counted(t, store, q.Kind, 0, 1)
		d.explained(q)
	})
}

func typedLetters(list []int, between string) string {
	letters := make([]string, len(list))
	for i, at := range list {
		letters[i] = string(rune('a' + at))
	}
	return strings.Join(letters, between)
}

// TestOrderIsMoved puts layers in order by lifting, by shift and by letters as a
// Korean keyboard types them.
func TestOrderIsMoved(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, q, store := opened(t, language, "layer-order", 1)
		right, err := quiz.ReadOrder(q.Options, q.Answer)
		if err != nil {
			t.Fatal(err)
		}
		order := make([]int, len(right))
		for i := range order {
			order[i] = i
		}
		d.press("space", "down", "space", "shift+down", "shift+up") // the first stands second
		order[0], order[1] = order[1], order[0]
		d.press("enter")
		d.told(q, typedLetters(order, " "))
		jamo := ""
		for _, i := range right {
			jamo += []string{"ㅁ", "ㅠ", "ㅊ", "ㅇ", "ㄷ", "ㄹ"}[i]
		}
		d.typed(jamo)
		d.press("enter")
		d.told(q, typedLetters(right, " "))
		if kept := store.State().Quiz[q.Kind]; kept.Asked != 1 {
			t.Errorf("kept %+v", kept)
		}
		d.explained(q)
	})
}

// TestPlaceIsPointedAt points with keys, and then by mouse, twice for an answer.
func TestPlaceIsPointedAt(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, q, store := opened(t, language, "pool-position", 1)
		at, err := quiz.ReadPlace(q.Answer)
		if err != nil {
			t.Fatal(err)
		}
		h, w := len(q.Field), len(q.Field[0])
		d.press(slices.Repeat([]string{"ㅓ"}, h+2)...) // the key of j
		d.press(slices.Repeat([]string{"right"}, w+2)...)
		d.shows(d.session.Say(viz.Words{Key: "ask.place", Args: viz.Args{"row": h, "column": w}}))
		d.press(slices.Repeat([]string{"up"}, h)...)
		d.press(slices.Repeat([]string{"h"}, w)...)
		d.press(slices.Repeat([]string{"down"}, at.Y)...)
		d.press(slices.Repeat([]string{"l"}, at.X)...)
		d.press("enter")
		d.told(q, q.Answer)
		counted(t, store, q.Kind, 1, 1)
		d.explained(q)

		d, q, store = opened(t, language, "pool-position", 1)
		d.click("[") // the cell pointed at: the first click points, the second answers
		if store.State().Quiz[q.Kind].Asked != 0 {
			t.Error("a cell is taken at the first click")
		}
		d.click("[")
		if store.State().Quiz[q.Kind].Asked != 1 {
			t.Error("a cell is not taken at the second click")
		}
	})
}
