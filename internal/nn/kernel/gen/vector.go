package main

import (
	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/reg"
)

// vector is a kind of vector register.
type vector struct {
	name   string
	floats int
	alloc  func() reg.VecVirtual
}

var (
	avx2   = vector{"AVX2", 8, build.YMM}
	avx512 = vector{"AVX512", 16, build.ZMM}
)

func (v vector) bytes() int { return 4 * v.floats }

func (v vector) registers(n int) []reg.VecVirtual {
	r := make([]reg.VecVirtual, n)
	for i := range r {
		r[i] = v.alloc()
	}
	return r
}
