package exam

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"convtutor/quiz"
)

var nine = time.Date(2027, 3, 2, 9, 0, 0, 0, time.UTC)

// sample is an exam with all that there is.
const sample = `
id: cnn-midterm
title: {en: Midterm, ko: 중간고사}
time: 45m
attempts: 2
opens: 2027-03-02T08:00:00Z
closes: 2027-03-02T12:00:00Z
secret: spring
shuffle: true
shuffle_options: true
questions:
  - kind: output-size
    level: 2
    count: 3
    points: 2
  - kind: parameters
    seed: 7
  - id: why
    ask: {en: Why pad?, ko: 패딩은 왜 하나요?}
    options:
      - {text: {en: To keep the size, ko: 크기를 지키려고}, right: true}
      - {text: {en: To lose pixels, ko: 픽셀을 버리려고}, why: {en: Padding adds., ko: 패딩은 더하는 거예요.}}
  - id: pi
    ask: Roughly, what is pi?
    answer: 3.14
    tolerance: 0.01
  - id: word
    ask: Which layer has no weights?
    accept: [pooling, max pooling, 풀링]
  - id: essay
    ask: Explain stride.
    type: text
`

// load reads an exam from a text with some lines replaced.
func load(t *testing.T, changes ...string) *Exam {
	t.Helper()
	e, err := Parse("exam.yaml", []byte(strings.NewReplacer(changes...).Replace(sample)), Checks{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func sit(t *testing.T, e *Exam, dir, student string, now time.Time) *Sitting {
	t.Helper()
	s, err := Open(dir, e, student, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// place is the index of a question.
func place(t *testing.T, s *Sitting, id string) int {
	t.Helper()
	for i, a := range s.Questions("en") {
		if a.ID == id {
			return i
		}
	}
	t.Fatalf("no question %q", id)
	return 0
}

// right answers every question that has one right answer.
func right(t *testing.T, s *Sitting, now time.Time) {
	t.Helper()
	for i, a := range s.Questions("en") {
		typed := a.Question.Answer
		if a.Own != nil && a.Own.Type == TypeText {
			typed = "  Max  POOLING "
		}
		reply, err := s.Answer(i, typed, now.Add(time.Duration(i)*time.Second))
		if err != nil || !reply.Accepted {
			t.Fatalf("%s: %q was not accepted: %v %v", a.ID, typed, reply, err)
		}
	}
}

// TestFeedback holds when a student hears how an answer stands, and that an
// answer stands of which that was said.
func TestFeedback(t *testing.T) {
	tells := func(verdicts []*quiz.Verdict) (n int) {
		for _, v := range verdicts {
			if v != nil {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		when               Feedback
		atOnce             bool
		before, afterwards int
	}{{FeedbackAtOnce, true, 1, 1}, {FeedbackEnd, false, 0, 1}, {FeedbackNever, false, 0, 0}} {
		t.Run(string(c.when), func(t *testing.T) {
			e := load(t, "shuffle: true", "shuffle: true\nfeedback: "+string(c.when))
			s := sit(t, e, t.TempDir(), "kim", nine)
			i := place(t, s, "pi")
			if reply, err := s.Answer(i, "about three", after(1)); err != nil || reply.Accepted || len(reply.Unread) == 0 {
				t.Errorf("what is no number: %+v %v", reply, err)
			}
			reply, err := s.Answer(i, "3", after(1))
			if err != nil || !reply.Accepted || (reply.Verdict != nil) != c.atOnce {
				t.Fatalf("%+v %v", reply, err)
			}
			if c.atOnce && reply.Verdict.Status != quiz.Wrong {
				t.Error("3 is said to be pi")
			}
			if _, err := s.Answer(i, "3.14", after(2)); errors.Is(err, ErrSettled) != c.atOnce {
				t.Errorf("changing the answer: %v", err)
			}
			if got := tells(s.Verdicts()); got != c.before {
				t.Errorf("%d told before the end, want %d", got, c.before)
			}
			if err := s.Submit(after(3)); err != nil {
				t.Fatal(err)
			}
			if got := tells(s.Verdicts()); got != c.afterwards {
				t.Errorf("%d told at the end, want %d", got, c.afterwards)
			}
		})
	}
}

// TestTheFirstAnswerCountsWhereItWasTold grades a result in which an answer was
// changed after its student was told, as only another program can write it.
func TestTheFirstAnswerCountsWhereItWasTold(t *testing.T) {
	e := load(t, "shuffle: true", "shuffle: true\nfeedback: at-once")
	s := sit(t, e, t.TempDir(), "kim", nine)
	pi, why := place(t, s, "pi"), place(t, s, "why")
	for i, typed := range map[int]string{pi: "3", why: "a"} {
		if _, err := s.Answer(i, typed, after(1)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Submit(after(2)); err != nil {
		t.Fatal(err)
	}
	text, _ := s.Result()
	r, err := parseResult("x", forged(t, string(text), func(_ int, r *Record) {
		if r.Question == "why" {
			r.Question, r.Answer = "pi", "3.14"
		}
	}, nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	g, err := Grade(e, r)
	if err != nil {
		t.Fatal(err)
	}
	first := r.Records[1].Answer
	for _, m := range g.Marks {
		if m.Asked.ID == "pi" && m.Answer != first {
			t.Errorf("%q counts, the first was %q", m.Answer, first)
		}
	}
}

func TestASittingFromBeginningToGrade(t *testing.T) {
	e, dir := load(t), t.TempDir()
	s := sit(t, e, dir, "2027-11", nine)
	right(t, s, nine.Add(time.Minute))
	if i := place(t, s, "pi"); s.Questions("ko")[i].Question.Type != quiz.TypeNumber {
		t.Error("pi is no number")
	}
	if err := s.Submit(nine.Add(10 * time.Minute)); err != nil {
		t.Fatal(err)
	}
	if err := s.Submit(nine.Add(11 * time.Minute)); !errors.Is(err, ErrSubmitted) {
		t.Errorf("submitted twice: %v", err)
	}
	file := filepath.Join(dir, ResultName(e.ID, "2027-11", 1))
	if err := s.WriteResult(file); err != nil {
		t.Fatal(err)
	}
	r, err := ReadResult(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	if found := Verify(e, r); len(found) > 0 {
		t.Errorf("an honest result has problems: %+v", found)
	}
	g, err := Grade(e, r)
	if err != nil {
		t.Fatal(err)
	}
	if g.Points != 10 || g.Of != 11 || g.ByHand != 1 {
		t.Errorf("%v of %v points, %d by hand; want 10 of 11, and 1 by hand", g.Points, g.Of, g.ByHand)
	}
	if text, _ := os.ReadFile(file); strings.Contains(string(text), "points") {
		t.Error("a score stands in the result")
	}
}
