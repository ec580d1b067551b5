package plain

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"convtutor/quiz/exam"
)

// sitting is an exam in lines of text: what is said to some lines.
func sitting(t *testing.T, language, text, typed string, wait time.Duration) (said string, s *exam.Sitting) {
	t.Helper()
	e, err := exam.Parse("exam.yaml", []byte(text), exam.Checks{})
	if err != nil {
		t.Fatal(err)
	}
	learner := newSession(t, language)
	begun := learner.Now()
	entrance, s := enter(t, e, t.TempDir(), begun)
	now := begun
	learner.Config.Now = func() time.Time { now = now.Add(wait); return now }
	var out bytes.Buffer
	if err := Sit(learner, entrance, false, strings.NewReader(typed), &out, time.After); err != nil {
		t.Fatal(err)
	}
	return oneLine(out.String()), s
}

// enter begins an exam.
func enter(t *testing.T, e *exam.Exam, dir string, now time.Time) (*exam.Entrance, *exam.Sitting) {
	t.Helper()
	entrance, err := exam.Arrive(dir, e, "kim", now)
	if err != nil {
		t.Fatal(err)
	}
	s, err := entrance.Enter(now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = entrance.Close() })
	return entrance, s
}

const inLines = `
id: lines
title: Lines
variants: same
time: 10m
questions:
  - {id: sum, ask: "What is **1** + 1 → ?", answer: 2}
  - {id: several, ask: Which?, options: [{text: one, right: true}, {text: two, right: true}, {text: three}]}
  - {id: text, ask: Why?, type: text}
`

func TestSitting(t *testing.T) {
	for _, c := range []struct {
		name, language, typed string
		said, unsaid          []string
		submitted             bool
	}{
		{"an own question is said as it is", "en", "", []string{"What is **1** + 1 → ?"}, []string{"Recorded"}, false},
		{"answered and submitted", "en", "2\nb, a\nbecause\n:submit\n", []string{"Every question has an answer", "1: right 2: right 3: your instructor reads it"}, nil, true},
		{"goes on to what is open", "en", "2\n:goto 1\n2.0\n", []string{"Recorded. Question 2 of 3", "Your answer so far: 2 "}, nil, false},
		{"round and round", "en", ":back\n:next\n", []string{"Question 3 of 3, 1 point", "Question 1 of 3"}, nil, false},
		{"taken back", "en", "2\n:goto 1\n:clear\n:list\n", []string{"taken back", "0 of 3 answered, 0 flagged", "1: not answered"}, nil, false},
		{"what cannot be read costs nothing", "en", "two\n:list\n", []string{"0 of 3 answered"}, []string{"Recorded"}, false},
		{"an answer with a colon in it", "en", ":goto 3\nsee: here\n", []string{"Recorded"}, nil, false},
		{"an unknown command is help", "en", ":what\n", []string{":submit: submit, once"}, []string{"Recorded"}, false},
		{"Korean, and keys of the other layout", "ko", "2\n:해새 1\n:표시\n:목록\n:제출\n", []string{"1번: 2, 표시함", "제출했어요", "1번: 맞았어요"}, nil, true},
		{"nothing after the end", "en", ":submit\n2\n", []string{"Submitted."}, []string{"Recorded"}, true},
		{"left", "en", "2\n:quit\n2\n", []string{"Your answers are kept"}, []string{"Submitted"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			said, s := sitting(t, c.language, inLines, c.typed, time.Second)
			for _, want := range c.said {
				if !strings.Contains(said, want) {
					t.Errorf("not said: %q in\n%s", want, said)
				}
			}
			for _, not := range c.unsaid {
				if strings.Contains(said, not) {
					t.Errorf("said: %q in\n%s", not, said)
				}
			}
			if _, done := s.Submitted(); done != c.submitted {
				t.Errorf("submitted: %v", done)
			}
		})
	}
}

// TestTheTermsComeFirst reads the terms where the program waits for the word to
// begin.
func TestTheTermsComeFirst(t *testing.T) {
	for _, c := range []struct {
		name, language, typed string
		waits, begun          bool
		said, unsaid          string
	}{
		{"Enter begins", "en", "\n2\n", true, true, "Press Enter to begin, or type :quit to leave. The time runs from now on.", "Nothing was begun"},
		{"left", "en", ":quit\n2\n", true, false, "3 questions, 3 points in all. You have 10 minutes from the moment you begin.", "The time runs"},
		{"left by a key of the other layout", "ko", ":벼ㅑㅅ\n", true, false, "시작하지 않았어요.", "시간이 흘러요."},
		{"the input is at its end", "en", "", true, false, "Nothing was begun.", "The time runs"},
		{"lines from elsewhere are not waited for", "en", "2\n", false, true, "Recorded", "Press Enter to begin"},
	} {
		t.Run(c.name, func(t *testing.T) {
			e, err := exam.Parse("exam.yaml", []byte(inLines), exam.Checks{})
			if err != nil {
				t.Fatal(err)
			}
			learner := newSession(t, c.language)
			entrance, err := exam.Arrive(t.TempDir(), e, "kim", learner.Now())
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = entrance.Close() })
			var out bytes.Buffer
			if err := Sit(learner, entrance, c.waits, strings.NewReader(c.typed), &out, time.After); err != nil {
				t.Fatal(err)
			}
			said := oneLine(out.String())
			if begun := entrance.Sitting() != nil; begun != c.begun || !strings.Contains(said, c.said) || strings.Contains(said, c.unsaid) {
				t.Errorf("begun: %v\n%s", begun, said)
			}
		})
	}
}

