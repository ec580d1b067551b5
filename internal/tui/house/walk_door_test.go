package house

import (
	"os"
	"strings"
	"testing"
	"time"

	"convtutor/quiz/exam"
	"convtutor/viz"
)

// arrive stands before the exam.
func arrive(t *testing.T, text, dir string) *exam.Entrance {
	t.Helper()
	e, err := exam.Parse("exam.yaml", []byte(text), exam.Checks{})
	if err != nil {
		t.Fatal(err)
	}
	entrance, err := exam.Arrive(dir, e, "kim01", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = entrance.Close() })
	return entrance
}

// TestNothingBeginsBeforeTheStudentSaysSo reads the terms, changes the
// language, and leaves: no file is there and no time has gone by.
func TestNothingBeginsBeforeTheStudentSaysSo(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		dir := t.TempDir()
		entrance := arrive(t, strings.Replace(examText, "FEEDBACK", "end", 1), dir)
		d := atDoor(t, language, entrance)
		d.says("exam.size", viz.Args{"n": 4, "points": 5})
		d.says("exam.terms.student", viz.Args{"student": "kim01"})
		d.says("exam.terms.feedback-end", nil)
		d.pass(time.Hour)
		d.press("f2", "f2", "a", "space")
		if files, err := os.ReadDir(dir); err != nil || len(files) > 0 || entrance.Sitting() != nil {
			t.Errorf("begun: %v %v", files, err)
		}
		d.press("enter")
		sitting := entrance.Sitting()
		if sitting == nil || sitting.Resumed() {
			t.Fatal("not begun")
		}
		if left, limited := sitting.Remaining(time.Now()); !limited || left < 10*time.Minute-time.Second {
			t.Errorf("%v left of 10 minutes", left)
		}
		d.press("esc", "esc") // to the overview, and out: the first page is gone
		if !d.quit {
			t.Error("still there")
		}
	})
}

// TestWhatWasBegunGoesOnAtTheStudentsWord says of an exam that was begun how much
// time is left, while it goes on, and hands it in when none is.
func TestWhatWasBegunGoesOnAtTheStudentsWord(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		dir, text := t.TempDir(), strings.Replace(examText, "FEEDBACK", "end", 1)
		d, sitting := sit(t, language, "end", dir)
		d.typed(sitting.Questions(language)[0].Question.Answer)
		d.press("enter", "esc", "esc")
		if err := sitting.Close(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(4 * time.Minute)
		entrance := arrive(t, text, dir)
		d = atDoor(t, language, entrance)
		d.says("exam.left", viz.Args{"time": "6:00"})
		d.pass(time.Second)
		d.pass(time.Second)
		d.says("exam.left", viz.Args{"time": "5:58"})
		if entrance.Sitting() != nil {
			t.Fatal("opened before the student said so")
		}
		d.press("enter")
		d.says("exam.place", viz.Args{"n": 2, "of": 4, "points": 1})
		d.says("exam.left", viz.Args{"time": "5:58"})
		d.press("esc", "esc")
		if err := entrance.Close(); err != nil {
			t.Fatal(err)
		}
		entrance = arrive(t, text, dir)
		d = atDoor(t, language, entrance)
		for range 6 * 60 {
			d.pass(time.Second)
		}
		d.says("exam.ran-out", nil)
		if _, done := entrance.Sitting().Submitted(); !done {
			t.Error("not handed in when the time was up")
		}
	})
}

// TestAnExamThatClosesWhileItsTermsAreRead cannot be begun.
func TestAnExamThatClosesWhileItsTermsAreRead(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		dir := t.TempDir()
		closes := time.Now().Add(time.Hour).Format(time.RFC3339)
		entrance := arrive(t, "closes: "+closes+strings.Replace(examText, "FEEDBACK", "end", 1), dir)
		d := atDoor(t, language, entrance)
		d.pass(2 * time.Hour)
		d.press("enter")
		d.says("fault.exam.closed", viz.Args{"time": entrance.Exam().Closes.Format("2006-01-02 15:04 -07:00")})
		if files, err := os.ReadDir(dir); err != nil || len(files) > 0 || entrance.Sitting() != nil {
			t.Errorf("begun: %v %v", files, err)
		}
		d.press("esc")
		if !d.quit {
			t.Error("still there")
		}
	})
}

// TestAQuestionMarkIsWritten types a question into an answer in words; F1 is the
// help there, and ? is it elsewhere.
func TestAQuestionMarkIsWritten(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, sitting := sit(t, language, "end", t.TempDir())
		d.shows("? " + d.session.Text("key.help"))
		d.press("pgup") // the last question: in one's own words
		d.shows("f1 " + d.session.Text("key.help"))
		d.typed("why?")
		d.press("f1")
		d.shows(d.session.Text("help.everywhere"))
		d.press("esc", "enter")
		if got := sitting.Progress().Items[3].Answer; got != "why?" {
			t.Errorf("kept as %q", got)
		}
	})
}

// TestHelpOfAnExamNamesOnlyKeysThatWork looks at the help before an exam and in
// a question: no letter is offered where letters belong to the answer.
func TestHelpOfAnExamNamesOnlyKeysThatWork(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d := atDoor(t, language, arrive(t, strings.Replace(examText, "FEEDBACK", "end", 1), t.TempDir()))
		lists := func(want, not []string) {
			t.Helper()
			d.press("f1")
			shown := map[string]bool{}
			for _, line := range d.model.Grid().Lines() {
				if fields := strings.Fields(line); len(fields) > 1 {
					shown[fields[0]] = true
				}
			}
			for _, k := range want {
				if !shown[k] {
					t.Errorf("the help does not list %s", k)
				}
			}
			for _, k := range not {
				if shown[k] {
					t.Errorf("the help lists %s", k)
				}
			}
			d.press("f1")
		}
		lists([]string{"enter", "esc", "g", "t", "q", "?"}, []string{"/", "w", "f4", "ctrl+f"})
		d.press("/", "w", "f4", "ctrl+f")
		d.says("exam.terms.not_begun", nil)
		d.press("enter")
		lists([]string{"enter", "esc", "f2", "f3", "ctrl+g", "ctrl+c"}, []string{"/", "w", "g", "t", "q", "f4", "ctrl+f"})
	})
}
