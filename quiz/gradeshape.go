package quiz

import (
	"slices"

	"convtutor/viz"
)

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
		return partly(either(made), got, want)
	}
	if len(got) == 1 && len(want) > 1 {
		return slipped(Mistake{Answer: typed, Slip: "one-side-for-all", Why: viz.Words{
			Key: "slip.one-side-for-all.why", Args: viz.Args{"wrong": got[0]},
		}})
	}
	if len(got) != len(want) {
		return notYet(unreadable(typed, "sides"))
	}
	if pair := pairOfSlips(q.Slips, got, want); pair != nil {
		return partly(slipped(pair...), got, want)
	}
	v := partly(wrong(typed, "shape"), got, want)
	v.Feedback = append(v.Feedback, partsWords(v.Parts)...)
	return v
}

// partly says which numbers of a wrong shape are right, and what they are worth.
func partly(v Verdict, got, want []int) Verdict {
	v.Parts = parts(got, want)
	right := 0
	for _, p := range v.Parts {
		if p.Right {
			right++
		}
	}
	v.Credit = share(right, len(v.Parts))
	return v
}

// share is a part of some; nothing of nothing.
func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// findShape finds the slips that lead to exactly this shape.
func findShape(slips []Mistake, got []int) []Mistake {
	return leadingTo(slips, func(answer string) bool {
		shape, err := ReadShape(answer)
		return err == nil && slices.Equal(shape, got)
	})
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
