package house

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"convtutor/internal/progress"
	"convtutor/internal/tui/terminal"
	"convtutor/quiz/exam"
	"convtutor/viz"
)

// examText is an exam with some of everything.
const examText = `
id: walk
title: {en: Walk, ko: 걷기}
time: 10m
feedback: FEEDBACK
secret: "UC5QLWKEDOFAVV3IVKUSJFFCO4"
questions:
  - {kind: output-size, level: 1, seed: 5, points: 2}
  - {kind: filter-depth, level: 1, seed: 5}
  - ask: {en: Which of these learn?, ko: 무엇이 학습할까요?}
    picture: lesson/cnn/conv#slide
    options:
      - {text: conv, right: true}
      - {text: pool}
  - ask: {en: In your words., ko: 자기 말로.}
    accept: [pooling]
`

// sit opens the exam at its screen.
func sit(t *testing.T, language, feedback, dir string) (*driver, *exam.Sitting) {
	t.Helper()
	e, err := exam.Parse("exam.yaml", []byte(strings.Replace(examText, "FEEDBACK", feedback, 1)), exam.Checks{})
	if err != nil {
		t.Fatal(err)
	}
	entrance, err := exam.Arrive(dir, e, "kim01", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = entrance.Close() })
	d := atDoor(t, language, entrance)
	if !entrance.Standing.Begun {
		d.says("exam.terms.not_begun", nil)
	}
	d.press("enter")
	return d, entrance.Sitting()
}

// atDoor opens the exam at its first screen.
func atDoor(t *testing.T, language string, entrance *exam.Entrance) *driver {
	t.Helper()
	d := &driver{t: t, session: learner(t, language, progress.NewMemory())}
	t.Cleanup(func() { time.Sleep(time.Minute) })
	d.model = Exam(d.session, terminal.Capabilities{Color: terminal.TrueColor, UTF8: true}, entrance)
	d.run(d.model.Init())
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	return d
}

func (d *driver) says(key string, args viz.Args) {
	d.t.Helper()
	d.shows(d.session.Say(viz.Words{Key: key, Args: args}))
}

// TestExamKeepsWhatIsTyped changes theme and language in the middle of answers.
func TestExamKeepsWhatIsTyped(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, sitting := sit(t, language, "end", t.TempDir())
		d.typed("12")
		d.press("f3", "f2", "enter")
		if got := sitting.Progress().Items[0].Answer; got != "12" {
			t.Errorf("a number is kept as %q", got)
		}
		d.press("pgdown", "pgdown")
		d.typed("pool")
		d.press("f2", "f3", "enter")
		if got := sitting.Progress().Items[3].Answer; got != "pool" {
			t.Errorf("a text is kept as %q", got)
		}
		d.press("pgdown", "down", "ctrl+p", "f2", "ctrl+p", "enter") // the second option, its picture looked at
		if got := sitting.Progress().Items[2].Answer; got != "b" {
			t.Errorf("an option is kept as %q", got)
		}
		if state := d.session.Progress.State(); len(state.Lessons) > 0 {
			t.Errorf("a lesson that is only a picture counts as begun: %v", state.Lessons)
		}
	})
}