// inPictures is an exam with questions of the program's own.
const inPictures = `
id: look
title: Look
variants: same
feedback: FEEDBACK
questions:
  - {kind: parameters, level: 1, seed: 5}
  - {kind: filter-depth, level: 1, seed: 5}
`

// TestSolutionsAreGoneThroughInAnExam walks through a solution once it is told:
// at once, or at the end, and never before or where nothing is told.
func TestSolutionsAreGoneThroughInAnExam(t *testing.T) {
	const how, none = "Press Enter for the next one; :back goes back", "not told, or not told yet"
	for _, c := range []struct {
		feedback, typed string
		said, unsaid    []string
	}{
		{"at-once", "\n9\n:steps\n\n:back\n\n\n\n\n\n\n:quit\n", []string{"The answer is", ":steps goes through the solution", how, "Question 2 of 2"}, []string{none, "Try again"}},
		{"at-once", "\n:steps 2\n:quit\n", []string{none}, []string{how}},
		{"end", "\n9\n9\n:steps 1\n:submit\n:steps 1\n\n:what\n:steps 7\n:quit\n", []string{none, "1: not right", ":steps 2 goes through", how}, nil},
		{"never", "\n9\n:steps 1\n:submit\n:steps 1\n", []string{none}, []string{how, "not right", "The answer is"}},
	} {
		t.Run(c.feedback, func(t *testing.T) {
			e, err := exam.Parse("exam.yaml", []byte(strings.Replace(inPictures, "FEEDBACK", c.feedback, 1)), exam.Checks{})
			if err != nil {
				t.Fatal(err)
			}
			learner := newSession(t, "en")
			entrance, err := exam.Arrive(t.TempDir(), e, "kim", learner.Now())
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = entrance.Close() })
			var out bytes.Buffer
			if err := Sit(learner, entrance, true, strings.NewReader(c.typed), &out, time.After); err != nil {
				t.Fatal(err)
			}
			said := oneLine(out.String())
			for _, want := range c.said {
				if !strings.Contains(said, want) {
					t.Errorf("not said: %q in\n%s", want, said)
				}
			}
			for _, not := range c.unsaid {
				if strings.Contains(said, not) {
					t.Errorf("said: %q in\n%s", not, said)
				}
			}
		})
	}
}

// TestSittingRunsOut holds that the time runs out between two lines, and at the
// end of the input.
func TestSittingRunsOut(t *testing.T) {
	for _, typed := range []string{"2\n3\n4\n5\n", "2\n"} {
		said, s := sitting(t, "en", inLines, typed, 4*time.Minute)
		if _, done := s.Submitted(); !done || !strings.Contains(said, "The time is over") {
			t.Errorf("%q: not over: %s", typed, said)
		}
	}
}

// TestTimeRunsOutWhileALineIsAwaited holds that the exam ends, with all that was
// answered, though nothing more is typed and the input stays open; and that the
// clock is looked at seldom before.
func TestTimeRunsOutWhileALineIsAwaited(t *testing.T) {
	e, err := exam.Parse("exam.yaml", []byte(inLines), exam.Checks{})
	if err != nil {
		t.Fatal(err)
	}
	learner, dir := newSession(t, "en"), t.TempDir()
	now := learner.Now()
	learner.Config.Now = func() time.Time { return now }
	entrance, s := enter(t, e, dir, now)
	in, keyboard := io.Pipe()
	t.Cleanup(func() { _ = keyboard.Close() })
	var out bytes.Buffer
	waits := 0
	after := func(d time.Duration) <-chan time.Time {
		if waits++; waits == 1 { // the first wait is for the answer
			go func() { _, _ = io.WriteString(keyboard, "2\n") }()
			return nil
		}
		now = now.Add(d)
		up := make(chan time.Time, 1)
		up <- now
		return up
	}
	if err := Sit(learner, entrance, false, in, &out, after); err != nil {
		t.Fatal(err)
	}
	if _, done := s.Submitted(); !done || s.Progress().Items[0].Answer != "2" {
		t.Errorf("submitted: %v, %+v", done, s.Progress())
	}
	if said := oneLine(out.String()); strings.Count(said, "The time is over") != 1 || !strings.Contains(said, "1: right") {
		t.Errorf("said %s", said)
	}
	if waits > 1+11 { // ten minutes, a glance each
		t.Errorf("the clock was looked at %d times", waits)
	}
}
