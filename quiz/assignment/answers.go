package assignment

import (
	"slices"
	"strings"

	"convtutor/internal/fault"
	"convtutor/internal/netspec"
	"convtutor/quiz"
	"convtutor/viz"
)

// Answers are what was typed, by the part's id.
type Answers map[string]string

// example is an answer as it is written, and one of a part of it.
const (
	example = "q1=718x1278x6,3 q1.shape=718x1278x6"
	usage   = "write q1=718x1278x6,3 or q1.shape=718x1278x6"
)

// ParseAnswers reads answers as they are given on a command line:
// "q1=718x1278x6,3" has a question's parts in order, "q1.depth=3" one of them.
// A part that is left out is not answered.
func ParseAnswers(flags []string) (Answers, error) {
	answers := Answers{}
	for _, flag := range flags {
		name, value, ok := strings.Cut(netspec.Fold(flag), "=")
		if !ok {
			return nil, fault.New("error.answer.sign", fault.Args{"typed": flag}, "answer %q has no =", flag).WithHint("error.hint.answer", fault.Args{"example": example}, "%s", usage)
		}
		given, err := split(strings.TrimSpace(name), strings.TrimSpace(value))
		if err != nil {
			return nil, err
		}
		for id, text := range given {
			if _, twice := answers[id]; twice {
				return nil, fault.New("error.answer.twice", fault.Args{"part": id}, "%s is answered twice", id).WithHint("error.hint.each_once", nil, "give each part once")
			}
			answers[id] = text
		}
	}
	return answers, nil
}

// split gives the parts that one flag answers.
func split(name, value string) (Answers, error) {
	if slices.Contains(asked(), name) {
		return Answers{name: value}, nil
	}
	var ids []string
	for _, id := range asked() {
		if question, _, _ := strings.Cut(id, "."); question == name {
			ids = append(ids, id)
		}
	}
	if ids == nil {
		return nil, fault.New("error.quiz.question", fault.Args{"name": name}, "there is no question %q", name).
			WithHint("error.hint.questions", fault.Args{"known": "q1, q2, q3, q4", "example": example}, "questions are q1, q2, q3, q4; %s", usage)
	}
	if len(ids) == 1 {
		return Answers{ids[0]: value}, nil
	}
	shape, rest := cutShape(value)
	given := Answers{}
	for i, text := range []string{shape, rest} {
		if text != "" {
			given[ids[i]] = text
		}
	}
	return given, nil
}

// cutShape parts a shape from what follows it: after its closing bracket, after
// the last number of a shape written with x, or after its third number. A value
// that begins with a comma leaves the shape out, and one number alone is none.
func cutShape(value string) (shape, rest string) {
	const between = ",; "
	if strings.HasPrefix(value, ",") {
		return "", strings.TrimLeft(value, between)
	}
	if _, err := quiz.ReadNumber(value); err == nil && !strings.ContainsAny(value, between) {
		return "", value
	}
	if end := strings.IndexAny(value, ")]}"); end >= 0 {
		return value[:end+1], strings.TrimLeft(value[end+1:], between)
	}
	if last := strings.LastIndexAny(value, "x*"); last >= 0 {
		tail := strings.TrimLeft(value[last+1:], " ")
		if i := strings.IndexAny(tail, between); i >= 0 {
			return strings.TrimRight(strings.TrimSuffix(value, tail[i:]), between), strings.TrimLeft(tail[i:], between)
		}
		return value, ""
	}
	numbers := strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune(between, r) })
	if len(numbers) <= 3 {
		return value, ""
	}
	return strings.Join(numbers[:3], ","), strings.Join(numbers[3:], ",")
}

// Line is how one part stands.
type Line struct {
	Part     Part
	Typed    string // empty where it is not answered
	Answered bool
	Verdict  quiz.Verdict
}

// Right says whether the part is answered right.
func (l Line) Right() bool { return l.Answered && l.Verdict.Status == quiz.Right }

// Check grades answers part by part; parts that are not answered are listed as
// such. allRight decides the exit status.
func Check(parts []Part, answers Answers) (lines []Line, allRight bool) {
	allRight = true
	for _, p := range parts {
		l := Line{Part: p}
		l.Typed, l.Answered = answers[p.ID]
		if l.Answered {
			l.Verdict = quiz.Grade(p.Question, l.Typed)
		}
		allRight = allRight && l.Right()
		lines = append(lines, l)
	}
	return lines, allRight
}

// Words say the line: the part's id, what was typed, how it stands; then why,
// where it is not right.
func (l Line) Words() []viz.Words {
	key := "assignment.line.wrong"
	switch {
	case !l.Answered:
		key = "assignment.line.unanswered"
	case l.Verdict.Status == quiz.Right:
		key = "assignment.line.right"
	case l.Verdict.Status == quiz.NotYet:
		key = "assignment.line.unreadable"
	}
	words := []viz.Words{{Key: key, Args: viz.Args{"part": l.Part.ID, "typed": l.Typed}}}
	if l.Answered && l.Verdict.Status != quiz.Right {
		words = append(words, l.Verdict.Feedback...)
	}
	return words
}
