package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// pairs writes max pooling of 2x2 windows for two rows.
func pairs() {
	TEXT("pairsAVX2", NOSPLIT, "func(dst, upper, lower []float32, blocks int)")
	Doc("pairsAVX2 writes the largest of each 2x2 window to 8*blocks cells of dst.")
	Pragma("noescape")
	dst := Load(Param("dst").Base(), GP64())
	upper := Load(Param("upper").Base(), GP64())
	lower := Load(Param("lower").Base(), GP64())
	blocks := Load(Param("blocks"), GP64())
	Label("block")
	var columns [2]reg.VecVirtual
	for i := range columns {
		u, l := YMM(), YMM()
		VMOVUPS(Mem{Base: upper, Disp: 32 * i}, u)
		VMOVUPS(Mem{Base: lower, Disp: 32 * i}, l)
		columns[i] = larger(u, l)
	}
	Comment("Even cells against odd ones; both come out in the order 0 1 4 5 2 3 6 7.")
	even, odd := YMM(), YMM()
	VSHUFPS(Imm(0x88), columns[1], columns[0], even)
	VSHUFPS(Imm(0xdd), columns[1], columns[0], odd)
	best := larger(even, odd)
	VPERMPD(Imm(0xd8), best, best)
	VMOVUPS(best, Mem{Base: dst})
	ADDQ(Imm(64), upper)
	ADDQ(Imm(64), lower)
	ADDQ(Imm(32), dst)
	DECQ(blocks)
	JNZ(LabelRef("block"))
	VZEROUPPER()
	RET()
}

// larger gives the larger of each two cells, NaN where either is NaN: VMAXPS
// alone forgets a NaN in one of its sources, so the mask of all such cells,
// which is itself a NaN, is laid over.
func larger(a, b reg.VecVirtual) reg.VecVirtual {
	const unordered = 3
	m, nan := YMM(), YMM()
	VMAXPS(a, b, m)
	VCMPPS(Imm(unordered), a, b, nan)
	VORPS(nan, m, m)
	return m
}
