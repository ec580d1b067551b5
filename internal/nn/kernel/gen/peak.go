package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

// sums is how many multiply-adds are in flight at once.
const sums = 12

// peaks writes loops of nothing but multiply-adds.
func peaks() {
	for _, v := range []vector{avx2, avx512} {
		name := "loop" + v.name
		TEXT(name, NOSPLIT, "func(rounds int)")
		Doc(fmt.Sprintf("%s does rounds times %d multiply-adds of %d floats.", name, sums, v.floats))
		n := Load(Param("rounds"), GP64())
		r := v.registers(sums)
		zero := v.alloc()
		VXORPS(zero, zero, zero)
		for i := range r {
			VMOVAPS(zero, r[i])
		}
		Label("round")
		for i := range r {
			VFMADD231PS(zero, zero, r[i])
		}
		DECQ(n)
		JNZ(LabelRef("round"))
		VZEROUPPER()
		RET()
	}
}
