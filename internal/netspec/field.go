package netspec

import (
	"fmt"
	"math/big"

	"convtutor/internal/nn"
)

// Ratio is a number of cells that need not be whole: after a transposed
// convolution neighbours lie half an input cell apart.
type Ratio struct{ Num, Den int64 }

// String writes "2" or "1/2", and "-" where there is none.
func (r Ratio) String() string {
	switch r.Den {
	case 0:
		return "-"
	case 1:
		return fmt.Sprint(r.Num)
	}
	return fmt.Sprintf("%d/%d", r.Num, r.Den)
}

// trail remembers the layers gone through, so that a cell can be traced back
// to the input cells it depends on.
type trail struct {
	steps        []step
	jumps        [2]*big.Rat // down, across; nil where there are no neighbours
	upsamplingBy int64       // product of the strides of transposed convolutions
}

// step is how one layer's output cells depend on its input cells.
type step struct {
	kind stepKind
	in   [2]int64   // rows, columns of the layer's input
	axis [2]nn.Axis // of a window
}

type stepKind int

const (
	stepCell       stepKind = iota // each cell on its own
	stepWindow                     // a window slides over the input
	stepTransposed                 // each input cell is spread over a window
	stepAll                        // every output cell sees all of the input
	stepFlatten                    // a cell on its own, or all of them where all are asked for
)

// maxPhases bounds how many output cells are traced back: behind a transposed
// convolution they see different numbers of cells.
const maxPhases = 256

func newTrail() trail {
	return trail{jumps: [2]*big.Rat{big.NewRat(1, 1), big.NewRat(1, 1)}, upsamplingBy: 1}
}

// add appends a layer that was laid over an input.
func (t *trail) add(l Layer, in Shape, s slid) {
	st := step{in: [2]int64{int64(in.H), int64(in.W)}}
	switch l.Op {
	case Conv, MaxPool, AvgPool, MinPool:
		st.kind = stepWindow
	case ConvT:
		st.kind = stepTransposed
	case GlobalAvg, Dense:
		st.kind = stepAll
	case Reshape:
		if s.out.Size() != in.Size() {
			st.kind = stepAll
		}
	case Flatten:
		st.kind = stepFlatten
		if in.H != 1 || in.W != 1 {
			t.jumps = [2]*big.Rat{}
		}
	}
	st.axis = [2]nn.Axis{s.geometry.Rows(), s.geometry.Columns()}
	t.steps = append(t.steps, st)
	t.leap(st)
}

// leap changes the jumps as a step does.
func (t *trail) leap(st step) {
	if st.kind == stepAll {
		t.jumps = [2]*big.Rat{}
	}
	for i, a := range st.axis {
		if t.jumps[i] == nil {
			continue
		}
		switch st.kind {
		case stepWindow:
			t.jumps[i].Mul(t.jumps[i], big.NewRat(int64(a.Stride), 1))
		case stepTransposed:
			t.jumps[i].Mul(t.jumps[i], big.NewRat(1, int64(a.Stride)))
		}
	}
	if st.kind == stepTransposed {
		most := int64(max(st.axis[0].Stride, st.axis[1].Stride))
		t.upsamplingBy = min(maxPhases, t.upsamplingBy*most)
	}
}

// jump gives how far neighbours of the last output lie apart in the input.
func (t *trail) jump() ([2]Ratio, error) {
	var jumps [2]Ratio
	for i, j := range t.jumps {
		if j == nil {
			continue
		}
		if !j.Num().IsInt64() || !j.Denom().IsInt64() || j.Num().Int64() > maxCount || j.Denom().Int64() > maxCount {
			return jumps, errTooMany
		}
		jumps[i] = Ratio{j.Num().Int64(), j.Denom().Int64()}
	}
	return jumps, nil
}

// maxTrace bounds how far a cell is traced, so that a stride times it still
// fits an int64.
const maxTrace = 1 << 40

// field is the largest receptive field of the cells in the middle of the last
// output.
func (t *trail) field(out Shape) (nn.Size, error) {
	h, err := t.fieldOn(0, out.H)
	if err != nil {
		return nn.Size{}, err
	}
	w, err := t.fieldOn(1, out.W)
	return nn.Size{H: h, W: w}, err
}

func (t *trail) fieldOn(axis, cells int) (int, error) {
	phases := min(t.upsamplingBy, int64(cells))
	first := (int64(cells) - phases) / 2
	most := int64(0)
	for o := range phases {
		s, err := t.trace(axis, span{lo: first + o, hi: first + o})
		if err != nil {
			return 0, err
		}
		most = max(most, s.hi-s.lo+1)
	}
	return int(most), nil
}

// span is the cells lo to hi of one axis. real says that padding does not
// count: the span came from a layer that has none.
type span struct {
	lo, hi int64
	real   bool
}

// trace goes back from cells of the last output to cells of the input.
func (t *trail) trace(axis int, s span) (span, error) {
	for i := len(t.steps) - 1; i >= 0; i-- {
		s = t.steps[i].back(axis, s)
		if s.lo < -maxTrace || s.hi > maxTrace {
			return s, errTooMany
		}
	}
	return s, nil
}

// back gives the input cells that the output cells of s depend on, from the
// first to the last of them.
func (st step) back(axis int, s span) span {
	a, n := st.axis[axis], st.in[axis]
	switch st.kind {
	case stepWindow:
		stride, before := int64(a.Stride), int64(a.Before)
		s.lo = s.lo*stride - before
		s.hi = s.hi*stride - before + int64(a.Span()) - 1
	case stepTransposed:
		stride, before := int64(a.Stride), int64(a.Before)
		s.lo = ceilDiv(s.lo+before-int64(a.Span())+1, stride)
		s.hi = floorDiv(s.hi+before, stride)
		s.real = true
	case stepAll:
		s = span{0, n - 1, true}
	case stepFlatten:
		if s.real {
			s = span{0, n - 1, true}
		}
	}
	if s.real {
		s.lo, s.hi = max(s.lo, 0), min(s.hi, n-1)
	}
	return s
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && a < 0 {
		q--
	}
	return q
}

func ceilDiv(a, b int64) int64 { return -floorDiv(-a, b) }
