package kernel

import (
	"runtime"
	"testing"
	"time"

	"convtutor/internal/nn/kernel/peak"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// The benchmarks measure the kernels on all cores and on one, and right before
// each the plain loops and gonum doing the same work, so that the ratios are
// of the same minute: x/plain and x/gonum say how many times as long those
// take. %peak is against the most multiply-adds that a core does with any of
// its vector instructions, measured there too. All of these are from the
// shortest of several runs, which other load on the machine disturbs least;
// ns/op is the mean.

// workload is a convolution of the assignment's kind: stride 1, square
// filters, the same padding on all sides.
type workload struct{ c, h, w, k, f, pad int }

func (l workload) shape() Shape {
	return Shape{
		Channels: l.c, Height: l.h, Width: l.w, Filters: l.k, FilterH: l.f, FilterW: l.f,
		PadTop: l.pad, PadLeft: l.pad, PadBottom: l.pad, PadRight: l.pad,
	}
}

func BenchmarkW1(b *testing.B) { benchConv(b, workload{3, 720, 1280, 10, 3, 1}) }
func BenchmarkW2(b *testing.B) { benchConv(b, workload{10, 720, 1280, 5, 1, 0}) }
func BenchmarkW4(b *testing.B) { benchConv(b, workload{3, 32, 32, 10, 5, 2}) }

// BenchmarkW3 reports GB/s read and written: pooling computes next to nothing.
func BenchmarkW3(b *testing.B) {
	const c, h, w = 10, 720, 1280
	src := fractions(seeded(3), c*h*w)
	dst := make([]float32, c*h*w/4)
	plain := shortest(func() { naive2x2(dst, src, c, h, w) })
	onCores(b, func(b *testing.B, _ int) {
		each := loop(b, func() error { return MaxPool2x2(dst, src, c, h, w) })
		b.ReportMetric(float64(4*(len(src)+len(dst)))/each/1e9, "GB/s")
		b.ReportMetric(plain.Seconds()/each, "x/plain")
	})
}

func benchConv(b *testing.B, l workload) {
	c, err := NewConv(l.shape())
	if err != nil {
		b.Fatal(err)
	}
	r := seeded(4)
	src, weights, bias := fractions(r, c.srcLen), fractions(r, c.weightLen), fractions(r, l.k)
	dst := make([]float32, c.dstLen)
	plain := shortest(func() { naive32(dst, src, weights, bias, l.c, l.h, l.w, l.k, l.f, l.pad) })
	g := newGemm(l)
	gonum := shortest(func() { g.run(dst, src, weights, bias) })

	run := func(b *testing.B, c Conv, cores int) {
		top := peakFlops(b)
		each := loop(b, func() error { return c.Run(dst, src, weights, bias) })
		flops := 2 * float64(c.macs) / each
		b.ReportMetric(flops/1e9, "GFLOP/s")
		b.ReportMetric(plain.Seconds()/each, "x/plain")
		b.ReportMetric(gonum.Seconds()/each, "x/gonum")
		if top > 0 {
			b.ReportMetric(100*flops/top/float64(cores), "%peak")
		}
	}
	b.Run(Features(), func(b *testing.B) {
		onCores(b, func(b *testing.B, cores int) { run(b, c, cores) })
	})
	b.Run("portable", func(b *testing.B) {
		onCores(b, func(b *testing.B, cores int) { run(b, c.Portable(), cores) })
	})
}

// loop is the loop of a benchmark. It gives the shortest run in seconds.
func loop(b *testing.B, run func() error) float64 {
	b.Helper()
	b.ReportAllocs()
	best := time.Hour
	for b.Loop() {
		start := time.Now()
		if err := run(); err != nil {
			b.Fatal(err)
		}
		best = min(best, time.Since(start))
	}
	return best.Seconds()
}

// onCores runs f with one core and with all.
func onCores(b *testing.B, f func(b *testing.B, cores int)) {
	all := runtime.GOMAXPROCS(0)
	b.Run("one", func(b *testing.B) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		f(b, 1)
	})
	if all > 1 {
		b.Run("all", func(b *testing.B) { f(b, all) })
	}
}

