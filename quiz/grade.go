package quiz

import (
	"errors"
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"convtutor/viz"
)

// Grade says how a typed answer to a question stands.
func Grade(q Question, typed string) Verdict {
	switch q.Type {
	case TypeShape:
		return gradeShape(q, typed)
	case TypeChoice:
		return gradeChoice(q, typed)
	default:
		return gradeNumber(q, typed)
	}
}

// gradeNumber compares exactly, or within the question's tolerance.
func gradeNumber(q Question, typed string) Verdict {
	got, err := ReadNumber(typed)
	if err != nil {
		return notYet(err)
	}
	tolerance := new(big.Rat)
	tolerance.SetFloat64(q.Tolerance)
	for _, right := range append([]string{q.Answer}, q.Accept...) {
		if want, err := ReadNumber(right); err == nil && near(got, want, tolerance) {
			return correct(typed)
		}
	}
	var made []Mistake
	for _, m := range q.Slips {
		if want, err := ReadNumber(m.Answer); err == nil && near(got, want, tolerance) {
			made = append(made, m)
		}
	}
	if made != nil {
		return either(made)
	}
	return wrong(typed, "number")
}

func near(a, b, tolerance *big.Rat) bool {
	d := new(big.Rat).Sub(a, b)
	return d.Abs(d).Cmp(tolerance) <= 0
}

// gradeShape compares side by side. Where the sides come from one slip and the
// depth from another, both are named.
func gradeShape(q Question, typed string) Verdict {
	got, err := ReadShape(typed)
	if err != nil {
		return notYet(err)
	}
	want, _ := ReadShape(q.Answer)
	if slices.Equal(got, want) {
		v := correct(typed)
		v.Parts = parts(got, want)
		return v
	}
	if made := findShape(q.Slips, got); made != nil {
		v := either(made)
		v.Parts = parts(got, want)
		return v
	}
	if len(got) == 1 && len(want) > 1 {
		return slipped(Mistake{Answer: typed, Slip: "one-side-for-all", Why: viz.Words{
			Key: "slip.one-side-for-all.why", Args: viz.Args{"wrong": got[0]},
		}})
	}
	if len(got) != len(want) {
		return notYet(unreadable(typed, "sides"))
	}
	v := wrong(typed, "shape")
	v.Parts = parts(got, want)
	v.Feedback = append(v.Feedback, partsWords(v.Parts)...)
	if pair := pairOfSlips(q.Slips, got, want); pair != nil {
		v = slipped(pair...)
		v.Parts = parts(got, want)
	}
	return v
}

// findShape finds the slips that lead to exactly this shape.
func findShape(slips []Mistake, got []int) []Mistake {
	var found []Mistake
	for _, m := range slips {
		if shape, err := ReadShape(m.Answer); err == nil && slices.Equal(shape, got) {
			found = append(found, m)
		}
	}
	return found
}

// pairOfSlips finds one slip that spoils only height and width, and one that
// spoils only the depth, which together make got.
func pairOfSlips(slips []Mistake, got, want []int) []Mistake {
	if len(got) != 3 || len(want) != 3 {
		return nil
	}
	plane := findShape(slips, []int{got[0], got[1], want[2]})
	depth := findShape(slips, []int{want[0], want[1], got[2]})
	if plane == nil || depth == nil {
		return nil
	}
	return []Mistake{plane[0], depth[0]}
}

var sideNames = []string{"height", "width", "channels"}

func parts(got, want []int) []Part {
	if len(got) != len(want) || len(got) > len(sideNames) {
		return nil
	}
	list := make([]Part, len(got))
	for i := range got {
		list[i] = Part{sideNames[i], got[i], got[i] == want[i]}
	}
	return list
}

// partsWords says which sides are right already, if any is.
func partsWords(list []Part) []viz.Words {
	right := ""
	for _, p := range list {
		if p.Right {
			right += p.Name[:1]
		}
	}
	if right == "" {
		return nil
	}
	return []viz.Words{{Key: "quiz.partly." + right}} // h, w, c, hw, hc, wc
}

// gradeChoice takes an option's letter, a for the first, or its text.
func gradeChoice(q Question, typed string) Verdict {
	s, err := tidy(typed)
	if err != nil {
		return notYet(err)
	}
	s = strings.Trim(s, "() .")
	i := letter(s)
	if i < 0 || i >= len(q.Options) {
		i = slices.IndexFunc(q.Options, func(o Option) bool { return sameText(o.Answer, s) })
	}
	if i < 0 {
		return notYet(unreadable(typed, "choice"))
	}
	if q.Options[i].Slip == "" {
		return correct(typed)
	}
	if m, ok := mistake(q.Slips, q.Options[i]); ok {
		return slipped(m)
	}
	return wrong(typed, "choice")
}

// letter is the place of an option's letter, typed on a Latin or a Korean
// keyboard, whose keys a to f give ㅁ to ㄹ; -1 if it is none.
func letter(s string) int {
	for i, pair := range []string{"aㅁ", "bㅠ", "cㅊ", "dㅇ", "eㄷ", "fㄹ"} {
		if s != "" && utf8.RuneCountInString(s) == 1 && strings.Contains(pair, s) {
			return i
		}
	}
	return -1
}

// sameText compares an option with a folded text, as a shape or a number where
// both are one.
func sameText(option, s string) bool {
	if strings.EqualFold(option, s) {
		return true
	}
	a, errA := ReadShape(option)
	b, errB := ReadShape(s)
	return errA == nil && errB == nil && slices.Equal(a, b)
}

func mistake(slips []Mistake, o Option) (Mistake, bool) {
	for _, m := range slips {
		if m.Answer == o.Answer && m.Slip == o.Slip {
			return m, true
		}
	}
	return Mistake{}, false
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
		{Key: "quiz.right", Args: viz.Args{"typed": strings.TrimSpace(typed)}},
	}}
}

// wrong is a wrong answer that no known slip leads to; hint names the sentence
// that says where to look.
func wrong(typed, hint string) Verdict {
	return Verdict{Status: Wrong, Feedback: []viz.Words{
		{Key: "quiz.wrong." + hint, Args: viz.Args{"typed": strings.TrimSpace(typed)}},
	}}
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
