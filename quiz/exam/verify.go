package exam

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// grace is how late a submission may come without being told: the program
// notices within a second that the time is over.
const grace = 5 * time.Second

// Verify says what is wrong with a result of an exam, what reading it showed
// included. Whose it should be is told from the file's name if it is the usual
// one.
func Verify(e *Exam, r *Result) []Problem {
	v := verifier{e: e, r: r, found: append([]Problem{}, r.Found...)}
	if r.Exam != e.ID {
		v.add(Problem{Kind: ProblemExam, Other: r.Exam})
		return v.found
	}
	v.identity()
	if len(r.Records) == 0 {
		return v.found
	}
	v.questions()
	v.times()
	return v.found
}

type verifier struct {
	e     *Exam
	r     *Result
	found []Problem
}

func (v *verifier) add(p Problem) {
	p.File = v.r.File
	v.found = append(v.found, p)
}

// identity checks whose result it is.
func (v *verifier) identity() {
	if m := named.FindStringSubmatch(filepath.Base(v.r.File)); m != nil && m[1] != studentDigest(v.r.Student) {
		v.add(Problem{Kind: ProblemStudent, Other: v.r.Student})
	}
	if v.r.Attempt < 1 || v.r.Attempt > v.e.Attempts {
		v.add(Problem{Kind: ProblemAttempt})
	}
	if v.e.Key != "" && !v.r.Sealed {
		v.add(Problem{Kind: ProblemOpen})
	}
}

// questions checks that what was answered is what the exam asks this student.
func (v *verifier) questions() {
	start := v.r.Start
	if start.Digest != v.e.Digest() {
		v.add(Problem{Kind: ProblemPaper})
		return
	}
	p, err := v.e.Paper(v.r.Student, v.r.Attempt, v.e.Language)
	if err != nil {
		v.add(Problem{Kind: ProblemQuestions})
		return
	}
	switch {
	case !maps.Equal(p.Seeds(), start.Seeds):
		v.add(Problem{Kind: ProblemStudent, Line: 2})
	case p.Digest() != start.Asked:
		v.add(Problem{Kind: ProblemQuestions, Line: 2})
	}
	for i, rec := range v.r.Records {
		if rec.Question != "" && p.Find(rec.Question) < 0 {
			v.add(Problem{Kind: ProblemEdited, Line: i + 2})
			return
		}
	}
}

// times checks when it was begun, answered and submitted.
func (v *verifier) times() {
	began := v.r.Began
	if v.e.Opens.After(began) {
		v.add(Problem{Kind: ProblemEarly, Line: 2, By: v.e.Opens.Sub(began)})
	}
	if !v.e.Closes.IsZero() && !began.Before(v.e.Closes) {
		v.add(Problem{Kind: ProblemBegunLate, Line: 2, By: began.Sub(v.e.Closes)})
	}
	var back time.Duration
	for _, rec := range v.r.Records {
		if rec.Clock != nil {
			back += rec.Clock.Back
		}
	}
	if back > 0 {
		v.add(Problem{Kind: ProblemClock, By: back})
	}
	if end, limited := v.e.Deadline(began); limited {
		v.end(end)
	}
}

// end checks what came after the end: answers, by the last of them, or only the
// submission.
func (v *verifier) end(end time.Time) {
	for i, rec := range slices.Backward(v.r.Records) {
		if rec.Event == EventAnswer && rec.At.After(end) {
			v.add(Problem{Kind: ProblemLate, Line: i + 2, By: rec.At.Sub(end)})
			return
		}
	}
	if v.r.Submitted.After(end.Add(grace)) {
		v.add(Problem{Kind: ProblemSubmitted, Line: len(v.r.Records) + 1, By: v.r.Submitted.Sub(end)})
	}
}

// Compare says which results of a class are the same attempt twice, or were
// copied from another student's: both have answers of the very same times. The
// problems stand at the place of their result.
func Compare(results []*Result) [][]Problem {
	found := make([][]Problem, len(results))
	attempts, courses := map[string]int{}, map[string]int{}
	for i, r := range results {
		who := fmt.Sprintf("%s\x00%s\x00%d", r.Exam, r.Student, r.Attempt)
		if first, ok := attempts[who]; ok {
			found[i] = append(found[i], Problem{Kind: ProblemTwice, File: r.File, Other: results[first].File})
			found[first] = append(found[first], Problem{Kind: ProblemTwice, File: results[first].File, Other: r.File})
			continue
		}
		attempts[who] = i
		course := r.course()
		if first, ok := courses[course]; ok && course != "" {
			found[i] = append(found[i], Problem{Kind: ProblemCopied, File: r.File, Other: results[first].File})
			found[first] = append(found[first], Problem{Kind: ProblemCopied, File: results[first].File, Other: r.File})
			continue
		}
		courses[course] = i
	}
	return found
}

// minCourse is how many answers two results must share in time to be told.
const minCourse = 2

// course is when each answer was given, to the millisecond; "" if there are too
// few to tell.
func (r *Result) course() string {
	var times []string
	for _, rec := range r.Records {
		if rec.Event == EventAnswer {
			times = append(times, rec.At.UTC().Format(time.RFC3339Nano))
		}
	}
	if len(times) < minCourse {
		return ""
	}
	return r.Exam + " " + strings.Join(times, " ")
}
