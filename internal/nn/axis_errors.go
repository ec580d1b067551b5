package nn

import (
	"errors"
	"fmt"

	"convtutor/internal/fault"
)

// sizeError is what is wrong with sizes, to be said in words; kind is one of the
// errors that a caller can ask for.
type sizeError struct {
	said *fault.Error
	kind error
}

func (e *sizeError) Error() string   { return e.said.Error() }
func (e *sizeError) Unwrap() []error { return []error{e.said, e.kind} }

// outOfRange is a size that makes no sense.
func outOfRange(key string, args fault.Args, format string, a ...any) error {
	return &sizeError{fault.New(key, args, format, a...), ErrRange}
}

// remains is a stride that leaves a remainder.
func (a Axis) remains() error {
	all := a.Before + a.After
	args := fault.Args{"stride": a.Stride, "input": a.In, "filter": a.Span(), "padding": sides(Sides{Top: a.Before, Bottom: a.After, Left: a.Before, Right: a.After}), "all": all}
	return &sizeError{fault.New("error.size.remainder", args,
		"stride %d does not fit input %d with filter %d and padding %s: (%d - %d + %d)/%d + 1 is not whole",
		a.Stride, a.In, a.Span(), both(a.Before, a.After), a.In, a.Span(), all, a.Stride), ErrRemainder}
}

func (a Axis) tooLarge() error {
	filter, span := fmt.Sprint(a.Filter), fmt.Sprint(a.Span())
	padding := sides(Sides{Top: a.Before, Bottom: a.After, Left: a.Before, Right: a.After})
	return tooLarge(filter, span, fmt.Sprint(a.In), padding, both(a.Before, a.After))
}

// tooLarge is a filter that does not fit. What is said of the padding is given
// twice: as words and as text.
func tooLarge(filter, span, input string, padding any, written string) error {
	args := fault.Args{"filter": filter, "span": span, "input": input, "padding": padding}
	if filter == span {
		return &sizeError{fault.New("error.size.filter", args, "filter %s does not fit input %s with padding %s", filter, input, written), ErrTooLarge}
	}
	return &sizeError{fault.New("error.size.dilated", args,
		"filter %s (%s with its dilation) does not fit input %s with padding %s", filter, span, input, written), ErrTooLarge}
}

// bothAxes words an error of one axis with the sizes of both.
func bothAxes(err error, in Size, w Window) error {
	if !errors.Is(err, ErrTooLarge) {
		return err
	}
	g := Geometry{In: in, Window: w}
	span := Size{g.Rows().Span(), g.Columns().Span()}
	return tooLarge(w.Kernel.String(), span.String(), in.String(), sides(w.Padding), w.Padding.String())
}

// sides is a padding as a sentence takes it: one number where all are equal.
func sides(s Sides) any {
	if s == AllSides(s.Top) {
		return s.Top
	}
	return fault.New("error.size.sides", fault.Args{"top": s.Top, "left": s.Left, "bottom": s.Bottom, "right": s.Right}, "%s", s)
}

func both(before, after int) string {
	if before == after {
		return fmt.Sprint(before)
	}
	return fmt.Sprintf("%d and %d", before, after)
}

// String writes equal sides as one number, others as "top 1, left 0, bottom 1,
// right 0".
func (s Sides) String() string {
	if s == AllSides(s.Top) {
		return fmt.Sprint(s.Top)
	}
	return fmt.Sprintf("top %d, left %d, bottom %d, right %d", s.Top, s.Left, s.Bottom, s.Right)
}
