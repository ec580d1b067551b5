package nn

import (
	"errors"

	"convtutor/internal/fault"
)

// What can be wrong with a window over an input; errors of this package wrap
// these, so that a screen can say the reason in the learner's language.
var (
	// ErrTooLarge: the filter is larger than the padded input.
	ErrTooLarge = errors.New("filter larger than the padded input")
	// ErrRemainder: the stride leaves a remainder and the rule is RuleError.
	ErrRemainder = errors.New("stride leaves a remainder")
	// ErrRange: a size is below what makes sense or above MaxSide.
	ErrRange = errors.New("size out of range")
)

// Axis is one axis of a window over an input; height and width follow the same
// arithmetic. All sizes are in cells and nothing is filled in: a stride or
// dilation of 0 is an error here.
type Axis struct {
	In       int // N, the input
	Filter   int // F
	Stride   int // S
	Before   int // padding at the top or left
	After    int // padding at the bottom or right
	Dilation int // D, 1 for a filter without gaps
}

// Span is the number of cells that the filter covers, D(F-1) + 1.
func (a Axis) Span() int { return a.Dilation*(a.Filter-1) + 1 }

// Remainder is the number of padded cells at the end that are left over when
// the last whole window has been placed: (N + P - D(F-1) - 1) mod S. It is
// negative where the filter does not fit by less than a stride, and means
// nothing for sizes that Output refuses.
func (a Axis) Remainder() int {
	return (a.In + a.Before + a.After - a.Span()) % max(1, a.Stride)
}

// Output is the number of windows: (N + P - D(F-1) - 1)/S + 1, rounded as rule
// says. RuleSame takes no notice of the padding given.
func (a Axis) Output(rule Rule) (int, error) {
	if err := a.check(); err != nil {
		return 0, err
	}
	room := a.In + a.Before + a.After - a.Span()
	switch rule {
	case RuleSame:
		return (a.In + a.Stride - 1) / a.Stride, nil
	case RuleCeil:
		return a.ceil(room)
	case RuleFloor, RuleError:
	default:
		return 0, outOfRange("error.spec.rule", fault.Args{"name": int(rule)}, "unknown rule %d", rule)
	}
	if room < 0 {
		return 0, a.tooLarge()
	}
	if rule == RuleError && room%a.Stride != 0 {
		return 0, a.remains()
	}
	return room/a.Stride + 1, nil
}

// ceil is PyTorch's ceil_mode (aten/src/ATen/native/Pool.h): round up, but drop
// windows that would begin in the trailing padding or beyond it.
func (a Axis) ceil(room int) (int, error) {
	if room <= -a.Stride {
		return 0, a.tooLarge()
	}
	rounded := (room+a.Stride-1)/a.Stride + 1
	starts := (a.In+a.Before-1)/a.Stride + 1
	return min(rounded, starts), nil
}

// Transposed is the size that a transposed convolution makes of the axis,
// (N-1)S - P + D(F-1) + extra + 1. extra, the output padding, tells apart the
// sizes that the same convolution leads to N, and must be smaller than stride or
// dilation, whichever is larger, as PyTorch demands.
func (a Axis) Transposed(extra int) (int, error) {
	if err := a.check(); err != nil {
		return 0, err
	}
	if extra < 0 || extra >= max(a.Stride, a.Dilation) {
		return 0, outOfRange("error.size.extra", fault.Args{"extra": extra, "stride": a.Stride, "dilation": a.Dilation},
			"output padding %d must be at least 0 and smaller than stride %d or dilation %d", extra, a.Stride, a.Dilation)
	}
	out := int64(a.In-1)*int64(a.Stride) + int64(a.Span()+extra-a.Before-a.After)
	switch {
	case out < 1:
		return 0, outOfRange("error.size.nothing", fault.Args{"padding": a.Before + a.After, "input": a.In, "filter": a.Span(), "stride": a.Stride},
			"padding %d leaves no output of input %d with filter %d and stride %d", a.Before+a.After, a.In, a.Span(), a.Stride)
	case out > MaxSide:
		return 0, outOfRange("error.size.output", fault.Args{"output": int(out), "most": MaxSide}, "output %d is larger than %d", out, MaxSide)
	}
	return int(out), nil
}

// SamePadding is the padding that makes the output ceil(N/S); the odd cell goes
// to the end (TensorFlow's SAME, ONNX' SAME_UPPER). Swapped it is SAME_LOWER.
func (a Axis) SamePadding() (before, after int) {
	out := (a.In + a.Stride - 1) / a.Stride
	total := max(0, (out-1)*a.Stride+a.Span()-a.In)
	return total / 2, total - total/2
}

// check holds every size to its range, and the dilated filter too.
func (a Axis) check() error {
	for _, f := range []struct {
		name     string
		n, least int
	}{
		{"input", a.In, 1},
		{"filter", a.Filter, 1},
		{"stride", a.Stride, 1},
		{"padding", a.Before, 0},
		{"padding", a.After, 0},
		{"dilation", a.Dilation, 1},
	} {
		if f.n < f.least {
			return outOfRange("error.size.small_"+f.name, fault.Args{"n": f.n, "least": f.least}, "%s %d is smaller than %d", f.name, f.n, f.least)
		}
		if f.n > MaxSide {
			return outOfRange("error.size.large_"+f.name, fault.Args{"n": f.n, "most": MaxSide}, "%s %d is larger than %d", f.name, f.n, MaxSide)
		}
	}
	if span := int64(a.Dilation)*int64(a.Filter-1) + 1; span > MaxSide {
		return outOfRange("error.size.span", fault.Args{"filter": a.Filter, "dilation": a.Dilation, "span": int(span), "most": MaxSide},
			"filter %d with dilation %d covers %d cells, more than %d", a.Filter, a.Dilation, span, MaxSide)
	}
	return nil
}

// reads counts for every input cell how many of out windows read it. The
// windows' first and last taps are marked and then summed in steps of the
// dilation, so that it takes time in proportion to the input, not to the filter.
func (a Axis) reads(out int) []int {
	marks := make([]int, max(a.Before+a.In, (out-1)*a.Stride+1+a.Dilation*a.Filter))
	for o := range out {
		marks[o*a.Stride]++
		marks[o*a.Stride+a.Dilation*a.Filter]--
	}
	for i := a.Dilation; i < len(marks); i++ {
		marks[i] += marks[i-a.Dilation]
	}
	return marks[a.Before : a.Before+a.In]
}