// peakFlops measures the operations a second of one core, 0 if it cannot.
func peakFlops(b *testing.B) float64 {
	b.Helper()
	const rounds = 200_000
	best := 0.0
	for _, l := range peak.Loops() {
		each := shortest(func() { l.Run(rounds) })
		best = max(best, float64(l.Flop)*rounds/each.Seconds())
	}
	return best
}

// shortest is the shortest of a few runs, each of at least a millisecond.
func shortest(f func()) time.Duration {
	best := time.Hour
	for range 5 {
		n := 0
		start := time.Now()
		for n == 0 || time.Since(start) < time.Millisecond {
			f()
			n++
		}
		best = min(best, time.Since(start)/time.Duration(n))
	}
	return best
}

// gemm is the convolution as gonum would do it: the windows copied into the
// rows of a matrix, then one product.
type gemm struct {
	workload
	rows []float32
}

func newGemm(l workload) *gemm {
	oh, ow := l.h+2*l.pad-l.f+1, l.w+2*l.pad-l.f+1
	return &gemm{l, make([]float32, l.c*l.f*l.f*oh*ow)}
}

func (g *gemm) run(dst, src, weights, bias []float32) {
	oh, ow := g.h+2*g.pad-g.f+1, g.w+2*g.pad-g.f+1
	at := 0
	for ch := range g.c {
		for fy := range g.f {
			for fx := range g.f {
				for y := range oh {
					row := g.rows[at : at+ow]
					at += ow
					clear(row)
					if iy := y + fy - g.pad; iy >= 0 && iy < g.h {
						from := max(0, g.pad-fx)
						in := src[(ch*g.h+iy)*g.w+from+fx-g.pad : (ch*g.h+iy+1)*g.w]
						copy(row[from:], in)
					}
				}
			}
		}
	}
	for k, v := range bias {
		plane := dst[k*oh*ow:][:oh*ow]
		for i := range plane {
			plane[i] = v
		}
	}
	taps, area := g.c*g.f*g.f, oh*ow
	blas32.Gemm(blas.NoTrans, blas.NoTrans, 1,
		blas32.General{Rows: g.k, Cols: taps, Stride: taps, Data: weights},
		blas32.General{Rows: taps, Cols: area, Stride: area, Data: g.rows}, 1,
		blas32.General{Rows: g.k, Cols: area, Stride: area, Data: dst})
}

// naive2x2 is the plain loop of 2x2 max pooling.
func naive2x2(dst, src []float32, c, h, w int) {
	i := 0
	for ch := range c {
		for y := 0; y+2 <= h; y += 2 {
			for x := 0; x+2 <= w; x += 2 {
				best := src[(ch*h+y)*w+x]
				for fy := range 2 {
					for fx := range 2 {
						if v := src[(ch*h+y+fy)*w+x+fx]; v > best {
							best = v
						}
					}
				}
				dst[i] = best
				i++
			}
		}
	}
}

// TestPeers makes sure that what the benchmarks compare with does the same work.
func TestPeers(t *testing.T) {
	l := workload{3, 20, 30, 4, 5, 2}
	c, err := NewConv(l.shape())
	if err != nil {
		t.Fatal(err)
	}
	r := seeded(5)
	src, weights, bias := integers(r, c.srcLen), integers(r, c.weightLen), integers(r, l.k)
	want, _ := naive(c, src, weights, bias)
	dst := make([]float32, c.dstLen)
	for name, run := range map[string]func(){
		"gonum": func() { newGemm(l).run(dst, src, weights, bias) },
		"plain": func() { naive32(dst, src, weights, bias, l.c, l.h, l.w, l.k, l.f, l.pad) },
	} {
		clear(dst)
		run()
		for i := range dst {
			if float64(dst[i]) != want[i] {
				t.Fatalf("%s: output %d is %v, want %v", name, i, dst[i], want[i])
			}
		}
	}
	pooled, other := make([]float32, 3*10*15), make([]float32, 3*10*15)
	naive2x2(pooled, src, 3, 20, 30)
	if err := MaxPool2x2(other, src, 3, 20, 30); err != nil {
		t.Fatal(err)
	}
	for i := range pooled {
		if pooled[i] != other[i] {
			t.Fatalf("pool: output %d is %v, want %v", i, pooled[i], other[i])
		}
	}
}
