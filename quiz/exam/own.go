package exam

import (
	"strings"

	"convtutor/quiz"
	"convtutor/viz"
)

// ownKey is the catalogue's key of a text that the instructor wrote: "{text}".
const ownKey = "exam.own"

func ownWords(text string) viz.Words { return viz.Words{Key: ownKey, Args: viz.Args{"text": text}} }

// ask makes the question of an own entry in a language.
func (e *Exam) ask(entry Entry, student string, attempt int, language string) quiz.Question {
	own := entry.Own
	q := quiz.Question{
		Kind: entry.ID, Level: 1, Type: quiz.Type(own.Type),
		Answer: own.Answer, Accept: own.Accept, Tolerance: own.Tolerance,
	}
	for line := range strings.SplitSeq(own.Ask.In(language), "\n") {
		q.Prompt = append(q.Prompt, ownWords(line))
	}
	places := make([]int, len(own.Options))
	for i := range places {
		places[i] = i
	}
	if e.ShuffleOptions {
		places = e.order(student, attempt, "options "+entry.ID, len(places))
	}
	var right []string
	for _, i := range places {
		o := own.Options[i]
		shown := quiz.Option{Answer: o.Text.name(), Says: ownWords(o.Text.In(language))}
		if o.Right {
			right = append(right, shown.Answer)
		} else {
			shown.Slip = wrongOption
		}
		if !o.Right && !o.Why.Empty() {
			q.Slips = append(q.Slips, quiz.Mistake{Answer: shown.Answer, Slip: wrongOption, Why: ownWords(o.Why.In(language))})
		}
		q.Options = append(q.Options, shown)
	}
	switch {
	case len(right) == 0:
	case own.Type == TypeSeveral:
		q.Answer = strings.Join(right, "; ")
	default:
		q.Answer, q.Accept = right[0], right[1:]
	}
	return q
}

// wrongOption marks a wrong option of an own question: the instructor's reason
// stands beside it, no slip that the program knows.
const wrongOption = "own"
