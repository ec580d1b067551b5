package encode

import (
	"testing"

	"convtutor/viz/canvas"

	"pgregory.net/rapid"
)

// TestNearest256 compares with trying all 240 colours.
func TestNearest256(t *testing.T) {
	distance := func(n int, r, g, b int) int {
		if n >= 232 {
			v := 8 + 10*(n-232)
			return square(r-v) + square(g-v) + square(b-v)
		}
		n -= 16
		return square(r-cube[n/36]) + square(g-cube[n/6%6]) + square(b-cube[n%6])
	}
	rapid.Check(t, func(t *rapid.T) {
		channel := rapid.IntRange(0, 255)
		r, g, b := channel.Draw(t, "r"), channel.Draw(t, "g"), channel.Draw(t, "b")
		best := distance(16, r, g, b)
		for n := 17; n < 256; n++ {
			best = min(best, distance(n, r, g, b))
		}
		n := nearest256(canvas.Color(uint8(r), uint8(g), uint8(b)))
		if got := distance(int(n), r, g, b); got != best {
			t.Fatalf("%d,%d,%d: colour %d at distance %d, the nearest is at %d", r, g, b, n, got, best)
		}
	})
}
