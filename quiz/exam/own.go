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
	var right, letters []string
	for at, i := range places {
		o := own.Options[i]
		shown := quiz.Option{Answer: o.Text.name(), Says: ownWords(o.Text.In(language))}
		if o.Right {
			right, letters = append(right, shown.Answer), append(letters, letter(at))
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
		q.Accept = []string{strings.Join(letters, ", ")} // a text may hold what parts texts
	default:
		q.Answer, q.Accept = right[0], right[1:]
	}
	return q
}

// wrongOption marks a wrong option of an own question: the instructor's reason
// stands beside it, no slip that the program knows.
const wrongOption = "own"

// letter names the option at a place: "a" for the first.
func letter(i int) string { return string(rune('a' + i)) }

// canonical writes what was picked among own options by their letters, whatever
// the language that the texts were read in.
func (a Asked) canonical(typed string) string {
	if a.Own == nil || len(a.Own.Options) == 0 {
		return typed
	}
	shown := make([]quiz.Option, len(a.Question.Options))
	for i, o := range a.Question.Options {
		shown[i].Answer, _ = o.Says.Args["text"].(string)
	}
	var picked []int
	var err error
	if a.Own.Type == TypeSeveral {
		picked, err = quiz.ReadSeveral(shown, typed)
	} else {
		picked = make([]int, 1)
		picked[0], err = quiz.ReadChoice(shown, typed)
	}
	if err != nil {
		return typed
	}
	letters := make([]string, len(picked))
	for i, at := range picked {
		letters[i] = letter(at)
	}
	return strings.Join(letters, ", ")
}
