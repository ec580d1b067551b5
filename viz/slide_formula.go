package viz

import (
	"fmt"
	"strconv"
	"strings"

	"convtutor/viz/canvas"
)

// value writes one of the four numbers; its letter while it is secret.
func (s SlideSetup) value(which SlideSetting, hide bool) string {
	if hide && strings.Contains(s.Veil, which.Letter()) {
		return which.Letter()
	}
	return strconv.Itoa(s.Get(which))
}

// veiled says that a number is to be kept secret.
func (s SlideSetup) veiled(hide bool) bool { return hide && s.Veil != "" }

// letters is the formula as people write it, each letter in its family's
// colour.
func (s SlideSetup) letters() canvas.Line { return slideFormula("N", "F", "P", "S", "2") }

// filled is the formula with the numbers at hand, up to its result.
func (s SlideSetup) filled(hide bool) canvas.Line {
	return slideFormula(
		s.value(SlideIn, hide), s.value(SlideFilter, hide), s.value(SlidePadding, hide), s.value(SlideStride, hide), "2×",
	)
}

func slideFormula(n, f, p, stride, two string) canvas.Line {
	if p == SlidePadding.Letter() { // in letters the sign is left out
		two = "2"
	}
	dim := func(text string) canvas.Run { return canvas.Run{Text: text, Role: canvas.RoleDim} }
	return canvas.Line{
		dim("("),
		{Text: n, Role: canvas.RoleInputTitle},
		dim(" - "),
		{Text: f, Role: canvas.RoleFilterTitle},
		dim(" + "),
		{Text: two + p, Role: canvas.RoleStrong},
		dim(")/"),
		{Text: stride, Role: canvas.RoleStrong},
		dim(" + 1"),
	}
}

// between is the step after it: the room divided by the stride.
func (s SlideSetup) between() string { return fmt.Sprintf("%d/%d + 1", s.room(), s.Stride) }

// quotient is the formula's result: "3", or "≈ 2.33" where the stride does not
// fit and the decimals are cut.
func (s SlideSetup) quotient() (sign, result string) {
	if s.room()%s.Stride == 0 {
		return "=", strconv.Itoa(s.room()/s.Stride + 1)
	}
	text := strconv.FormatFloat(float64(s.room())/float64(s.Stride)+1, 'f', -1, 64)
	if _, decimals, _ := strings.Cut(text, "."); len(decimals) <= 2 {
		return "=", text
	}
	return "≈", strconv.FormatFloat(float64(s.room())/float64(s.Stride)+1, 'f', 2, 64)
}

// Sum is the arithmetic of the output's side: "(7 - 3 + 2×0)/3 + 1 = 4/3 + 1 ≈
// 2.33".
func (s SlideSetup) Sum() string {
	sign, result := s.quotient()
	return s.filled(false).String() + " = " + s.between() + " " + sign + " " + result
}