// TestExam sits an exam: an answer that cannot be read, one changed, one
// flagged, one left out, handed in once.
func TestExam(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		dir := t.TempDir()
		d, sitting := sit(t, language, "end", dir)
		asked := sitting.Questions(language)
		d.says("exam.left", viz.Args{"time": "10:00"})
		d.typed("seven")
		d.press("enter")
		if p := sitting.Progress(); p.Answered != 0 {
			t.Fatal("what cannot be read was taken")
		}
		for range "seven" {
			d.press("backspace")
		}
		d.typed(asked[0].Question.Slips[0].Answer)
		d.press("enter")
		d.says("exam.place", viz.Args{"n": 2, "of": 4, "points": 1})
		if text := d.text(); strings.Contains(text, d.session.Say(asked[0].Question.Slips[0].Why)) {
			t.Error("the slip is told before the end")
		}
		d.press("ctrl+g", "a")
		d.says("exam.recorded", nil)
		d.press("ctrl+p")
		d.shows(d.session.Text("viz.conv.filter")) // in the picture, a lesson
		d.press("esc", "down", "enter", "pgup", "pgup", "pgup")
		d.says("exam.place", viz.Args{"n": 1, "of": 4, "points": 2})
		for range asked[0].Question.Slips[0].Answer {
			d.press("backspace")
		}
		d.typed(asked[0].Question.Answer)
		d.press("enter", "esc")
		d.says("exam.stands", viz.Args{"n": 3, "of": 4, "flagged": 1})
		d.press("end", "enter")
		d.says("exam.confirm.open", viz.Args{"n": 1})
		d.press("esc", "end", "enter", "enter")
		d.says("exam.submitted", nil)
		if _, done := sitting.Submitted(); !done {
			t.Fatal("not handed in")
		}
		d.press("enter")
		if !d.quit {
			t.Error("the last entry leaves")
		}
		graded := gradedOf(t, sitting, dir)
		if got := graded.Marks[0]; got.Points != 2 || graded.Marks[3].Answer != "" {
			t.Errorf("graded %+v", graded)
		}
	})
}

// gradedOf writes the result and grades it.
func gradedOf(t *testing.T, sitting *exam.Sitting, dir string) *exam.Graded {
	t.Helper()
	file := filepath.Join(dir, exam.ResultName("walk", "kim01", 1))
	if err := sitting.WriteResult(file); err != nil {
		t.Fatal(err)
	}
	result, err := exam.ReadResult(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	if problems := exam.Verify(sitting.Exam(), result); len(problems) > 0 {
		t.Errorf("problems: %+v", problems)
	}
	graded, err := exam.Grade(sitting.Exam(), result)
	if err != nil {
		t.Fatal(err)
	}
	return graded
}

// TestExamRunsOut lets the time run out while nobody presses a key.
func TestExamRunsOut(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		d, sitting := sit(t, language, "never", t.TempDir())
		asked := sitting.Questions(language)
		d.typed(asked[0].Question.Answer)
		d.press("enter")
		for range 601 {
			d.pass(time.Second)
		}
		d.says("exam.ran-out", nil)
		if strings.Contains(d.text(), asked[0].Question.Answer) {
			t.Error("answers are told though the exam tells none")
		}
		if _, done := sitting.Submitted(); !done {
			t.Error("not handed in")
		}
	})
}

// TestExamAtOnce tells after each answer, which then stands; the exam goes on
// where it was left.
func TestExamAtOnce(t *testing.T) {
	both(t, func(t *testing.T, language string) {
		dir := t.TempDir()
		d, sitting := sit(t, language, "at-once", dir)
		q := sitting.Questions(language)[0].Question
		d.typed(q.Slips[0].Answer)
		d.press("enter")
		d.says(q.Slips[0].Why.Key, q.Slips[0].Why.Args)
		d.typed(q.Answer)
		d.press("enter") // goes on: the answer stands
		d.says("exam.place", viz.Args{"n": 2, "of": 4, "points": 1})
		if got := sitting.Progress().Items[0].Answer; got != q.Slips[0].Answer {
			t.Errorf("the answer is now %s", got)
		}
		d.press("esc", "esc")
		if !d.quit {
			t.Error("esc leaves from the overview")
		}
		if err := sitting.Close(); err != nil {
			t.Fatal(err)
		}
		d, sitting = sit(t, language, "at-once", dir)
		if !sitting.Resumed() || sitting.Progress().Answered != 1 {
			t.Error("it does not go on where it was left")
		}
		d.press("pgup")
		d.says(q.Slips[0].Why.Key, q.Slips[0].Why.Args)
	})
}
