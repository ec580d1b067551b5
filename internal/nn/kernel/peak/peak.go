// Package peak measures how many multiply-adds of float32 a core does at
// most, to say how near to that a kernel comes.
//
// Its one rule: it runs nothing but the multiply-adds, from registers.
package peak

// Loop is a loop of independent fused multiply-adds.
type Loop struct {
	Name string // the vector instructions that it uses
	Flop int    // floating-point operations a round, two for each multiply-add
	Run  func(rounds int)
}
