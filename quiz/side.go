package quiz

import (
	"fmt"

	"convtutor/internal/netspec"
	"convtutor/internal/nn"
)

// A side is one axis of an output's size; what people get wrong about it is a
// rule that computes another number from the same sizes.

// sideSlip computes what a slip makes of an axis, with its arithmetic. ok is
// false where the slip changes nothing or cannot be made.
type sideSlip struct {
	id   string
	rule func(a nn.Axis, rule nn.Rule) (n int, arithmetic string, ok bool)
}

// sideSlips lists them, the likeliest first.
func sideSlips() []sideSlip {
	return []sideSlip{
		{"pad-ignored", padIgnored},
		{"no-plus-one", noPlusOne},
		{"pad-once", padOnce},
		{"stride-ignored", strideIgnored},
		{"same-with-stride", sameWithStride},
		{"ceil-for-floor", ceilForFloor},
		{"floor-for-ceil", floorForCeil},
		{"round", rounded},
		{"brackets", brackets},
		{"brackets", bracketsBelow},
	}
}

// pad is how much an axis is padded in all: 2P.
func pad(a nn.Axis) int { return a.Before + a.After }

// padText writes the padding as the formula does: "2*1".
func padText(a nn.Axis) string { return fmt.Sprintf("2*%d", a.Before) }

// room is how far the filter can move: N - F + 2P.
func room(a nn.Axis) int { return a.In - a.Span() + pad(a) }

// sideText is the right arithmetic of a side: "(7 - 3 + 2*1)/2 + 1 = 4".
func sideText(a nn.Axis, rule nn.Rule, out int) string {
	top := fmt.Sprintf("(%d - %d + %s)/%d", a.In, a.Span(), padText(a), a.Stride)
	switch {
	case rule == nn.RuleSame:
		if a.Stride == 1 {
			return fmt.Sprintf("%d/1 = %d", a.In, out)
		}
		return fmt.Sprintf("ceil(%d/%d) = %d", a.In, a.Stride, out)
	case room(a)%a.Stride == 0:
		return fmt.Sprintf("%s + 1 = %d", top, out)
	case rule == nn.RuleCeil:
		return fmt.Sprintf("ceil(%s) + 1 = ceil(%d/%d) + 1 = %d", top, room(a), a.Stride, out)
	}
	return fmt.Sprintf("floor(%s) + 1 = floor(%d/%d) + 1 = %d", top, room(a), a.Stride, out)
}

func noPlusOne(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule == nn.RuleSame {
		return 0, "", false
	}
	n := room(a) / a.Stride
	text := fmt.Sprintf("(%d - %d + %s)/%d = %d", a.In, a.Span(), padText(a), a.Stride, n)
	if room(a)%a.Stride != 0 {
		text = fmt.Sprintf("floor(%d/%d) = %d", room(a), a.Stride, n)
	}
	return n, text, true
}

func padOnce(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule == nn.RuleSame || a.Before == 0 {
		return 0, "", false
	}
	r := a.In - a.Span() + a.Before
	return windows(r, a.Stride, fmt.Sprintf("%d - %d + %d", a.In, a.Span(), a.Before))
}

func padIgnored(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule != nn.RuleSame && a.Before == 0 {
		return 0, "", false
	}
	r := a.In - a.Span()
	return windows(r, a.Stride, fmt.Sprintf("%d - %d", a.In, a.Span()))
}

func strideIgnored(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule == nn.RuleSame || a.Stride == 1 {
		return 0, "", false
	}
	n := room(a) + 1
	return n, fmt.Sprintf("%d - %d + %s + 1 = %d", a.In, a.Span(), padText(a), n), true
}

func sameWithStride(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule != nn.RuleSame || a.Stride == 1 {
		return 0, "", false
	}
	return a.In, fmt.Sprintf("%d", a.In), true
}

func ceilForFloor(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule != nn.RuleFloor || room(a) < 0 || room(a)%a.Stride == 0 {
		return 0, "", false
	}
	n := room(a)/a.Stride + 2
	return n, fmt.Sprintf("ceil(%d/%d) + 1 = %d", room(a), a.Stride, n), true
}

func floorForCeil(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule == nn.RuleSame && a.In%a.Stride != 0 {
		return a.In / a.Stride, fmt.Sprintf("floor(%d/%d) = %d", a.In, a.Stride, a.In/a.Stride), true
	}
	if rule != nn.RuleCeil || room(a) < 0 || room(a)%a.Stride == 0 {
		return 0, "", false
	}
	n := room(a)/a.Stride + 1
	return n, fmt.Sprintf("floor(%d/%d) + 1 = %d", room(a), a.Stride, n), true
}

// rounded rounds half up, as people do.
func rounded(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule != nn.RuleFloor && rule != nn.RuleCeil || room(a) < 0 || room(a)%a.Stride == 0 {
		return 0, "", false
	}
	n := (2*room(a)+a.Stride)/(2*a.Stride) + 1
	return n, fmt.Sprintf("round(%d/%d) + 1 = %d", room(a), a.Stride, n), true
}

// brackets divides only the padding: (N - F) + 2P/S + 1.
func brackets(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule == nn.RuleSame || a.Stride == 1 || pad(a) == 0 || pad(a)%a.Stride != 0 {
		return 0, "", false
	}
	n := a.In - a.Span() + pad(a)/a.Stride + 1
	return n, fmt.Sprintf("(%d - %d) + %s/%d + 1 = %d", a.In, a.Span(), padText(a), a.Stride, n), true
}

// bracketsBelow divides by S + 1: (N - F + 2P)/(S + 1).
func bracketsBelow(a nn.Axis, rule nn.Rule) (int, string, bool) {
	if rule == nn.RuleSame || room(a)%(a.Stride+1) != 0 {
		return 0, "", false
	}
	n := room(a) / (a.Stride + 1)
	return n, fmt.Sprintf("(%d - %d + %s)/(%d + 1) = %d", a.In, a.Span(), padText(a), a.Stride, n), true
}

// windows counts the windows in a room, rounding down as most do without
// thinking; above is the room's arithmetic.
func windows(room, stride int, above string) (int, string, bool) {
	if room < 0 {
		return 0, "", false
	}
	n := room/stride + 1
	if room%stride != 0 {
		return n, fmt.Sprintf("floor((%s)/%d) + 1 = %d", above, stride, n), true
	}
	return n, fmt.Sprintf("(%s)/%d + 1 = %d", above, stride, n), true
}

// quotient writes a division: "2", or "4/3" where it does not come out.
func quotient(a, b int) string {
	if b != 0 && a%b == 0 {
		return itoa(a / b)
	}
	return fmt.Sprintf("%d/%d", a, b)
}

// axes are a layer's two axes over an input of size in, under a rule.
func axes(l netspec.Layer, in nn.Size) [2]nn.Axis {
	g := nn.Geometry{In: in, Window: l.Window}
	return [2]nn.Axis{g.Rows(), g.Columns()}
}
