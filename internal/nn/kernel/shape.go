package kernel

import "fmt"

// maxSide bounds every number of a Shape, so that a product of two of them
// cannot overflow: 1<<20 where an int has 64 bits, 1<<15 where it has 32.
const maxSide = 1 << (15 + 5*(^uint(0)>>63))

// Shape describes a two-dimensional convolution (cross-correlation, as deep
// learning has it: the filter is not turned around).
//
// The input is (Channels, Height, Width), the weights are (Filters,
// Channels/Groups, FilterH, FilterW), the output is (Filters, OH, OW) with
// OH = (Height + PadTop + PadBottom - DilationH*(FilterH-1) - 1)/StrideH + 1,
// rounded down, and OW likewise. All lengths are in cells. Who needs a last
// window that hangs over the edge (a ceiling rule) adds to PadBottom or
// PadRight what it hangs over.
type Shape struct {
	Channels, Height, Width              int
	Filters, FilterH, FilterW            int
	StrideH, StrideW                     int // 0 means 1
	PadTop, PadLeft, PadBottom, PadRight int // zeros around the input
	DilationH, DilationW                 int // 0 means 1
	Groups                               int // 0 means 1
}

// withDefaults puts 1 where 0 stands for it.
func (s Shape) withDefaults() Shape {
	for _, p := range []*int{&s.StrideH, &s.StrideW, &s.DilationH, &s.DilationW, &s.Groups} {
		if *p == 0 {
			*p = 1
		}
	}
	return s
}

// check says what is wrong with the shape, defaults already filled in, in the
// name of operation op.
func (s Shape) check(op string) error {
	for _, f := range []struct {
		name     string
		n, least int
	}{
		{"channels", s.Channels, 1},
		{"height", s.Height, 1},
		{"width", s.Width, 1},
		{"filters", s.Filters, 1},
		{"filter height", s.FilterH, 1},
		{"filter width", s.FilterW, 1},
		{"stride", min(s.StrideH, s.StrideW), 1},
		{"stride", max(s.StrideH, s.StrideW), 1},
		{"dilation", min(s.DilationH, s.DilationW), 1},
		{"dilation", max(s.DilationH, s.DilationW), 1},
		{"groups", s.Groups, 1},
		{"padding", min(s.PadTop, s.PadLeft, s.PadBottom, s.PadRight), 0},
		{"padding", max(s.PadTop, s.PadLeft, s.PadBottom, s.PadRight), 0},
	} {
		if f.n < f.least || f.n > maxSide {
			return fmt.Errorf("%s: %s %d is not between %d and %d", op, f.name, f.n, f.least, maxSide)
		}
	}
	if s.Channels%s.Groups != 0 || s.Filters%s.Groups != 0 {
		return fmt.Errorf("%s: %d groups do not divide %d channels and %d filters", op, s.Groups, s.Channels, s.Filters)
	}
	return s.checkFit(op)
}

// checkFit refuses a filter larger than the padded input.
func (s Shape) checkFit(op string) error {
	h, w := s.spanH(), s.spanW()
	if h <= s.Height+s.PadTop+s.PadBottom && w <= s.Width+s.PadLeft+s.PadRight {
		return nil
	}
	dilated := ""
	if s.DilationH != 1 || s.DilationW != 1 {
		dilated = fmt.Sprintf(" dilated to %dx%d", h, w)
	}
	return fmt.Errorf("%s: filter %dx%d%s does not fit input %dx%d with padding %s",
		op, s.FilterH, s.FilterW, dilated, s.Height, s.Width, s.padding())
}

// padding writes the padding as one number where all sides agree, else as
// top, left, bottom, right.
func (s Shape) padding() string {
	if s.PadTop == s.PadLeft && s.PadTop == s.PadBottom && s.PadTop == s.PadRight {
		return fmt.Sprint(s.PadTop)
	}
	return fmt.Sprintf("%d, %d, %d, %d", s.PadTop, s.PadLeft, s.PadBottom, s.PadRight)
}

// spanH is how many rows of the padded input one window covers.
func (s Shape) spanH() int { return s.DilationH*(s.FilterH-1) + 1 }

// spanW is how many columns of the padded input one window covers.
func (s Shape) spanW() int { return s.DilationW*(s.FilterW-1) + 1 }

// product multiplies, and gives false if the result is not an int.
func product(factors ...int) (int, bool) {
	p := 1
	for _, f := range factors {
		if f != 0 && p > int(^uint(0)>>1)/f {
			return 0, false
		}
		p *= f
	}
	return p, true
}
