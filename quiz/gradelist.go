package quiz

import (
	"slices"

	"convtutor/viz"
)

// gradeChoice takes an option's letter, a for the first, or its text. Any option
// without a slip is right.
func gradeChoice(q Question, typed string) Verdict {
	i, err := ReadChoice(q.Options, typed)
	if err != nil {
		return notYet(err)
	}
	if q.Options[i].Slip == "" {
		return correct(typed)
	}
	if m, ok := mistake(q.Slips, q.Options[i]); ok {
		return slipped(m)
	}
	return wrong(typed, "choice")
}

func mistake(slips []Mistake, o Option) (Mistake, bool) {
	for _, m := range slips {
		if m.Answer == o.Answer && m.Slip == o.Slip {
			return m, true
		}
	}
	return Mistake{}, false
}

// gradeSeveral compares what was picked with all that is right. The slip that
// leads to exactly these options is named, or else that of each wrong one.
func gradeSeveral(q Question, typed string) Verdict {
	picked, err := ReadSeveral(q.Options, typed)
	if err != nil {
		return notYet(err)
	}
	same := func(answer string) bool {
		set, err := ReadSeveral(q.Options, answer)
		return err == nil && slices.Equal(set, picked)
	}
	if slices.ContainsFunc(q.rights(), same) {
		return correct(typed)
	}
	right, of := 0, 0
	var made []Mistake
	for i, o := range q.Options {
		chosen := slices.Contains(picked, i)
		if o.Slip == "" {
			of++
			if chosen {
				right++
			}
		} else if m, ok := mistake(q.Slips, o); ok && chosen && !names(made, m.Slip) {
			made = append(made, m)
		}
	}
	if exact := leadingTo(q.Slips, same); exact != nil {
		made = exact
	}
	v, key := slipped(made...), "quiz.wrong.several"
	if right == len(picked) {
		key = "quiz.wrong.several-missing"
	}
	v.Feedback = append([]viz.Words{{Key: key, Args: viz.Args{
		"typed": shown(typed), "right": right, "of": of, "wrong": len(picked) - right,
	}}}, v.Feedback...)
	v.Credit = max(0, share(2*right-len(picked), of))
	return v
}

// names says whether a slip is among some mistakes.
func names(made []Mistake, slip string) bool {
	return slices.ContainsFunc(made, func(m Mistake) bool { return m.Slip == slip })
}

// gradeOrder compares place by place, with the nearest of all right orders.
func gradeOrder(q Question, typed string) Verdict {
	got, err := ReadOrder(q.Options, typed)
	if err != nil {
		return notYet(err)
	}
	var places []bool
	best := -1
	for _, answer := range q.rights() {
		want, err := ReadOrder(q.Options, answer)
		if err != nil {
			continue
		}
		if at, n := inPlace(got, want); n > best {
			places, best = at, n
		}
	}
	if best == len(got) {
		v := correct(typed)
		v.Places = places
		return v
	}
	v := wrongAs(typed, "order", viz.Args{"n": max(best, 0), "of": len(got)})
	made := leadingTo(q.Slips, func(answer string) bool {
		order, err := ReadOrder(q.Options, answer)
		return err == nil && slices.Equal(order, got)
	})
	if made != nil {
		v = either(made)
	}
	v.Places, v.Credit = places, share(max(best, 0), len(got))
	return v
}

// inPlace says for each place of an order whether it is right, and how many are.
func inPlace(got, want []int) (places []bool, n int) {
	places = make([]bool, len(got))
	for i := range got {
		if places[i] = i < len(want) && got[i] == want[i]; places[i] {
			n++
		}
	}
	return places, n
}
