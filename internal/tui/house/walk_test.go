package house

import (
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/progress"
	"convtutor/lessons"
	"convtutor/viz"
)

const conv = "cnn/conv"

// both runs a test in every language, in a bubble.
func both(t *testing.T, test func(t *testing.T, language string)) {
	for _, language := range []string{"en", "ko"} {
		t.Run(language, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { test(t, language) })
		})
	}
}

// at fails unless the driver stands at a place.
func (d *driver) at(route string) {
	d.t.Helper()
	if got := d.model.Route().String(); got != route {
		d.t.Fatalf("at %s, want %s; the screen is:\n%s", got, route, d.text())
	}
}

// said is a word of the catalogue in the learner's language.
func (d *driver) said(key string) string { return d.session.Text(key) }

// heading is a lesson's heading in the learner's language.
func (d *driver) heading(step string) string {
	d.t.Helper()
	words, err := d.session.Course.Words(conv, d.session.Language())
	if err != nil {
		d.t.Fatal(err)
	}
	return words.Step(step).Heading
}

// TestLessonFromStartToEnd goes through the lesson with the keys that the
// footer names, each prediction first wrongly, then rightly.
func TestLessonFromStartToEnd(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		store := progress.NewMemory()
		d := drive(t, withOneLesson(learner(t, language, store)), "lesson/cnn/conv")
		lesson, err := d.session.Course.Lesson(conv)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range lesson.Steps {
			d.at("lesson/" + conv + "#" + step.ID)
			d.shows(d.heading(step.ID))
			d.goThrough(step)
			d.press("enter")
		}
		state := store.State()
		if l := state.Lessons[conv]; !l.Finished || len(l.Done) != len(lesson.Steps) {
			t.Errorf("kept %+v, want %d steps done", l, len(lesson.Steps))
		}
		d.atNext(conv)
	})
}

// predictions are a wrong and the right answer to each of the lesson's
// predictions, worked out by hand.
var predictions = map[string]struct{ wrong, right string }{
	"predict-second": {"4.5", "4"},
	"predict-last":   {"9", "3"},
	"predict-flip":   {"1", "4"},
	"design":         {"1", "2"},
}

// goThrough does what there is to do at a step, until Enter goes on.
func (d *driver) goThrough(step lessons.Step) {
	d.t.Helper()
	if p, ok := predictions[step.ID]; ok {
		before := d.session.Progress.State()
		d.press("enter") // nothing typed yet: nothing happens
		d.at("lesson/" + conv + "#" + step.ID)
		d.press("ctrl+t")
		d.typed(p.wrong)
		d.press("enter")
		if after := d.session.Progress.State(); asked(after) != asked(before)+1 {
			d.t.Errorf("%s: %d answers counted, want %d", step.ID, asked(after), asked(before)+1)
		}
		d.typed(p.right)
		d.press("enter")
		d.shows(p.right + " ✓")
		return
	}
	switch step.Widget.Type {
	case "conv":
		d.press("right", "right", "left", "tab", "space")
		d.pass(3 * time.Second)
		d.press("space", "end", "home", "f", "e", "5", "tab", "2", "u", "x", "e")
	case "zoom":
		d.press("+", "+", "+", "right", "down", "-", "o")
	case "photo":
		d.press("f", "o", "home", "space")
		d.pass(time.Second)
		d.press("space")
	case "quiz":
		d.closing()
	}
}

// closing gives all closing questions up and reads their solutions.
func (d *driver) closing() {
	d.t.Helper()
	kinds := 4
	for i := range kinds {
		d.shows(d.session.Say(viz.Words{Key: "practice.place", Args: viz.Args{"n": i + 1, "of": kinds, "level": 1 + i*2/kinds}}))
		d.press("ctrl+e") // tab goes from cell to cell of a grid
		if i < kinds-1 {
			d.press("enter")
		}
	}
}

func asked(s *progress.State) int {
	n := 0
	for _, tally := range s.Quiz {
		n += tally.Asked
	}
	return n
}

