//go:build !amd64 || purego

package peak

// Loops gives the loops that this processor runs: none are written for it.
func Loops() []Loop { return nil }
