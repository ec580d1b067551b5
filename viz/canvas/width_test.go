package canvas

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// TestPlainClusters pins the fast path to the slow one, rune by rune and with
// whatever may follow.
func TestPlainClusters(t *testing.T) {
	for r := rune(0); r < 0x30000; r++ {
		s := string(r)
		if w, n := plainCluster(s); n > 0 {
			if c, slow, bytes := anyCluster(s); c != s || slow != w || bytes != n {
				t.Errorf("%U: width %d, want %d (%q)", r, w, slow, c)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.OneOf(
			rapid.Rune(), rapid.RuneFrom([]rune("a1×·▌▐합성곱─→\u0301\u200d\ufe0f\u11a8\u1100👍🏽🇰🇷")),
		)).Draw(t, "s")
		for i := 0; i < len(s); {
			c, w, n := anyCluster(s[i:])
			if pw, pn := plainCluster(s[i:]); pn > 0 && (pw != w || pn != n || s[i:i+pn] != c) {
				t.Fatalf("%q: %q width %d, want %q width %d", s[i:], s[i:i+pn], pw, c, w)
			}
			i += n
		}
	})
}

// TestWidthIsWhatTerminalsMeasure holds the width of each grapheme to the
// measure that lines as a whole are held to.
func TestWidthIsWhatTerminalsMeasure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.OneOf(
			rapid.Rune(), rapid.RuneFrom([]rune("ag1×·▌▐합성곱─→☀\u0301\u200d\ufe0f\ufe0e\u20e3\u11a8\u1100👍🏽🇰🇷")),
		)).Draw(t, "s")
		for c, w := range clusters(s) {
			if measured := ansi.StringWidth(c); w != measured {
				t.Fatalf("%q: %d columns, measured as %d", c, w, measured)
			}
		}
	})
}
