package format

import (
	"slices"
	"strconv"
	"strings"

	"convtutor/quiz"
)

// typedAnswer is an answer that is typed: what it earns, in percent, and what is
// said to who gives it.
type typedAnswer struct{ Percent, Text, Tolerance, Why string }

// numbers are the right numbers, then those of known slips.
func (item Item) numbers() []typedAnswer {
	var list []typedAnswer
	for _, n := range item.Numbers {
		list = append(list, typedAnswer{"100", n.Value, n.Tolerance, ""})
	}
	for _, m := range item.Wrong {
		if m.Number.Value != "" {
			list = append(list, typedAnswer{"0", m.Number.Value, m.Number.Tolerance, m.Why})
		}
	}
	return list
}

// texts are all writings of what is right, then those of known slips that are
// not right.
func (item Item) texts() []typedAnswer {
	var list []typedAnswer
	for _, text := range item.Writings {
		list = append(list, typedAnswer{Percent: "100", Text: text})
	}
	used := slices.Clone(item.Writings)
	for _, m := range item.Wrong {
		for _, text := range m.Writings {
			if !slices.Contains(used, text) {
				used = append(used, text)
				list = append(list, typedAnswer{Percent: "0", Text: text, Why: m.Why})
			}
		}
	}
	return list
}

// byLetters says that an order is typed, as the letters of what is put in order:
// where several orders are right no program compares place by place, and a
// matching of two is none.
func (item Item) byLetters() bool {
	return item.Type == quiz.TypeOrder && (len(item.Also) > 0 || len(item.Steps) < 3)
}

// shares are the percentages of a right and of a wrong option: all right ones
// make 100, and among several a wrong one takes away what a right one gives.
func shares(item Item) (right, wrong string) {
	if item.Type != quiz.TypeSeveral {
		return "100", "0"
	}
	n := 0
	for _, c := range item.Choices {
		if c.Right {
			n++
		}
	}
	return percent(1, n), "-" + percent(1, n)
}

// percent is a share as Moodle lists it: five digits after the point at most.
func percent(part, of int) string {
	s := strconv.FormatFloat(100*float64(part)/float64(of), 'f', 5, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}
