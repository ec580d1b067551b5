package house

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"convtutor/internal/progress"
	"convtutor/internal/tui"
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
		d.foldedAnswers(q)
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

// foldedAnswers plays the solution, which has no room below the answers with
// their slips, and goes back to these.
func (d *driver) foldedAnswers(q quiz.Question) {
	d.t.Helper()
	walk, _ := q.Walk()
	of := "/" + strconv.Itoa(walk.Animation.Steps())
	slip, _ := quiz.FindSlip(q.Slips[0].Slip)
	if d.has("1" + of) {
		d.t.Error("there is room for the animation: nothing is folded here")
	}
	d.press("space")
	d.shows("1" + of)
	if d.has(d.session.Say(slip.Name())) {
		d.t.Error("the slips stand there still")
	}
	for range 60 {
		d.pass(time.Second)
	}
	d.shows(strconv.Itoa(walk.Animation.Steps()) + of)
	d.press("ㄷ") // in words
	d.shows(d.session.Say(slip.Name()))
	d.press("e", "right")
	d.shows("2" + of)
	d.press("e")
}

// TestEverySolutionHasRoomOnTheProjector opens the solution of every kind in the
// smallest usual window: its picture is seen at once, or with a key.
func TestEverySolutionHasRoomOnTheProjector(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "home")
		for _, kind := range quiz.Kinds() {
			for level := 1; level <= kind.Levels(); level++ {
				d.pictured(kind.ID(), level)
			}
		}
	})
}

// pictured fails unless the solution of a question is seen on the projector.
func (d *driver) pictured(kind string, level int) {
	d.t.Helper()
	q, err := quiz.New(kind, level, 5)
	if err != nil {
		d.t.Fatal(err)
	}
	walk, ok := q.Walk()
	if !ok {
		return
	}
	of := "/" + strconv.Itoa(walk.Animation.Steps())
	route, err := tui.ParseRoute(fmt.Sprintf("project/%s?level=%d&seed=5&count=1", kind, level))
	if err != nil {
		d.t.Fatal(err)
	}
	d.send(tui.OpenMsg{Route: route})
	d.press("enter")
	if !d.has(of) {
		d.press("space")
	}
	if !d.has(of) {
		d.t.Errorf("%s %d: no room for the solution", kind, level)
	}
	d.press("esc")
}
