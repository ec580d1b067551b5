package i18n

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Phrase is a value that is itself said in words: a key and its arguments,
// looked up in the same language as the sentence it stands in.
type Phrase interface {
	// Phrase gives the key and what fills its placeholders.
	Phrase() (key string, args map[string]any)
}

// format writes a value: whole numbers in full with their thousands parted,
// fractions with the fewest digits that name them exactly, phrases in the
// catalogue's language. Text stays as it is, but for what is counted in it: in
// "300×400×3 = 360000" the thousands are parted as well.
func (c *Catalog) format(value any) string {
	switch v := value.(type) {
	case string:
		if !c.exact && sum.MatchString(v) {
			return wholes.ReplaceAllStringFunc(v, group)
		}
		return v
	case int:
		return c.parted(int64(v))
	case int64:
		return c.parted(v)
	case float64:
		return formatFloat(v, 64)
	case float32:
		return formatFloat(float64(v), 32)
	case Phrase:
		key, args := v.Phrase()
		return c.Text(key, args)
	case error:
		return c.Explain(v)
	default:
		return fmt.Sprint(v)
	}
}

// parted writes a whole number with its thousands parted, but in an error.
func (c *Catalog) parted(n int64) string {
	text := strconv.FormatInt(n, 10)
	if c.exact {
		return text
	}
	return group(text)
}

// sum is arithmetic with its result, or two numbers compared; wholes are the numbers in it.
var (
	sum    = regexp.MustCompile(`^[-−+×x*/÷() .\d]+ [=≈>→] [-−\d.]+%?$`)
	wholes = regexp.MustCompile(`\d+(\.\d+)?`)
)

// formatFloat writes the shortest decimal that gives v back; numbers too large
// or too small to be read in full are written with an exponent.
func formatFloat(v float64, bits int) string {
	size := math.Abs(v)
	switch {
	case v == 0:
		return "0"
	case math.IsInf(v, 1):
		return "∞"
	case math.IsInf(v, -1):
		return "-∞"
	case size < 1e-6 || size >= 1e21:
		return strconv.FormatFloat(v, 'g', -1, bits)
	default:
		return strconv.FormatFloat(v, 'f', -1, bits)
	}
}

// group puts a comma between the thousands of a number written in full; any
// other text is left as it is.
func group(number string) string {
	sign := ""
	digits := number
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	whole, fraction, hasFraction := strings.Cut(digits, ".")
	if len(whole) <= 3 || !allDigits(whole) || (hasFraction && !allDigits(fraction)) {
		return number
	}
	var out strings.Builder
	out.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteByte(whole[i])
	}
	if hasFraction {
		out.WriteString("." + fraction)
	}
	return out.String()
}

func allDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return text != ""
}
