package kernel

import (
	"fmt"
	"math"
)

// PoolShape describes max pooling over planes (Channels, Height, Width); the
// output is (Channels, OH, OW), sized as a convolution's (see Shape). All
// lengths are in cells.
type PoolShape struct {
	Channels, Height, Width              int
	PoolH, PoolW                         int
	StrideH, StrideW                     int // 0 means 1
	PadTop, PadLeft, PadBottom, PadRight int // cells that never win
	DilationH, DilationW                 int // 0 means 1
}

// MaxPool is max pooling of one shape, ready to run. It is immutable.
type MaxPool struct {
	channels       int
	y, x           axis
	srcLen, dstLen int
	rows           pairRows // nil: this processor's code for 2x2 is not used
}

// NewMaxPool prepares the pooling s.
func NewMaxPool(s PoolShape) (MaxPool, error) {
	like := Shape{
		Channels: s.Channels, Height: s.Height, Width: s.Width,
		Filters: 1, FilterH: s.PoolH, FilterW: s.PoolW,
		StrideH: s.StrideH, StrideW: s.StrideW,
		PadTop: s.PadTop, PadLeft: s.PadLeft, PadBottom: s.PadBottom, PadRight: s.PadRight,
		DilationH: s.DilationH, DilationW: s.DilationW,
	}.withDefaults()
	if err := like.check("maxpool2d"); err != nil {
		return MaxPool{}, err
	}
	p := MaxPool{
		channels: s.Channels,
		y:        newAxis(s.Height, s.PoolH, like.StrideH, like.DilationH, s.PadTop, s.PadBottom),
		x:        newAxis(s.Width, s.PoolW, like.StrideW, like.DilationW, s.PadLeft, s.PadRight),
	}
	var ok1, ok2 bool
	p.srcLen, ok1 = product(s.Channels, s.Height, s.Width)
	p.dstLen, ok2 = product(s.Channels, p.y.out, p.x.out)
	if !ok1 || !ok2 {
		return MaxPool{}, fmt.Errorf("maxpool2d: too large: input %dx%dx%d", s.Channels, s.Height, s.Width)
	}
	if p.y.isPair() && p.x.isPair() {
		p.rows = fastPairRows()
	}
	return p, nil
}

// isPair reports whether the axis is cut into pairs without padding in front.
func (a axis) isPair() bool {
	return a.filter == 2 && a.stride == 2 && a.dilation == 1 && a.before == 0 && 2*a.out <= a.in
}

// Portable is the same pooling without code made for one kind of processor.
func (p MaxPool) Portable() MaxPool {
	if p.rows != nil {
		p.rows = portablePairRows
	}
	return p
}

// OutSize gives the output's channels, rows and columns.
func (p MaxPool) OutSize() (c, h, w int) { return p.channels, p.y.out, p.x.out }

// Run writes the largest value of every window of src (C, H, W) over dst (C,
// OH, OW). Padding never wins; a window of nothing but padding gives -Inf, a
// window with a NaN gives NaN.
func (p MaxPool) Run(dst, src []float32) error {
	if p.channels == 0 {
		return fmt.Errorf("maxpool2d: not made by NewMaxPool")
	}
	if len(dst) != p.dstLen {
		return fmt.Errorf("maxpool2d: dst has %d values, the shape needs %d", len(dst), p.dstLen)
	}
	if len(src) != p.srcLen {
		return fmt.Errorf("maxpool2d: src has %d values, the shape needs %d", len(src), p.srcLen)
	}
	job := poolJob{pool: p, dst: dst, src: src, bands: (p.y.out + poolBand - 1) / poolBand}
	share(&job, p.channels*job.bands, workers(len(src)))
	return nil
}

// MaxPool2x2 halves c planes of h rows and w columns: the largest of each 2x2
// window, stride 2, an odd last row or column left out. src is (C, H, W), dst
// (C, H/2, W/2).
func MaxPool2x2(dst, src []float32, c, h, w int) error {
	p, err := NewMaxPool(PoolShape{Channels: c, Height: h, Width: w, PoolH: 2, PoolW: 2, StrideH: 2, StrideW: 2})
	if err != nil {
		return err
	}
	return p.Run(dst, src)
}

// poolBand is how many rows of the output a unit of pooling does.
const poolBand = 16

type poolJob struct {
	pool     MaxPool
	dst, src []float32
	bands    int
}

// unit pools one band of one channel.
func (j *poolJob) unit(_ *scratch, i int) {
	p := j.pool
	channel, y := i/j.bands, i%j.bands*poolBand
	src := j.src[channel*p.y.in*p.x.in:][:p.y.in*p.x.in]
	dst := j.dst[channel*p.y.out*p.x.out:][:p.y.out*p.x.out]
	for end := min(y+poolBand, p.y.out); y < end; y++ {
		row := dst[y*p.x.out:][:p.x.out]
		if p.rows != nil {
			p.rows(row, src[2*y*p.x.in:][:2*p.x.out], src[(2*y+1)*p.x.in:][:2*p.x.out])
		} else {
			p.row(row, src, y)
		}
	}
}

// row pools any window into one row of the output.
func (p MaxPool) row(row, src []float32, y int) {
	for x := range row {
		row[x] = float32(math.Inf(-1))
	}
	for fy := range p.y.filter {
		iy := y*p.y.stride + fy*p.y.dilation - p.y.before
		if iy < 0 || iy >= p.y.in {
			continue
		}
		in := src[iy*p.x.in:][:p.x.in]
		for fx := range p.x.filter {
			ix := fx*p.x.dilation - p.x.before
			for x := range row {
				if ix >= 0 && ix < len(in) {
					row[x] = max(row[x], in[ix])
				}
				ix += p.x.stride
			}
		}
	}
}

// pairRows writes the largest of each 2x2 window of two rows, twice as long as
// dst.
type pairRows func(dst, upper, lower []float32)

func portablePairRows(dst, upper, lower []float32) {
	for x := range dst {
		a := (*[2]float32)(upper[2*x:])
		b := (*[2]float32)(lower[2*x:])
		dst[x] = max(a[0], a[1], b[0], b[1])
	}
}
