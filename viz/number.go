package viz

import (
	"math"
	"strconv"
	"strings"
)

// digits is how many decimals are shown at most: more than anyone types, fewer
// than where binary fractions show that they are not decimal ones.
const digits = 9

// Number writes a value as people write it: whole numbers and decimals in full
// ("3", "-0.25"), without the dust of binary fractions (0.1 + 0.2 is "0.3").
func Number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) >= 1e12 {
		return strconv.FormatFloat(v, 'g', 6, 64)
	}
	s := strconv.FormatFloat(v, 'f', digits, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

// factor is a number inside of a sum or product: negative ones in parentheses.
func factor(v float64) string {
	s := Number(v)
	if strings.HasPrefix(s, "-") {
		return "(" + s + ")"
	}
	return s
}

// Short writes a value in at most width columns: rounded, if it must be, with
// fewer decimals; "#" where it does not fit at all.
func Short(v float64, width int) string {
	s := Number(v)
	for d := digits - 1; len(s) > width && d >= 0; d-- {
		s = strconv.FormatFloat(v, 'f', d, 64)
	}
	if len(s) > width {
		return "#"
	}
	if s == "-0" {
		return "0"
	}
	return s
}
