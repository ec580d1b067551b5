package gift

import (
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// answers reads what stands between the braces; it gives the name of what is
// wrong, or "".
func (r *reader) answers(body string) (problem string) {
	bare, _, _ := strings.Cut(body, "#")
	switch bare = strings.ToUpper(strings.TrimSpace(bare)); {
	case body == "":
		r.q.Type = TypeEssay
	case strings.HasPrefix(body, "#"):
		return r.numbers(body[1:])
	case slices.Contains([]string{"T", "TRUE", "F", "FALSE"}, bare):
		r.trueFalse(body, bare[0] == 'T')
	case strings.Contains(body, "~"):
		return r.choices(body)
	case strings.Contains(body, "="):
		return r.words(body)
	default:
		return "answers"
	}
	return ""
}

// trueFalse reads "T#said if wrong#said if right".
func (r *reader) trueFalse(body string, isTrue bool) {
	r.q.Type = TypeTrueFalse
	parts := append(strings.SplitN(body, "#", 3), "", "")
	wrong, right := r.said(parts[1]), r.said(parts[2])
	r.q.Answers = []Answer{{Text: "true", Credit: 1, Why: right}, {Text: "false", Why: wrong}}
	if !isTrue {
		r.q.Answers = []Answer{{Text: "true", Why: wrong}, {Text: "false", Credit: 1, Why: right}}
	}
}

// choices reads "~wrong =right ~%50%half".
func (r *reader) choices(body string) (problem string) {
	r.q.Type = TypeSeveral
	if strings.Contains(body, "=") {
		r.q.Type = TypeChoice
	}
	marks := strings.FieldsFunc(strings.ReplaceAll(strings.ReplaceAll(body, "~", "\x01~"), "=", "\x01="), func(c rune) bool { return c == 1 })
	for _, part := range marks {
		if strings.TrimSpace(part) == "" {
			continue
		}
		if part[0] != '~' && part[0] != '=' {
			return "answers"
		}
		credit := 0.0
		if part[0] == '=' {
			credit = 1
		}
		a, ok := r.answer(part[1:], credit)
		if !ok {
			return "weight"
		}
		r.q.Answers = append(r.q.Answers, a)
	}
	return ""
}

// words reads "=this =%50%that", or pairs "=this -> that".
func (r *reader) words(body string) (problem string) {
	r.q.Type = TypeShort
	if strings.Contains(body, "->") {
		r.q.Type = TypeMatching
		return ""
	}
	parts := strings.Split(body, "=")
	if strings.TrimSpace(parts[0]) != "" {
		return "answers"
	}
	for _, part := range parts[1:] {
		a, ok := r.answer(part, 1)
		if !ok {
			return "weight"
		}
		r.q.Answers = append(r.q.Answers, a)
	}
	return ""
}

// weighted is a share of the points in percent before an answer.
var weighted = regexp.MustCompile(`^%(-?\d{1,3}(?:\.\d{1,8})?)%`)

// answer reads a weight, a text, and what is said about it.
func (r *reader) answer(part string, credit float64) (a Answer, ok bool) {
	part = strings.TrimSpace(part)
	if m := weighted.FindStringSubmatch(part); m != nil {
		percent, err := strconv.ParseFloat(m[1], 64)
		if err != nil || percent > 100 || percent < -100 {
			return a, false
		}
		part, credit = part[len(m[0]):], percent/100
	}
	text, why, _ := strings.Cut(part, "#")
	return Answer{Text: r.said(text), Credit: credit, Why: r.said(why)}, true
}

// numbers reads "3.14:0.01", "1..5", "=3:0 =%50%4:0"; what follows ~ is said to
// who gives another number.
func (r *reader) numbers(body string) (problem string) {
	r.q.Type = TypeNumber
	body, other, _ := strings.Cut(body, "~")
	if strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(other), "#")) != "" {
		r.note("feedback")
	}
	for part := range strings.SplitSeq(body, "=") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		a, ok := r.answer(part, 1)
		if !ok {
			return "weight"
		}
		if a.Value, a.Tolerance, ok = span(a.Text); !ok {
			return "number"
		}
		r.q.Answers = append(r.q.Answers, a)
	}
	if r.q.Answers == nil {
		return "number"
	}
	return ""
}

// span reads a number with a tolerance after a colon, or a range: its middle,
// and how far its ends are from there.
func span(text string) (value, tolerance string, ok bool) {
	if low, high, isRange := strings.Cut(text, ".."); isRange {
		a, okA := rational(low)
		b, okB := rational(high)
		if !okA || !okB || a.Cmp(b) > 0 {
			return "", "", false
		}
		half := big.NewRat(1, 2)
		middle := new(big.Rat).Mul(new(big.Rat).Add(a, b), half)
		return written(middle), written(new(big.Rat).Mul(new(big.Rat).Sub(b, a), half)), true
	}
	number, around, _ := strings.Cut(text, ":")
	if strings.TrimSpace(around) == "" {
		around = "0"
	}
	n, okN := rational(number)
	t, okT := rational(around)
	if !okN || !okT || t.Sign() < 0 {
		return "", "", false
	}
	return written(n), written(t), true
}

// decimal is a number as GIFT writes it; its exponent has no more digits than a
// program should work out.
var decimal = regexp.MustCompile(`^[+-]?(?:\d{1,18}(?:\.\d{0,12})?|\.\d{1,12})(?:[eE][+-]?\d)?$`)

func rational(text string) (*big.Rat, bool) {
	if text = strings.TrimSpace(text); !decimal.MatchString(text) {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}

// written is an exact decimal, without zeros at its end.
func written(n *big.Rat) string {
	digits, _ := n.FloatPrec()
	return n.FloatString(digits)
}
