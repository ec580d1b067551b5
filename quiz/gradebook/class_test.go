package gradebook

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convtutor/internal/i18n"
	"convtutor/quiz/exam"
	"convtutor/viz"
)

var nine = time.Date(2027, 3, 2, 9, 0, 0, 0, time.UTC)

const sample = `
id: cnn-quiz
title: {en: "Quiz, |first|", ko: 첫 시험}
time: 45m
attempts: 2
opens: 2027-03-02T08:00:00Z
closes: 2027-03-02T12:00:00Z
secret: spring
shuffle: true
shuffle_options: true
questions:
  - kind: output-size
    count: 3
    points: 2
  - kind: parameters
  - id: why
    ask: Why is an image padded?
    options:
      - {text: To keep its size, right: true}
      - {text: To lose pixels, why: Padding adds.}
      - {text: To have fewer weights}
  - id: essay
    ask: Explain stride.
    type: text
`

func load(t *testing.T, changes ...string) *exam.Exam {
	t.Helper()
	e, err := exam.Parse("exam.yaml", []byte(strings.NewReplacer(changes...).Replace(sample)), exam.Checks{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// answers says what a student types to a question; "" for nothing.
type answers func(a exam.Asked) string

func right(a exam.Asked) string {
	if a.ByHand() {
		return "It is how far the window moves."
	}
	return a.Question.Answer
}

// slipping answers with the first known slip.
func slipping(a exam.Asked) string {
	if a.ID == "why" {
		return "To lose pixels" // its letter depends on the student
	}
	if len(a.Question.Slips) == 0 {
		return ""
	}
	return a.Question.Slips[0].Answer
}

func nothing(exam.Asked) string { return "" }

// sit sits the exam and gives the result's file.
func sit(t *testing.T, e *exam.Exam, student string, begin time.Time, say answers) string {
	t.Helper()
	dir := t.TempDir()
	s, err := exam.Open(dir, e, student, begin)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	at := begin
	for i, a := range s.Questions("en") {
		if typed := say(a); typed != "" {
			at = at.Add(time.Duration(len(student)*(i+1)) * 1007 * time.Millisecond)
			if _, err := s.Answer(i, typed, at); err != nil {
				t.Fatalf("%s %s: %q: %v", student, a.ID, typed, err)
			}
		}
	}
	if err := s.Submit(at.Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, exam.ResultName(e.ID, student, 1))
	if err := s.WriteResult(file); err != nil {
		t.Fatal(err)
	}
	return file
}

func read(t *testing.T, files ...string) []*exam.Result {
	t.Helper()
	var list []*exam.Result
	for _, f := range files {
		r, err := exam.ReadResult(f, nil)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, r)
	}
	return list
}

func class(t *testing.T, e *exam.Exam, results []*exam.Result, rules Rules) *Class {
	t.Helper()
	c, err := New(e, results, rules)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func english(t *testing.T) viz.Say {
	t.Helper()
	b, err := i18n.Open()
	if err != nil {
		t.Fatal(err)
	}
	words := b.For("en")
	return func(w viz.Words) string { return words.Text(w.Key, w.Args) }
}

// four students: all right, the first three right, all slips, nothing.
func four(t *testing.T, e *exam.Exam) []*exam.Result {
	t.Helper()
	some := func(a exam.Asked) string {
		if a.Entry == 0 {
			return right(a)
		}
		return slipping(a)
	}
	return read(t,
		sit(t, e, "ann", nine, right), sit(t, e, "bobby", nine.Add(time.Minute), some),
		sit(t, e, "=2+5", nine.Add(2*time.Minute), slipping), sit(t, e, "다은", nine.Add(3*time.Minute), nothing))
}
