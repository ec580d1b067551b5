package gift

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"convtutor/quiz"
)

// typedAs tells what words to type are when each of them is a writing of a
// number, or of one shape; kind is "" where they are just words. Each number is
// given once, as the first of its writings.
func typedAs(texts []string) (kind string, answers []string) {
	if one, ok := numbers(texts); ok {
		return "number", one
	}
	if shape, ok := oneShape(texts); ok {
		return "shape", []string{shape}
	}
	return "", nil
}

// padded is a number whose zeros may mean something: 007, or the bits 0110.
var padded = regexp.MustCompile(`^[+-]?0\d`)

func numbers(texts []string) (list []string, ok bool) {
	var known []string
	for _, text := range texts {
		n, err := quiz.ReadNumber(text)
		if err != nil || padded.MatchString(strings.TrimSpace(text)) {
			return nil, false
		}
		if exact := n.RatString(); !slices.Contains(known, exact) {
			known, list = append(known, exact), append(list, text)
		}
	}
	return list, true
}

// crossed is how a shape is written where it cannot be a place or a list: with a
// cross between its sides.
var crossed = regexp.MustCompile(`(?i)\d\s*[x×*]\s*\d`)

func oneShape(texts []string) (shape string, ok bool) {
	var sides []int
	for _, text := range texts {
		s, err := quiz.ReadShape(text)
		if err != nil || len(s) < 2 || sides != nil && !slices.Equal(s, sides) {
			return "", false
		}
		sides = s
		ok = ok || crossed.MatchString(text)
	}
	var written []string
	for _, n := range sides {
		written = append(written, strconv.Itoa(n))
	}
	return strings.Join(written, "x"), ok
}
