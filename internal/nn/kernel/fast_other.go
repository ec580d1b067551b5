//go:build !amd64 || purego

package kernel

// fastTiles are the fastest tiles that this processor runs.
func fastTiles(int) []tile { return portableTiles() }

// fastPairRows is the fastest 2x2 max pooling that this processor runs.
func fastPairRows() pairRows { return portablePairRows }

// Features names the code that runs on this processor: "portable", "AVX2" or
// "AVX-512".
func Features() string { return "portable" }
