package house

import (
	"strings"
	"testing"
	"time"

	"convtutor/internal/progress"
	"convtutor/quiz"
	"convtutor/viz"
)

// TestProjector counts down, stops, shows the answer and which slip leads to
// each of the others, and goes on.
func TestProjector(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		store := progress.NewMemory()
		d := drive(t, learner(t, language, store), "project/output-size?level=1&seed=5&count=2&seconds=20")
		q, err := quiz.New("output-size", 1, 5)
		if err != nil {
			t.Fatal(err)
		}
		d.shows(strings.Fields(d.session.Say(q.Prompt[len(q.Prompt)-1]))[0])
		d.says("projector.waiting", nil)
		d.press("space")
		for range 15 {
			d.pass(time.Second)
		}
		d.press("space")
		d.pass(time.Minute) // paused: no time goes by
		if d.has(d.session.Text("projector.over")) {
			t.Fatal("the clock went on while it was paused")
		}
		d.press("space")
		for range 5 {
			d.pass(time.Second)
		}
		d.says("projector.over", nil)
		d.press("-") // time that is over stays over
		d.says("projector.over", nil)
		d.press("space") // the clock starts anew
		if d.has(d.session.Text("projector.over")) {
			t.Error("hands are called for while the clock runs again")
		}
		for range 20 {
			d.pass(time.Second)
		}
		d.says("projector.over", nil)
		d.press("enter")
		d.says("ask.right_is", viz.Args{"answer": q.Answer})
		for _, o := range q.Ballot() {
			d.shows(o.Answer)
			if s, ok := quiz.FindSlip(o.Slip); ok {
				d.shows(d.session.Say(s.Name()))
			}
		}
		d.press("enter")
		d.says("projector.waiting", nil)
		d.press("enter", "n") // no question follows: the answer stays
		if d.has(d.session.Text("projector.waiting")) {
			t.Error("the last answer is taken away")
		}
		d.press("enter", "n", "p", "+", "esc")
		d.at("home")
		if len(store.State().Quiz) > 0 {
			t.Error("a room's answers count in nobody's progress")
		}
	})
}
