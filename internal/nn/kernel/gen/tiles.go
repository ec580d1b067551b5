package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// shape is the size of a tile: output channels by vectors along x. Eight sums
// at least keep two multiply-add units busy that take four cycles each.
type shape struct{ outputs, vectors int }

var (
	// 16 registers hold the sums, the vectors of one tap and a weight or two.
	shapesAVX2 = []shape{{1, 8}, {2, 4}, {3, 4}, {4, 2}, {5, 2}, {6, 2}}

	// 32 registers hold more sums. Many channels of few cells do better than
	// the other way round: a vector that does not begin on a multiple of its
	// size takes two reads, a weight only one, and a row of 32 cells is filled.
	shapesAVX512 = []shape{
		{1, 4},
		{2, 4},
		{3, 4},
		{4, 2},
		{5, 2},
		{6, 2},
		{7, 2},
		{8, 2},
		{9, 2},
		{10, 2},
		{11, 2},
		{12, 2},
	}
)

func tiles() {
	for _, s := range shapesAVX2 {
		newTile(avx2, s).write()
	}
	for _, s := range shapesAVX512 {
		newTile(avx512, s).write()
	}
}

// tile holds the registers of one tile while its code is written.
type tile struct {
	vector
	shape
	sums                                         [][]reg.VecVirtual
	dst, plane, src, offs, weights, taps, blocks reg.Register
}

func newTile(v vector, s shape) *tile { return &tile{vector: v, shape: s} }

func (t *tile) write() {
	name := fmt.Sprintf("tile%dx%d%s", t.outputs, t.vectors*t.floats, t.name)
	TEXT(name, NOSPLIT, "func(dst []float32, plane int, src []float32, offs []int, w []float32, blocks int)")
	Doc(fmt.Sprintf("%s is a tileFunc of %d output channels by %d cells.", name, t.outputs, t.vectors*t.floats))
	Pragma("noescape")
	t.dst = Load(Param("dst").Base(), GP64())
	t.plane = Load(Param("plane"), GP64())
	t.src = Load(Param("src").Base(), GP64())
	t.offs = Load(Param("offs").Base(), GP64())
	t.taps = Load(Param("offs").Len(), GP64())
	t.weights = Load(Param("w").Base(), GP64())
	t.blocks = Load(Param("blocks"), GP64())
	SHLQ(Imm(2), t.plane)
	Comment("Count taps from -n up to 0, offsets seen from their end.")
	LEAQ(Mem{Base: t.offs, Index: t.taps, Scale: 8}, t.offs)
	NEGQ(t.taps)
	for range t.outputs {
		t.sums = append(t.sums, t.registers(t.vectors))
	}
	Label("block")
	t.begin()
	t.loop()
	t.store()
	ADDQ(U32(uint32(t.vectors*t.bytes())), t.dst)
	ADDQ(U32(uint32(t.vectors*t.bytes())), t.src)
	DECQ(t.blocks)
	JNZ(LabelRef("block"))
	VZEROUPPER()
	RET()
}

// begin sets every sum to its output channel's bias.
func (t *tile) begin() {
	Comment("Sums begin with the biases.")
	for k, sums := range t.sums {
		VBROADCASTSS(Mem{Base: t.weights, Disp: 4 * k}, sums[0])
		for _, s := range sums[1:] {
			VMOVAPS(sums[0], s)
		}
	}
}

// loop adds all taps. Whichever there are fewer of, the vectors or the
// weights of a tap, is kept in registers while the other streams by.
func (t *tile) loop() {
	w, tap, at := GP64(), GP64(), GP64()
	LEAQ(Mem{Base: t.weights, Disp: 4 * t.outputs}, w)
	MOVQ(t.taps, tap)
	Label("tap")
	MOVQ(Mem{Base: t.offs, Index: tap, Scale: 8}, at)
	LEAQ(Mem{Base: t.src, Index: at, Scale: 4}, at)
	if t.outputs <= t.vectors {
		t.streamCells(w, at)
	} else {
		t.streamWeights(w, at)
	}
	ADDQ(Imm(uint64(4*t.outputs)), w)
	INCQ(tap)
	JNZ(LabelRef("tap"))
}

func (t *tile) streamCells(w, at reg.Register) {
	weights := t.registers(t.outputs)
	for k, r := range weights {
		VBROADCASTSS(Mem{Base: w, Disp: 4 * k}, r)
	}
	for v := range t.vectors {
		cells := t.alloc()
		VMOVUPS(Mem{Base: at, Disp: v * t.bytes()}, cells)
		for k := range t.sums {
			VFMADD231PS(cells, weights[k], t.sums[k][v])
		}
	}
}

func (t *tile) streamWeights(w, at reg.Register) {
	cells := t.registers(t.vectors)
	for v, r := range cells {
		VMOVUPS(Mem{Base: at, Disp: v * t.bytes()}, r)
	}
	for k := range t.sums {
		weight := t.alloc()
		VBROADCASTSS(Mem{Base: w, Disp: 4 * k}, weight)
		for v := range cells {
			VFMADD231PS(cells[v], weight, t.sums[k][v])
		}
	}
}

func (t *tile) store() {
	out := GP64()
	MOVQ(t.dst, out)
	for k, sums := range t.sums {
		if k > 0 {
			ADDQ(t.plane, out)
		}
		for v, s := range sums {
			VMOVUPS(s, Mem{Base: out, Disp: v * t.bytes()})
		}
	}
}
