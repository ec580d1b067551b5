package quiz

import (
	"strings"

	"convtutor/viz"
)

// Numbers says a question's input and filter in words, a sentence for each
// channel, rows parted by slashes as in "1 0 1 / 0 1 0 / 1 0 1": for where no
// picture shows them. It is empty for a question about a network.
func (q Question) Numbers() []viz.Words {
	p := q.Given.Problem
	if p == nil {
		return nil
	}
	words := planes(p.Input, "quiz.numbers.input")
	if p.Weight != nil {
		words = append(words, planes(*p.Weight, "quiz.numbers.filter")...)
	}
	return words
}

func planes(a Array, key string) []viz.Words {
	var words []viz.Words
	for c := range a.Shape[1] {
		args := viz.Args{"rows": a.rows(c), "channel": c + 1}
		if a.Shape[1] > 1 {
			words = append(words, viz.Words{Key: key + "-channel", Args: args})
		} else {
			words = append(words, viz.Words{Key: key, Args: args})
		}
	}
	return words
}

// rows writes a channel: "1 0 1 / 0 1 0".
func (a Array) rows(c int) string {
	var lines []string
	for y := range a.Shape[2] {
		var cells []string
		for x := range a.Shape[3] {
			cells = append(cells, itoa(a.at(c, point{Y: y, X: x})))
		}
		lines = append(lines, strings.Join(cells, " "))
	}
	return strings.Join(lines, " / ")
}
