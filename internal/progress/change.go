package progress

import (
	"maps"
	"slices"
	"time"
)

// Change is one thing that happened. It is kept as what happened rather than
// as the state after it, so that it can be applied again to what another
// process wrote meanwhile.
type Change struct {
	settings bool // belongs to the settings' file
	apply    func(*State)
}

// ReachStep notes that the learner came to a step at a time.
func ReachStep(lesson, step string, at time.Time) Change {
	return changeLesson(lesson, func(l *Lesson) { l.Step, l.At = step, at })
}

// FinishStep notes that a step is done.
func FinishStep(lesson, step string) Change {
	return changeLesson(lesson, func(l *Lesson) {
		if at, found := slices.BinarySearch(l.Done, step); !found {
			l.Done = slices.Insert(slices.Clone(l.Done), at, step)
		}
	})
}

// FinishLesson notes that a lesson was gone through to its end.
func FinishLesson(lesson string) Change {
	return changeLesson(lesson, func(l *Lesson) { l.Finished = true })
}

func changeLesson(id string, change func(*Lesson)) Change {
	return Change{apply: func(s *State) {
		lesson := s.Lessons[id]
		change(&lesson)
		s.Lessons[id] = lesson
	}}
}

// CountQuestion counts a question of a kind that was answered; slip is the
// known mistake that the answer came from, or "".
func CountQuestion(kind string, right bool, slip string) Change {
	return Change{apply: func(s *State) {
		tally := s.Quiz[kind]
		tally.Asked++
		if right {
			tally.Right++
		}
		if slip != "" {
			tally.Slips = maps.Clone(tally.Slips)
			if tally.Slips == nil {
				tally.Slips = map[string]int{}
			}
			tally.Slips[slip]++
		}
		s.Quiz[kind] = tally
	}}
}

// AnswerPart notes an answer to a part of the assignment.
func AnswerPart(part, answer string, right bool, slip string) Change {
	return Change{apply: func(s *State) {
		s.Parts[part] = Part{Answer: answer, Right: right, Slip: slip, Tries: s.Parts[part].Tries + 1}
	}}
}

// Remember changes how well something is remembered. The new card is worked
// out from the one that is there when the change is applied.
func Remember(name string, next func(Card) Card) Change {
	return Change{apply: func(s *State) { s.Memory[name] = next(s.Memory[name]) }}
}

// RememberIfKnown is Remember for what is remembered already; what is not stays
// so.
func RememberIfKnown(name string, next func(Card) Card) Change {
	return Change{apply: func(s *State) {
		if card, ok := s.Memory[name]; ok {
			s.Memory[name] = next(card)
		}
	}}
}

// CountDay counts a question answered on the day of a time.
func CountDay(at time.Time) Change {
	return Change{apply: func(s *State) { s.Days[at.Format(time.DateOnly)]++ }}
}

// Choose notes a setting; "" leaves it to the program again.
func Choose(name Setting, value string) Change {
	return Change{settings: true, apply: func(s *State) {
		if value == "" {
			delete(s.Settings, name)
			return
		}
		s.Settings[name] = value
	}}
}
