//go:build amd64 && !purego

package peak

import "golang.org/x/sys/cpu"

// Loops gives the loops that this processor runs.
func Loops() []Loop {
	var loops []Loop
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		loops = append(loops, Loop{"AVX2", 12 * 8 * 2, loopAVX2})
		if cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ {
			loops = append(loops, Loop{"AVX-512", 12 * 16 * 2, loopAVX512})
		}
	}
	return loops
}
