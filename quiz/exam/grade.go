package exam

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"convtutor/quiz"
	"convtutor/viz"
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
			m.ByHand = a.ByHand()
		}
		if m.Answer != "" && !m.ByHand {
			m.Verdict = grade(a, m.Answer)
			m.Credit = m.Verdict.Credit
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

// ByHand says whether nothing here tells if an answer is right: a text that the
// instructor reads, or a handout's own question.
func (a Asked) ByHand() bool {
	return a.Own != nil && (a.Handout || a.Own.Type == TypeText && len(a.Own.Accept) == 0)
}

// Later says that this answer is judged elsewhere, and by whom: an instructor
// reads it, or the answers of a handout are with the instructor's own file.
func (a Asked) Later() (words viz.Words, ok bool) {
	switch {
	case !a.ByHand():
		return viz.Words{}, false
	case a.Handout:
		return viz.Words{Key: "exam.later"}, true
	}
	return viz.Words{Key: "exam.by_hand"}, true
}

// grade says how an answer stands.
func grade(a Asked, typed string) quiz.Verdict {
	if a.Own != nil && a.Own.Type == TypeText {
		return gradeText(a, typed)
	}
	return quiz.Grade(a.Question, typed)
}

// gradeText compares words: case, spaces and the way that letters are put
// together do not matter.
func gradeText(a Asked, typed string) quiz.Verdict {
	args := viz.Args{"typed": short(cleanLine(typed))}
	if slices.ContainsFunc(a.Own.Accept, func(right string) bool { return folded(right) == folded(typed) }) {
		return quiz.Verdict{Status: quiz.Right, Credit: 1, Feedback: []viz.Words{{Key: "exam.text.right", Args: args}}}
	}
	if a.ByHand() {
		return quiz.Verdict{}
	}
	return quiz.Verdict{Status: quiz.Wrong, Feedback: []viz.Words{{Key: "exam.text.wrong", Args: args}}}
}

// folded is a text as it is compared.
func folded(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(s))), " ")
}
