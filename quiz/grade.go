package quiz

import (
	"errors"
	"math/big"
	"strings"

	"convtutor/viz"
)

// Grade says how a typed answer to a question stands.
func Grade(q Question, typed string) Verdict {
	var v Verdict
	switch q.Type {
	case TypeShape:
		v = gradeShape(q, typed)
	case TypeChoice:
		v = gradeChoice(q, typed)
	case TypeGrid:
		v = gradeGrid(q, typed)
	case TypeSeveral:
		v = gradeSeveral(q, typed)
	case TypePlace:
		v = gradePlace(q, typed)
	case TypeOrder:
		v = gradeOrder(q, typed)
	default:
		v = gradeNumber(q, typed)
	}
	if v.Status == Right {
		v.Credit = 1
	}
	return v
}

// rights are all ways to write the right answer that the question knows.
func (q Question) rights() []string { return append([]string{q.Answer}, q.Accept...) }

// gradeNumber compares exactly, or within the question's tolerance.
func gradeNumber(q Question, typed string) Verdict {
	got, err := ReadNumber(typed)
	if err != nil {
		return notYet(err)
	}
	same := func(answer string) bool {
		want, err := ReadNumber(answer)
		return err == nil && near(got, want, tolerance(q))
	}
	for _, right := range q.rights() {
		if same(right) {
			return correct(typed)
		}
	}
	if made := leadingTo(q.Slips, same); made != nil {
		return either(made)
	}
	return wrong(typed, "number")
}

// leadingTo are the slips whose answer is the one that was given.
func leadingTo(slips []Mistake, same func(answer string) bool) []Mistake {
	var made []Mistake
	for _, m := range slips {
		if same(m.Answer) {
			made = append(made, m)
		}
	}
	return made
}

func tolerance(q Question) *big.Rat {
	r := new(big.Rat).SetFloat64(q.Tolerance)
	if r == nil { // not a finite number
		return new(big.Rat)
	}
	return r
}

func near(a, b, tolerance *big.Rat) bool {
	d := new(big.Rat).Sub(a, b)
	return d.Abs(d).Cmp(tolerance) <= 0
}

func notYet(err error) Verdict {
	v := Verdict{Status: NotYet}
	if u := (*UnreadableError)(nil); errors.As(err, &u) {
		v.Feedback = []viz.Words{u.Words}
	}
	return v
}

func correct(typed string) Verdict {
	return Verdict{Status: Right, Feedback: []viz.Words{
		{Key: "quiz.right", Args: viz.Args{"typed": shown(typed)}},
	}}
}

// shown is what was typed, on one line.
func shown(typed string) string { return strings.Join(strings.Fields(typed), " ") }

// wrong is a wrong answer that no known slip leads to; hint names the sentence
// that says where to look.
func wrong(typed, hint string) Verdict { return wrongAs(typed, hint, viz.Args{}) }

// wrongAs has more to say than what was typed.
func wrongAs(typed, hint string, args viz.Args) Verdict {
	args["typed"] = shown(typed)
	return Verdict{Status: Wrong, Feedback: []viz.Words{{Key: "quiz.wrong." + hint, Args: args}}}
}

func slipped(mistakes ...Mistake) Verdict {
	v := Verdict{Status: Wrong, Slips: mistakes}
	for _, m := range mistakes {
		v.Feedback = append(v.Feedback, m.Why)
	}
	return v
}

// either is a wrong answer to which one slip leads, or each of several.
func either(mistakes []Mistake) Verdict {
	v := slipped(mistakes...)
	if len(mistakes) > 1 {
		first := viz.Words{Key: "quiz.either", Args: viz.Args{"n": len(mistakes)}}
		v.Feedback = append([]viz.Words{first}, v.Feedback...)
	}
	return v
}
