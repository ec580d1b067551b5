package quiz

import (
	"regexp"
	"strconv"
	"strings"

	"convtutor/internal/netspec"
	"convtutor/viz"
)

// UnreadableError is what cannot be read as an answer: not an answer yet, and
// never a wrong one. Hint says in words how one is written.
type UnreadableError struct {
	Typed string
	Words viz.Words
}

func (e *UnreadableError) Error() string {
	return "not an answer yet: " + strconv.Quote(e.Typed)
}

// maxTyped bounds, in bytes, what is looked at as an answer; maxLong where it
// has many parts.
const (
	maxTyped = 200
	maxLong  = 4000
)

// unreadable makes the error for typed; hint is the key's end in the catalogue.
func unreadable(typed, hint string) error {
	return unreadableAs(typed, hint, viz.Args{})
}

// unreadableAs has more to say than what was typed.
func unreadableAs(typed, hint string, args viz.Args) error {
	if len(typed) > maxTyped {
		typed = typed[:maxTyped]
	}
	typed = strings.ToValidUTF8(typed, "")
	args["typed"] = typed
	return &UnreadableError{typed, viz.Words{Key: "quiz.unreadable." + hint, Args: args}}
}

var (
	// brackets around the whole answer: (1, 2, 3), [1, 2, 3].
	bracketed = regexp.MustCompile(`^(?:\((.*)\)|\[(.*)\]|\{(.*)\}|<(.*)>)$`)
	// times stands between the sides of a shape; the last two are said.
	times = regexp.MustCompile(` *(?:x|\*|곱하기|by) *`)
	// commas and spaces part them as well.
	commas = regexp.MustCompile(` *[,;] *| +`)
)

// ReadShape reads the sides of a shape as people write them: "718x1278x6",
// "(718, 1278, 6)", "718 × 1278 × 6", "718*1278*6", "718 1278 6". It gives as
// many sides as there are; each is a whole number.
func ReadShape(typed string) ([]int, error) {
	s, err := tidy(typed)
	if err != nil {
		return nil, err
	}
	s = strings.TrimRight(unbracket(s), ", ")
	part := commas
	if times.MatchString(s) {
		part = times
	}
	var sides []int
	for _, piece := range part.Split(s, -1) {
		n, ok := whole(piece)
		if !ok || len(sides) >= 8 {
			return nil, unreadable(typed, "shape")
		}
		sides = append(sides, n)
	}
	return sides, nil
}

// tidy folds what was typed and takes off what stands around an answer.
func tidy(typed string) (string, error) { return tidyUpTo(typed, maxTyped) }

func tidyUpTo(typed string, most int) (string, error) {
	if len(typed) > most {
		return "", unreadable(typed, "long")
	}
	s := strings.TrimSpace(fractions.Replace(netspec.Fold(strings.ToValidUTF8(typed, "?"))))
	s = strings.TrimSpace(strings.TrimPrefix(s, "="))
	if s == "" {
		return "", unreadable(typed, "empty")
	}
	return s, nil
}

func unbracket(s string) string {
	if m := bracketed.FindStringSubmatch(s); m != nil {
		s = m[1] + m[2] + m[3] + m[4] // one of the four matched
	}
	return strings.TrimSpace(s)
}

// whole reads digits, grouped by thousands or not.
func whole(s string) (int, bool) {
	if grouped.MatchString(s) {
		s = ungroup(s)
	}
	if !plain.MatchString(s) {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}
