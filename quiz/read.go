package quiz

import (
	"math/big"
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

// maxTyped bounds, in bytes, what is looked at as an answer.
const maxTyped = 200

// unreadable makes the error for typed; hint is the key's end in the catalogue.
func unreadable(typed, hint string) error {
	if len(typed) > maxTyped {
		typed = typed[:maxTyped]
	}
	typed = strings.ToValidUTF8(typed, "")
	return &UnreadableError{typed, viz.Words{Key: "quiz.unreadable." + hint, Args: viz.Args{"typed": typed}}}
}

var (
	// brackets around the whole answer: (1, 2, 3), [1, 2, 3].
	bracketed = regexp.MustCompile(`^(?:\((.*)\)|\[(.*)\]|\{(.*)\}|<(.*)>)$`)
	// times stands between the sides of a shape; the last two are said.
	times = regexp.MustCompile(` *(?:x|\*|곱하기|by) *`)
	// commas and spaces part them as well.
	commas = regexp.MustCompile(` *[,;] *| +`)
	// digits with a comma, apostrophe or space before every group of three.
	grouped = regexp.MustCompile(`^[1-9]\d{0,2}(?:(?:,\d{3})+|(?:'\d{3})+|(?: \d{3})+|(?:_\d{3})+)(?:\.\d+)?$`)
	plain   = regexp.MustCompile(`^\d{1,18}$`)
	decimal = regexp.MustCompile(`^(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})$`)
	ratio   = regexp.MustCompile(`^(\d{1,18}) */ *(\d{1,18})$`)
	sum     = regexp.MustCompile(`^[\d.,()*x/+\- ]+$`)
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

// ReadNumber reads one number: "270", "1,440,000", "-4", "2.33", "7/3". A
// comma is a thousands separator where groups of three digits follow, and
// unreadable anywhere else.
func ReadNumber(typed string) (*big.Rat, error) {
	s, err := tidy(typed)
	if err != nil {
		return nil, err
	}
	s = strings.TrimSpace(strings.TrimSuffix(unbracket(s), "개"))
	body := strings.TrimSpace(strings.TrimLeft(s, "+-"))
	if len(s)-len(strings.TrimLeft(s, "+-")) > 1 {
		return nil, unreadable(typed, "number")
	}
	n, ok := positive(body)
	if !ok {
		return nil, unreadable(typed, numberHint(body))
	}
	if strings.HasPrefix(s, "-") {
		n.Neg(n)
	}
	return n, nil
}

// ReadInt reads one whole number, in the ways of ReadNumber.
func ReadInt(typed string) (int, error) {
	n, err := ReadNumber(typed)
	if err != nil {
		return 0, err
	}
	if !n.IsInt() || !n.Num().IsInt64() {
		return 0, unreadable(typed, "whole")
	}
	return int(n.Num().Int64()), nil
}

// numberHint tells a sum that is still to be worked out from no number at all.
func numberHint(s string) string {
	if sum.MatchString(s) && strings.ContainsAny(s, "*x/+-") && strings.ContainsAny(s, "0123456789") {
		return "sum"
	}
	return "number"
}

// tidy folds what was typed and takes off what stands around an answer.
func tidy(typed string) (string, error) {
	if len(typed) > maxTyped {
		return "", unreadable(typed, "long")
	}
	s := strings.TrimSpace(netspec.Fold(strings.ToValidUTF8(typed, "?")))
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

// positive reads a number without a sign.
func positive(s string) (*big.Rat, bool) {
	if grouped.MatchString(s) {
		s = ungroup(s)
	}
	if m := ratio.FindStringSubmatch(s); m != nil {
		over, _ := new(big.Int).SetString(m[1], 10)
		under, _ := new(big.Int).SetString(m[2], 10)
		if under.Sign() == 0 {
			return nil, false
		}
		return new(big.Rat).SetFrac(over, under), true
	}
	if !decimal.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

func ungroup(s string) string {
	return strings.NewReplacer(",", "", "'", "", " ", "", "_", "").Replace(s)
}
