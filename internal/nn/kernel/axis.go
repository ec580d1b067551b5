package kernel

// axis lays out one axis of a strip, the padded copy of the part of the input
// that some output cells need.
//
// A stride is taken care of here: the cells are sorted by their remainder to
// the stride into slots, so that neighbouring outputs find their inputs side
// by side whatever the stride, and one tile serves all strides. Only the
// remainders that a tap meets get a slot.
type axis struct {
	in       int // cells of the input
	out      int // cells of the output
	filter   int // taps
	stride   int
	dilation int
	before   int // padding before the input
	period   int // taps that far apart share a slot
	slots    int
	reach    int // the largest shift of a tap inside its slot
}

func newAxis(in, filter, stride, dilation, before, after int) axis {
	a := axis{in: in, filter: filter, stride: stride, dilation: dilation, before: before}
	a.out = (in+before+after-dilation*(filter-1)-1)/stride + 1
	a.period = stride / gcd(stride, dilation)
	a.slots = min(filter, a.period)
	a.reach = (filter - 1) * dilation / stride
	return a
}

// tap gives the slot that tap f reads, and how far into it.
func (a axis) tap(f int) (slot, shift int) {
	return f % a.period, f * a.dilation / a.stride
}

// origin gives the input cell that entry 0 of a slot holds in a strip that
// begins at output cell first; entries are stride apart. It may lie outside
// of the input.
func (a axis) origin(slot, first int) int {
	return first*a.stride + slot*a.dilation%a.stride - a.before
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