// TestPredictionKeepsWhatWasTyped changes language, theme and size in the
// middle of an answer.
func TestPredictionKeepsWhatWasTyped(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "lesson/cnn/conv#predict-second")
		before := d.heading("predict-second")
		d.typed("4.5")
		d.press("f2")
		if d.session.Language() == language || d.heading("predict-second") == before {
			t.Fatal("the language did not change")
		}
		d.shows(d.heading("predict-second"))
		d.shows("▸ 4.5")
		d.press("f3")
		d.send(tea.WindowSizeMsg{Width: 140, Height: 40})
		d.send(tea.WindowSizeMsg{Width: 40, Height: 10})
		d.shows("60×20")
		d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
		d.press("f2")
		d.shows("▸ 4.5")
		d.press("enter")
		if n := asked(d.session.Progress.State()); n != 1 {
			t.Errorf("%d answers counted, want 1", n)
		}
	})
}

// TestSecretIsKept looks for the answer before it is given.
func TestSecretIsKept(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "lesson/cnn/conv#predict-last")
		d.shows("?")
		d.send(tea.MouseMsg{X: 70, Y: 12, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
		d.press("right", "end", "left", "home", "tab") // tab opens the solution
		d.at("lesson/cnn/conv#predict-last")
		d.press("enter")
		d.at("lesson/cnn/conv#flip")
	})
}

// TestReopenedWhereItWasLeft ends in the middle and begins again with the same
// store.
func TestReopenedWhereItWasLeft(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		store := progress.NewMemory()
		d := drive(t, learner(t, language, store), "lesson/cnn/conv#slide")
		d.press("ctrl+c")
		if !d.quit {
			t.Fatal("ctrl+c does not end")
		}
		d = drive(t, learner(t, language, store), "home")
		d.shows(d.said("home.resume"))
		d.shows(d.heading("slide"))
		d.press("home", "enter")
		d.at("lesson/cnn/conv#slide")
		d.press("esc")
		d.at("home")
		d.press("q")
		if !d.quit {
			t.Error("q does not end")
		}
	})
}

// TestJamoAreShortcuts presses the shortcuts under a Korean input method.
func TestJamoAreShortcuts(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "home")
		d.press("ㅎ") // g
		if d.session.Language() == language {
			t.Error("ㅎ does not change the language")
		}
		d.press("ㅂ") // q
		if !d.quit {
			t.Error("ㅂ does not end")
		}
	})
}

// TestMouse opens a lesson from home, and goes to a step by a click on its cell.
func TestMouse(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, withOneLesson(learner(t, language, progress.NewMemory())), "home")
		d.click(d.said("home.settings"))
		d.at("settings")
		d.press("esc")
		d.send(tea.MouseMsg{Action: tea.MouseActionPress, Button: tea.MouseButtonWheelDown})
		d.press("home")
		d.click(d.said("home.lab"))
		if d.model.Route().Screen != "lab" {
			t.Fatalf("at %s", d.model.Route())
		}
		d.click(d.said("lab.conv"))
		d.press("e")
		before := d.text()
		d.click("·")
		if d.text() == before {
			t.Errorf("a click on a cell of the feature map changes nothing:\n%s", before)
		}
	})
}

// TestPlayingEnds plays a convolution to its end; nothing moves afterwards.
func TestPlayingEnds(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := drive(t, learner(t, language, progress.NewMemory()), "lesson/cnn/conv#product")
		start := d.text()
		d.press("space")
		for range 90 {
			d.pass(500 * time.Millisecond)
		}
		end := d.text()
		if end == start {
			t.Fatal("nothing moved")
		}
		d.pass(time.Minute)
		if d.text() != end {
			t.Error("something moves after the end")
		}
		d.press("end")
		if d.text() != end {
			t.Errorf("playing did not come to the end:\n%s\n%s", end, d.text())
		}
	})
}

// TestNothingMovesByItself waits a minute on every screen.
func TestNothingMovesByItself(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		for _, route := range everywhere() {
			d := drive(t, learner(t, language, progress.NewMemory()), route)
			before := d.text()
			d.pass(time.Minute)
			if d.text() != before {
				t.Errorf("%s moves by itself:\n%s\n%s", route, before, d.text())
			}
		}
	})
}
