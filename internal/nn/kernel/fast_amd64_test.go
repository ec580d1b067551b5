//go:build amd64 && !purego

package kernel

import "testing"

// TestEveryInstructionSet holds the tiles of all instruction sets that this
// processor has to the plain loops, not only those that it would choose.
func TestEveryInstructionSet(t *testing.T) {
	sets := map[string][]tile{}
	if hasAVX2() {
		sets["AVX2"] = avx2Tiles()
	}
	if hasAVX512() {
		sets["AVX-512"] = avx512Tiles()
	}
	for name, tiles := range sets {
		t.Run(name, func(t *testing.T) {
			for filters := 1; filters <= 2*len(tiles)+1; filters++ {
				for _, width := range []int{1, 15, 16, 33, 64, 65, 130} {
					s := Shape{Channels: 2, Height: 4, Width: width, Filters: filters, FilterH: 2, FilterW: 3, PadLeft: 1, PadRight: 1}
					c, err := NewConv(s)
					if err != nil {
						t.Fatal(err)
					}
					c.tiles = tiles
					checkVariant(t, name, c, seeded(uint64(filters)), true)
				}
			}
		})
	}
}
