package exam

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"convtutor/quiz"
)

// Graded is a result with every mark worked out anew.
type Graded struct {
	Student string
	Attempt int
	Points  float64 // reached
	Of      float64 // that could be reached
	// Marks has one for each question, in the order of the exam's file.
	Marks []Mark
	// ByHand is how many answers wait for the instructor.
	ByHand int
}

// Mark is what one question earned.
type Mark struct {
	Asked  Asked
	Answer string // the one that counts, "" for none
	Late   bool   // only answered after the end: it counts as none
	// Credit is the share that is right, 0 to 1.
	Credit  float64
	Points  float64 // Credit of Asked.Points
	Verdict quiz.Verdict
	ByHand  bool // a text that the instructor reads
}

// Grade works every mark out anew, from the exam and the answers alone: the
// questions are made again from the exam's secret and the student's id. What
// came after the end does not count. It does not ask whether the result is
// honest: see Verify.
func Grade(e *Exam, r *Result) (*Graded, error) {
	language := e.Language
	p, err := e.Paper(r.Student, r.Attempt, language)
	if err != nil {
		return nil, err
	}
	counted, late := e.counted(r)
	g := &Graded{Student: r.Student, Attempt: r.Attempt}
	for _, a := range p.Asked {
		m := Mark{Asked: a, Answer: counted[a.ID], Late: counted[a.ID] == "" && late[a.ID]}
		if m.Answer != "" {
			m.ByHand = a.byHand()
			m.Verdict, m.Credit = grade(a, m.Answer)
		}
		m.Points = m.Credit * a.Points
		g.Points += m.Points
		g.Of += a.Points
		if m.ByHand {
			g.ByHand++
		}
		g.Marks = append(g.Marks, m)
	}
	slices.SortStableFunc(g.Marks, func(a, b Mark) int { return a.Asked.Entry - b.Asked.Entry })
	return g, nil
}

// counted gives the answer to each question that counts: the last in time, or
// the first where the student was told at once how it went. late are those
// answered after the end.
func (e *Exam) counted(r *Result) (answers map[string]string, late map[string]bool) {
	answers, late = map[string]string{}, map[string]bool{}
	end, limited := e.Deadline(r.Began)
	for _, rec := range r.Records {
		if rec.Event != EventAnswer {
			continue
		}
		if limited && rec.At.After(end) {
			late[rec.Question] = true
			continue
		}
		if e.Feedback == FeedbackAtOnce && answers[rec.Question] != "" {
			continue
		}
		answers[rec.Question] = rec.Answer
	}
	return answers, late
}

// byHand says whether an answer is read by the instructor.
func (a Asked) byHand() bool {
	return a.Own != nil && a.Own.Type == TypeText && len(a.Own.Accept) == 0
}

// grade says how an answer stands and how much of it is right, 0 to 1.
func grade(a Asked, typed string) (quiz.Verdict, float64) {
	if a.Own != nil && a.Own.Type == TypeText {
		return gradeText(a, typed)
	}
	v := quiz.Grade(a.Question, typed)
	if v.Status == quiz.Right {
		return v, 1
	}
	return v, 0
}

// gradeText compares words: case, spaces and the way that letters are put
// together do not matter.
func gradeText(a Asked, typed string) (quiz.Verdict, float64) {
	if slices.ContainsFunc(a.Own.Accept, func(right string) bool { return folded(right) == folded(typed) }) {
		return quiz.Verdict{Status: quiz.Right}, 1
	}
	if a.byHand() {
		return quiz.Verdict{}, 0
	}
	return quiz.Verdict{Status: quiz.Wrong}, 0
}

func folded(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(s))), " ")
}
