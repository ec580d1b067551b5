package quiz

import (
	"math/big"
	"regexp"
	"strings"
)

var (
	// digits with a comma, apostrophe or space before every group of three.
	grouped = regexp.MustCompile(`^[1-9]\d{0,2}(?:(?:,\d{3})+|(?:'\d{3})+|(?: \d{3})+|(?:_\d{3})+)(?:\.\d+)?$`)
	// one comma that parts no thousands is a decimal one.
	decimalComma = regexp.MustCompile(`^\d{1,18},\d{1,18}$`)
	plain        = regexp.MustCompile(`^\d{1,18}$`)
	decimal      = regexp.MustCompile(`^(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})$`)
	ratio        = regexp.MustCompile(`^(\d{1,18}) */ *(\d{1,18})$`)
	mixed        = regexp.MustCompile(`^(\d{1,18}) +(\d{1,18} */ *\d{1,18})$`)
	sum          = regexp.MustCompile(`^[\d.,()*x/+\- ]+$`)
)

// fractions writes the fractions that are one sign out.
var fractions = strings.NewReplacer(
	"½", " 1/2", "⅓", " 1/3", "⅔", " 2/3", "¼", " 1/4", "¾", " 3/4", "⅕", " 1/5", "⅖", " 2/5", "⅗", " 3/5",
	"⅘", " 4/5", "⅙", " 1/6", "⅚", " 5/6", "⅛", " 1/8", "⅜", " 3/8", "⅝", " 5/8", "⅞", " 7/8", "⅑", " 1/9", "⅒", " 1/10",
)

// ReadNumber reads one number: "270", "1,440,000", "-4", "2.33", "2,33", "7/3",
// "½". A comma is a thousands separator where groups of three digits follow,
// and a decimal one where there is but one and it is none of those.
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

// positive reads a number without a sign.
func positive(s string) (*big.Rat, bool) {
	if m := mixed.FindStringSubmatch(s); m != nil {
		part, ok := fraction(m[2])
		whole, fine := new(big.Rat).SetString(m[1])
		if !ok || !fine || part.Cmp(big.NewRat(1, 1)) >= 0 {
			return nil, false
		}
		return part.Add(part, whole), true
	}
	if ratio.MatchString(s) {
		return fraction(s)
	}
	switch {
	case grouped.MatchString(s):
		s = ungroup(s)
	case decimalComma.MatchString(s):
		s = strings.ReplaceAll(s, ",", ".")
	}
	if !decimal.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

// fraction reads "7/3".
func fraction(s string) (*big.Rat, bool) {
	m := ratio.FindStringSubmatch(s)
	over, _ := new(big.Int).SetString(m[1], 10)
	under, _ := new(big.Int).SetString(m[2], 10)
	if under.Sign() == 0 {
		return nil, false
	}
	return new(big.Rat).SetFrac(over, under), true
}

func ungroup(s string) string {
	return strings.NewReplacer(",", "", "'", "", " ", "", "_", "").Replace(s)
}

// sameNumber says whether two texts are one number.
func sameNumber(a, b string) bool {
	x, errX := ReadNumber(a)
	y, errY := ReadNumber(b)
	return errX == nil && errY == nil && x.Cmp(y) == 0
}
