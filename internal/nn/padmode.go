package nn

import (
	"fmt"

	"convtutor/internal/fault"
)

// PadMode says what stands in the padding around a plane. Layers pad with
// zeros; the others are for pictures and for who asks.
type PadMode int

// The modes, as PyTorch's padding_mode names them.
const (
	PadZeros     PadMode = iota // 0 everywhere
	PadReplicate                // the nearest cell of the edge again
	PadReflect                  // mirrored at the edge's cell, which is not repeated
	PadCircular                 // the opposite edge follows
	PadModes                    // how many there are
)

// String is the mode's name in PyTorch.
func (m PadMode) String() string {
	if m < 0 || m >= PadModes {
		return fmt.Sprintf("PadMode(%d)", int(m))
	}
	return [...]string{"zeros", "replicate", "reflect", "circular"}[m]
}

// Index is the cell of an axis of n cells that stands at place i of the padded
// axis, i counted from the axis' first cell and so below 0 before it. inside is
// false where a zero stands instead. Error: reflect and circular need their
// padding in the axis; a mirror needs a cell more than it shows.
func (m PadMode) Index(i, n int) (cell int, inside bool, err error) {
	if i >= 0 && i < n {
		return i, true, nil
	}
	switch m {
	case PadZeros:
		return 0, false, nil
	case PadReplicate:
		if n > 0 {
			return max(0, min(i, n-1)), true, nil
		}
	case PadReflect:
		if i > -n && i < 2*n-1 {
			return max(i, -i) - max(0, 2*(i-n+1)), true, nil
		}
	case PadCircular:
		if i >= -n && i < 2*n {
			return (i + n) % n, true, nil
		}
	}
	return 0, false, outOfRange("error.size.place", fault.Args{"place": i, "n": n}, "padding mode %s has no cell for place %d of %d", m, i, n)
}
