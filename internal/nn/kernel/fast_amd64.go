//go:build amd64 && !purego

package kernel

import "golang.org/x/sys/cpu"

// hasAVX2 and hasAVX512 report what processor and system allow; x/sys/cpu has
// asked both, and GODEBUG=cpu.avx512f=off or cpu.avx2=off overrules them.
func hasAVX2() bool { return cpu.X86.HasAVX2 && cpu.X86.HasFMA }

func hasAVX512() bool { return hasAVX2() && cpu.X86.HasAVX512F }

// fastTiles are the fastest tiles that this processor runs for rows of so many
// cells: of a row narrower than a tile the rest of the tile is computed for
// nothing.
func fastTiles(cells int) []tile {
	switch {
	case hasAVX512() && cells >= 64:
		return avx512Tiles()
	case hasAVX512() && cells >= 32:
		return append(avx2Tiles()[:3], avx512Tiles()[3:]...)
	case hasAVX2():
		return avx2Tiles()
	}
	return portableTiles()
}

func avx2Tiles() []tile {
	return []tile{
		{outputs: 1, width: 64, run: tile1x64AVX2},
		{outputs: 2, width: 32, run: tile2x32AVX2},
		{outputs: 3, width: 32, run: tile3x32AVX2},
		{outputs: 4, width: 16, run: tile4x16AVX2},
		{outputs: 5, width: 16, run: tile5x16AVX2},
		{outputs: 6, width: 16, run: tile6x16AVX2},
	}
}

func avx512Tiles() []tile {
	return []tile{
		{outputs: 1, width: 64, run: tile1x64AVX512},
		{outputs: 2, width: 64, run: tile2x64AVX512},
		{outputs: 3, width: 64, run: tile3x64AVX512},
		{outputs: 4, width: 32, run: tile4x32AVX512},
		{outputs: 5, width: 32, run: tile5x32AVX512},
		{outputs: 6, width: 32, run: tile6x32AVX512},
		{outputs: 7, width: 32, run: tile7x32AVX512},
		{outputs: 8, width: 32, run: tile8x32AVX512},
		{outputs: 9, width: 32, run: tile9x32AVX512},
		{outputs: 10, width: 32, run: tile10x32AVX512},
		{outputs: 11, width: 32, run: tile11x32AVX512},
		{outputs: 12, width: 32, run: tile12x32AVX512},
	}
}

// fastPairRows is the fastest 2x2 max pooling that this processor runs.
func fastPairRows() pairRows {
	if hasAVX2() {
		return avx2PairRows
	}
	return portablePairRows
}

// avx2PairRows pools eight cells at a time; the last eight overlap those
// before them, which writes the same values again.
func avx2PairRows(dst, upper, lower []float32) {
	n := len(dst)
	if n < 8 {
		portablePairRows(dst, upper, lower)
		return
	}
	upper, lower = upper[:2*n], lower[:2*n]
	pairsAVX2(dst, upper, lower, n/8)
	if n%8 != 0 {
		pairsAVX2(dst[n-8:], upper[2*n-16:], lower[2*n-16:], 1)
	}
}

// Features names the code that runs on this processor: "portable", "AVX2" or
// "AVX-512".
func Features() string {
	switch {
	case hasAVX512():
		return "AVX-512"
	case hasAVX2():
		return "AVX2"
	}
	return "portable"
}
