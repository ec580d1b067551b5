package kernel

import "fmt"

// tile is the inner loop of a convolution: it computes some output channels
// of some neighbouring cells, all sums kept in registers.
type tile struct {
	outputs int // output channels at once
	width   int // neighbouring cells at once
	run     tileFunc
}

// tileFunc computes blocks tiles side by side. Output channel k of cell x is
// written to dst[k*plane+x]. Tap t of cell x is read from src[offs[t]+x]. The
// weights w hold a bias for each output channel, then for each tap a weight
// for each output channel.
type tileFunc func(dst []float32, plane int, src []float32, offs []int, w []float32, blocks int)

// taps says where a tile finds what it multiplies.
type taps struct {
	offs []int
	last int // the largest of offs
}

// cover computes cells 0..n-1 with t, whatever n is: what is left over after
// whole tiles is computed by one more tile that overlaps the one before. That
// writes the same values again; only a row narrower than one tile is computed
// aside, in tail. src must reach a tile's width behind the last tap even then.
func (t tile) cover(dst []float32, plane int, src []float32, at taps, w []float32, n int, tail []float32) {
	if n < t.width {
		tail = tail[:t.outputs*t.width]
		t.checked(tail, t.width, src, at, w, 1)
		for k := range t.outputs {
			copy(dst[k*plane:k*plane+n], tail[k*t.width:])
		}
		return
	}
	t.checked(dst, plane, src, at, w, n/t.width)
	if rest := n - n%t.width; rest < n {
		t.checked(dst[n-t.width:], plane, src[n-t.width:], at, w, 1)
	}
}

// checked runs the tile after making sure that it stays inside of its slices:
// assembly has no bounds checks of its own.
func (t tile) checked(dst []float32, plane int, src []float32, at taps, w []float32, blocks int) {
	n := blocks * t.width
	if len(dst) < (t.outputs-1)*plane+n || len(src) < at.last+n || len(w) < t.outputs*(len(at.offs)+1) {
		panic(fmt.Sprintf("kernel: tile %dx%d out of range: dst %d of %d, src %d of %d, weights %d",
			t.outputs, n, (t.outputs-1)*plane+n, len(dst), at.last+n, len(src), len(w)))
	}
	t.run(dst, plane, src, at.offs, w, blocks)
}

// parts says into how many parts so many output channels are cut, as even as
// possible and none larger than the largest tile. tiles[i] has i+1 outputs.
func parts(channels int, tiles []tile) int {
	return (channels + len(tiles) - 1) / len(tiles)
}

// widest is the width of the widest tile that so many output channels use.
func widest(channels int, tiles []tile) int {
	n := parts(channels, tiles)
	return max(tiles[channels/n-1].width, tiles[(channels+n-1)/n-1].width)
}

// part gives the output channels from..to-1 of part i of n.
func part(channels, n, i int) (from, to int) {
	each, rest := channels/n, channels%n
	from = i*each + min(i, rest)
	to = from + each
	if i < rest {
		to++
	}
	return from, to
}
